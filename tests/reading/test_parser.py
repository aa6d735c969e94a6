"""The shipped parser gives one tree to any words; names count as one word in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import names, parser, tagger
from communique.reading.grammar import names_first
from communique.reading.parser import NONE, REDUCE, SHIFT, start

WORD = st.one_of(
    st.sampled_from("Minister of Rell , and the met said that who President Fenwick Trade for . Mr".split()),
    st.text(min_size=1, max_size=8),
)
TAG = st.sampled_from("NNP NN NNS VBD VBZ VBN IN DT , . CC PRP MD JJ -NONE- WP".split())
TAGGED = st.lists(st.tuples(WORD, TAG), max_size=24)


def assert_tree(heads: list[int], labels: list[str]) -> None:
    assert len(heads) == len(labels)
    assert all(-1 <= h < len(heads) and h != i for i, h in enumerate(heads))
    assert heads.count(-1) == (1 if heads else 0)
    for i in range(len(heads)):
        steps = 0
        while heads[i] >= 0:
            i, steps = heads[i], steps + 1
            assert steps <= len(heads), "a cycle"


def parsed(sentence: str) -> dict[str, tuple[str, str]]:
    """word → (relation, head word) of a sentence without repeated words."""
    words = sentence.split()
    heads, labels = parser.shipped().parse(words, tagger.shipped().tag(words))
    return {w: (x, words[h] if h >= 0 else "") for w, h, x in zip(words, heads, labels, strict=True)}


def test_a_plain_sentence() -> None:
    tree = parsed("The pilots opened an old pier in Oslo .")
    assert tree["opened"] == ("root", "")
    assert tree["pilots"] == ("nsubj", "opened")
    assert tree["pier"] == ("obj", "opened")
    assert tree["old"] == ("amod", "pier")
    assert tree["Oslo"][0] == "obl"


def test_a_reported_clause() -> None:
    tree = parsed("She said that they will sail .")
    assert tree["sail"] == ("ccomp", "said")
    assert tree["that"] == ("mark", "sail")


@settings(max_examples=60)
@given(TAGGED)
def test_any_words_give_one_tree(pairs: list[tuple[str, str]]) -> None:
    heads, labels = parser.shipped().parse([w for w, _ in pairs], [t for _, t in pairs])
    assert_tree(heads, labels)
    assert all(x == "root" for h, x in zip(heads, labels, strict=True) if h == -1)


@settings(max_examples=60)
@given(TAGGED)
def test_any_words_give_one_tree_with_their_names_as_one_word_each(pairs: list[tuple[str, str]]) -> None:
    heads, labels = names_first([w for w, _ in pairs], [t for _, t in pairs])
    assert len(heads) == len(pairs)
    assert_tree(heads, labels)


@given(TAGGED)
def test_names_do_not_overlap_and_hold_the_word_that_stands_for_them(pairs: list[tuple[str, str]]) -> None:
    found = names.groups([w for w, _ in pairs], [t for _, t in pairs])
    taken = [k for span, _ in found for k in span]
    assert taken == sorted(set(taken))
    assert all(keep in span for span, keep in found)
    assert all(0 <= k < len(pairs) for k in taken)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("On Monday President of Tajikistan Emomali Rahmon sailed .", "President of Tajikistan Emomali Rahmon"),
        (
            "The Minister of Foreign Affairs and Trade Orla Fenwick sailed .",
            "Minister of Foreign Affairs and Trade Orla Fenwick",
        ),
        ("The mayor met Lauren Oberholt , a spokeswoman for pilots , today .", "Lauren Oberholt , a spokeswoman for pilots ,"),
    ],
)
def test_a_name_with_its_office_is_one_word(sentence: str, name: str) -> None:
    words = sentence.split()
    found = names.groups(words, tagger.shipped().tag(words))
    assert name in [" ".join(words[k] for k in span) for span, _ in found]


def test_days_and_months_are_no_part_of_a_name() -> None:
    words = "Prime Minister Rell Monday sailed".split()
    assert [range(3)] == [span for span, _ in names.groups(words, ["NNP", "NNP", "NNP", "NNP", "VBD"])]


def test_transitions_build_arcs_and_end_when_nothing_is_left() -> None:
    state = start(["pilots", "sail"], ["NNS", "VBP"])
    assert [state.legal(a) for a in (SHIFT, REDUCE, "<", ">")] == [True, False, False, False]
    state.apply(SHIFT, 0)
    assert state.legal("<") and state.legal(">") and not state.legal(REDUCE)
    state.apply("<", 1)
    assert state.heads[0] == 1 and state.labels[0] == 1
    state.apply(SHIFT, 0)
    state.apply("<", 2)
    assert state.done
    assert state.heads == [1, 2, NONE]
