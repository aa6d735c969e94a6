"""The gold shape: names for ids, spans of the original input."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings

from communique.record import OffsetMap, Record, Span
from communique.views.export import FORMATS
from tests.store.samples import invented, raw_of
from tests.store.strategies import records


def gold(record: Record) -> Any:
    out = io.StringIO()
    FORMATS["gold"].write([record], out)
    line, end, rest = out.getvalue().partition("\n")
    assert (end, rest) == ("\n", "")
    return json.loads(line)


def words(span: list[int]) -> str:
    """What a span covers in the original input, which has a byte-order mark in front."""
    return raw_of(invented()).decode("utf-8")[span[0] : span[1]]


def test_document() -> None:
    item = gold(invented())
    assert (item["file"], item["published"], item["diplomatic"]) == ("ferry-0.txt", "2024-03-12", True)
    assert item["title"] == "Ruritania and Syldavia to reopen the ferry line"
    assert item["byline"] == "By our own reporter"
    assert item["actors"][0] == {
        "name": "Anna Lindqvist",
        "kind": "person",
        "state": "RUR",
        "office": "Foreign Minister of Ruritania",
        "aliases": ["Foreign Minister Anna Lindqvist", "Lindqvist"],
    }


def test_statement_in_pieces() -> None:
    item = gold(invented())["statements"][0]
    assert (item["speaker"], item["speaker_text"], item["addressee"]) == ("Anna Lindqvist", "Lindqvist", "Ottokar Wenzel")
    assert (item["kind"], item["act"], item["confidence"]) == ("direct", "promise", 1.0)
    assert words(item["speaker_span"]) == words(item["speaker_spans"][0]) == "Lindqvist"
    assert [words(span) for span in item["content_spans"]] == ["The ferry [line] will sail again", "and no later than June"]
    assert words(item["content"]) == "The ferry [line] will sail again,” Lindqvist told Wenzel, “and no later than June"
    assert words(item["cue"]) == words(item["cue_spans"][0]) == "told"


def test_who_is_not_known_is_null_and_several_are_a_list() -> None:
    record = invented()
    first = record.statements[0]
    unknown = replace(first, speakers=(), speaker_spans=(), cue_spans=(), addressees=())
    several = replace(first, speakers=("wd:Q900000001", "state:SYL"))
    items = gold(replace(record, statements=(unknown, several)))["statements"]
    assert [items[0][name] for name in ("speaker", "speaker_text", "speaker_span", "cue", "addressee")] == [None] * 5
    assert items[1]["speaker"] == ["Anna Lindqvist", "Syldavia"]


def test_encounters() -> None:
    item = gold(invented())["encounters"][0]
    assert words(item.pop("evidence")).startswith("received her Syldavian counterpart")
    assert item == {
        "kind": "meeting",
        "participants": ["Anna Lindqvist", "Ottokar Wenzel"],
        "host": "RUR",
        "place": "Strelsau",
        "date": "2024-03-11",
        "status": "occurred",
        "confidence": 1.0,
    }


def test_events_are_pairs_of_states_without_repeats() -> None:
    record = invented()
    both = replace(record.events[0], recipients=("state:RUR", "state:SYL"))
    items = gold(replace(record, events=(*record.events, both, replace(record.events[0], recipients=()))))["events"]
    assert [(item["actor"], item["recipient"]) for item in items] == [
        ("SYL", "RUR"),  # a person and his state are one
        ("SYL", "RUR"),
        ("SYL", "SYL"),
        ("SYL", None),
    ]
    assert (items[0]["type"], items[0]["mode"], items[0]["modality"]) == ("CONSULT", "visit", "happened")


def test_commitments_name_people_and_code_states() -> None:
    item = gold(invented())["commitments"][0]
    assert (item["by"], item["to"], item["action"]) == (["Ottokar Wenzel"], ["RUR"], "send two ships")
    assert (item["deadline"], item["status"]) == ("2024-06-01", "announced")
    assert words(item["evidence"]) == "vowed to send two ships by 1 June 2024"


def test_times_are_those_with_a_value() -> None:
    items = gold(invented())["times"]
    assert [(item["text"], item["value"]) for item in items] == [("Monday", "2024-03-11"), ("by 1 June 2024", "2024-06-01")]
    assert [words(item["span"]) for item in items] == ["Monday", "by 1 June 2024"]


def test_spans_follow_the_offset_map_piece_by_piece() -> None:
    record = invented()
    text, cut = record.document.text, record.document.text.index("Lindqvist told")
    moved = OffsetMap(((0, cut, 0, cut), (cut, len(text), cut + 100, len(text) + 100)))
    item = gold(replace(record, document=replace(record.document, origin=moved)))["statements"][0]
    before, after = record.statements[0].content
    assert item["content_spans"] == [[before.start, before.end], [after.start + 100, after.end + 100]]
    assert item["content"] == [before.start, after.end + 100]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(records())
def test_every_record_can_be_written(record: Record) -> None:
    item = gold(record)
    assert len(item["statements"]) == len(record.statements)
    shift = record.document.origin.pieces[0][2]
    contents = [[[s.start + shift, s.end + shift] for s in statement.content] for statement in record.statements]
    assert [statement["content_spans"] for statement in item["statements"]] == contents
    assert all(Span(*statement["content"]) for statement in item["statements"])
