"""The whole way of a text: every fact stands where it says, points at actors of the record, and comes out the same again."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from hypothesis import example, given, settings
from hypothesis import strategies as st

import communique
from communique.errors import SourceError
from communique.reading.tokens import sentences
from communique.record import Record, Span
from communique.record.plain import from_plain, to_plain
from communique.run.pipeline import read_document, read_input
from communique.sources import Input
from tests.reading.documents import document


def sample_sentences() -> list[str]:
    texts = [
        f.read_text("utf-8")
        for f in sorted(files("communique").joinpath("samples").iterdir(), key=lambda f: f.name)
        if f.name.endswith(".txt")
    ]
    return [" ".join(s.of(t).split()) for t in texts for s in sentences(t, 0, len(t))]


PARAGRAPH = st.lists(st.sampled_from(sample_sentences()), min_size=1, max_size=4).map(" ".join)
DAYS = st.none() | st.sampled_from(["2024-03-12", "2024-03", "2024", "2024-03-12T10:25+03:30"])


def spans_of(record: Record) -> Iterator[Span]:
    for s in record.statements:
        yield from (*s.speaker_spans, *s.cue_spans, *s.content, *s.addressee_spans, *s.inserts)
    for f in record.facts:
        yield from (*f.evidence.spans, f.evidence.sentence)
    for a in record.actors:
        yield from a.mentions
    yield from (t.span for t in record.times)


def actors_of(record: Record) -> Iterator[str]:
    for s in record.statements:
        yield from (*s.speakers, *s.addressees)
    for e in record.encounters:
        yield from e.participants
    for v in record.events:
        yield from (*v.actors, *v.recipients)
    for c in record.commitments:
        yield from (*c.promisors, *c.promisees)


def check(record: Record) -> None:
    text = record.document.text
    assert all(0 <= s.start < s.end <= len(text) for s in spans_of(record))
    assert set(actors_of(record)) <= {a.id for a in record.actors}
    assert len({a.id for a in record.actors}) == len(record.actors)
    assert all(0 <= f.evidence.confidence <= 1 and f.evidence.document_id == record.document.id for f in record.facts)
    assert all(i in c for s in record.statements for i in s.inserts for c in s.content if i.overlaps(c))
    assert from_plain(Record, to_plain(record)) == record


@settings(max_examples=40, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3), st.none() | PARAGRAPH, DAYS)
def test_any_order_of_sentences_gives_a_sound_record(paragraphs: list[str], title: str | None, published: str | None) -> None:
    check(read_document(document(*paragraphs, title=title, published=published)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=3), DAYS)
@example(["\x00 “ \u2028 ”"], None)
@example(["𝔄lpha said 🙂 “yes [no]”."], "2024-03-12")
def test_any_characters_give_a_sound_record(paragraphs: list[str], published: str | None) -> None:
    check(read_document(document(*paragraphs, published=published)))


@settings(max_examples=40, deadline=None)
@given(st.one_of(st.text(max_size=200), PARAGRAPH.map(lambda p: f"A calm sea\n\n{p}\n\n© “{p[:60]}\r\n")))
def test_any_text_is_read_or_refused_in_one_line_and_maps_back(text: str) -> None:
    try:
        record = communique.read(text)
    except SourceError as error:
        assert str(error) and "\n" not in str(error)
        return
    check(record)
    for s in spans_of(record):
        origin = record.document.origin.to_origin(s)
        assert origin.end <= len(text)


@settings(max_examples=15, deadline=None)
@given(st.lists(PARAGRAPH, min_size=1, max_size=3))
def test_the_same_text_gives_the_same_record(paragraphs: list[str]) -> None:
    assert read_document(document(*paragraphs)) == read_document(document(*paragraphs))


def test_a_quotation_is_the_characters_of_the_input() -> None:
    said = "“The ferry’s [new] lamp  is &lit,” Minister Orla Fenwick said on Monday."
    text = f"Ferry to sail again\r\n\r\n{said}\r\n\r\nThe crew cheered and the band of the port played on.\r\n"
    record = read_input(Input("ferry.txt", text.encode()), "2024-03-12")
    (statement,) = [s for s in record.statements if s.quote_type == "direct"]
    (piece,) = statement.content
    origin = record.document.origin.to_origin(piece)
    assert origin.of(text) == "The ferry’s [new] lamp  is &lit"
    assert [record.document.origin.to_origin(i).of(text) for i in statement.inserts] == ["[new]"]


def test_facts_of_a_page_map_back_to_its_source() -> None:
    text = files("communique").joinpath("samples", "ministry-readout.html").read_text("utf-8")
    record = read_input(Input("ministry-readout.html", text.encode()))
    check(record)
    for s in record.statements:
        for piece in s.content:
            origin = record.document.origin.to_origin(piece)
            first = piece.of(record.document.text).split()[0]
            assert origin.of(text).startswith(first.split("’")[0].split("'")[0])
