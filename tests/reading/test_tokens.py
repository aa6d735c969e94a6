"""Words and sentences: what stays together, where a sentence ends, and that nothing is lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.tokens import sentences, tokens

PROSE = st.text(alphabet="aBcZ 0159.,:;!?'’\"“”()[]-–—…\n\té İßﬁ́😀_n't", max_size=120)


def split(text: str) -> list[str]:
    return [s.of(text) for s in tokens(text, 0, len(text))]


def parts(text: str) -> list[str]:
    return [s.of(text) for s in sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr. Rell met Dr. Fenwick.", ["Mr.", "Rell", "met", "Dr.", "Fenwick", "."]),
        ("J. Rell left the U.S. in May.", ["J.", "Rell", "left", "the", "U.S.", "in", "May", "."]),
        ("H.E. the envoy", ["H.E.", "the", "envoy"]),
        ("It rose 3.5 to 1,200 at 10:25.", ["It", "rose", "3.5", "to", "1,200", "at", "10:25", "."]),
        (
            "Fenwick's crew didn't sail; they’re here.",
            ["Fenwick", "'s", "crew", "did", "n't", "sail", ";", "they", "’re", "here", "."],
        ),
        ("a long-term plan", ["a", "long-term", "plan"]),
        ("O’Brien and Ra'is", ["O’Brien", "and", "Ra'is"]),
        ("“No,” she said…", ["“", "No", ",", "”", "she", "said", "…"]),
        ("one--two", ["one", "--", "two"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert split(text) == words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The pier is open. The lamp is lit.", ["The pier is open.", "The lamp is lit."]),
        ("Mr. Rell met Gen. Fenwick at St. Anne. He left.", ["Mr. Rell met Gen. Fenwick at St. Anne.", "He left."]),
        ("J. K. Rell spoke. Nobody heard.", ["J. K. Rell spoke.", "Nobody heard."]),
        ("He left the U.S. The pier stayed.", ["He left the U.S.", "The pier stayed."]),
        ("The U.S. Navy sailed on.", ["The U.S. Navy sailed on."]),
        ("It grew by 3.5 percent. It fell by 0.2.", ["It grew by 3.5 percent.", "It fell by 0.2."]),
        ("“The pier is open.” The crew cheered.", ["“The pier is open.”", "The crew cheered."]),
        ("Is it open? Yes! Come…", ["Is it open?", "Yes!", "Come…"]),
        ("Opening hours        Closed on Monday", ["Opening hours", "Closed on Monday"]),
        ("One line\n\nAnother line", ["One line", "Another line"]),
        ("It cost 5 p.m. or so they say.", ["It cost 5 p.m. or so they say."]),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert parts(text) == found


def covered(text: str) -> list[int]:
    return [k for s in tokens(text, 0, len(text)) for k in range(s.start, s.end)]


@given(st.one_of(PROSE, st.text(max_size=80)))
def test_every_character_that_is_no_space_is_in_exactly_one_word(text: str) -> None:
    inside = covered(text)
    assert inside == sorted(set(inside))
    assert {k for k, c in enumerate(text) if not c.isspace()} == set(inside)


@given(PROSE)
def test_sentences_hold_all_that_is_no_space_in_order(text: str) -> None:
    found = list(sentences(text, 0, len(text)))
    assert "".join("".join(s.of(text).split()) for s in found) == "".join(text.split())
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(s.of(text) == s.of(text).strip() for s in found)


@given(PROSE, PROSE, PROSE)
def test_a_paragraph_is_split_without_a_look_at_its_neighbors(before: str, block: str, after: str) -> None:
    text = before + block + after
    start, end = len(before), len(before) + len(block)
    assert all(start <= s.start and s.end <= end for s in [*tokens(text, start, end), *sentences(text, start, end)])
