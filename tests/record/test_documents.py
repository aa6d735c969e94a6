"""Documents: blocks by kind, and the way back to the original input."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from communique.record import OffsetMap, Span
from tests.reading.documents import document

ORIGIN = "<p>Rell &amp; Lind   met.</p><p>They left.</p>"
TEXT = "Rell & Lind met.\n\nThey left."
MAP = OffsetMap(((0, 5, 3, 8), (5, 6, 8, 13), (6, 11, 13, 18), (11, 12, 18, 21), (12, 16, 21, 25), (18, 28, 32, 42)))


def back(words: str) -> str:
    start = TEXT.index(words)
    return MAP.to_origin(Span(start, start + len(words))).of(ORIGIN)


def test_pieces_of_one_length_map_character_by_character() -> None:
    assert (back("Rell"), back("met"), back("left"), back("They left.")) == ("Rell", "met", "left", "They left.")


def test_pieces_that_changed_their_length_map_as_a_whole() -> None:
    assert (back("&"), back("Rell & Lind"), back("Lind met")) == ("&amp;", "Rell &amp; Lind", "Lind   met")


def test_a_span_over_a_break_reaches_from_the_one_side_to_the_other() -> None:
    assert back("met.\n\nThey") == "met.</p><p>They"


@given(st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_every_span_of_words_maps_into_the_origin(start: int, length: int) -> None:
    span = Span(start, min(start + length, len(TEXT)))
    assume(span.of(TEXT).strip())
    origin = MAP.to_origin(span)
    assert 0 <= origin.start < origin.end <= len(ORIGIN)


def test_blocks_by_kind() -> None:
    doc = document("The pier is open.", "The lamp is lit.", title="Pier")
    assert [b.span.of(doc.text) for b in doc.blocks_of("paragraph")] == ["The pier is open.", "The lamp is lit."]
    assert [b.kind for b in doc.blocks_of("title", "paragraph")] == ["title", "paragraph", "paragraph"]
    assert doc.blocks_of("caption") == ()
