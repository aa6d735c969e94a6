"""What a page calls people, states and documents."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.record import Actor
from communique.views.web.naming import called, clipped, joined, state, telling, titled

from .records import harbor


def test_a_state_is_called_by_its_name_and_an_unknown_code_stays() -> None:
    assert (state("KWT"), state("NRV")) == ("Kuwait", "NRV")


def test_words_that_identify_nobody_stand_in_quotation_marks() -> None:
    assert called(Actor("local:1", "- her office,", "unknown")) == "“her office”"
    assert called(Actor("local:2", "Ilana Voss", "person")) == "Ilana Voss"


def test_a_long_phrase_is_cut_between_words() -> None:
    phrase = "people close to the delegation that had come over the pass in the night of the first snow"

    assert called(Actor("local:1", phrase, "unknown")) == "“people close to the delegation that had come over the pass …”"


def test_nothing_but_punctuation_is_still_shown() -> None:
    assert called(Actor("local:1", "—", "unknown")) == "“—”"


def test_a_document_without_a_title_is_called_by_its_file() -> None:
    document = replace(harbor().document, title=None, source="wire/2026/ports.html")

    assert titled(document) == "Untitled: ports.html"
    assert titled(harbor().document) == harbor().document.title


def test_pronouns_and_twins_tell_nothing() -> None:
    assert telling(["Voss", "She", "the President", "The President", "his"]) == ["Voss", "the President"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["A"], "A"),
        (["A", "B"], "A and B"),
        (["A", "B", "C"], "A, B and C"),
        (["A", "B", "C", "D", "E"], "A, B, C, D and E"),
        (["A", "B", "C", "D", "E", "F", "G"], "A, B, C, D and 3 others"),
    ],
)
def test_names_are_joined_as_in_prose(names: list[str], words: str) -> None:
    assert joined(names) == words


def test_words_are_cut_only_where_they_are_too_long() -> None:
    assert clipped("one\n two", 10) == "one two"
    assert clipped("one two, three", 11) == "one two …"
