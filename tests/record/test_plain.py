"""Nouns to plain JSON values and back; ids made of content; evidence."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings

from communique.errors import RecordError
from communique.record import Encounter, Evidence, Record, Span, Statement
from communique.record.ids import digest, document_id, fact_id, local_actor_id
from communique.record.plain import Plain, from_plain, to_plain
from tests.store.samples import invented
from tests.store.strategies import records


def test_a_record_survives_json() -> None:
    record = invented()
    assert from_plain(Record, json.loads(json.dumps(to_plain(record)))) == record


@settings(max_examples=30, deadline=None)
@given(records())
def test_any_record_survives_json(record: Record) -> None:
    assert from_plain(Record, json.loads(json.dumps(to_plain(record)))) == record


def test_spans_and_dates_are_written_short() -> None:
    plain = to_plain(invented().encounters[0])
    assert isinstance(plain, dict)
    assert isinstance(plain["date"], str)
    assert isinstance(plain["evidence"], dict) and isinstance(plain["evidence"]["sentence"], list)


def test_missing_keys_take_defaults_and_unknown_ones_are_ignored() -> None:
    encounter = replace(invented().encounters[0], date=None)
    plain = to_plain(encounter)
    assert isinstance(plain, dict)
    del plain["date"]
    assert from_plain(Encounter, {**plain, "weather": "calm"}) == encounter


def test_what_is_no_noun_is_refused() -> None:
    with pytest.raises(TypeError, match="no noun"):
        to_plain(object())
    plain = to_plain(invented().statements[0])
    assert isinstance(plain, dict)
    wrong: list[Plain] = [{**plain, "act": "sing"}, {}, [1], None, {**plain, "content": [[5, 5]]}]
    for broken in wrong:
        with pytest.raises(RecordError):
            from_plain(Statement, broken)


# ------------------------------------------------------------------ ids
def test_ids_tell_apart_what_differs() -> None:
    spans = (Span(1, 3), Span(5, 9))
    assert fact_id("s", "d-1", spans, "x") == fact_id("s", "d-1", spans, "x")
    others = [
        fact_id("e", "d-1", spans, "x"),
        fact_id("s", "d-2", spans, "x"),
        fact_id("s", "d-1", spans[:1], "x"),
        fact_id("s", "d-1", spans, "y"),
    ]
    assert len({fact_id("s", "d-1", spans, "x"), *others}) == 5
    assert digest("ab", "c") != digest("a", "bc")
    assert local_actor_id("d-1", "Rell") != local_actor_id("d-2", "Rell")


def test_a_document_is_its_words_outlet_and_day() -> None:
    assert document_id("text", None, None) == document_id("text", None, None)
    assert (
        len(
            {
                document_id("text", None, None),
                document_id("text", "A", None),
                document_id("text", None, "2024"),
                document_id("texts", None, None),
            }
        )
        == 4
    )
    assert document_id("half a pair \ud800", None, None).startswith("d-")


# ------------------------------------------------------------------ evidence and lookups
@pytest.mark.parametrize(
    ("spans", "confidence", "complaint"),
    [
        ((), 0.5, "at least one span"),
        ((Span(0, 1),), 1.1, "within 0 and 1"),
        ((Span(0, 1),), -0.1, "within 0 and 1"),
    ],
)
def test_evidence_that_cannot_be(spans: tuple[Span, ...], confidence: float, complaint: str) -> None:
    with pytest.raises(RecordError, match=complaint):
        Evidence("d-1", spans, Span(0, 9), confidence)


def test_the_hull_of_evidence() -> None:
    assert Evidence("d-1", (Span(4, 6), Span(1, 2)), Span(0, 9), 1.0).hull == Span(1, 6)


def test_actors_of_a_record_by_id() -> None:
    record = invented()
    assert record.actor(record.actors[0].id) is record.actors[0]
    with pytest.raises(KeyError):
        record.actor("wd:Q0")
    assert len(record.facts) == len(record.statements) + len(record.encounters) + len(record.events) + len(record.commitments)
