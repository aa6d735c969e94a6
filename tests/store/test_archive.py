"""What goes in comes out; what is known stays; an id finds its thing."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.errors import StoreError, UnknownIdError
from communique.record import Actor, Record
from communique.store import Archive, Counts, Reference
from tests.store.samples import invented, raw_of
from tests.store.strategies import records


def test_a_record_comes_back_equal_with_its_bytes(archive: Archive) -> None:
    record = invented()
    assert archive.add(record, raw_of(record)) == "added"
    assert archive.record(record.document.id) == record
    assert archive.original(record.document.id) == raw_of(record)


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(every=st.lists(records(), max_size=3, unique_by=lambda record: record.document.id))
def test_any_records_come_back_equal(every: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder, Archive.open(Path(folder) / "any.db") as archive:
        assert [archive.add(record, b"raw") for record in every] == ["added"] * len(every)
        assert list(archive.records()) == every
        assert len(archive.statements()) == sum(len(record.statements) for record in every)
        assert {row.id for row in archive.documents()} == {record.document.id for record in every}
        assert len(archive.encounters()) == sum(len(record.encounters) for record in every)
        assert len(archive.events()) == sum(len(record.events) for record in every)
        assert len(archive.commitments()) == sum(len(record.commitments) for record in every)


def test_counts(archive: Archive) -> None:
    assert archive.counts() == Counts(0, 0, 0, 0, 0, 0, 0)
    for record in (invented(0), invented(1), invented(2, outlet="Klow Gazette")):
        archive.add(record, b"")
    assert archive.counts() == Counts(documents=3, outlets=2, actors=4, statements=6, encounters=6, events=3, commitments=3)
    assert archive.document_count() == 3


class TestAddingAgain:
    def test_the_same_changes_nothing(self, archive: Archive) -> None:
        archive.add(invented(), b"raw")
        copy = replace(invented(), document=replace(invented().document, source="another-file.txt"))
        assert archive.add(invented(), b"raw") == "unchanged"
        assert archive.add(copy, b"other bytes with the same text") == "unchanged"
        assert archive.original(invented().document.id) == b"raw"
        assert archive.counts().documents == 1

    def test_another_engine_replaces_the_facts_of_this_document_only(self, archive: Archive) -> None:
        archive.add(invented(0), b"zero")
        archive.add(invented(1), b"one")
        newer = replace(invented(0, engine="by hand 2"), statements=invented(0).statements[:1], commitments=())
        assert archive.add(newer, b"zero again") == "replaced"
        assert archive.record(newer.document.id) == newer
        assert archive.original(newer.document.id) == b"zero again"
        assert archive.record(invented(1).document.id) == invented(1)
        assert archive.counts() == Counts(2, 1, 4, statements=3, encounters=4, events=2, commitments=1)

    def test_other_facts_replace_under_the_same_engine(self, archive: Archive) -> None:
        archive.add(invented(), b"")
        assert archive.add(replace(invented(), events=()), b"") == "replaced"
        assert archive.events() == []

    def test_what_is_gone_is_not_found_any_more(self, archive: Archive) -> None:
        record = invented()
        archive.add(record, b"")
        without = replace(record, actors=record.actors[:2], statements=(), encounters=(), events=(), commitments=())
        archive.add(without, b"")
        assert archive.search("kind:statement ferry") == []
        assert [hit.section for hit in archive.search("ferry")] == ["document"]
        assert {actor.id for actor in archive.actors()} == {actor.id for actor in record.actors[:2]}
        with pytest.raises(UnknownIdError):
            archive.fact(record.statements[0].id)


class TestFaultyRecords:
    def test_a_fact_that_names_a_stranger_is_refused_whole(self, archive: Archive) -> None:
        with pytest.raises(StoreError, match=r"ferry-0\.txt: s-\w+ names wd:Q900000001, which the record does not list"):
            archive.add(replace(invented(), actors=invented().actors[1:]), b"")
        assert archive.document_count() == 0

    def test_an_actor_listed_twice(self, archive: Archive) -> None:
        twice = (*invented().actors, Actor("state:RUR", "Ruritania", "state"))
        with pytest.raises(StoreError, match="lists an actor twice"):
            archive.add(replace(invented(), actors=twice), b"")

    def test_half_a_surrogate_pair(self, archive: Archive) -> None:
        broken = replace(invented(), document=replace(invented().document, title="\ud800"))
        with pytest.raises(StoreError, match="no valid Unicode"):
            archive.add(broken, b"")
        assert archive.document_count() == 0
        assert archive.add(invented(), b"") == "added"


class TestIds:
    def test_fact(self, archive: Archive) -> None:
        record = invented()
        archive.add(record, b"")
        assert [archive.fact(fact.id) for fact in record.facts] == [(record.document.id, fact) for fact in record.facts]

    @pytest.mark.parametrize("ask", [Archive.record, Archive.original, Archive.fact, Archive.actor, Archive.resolve])
    def test_unknown(self, archive: Archive, ask: object) -> None:
        archive.add(invented(), b"")
        assert callable(ask)
        for name in ("d-0", "", "%", "d-%' OR 1"):
            with pytest.raises(UnknownIdError, match=r"no .* has"):
                ask(archive, name)

    def test_a_beginning_is_enough(self, archive: Archive) -> None:
        record = invented()
        archive.add(record, b"")
        name, said = record.document.id, record.encounters[0].id
        assert archive.resolve(name[:8]) == archive.resolve(name) == Reference(name, "document", name)
        assert archive.resolve(said[:8]) == Reference(said, "encounter", name)

    def test_candidates_are_named_where_it_is_not(self, archive: Archive) -> None:
        names = sorted(invented(number).document.id for number in range(7))
        for number in range(7):
            archive.add(invented(number), b"")
        with pytest.raises(UnknownIdError) as caught:
            archive.resolve("d-")
        assert str(caught.value) == f"'d-' could be {', '.join(names[:5])} …; give more of the id"

    def test_a_whole_id_that_others_begin_with(self, archive: Archive) -> None:
        record = invented()
        first = replace(record.statements[0], id="s-12")
        second = replace(record.statements[1], id="s-123")
        archive.add(replace(record, statements=(first, second)), b"")
        assert archive.resolve("s-12").id == "s-12"
        assert archive.fact("s-123") == (record.document.id, second)
