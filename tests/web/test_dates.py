"""Dates in words."""

from __future__ import annotations

import pytest

from communique.record import DateValue
from communique.views.web.dates import day, machine, weekday


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2022", "2022"),
        ("2022-05", "May 2022"),
        ("2022-05-03", "3 May 2022"),
        ("2023-06-27?", "27 June 2023 (inferred)"),
        ("2022-05-30T10:25+04:00", "30 May 2022, 10:25 UTC+04"),
        ("2022-05-30T10:25:00+05:30", "30 May 2022, 10:25 UTC+05:30"),
        ("2022-05-30T10:25:00-05:00", "30 May 2022, 10:25 UTC−05"),
        ("2022-05-30T10:25Z", "30 May 2022, 10:25 UTC"),
        ("2022-05-30T00:00", "30 May 2022, 00:00"),
        ("2022-05-30TMO", "30 May 2022, morning"),
        ("../2022-05-30", "by 30 May 2022"),
        ("2022-05/..", "from May 2022"),
        ("2022-06-05/2022-06-07", "5–7 June 2022"),
        ("2022-02-28/2022-03-02", "28 February – 2 March 2022"),
        ("2022-12-30/2023-01-02", "30 December 2022 to 2 January 2023"),
        ("2025/2029", "2025 to 2029"),
        ("2022-Q1", "first quarter of 2022"),
        ("2022-H2", "second half of 2022"),
        ("2021-SP", "spring 2021"),
        ("2022-W09", "week of 28 February 2022"),
        ("199X", "1990s"),
        ("19XX", "20th century"),
        ("20XX", "21st century"),
        ("PAST_REF", "in the past"),
        ("P1D", "1 day"),
        ("P1Y6M", "1 year 6 months"),
        ("PT50M", "50 minutes"),
        ("PXD", "some days"),
        ("SET:P1Y", "every year"),
        ("SET:P2W", "every 2 weeks"),
        ("SET:XXXX-WXX-1", "repeatedly"),
    ],
)
def test_a_date_in_words_is_no_finer_than_the_date(value: str, words: str) -> None:
    assert day(DateValue(value)) == words


def test_an_unknown_date_has_no_words() -> None:
    assert (day(None), weekday(None), weekday(DateValue("2022-05"))) == ("", "", "")


def test_the_weekday_of_a_day() -> None:
    assert weekday(DateValue("2022-05-30")) == "Monday"


@pytest.mark.parametrize(
    ("value", "form"),
    [("2023-06-27?", "2023-06-27"), ("2022-W09", "2022-W09"), ("2022-05-30T10:25:00+05:30", "2022-05-30T10:25:00+05:30"),
     ("2022-05-30TMO", None), ("2022-05/..", None), ("PAST_REF", None), (None, None)],
)  # fmt: skip
def test_machines_get_only_dates_that_html_knows(value: str | None, form: str | None) -> None:
    assert machine(DateValue(value) if value else None) == form
