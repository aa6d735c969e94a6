"""Lines and paragraphs of plain texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from communique.documents.lines import units

WRAPPED = (
    "The minister of Portugal met his guest from Spain in Lisbon and talked\n"
    "with him about fish, which both sides said were fewer than they had\n"
    "been when the treaty was signed.\n"
)
SECOND = (
    "He added that more talks would be held in Madrid in the spring of the\n"
    "next year, and that both sides would bring figures, charts and all the\n"
    "fishermen they could find.\n"
)


def words(text: str) -> list[str]:
    return [text[u.start : u.end] for u in units(text)]


def test_each_long_line_is_a_paragraph() -> None:
    text = "One line that goes on and on and says a lot about fish. " * 3 + "\n" + "Another. " * 20 + "\r\nThird"
    assert [x[:7] for x in words(text)] == ["One lin", "Another", "Third"]


def test_wrapped_lines_between_blank_lines_are_one_paragraph() -> None:
    assert words(f"{WRAPPED}\n{SECOND}") == [WRAPPED.strip(), SECOND.strip()]


def test_a_headline_right_above_a_wrapped_paragraph_stands_alone() -> None:
    assert words(f"Ministers meet over fish\n{WRAPPED}\n{SECOND}")[0] == "Ministers meet over fish"


def test_wrapped_paragraphs_without_blank_lines_end_where_room_is_left() -> None:
    assert words(WRAPPED + SECOND) == [WRAPPED.strip(), SECOND.strip()]


def test_an_indent_begins_a_paragraph() -> None:
    second = "    " + SECOND.replace("find.", "find in all of the ports of the two.")
    assert len(words(WRAPPED.replace("signed.", "signed, as everybody knows by now, too.") + second)) == 2


def test_blank_lines_are_noted_whatever_breaks_the_lines() -> None:
    for newline in ("\n", "\r\n", "\r", "\u2028"):
        text = newline.join(["One", "", "Two", "Three", "  ", "Four"])
        assert [u.after_blank for u in units(text)] == [True, True, False, True]


@given(st.text(alphabet="ab .\n\r\t\ufeff\u2028", max_size=300))
def test_units_cover_all_that_is_visible_once_and_in_order(text: str) -> None:
    found = units(text)
    assert all(a.end <= b.start for a, b in pairwise(found))
    covered = {i for u in found for i in range(u.start, u.end)}
    assert {i for i, c in enumerate(text) if c in "ab."} <= covered
    assert all(not text[u.start].isspace() and not text[u.end - 1].isspace() for u in found)
