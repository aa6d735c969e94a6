"""Events in PLOVER v2: types, modes, modality, and people who stand for their state."""

from __future__ import annotations

import pytest

from communique.codebooks.events import modes
from communique.record import DateValue
from communique.record.events import EventType, Modality
from tests.extract.telling import MUSEVENI, RUTO, tell


@pytest.mark.parametrize(
    ("sentence", "kind", "mode", "actor", "recipient"),
    [
        ("Kenya expelled two diplomats of Uganda on Monday.", "SANCTION", "expel", "KEN", "UGA"),
        ("Kenya imposed sanctions on Uganda on Monday.", "SANCTION", None, "KEN", "UGA"),
        ("Kenya recalled its ambassador from Uganda on Monday.", "SANCTION", "withdraw", "KEN", "UGA"),
        ("Kenya donated tents to Uganda on Monday.", "AID", None, "KEN", "UGA"),
        ("Israel bombed Syria on Monday.", "ASSAULT", "aerial", "ISR", "SYR"),
        (f"{RUTO} praised Uganda for its courage.", "SUPPORT", None, "KEN", "UGA"),
        (f"{RUTO} condemned Uganda over the toll.", "ACCUSE", "disapprove", "KEN", "UGA"),
        (f"{RUTO} urged Uganda to open the road.", "REQUEST", None, "KEN", "UGA"),
        (f"{RUTO} met {MUSEVENI} on Monday.", "CONSULT", None, "KEN", "UGA"),
        (f"{RUTO} spoke by phone with {MUSEVENI} on Monday.", "CONSULT", "phone", "KEN", "UGA"),
        (f"{MUSEVENI} arrived in Nairobi on Monday.", "CONSULT", "visit", "UGA", "KEN"),
        (f"{RUTO} received {MUSEVENI} in Nairobi on Monday.", "CONSULT", None, "UGA", "KEN"),
    ],
)
def test_types_modes_and_sides(sentence: str, kind: EventType, mode: str | None, actor: str, recipient: str) -> None:
    told = tell(sentence)
    found = told.event
    assert (found.event_type, found.mode, found.modality) == (kind, mode, "happened")
    assert [told.record.actor(i).state for i in (*found.actors, *found.recipients)] == [actor, recipient]
    assert found.mode is None or (found.event_type, found.mode) in modes()


@pytest.mark.parametrize(
    ("sentence", "kind", "modality"),
    [
        (f"{RUTO} will meet {MUSEVENI} next week.", "AGREE", "planned"),
        (f"{RUTO} pledged to build two bridges for Uganda.", "AGREE", "promised"),
        ("Kenya did not expel two diplomats of Uganda.", "SANCTION", "denied"),
    ],
)
def test_what_has_not_happened_says_so(sentence: str, kind: EventType, modality: Modality) -> None:
    found = tell(sentence).event
    assert (found.event_type, found.modality) == (kind, modality)


def test_the_date_is_the_day_of_the_deed() -> None:
    assert tell("Kenya expelled two diplomats of Uganda on Monday.").event.date == DateValue("2024-03-11")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{RUTO} said the road was open.",
        f"{RUTO} told {MUSEVENI} that the road was open.",
        f"{RUTO} praised the crew of the ferry.",
        f"{RUTO} urged Kenya to open the road.",
        "Kenya opened the road.",
        f"“Uganda bombed nobody,” {RUTO} said.",
    ],
)
def test_plain_talk_and_one_side_alone_are_no_events(sentence: str) -> None:
    assert tell(sentence).record.events == ()


def test_one_event_a_pair_of_sides() -> None:
    told = tell(f"{RUTO} met {MUSEVENI} on Monday. Ruto also met Museveni in Nairobi on Monday.")
    assert [e.event_type for e in told.record.events] == ["CONSULT"]
