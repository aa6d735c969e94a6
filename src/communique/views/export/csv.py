"""CSV (RFC 4180, UTF-8): four tables, one row a fact, whose columns only ever grow at the end.

A column with several values holds them with "; " between. A cell that a spreadsheet would take for a formula, one that
begins with `=`, `+`, `-`, `@`, a tab or a carriage return, gets an apostrophe in front (OWASP's advice on CSV injection).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TextIO, get_args

from communique.errors import CommuniqueError
from communique.record import Actor, Commitment, Encounter, Event, Fact, Record, Span, Statement

TableName = Literal["statements", "encounters", "events", "commitments"]
Cell = object  # written as str(); None as an empty cell

DOCUMENT_COLUMNS = ("document_id", "source", "outlet", "published", "title", "url")
PROOF_COLUMNS = ("start", "end", "words", "confidence")
_RISKY = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its own columns, which stand between those of the document and those of the evidence, and a fact's cells."""

    own_columns: tuple[str, ...]
    cells: Callable[[Record, Fact], Sequence[Cell]]

    @property
    def columns(self) -> tuple[str, ...]:
        return (*DOCUMENT_COLUMNS, *self.own_columns, *PROOF_COLUMNS)


def write(records: Iterable[Record], out: TextIO, table: TableName = "statements") -> None:
    """Write one table, with its head."""
    writer = csv.writer(out)
    writer.writerow(TABLES[table].columns)
    for record in records:
        writer.writerows(_rows(record, table))


def write_folder(records: Iterable[Record], folder: Path) -> list[Path]:
    """Write all tables into a folder, `statements.csv` and so on; it is made if it is not there. Returns the files.

    Raises:
        CommuniqueError: if the folder or a file can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths: dict[TableName, Path] = {name: folder / f"{name}.csv" for name in TABLES}
        with ExitStack() as stack:
            files = {name: stack.enter_context(path.open("w", encoding="utf-8", newline="")) for name, path in paths.items()}
            _write_all(records, files)
    except OSError as error:
        raise CommuniqueError(f"{folder}: tables can't be written there: {error.strerror}; give another folder") from error
    return list(paths.values())


def _write_all(records: Iterable[Record], files: Mapping[TableName, TextIO]) -> None:
    writers = {name: csv.writer(file) for name, file in files.items()}
    for name, writer in writers.items():
        writer.writerow(TABLES[name].columns)
    for record in records:
        for name, writer in writers.items():
            writer.writerows(_rows(record, name))


def _rows(record: Record, table: TableName) -> Iterator[list[str]]:
    document = record.document
    head = (document.id, document.source, document.outlet, document.published, document.title, document.url)
    facts: tuple[Fact, ...] = getattr(record, table)
    for fact in facts:
        spans = fact.content if isinstance(fact, Statement) else fact.evidence.spans
        hull, words = fact.evidence.hull, _joined(document.text, spans)
        tail = (hull.start, hull.end, words, fact.evidence.confidence)
        yield [_safe(cell) for cell in (*head, *TABLES[table].cells(record, fact), *tail)]


def _safe(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return "'" + text if text.startswith(_RISKY) else text


def _joined(text: str, spans: Sequence[Span]) -> str:
    return " … ".join(span.of(text) for span in spans)


def _list(values: Iterable[str | None]) -> str:
    return "; ".join(value or "" for value in values)


def _parties(record: Record, ids: Sequence[str]) -> tuple[str, str, str]:
    """Names, ids and states, each in the same order."""
    known: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}
    actors = [known[name] for name in ids]
    return _list(a.name for a in actors), _list(ids), _list(a.state for a in actors)


def _offices(record: Record, ids: Sequence[str]) -> tuple[str, str]:
    """Offices at the document's date, and how sure they are."""
    known: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}
    held = [known[name].occupancy for name in ids]
    return _list(o.position.title if o else None for o in held), _list(o.status if o else None for o in held)


def _statement(record: Record, fact: Fact) -> Sequence[Cell]:
    assert isinstance(fact, Statement)
    text = record.document.text
    who = (*_parties(record, fact.speakers), *_offices(record, fact.speakers), _joined(text, fact.speaker_spans))
    manner = (_joined(text, fact.cue_spans), fact.quote_type, fact.act, fact.inherited)
    return (fact.id, *who, *manner, *_parties(record, fact.addressees), fact.nature)


def _encounter(record: Record, fact: Fact) -> Sequence[Cell]:
    assert isinstance(fact, Encounter)
    parties = _parties(record, fact.participants)
    return (fact.id, fact.kind, fact.status, fact.date, fact.host, fact.place, *parties)


def _event(record: Record, fact: Fact) -> Sequence[Cell]:
    assert isinstance(fact, Event)
    parties = (*_parties(record, fact.actors), *_parties(record, fact.recipients))
    return (fact.id, fact.event_type, fact.mode, _list(fact.contexts), fact.modality, fact.date, *parties)


def _commitment(record: Record, fact: Fact) -> Sequence[Cell]:
    assert isinstance(fact, Commitment)
    parties = (*_parties(record, fact.promisors), *_parties(record, fact.promisees))
    return (fact.id, fact.action, fact.status, fact.deadline, *parties)


def _three(role: str) -> tuple[str, str, str]:
    return role, f"{role}_id", f"{role}_state"


_SPEAKER = (*_three("speaker"), "speaker_office", "speaker_office_status", "speaker_words")
TABLES: Mapping[TableName, Table] = {
    "statements": Table(
        ("statement_id", *_SPEAKER, "cue", "quote_type", "act", "inherited", *_three("addressee"), "nature"), _statement
    ),
    "encounters": Table(("encounter_id", "kind", "status", "date", "host", "place", *_three("participants")), _encounter),
    "events": Table(
        ("event_id", "event_type", "mode", "contexts", "modality", "date", *_three("actors"), *_three("recipients")), _event
    ),
    "commitments": Table(
        ("commitment_id", "action", "status", "deadline", *_three("promisors"), *_three("promisees")), _commitment
    ),
}
assert set(TABLES) == set(get_args(TableName))
