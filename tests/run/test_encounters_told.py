"""Ordinary ways in which agencies tell of meetings and calls: who took part, what it was, and whether it took place."""

from __future__ import annotations

import pytest

from communique.record import Record
from communique.run.pipeline import read_input
from communique.sources import Input


def _record(sentence: str) -> Record:
    text = f"Sunday 17 November 2024 - 14:55\n\nA test\n\nMUSCAT, Nov 17 (XNA) -- {sentence}\n"
    return read_input(Input("x.txt", text.encode()))


@pytest.mark.parametrize(
    ("sentence", "kind", "status", "people"),
    [
        (
            "Foreign Minister Ali Hamdan of Oman and Foreign Minister Jane Holt of Australia met in Muscat on Saturday.",
            "meeting",
            "occurred",
            {"Ali Hamdan", "Jane Holt"},
        ),
        (
            "Talks between Omani Foreign Minister Ali Hamdan and Australian Foreign Minister Jane Holt took place on Friday.",
            "meeting",
            "occurred",
            {"Ali Hamdan", "Jane Holt"},
        ),
        (
            "The meeting between President Kemal Aydin and Iraqi President Barham Nuri was cancelled on Saturday.",
            "meeting",
            "cancelled",
            {"Kemal Aydin", "Barham Nuri"},
        ),
        (
            "Turkish President Kemal Aydin and his Iraqi counterpart, Barham Nuri, discussed trade by phone on Saturday.",
            "call",
            "occurred",
            {"Kemal Aydin", "Barham Nuri"},
        ),
        (
            (
                "His Highness the Amir Sheikh Nasser Al-Khaled received at the palace, in the presence of the Crown Prince "
                "Talal Al-Fahad, the Prime Minister of Jordan Dr. Raed Majali."
            ),
            "meeting",
            "occurred",
            {"Nasser Al-Khaled", "Raed Majali"},
        ),
    ],
)
def test_told_in_one_sentence(sentence: str, kind: str, status: str, people: set[str]) -> None:
    record = _record(sentence)
    names = {a.id: a.name for a in record.actors}
    found = [(e.kind, e.status, {names[i] for i in e.participants}) for e in record.encounters]
    assert found == [(kind, status, people)]


def test_the_ministers_of_two_states_are_two_people() -> None:
    record = _record(
        "The foreign ministers of Oman and Australia met in Muscat on Saturday. They agreed to open an office by June."
    )
    (met,) = record.encounters
    states = {a.state for a in record.actors if a.id in met.participants}
    assert states == {"OMN", "AUS"}
    (agreed,) = record.commitments
    assert set(agreed.promisors) == set(met.participants)
    assert str(agreed.deadline) == "2025-06"


def test_one_who_leaves_on_monday_has_not_left() -> None:
    record = _record("Omani Foreign Minister Ali Hamdan arrived in Kuwait on Saturday. He leaves on Monday for Manama.")
    trips = {e.host: (str(e.date), e.status) for e in record.encounters}
    assert trips == {"KWT": ("2024-11-16", "occurred"), "BHR": ("2024-11-18", "planned")}


def test_a_namesake_in_another_office_is_somebody_else() -> None:
    record = _record("Foreign Minister Ali Hamdan of Oman met Foreign Minister Jane Holt of Australia.")
    assert next(a for a in record.actors if a.name == "Ali Hamdan").wikidata is None
