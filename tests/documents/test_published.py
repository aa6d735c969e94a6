"""Dates of publication."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents.published import days_in, finer, leading, parse
from communique.record import DateValue


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2022-05-31", "2022-05-31"),
        ("2022", "2022"),
        ("2022-05", "2022-05"),
        ("Tuesday 14 March 2023 - 10:25", "2023-03-14T10:25"),
        ("14 March 2023, 10:25 GMT", "2023-03-14T10:25Z"),
        ("May 3, 2021 14:05 (UTC+3)", "2021-05-03T14:05+03:00"),
        ("2023-03-14T10:25:00Z", "2023-03-14T10:25:00Z"),
        ("2023-03-14T10:25:00.000+0330", "2023-03-14T10:25:00+03:30"),
        ("Tue, 14 Mar 2023 10:25:00 GMT", "2023-03-14T10:25:00Z"),
        ("May. 30, 2022, 2:05 p.m. EDT", "2022-05-30T14:05-04:00"),
        ("12:05 am, 1 May 2020", "2020-05-01T00:05"),
        ("10:25 AM EST, Tue March 14, 2023", "2023-03-14T10:25-05:00"),
        ("14th of March, 2023", "2023-03-14"),
        ("2023 Mar 14", "2023-03-14"),
        ("14-Mar-2023", "2023-03-14"),
        ("3.4.2023", "2023-04-03"),
        ("3. 4. 2023.", "2023-04-03"),
        ("2023. 4. 3. 15:20", "2023-04-03T15:20"),
        ("this 3rd day of April 2023", None),
        ("3rd day of April 2023", "2023-04-03"),
        ("14 March 2023 10:25 NPT", "2023-03-14T10:25+05:45"),
        ("13/04/2023", "2023-04-13"),
        ("04/13/2023", "2023-04-13"),
        ("05/05/2023", "2023-05-05"),
        ("Sat, 04/03/2023", "2023-03-04"),
        ("14 March 2023 10:25 IST", "2023-03-14T10:25"),
        ("03/04/2023", None),
        ("Sunday, 03/04/2023", None),
        ("2023-02-30", None),
        ("Feb 30, 2023", None),
        ("May 30", None),
        ("yesterday", None),
        ("", None),
        ("in March 2023 the ministers met", None),
    ],
)
def test_dates_keep_the_precision_they_have(text: str, value: str | None) -> None:
    assert parse(text) == (DateValue(value) if value else None)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(DAYS, st.times(), st.integers(-12 * 60, 14 * 60))
def test_every_iso_instant_is_read_back(day: date, clock: time, minutes: int) -> None:
    zone = timezone(timedelta(minutes=minutes))
    zoned = datetime.combine(day, clock.replace(microsecond=0), zone)
    assert parse(zoned.isoformat()) == DateValue(zoned.isoformat())


@given(DAYS)
def test_every_day_in_words_is_read_back(day: date) -> None:
    assert parse(day.strftime("%A, %d %B %Y")) == parse(day.strftime("%B %d, %Y")) == DateValue(day.isoformat())


@given(st.text(max_size=100))
def test_no_text_breaks_it(text: str) -> None:
    assert parse(text) is None or parse(text) == parse(text)


def test_a_date_may_lead_a_line() -> None:
    assert leading("2022-05-31 Ministers meet", 0) == (DateValue("2022-05-31"), 10)
    assert leading("Ministers meet 2022-05-31", 0) is None


def test_dates_are_found_within_a_text() -> None:
    text = "They met on 3 May 2021, on May 4, 2021 at 10:25, never on 12/2021, 30 February 2021 or 2021-05-03-77."
    assert [str(day) for day, _, _ in days_in(text)] == ["2021-05-03", "2021-05-04T10:25"]
    assert [text[a:b] for _, a, b in days_in(text)] == ["3 May 2021", "May 4, 2021 at 10:25"]


def test_only_the_same_day_is_made_finer() -> None:
    day, hour, other = (DateValue(x) for x in ("2022-05-31", "2022-05-31T10:25", "2022-06-01T10:25"))
    assert finer(day, hour) == hour
    assert finer(day, other) == day
    assert finer(None, other) == other
    assert finer(hour, None) == hour
