"""Search over an archive: words, fields, order, and no way out of the query."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import QueryError
from communique.store import Archive
from communique.store.query import FIELDS
from tests.store.samples import invented


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    path: Path = tmp_path_factory.mktemp("search") / "archive.db"
    with Archive.open(path) as archive:
        archive.add(invented(0, day="2024-03-12"), b"")
        archive.add(invented(1, day="2024-04-01", outlet="Klow Gazette"), b"")
        yield archive


def found(archive: Archive, query: str) -> list[str]:
    """What a query finds, by section and the beginning of its words, first document's and second's alike."""
    return sorted({f"{hit.section} {hit.words[:9]}" for hit in archive.search(query)})


FERRY, CAFE = "statement The ferry", "statement the café "
MEETING, TALKS = "encounter received ", "encounter Talks on "


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind:statement ferry", [FERRY]),
        ("kind:statement FERRY sail", [FERRY]),
        ("kind:statement cafe", [CAFE]),
        ('kind:statement "will sail again"', [FERRY]),
        ('kind:statement "sail will"', []),
        ("kind:statement sai*", [FERRY]),
        ("kind:statement sai", []),
        ("kind:statement -ferry", [CAFE]),
        ("kind:belief", [CAFE]),
        ("kind:belief,intention ferry", []),
        ("kind:statement", [FERRY, CAFE]),
        ("speaker:Lindqvist", [FERRY]),
        ('speaker:"Lindqvist Anna"', [FERRY]),
        ("speaker:wd:Q900000002", [CAFE]),
        ("speaker:Lindqvist,Wenzel", [FERRY, CAFE]),
        ("speaker:Lindqvist speaker:Wenzel", [FERRY, CAFE]),
        ("speaker:Nobody", []),
        ("-speaker:Wenzel kind:statement", [FERRY]),
        ("to:Wenzel", [FERRY]),
        ("to:Lindqvist", []),
        ("about:Ruritania", [CAFE]),
        ("about:ferry", [FERRY]),
        ("act:promise", [FERRY]),
        ("act:promise,thank", [FERRY, CAFE]),
        ("act:accuse", []),
        ("kind:direct", [FERRY]),
        ("kind:indirect", [CAFE]),
        ("kind:meeting", [TALKS, MEETING]),
        ("kind:visit", []),
        ("kind:encounter status:planned", [TALKS]),
        ("status:planned", [TALKS]),
        ("status:announced", ["commitment vowed to "]),
        ("status:announced,planned", ["commitment vowed to ", TALKS]),
        ("type:consult", ["event received "]),
        ("kind:event country:SYL", ["event received "]),
        ("kind:meeting country:Syldavia", [TALKS, MEETING]),
        ('kind:meeting country:"kingdom of syldavia"', [TALKS, MEETING]),
        ("kind:meeting country:Kingdom", []),
        ("kind:meeting country:BOR", []),
        ("kind:meeting after:2024-05", [TALKS]),
        ("kind:meeting before:2024-05", [MEETING]),
        ("kind:meeting after:2024-03-11 before:2024-03-12", [MEETING]),
        ("kind:meeting speaker:Lindqvist", []),
        ("kind:document fishing", ["document "]),
        ("fishing", ["document "]),
    ],
)
def test_what_is_found(filled: Archive, query: str, expected: list[str]) -> None:
    assert [name if not name.startswith("document") else "document " for name in found(filled, query)] == sorted(expected)


def test_statements_come_before_documents_and_pages_join(filled: Archive) -> None:
    every = filled.search("ferry", limit=10)
    assert [hit.section for hit in every] == ["statement", "statement", "document", "document"]
    for size in (1, 2, 3):
        pages = [filled.search("ferry", limit=size, offset=start) for start in range(0, 6, size)]
        assert [hit for page in pages for hit in page] == every


def test_a_hit_shows_who_said_it_where_and_the_words_found(filled: Archive) -> None:
    hit = filled.search("sail ferry after:2024-04-01")[0]
    assert [(party.role, party.name) for party in hit.parties if party.role != "subject"] == [
        ("addressee", "Ottokar Wenzel"),
        ("speaker", "Anna Lindqvist"),
    ]
    assert (hit.document.outlet, hit.label, hit.confidence) == ("Klow Gazette", "promise", 1.0)
    assert [hit.words[start:end] for start, end in hit.marks] == ["ferry", "sail"]


def test_a_hit_says_what_kind_of_statement_it_is(filled: Archive) -> None:
    assert {hit.nature for hit in filled.search("act:thank")} == {"belief"}
    assert {hit.nature for hit in filled.search("kind:statement act:promise")} == {"statement"}
    assert {hit.nature for hit in filled.search("kind:encounter")} == {None}


def test_documents_by_outlet_and_day(filled: Archive) -> None:
    assert [hit.document.outlet for hit in filled.search("kind:document outlet:gazette")] == ["Klow Gazette"]
    assert [hit.document.outlet for hit in filled.search("kind:document -outlet:gazette")] == ["Strelsau Courier"]
    assert [hit.document.outlet for hit in filled.search("kind:document country:RUR before:2024-04")] == ["Strelsau Courier"]
    assert [hit.document.outlet for hit in filled.search("kind:document")] == ["Klow Gazette", "Strelsau Courier"]


def test_what_has_no_outlet_is_not_of_the_outlet(archive: Archive) -> None:
    record = invented()
    archive.add(replace(record, document=replace(record.document, outlet=None, published=None)), b"")
    assert archive.search("kind:document outlet:gazette") == []
    assert len(archive.search("kind:document -outlet:gazette")) == 1
    assert archive.search("kind:document after:2000") == archive.search("kind:document before:2050") == []
    assert len(archive.search("kind:document -after:2000")) == 1


def test_a_title_counts_more_than_the_text(archive: Archive) -> None:
    plain, titled = invented(1), invented(2)
    text = plain.document.text + " Herring, herring."
    archive.add(replace(plain, document=replace(plain.document, text=text)), b"")
    archive.add(replace(titled, document=replace(titled.document, title="Herring")), b"")
    assert archive.search("herring")[0].document.title == "Herring"


HOSTILE = ['"', "'", "*", "^", "(", ")", "NEAR(", " OR ", " NOT ", "{words}:", "words :", "+", "--", ";", "\0", "/*", ",", "?"]
PIECES = st.sampled_from([*HOSTILE, *(f"{field}:" for field in FIELDS), "ferry", "state:RUR", "2024", "“", "”", "%", "_"])


@settings(deadline=None)
@given(st.lists(PIECES | st.text(max_size=4), max_size=12).map("".join), st.integers(0, 3))
def test_no_text_breaks_out_of_the_query(filled: Archive, text: str, offset: int) -> None:
    try:
        hits = filled.search(text, 3, offset)
    except QueryError as error:
        assert str(error).startswith("at ")
    else:
        assert len(hits) <= 3
    assert filled.document_count() == 2


def test_the_largest_query_allowed_runs(filled: Archive) -> None:
    assert filled.search("ferry -klow* " * 32) == filled.search("ferry -klow*")
    assert filled.search('"' + "ferry " * 330 + '"') == []
