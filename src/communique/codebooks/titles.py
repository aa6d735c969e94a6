"""Words for offices and honorifics, read from `titles.csv` and `honorifics.csv`; a new word is a new row there.

A row of `titles.csv` is a `title` (an office), a `noun` (a word of an institution or of a minister's field) or a `modifier`
(visiting, former, acting). Keys are tuples of folded words: without case, accents, dots and apostrophes.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

WORD = re.compile(r"[^\W_]+(?:[.'’‘ʻ`&-][^\W_]+)*['’](?!\w)|[^\W_]+(?:[.'’‘ʻ`&-][^\W_]+)*")
_DROPPED = str.maketrans("", "", ".'’‘ʻʼ`´")
_LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a"}
)

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """An office. `office_class` groups offices by rank, `sense` names the chair: both foreign words for one chair share it.

    `state` is set where the words name one state's office only, `gender` (`m`, `f`) where they tell it.
    """

    words: str
    office_class: str
    sense: str
    state: str | None
    gender: str | None


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of address before a name, or in its place. `sense` is its kind: style, clerical, military, academic …"""

    words: str
    sense: str
    gender: str | None


def fold(text: str) -> str:
    """Text without case, accents, dots and apostrophes, to compare spellings."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_DROPPED)


def key_of(text: str) -> Key:
    """The folded words of a text."""
    return tuple(fold(w) for w in WORD.findall(text))


@cache
def titles() -> dict[Key, Title]:
    """Offices by their folded words."""
    return {
        key_of(r["words"]): Title(r["words"], r["office_class"], r["sense"], r["state"] or None, r["gender"] or None)
        for r in _rows("titles.csv")
        if r["kind"] == "title"
    }


@cache
def nouns() -> frozenset[str]:
    """Words of institutions and of ministers' fields, folded."""
    return frozenset(fold(r["words"]) for r in _rows("titles.csv") if r["kind"] == "noun")


@cache
def modifiers() -> dict[str, str]:
    """Words before an office, folded, with what they do to it: `former`, `acting`, `elect`, `deputy` or nothing."""
    return {fold(w): r["sense"] for r in _rows("titles.csv") if r["kind"] == "modifier" for w in r["words"].split()}


@cache
def honorifics() -> dict[Key, Honorific]:
    """Honorifics by their folded words."""
    return {key_of(r["words"]): Honorific(r["words"], r["sense"], r["gender"] or None) for r in _rows("honorifics.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(files("communique.codebooks").joinpath(name).read_text("utf-8").splitlines())
