"""Codes of the record in words."""

from __future__ import annotations

from typing import get_args

import pytest

from communique.record import DateValue, Occupancy, Position
from communique.record.actors import TenureStatus
from communique.record.statements import SpeechAct
from communique.views.web.labels import ACTS, TENURES, day, joined, tenure_reason, weekday


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022", "2022"),
        ("2022-05", "May 2022"),
        ("2022-05-03", "3 May 2022"),
        ("2022-05-30T10:25+04:00", "30 May 2022, 10:25+04:00"),
        ("2022-05-30TMO", "30 May 2022, morning"),
        ("../2022-05-30", "by 30 May 2022"),
        ("2022-05/..", "from May 2022"),
        ("2022-06-05/2022-06-07", "5 June 2022 to 7 June 2022"),
        ("2022-Q1", "2022-Q1"),
        ("2022-W09", "week of 28 February 2022"),
        ("PAST_REF", "in the past"),
        ("P2D", "P2D"),
    ],
)
def test_a_date_in_words_is_no_finer_than_the_date(value: str, words: str) -> None:
    assert day(DateValue(value)) == words


def test_an_unknown_date_has_no_words() -> None:
    assert (day(None), weekday(None), weekday(DateValue("2022-05"))) == ("", "", "")


def test_the_weekday_of_a_day() -> None:
    assert weekday(DateValue("2022-05-30")) == "Monday"


def test_every_code_has_its_words() -> None:
    assert {*ACTS} == {*get_args(SpeechAct)}
    assert {*TENURES} == {*get_args(TenureStatus)}


@pytest.mark.parametrize("status", get_args(TenureStatus))
def test_every_tenure_status_has_its_reason(status: TenureStatus) -> None:
    reason = tenure_reason(Occupancy(Position("Warden of the Locks", "NRV"), status, "2024-03"))

    assert reason.endswith(".") and ("2024-03" in reason) == (status != "unknown")


@pytest.mark.parametrize(("names", "words"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")])
def test_names_are_joined_as_in_prose(names: list[str], words: str) -> None:
    assert joined(names) == words
