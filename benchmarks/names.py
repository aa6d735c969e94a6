"""Whether two names can mean the same person, state or body, as accuracy is counted: spelling may differ, titles do not count.

`states.csv` (short and formal English names, one a row, ISO 3166-1 alpha-3 codes; KOS, EU and UN beside them) is apart from
the register on purpose: what is measured must not be its own measure.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

_WORD = re.compile(r"\w+")
_CODE = re.compile(r"[A-Z]{2,3}\d?")
_OTHER_CODES = {"EUR": "EU", "UNO": "UN"}
_APOSTROPHES = str.maketrans("’'ı", "  i")
_NEAR = 0.8  # of `SequenceMatcher.ratio`; for words of six letters and more, so that "Lukashenka" is "Lukashenko"
# What says nothing about who is meant: offices, forms of state, forms of address, particles of names.
_EMPTY_WORDS = frozenset(
    "affairs al ambassador and ayatollah bin council de democratic department dr e excellency foreign for general government h "
    "her his ibn imam islamic king kingdom la leader minister ministry mr mrs ms national north of office people peoples "
    "president prime republic secretary security sir south spokesman spokesperson state states supreme the union united".split()
)


@cache
def fold(name: str) -> str:
    """Lower case, without accents and punctuation, words a space apart."""
    plain = unicodedata.normalize("NFKD", name)
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return " ".join(_WORD.findall(bare.lower().translate(_APOSTROPHES)))


@cache
def states() -> dict[str, str]:
    """Code of a state by its folded name."""
    with (Path(__file__).parent / "states.csv").open(encoding="utf-8", newline="") as file:
        return {fold(row["name"]): row["code"] for row in csv.DictReader(file)}


@cache
def same_name(one: str, other: str) -> bool:
    """Whether two names can mean the same: equal, one state, the same last word, or one's telling words among the other's."""
    a, b = fold(one), fold(other)
    if not a or not b or a == b:
        return bool(a) and a == b
    if a in states() or b in states():
        return states().get(a, a.upper()) == states().get(b, b.upper())
    x, y = _telling(a), _telling(b)
    return bool(x and y) and (_same_family(x, y) or _within(*sorted((x, y), key=len)))


def _telling(folded: str) -> list[str]:
    return [word for word in folded.split() if word not in _EMPTY_WORDS]


def _same_family(x: list[str], y: list[str]) -> bool:
    """The last words agree; short ones ("Wang") only with another word that agrees, or where one name is no longer."""
    if not _near(x[-1], y[-1]):
        return False
    return min(len(x), len(y)) == 1 or len(x[-1]) >= 5 or any(_near(p, q) for p in x[:-1] for q in y[:-1])


def _within(short: list[str], long: list[str]) -> bool:
    return all(any(_near(p, q) for q in long) for p in short)


def _near(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) >= 6 and SequenceMatcher(None, a, b).ratio() >= _NEAR)


class Coder:
    """Names to codes of states, by way of the people and bodies that the gold document itself lists with their state."""

    def __init__(self, actors: Sequence[tuple[str, str]]) -> None:
        self._actors = actors

    def code(self, name: str) -> str:
        """The code of a state, or of the state somebody belongs to; else the folded name. Empty for an empty name."""
        if not name:
            return ""
        if (folded := fold(name)) in states():
            return states()[folded]
        if _CODE.fullmatch(name):
            return _OTHER_CODES.get(name, name)
        return next((state for actor, state in self._actors if same_name(actor, name)), folded)
