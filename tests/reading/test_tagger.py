"""The shipped tagger and lemmas: everyday sentences, and a tag for every word whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reading.lemmas import lemma
from communique.reading.tagger import Tagger, normal, shape, shipped

WORDS = st.lists(st.text(min_size=1, max_size=12), max_size=25)


@pytest.mark.parametrize(
    ("sentence", "tags"),
    [
        ("The pilots opened the old pier on Monday .", "DT NNS VBD DT JJ NN IN NNP ."),
        ("She said that they will sail to Oslo .", "PRP VBD IN PRP MD VB IN NNP ."),
        ("He has thanked his hosts .", "PRP VBZ VBN PRP$ NNS ."),
    ],
)
def test_everyday_sentences(sentence: str, tags: str) -> None:
    assert shipped().tag(sentence.split()) == tags.split()


def test_a_strange_word_with_a_capital_inside_a_sentence_is_a_name() -> None:
    assert shipped().tag(["The", "envoy", "met", "Quzmandel", "."])[3] == "NNP"


def test_a_tagger_without_weights_still_tags() -> None:
    assert Tagger({"the": "DT"}, {}).tag(["the", "pier"]) == ["DT", "NN"]


@pytest.mark.parametrize(
    ("word", "form"), [("2024", "!YEAR"), ("31", "!DIGITS"), ("1,200", "!DIGITS"), ("Pier", "pier"), ("U.S.", "u.s.")]
)
def test_numbers_are_folded_in_features(word: str, form: str) -> None:
    assert normal(word) == form


@pytest.mark.parametrize(
    ("word", "kind"), [("pier", "low"), ("Pier", "Cap"), ("UN", "CAP"), ("A", "C"), ("iPier", "mix"), ("31", "mix")]
)
def test_shapes(word: str, kind: str) -> None:
    assert shape(word) == kind


@given(WORDS)
def test_each_word_gets_one_tag_and_always_the_same(words: list[str]) -> None:
    tags = shipped().tag(words)
    assert len(tags) == len(words) and all(tags)
    assert tags == shipped().tag(words)


@pytest.mark.parametrize(
    ("word", "tag", "base"),
    [
        ("said", "VBD", "say"),
        ("told", "VBD", "tell"),
        ("met", "VBD", "meet"),
        ("vowing", "VBG", "vow"),
        ("planned", "VBD", "plan"),
        ("denied", "VBD", "deny"),
        ("promises", "VBZ", "promise"),
        ("urges", "VBZ", "urge"),
        ("congratulated", "VBD", "congratulate"),
        ("spoke", "VBD", "speak"),
        ("signed", "VBD", "sign"),
        ("visits", "VBZ", "visit"),
        ("stressed", "VBD", "stress"),
        ("talks", "NNS", "talk"),
        ("countries", "NNS", "country"),
        ("summits", "NNS", "summit"),
        ("pier", "NN", "pier"),
    ],
)
def test_dictionary_forms(word: str, tag: str, base: str) -> None:
    assert lemma(word, tag) == base


@given(st.text(min_size=1, max_size=15), st.sampled_from(["NN", "NNS", "VBD", "VBG", "VBZ", "VBN", "JJ"]))
def test_any_word_has_a_dictionary_form(word: str, tag: str) -> None:
    assert lemma(word, tag) or not word.lower().removesuffix("s")
