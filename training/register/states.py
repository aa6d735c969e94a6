"""States with the names, adjectives, demonyms, capitals and seats of power they go by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from communique.knowledge.answers import NameForm
from training.register.tables import Row, code, own, read

_NO_MEMBERS = frozenset({"TWN", "PSE", "VAT", "KOS", "COK", "NIU", "ESH"})  # states that are not members of the United Nations
_DEPENDENT = frozenset(  # territories whose parent rigour does not give
    {
        "AIA", "ATA", "ALA", "BMU", "BVT", "CCK", "COK", "CYM", "DGA", "FLK", "GGY", "GIB", "HMD", "IMN",
        "IOT", "JEY", "MSR", "NFK", "NIU", "PCN", "SGS", "SHN", "TCA", "TKL", "VGB", "VIR", "WLF",
    }
)  # fmt: skip
_LEFT_OUT = frozenset({"SUN", "YUG", "SCG", "DDR", "CSK", "ZAR", "CYB"})  # states that are no more, and no state
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’. -]*")
_ARTICLE = re.compile(
    r"United|Netherlands|Philippines|Maldives|Bahamas|Gambia|Comoros|Seychelles|.*(?:Republic|Islands|Kingdom|Emirates|States)$"
)
_NOTE = re.compile(r"\([^)]*\)|\[[^\]]*\]|;.*|\bnote\b.*")


@dataclass(slots=True)
class StateFacts:
    """What the sources say of one state."""

    iso3: str
    wikidata: str | None
    name: str = ""
    adjective: str | None = None
    capital: str | None = None
    dependent: bool = False
    names: dict[str, NameForm | None] = field(default_factory=dict)  # None: to be swallowed, not reported

    @property
    def within(self) -> str:
        return f"the {self.name}" if _ARTICLE.match(self.name) else self.name

    @property
    def member(self) -> bool:
        return not self.dependent and self.iso3 not in _NO_MEMBERS


def states(data: Path) -> dict[str, StateFacts]:
    """All present states and territories, by code; sources in rising rank: rigour, the Factbook, our own table."""
    found: dict[str, StateFacts] = {}
    for row in read(data / "territories.csv"):
        if row["iso3"] and row["kind"] != "historical" and row["iso3"] not in _LEFT_OUT:
            _territory(found, row)
    for row in read(data / "factbook_countries.csv"):
        if (iso3 := code(row["iso3"])) in found:
            _factbook(found[iso3], row)
    for row in own("state_names.csv"):
        _own(found[row["iso3"]], row)
    for row in own("seats.csv"):
        found[row["iso3"]].names[row["name"]] = "seat"
    return found


def _territory(found: dict[str, StateFacts], row: Row) -> None:
    state = found.setdefault(code(row["iso3"]), StateFacts(code(row["iso3"]), row["wikidata"] or None))
    if row["strength"] == "primary":
        inside = bool(row["parent"]) or row["kind"] == "other" or row["iso3"] in _DEPENDENT
        state.name, state.dependent = row["name"], inside and row["iso3"] not in ("PSE", "XKX", "TWN")
    if row["strength"] == "weak" or not _LATIN.fullmatch(row["name"]) or len(row["name"]) < 3:
        return
    state.names.setdefault(row["name"], "name")
    if row["strength"] in ("primary", "full"):
        state.names.setdefault(row["name"].upper(), "name")


def _factbook(state: StateFacts, row: Row) -> None:
    for adjective in _forms(row["nationality_adjective"]):
        state.adjective = state.adjective or adjective
        state.names.setdefault(adjective, "adjective")
    for noun in _forms(row["nationality_noun"]):
        state.names.setdefault(noun, "demonym")
        if re.search(rf"{re.escape(noun)}\(s\)", row["nationality_noun"]):
            state.names.setdefault(f"{noun}s", "demonym")
    for capital in _capitals(row["capital"]):
        state.capital = state.capital or capital
        state.names.setdefault(capital, "capital")


def _forms(text: str) -> Iterator[str]:
    for part in re.split(r",| or ", _NOTE.sub("", text)):
        word = part.strip()
        if _LATIN.fullmatch(word) and word != "none" and len(word) > 2:
            yield word


def _capitals(text: str) -> Iterator[str]:
    for part in re.split(r";|,(?! D)", text):
        word = re.split(r" \(| in | is ", part.strip())[0].strip()
        if _LATIN.fullmatch(word.replace(",", "")) and "capital" not in word:
            yield word


def _own(state: StateFacts, row: Row) -> None:
    name, form = row["name"], row["form"]
    if form == "drop":
        state.names.pop(name, None)
    elif form == "decoy":
        state.names[name] = None
    elif form == "short":
        state.name, state.names[name] = name, "name"
    elif form == "name":
        state.names[name] = "name"
    elif form == "adjective":
        state.adjective, state.names[name] = state.adjective or name, "adjective"
    elif form == "demonym":
        state.names[name] = "demonym"
    elif form == "capital":
        state.capital, state.names[name] = state.capital or name, "capital"
    else:
        raise ValueError(f"state_names.csv: unknown form {form!r} of {name!r}")
