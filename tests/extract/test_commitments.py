"""Commitments: who undertook what, to whom, by when."""

from __future__ import annotations

import pytest

from communique.record import DateValue
from tests.extract.telling import MUSEVENI, RUTO, tell


@pytest.mark.parametrize(
    ("sentence", "action", "deadline"),
    [
        (f"{RUTO} pledged to build two bridges within ninety days.", "build two bridges within ninety days", "2024-06-10"),
        (f"{RUTO} promised to reopen the border by the end of March.", "reopen the border by the end of March", "2024-03-31"),
        (
            f"{RUTO} vowed that Kenya would repair the bridge by 1 June 2024.",
            "Kenya would repair the bridge by 1 June 2024",
            "2024-06-01",
        ),
        (
            f"{RUTO} said Kenya will build two bridges before 1 June 2024.",
            "Kenya will build two bridges before 1 June 2024",
            "2024-06-01",
        ),
        (f"“We will build two bridges,” {RUTO} said.", "We will build two bridges", None),
        (f"{RUTO} promised to repair the road.", "repair the road", None),
    ],
)
def test_what_and_by_when(sentence: str, action: str, deadline: str | None) -> None:
    told = tell(sentence)
    (found,) = told.record.commitments
    assert told.names(found.promisors) == {"William Ruto"}
    assert (found.action, found.status) == (action, "announced")
    assert found.deadline == (DateValue(deadline) if deadline else None)
    assert found.action in told.words(found.evidence.spans)


def test_to_whom() -> None:
    told = tell(f"{RUTO} promised {MUSEVENI} to repair the road to Uganda.")
    (found,) = told.record.commitments
    assert {told.record.actor(i).state for i in found.promisees} == {"UGA"}


def test_a_state_undertakes_in_the_voice_of_the_text() -> None:
    told = tell("Kenya will provide 30 tents to Uganda by the end of June 2024.")
    (found,) = told.record.commitments
    assert told.names(found.promisors) == {"Kenya"} and told.names(found.promisees) == {"Uganda"}
    assert found.deadline == DateValue("2024-06-30")


@pytest.mark.parametrize(
    "sentence",
    [
        f"{RUTO} urged Uganda to build two bridges.",
        f"{RUTO} said the road was open.",
        f"{RUTO} did not promise to build bridges.",
        f"{RUTO} said the rain would stop.",
        f"{RUTO} hoped that the road would open.",
    ],
)
def test_what_binds_nobody(sentence: str) -> None:
    assert tell(sentence).record.commitments == ()


def test_nobody_undertakes_what_another_state_will_do() -> None:
    told = tell(f"{RUTO} said Uganda will build two bridges.")
    assert all("William Ruto" not in told.names(c.promisors) for c in told.record.commitments)
