"""Words and sentences, with their places in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.record import Span

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "maj",
        "sgt",
        "capt",
        "adm",
        "rep",
        "reps",
        "sen",
        "sens",
        "gov",
        "hon",
        "rev",
        "st",
        "jr",
        "sr",
        "vs",
        "etc",
        "no",
        "nos",
        "art",
        "fig",
        "inc",
        "ltd",
        "co",
        "corp",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "approx",
        "dept",
        "univ",
        "assn",
        "bros",
        "messrs",
        "mme",
        "mlle",
        "hh",
        "hm",
        "hrh",
        "he",
        "brig",
        "cmdr",
        "supt",
        "amb",
        "eng",
        "pres",
        "min",
        "ft",
        "mt",
        "al",
    ]
)
_TOKEN = re.compile(
    r"""
    (?:[A-Za-z]\.){2,}                                 # U.S., H.E.
  | \w+(?=n[’']t\b)                                    # did + n't
  | n[’']t\b
  | [’'](?:s|re|ve|ll|d|m|S)\b                         # clitics
  | \d+(?:[.,:/]\d+)+                                  # 1,000  10:25
  | \w+(?:[-‑]\w+)+(?=[’']s\b)|\w+(?:[-‑]\w+)+         # long-term
  | [^\W_]+(?:[’'](?!(?:s|re|ve|ll|d|m|S)\b)[^\W_]{2,})*   # O’Brien, Ra'is
  | \.\.\.|…|--+|''|``
  | \w | [^\w\s]
    """,
    re.VERBOSE,
)
_END = re.compile(r"[.!?…]+[\"”’»')\]]*(?=\s|$)|[.!?][\"”»](?=\S)|\n\s*\n|[ \t]{4,}")
_OPENING = re.compile(r"[\"“‘«'(\[]*[A-Z0-9À-ÖØ-ÞА-Я\"“‘«\[(—–-]")


def tokens(text: str, start: int, end: int) -> list[Span]:
    """The words and marks of `text[start:end]`; a full stop stays with an abbreviation."""
    found: list[Span] = []
    for match in _TOKEN.finditer(text, start, end):
        a, b = match.span()
        if match[0] == "." and found and found[-1].end == a and _abbreviated(found[-1].of(text)) and b < end:
            found[-1] = Span(found[-1].start, b)
        else:
            found.append(Span(a, b))
    return found


def _abbreviated(word: str) -> bool:
    return word.lower() in _ABBREVIATIONS or (len(word) == 1 and word.isupper())


def sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of `text[start:end]`, without the white space between them."""
    begin = start
    for match in _END.finditer(text, start, end):
        if match.end() >= end or _ends(text, match, end):
            yield from _stripped(text, begin, match.end())
            begin = match.end()
    yield from _stripped(text, begin, end)


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a mark ends a sentence: not after an abbreviation, and what follows begins like one."""
    if match[0].isspace():
        return True
    if match[0] == ".":
        word = re.search(r"[\w.]*$", text[max(0, match.start() - 12) : match.start()])
        if word and (_abbreviated(word[0]) or re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word[0])):
            return bool(re.match(r"\s+(?:The|In|On|He|She|It|But|And|A|An|This|That|They|We)\b", text[match.end() : end][:16]))
    rest = text[match.end() : match.end() + 12].lstrip()
    return bool(_OPENING.match(rest)) or "\n" in text[match.end() : match.end() + 2]


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    start, end = start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())
    if start < end:
        yield Span(start, end)
