"""CSV: four tables that any program reads, and no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from communique.errors import CommuniqueError
from communique.record import Record
from communique.views.export import FORMATS
from communique.views.export.csv import TABLES, TableName, write, write_folder
from tests.store.samples import invented
from tests.store.strategies import records

COLUMNS = {
    "statements": "document_id source outlet published title url statement_id speaker speaker_id speaker_state speaker_office "
    "speaker_office_status speaker_words cue quote_type act inherited addressee addressee_id addressee_state nature "
    "start end words confidence",
    "encounters": "document_id source outlet published title url encounter_id kind status date host place "
    "participants participants_id participants_state start end words confidence",
    "events": "document_id source outlet published title url event_id event_type mode contexts modality date "
    "actors actors_id actors_state recipients recipients_id recipients_state start end words confidence",
    "commitments": "document_id source outlet published title url commitment_id action status deadline "
    "promisors promisors_id promisors_state promisees promisees_id promisees_state start end words confidence",
}


def table(name: TableName, *every: Record) -> list[dict[str, str]]:
    out = io.StringIO(newline="")
    write(every, out, name)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


@pytest.mark.parametrize("name", COLUMNS)
def test_columns_are_stable(name: TableName) -> None:
    """A reader's program counts on them: add at the end of a table's own columns, never rename."""
    assert TABLES[name].columns == tuple(COLUMNS[name].split())


def test_a_statement() -> None:
    row = table("statements", invented())[0]
    record = invented()
    assert row == {
        "document_id": record.document.id,
        "source": "ferry-0.txt",
        "outlet": "Strelsau Courier",
        "published": "2024-03-12",
        "title": "Ruritania and Syldavia to reopen the ferry line",
        "url": "https://courier.example/ferry/0",
        "statement_id": record.statements[0].id,
        "speaker": "Anna Lindqvist",
        "speaker_id": "wd:Q900000001",
        "speaker_state": "RUR",
        "speaker_office": "Foreign Minister of Ruritania",
        "speaker_office_status": "assumed",
        "speaker_words": "Lindqvist",
        "cue": "told",
        "quote_type": "direct",
        "act": "promise",
        "inherited": "False",
        "addressee": "Ottokar Wenzel",
        "addressee_id": "wd:Q900000002",
        "addressee_state": "SYL",
        "nature": "statement",
        "start": str(record.statements[0].evidence.hull.start),
        "end": str(record.statements[0].evidence.hull.end),
        "words": "The ferry [line] will sail again … and no later than June",
        "confidence": "1.0",
    }


def test_the_other_tables() -> None:
    encounter = table("encounters", invented())[0]
    assert (encounter["kind"], encounter["date"], encounter["host"]) == ("meeting", "2024-03-11", "RUR")
    assert encounter["participants"] == "Anna Lindqvist; Ottokar Wenzel"
    event = table("events", invented())[0]
    assert (event["event_type"], event["actors_state"], event["recipients"]) == ("CONSULT", "SYL; SYL", "Ruritania")
    commitment = table("commitments", invented())[0]
    assert (commitment["promisors"], commitment["deadline"]) == ("Ottokar Wenzel", "2024-06-01")


def test_the_registered_format_writes_statements() -> None:
    out, same = io.StringIO(newline=""), io.StringIO(newline="")
    FORMATS["csv"].write([invented()], out)
    write([invented()], same, "statements")
    assert out.getvalue() == same.getvalue()


@pytest.mark.parametrize("beginning", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(beginning: str) -> None:
    record = invented()
    hostile = replace(record.document, title=f'{beginning}HYPERLINK("x")')
    assert table("statements", replace(record, document=hostile))[0]["title"] == f'\'{beginning}HYPERLINK("x")'


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records())
def test_every_record_keeps_its_rows_and_no_cell_runs(record: Record) -> None:
    for name in TABLES:
        out = io.StringIO(newline="")
        write([record], out, name)
        rows = list(csv.reader(io.StringIO(out.getvalue(), newline="")))
        assert len(rows) == 1 + len(getattr(record, name))
        assert {len(row) for row in rows} == {len(TABLES[name].columns)}
        assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_folder_of_tables(tmp_path: Path) -> None:
    every = (invented(0), invented(1))
    paths = write_folder(iter(every), tmp_path / "new" / "tables")
    assert [path.name for path in paths] == ["statements.csv", "encounters.csv", "events.csv", "commitments.csv"]
    for path in paths:
        out = io.StringIO(newline="")
        name = next(name for name in TABLES if name == path.stem)
        write(every, out, name)
        assert path.read_bytes().decode("utf-8") == out.getvalue()


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "taken").touch()
    with pytest.raises(CommuniqueError, match="taken: tables can't be written there: File exists; give another folder"):
        write_folder([invented()], tmp_path / "taken")
