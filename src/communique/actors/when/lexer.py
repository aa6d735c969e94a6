"""A text as time words: where each token stands, and one character that says what it is (see `lexicon`)."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass

from communique.actors.when.lexicon import BREAK, GENITIVE, NAME, OTHER, PAST_FORM, PUNCTUATION, lexicon

_TOKEN = re.compile(
    r"""
    (?P<iso>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?)?(?![\d-]))
  | (?P<numeric>\d{1,4}(?P<mark>[/.])\d{1,2}(?P=mark)\d{2,4}(?![\d/]))
  | (?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
  | (?P<decade>(?:\d{3}|['’]?(?<![\d,.])\d)0s\b)
  | (?P<ordinal>\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<number>\d+(?:,\d{3}(?!\d))*(?:\.\d+)?(?![^\W_]))
  | (?P<word>[^\W\d_]+(?![^\W_]))
  | (?P<genitive>['’]s\b)
  | (?P<break>[.!?…]{1,4}["”’»)\]]{0,3}\s+(?=["“‘«(\[]*[A-ZÀ-Þ0-9])|\n[^\S\n]*\n\s*)
  | (?P<mixed>[^\W_]+)
  | (?P<sign>[^\w\s])
    """,
    re.VERBOSE,
)
_REACH = 150  # tokens: no verb further away tells the tense of a time, and lists need not be read to their end
_DASHES = str.maketrans("‐‑‒–—−", "------")
_SIGNS = frozenset(',.()-/[]"“”:%$€£')
# A full stop after one of these ends no sentence.
_ABBREVIATION = re.compile(
    r"(?i:mrs?|ms|dr|gen|col|maj|lt|sgt|sen|rep|gov|prof|hon|rev|st|jr|sr|vs|no|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
    r"|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun)|[^\W_a-z]"
)


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut up: `classes[i]` says what token i is, `starts[i]` and `ends[i]` are its offsets in `text`."""

    text: str
    classes: str
    starts: array[int]
    ends: array[int]

    def word(self, index: int) -> str:
        return self.text[self.starts[index] : self.ends[index]]

    def at(self, index: int) -> str:
        """The class of a token; a break outside the text."""
        return self.classes[index] if 0 <= index < len(self.classes) else BREAK

    def sentence(self, index: int) -> tuple[int, int]:
        """First token and end of the sentence that a token stands in; of longer ones, the tokens near it."""
        low, high = max(0, index - _REACH), min(len(self.classes), index + _REACH)
        start, end = self.classes.rfind(BREAK, low, index), self.classes.find(BREAK, index, high)
        return low if start < 0 else start + 1, high if end < 0 else end


def lex(text: str) -> Tokens:
    """Cut a text into tokens; white space is dropped, ends of sentences and paragraphs are tokens of their own."""
    classes: list[str] = []
    starts, ends = array("L"), array("L")
    previous = ""
    for match in _TOKEN.finditer(text):
        word, kind = match[0], match.lastgroup or ""
        classes.append(_class_of(kind, word, previous))
        starts.append(match.start())
        ends.append(match.end())
        previous = word
    return Tokens(text, "".join(classes), starts, ends)


def _class_of(kind: str, word: str, previous: str) -> str:
    if kind in ("word", "mixed"):
        return _word(word)
    if kind == "sign":
        sign = word.translate(_DASHES)
        return BREAK if sign == ";" else sign if sign in _SIGNS else PUNCTUATION
    if kind == "number":
        return _number(word)
    if kind == "ordinal":
        return "o" if 1 <= int(word[:-2]) <= 31 else "q"
    if kind == "break":
        return "." if word[0] == "." and _abbreviated(previous) else BREAK
    return {"iso": "I", "numeric": "N", "clock": "C", "decade": "D", "genitive": GENITIVE}[kind]


def _word(word: str) -> str:
    known = lexicon().characters
    if character := known.get(word) or known.get(word.lower()):
        return character
    if word[0].isupper():
        return NAME
    return PAST_FORM if word.endswith("ed") and len(word) > 3 else OTHER


def _number(word: str) -> str:
    if not word.isdigit() or not word.isascii() or len(word) > 4:
        return "x"
    number = int(word)
    if len(word) == 4:
        return "y" if 1000 <= number <= 2199 else "x"
    return "d" if 1 <= number <= 31 and len(word) <= 2 else "n"


def _abbreviated(word: str) -> bool:
    return word[:1].isupper() and _ABBREVIATION.fullmatch(word) is not None
