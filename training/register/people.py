"""Who is who: rows of the sources gathered to people, with their names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from communique.codebooks.titles import fold
from communique.knowledge.designations import parse_designation
from communique.knowledge.gazetteer import Gazetteer
from training.register.tables import Row, own, read

_RANK = {"supplement": 0, "every-politician": 1, "foreign-ministers/wikidata": 2, "world-leaders-2021/wikidata": 3}
_JUNK = re.compile(r"\s*\(.*?\)|\s+(?:serving as|in caretaker|i$).*|^[^\w\"]+|[\s\"]+$")
_NICKNAME = re.compile(r"\s*[\"“][^\"”]*[\"”]")
_LATIN = re.compile(r"[\w .,'’‘\-\"()]+")
_SPARED = frozenset({"don", "u", "chief", "ratu", "sheikh", "sayyid", "syed"})  # honorifics that are also people's names
_PLAIN = Gazetteer()


@dataclass(slots=True)
class PersonFacts:
    """What the sources call one person."""

    wikidata: str | None
    gender: str | None = None
    called: Counter[tuple[int, str]] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The name of the best source; of several, the most frequent, then the shortest."""
        latin = [c for c in self.called if c[1].isascii() or not re.search(r"[^\W\d_A-Za-zÀ-ɏḀ-ỿ]", c[1])] or list(self.called)
        return min(latin, key=lambda c: (c[0], -self.called[c], len(c[1]), c[1]))[1]


class People:
    """People by Wikidata id, else by their folded name and state."""

    def __init__(self, rows: Iterable[Row], data: Path) -> None:
        self._by_id: dict[str, PersonFacts] = {}
        self._names: dict[tuple[str, str], set[str]] = defaultdict(set)
        self._everywhere: dict[str, set[str]] = defaultdict(set)
        self._starts: dict[tuple[str, str, str], set[tuple[str, str]]] = defaultdict(set)
        for row in rows:
            if row["wikidata"]:
                for name in (row["actor"], *filter(None, row["also_spelled"].split("|"))):
                    self._learn(row["iso3"], clean(name, row["source"]), row["wikidata"])
                self._starts[row["iso3"], *_ends(row["actor"])].add((row["wikidata"], row["valid_from"]))
        self._read_aliases()
        self._genders, self._articles = _described(data)
        self._usual = {r["person"]: r["name"] for r in own("names.csv")}

    def _learn(self, state: str, name: str, wikidata: str) -> None:
        self._names[state, fold(name)].add(wikidata)
        self._everywhere[fold(name)].add(wikidata)

    def _read_aliases(self) -> None:
        self._extra: dict[str, set[str]] = defaultdict(set)
        for row in own("aliases.csv"):
            self._extra[row["person"]].add(row["alias"])
            if re.fullmatch(r"Q\d+", row["person"]):
                self._learn(row["state"], row["alias"], row["person"])

    def person(self, row: Row) -> PersonFacts | None:
        """The person of a row; None where it names nobody, or is a mere sighting of somebody unknown."""
        name = clean(row["actor"], row["source"])
        wikidata = row["wikidata"] or self._known(name, row)
        if not name or (wikidata is None and row["source"] == "us-meetings"):
            return None
        key = wikidata or f"{fold(name)}/{row['iso3']}"
        person = self._by_id.setdefault(key, PersonFacts(wikidata, self._genders.get(wikidata or "")))
        self._call(person, name, row["source"])
        person.aliases |= {name, *(clean(n, row["source"]) for n in row["also_spelled"].split("|") if n)}
        person.aliases |= self._extra[wikidata or name]
        return person

    def _call(self, person: PersonFacts, name: str, source: str) -> None:
        """Count a name, of our own table first, then of the English Wikipedia's article, then of the source."""
        usual = self._usual.get(person.wikidata or name)
        article = self._articles.get(person.wikidata or "")
        for rank, called in ((-2, usual), (-1, article), (_RANK.get(source, 5), name)):
            if called:
                person.called[rank, called] += 1
                person.aliases.add(called)

    def _known(self, name: str, row: Row) -> str | None:
        found = self._names.get((row["iso3"], fold(name)), set())
        if not found and (row["class"] == "hos" or not row["iso3"]):
            found = self._everywhere.get(fold(name), set())
        if not found and row["valid_from"]:  # "Antony John Blinken" is Antony Blinken if both began alike
            near = self._starts.get((row["iso3"], *_ends(name)), set())
            found = {wikidata for wikidata, start in near if _close(start, row["valid_from"])}
        return next(iter(found)) if len(found) == 1 else None


def _ends(name: str) -> tuple[str, str]:
    words = fold(name).split() or [""]
    return words[0], words[-1]


def _close(one: str, other: str) -> bool:
    """Whether two starts can be one: in the same year, or less than a year apart."""
    if len(one) < 10 or len(other) < 10:
        return one[:4] == other[:4]
    return abs(date.fromisoformat(one) - date.fromisoformat(other)) < timedelta(days=365)


def clean(name: str, source: str) -> str:
    """A source's name without titles and notes; the names of Wikidata stand as they are, "Sheikh Hasina" is one."""
    name = _JUNK.sub("", name).strip(" ,.")
    if not source.startswith(("factbook", "us-meetings", "foreign-ministers")):
        return name
    if fold(name.split(" ")[0]) in _SPARED:
        return name
    parts = parse_designation(name, _PLAIN)
    if parts.name and (parts.offices or parts.honorifics):
        name = parts.name
    return _NICKNAME.sub("", name).strip(" ,.")


def _described(data: Path) -> tuple[dict[str, str], dict[str, str]]:
    """Genders, and titles of articles without what tells namesakes apart, by Wikidata id."""
    genders: dict[str, str] = {}
    articles: dict[str, str] = {}
    for path in sorted((data / "every-politician").glob("*.csv")):
        for row in read(path):
            if row.get("gender") in ("male", "female"):
                genders[row["personID"]] = row["gender"][0]
            if row.get("enwiki"):
                articles[row["personID"]] = re.sub(r"\s*\(.*|,.*", "", row["enwiki"])
    return genders, articles
