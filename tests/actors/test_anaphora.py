"""What only points: pronouns, honorifics, counterparts and the two sides."""

from __future__ import annotations

import pytest

from tests.actors.casting import meant, scene

MEETING = "President Ewa Lind of Poland and Prime Minister Conor Dray of Ireland met in Warsaw."


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The two sides", {"Ewa Lind", "Conor Dray"}),
        ("The two leaders", {"Ewa Lind", "Conor Dray"}),
        ("Both sides", {"Ewa Lind", "Conor Dray"}),
        ("The two countries", {"Poland", "Ireland"}),
        ("The two nations", {"Poland", "Ireland"}),
        ("The two governments", {"Poland", "Ireland"}),
    ],
)
def test_the_two_sides_are_those_set_side_by_side(words: str, names: set[str]) -> None:
    assert set(meant(scene(f"{MEETING} {words} hailed the ship."), words)) == names


def test_they_are_the_two_last_named_together() -> None:
    found = scene(f"{MEETING} The two leaders hailed the ship.", "They praised the crew.")
    assert set(meant(found, "They")) == {"Ewa Lind", "Conor Dray"}


def test_the_two_sides_of_a_text_that_names_one_are_nobody() -> None:
    assert meant(scene("President Ewa Lind of Poland sailed. The two sides hailed the ship."), "The two sides") == []


def test_a_counterpart_holds_the_same_office_in_the_state_named() -> None:
    found = scene("Irish Foreign Minister Orla Fenwick met her Polish counterpart in Warsaw on Monday.")
    (name,) = meant(found, "her Polish counterpart")
    held = next(a.occupancy for a in found.cast.actors.values() if a.name == name)
    assert held is not None and held.status == "in_force"
    assert (held.position.office_class, held.position.state) == ("fm", "POL")


def test_a_counterpart_named_by_the_text_is_that_person() -> None:
    found = scene(
        "Irish Foreign Minister Orla Fenwick met her Polish counterpart, Ewa Lind, on Monday. Lind said the sea was calm."
    )
    assert meant(found, "Lind") == ["Ewa Lind"]
    assert {a.name for a in found.cast.actors.values() if a.kind == "person"} == {"Orla Fenwick", "Ewa Lind"}


def test_a_counterpart_without_a_register_day_is_somebody_unnamed_of_that_state() -> None:
    found = scene("Irish Foreign Minister Orla Fenwick met her Polish counterpart.", published=None)
    (name,) = meant(found, "her Polish counterpart")
    other = next(a for a in found.cast.actors.values() if a.name == name)
    assert (other.wikidata, other.state) == (None, "POL")


@pytest.mark.parametrize(
    ("sentence", "pronoun", "name"),
    [
        ("Mr. Conor Dray met Ms. Ewa Lind. He said the sea was calm.", "He", "Conor Dray"),
        ("Mr. Conor Dray met Ms. Ewa Lind. She said the sea was calm.", "She", "Ewa Lind"),
        ("King Olav received Queen Marit. She said the sea was calm.", "She", "Marit"),
        ("Foreign Minister Orla Fenwick said the sea was calm. She praised the crew.", "She", "Orla Fenwick"),
    ],
)
def test_he_and_she(sentence: str, pronoun: str, name: str) -> None:
    assert meant(scene(sentence), pronoun) == [name]


def test_he_in_the_next_paragraph_is_the_last_speaker() -> None:
    found = scene("Mr. Conor Dray said the sea was calm. Mr. Tomas Rell sailed to Cork.", "He added that the wind was strong.")
    assert meant(found, "He") == ["Conor Dray"]


def test_a_pronoun_far_from_everybody_is_nobody() -> None:
    found = scene("Mr. Conor Dray said the sea was calm.", *["The wind was strong."] * 4, "He praised the crew.")
    assert meant(found, "He") == []


def test_a_pronoun_before_anybody_is_nobody() -> None:
    assert meant(scene("He said the sea was calm. Mr. Conor Dray sailed."), "He") == []


@pytest.mark.parametrize(
    ("sentence", "words", "name"),
    [
        (
            "Sheikh Omar bin Salim Al-Farsi, the Emir of Qatar, sailed. His Highness said the sea was calm.",
            "His Highness",
            "Omar bin Salim Al-Farsi",
        ),
        (
            "H.E. Dr. Omar Al-Tamimi received Mr. Tomas Rell. His Excellency praised the crew.",
            "His Excellency",
            "Omar Al-Tamimi",
        ),
    ],
)
def test_an_honorific_alone_is_who_bears_one(sentence: str, words: str, name: str) -> None:
    assert meant(scene(sentence), words) == [name]
