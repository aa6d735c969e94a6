"""How the sources' titles and names are read when the register is built."""

from __future__ import annotations

import pytest

from communique.knowledge.gazetteer import Gazetteer
from training.register.people import clean
from training.register.states import StateFacts
from training.register.tenures import Offices, PositionFacts

RURITANIA = StateFacts("RUR", None, "Ruritania", "Ruritanian", "Strelsau", names={"Ruritania": "name"})


def positions(office: str, office_class: str) -> list[PositionFacts]:
    row = {"office": office, "class": office_class, "iso3": "RUR", "source": "factbook", "actor": "Ana Alder"}
    return list(Offices({"RUR": RURITANIA}, Gazetteer(), {}).positions(row))


@pytest.mark.parametrize(
    ("office", "office_class", "title", "sense"),
    [
        ("President", "hos", "President of Ruritania", "president"),
        ("President of Ruritania", "hog", "President of Ruritania", "president"),
        ("Minister of Foreign Affairs", "fm", "Minister of Foreign Affairs of Ruritania", "foreign"),
        ("ambassador to Iceland", "ambassador", "Ambassador of Ruritania to Iceland", "ambassador"),
        ("Chancellor of the Duchy", "other", "Chancellor of the Duchy of Ruritania", "other"),
    ],
)
def test_positions(office: str, office_class: str, title: str, sense: str) -> None:
    (found,) = positions(office, office_class)
    assert (found.title, found.sense) == (title, sense)


def test_one_row_may_name_two_offices() -> None:
    assert [p.sense for p in positions("King and Prime Minister", "hog")] == ["monarch", "prime_minister"]


@pytest.mark.parametrize(
    ("name", "source", "cleaned"),
    [
        ("Sr. Gen. Aung Min Htun", "factbook", "Aung Min Htun"),
        ("Ana Alder serving as caretaker", "factbook", "Ana Alder"),
        ("Boris Birch (page does not exist)", "world-leaders-2021/wikipedia", "Boris Birch"),
        ('Cem "CC" Cedar', "factbook", "Cem Cedar"),
        ("Sheikh Amina", "every-politician", "Sheikh Amina"),
    ],
)
def test_names_without_titles_and_notes(name: str, source: str, cleaned: str) -> None:
    assert clean(name, source) == cleaned
