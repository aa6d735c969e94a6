"""Lists of facts, filtered by what their tables have columns for; each one query, parties and document included."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import TypedDict

from communique.store.database import Database, Value
from communique.store.documents import date_of
from communique.store.rows import (
    CommitmentRow,
    EncounterRow,
    EventRow,
    Party,
    Section,
    Source,
    StatementRow,
)

SOURCE_COLUMNS = "d.id AS document_id, d.title, d.outlet, d.published, d.url"
# Who takes part in fact `f`, in the order of roles and of the fact, named as its document names them.
PARTIES = """(SELECT json_group_array(json_array(role, id, name, kind, state, office, office_status)) FROM
  (SELECT r.role, a.id, p.name, p.kind, p.state, p.office, p.office_status
   FROM roles r JOIN actors a ON a.key = r.actor JOIN appearances p ON p.actor = r.actor AND p.document = f.document
   WHERE r.fact = f.key ORDER BY r.role, r.position)) AS parties"""
_BASE = f'f.id, f.words, f.start, f."end", f.confidence, {SOURCE_COLUMNS}, {PARTIES}'
_ROLE = """f.key IN (SELECT r.fact FROM roles r JOIN actors a ON a.key = r.actor WHERE a.id = ? AND r.role = ?)"""
_ANY_ROLE = """f.key IN (SELECT r.fact FROM roles r JOIN actors a ON a.key = r.actor WHERE a.id = ?)"""
_STATE = """f.key IN (SELECT r.fact FROM roles r JOIN actors a ON a.key = r.actor WHERE a.state = ? AND r.role <> 'subject')"""
_CONDITIONS = {
    "document": "d.id = ?",
    "speaker": _ROLE,
    "addressee": _ROLE,
    "subject": _ROLE,
    "participant": _ROLE,
    "promisor": _ROLE,
    "promisee": _ROLE,
    "actor": _ANY_ROLE,
    "state": _STATE,
    "act": "t.act = ?",
    "quote_type": "t.quote_type = ?",
    "nature": "t.nature = ?",
    "kind": "t.kind = ?",
    "status": "t.status = ?",
    "event_type": "t.event_type = ?",
    "due_before": "t.deadline_last < ?",
}
Filters = Mapping[str, str | None]


def statements(database: Database, filters: Filters, limit: int, offset: int) -> list[StatementRow]:
    found = _rows(database, "statement", "t.quote_type, t.act, t.inherited, t.nature", filters, limit, offset)
    return [
        StatementRow(
            **_base(row),
            quote_type=row["quote_type"],
            act=row["act"],
            inherited=bool(row["inherited"]),
            nature=row["nature"],
        )
        for row in found
    ]


def encounters(database: Database, filters: Filters, limit: int, offset: int) -> list[EncounterRow]:
    found = _rows(database, "encounter", "t.kind, t.status, t.date, t.host, t.place", filters, limit, offset)
    return [
        EncounterRow(
            **_base(row),
            kind=row["kind"],
            status=row["status"],
            date=date_of(row["date"]),
            host=row["host"],
            place=row["place"],
        )
        for row in found
    ]


def events(database: Database, filters: Filters, limit: int, offset: int) -> list[EventRow]:
    found = _rows(database, "event", "t.event_type, t.mode, t.modality, t.date", filters, limit, offset)
    return [
        EventRow(
            **_base(row),
            event_type=row["event_type"],
            mode=row["mode"],
            modality=row["modality"],
            date=date_of(row["date"]),
        )
        for row in found
    ]


def commitments(database: Database, filters: Filters, limit: int, offset: int) -> list[CommitmentRow]:
    found = _rows(database, "commitment", "t.status, t.action, t.deadline", filters, limit, offset)
    return [
        CommitmentRow(**_base(row), status=row["status"], action=row["action"], deadline=date_of(row["deadline"]))
        for row in found
    ]


def _rows(database: Database, section: Section, columns: str, filters: Filters, limit: int, offset: int) -> list[sqlite3.Row]:
    """Facts of one section that fit all filters that are set, newest first. Names in the SQL are ours, values are bound."""
    given = {name: value for name, value in filters.items() if value is not None}
    conditions, parameters = ["f.section = ?"], list[Value]([section])
    for name, value in given.items():
        conditions.append(_CONDITIONS[name])
        parameters += [value, name] if _CONDITIONS[name] == _ROLE else [value]
    order = "f.position" if "document" in given else "f.last DESC, f.key DESC"
    sql = f"""SELECT {_BASE}, {columns} FROM facts f JOIN {section}s t ON t.fact = f.key JOIN documents d ON d.key = f.document
    WHERE {" AND ".join(conditions)} ORDER BY {order} LIMIT ? OFFSET ?"""
    return database.rows(sql, [*parameters, limit, offset])


class _Base(TypedDict):
    id: str
    document: Source
    words: str
    start: int
    end: int
    confidence: float
    parties: tuple[Party, ...]


def _base(row: sqlite3.Row) -> _Base:
    return {
        "id": row["id"],
        "document": source_of(row),
        "words": row["words"],
        "start": row["start"],
        "end": row["end"],
        "confidence": row["confidence"],
        "parties": parties_of(row),
    }


def source_of(row: sqlite3.Row) -> Source:
    """The document in a row with `SOURCE_COLUMNS`."""
    return Source(row["document_id"], row["title"], row["outlet"], date_of(row["published"]), row["url"])


def parties_of(row: sqlite3.Row) -> tuple[Party, ...]:
    """The actors in a row with `PARTIES`."""
    return tuple(Party(*party) for party in json.loads(row["parties"]))
