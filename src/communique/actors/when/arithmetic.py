"""Counting in days, weeks, months and years without becoming finer than the words: "two years ago" is a year.

Lengths are written as in ISO 8601 without the P: `2W`, `10Y`, `T1H`; weekends as `WE`.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from communique.record.dates import DateValue, from_day


def on(year: int, month: int, day: int) -> date | None:
    """A day of the calendar; None where there is none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_of(year: int, month: int) -> DateValue:
    """A month; months past December (or before January) run over into other years."""
    return DateValue(f"{year + (month - 1) // 12:04d}-{(month - 1) % 12 + 1:02d}")


def week_of(day: date) -> DateValue:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return DateValue(f"{year:04d}-W{week:02d}")


def moved(day: date, count: int, length: str) -> date | None:
    """The day some lengths later or, where `count` is negative, earlier; None beyond the calendar."""
    count *= int(length.strip("TYMWDHE"))
    try:
        if length.startswith("T"):
            return day + timedelta(days=int(count / 24)) if length.endswith("H") else day
        if length[-1] in "DW":
            return day + timedelta(days=count * (7 if length.endswith("W") else 1))
        months = day.year * 12 + day.month - 1 + count * (12 if length.endswith("Y") else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def period(day: date, length: str) -> DateValue:
    """The day, week, weekend, month, quarter, year, decade or century that a day lies in."""
    periods = {
        "1D": day.isoformat(),
        "1M": f"{day:%Y-%m}",
        "3M": f"{day:%Y}-Q{(day.month + 2) // 3}",
        "1Y": f"{day:%Y}",
        "10Y": f"{day:%Y}"[:3] + "X",
        "100Y": f"{day:%Y}"[:2] + "XX",
    }
    if length == "WE":
        saturday = day + timedelta(days=6 - day.isoweekday())
        return between(saturday, saturday + timedelta(days=1))
    return DateValue(periods[length]) if length in periods else week_of(day)


def shifted(day: date, count: int, length: str) -> DateValue | None:
    """The period some periods of the same length away: -1 week is last week."""
    step = "1W" if length == "WE" else length
    there = moved(day, count, step)
    return period(there, length) if there else None


def between(first: date, last: date) -> DateValue:
    """All days from one to another, which may be given in either order."""
    return DateValue(f"{min(first, last)}/{max(first, last)}") if first != last else from_day(first)


def spanned(first: DateValue, last: DateValue) -> DateValue | None:
    """From one value to another; None where one of them has no place in the calendar or they run backwards."""
    if not first.first or not last.last or first.first > last.last:
        return None
    if "/" in first.text or "/" in last.text:
        return between(first.first, last.last)
    return DateValue(f"{first.text[:10]}/{last.text[:10]}") if first != last else first


def lasting(count: int | None, length: str) -> DateValue:
    """A length of time as ISO 8601 writes it: `P2D`, `PT48H`; `PXY` for an unknown number of years."""
    time, unit = "T" * length.startswith("T"), length[-1]
    return DateValue(f"P{time}{'X' if count is None else count * int(length.strip('TYMWDHE'))}{unit}")


def weekday_near(day: date, weekday: int, ahead: bool, same: bool) -> date:
    """The nearest day of a weekday (1 Monday … 7 Sunday), back or ahead; `same` says whether the day itself counts."""
    distance = (weekday - day.isoweekday()) % 7 if ahead else (day.isoweekday() - weekday) % 7
    distance = distance or (0 if same else 7)
    return day + timedelta(days=distance if ahead else -distance)
