"""What predicted attributions are worth, on an invented text in PolNeAR's layout."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.attribution_scoring import quote_kind, score
from benchmarks.items import Item, Range
from benchmarks.polnear import Annotated, predicted, read_polnear

TEXT = "“We’ll repair the well-worn pier,” Ana Ruiz said. The mayor, however, said it could “wait.”\nNobody laughed.\n"


def span(words: str) -> Range:
    start = TEXT.index(words)
    return Range(start, start + len(words))


def line(number: int, role: str, words: str) -> str:
    place = span(words)
    return f"T{number}\t{role} {place.start} {place.end}\t{words}\n"


SAID, HOWEVER = span("said it").start, span("however")
ANNOTATIONS = (
    line(1, "Content", "“We’ll repair the well-worn pier,”")
    + line(2, "Source", "Ana Ruiz")
    + line(3, "Cue", "said.")
    + line(4, "Source", "The mayor")
    + f"T5\tCue {SAID} {SAID + 4};{HOWEVER.start} {HOWEVER.end}\tsaid … however\n"
    + line(6, "Content", "it could “wait.”")
    + "E1\tAttribution:T3 Content:T1 Source:T2 Cue:T3\n"
    + "E2\tAttribution:T5 Content:T6 Source:T4 Cue1:T5\n"
)


@pytest.fixture
def annotated(tmp_path: Path) -> Annotated:
    for folder in ("text", "attributions"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "pier_2020.txt").write_bytes(TEXT.encode())
    (tmp_path / "attributions" / "pier_2020_0a1b.ann").write_text(ANNOTATIONS, encoding="utf-8")
    (tmp_path / "attributions" / "pier_2020_ffff.ann").write_text("", encoding="utf-8")
    (only,) = read_polnear(tmp_path)
    return only


def statement(speaker: str | None, cue: str | None, content: str) -> Item:
    spans = {"speaker_spans": speaker, "cue_spans": cue, "content_spans": content}
    return Item({field: [list(span(words))] if words else [] for field, words in spans.items()})


RUIZ = statement("Ana Ruiz", "said.", "We’ll repair the well-worn pier")
MAYOR = statement("The mayor", "said it", "it could “wait")


def test_the_first_annotator_is_read_with_roles_in_pieces(annotated: Annotated) -> None:
    first, second = annotated.attributions
    assert annotated.name == "pier_2020"
    assert first["source"] == (span("Ana Ruiz"),)
    assert [TEXT[a:b] for a, b in second["cue"]] == ["however", "said"]


def test_punctuation_does_not_count(annotated: Annotated) -> None:
    found = score(TEXT, annotated.attributions, predicted([RUIZ, MAYOR]))
    assert found.fraction("record_exact_recall") == found.fraction("record_triple_recall") == "2/2"
    assert found.fraction("token_content_recall") == "8/8"
    assert found.fraction("direct_speaker_end_to_end") == "1/1"


def test_tokens_are_pooled_and_pieces_are_not_linked(annotated: Annotated) -> None:
    found = score(TEXT, annotated.attributions, predicted([RUIZ]))
    assert found.fraction("token_content_recall") == "5/8"
    assert found.fraction("token_content_precision") == "5/5"
    assert found.fraction("span_source_recall") == "1/2"
    assert found.fraction("record_partial_recall_direct") == "1/1"
    assert found.fraction("record_partial_recall_mixed") == "0/1"


def test_a_wrong_source_or_no_cue_spoils_the_triple_only(annotated: Annotated) -> None:
    for wrong in (
        statement("Nobody", "said.", "We’ll repair the well-worn pier"),
        statement("Ana Ruiz", None, "We’ll repair the"),
    ):
        found = score(TEXT, annotated.attributions, predicted([wrong, MAYOR]))
        assert found.fraction("record_partial_recall") == "2/2"
        assert found.fraction("record_triple_recall") == "1/2"


def test_a_speaker_needs_half_of_the_quotation(annotated: Annotated) -> None:
    found = score(TEXT, annotated.attributions, predicted([statement("Ana Ruiz", "said.", "We’ll repair")]))
    assert found.fraction("direct_speaker_end_to_end") == "0/1"
    assert "direct_speaker_given_found" not in found


@pytest.mark.parametrize(
    ("words", "kind"),
    [("“all of it.”", "direct"), ("“two” “parts”", "direct"), ("“open to the end", "direct"), ("half «of it»", "mixed"),
     ("none", "indirect"), ("''old marks''", "mixed")],
)  # fmt: skip
def test_kinds_of_quotation(words: str, kind: str) -> None:
    assert quote_kind(words, [Range(0, len(words))]) == kind
