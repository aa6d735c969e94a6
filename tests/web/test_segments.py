"""The cutting of a text at the borders of its facts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.record import Span
from communique.views.web.segments import Mark, Segment, segmented

OUTER = Mark(Span(2, 9), "s-1", "content")
INNER = Mark(Span(4, 6), "s-2", "content")
CROSSING = Mark(Span(5, 12), "c-1", "commitment")


def test_text_without_marks_is_one_segment() -> None:
    assert segmented([Span(0, 20)], []) == [(Segment(Span(0, 20)),)]


def test_overlapping_marks_are_cut_at_every_border_and_named_innermost_first() -> None:
    (row,) = segmented([Span(0, 14)], [OUTER, INNER, CROSSING])

    assert [(s.span.start, s.span.end, [m.fact for m in s.marks]) for s in row] == [
        (0, 2, []),
        (2, 4, ["s-1"]),
        (4, 5, ["s-2", "s-1"]),
        (5, 6, ["s-2", "c-1", "s-1"]),
        (6, 9, ["c-1", "s-1"]),
        (9, 12, ["c-1"]),
        (12, 14, []),
    ]


def test_a_mark_over_two_paragraphs_stands_in_both_and_not_in_the_break() -> None:
    first, second = segmented([Span(0, 5), Span(7, 12)], [Mark(Span(3, 9), "s-1", "content")])

    assert [(s.span, len(s.marks)) for s in first] == [(Span(0, 3), 0), (Span(3, 5), 1)]
    assert [(s.span, len(s.marks)) for s in second] == [(Span(7, 9), 1), (Span(9, 12), 0)]


def test_a_mark_outside_every_window_is_left_out() -> None:
    assert segmented([Span(0, 3)], [Mark(Span(10, 12), "e-1", "event")]) == [(Segment(Span(0, 3)),)]


def test_the_same_mark_twice_counts_once() -> None:
    (row,) = segmented([Span(0, 12)], [OUTER, OUTER])

    assert [len(s.marks) for s in row] == [0, 1, 0]


spans = st.tuples(st.integers(0, 40), st.integers(1, 15)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))
marks = st.lists(st.builds(Mark, spans, st.sampled_from(["s-1", "s-2", "e-1"]), st.sampled_from(["content", "cue", "event"])))


@st.composite
def windows(draw: st.DrawFn) -> list[Span]:
    """Spans in order that do not overlap, with and without room between them."""
    edges = sorted(draw(st.sets(st.integers(0, 50), min_size=2, max_size=10)))
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=False)]


@given(windows(), marks)
def test_segments_cover_each_window_once_and_each_character_has_its_marks(rows: list[Span], given_marks: list[Mark]) -> None:
    cut = segmented(rows, given_marks)

    assert len(cut) == len(rows)
    for window, row in zip(rows, cut, strict=True):
        assert [p for s in row for p in range(s.span.start, s.span.end)] == list(range(window.start, window.end))
        for segment in row:
            for position in range(segment.span.start, segment.span.end):
                assert {*segment.marks} == {m for m in given_marks if position in m.span}


@given(windows(), marks)
def test_no_segment_could_be_longer(rows: list[Span], given_marks: list[Mark]) -> None:
    borders = {edge for m in given_marks for edge in (m.span.start, m.span.end)}

    for row in segmented(rows, given_marks):
        assert all(segment.span.end in borders for segment in row[:-1])
