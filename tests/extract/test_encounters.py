"""Encounters: who met, where, when, and whether it took place; each once, however often it is told."""

from __future__ import annotations

import pytest

from communique.record import DateValue
from communique.record.encounters import EncounterKind
from tests.extract.telling import MUSEVENI, RUTO, tell

BOTH = {"William Ruto", "Yoweri Museveni"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"{RUTO} met {MUSEVENI} on Monday.", "meeting"),
        (f"{RUTO} held talks with {MUSEVENI} on Monday.", "meeting"),
        (f"{RUTO} received {MUSEVENI} in Nairobi on Monday.", "meeting"),
        (f"{RUTO} and {MUSEVENI} met on Monday.", "meeting"),
        (f"{RUTO} spoke by phone with {MUSEVENI} on Monday.", "call"),
        (f"{RUTO} had a telephone call with {MUSEVENI} on Monday.", "call"),
        (f"{RUTO} telephoned {MUSEVENI} on Monday.", "call"),
        (f"{RUTO} and {MUSEVENI} signed an agreement on the railway on Monday.", "signing"),
        (f"The summit between {RUTO} and {MUSEVENI} opened in Arusha on Monday.", "summit"),
    ],
)
def test_kinds_with_who_and_when(sentence: str, kind: EncounterKind) -> None:
    told = tell(sentence)
    found = told.encounter
    assert (found.kind, found.status, found.date) == (kind, "occurred", DateValue("2024-03-11"))
    assert told.names(found.participants) == BOTH
    assert told.record.diplomatic


@pytest.mark.parametrize(
    "sentence",
    [
        f"{MUSEVENI} arrived in Nairobi on Monday on a two-day visit.",
        f"{MUSEVENI} visited Nairobi on Monday.",
        f"{MUSEVENI} paid a visit to Kenya on Monday.",
        f"{MUSEVENI} travelled to Nairobi on Monday.",
    ],
)
def test_a_visit_has_a_visitor_and_a_host(sentence: str) -> None:
    told = tell(sentence)
    found = told.encounter
    assert (found.kind, found.host, found.status, found.date) == ("visit", "KEN", "occurred", DateValue("2024-03-11"))
    assert told.names(found.participants) == {"Yoweri Museveni"}


def test_nobody_visits_home() -> None:
    assert tell(f"{RUTO} visited a school in Nairobi on Monday.").record.encounters == ()


def test_the_host_of_a_reception_is_who_receives() -> None:
    assert tell(f"{RUTO} received {MUSEVENI} on Monday.").encounter.host == "KEN"
    assert tell(f"{MUSEVENI} was received by {RUTO} on Monday.").encounter.host == "KEN"


def test_the_place_is_the_one_named() -> None:
    found = tell(f"{RUTO} met {MUSEVENI} in Arusha on Monday.").encounter
    assert (found.place, found.host) == ("Arusha", "TZA")


# ------------------------------------------------------------------ status
@pytest.mark.parametrize(
    "sentence",
    [
        f"{RUTO} will meet {MUSEVENI} in Kampala next week.",
        f"{RUTO} is to meet {MUSEVENI} in Kampala on 20 March.",
        f"{RUTO} is scheduled to meet {MUSEVENI} in Kampala on 20 March.",
        f"{MUSEVENI} will visit Kenya on 20 March.",
    ],
)
def test_planned(sentence: str) -> None:
    found = tell(sentence).encounter
    assert found.status == "planned"
    assert found.date is not None and found.date.first is not None and found.date.first.isoformat() > "2024-03-12"


@pytest.mark.parametrize(
    "sentence", [f"{MUSEVENI} cancelled his visit to Kenya.", f"{RUTO} postponed his meeting with {MUSEVENI}."]
)
def test_cancelled(sentence: str) -> None:
    told = tell(sentence)
    assert told.encounter.status == "cancelled"
    assert told.record.events == ()


def test_what_did_not_take_place_is_none() -> None:
    assert tell(f"{RUTO} did not meet {MUSEVENI}.").record.encounters == ()


# ------------------------------------------------------------------ dates
def test_a_lead_without_a_day_means_the_day_it_was_published_and_is_marked_uncertain() -> None:
    found = tell(f"{RUTO} met {MUSEVENI}.").encounter
    assert found.date == DateValue("2024-03-12?")
    assert found.date.uncertain


def test_without_a_day_of_publication_there_is_no_date() -> None:
    assert tell(f"{RUTO} met {MUSEVENI}.", published=None).encounter.date is None


def test_a_date_far_back_in_the_text_is_not_invented() -> None:
    told = tell("The road is long.", "The bridge is old.", f"{RUTO} met {MUSEVENI}.")
    assert told.encounter.date is None


# ------------------------------------------------------------------ told more than once
def test_mentions_of_one_meeting_are_one() -> None:
    told = tell(
        f"{RUTO} held talks with {MUSEVENI} in Kampala on Monday.",
        "The meeting with Museveni took place at the State House. Ruto and Museveni met for an hour.",
    )
    found = told.encounter
    assert told.names(found.participants) == BOTH
    assert (found.place, found.date) == ("Kampala", DateValue("2024-03-11"))
    assert len(found.evidence.spans) >= 2


def test_meetings_on_different_days_are_two() -> None:
    told = tell(f"{RUTO} met {MUSEVENI} in Kampala on Monday.", "Ruto and Museveni met in Nairobi on 4 March.")
    assert [str(e.date) for e in told.record.encounters] == ["2024-03-11", "2024-03-04"]


def test_a_visit_and_its_meeting_are_two() -> None:
    told = tell(f"{MUSEVENI} arrived in Nairobi on Monday. Kenyan President William Ruto received Museveni on Tuesday.")
    assert [e.kind for e in told.record.encounters] == ["visit", "meeting"]


# ------------------------------------------------------------------ what only sounds like it
@pytest.mark.parametrize(
    "paragraph",
    [
        "Pavel Dorn scored twice as Rovers met Albion. Captain Marsh called it a historic visit. They meet again in May.",
        "The company met its targets. The keeper's visit to the dentist was short. The strikers had talks with their agents.",
        "Coach Nuno Carva called the referee after the summit clash with the league leaders.",
    ],
)
def test_football_is_no_diplomacy(paragraph: str) -> None:
    told = tell(paragraph, title="Rovers win summit talks derby")
    assert told.record.encounters == ()
    assert told.record.events == ()
    assert not told.record.diplomatic
