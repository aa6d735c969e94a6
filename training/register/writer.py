"""Writes the register's file. The same facts give the same bytes."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from itertools import chain
from pathlib import Path

from communique.codebooks.titles import honorifics, modifiers, nouns, titles
from communique.knowledge.people import words_of
from communique.knowledge.rows import VERSION
from training.register.people import PersonFacts
from training.register.states import StateFacts
from training.register.tables import Row
from training.register.tenures import PositionFacts, TenureFacts

_SCHEMA = """
CREATE TABLE source (id TEXT PRIMARY KEY, title TEXT, licence TEXT, url TEXT, as_of TEXT) WITHOUT ROWID;
CREATE TABLE state (
  iso3 TEXT PRIMARY KEY, name TEXT, within TEXT, adjective TEXT, capital TEXT, wikidata TEXT, member INTEGER) WITHOUT ROWID;
CREATE TABLE entity (id TEXT PRIMARY KEY, name TEXT, kind TEXT, state TEXT, wikidata TEXT) WITHOUT ROWID;
CREATE TABLE entity_name (name TEXT PRIMARY KEY, form TEXT, entity TEXT) WITHOUT ROWID;
CREATE TABLE organ (words TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID;
CREATE TABLE name_word (word TEXT PRIMARY KEY, given INTEGER, family INTEGER) WITHOUT ROWID;
CREATE TABLE person (id INTEGER PRIMARY KEY, wikidata TEXT, name TEXT, gender TEXT);
CREATE TABLE person_name (person INTEGER, name TEXT, PRIMARY KEY (person, name)) WITHOUT ROWID;
CREATE TABLE person_word (word TEXT, person INTEGER, PRIMARY KEY (word, person)) WITHOUT ROWID;
CREATE TABLE position (
  id INTEGER PRIMARY KEY, title TEXT, state TEXT, organization TEXT, office_class TEXT, sense TEXT, field TEXT);
CREATE TABLE tenure (
  person INTEGER, position INTEGER, valid_from TEXT, valid_to TEXT, closed INTEGER, as_of TEXT, acting INTEGER, source TEXT);
"""
_INDEXES = """
CREATE INDEX person_wikidata ON person (wikidata);
CREATE INDEX position_state ON position (state);
CREATE INDEX position_organization ON position (organization) WHERE organization IS NOT NULL;
CREATE INDEX tenure_person ON tenure (person);
CREATE INDEX tenure_position ON tenure (position);
"""
_CALENDAR = frozenset(
    {
        "january", "february", "march", "april", "may", "june", "july", "august",
        "september", "october", "november", "december", "monday", "sunday",
    }
)  # fmt: skip


def write(
    path: Path, states: dict[str, StateFacts], entities: list[tuple[str | None, ...]], names: dict[str, tuple[str, str]],
    organs: list[Row], persons: list[PersonFacts], tenures: list[TenureFacts], sources: list[Row],
) -> None:  # fmt: skip
    """Write all tables to a new file, sorted, and close it compacted."""
    unfinished = path.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as base:
        base.executescript(f"PRAGMA page_size = 4096; PRAGMA user_version = {VERSION}; {_SCHEMA}")
        _fill(base, "source", sorted(tuple(s.values()) for s in sources))
        _fill(base, "state", [_state(states[c]) for c in sorted(states)])
        _fill(base, "entity", sorted(entities, key=str))
        _fill(base, "entity_name", [(n, *names[n]) for n in sorted(names)])
        _fill(base, "organ", sorted((o["words"], o["name"]) for o in organs))
        _fill(base, "name_word", _name_words(persons))
        _people(base, persons)
        _tenures(base, tenures)
        base.executescript(_INDEXES)
        base.commit()
        base.execute("VACUUM")
    unfinished.replace(path)  # at once: others may be reading the old file


def _fill(base: sqlite3.Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    every = list(rows)
    if every:
        base.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(every[0]))})", every)


def _state(state: StateFacts) -> tuple[object, ...]:
    return (state.iso3, state.name, state.within, state.adjective, state.capital, state.wikidata, int(state.member))


def _people(base: sqlite3.Connection, persons: list[PersonFacts]) -> None:
    numbered = list(enumerate(persons, start=1))
    _fill(base, "person", [(n, p.wikidata, p.name, p.gender) for n, p in numbered])
    _fill(base, "person_name", [(n, name) for n, p in numbered for name in sorted(p.aliases | {p.name})])
    words = {(word, n) for n, p in numbered for name in p.aliases | {p.name} for word in words_of(name)}
    _fill(base, "person_word", sorted(words))


def _tenures(base: sqlite3.Connection, tenures: list[TenureFacts]) -> None:
    positions: dict[PositionFacts, int] = {}
    rows = []
    for t in tenures:
        number = positions.setdefault(t.position, len(positions) + 1)
        rows.append((t.person, number, t.valid_from, t.valid_to, int(t.closed), t.as_of, int(t.acting), t.source))
    _fill(
        base,
        "position",
        [(n, p.title, p.state, p.organization, p.office_class, p.sense, p.field) for p, n in positions.items()],
    )
    _fill(base, "tenure", rows)


def _name_words(persons: list[PersonFacts]) -> list[tuple[object, ...]]:
    """Words that begin or end people's names, less those that mean something else before a state's name."""
    other = set(chain.from_iterable((*titles(), *honorifics()))) | nouns() | modifiers().keys() | _CALENDAR
    given: set[str] = set()
    family: set[str] = set()
    for person in persons:
        words = person.name.split()
        if len(words) > 1:
            given.add(words[0])
            family.add(words[-1])
    kept = sorted(w for w in given | family if re.fullmatch(r"[^\W\d_]{3,}", w) and w[0].isupper() and w.lower() not in other)
    return [(w, int(w in given), int(w in family)) for w in kept]
