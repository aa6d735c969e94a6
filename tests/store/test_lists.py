"""Lists of documents, facts and actors: rows that need no second question."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.record import DateValue
from communique.record.plain import to_plain
from communique.store import Archive, Meeting, OfficeRow, Party, Source
from tests.store.samples import invented

MINISTER, GUEST = "wd:Q900000001", "wd:Q900000002"


@pytest.fixture
def filled(archive: Archive) -> Archive:
    archive.add(invented(0, day="2024-03-12"), b"")
    archive.add(invented(1, day="2024-03-14", outlet="Klow Gazette"), b"")
    archive.add(invented(2, day="2024-03-13"), b"")
    return archive


def test_documents_newest_first_with_who_met_whom(filled: Archive) -> None:
    rows = filled.documents()
    assert [str(row.published) for row in rows] == ["2024-03-14", "2024-03-13", "2024-03-12"]
    row = rows[0]
    assert (row.outlet, row.statements, row.encounters, row.events, row.commitments) == ("Klow Gazette", 2, 2, 1, 1)
    assert row.meetings[0] == Meeting(
        invented(1, day="2024-03-14", outlet="Klow Gazette").encounters[0].id,
        "meeting",
        "occurred",
        DateValue("2024-03-11"),
        ("Anna Lindqvist", "Ottokar Wenzel"),
    )
    assert row.opening.startswith("Ruritania and Syldavia to reopen")


def test_documents_by_pages(filled: Archive) -> None:
    assert filled.documents(2) + filled.documents(2, 2) == filled.documents()


def test_undated_documents_come_last(filled: Archive) -> None:
    undated = invented(9)
    filled.add(replace(undated, document=replace(undated.document, published=None)), b"")
    assert filled.documents()[-1].id == undated.document.id


def test_a_statement_row_holds_all_a_view_shows(filled: Archive) -> None:
    record = invented(0, day="2024-03-12")
    row = filled.statements(document=record.document.id)[0]
    assert row.words == "The ferry [line] will sail again … and no later than June"
    assert (row.quote_type, row.act, row.inherited, row.confidence) == ("direct", "promise", False, 1.0)
    hull = record.statements[0].evidence.hull
    assert (row.start, row.end) == (hull.start, hull.end)
    office = "Foreign Minister of Ruritania"
    assert row.speakers == (Party("speaker", MINISTER, "Anna Lindqvist", "person", "RUR", office, "assumed"),)
    assert [party.name for party in row.addressees] == ["Ottokar Wenzel"]
    published = DateValue("2024-03-12")
    title = "Ruritania and Syldavia to reopen the ferry line"
    where = Source(record.document.id, title, "Strelsau Courier", published, "https://courier.example/ferry/0")
    assert row.document == where


def test_the_subjects_of_a_statement_are_the_actors_its_content_names(filled: Archive) -> None:
    rows = filled.statements(subject="state:RUR")
    assert [row.words for row in rows] == ["the café owners of Strelsau"] * 3
    assert [party.name for party in rows[0].by_role("subject")] == ["Ruritania"]


def test_statements_by_what_they_are(filled: Archive) -> None:
    assert {row.act for row in filled.statements(speaker=MINISTER)} == {"promise"}
    assert {row.act for row in filled.statements(speaker=GUEST)} == {"thank"}
    assert len(filled.statements(addressee=GUEST)) == 3
    assert filled.statements(addressee=MINISTER) == []
    assert len(filled.statements(act="thank", quote_type="indirect")) == 3
    assert filled.statements(act="thank", quote_type="direct") == []
    assert {row.act for row in filled.statements(nature="belief")} == {"thank"}
    assert {row.nature for row in filled.statements(act="promise")} == {"statement"}


def test_encounters(filled: Archive) -> None:
    assert [str(row.date) for row in filled.encounters()] == ["2024-05"] * 3 + ["2024-03-11"] * 3
    row = filled.encounters(status="occurred")[0]
    assert (row.kind, row.host, row.place) == ("meeting", "RUR", "Strelsau")
    assert [party.name for party in row.participants] == ["Anna Lindqvist", "Ottokar Wenzel"]
    assert len(filled.encounters(participant="state:SYL", status="planned")) == 3
    assert filled.encounters(kind="visit") == filled.encounters(state="BOR") == []
    assert len(filled.encounters(state="SYL")) == 6


def test_events(filled: Archive) -> None:
    row = filled.events(event_type="CONSULT", actor=GUEST, limit=1)[0]
    assert (row.mode, row.modality, str(row.date)) == ("visit", "happened", "2024-03-11")
    assert [party.id for party in row.actors] == [GUEST, "state:SYL"]
    assert [party.id for party in row.recipients] == ["state:RUR"]


def test_commitments(filled: Archive) -> None:
    row = filled.commitments(status="announced")[0]
    assert (row.action, str(row.deadline)) == ("send two ships", "2024-06-01")
    assert row.words == "vowed to send two ships by 1 June 2024"
    assert [party.name for party in (*row.promisors, *row.promisees)] == ["Ottokar Wenzel", "Ruritania"]
    assert filled.commitments(status="kept") == filled.commitments(promisor=MINISTER) == []
    assert len(filled.commitments(due_before="2024-06-02", promisee="state:RUR")) == 3
    assert filled.commitments(due_before="2024-06-01") == []


def test_actors_by_how_many_documents_know_them(filled: Archive) -> None:
    filled.add(replace(invented(5), actors=invented(5).actors, engine="x"), b"")
    rows = filled.actors()
    assert [(row.name, row.documents, row.statements) for row in rows] == [
        ("Anna Lindqvist", 4, 4),
        ("Ottokar Wenzel", 4, 4),
        ("Ruritania", 4, 0),
        ("Syldavia", 4, 0),
    ]
    assert [row.id for row in filled.actors(kind="state")] == ["state:RUR", "state:SYL"]
    assert filled.actors(1, 1) == rows[1:2]


def test_all_of_an_actor(filled: Archive) -> None:
    profile = filled.actor(MINISTER)
    office = OfficeRow(
        "Foreign Minister of Ruritania", "RUR", "assumed", "2024-01-01", first="2024-03-12", last="2024-03-14", documents=3
    )
    assert profile.offices == (office,)
    assert profile.names == ("Anna Lindqvist", "Foreign Minister Anna Lindqvist", "Lindqvist")
    assert list(profile.statements) == filled.statements(speaker=MINISTER)
    assert list(profile.documents) == filled.documents(actor=MINISTER) == filled.documents()


def test_rows_can_be_written_as_json(filled: Archive) -> None:
    plain = to_plain(filled.encounters(status="occurred")[0])
    assert isinstance(plain, dict)
    assert (plain["host"], plain["date"], plain["kind"]) == ("RUR", "2024-03-11", "meeting")
