"""Noun phrases: what kind of mention each is, and what it says."""

from __future__ import annotations

import pytest

from communique.actors.mentions import Mention, MentionKind, mention
from communique.knowledge import Register
from communique.record import Span


def read(phrase: str, after: str = ".") -> Mention:
    text = f"On Monday {phrase}{after}"
    return mention(text, Span(10, 10 + len(phrase)), Register.shipped())


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("Foreign Minister Orla Fenwick", "person"),
        ("Dr. Omar Al-Tamimi", "person"),
        ("Orla Fenwick", "person"),
        ("Orla Fenwick, who was born in Cork", "person"),
        ("her guest Tomas Rell", "person"),
        ("the Irish foreign minister", "office"),
        ("the visiting president", "office"),
        ("his guest", "office"),
        ("the prime minister himself", "office"),
        ("His Excellency", "honorific"),
        ("Her Majesty", "honorific"),
        ("his Polish counterpart", "counterpart"),
        ("her colleague", "counterpart"),
        ("he", "pronoun"),
        ("They", "pronoun"),
        ("herself", "pronoun"),
        ("the two sides", "plural"),
        ("both ministers", "plural"),
        ("the two foreign ministers", "plural"),
        ("both countries", "plural"),
        ("Kenya", "entity"),
        ("the Kenyan government", "entity"),
        ("the European Union", "entity"),
        ("the Foreign Ministry of Kenya", "entity"),
        ("the old pier", "nominal"),
        ("three senior officials", "nominal"),
        ("12 ships", "nominal"),
        ("the Lorne River Commission", "nominal"),
    ],
)
def test_kinds(phrase: str, kind: MentionKind) -> None:
    assert read(phrase).kind == kind


@pytest.mark.parametrize(
    ("phrase", "after", "name", "office", "state"),
    [
        ("Foreign Minister Orla Fenwick of Ireland", ".", "Orla Fenwick", "fm", "IRL"),
        ("Irish Foreign Minister Orla Fenwick", ".", "Orla Fenwick", "fm", "IRL"),
        ("the Prime Minister of Pakistan", ", Shahnawaz Bhatti, said", "Shahnawaz Bhatti", "hog", "PAK"),
        ("Alenka Zorman", ", president of Slovenia, said", "Alenka Zorman", "hos", "SVN"),
        ("President of Slovenia Alenka Zorman", " said", "Alenka Zorman", "hos", "SVN"),
    ],
)
def test_office_and_name_are_read_together(phrase: str, after: str, name: str, office: str, state: str) -> None:
    found = read(phrase, after)
    assert (found.kind, found.name) == ("person", name)
    assert [o.office_class for o in found.designation.offices] == [office]
    assert found.designation.state == state


def test_a_mention_stays_at_its_place_whatever_is_read_beside_it() -> None:
    found = read("the Prime Minister of Pakistan", ", Shahnawaz Bhatti, said")
    assert (found.span, found.text) == (Span(10, 40), "the Prime Minister of Pakistan, Shahnawaz Bhatti")


@pytest.mark.parametrize(
    ("phrase", "gender"), [("Her Excellency", "f"), ("Mr. Rell", "m"), ("Ms. Lind", "f"), ("Dr. Lind", None)]
)
def test_gender_where_the_words_tell_it(phrase: str, gender: str | None) -> None:
    assert read(phrase).designation.gender == gender


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("Photo: Orla Fenwick", "Orla Fenwick"),
        ("Orla Fenwick (R)", "Orla Fenwick"),
        ("Orla Fenwick, who was born in Cork", "Orla Fenwick"),
        ("Orla Fenwick, for her part", "Orla Fenwick"),
        ("Orla Fenwick herself", "Orla Fenwick"),
    ],
)
def test_what_is_no_part_of_the_name_is_left_out(phrase: str, text: str) -> None:
    assert read(phrase).text == text
