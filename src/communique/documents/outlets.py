"""Lines that name who publishes: an office, a ministry's press service, a newspaper; and what kind of paper it is.

The words are data: `outlets.tsv`. `office` ends the name of an office ("press service" of …); `paper` ends the name of a
newspaper or agency, `definite` of one with "The" before it ("The Harbor Times"); `name` is a publisher whose name has
neither; `release` is a kind of paper ("COMMUNIQUÉ"), which is no headline; `plural` is a word in -s that is no verb, since
"Foreign Ministry Summons Envoy" is a headline.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

Kind = Literal["office", "paper", "definite", "name", "release", "plural"]

_LONGEST = 160  # characters of a line that may name an office
_MOST_WORDS = 14  # words of an office's name
_PAPER_WORDS = 5  # words of a newspaper's name
_MODIFIERS = 4  # words before the noun: "Federal Foreign Office", "Turkish Presidency's Communications Directorate"
_BREAK = re.compile(r"\s+[—–|/•·-]+\s+|\s*[|•·]\s*|\s+/+|:\s+|,\s+(?=(?:Press|Media|Communications?|Information|Office)\b)")
_WORD = re.compile(r"[^\W_][\w’'.-]*|&")
_INNER = frozenset("of for to in on and & the de du des la le del".split())  # small words a name may have inside
_OUTER_LIST = "at by with from into as under over after before against amid near off via despite without a an is are was not no"
_OUTER = frozenset(_OUTER_LIST.split())  # small words no name has
_TURN = _INNER - {"the"}  # what ends the words around an office's noun
_NUMBER = r"(?:\s*[,:–—-]?\s*(?:n[o°º]|nr|number|ref(?:erence)?|#)?\.?\s*[:#]?\s*[A-Z]{0,6}[/-]?\d[\w./-]{0,20})?"
_PARTICIPLES = ("united", "allied", "federated")  # words in -ed that names have
_UNIT = re.compile(r"\w+(?: \w+)?")  # "Press Service", which does not say whose


def outlet_of(line: str) -> str | None:
    """The publisher that a whole line names and says nothing else of; None where it may be a headline.

    Of "PRESIDENCY OF THE REPUBLIC / Press Service" the first; of "Press Service — Ministry of Fisheries" the one that says
    whose. Names that stand in capitals lose them.
    """
    if len(line) > _LONGEST or line.endswith(("?", "!", ";")):
        return None
    parts = [x.strip(" .") for x in _BREAK.split(line.strip(" .:—–-"))]
    named = [x for x in parts if is_office(x) or is_paper(x)]
    if not named or any(x not in named and not is_release(x) for x in parts):
        return None
    whose = [x for x in named if says_whose(x)]
    return _uncapitalized((whose or named)[0])


def says_whose(outlet: str) -> bool:
    """Whether a name says whose office it is; "Press Center" does not, and may be an entry of a menu."""
    return not _UNIT.fullmatch(outlet)


def is_office(name: str) -> bool:
    """Whether a name is that of an office: capitals, a noun of an office before the first "of", and no verb."""
    if _folded(name) in _words("name"):
        return True
    words = _WORD.findall(name)
    if not 0 < len(words) <= _MOST_WORDS or any(_is_verb(w) or not (_is_capital(w) or w in _INNER) for w in words):
        return False
    lower = [w.casefold().replace("’", "'") for w in words]
    if not _OUTER.isdisjoint(lower) or any(a == "to" and b != "the" for a, b in pairwise([*lower, ""])):
        return False
    turn = next((i for i, w in enumerate(lower) if w in _TURN), len(lower))
    head = lower[lower[0] == "the" : turn]
    sizes = [n for n in range(1, len(head) + 1) if " ".join(head[-n:]) in _words("office")]
    return bool(sizes) and len(head) - sizes[-1] <= _MODIFIERS and len(lower) > 1


def is_paper(name: str) -> bool:
    """Whether a name is that of a newspaper or agency, told by its last word: "The Harbor Courier"."""
    words = _WORD.findall(name)
    lower = [w.casefold() for w in words]
    if not 2 <= len(words) <= _PAPER_WORDS or not _OUTER.isdisjoint(lower) or not _TURN.isdisjoint(lower):
        return False
    known = lower[-1] in _words("paper") or (lower[0] == "the" and len(lower) > 2 and lower[-1] in _words("definite"))
    return known and all(_is_capital(w) and not _is_verb(w) for w in words)


def is_release(line: str) -> bool:
    """Whether a line only says what kind of paper this is, with or without its number: "Press release No. 14/23"."""
    return len(line) <= 60 and _release().fullmatch(line.strip(" .:*—–-")) is not None


@cache
def _release() -> re.Pattern[str]:
    kinds = sorted(map(re.escape, _words("release")), key=len, reverse=True)
    return re.compile(rf"(?:the )?(?:{'|'.join(kinds)}){_NUMBER}", re.IGNORECASE)


@cache
def _words(kind: Kind) -> frozenset[str]:
    lines = files("communique.documents").joinpath("outlets.tsv").read_text(encoding="utf-8").splitlines()
    return frozenset(_folded(row["words"]) for row in csv.DictReader(lines, delimiter="\t") if row["kind"] == kind)


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("’", "'").split()).removeprefix("the ")


def _is_capital(word: str) -> bool:
    return not word[0].islower()


def _is_verb(word: str) -> bool:
    """Whether a word has the ending of a verb as headlines use them."""
    lower = word.casefold().replace("’", "'")
    if lower.endswith(("'s", "ss", "us", "is", "s'")) or lower in _words("plural") or lower in _PARTICIPLES:
        return False
    return (lower.endswith("s") and len(lower) > 3) or (lower.endswith("ed") and len(lower) > 4)


def _uncapitalized(name: str) -> str:
    """A name of several words without its capitals where all of it is in capitals."""
    words = name.split()
    if len(words) < 2 or not name.isupper():
        return name
    small = [w.casefold() if n and w.casefold() in _INNER else w.capitalize() for n, w in enumerate(words)]
    return " ".join(small)
