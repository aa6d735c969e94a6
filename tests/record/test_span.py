"""Half-open ranges of characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import RecordError
from communique.record import Span
from communique.record.span import hull, trimmed

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 3), (4, 2), (-1, 2)])
def test_a_span_holds_at_least_one_character(start: int, end: int) -> None:
    with pytest.raises(RecordError, match="at least one character"):
        Span(start, end)


@pytest.mark.parametrize(
    ("other", "inside", "over"),
    [
        (Span(2, 5), True, True),
        (Span(0, 10), True, True),
        (Span(8, 12), False, True),
        (Span(10, 12), False, False),
    ],
)
def test_inside_and_overlap(other: Span, inside: bool, over: bool) -> None:
    whole = Span(0, 10)
    assert (other in whole) is inside
    assert whole.overlaps(other) is over and other.overlaps(whole) is over


def test_positions_and_words() -> None:
    span = Span(4, 8)
    assert (3 in span, 4 in span, 7 in span, 8 in span, "pier" in span) == (False, True, True, False, False)
    assert len(span) == 4 and span.of("old pier") == "pier"


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_the_hull_holds_all_and_no_more(spans: list[Span]) -> None:
    whole = hull(spans)
    assert all(s in whole for s in spans)
    assert whole.start in {s.start for s in spans} and whole.end in {s.end for s in spans}


def test_the_hull_of_nothing() -> None:
    with pytest.raises(RecordError, match="undefined"):
        hull([])


@given(st.text(max_size=20), st.integers(0, 20), st.integers(0, 20))
def test_trimming_leaves_no_space_at_the_edges(text: str, start: int, end: int) -> None:
    start, end = min(start, len(text)), min(end, len(text))
    found = trimmed(text, start, end)
    assert (found.of(text) if found else "") == text[start:end].strip()
    assert found is None or (start <= found.start and found.end <= max(start, end))
