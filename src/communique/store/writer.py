"""Adding a record: one short transaction a document, all of it or nothing."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Literal

from communique.record import Record
from communique.store.columns import appearance_columns, detail_columns, document_columns, fact_columns, roles
from communique.store.database import Database, Value

Outcome = Literal["added", "unchanged", "replaced"]
Row = Mapping[str, Value]


def add(database: Database, record: Record, raw: bytes) -> Outcome:
    """Keep a record and the bytes it was read from; see `Archive.add`."""
    prepared = _Prepared(record, raw)  # before the transaction: others wait for the lock meanwhile
    with database.transaction():
        known = database.row("SELECT key, fingerprint, added_at FROM documents WHERE id = ?", (record.document.id,))
        if known is None:
            prepared.insert(database, added_at=prepared.now)
            return "added"
        if known["fingerprint"] == prepared.document["fingerprint"]:
            return "unchanged"
        former = [row[0] for row in database.rows("SELECT actor FROM appearances WHERE document = ?", (known["key"],))]
        database.run("DELETE FROM documents WHERE key = ?", (known["key"],))
        prepared.insert(database, added_at=known["added_at"])
        _forget(database, former)
        return "replaced"


class _Prepared:
    """A record laid out in rows, ready to be inserted."""

    def __init__(self, record: Record, raw: bytes) -> None:
        self.now = datetime.now(UTC).isoformat(timespec="seconds")
        self.record = record
        self.content = zlib.compress(raw)
        self.document = document_columns(record)
        self.appearances = [appearance_columns(actor) for actor in record.actors]
        self.facts = [fact_columns(fact, record.document) for fact in record.facts]
        self.details = [detail_columns(fact) for fact in record.facts]
        self.roles = list(roles(record))

    def insert(self, database: Database, added_at: str) -> None:
        _insert(database, "documents", [{**self.document, "added_at": added_at, "read_at": self.now}])
        document = database.integer("SELECT key FROM documents WHERE id = ?", (self.record.document.id,))
        _insert(database, "originals", [{"document": document, "content": self.content}])
        self._insert_facts(database, document, self._insert_actors(database, document))

    def _insert_actors(self, database: Database, document: int) -> dict[str, int]:
        """Keys of the record's actors by id. The archive's name of an actor is the one of the document read last."""
        actors = self.record.actors
        database.run_many(
            "INSERT INTO actors (id, name, kind, state, wikidata) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
            "name = excluded.name, kind = excluded.kind, state = excluded.state, wikidata = excluded.wikidata",
            [(a.id, a.name, a.kind, a.state, a.wikidata) for a in actors],
        )
        keys = {a.id: database.integer("SELECT key FROM actors WHERE id = ?", (a.id,)) for a in actors}
        placed = [
            {"document": document, "position": position, "actor": keys[actor.id], **columns}
            for position, (actor, columns) in enumerate(zip(actors, self.appearances, strict=True))
        ]
        _insert(database, "appearances", placed)
        return keys

    def _insert_facts(self, database: Database, document: int, actors: Mapping[str, int]) -> None:
        first = 1 + database.integer("SELECT coalesce(max(key), 0) FROM facts")
        every = list(enumerate(zip(self.facts, self.details, strict=True)))
        facts = [{"key": first + n, "document": document, "position": n, **fact} for n, (fact, _) in every]
        _insert(database, "facts", facts)
        for section in ("statement", "encounter", "event", "commitment"):
            details = [{"fact": first + n, **detail} for n, (fact, detail) in every if fact["section"] == section]
            _insert(database, section + "s", details)
        _insert(database, "roles", self._parts(first, actors))

    def _parts(self, first: int, actors: Mapping[str, int]) -> list[Row]:
        return [
            {"fact": first + place, "role": role, "position": position, "actor": actors[actor]}
            for place, role, parties in self.roles
            for position, actor in enumerate(parties)
        ]


def _insert(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert rows that all have the same columns; table and columns are names of ours, values are bound."""
    if rows:
        columns = ", ".join(f'"{name}"' for name in rows[0])
        marks = ", ".join("?" * len(rows[0]))
        database.run_many(f"INSERT INTO {table} ({columns}) VALUES ({marks})", [tuple(row.values()) for row in rows])


def _forget(database: Database, actors: Iterable[int]) -> None:
    """Remove those of some actors that no document knows any more."""
    unknown = "DELETE FROM actors WHERE key = ? AND NOT EXISTS (SELECT 1 FROM appearances WHERE actor = actors.key)"
    database.run_many(unknown, [(actor,) for actor in actors])
