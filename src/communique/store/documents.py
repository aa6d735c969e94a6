"""Documents out of the archive: whole records, lists, counts, and what an id means."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator

from communique.errors import UnknownIdError
from communique.record import Actor, Commitment, DateValue, Document, Encounter, Event, Fact, Record, Statement, TimeMention
from communique.record.plain import from_plain
from communique.store.columns import SECTIONS
from communique.store.database import Database, Value
from communique.store.rows import Counts, DocumentRow, Meeting, Reference

_CANDIDATES = 5
_PAGE = 500  # ids fetched at a time when the whole archive is walked

_LIST = """
SELECT d.id, d.title, d.outlet, d.published, d.url, d.language, d.source, d.diplomatic, d.engine,
       substr(d.text, 1, 280) AS opening,
       (SELECT json_group_object(section, n) FROM
         (SELECT section, count(*) AS n FROM facts WHERE document = d.key GROUP BY section)) AS facts,
       (SELECT json_group_array(json_array(id, kind, status, date, json(names))) FROM
         (SELECT f.id, e.kind, e.status, e.date,
                 (SELECT json_group_array(name) FROM
                   (SELECT p.name FROM roles r JOIN appearances p ON p.document = d.key AND p.actor = r.actor
                    WHERE r.fact = f.key AND r.role = 'participant' ORDER BY r.position)) AS names
          FROM facts f JOIN encounters e ON e.fact = f.key
          WHERE f.document = d.key AND f.section = 'encounter' ORDER BY f.position)) AS meetings
FROM documents d
"""
_NEWEST_FIRST = " ORDER BY d.last DESC, d.key DESC LIMIT ? OFFSET ?"


def documents(database: Database, limit: int, offset: int, actor: str | None = None) -> list[DocumentRow]:
    where, parameters = "", list[Value]()
    if actor is not None:
        where = " WHERE d.key IN (SELECT document FROM appearances WHERE actor = (SELECT key FROM actors WHERE id = ?))"
        parameters = [actor]
    return [_document_row(row) for row in database.rows(_LIST + where + _NEWEST_FIRST, [*parameters, limit, offset])]


def document_ids(database: Database) -> Iterator[str]:
    """Ids of all documents in the order they were added, fetched by pages so that no reader holds up the writers."""
    last = 0
    while page := database.rows("SELECT key, id FROM documents WHERE key > ? ORDER BY key LIMIT ?", (last, _PAGE)):
        yield from (row["id"] for row in page)
        last = page[-1]["key"]


def record(database: Database, document_id: str) -> Record:
    with database.snapshot():
        row = database.row("SELECT * FROM documents WHERE id = ?", (document_id,))
        if row is None:
            raise UnknownIdError(f"no document has the id {document_id!r}; `communique search` finds the ids of documents")
        actors = database.rows("SELECT payload FROM appearances WHERE document = ? ORDER BY position", (row["key"],))
        facts = database.rows("SELECT section, payload FROM facts WHERE document = ? ORDER BY position", (row["key"],))
    every = [fact_of(fact) for fact in facts]
    return Record(
        document=from_plain(Document, {**json.loads(row["payload"]), "text": row["text"]}),
        engine=row["engine"],
        diplomatic=bool(row["diplomatic"]),
        actors=tuple(from_plain(Actor, json.loads(actor["payload"])) for actor in actors),
        statements=tuple(fact for fact in every if isinstance(fact, Statement)),
        encounters=tuple(fact for fact in every if isinstance(fact, Encounter)),
        events=tuple(fact for fact in every if isinstance(fact, Event)),
        commitments=tuple(fact for fact in every if isinstance(fact, Commitment)),
        times=tuple(from_plain(TimeMention, time) for time in json.loads(row["times"])),
    )


def original(database: Database, document_id: str) -> bytes:
    sql = "SELECT o.content FROM originals o JOIN documents d ON d.key = o.document WHERE d.id = ?"
    if row := database.row(sql, (document_id,)):
        return zlib.decompress(row["content"])
    raise UnknownIdError(f"no document has the id {document_id!r}; `communique search` finds the ids of documents")


def fact(database: Database, fact_id: str) -> tuple[str, Fact]:
    sql = "SELECT d.id, f.section, f.payload FROM facts f JOIN documents d ON d.key = f.document WHERE f.id = ?"
    if row := database.row(sql, (fact_id,)):
        return row["id"], fact_of(row)
    raise UnknownIdError(f"no fact has the id {fact_id!r}; `communique search` finds the ids of facts")


def fact_of(row: sqlite3.Row) -> Fact:
    """The noun in a row with `section` and `payload`."""
    return from_plain(SECTIONS[row["section"]], json.loads(row["payload"]))


def resolve(database: Database, beginning: str) -> Reference:
    found = _beginning_with(database, beginning) if beginning else []
    exact = [reference for reference in found if reference.id == beginning]
    if len(exact or found) == 1:
        return (exact or found)[0]
    if not found:
        raise UnknownIdError(f"no document or fact has an id that begins with {beginning!r}; `communique search` finds ids")
    names = ", ".join(reference.id for reference in found[:_CANDIDATES])
    more = " …" if len(found) > _CANDIDATES else ""
    raise UnknownIdError(f"{beginning!r} could be {names}{more}; give more of the id")


def counts(database: Database) -> Counts:
    tables = ("documents", "actors", "statements", "encounters", "events", "commitments")
    numbers = {table: database.integer(f"SELECT count(*) FROM {table}") for table in tables}
    return Counts(outlets=database.integer("SELECT count(DISTINCT outlet) FROM documents"), **numbers)


def _beginning_with(database: Database, beginning: str) -> list[Reference]:
    """Documents and facts by the beginning of their ids, the exact one first; a range, so that the indexes serve."""
    sql = """
    SELECT id, 'document' AS section, id AS document_id FROM documents WHERE id >= ?1 AND id < ?2
    UNION SELECT f.id, f.section, d.id FROM facts f JOIN documents d ON d.key = f.document WHERE f.id >= ?1 AND f.id < ?2
    ORDER BY 1 LIMIT ?3"""
    rows = database.rows(sql, (beginning, beginning + chr(0x10FFFF), _CANDIDATES + 1))
    return [Reference(*row) for row in rows]


def _document_row(row: sqlite3.Row) -> DocumentRow:
    facts = json.loads(row["facts"])
    return DocumentRow(
        id=row["id"],
        title=row["title"],
        outlet=row["outlet"],
        published=date_of(row["published"]),
        url=row["url"],
        language=row["language"],
        source=row["source"],
        diplomatic=bool(row["diplomatic"]),
        engine=row["engine"],
        statements=facts.get("statement", 0),
        encounters=facts.get("encounter", 0),
        events=facts.get("event", 0),
        commitments=facts.get("commitment", 0),
        meetings=tuple(
            Meeting(name, kind, status, date_of(date), tuple(names))
            for name, kind, status, date, names in json.loads(row["meetings"])
        ),
        opening=row["opening"],
    )


def date_of(text: str | None) -> DateValue | None:
    return None if text is None else DateValue(text)
