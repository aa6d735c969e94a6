"""Dictionary forms: of verbs and nouns, and of whatever else a text may hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "tag", "expected"),
    [
        ("talks", "NNS", "talk"),
        ("parties", "NNS", "party"),
        ("said", "VBD", "say"),
        ("denied", "VBD", "deny"),
        ("promises", "VBZ", "promise"),
        ("planning", "VBG", "plan"),
        ("s", "NNS", "s"),
    ],
)
def test_dictionary_forms(word: str, tag: str, expected: str) -> None:
    assert lemma(word, tag) == expected


@given(st.text(min_size=1, max_size=12), st.sampled_from(["NNS", "NNPS", "VBZ", "VBD", "VBN", "VBG", "NN"]))
def test_no_word_is_without_one(word: str, tag: str) -> None:
    assert lemma(word, tag)
