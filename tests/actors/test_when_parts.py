"""The parts that times are read with: calendars, arithmetic, the pattern language, and the choice of an event's date."""

from __future__ import annotations

from datetime import date

import pytest

from communique.actors.when import date_for, deadline_of, find_times
from communique.actors.when.arithmetic import between, lasting, moved, period, shifted, weekday_near
from communique.actors.when.grammar import Rule
from communique.actors.when.hijri import is_solar_leap, lunar_day, solar_day
from communique.actors.when.lexer import lex
from communique.record import DateValue, Span

TUESDAY = DateValue("2022-05-31")


@pytest.mark.parametrize(
    ("solar", "common"),
    [
        ((1401, 3, 9), date(2022, 5, 30)),
        ((1357, 11, 22), date(1979, 2, 11)),
        ((1403, 12, 30), date(2025, 3, 20)),
        ((1300, 1, 1), date(1921, 3, 21)),
    ],
)
def test_solar_hijri_days(solar: tuple[int, int, int], common: date) -> None:
    assert solar_day(*solar) == common


def test_days_the_calendars_do_not_have() -> None:
    assert is_solar_leap(1403)
    assert not is_solar_leap(1402)
    assert solar_day(1402, 12, 30) is None
    assert solar_day(1100, 1, 1) is None
    assert lunar_day(1443, 13, 1) is None


def test_lunar_new_year_1445_within_a_day() -> None:
    found = lunar_day(1445, 1, 1)
    assert found is not None
    assert abs((found - date(2023, 7, 19)).days) <= 1


def test_counting_keeps_the_precision_of_the_words() -> None:
    day = date(2022, 5, 31)
    assert [str(shifted(day, -1, u)) for u in ("1D", "1W", "1M", "3M", "1Y")] == [
        "2022-05-30", "2022-W21", "2022-04", "2022-Q1", "2021",
    ]  # fmt: skip
    assert moved(date(2020, 2, 29), 1, "1Y") == date(2021, 2, 28)
    assert moved(day, 9000, "1Y") is None
    assert str(period(day, "WE")) == "2022-06-04/2022-06-05"
    assert str(between(date(2022, 6, 7), date(2022, 6, 5))) == "2022-06-05/2022-06-07"
    assert [str(lasting(n, u)) for n, u in ((48, "T1H"), (2, "10Y"), (None, "1M"))] == ["PT48H", "P20Y", "PXM"]
    assert weekday_near(day, 2, ahead=True, same=False) == date(2022, 6, 7)


def test_a_pattern_with_an_unknown_class_or_no_sense_is_refused() -> None:
    with pytest.raises(KeyError, match="nonsense"):
        Rule("NONSENSE", lambda _: None)
    with pytest.raises(ValueError, match="no element"):
        Rule("?", lambda _: None)


def test_abbreviations_end_no_sentence() -> None:
    assert "\n" not in lex("The U.S. President met Gen. Adeyemi on Sept. 5 there").classes
    assert lex("They left. Nobody spoke.").classes.count("\n") == 1


def test_a_time_inside_the_evidence_dates_the_event() -> None:
    text = "The envoy said on Monday that the fair will open on Friday."
    times = find_times(text, TUESDAY)
    evidence = Span(text.index("the fair"), len(text) - 1)
    assert date_for(times, evidence, text, TUESDAY) == DateValue("2022-06-03")


def test_else_the_nearest_time_of_the_sentence() -> None:
    text = "He came in March. On Monday, after a long night, the two men shook hands. They had lunch on Sunday."
    times = find_times(text, TUESDAY)
    start = text.index("the two men")
    assert date_for(times, Span(start, start + 11), text, TUESDAY) == DateValue("2022-05-30")


def test_deadlines_lengths_and_vague_times_date_nothing() -> None:
    text = "After several months they recently vowed to finish by Friday, as they have for the past 12 years."
    times = find_times(text, TUESDAY)
    whole = Span(0, len(text))
    assert date_for(times, whole, text, TUESDAY) is None
    assert deadline_of(times, whole) == DateValue("2022-06-03")
    assert deadline_of(times, Span(0, 5)) is None
