"""Phrases taken apart; the people in them are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import Designation, Register


def parse(text: str) -> Designation:
    return Register.shipped().parse(text)


@pytest.mark.parametrize(
    ("text", "name", "office_class", "state"),
    [
        ("the visiting President of Tajikistan Farhod Azizov", "Farhod Azizov", "hos", "TJK"),
        ("Turkey's Foreign Minister Selim Aksoy", "Selim Aksoy", "fm", "TUR"),
        ("H.E. Dr. Anna Petrova, Minister of Foreign Affairs of the Republic of Moldova", "Anna Petrova", "fm", "MDA"),
        ("Leader of the Islamic Revolution His Eminence Imam Sayyed Reza Tavakoli", "Reza Tavakoli", "hos", "IRN"),
        (
            "Chairman of the Chiefs of Staff of the Omani Armed Forces Major General Karim Sadri",
            "Karim Sadri",
            "military_chief",
            "OMN",
        ),
        ("Kremlin spokesman Pavel Ilyin", "Pavel Ilyin", "spokesperson", "RUS"),
        ("Prime Minister Toth of Hungary", "Toth", "hog", "HUN"),
        ("the Belarusian president", None, "hos", "BLR"),
        ("Minister of Culture and Tourism Ayla Demir", "Ayla Demir", "minister_other", None),
        ("Deputy Foreign Minister Omid Karimi", "Omid Karimi", "deputy_fm", None),
        ("Russia's ambassador in Tehran Oleg Belov", "Oleg Belov", "ambassador", "RUS"),
        ("Iranian Ambassador to Russia Omid Karimi", "Omid Karimi", "ambassador", "IRN"),
        ("His Majesty King Harun II ibn Talal", "Harun II ibn Talal", "monarch", None),
        ("Speaker of the House of Representatives Ruth Alder", "Ruth Alder", "speaker", "USA"),
        ("Mayor of London Priya Nair", "Priya Nair", "other", None),
        ("Ivan Horak, Czech defense minister", "Ivan Horak", "defense", "CZE"),
    ],
)
def test_parts(text: str, name: str | None, office_class: str, state: str | None) -> None:
    found = parse(text)
    assert found.name == name
    assert found.offices[0].office_class == office_class
    if state:
        assert found.state == state


def test_two_offices() -> None:
    senses = [o.sense for o in parse("State Councilor and Foreign Minister Zhao Lin").offices]
    assert senses == ["state_councilor", "foreign"]


def test_honorifics_are_not_the_name() -> None:
    found = parse("Hujjat al-Islam Sheikh Naim Darwish")
    assert found.name == "Naim Darwish"
    assert found.honorifics == ("Hujjat al-Islam", "Sheikh")
    assert found.gender == "m"
    assert parse("His Eminence").honorifics == ("His Eminence",)
    assert parse("His Eminence").name is None


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("the late Prime Minister Ken Abe", "late"), ("then-President Ali Omar", "then"), ("President-elect Ali Omar", "elect")],
)
def test_modifiers(text: str, modifier: str) -> None:
    assert modifier in parse(text).modifiers
    assert parse(text).former == (modifier != "elect")


def test_words_nothing_explains_are_kept() -> None:
    assert "counterpart" in parse("his Iranian counterpart").unread


@given(st.text(max_size=60))
def test_any_text_is_taken(text: str) -> None:
    found = parse(text)
    if found.name_span:
        assert found.name_span.of(text) == found.name
    for office in found.offices:
        assert office.span.of(text) == office.title
