"""Dates as the texts give them: with their precision, never made finer than they are.

Follows ISO 8601-1 for dates, ISO 8601-2 (EDTF) for open intervals and quarters, and the TIMEX3 of TimeML for values that
name no day at all (`PAST_REF`, `PRESENT_REF`, `FUTURE_REF`) and for durations (`P2D`). A day that was inferred rather than
read carries EDTF's mark for uncertain: `2023-06-27?`.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Literal

from communique.errors import RecordError

Precision = Literal["year", "quarter", "month", "week", "day", "instant", "interval", "duration", "vague", "set"]

_FORMS: tuple[tuple[Precision, str], ...] = (
    ("year", r"\d{4}"),
    ("quarter", r"\d{4}-Q[1-4]"),
    ("month", r"\d{4}-(?:0[1-9]|1[0-2])"),
    ("week", r"\d{4}-W(?:0[1-9]|[1-4]\d|5[0-3])"),
    ("day", r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\??"),
    ("instant", r"\d{4}-\d\d-\d\dT(?:\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?|MO|AF|EV|NI)"),
    ("interval", r"(?:\d{4}[-\dQW]*|\.\.)/(?:\d{4}[-\dQW]*|\.\.)"),
    ("duration", r"P(?:T?\d+(?:\.\d+)?[YMWDHMSQE])+|P(?:T?X[YMWDHMS])"),
    ("vague", r"PAST_REF|PRESENT_REF|FUTURE_REF|\d{3}X|\d{2}XX|\d{4}-(?:SP|SU|FA|WI|H[12])"),
    ("set", r"SET:.+"),
)


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, interval, duration or vague reference in its normal form, e.g. `2022-05`, `2022-06-05/2022-06-07`.

    Raises:
        RecordError: if `text` has none of the forms named in this module's docstring.
    """

    text: str

    def __post_init__(self) -> None:
        if not any(re.fullmatch(form, self.text) for _, form in _FORMS):
            raise RecordError(f"{self.text!r} is not a date value; write it like 2022, 2022-05, 2022-05-30 or 2022-05/..")

    def __str__(self) -> str:
        return self.text

    @property
    def precision(self) -> Precision:
        return _precision(self.text)

    @property
    def uncertain(self) -> bool:
        """Whether the day was inferred, not read."""
        return self.text.endswith("?")

    @property
    def day(self) -> date | None:
        """The calendar day, where the value names exactly one."""
        if self.precision not in ("day", "instant"):
            return None
        try:
            return date.fromisoformat(self.text[:10])
        except ValueError:
            return None

    @property
    def first(self) -> date | None:
        """The first day the value covers; None where it has none."""
        return _bound(self.text.split("/")[0], last=False)

    @property
    def last(self) -> date | None:
        """The last day the value covers; None where it is open or has none."""
        return _bound(self.text.split("/")[-1], last=True)


@cache
def _precision(text: str) -> Precision:
    return next(name for name, form in _FORMS if re.fullmatch(form, text))


@cache
def _bound(text: str, last: bool) -> date | None:
    if match := re.match(r"(\d{4})-(\d\d)-(\d\d)", text):
        try:
            return date(*(int(x) for x in match.groups()))
        except ValueError:
            return None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)", text):
        try:
            monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        except ValueError:  # a year without a 53rd week
            return None
        return monday + timedelta(days=6 * last)
    if match := re.fullmatch(r"(\d{4})-Q(\d)", text):
        return _month(int(match[1]), 3 * int(match[2]) - 2 * (not last), last)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", text):
        return _month(int(match[1]), int(match[2]), last)
    if re.fullmatch(r"\d{4}", text):
        return _month(int(text), 12 if last else 1, last)
    return None


def _month(year: int, month: int, last: bool) -> date | None:
    if year == 0:
        return None
    return date(year, month, calendar.monthrange(year, month)[1] if last else 1)


def from_day(day: date) -> DateValue:
    return DateValue(day.isoformat())
