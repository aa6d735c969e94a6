"""Dates with the precision the text gives."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import RecordError
from communique.record import DateValue
from communique.record.dates import Precision, from_day


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("2022", "year", "2022-01-01", "2022-12-31"),
        ("2022-Q2", "quarter", "2022-04-01", "2022-06-30"),
        ("2024-02", "month", "2024-02-01", "2024-02-29"),
        ("2024-W11", "week", "2024-03-11", "2024-03-17"),
        ("2022-05-30", "day", "2022-05-30", "2022-05-30"),
        ("2022-05-30?", "day", "2022-05-30", "2022-05-30"),
        ("2022-05-30T10:25+03:30", "instant", "2022-05-30", "2022-05-30"),
        ("2022-05-30TMO", "instant", "2022-05-30", "2022-05-30"),
        ("2022-06-05/2022-06-07", "interval", "2022-06-05", "2022-06-07"),
        ("../2022-05-30", "interval", None, "2022-05-30"),
        ("2022-05/..", "interval", "2022-05-01", None),
        ("P2D", "duration", None, None),
        ("PT3H", "duration", None, None),
        ("PAST_REF", "vague", None, None),
        ("202X", "vague", None, None),
        ("2022-SU", "vague", None, None),
        ("SET:P1W", "set", None, None),
        ("2022-W53", "week", None, None),
    ],
)
def test_precision_and_bounds(text: str, precision: Precision, first: str | None, last: str | None) -> None:
    value = DateValue(text)
    assert (value.precision, str(value)) == (precision, text)
    assert value.first == (date.fromisoformat(first) if first else None)
    assert value.last == (date.fromisoformat(last) if last else None)


@pytest.mark.parametrize(
    "text", ["", "Monday", "30.05.2022", "2022-13", "2022-05-32", "2022-5-3", "22", "2022-05-30T25", "2022-Q5"]
)
def test_what_is_no_date_is_refused_with_advice(text: str) -> None:
    with pytest.raises(RecordError, match="write it like 2022"):
        DateValue(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-05-30", date(2022, 5, 30)),
        ("2022-05-30?", date(2022, 5, 30)),
        ("2022-05-30T10:25Z", date(2022, 5, 30)),
        ("2022-05", None),
        ("2022-02-31", None),
        ("2022-05-30/2022-05-31", None),
    ],
)
def test_the_day_where_there_is_exactly_one(text: str, day: date | None) -> None:
    assert DateValue(text).day == day


def test_only_an_inferred_day_is_uncertain() -> None:
    assert DateValue("2022-05-30?").uncertain and not DateValue("2022-05-30").uncertain


@given(st.dates())
def test_a_day_there_and_back(day: date) -> None:
    assert from_day(day).day == day
    assert from_day(day).first == from_day(day).last == day


@given(st.text(alphabet="0123456789-/?TQWXP.:+ZMD", max_size=24))
def test_whatever_is_taken_has_a_precision_and_bounds_in_order(text: str) -> None:
    try:
        value = DateValue(text)
    except RecordError:
        return
    assert value.precision
    if value.precision != "interval" and value.first and value.last:
        assert value.first <= value.last
