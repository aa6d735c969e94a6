"""What the page of a document shows, before any template."""

from __future__ import annotations

from dataclasses import replace

from communique.record import Block, Record, Span
from communique.views.web.marks import TINTS, marks, tints
from communique.views.web.page import document_page, evidenced, quoted

from .records import harbor


def test_every_character_of_the_text_is_shown_once_whatever_the_blocks_cover() -> None:
    record = harbor()
    gappy = replace(record, document=replace(record.document, blocks=record.document.blocks[2:3]))

    for made in (record, gappy):
        shown = "".join(piece.text for row in document_page(made).rows for piece in row.pieces)
        assert "".join(shown.split()) == "".join(record.document.text.split())


def test_each_statement_is_beside_the_paragraph_its_content_begins_in() -> None:
    record = harbor()
    page = document_page(record)

    beside = {s.id: n for n, row in enumerate(page.rows) for voice in row.voices for s in voice.statements}
    starts = [block.span for block in record.document.blocks]
    assert beside == {s.id: next(n for n, span in enumerate(starts) if s.content[0] in span) for s in record.statements}


def test_statements_of_one_speaker_in_a_paragraph_share_a_voice() -> None:
    row = document_page(harbor()).rows[4]

    assert [[a.name for a in v.speakers] for v in row.voices] == [["Daro Melk"], ["Ressa Tolm"]]
    assert [len(v.statements) for v in row.voices] == [3, 1]


def test_a_speaker_is_introduced_once() -> None:
    voices = [voice for row in document_page(harbor()).rows for voice in row.voices]
    introduced = [actor for voice in voices for actor in voice.introduced]

    assert sorted(introduced) == sorted({s for said in harbor().statements for s in said.speakers})
    assert voices[0].introduced and not voices[1].introduced


def test_gathered_statements_have_one_voice_for_each_speaker() -> None:
    record = harbor()
    voices = document_page(record).voices(record.statements)

    assert [[a.name for a in v.speakers] for v in voices] == [["Ilana Voss"], ["Daro Melk"], ["Ressa Tolm"], ["Joren Ast"]]
    assert sum(len(v.statements) for v in voices) == len(record.statements)


def test_the_speaker_who_says_most_has_the_first_tint_and_rare_ones_none() -> None:
    record = harbor()
    crowd = replace(record, statements=tuple(replace(record.statements[0], speakers=(f"local:{n}",)) for n in range(TINTS + 3)))

    assert tints(record)["wd:Q900001"] == 0
    assert list(tints(crowd).values()) == [*range(TINTS), *[None] * 3]


def test_speakers_that_were_identified_come_first() -> None:
    record = harbor()
    actors = (replace(record.actors[0], kind="unknown"), *record.actors[1:])
    speakers = document_page(replace(record, actors=actors)).speakers

    assert [a.name for a in speakers][-1] == "Ilana Voss"
    assert [a.kind == "unknown" for a in speakers] == [False, False, False, True]


def test_a_list_item_with_its_own_number_or_bullet_is_marked() -> None:
    items = ["1. The sides met.", "(b) They agreed.", "- Talks go on", "Talks of 3. March"]
    text = "\n".join(items)
    blocks = tuple(Block(Span(at := text.index(item), at + len(item)), "list_item") for item in items)
    document = replace(harbor().document, text=text, blocks=blocks)
    bare = Record(document, "rules 1", True)

    assert [row.marked for row in document_page(bare).rows] == [True, True, True, False]


def test_the_sentence_of_some_evidence_shows_which_words_it_is() -> None:
    document, evidence = harbor().document, harbor().encounters[1].evidence
    pieces = evidenced(document, evidence)

    assert "".join(words for words, _ in pieces) == evidence.sentence.of(document.text)
    assert [words for words, read in pieces if read] == ["who visited Tessaly in October"]


def test_nested_speech_is_tinted_by_the_inner_speaker_and_underlined_by_the_outer() -> None:
    record = harbor()
    page = document_page(record)
    outer, inner = record.statements[5], record.statements[6]
    piece = next(p for row in page.rows for p in row.pieces if "sells the river" in p.text)

    assert {outer.id, inner.id} <= {*piece.facts}
    assert piece.facts[0] == inner.id
    assert f"tint-{page.tints[inner.speakers[0]]}" in piece.classes.split()
    assert f"over-{page.tints[outer.speakers[0]]}" in piece.classes.split()


def test_every_fact_has_exactly_one_place_to_land_on() -> None:
    record = harbor()
    anchors = [a for row in document_page(record).rows for piece in row.pieces for a in piece.anchors]

    assert len(anchors) == len({*anchors})
    assert {fact.id for fact in record.facts} <= {*anchors}


def test_a_date_tells_its_day() -> None:
    hints = {p.text: p.hint for row in document_page(harbor()).rows for p in row.pieces if p.hint}

    assert hints["Monday"] == "16 November 2026"


def test_names_used_are_the_texts_own_words() -> None:
    page = document_page(harbor())

    assert dict(page.names_used(page.actor("wd:Q900001"))) == {
        "President Ilana Voss of Norvia": 1,
        "the president": 1,
        "Voss": 2,
    }


def test_an_actor_the_record_lost_is_shown_by_its_id() -> None:
    assert document_page(harbor()).actor("local:gone").name == "local:gone"


def test_an_empty_text_makes_an_empty_page() -> None:
    record = harbor()
    empty = replace(record, document=replace(record.document, text="", blocks=()), statements=(), actors=(), times=(),
                    encounters=(), events=(), commitments=())  # fmt: skip

    assert document_page(empty).rows == ()


def test_marks_are_the_records_own_spans() -> None:
    record = harbor()
    made = list(marks(record))
    said = record.statements[1]

    assert {m.span for m in made if m.fact == said.id and m.role == "insert"} == {*said.inserts}
    assert {m.span for m in made if m.role == "date"} == {t.span for t in record.times}


def test_words_in_pieces_are_joined_by_an_ellipsis_in_text_order() -> None:
    document = replace(harbor().document, text="one two\nthree four")

    assert quoted(document, [Span(8, 13), Span(0, 3)]) == "one … three"
