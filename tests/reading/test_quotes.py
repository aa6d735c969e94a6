"""Quotation marks: every convention, what is no quotation, and what is left open."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.quotes import inserts, quotes

MARKS = "“”\"'‘’«»„‹›「」`[] .,:?—sabA\n"


def quoted(text: str) -> list[str]:
    return [q.inner.of(text) for q in quotes(text, 0, len(text))]


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("“", "”"), ("“", '"'), ('"', '"'), ('"', "”"), ("«", "»"), ("„", "“"), ("„", "”"), ("‘", "’"), ("'", "'"),
        ("``", "''"), ("‹", "›"), ("「", "」"),
    ],
)  # fmt: skip
def test_every_convention_encloses_a_quotation(opening: str, closing: str) -> None:
    text = f"The pilot said: {opening}The pier is open,{closing} and left."
    (found,) = quotes(text, 0, len(text))
    assert found.inner.of(text) == "The pier is open,"
    assert found.outer.of(text) == f"{opening}The pier is open,{closing}"
    assert found.closed


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“He called it ‘a pier of straw’ and left,” she said.", ["He called it ‘a pier of straw’ and left,"]),
        ("\"He called it 'a pier of straw' and left,\" she said.", ["He called it 'a pier of straw' and left,"]),
        ("‘They cheered “once more” and left,’ she said.", ["They cheered “once more” and left,"]),
        ("“One,” she said. “Two.” Then: “Three.”", ["One,", "Two.", "Three."]),
        ("'It's the crew's pier,' she said.", ["It's the crew's pier,"]),
        ("‘It’s the crew’s pier,’ she said.", ["It’s the crew’s pier,"]),
        ("‘The crews’ pier is open,’ she said.", ["The crews’ pier is open,"]),
        ("“ The pier is open ” was the sign.", ["The pier is open"]),
    ],
)
def test_only_the_outermost_quotation_counts(text: str, inner: list[str]) -> None:
    assert quoted(text) == inner


@pytest.mark.parametrize(
    "text",
    [
        "The crew's pier wasn't the council's, O'Dowd's or of the '90s.",
        "The sailors’ pier and the pilots’ house belong to O’Dowd.",
        "A plank of 6' by 2' was laid.",
        "Nobody spoke.",
        "“”",
        "",
    ],
)
def test_apostrophes_and_empty_marks_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_left_open_reaches_to_the_end_of_its_paragraph() -> None:
    text = "“The pier is open. Come and see."
    (found,) = quotes(text, 0, len(text))
    assert found.inner.of(text) == "The pier is open. Come and see."
    assert not found.closed


def test_each_paragraph_of_a_long_speech_is_a_quotation_of_its_own() -> None:
    first, second = "She said: “The pier is open.", "“The lamp is lit,” she said."
    text = f"{first}\n\n{second}"
    spoken = quotes(text, 0, len(first)) + quotes(text, len(first) + 2, len(text))
    assert [(q.inner.of(text), q.closed) for q in spoken] == [("The pier is open.", False), ("The lamp is lit,", True)]


def test_a_mark_in_the_middle_of_a_clause_that_is_never_closed_opens_nothing() -> None:
    assert quoted('The plank was 12" wide and went to the pier.') == []


def test_what_an_outlet_put_in_brackets_is_marked() -> None:
    text = "“They [the pilots] left it [on Monday] to us.”"
    assert [s.of(text) for s in inserts(text, 0, len(text))] == ["[the pilots]", "[on Monday]"]


@given(st.text(alphabet=MARKS, max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_quotations_lie_in_their_paragraph_in_order_and_apart(block: str, before: str, after: str) -> None:
    text, start, end = before + block + after, len(before), len(before) + len(block)
    place = start
    for q in quotes(text, start, end):
        assert place <= q.outer.start and q.outer.end <= end
        assert q.inner in q.outer and q.inner.of(text) == q.inner.of(text).strip()
        assert q.closed or q.outer.end == end
        place = q.outer.end


@given(st.text(max_size=200))
def test_any_text_can_be_searched_for_quotations_and_brackets(text: str) -> None:
    assert all(q.inner in q.outer for q in quotes(text, 0, len(text)))
    assert all(s.of(text)[0] == "[" and s.of(text)[-1] == "]" for s in inserts(text, 0, len(text)))
