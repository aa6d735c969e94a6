"""Search over the archive: facts by their words (BM25) or fields, then documents."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence

from communique.store.conditions import Condition, kinds_of, match, of_documents, of_facts
from communique.store.database import Database, Value
from communique.store.facts import PARTIES, SOURCE_COLUMNS, parties_of, source_of
from communique.store.query import Term, parse
from communique.store.rows import Hit

# FTS5 puts these round the words it found; control characters, for texts hold none that matter.
_OPEN, _CLOSE = "\x02", "\x03"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}]")
_CLIP = 400  # characters shown where no words were searched for

# The page is cut first and dressed afterwards, so that parties and snippets are made for its rows only.
_FACT_PAGE = """
SELECT f.id, f.section, {source}, {parties}, {snippet} AS words, f.confidence,
  coalesce((SELECT act FROM statements WHERE fact = f.key), (SELECT kind FROM encounters WHERE fact = f.key),
    (SELECT event_type FROM events WHERE fact = f.key), (SELECT status FROM commitments WHERE fact = f.key)) AS label,
  (SELECT nature FROM statements WHERE fact = f.key) AS nature
FROM ({page}) hit JOIN facts f ON f.key = hit.key JOIN documents d ON d.key = f.document ORDER BY hit.place
"""
_DOCUMENT_PAGE = """
SELECT d.id, 'document' AS section, {source}, '[]' AS parties, {snippet} AS words, NULL AS confidence, NULL AS label,
  NULL AS nature
FROM ({page}) hit JOIN documents d ON d.key = hit.key ORDER BY hit.place
"""


def search(database: Database, text: str, limit: int, offset: int) -> list[Hit]:
    """Facts first, then documents; see `Archive.search`."""
    terms = parse(text)
    kinds = kinds_of(terms)
    with database.snapshot():
        sections = sorted(kinds - {"document"})
        hits = _facts(database, terms, sections, limit, offset) if sections else []
        if "document" in kinds and len(hits) < limit:
            passed = _count_facts(database, terms, sections) if sections and offset and not hits else 0
            hits += _documents(database, terms, limit - len(hits), max(0, offset - passed) if not hits else 0)
    return hits


def _facts(database: Database, terms: Sequence[Term], sections: Sequence[str], limit: int, offset: int) -> list[Hit]:
    source, values = _fact_source(terms, sections)
    words = match(terms)
    order = "w.rank, f.key" if words else "f.last DESC, f.key DESC"
    page = f"SELECT f.key, row_number() OVER () AS place FROM (SELECT f.key {source} ORDER BY {order} LIMIT ? OFFSET ?) f"
    snippet = _snippet("fact_words", "f", "words", words)
    sql = _FACT_PAGE.format(source=SOURCE_COLUMNS, parties=PARTIES, page=page, snippet=snippet)
    return [_hit(row) for row in database.rows(sql, [*([words] if words else []), *values, limit, offset])]


def _count_facts(database: Database, terms: Sequence[Term], sections: Sequence[str]) -> int:
    source, values = _fact_source(terms, sections)
    return database.integer(f"SELECT count(*) {source}", values)


def _fact_source(terms: Sequence[Term], sections: Sequence[str]) -> tuple[str, list[Value]]:
    """FROM and WHERE of the facts that fit, and the values to bind."""
    words = match(terms)
    start = Condition(f"f.section IN ({', '.join('?' * len(sections))})", tuple(sections))
    where, values = _joined(words, [start, *of_facts(terms)])
    table = "fact_words w CROSS JOIN facts f ON f.key = w.rowid" if words else "facts f"
    return f"FROM {table} WHERE {where.format(table='fact_words')}", values


def _documents(database: Database, terms: Sequence[Term], limit: int, offset: int) -> list[Hit]:
    words = match(terms)
    where, values = _joined(words, of_documents(terms))
    table = "document_words w CROSS JOIN documents d ON d.key = w.rowid" if words else "documents d"
    order = "w.rank, d.key" if words else "d.last DESC, d.key DESC"
    found = f"SELECT d.key FROM {table} WHERE {where.format(table='document_words')} ORDER BY {order} LIMIT ? OFFSET ?"
    page = f"SELECT d.key, row_number() OVER () AS place FROM ({found}) d"
    sql = _DOCUMENT_PAGE.format(source=SOURCE_COLUMNS, page=page, snippet=_snippet("document_words", "d", "text", words))
    return [_hit(row) for row in database.rows(sql, [*([words] if words else []), *values, limit, offset])]


def _joined(words: str | None, conditions: list[Condition]) -> tuple[str, list[Value]]:
    """Conditions in one, the words' own first."""
    every = [Condition("{table} MATCH ?", (words,)), *conditions] if words else conditions
    sql = " AND ".join(condition.sql for condition in every) or "1"
    return sql, [value for condition in every for value in condition.values]


def _snippet(table: str, alias: str, column: str, words: str | None) -> str:
    if not words:
        return f"substr({alias}.{column}, 1, {_CLIP})"
    marked = f"snippet({table}, -1, char({ord(_OPEN)}), char({ord(_CLOSE)}), '…', 48)"
    return f"(SELECT {marked} FROM {table} WHERE {table} MATCH ? AND rowid = {alias}.key)"


def _hit(row: sqlite3.Row) -> Hit:
    words, marks = _marked(row["words"])
    return Hit(
        id=row["id"],
        section=row["section"],
        document=source_of(row),
        words=words,
        marks=marks,
        parties=parties_of(row),
        label=row["label"],
        nature=row["nature"],
        confidence=row["confidence"],
    )


def _marked(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """A snippet without its marks, and where they stood."""
    words, marks, start = "", list[tuple[int, int]](), 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", text):
        if piece == _OPEN:
            start = len(words)
        elif piece == _CLOSE:
            marks.append((start, len(words)))
        else:
            words += piece
    return words, tuple(mark for mark in marks if mark[0] < mark[1])
