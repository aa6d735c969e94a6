"""The register's file: a read-only SQLite database, read into typed rows. The only place that knows its tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from communique.errors import KnowledgeError
from communique.knowledge.answers import Entity, State
from communique.knowledge.gazetteer import Gazetteer
from communique.record import DateValue, Position, Tenure

VERSION = 1  # of the tables; the builder writes it, and a file of another version is refused

_TENURE = """SELECT t.person, p.name, p.wikidata, p.gender, o.title, o.state, o.organization, o.office_class, o.sense, o.field,
  t.valid_from, t.valid_to, t.closed, t.as_of, t.acting, t.source
  FROM tenure t JOIN position o ON o.id = t.position JOIN person p ON p.id = t.person WHERE """


@dataclass(frozen=True, slots=True)
class Holding:
    """One row of tenure with its person and position. `closed` is false where only a last sighting is known, no end."""

    person: int
    name: str
    wikidata: str | None
    gender: str | None
    title: str
    state: str | None
    organization: str | None
    office_class: str
    sense: str
    field: frozenset[str]
    valid_from: DateValue | None
    valid_to: DateValue | None
    closed: bool
    as_of: date
    acting: bool
    source: str

    @property
    def tenure(self) -> Tenure:
        position = Position(self.title, self.state, self.office_class)
        return Tenure(self.name, self.wikidata, position, self.valid_from, self.valid_to, self.as_of.isoformat(), self.source)


class Rows:
    """Queries on the file. One connection, shared by threads behind a lock: a query takes microseconds.

    Raises:
        KnowledgeError: if the file is missing, no register, or of another version.
    """

    def __init__(self, path: Path) -> None:
        if not path.is_file():
            raise KnowledgeError(
                f"the register {path.name} is missing; install communique again, or build it with training.register"
            )
        self._lock = Lock()
        try:
            self._connection = sqlite3.connect(
                f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            version = self._all("PRAGMA user_version")[0][0]
        except sqlite3.Error as error:
            raise KnowledgeError(f"the register {path.name} can't be read ({error}); install communique again") from error
        if version != VERSION:
            raise KnowledgeError(
                f"the register {path.name} is of version {version}, this program reads {VERSION}; build it again"
            )

    def close(self) -> None:
        self._connection.close()

    def _all(self, query: str, values: Iterable[object] = ()) -> list[tuple[object, ...]]:
        with self._lock, closing(self._connection.execute(query, tuple(values))) as cursor:
            return cursor.fetchall()

    @cached_property
    def states(self) -> dict[str, State]:
        rows = self._all("SELECT iso3, name, within, adjective, capital, wikidata, member FROM state")
        return {
            str(r[0]): State(str(r[0]), str(r[1]), str(r[2]), _text(r[3]), _text(r[4]), _text(r[5]), bool(r[6])) for r in rows
        }

    @cached_property
    def gazetteer(self) -> Gazetteer:
        entities = {
            str(r[0]): Entity(str(r[0]), str(r[1]), r[2], _text(r[3]), _text(r[4]))  # type: ignore[arg-type]
            for r in self._all("SELECT id, name, kind, state, wikidata FROM entity")
        }
        entities[""] = Entity("", "", "bloc")
        names = [(str(n), f, entities[str(e)]) for n, f, e in self._all("SELECT name, form, entity FROM entity_name")]
        organs = [(str(w), str(n)) for w, n in self._all("SELECT words, name FROM organ")]
        words = self._all("SELECT word, given, family FROM name_word")
        given = frozenset(str(w) for w, g, _ in words if g)
        return Gazetteer(names, organs, given, frozenset(str(w) for w, _, f in words if f))  # type: ignore[arg-type]

    def aliases(self, person: int) -> tuple[str, ...]:
        return tuple(str(r[0]) for r in self._all("SELECT name FROM person_name WHERE person = ? ORDER BY name", [person]))

    def person_of(self, wikidata: str) -> tuple[int, str, str | None] | None:
        found = self._all("SELECT id, name, gender FROM person WHERE wikidata = ?", [wikidata])
        return (int(str(found[0][0])), str(found[0][1]), _text(found[0][2])) if found else None

    def with_words(self, words: Iterable[str]) -> list[int]:
        """People one of whose names holds all of some folded words."""
        every = sorted(set(words))
        marks = ", ".join("?" * len(every))
        query = f"SELECT person FROM person_word WHERE word IN ({marks}) GROUP BY person HAVING count(*) = ? ORDER BY person"
        return [int(str(r[0])) for r in self._all(query, [*every, len(every)])]

    def held_by(self, people: Iterable[int]) -> list[Holding]:
        every = list(people)
        found: list[Holding] = []
        for at in range(0, len(every), 500):  # SQLite allows only so many values in one query
            part = every[at : at + 500]
            found += self._holdings(f"t.person IN ({', '.join('?' * len(part))})", part)
        return found

    def held_in(self, state: str | None, organization: str | None = None) -> list[Holding]:
        if organization:
            return self._holdings("o.organization = ?", [organization])
        return self._holdings("o.state = ?", [state])

    def _holdings(self, condition: str, values: Iterable[object]) -> list[Holding]:
        return [_holding(r) for r in self._all(_TENURE + condition, values)]

    @cached_property
    def sources(self) -> tuple[dict[str, str], ...]:
        """Each source with its `id`, `title`, `licence`, `url` and `as_of`."""
        keys = ("id", "title", "licence", "url", "as_of")
        return tuple(dict(zip(keys, map(str, r), strict=True)) for r in self._all(f"SELECT {', '.join(keys)} FROM source"))


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _date(value: object) -> DateValue | None:
    return None if value is None else DateValue(str(value))


def _holding(row: tuple[object, ...]) -> Holding:
    return Holding(
        int(str(row[0])), str(row[1]), _text(row[2]), _text(row[3]), str(row[4]), _text(row[5]), _text(row[6]), str(row[7]),
        str(row[8]), frozenset(str(row[9]).split()), _date(row[10]), _date(row[11]), bool(row[12]),
        date.fromisoformat(str(row[13])), bool(row[14]), str(row[15]),
    )  # fmt: skip
