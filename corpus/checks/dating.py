"""Dates are possible days, and a weekday in the text is the weekday of its value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from corpus.annotation.model import Document

_VALUE = re.compile(r"\d{4}(-(\d{2}(-\d{2})?|W\d{2}|Q[1-4]|H[12]|SP|SU|FA|WI))?")
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
_WEEKDAY = re.compile(rf"\b({'|'.join(_WEEKDAYS)})\b", re.I)


def faults(document: Document) -> Iterator[str]:
    if not is_day(document.published[:10]):
        yield f"published {document.published!r} is no day"
    for time in document.times:
        words = time.span.of(document.text)
        if not is_value(time.value):
            yield f"date {time.value!r} of {words!r} is no ISO date, week, quarter or interval"
        elif wrong := _weekday_fault(words, time.value):
            yield wrong
        if time.published and time.value[:10] != document.published[:10]:
            yield f"{words!r} is marked as the day of publication and is {time.value}, not {document.published}"


def is_value(value: str) -> bool:
    """A day, month, quarter, half, season, ISO week or year, or an interval of two with `/` (`..` for an open end)."""
    ends = value.split("/")
    return len(ends) <= 2 and all(_is_point(end) or (len(ends) == 2 and end == "..") for end in ends) and value != "../.."


def _is_point(value: str) -> bool:
    if not _VALUE.fullmatch(value):
        return False
    return is_day(value) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value) else not re.fullmatch(r"\d{4}-(00|1[3-9]|[2-9]\d)", value)


def is_day(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return len(value) == 10


def first_day(value: str) -> str:
    """The earliest day a value can mean, as far as months; for comparing. Weeks and quarters give their year or month."""
    start = value.split("/")[0]
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", start):
        return f"{m[1]}-{3 * int(m[2]) - 2:02}"
    if m := re.fullmatch(r"(\d{4})-W(\d{2})", start):
        return date.fromisocalendar(int(m[1]), int(m[2]), 1).isoformat()
    return start[:4] if re.fullmatch(r"\d{4}-(H[12]|SP|SU|FA|WI)", start) else start


def _weekday_fault(words: str, value: str) -> str | None:
    named = [m.lower() for m in _WEEKDAY.findall(words)]
    if len(named) != 1 or not is_day(value):
        return None
    day = date.fromisoformat(value)
    real = _WEEKDAYS[day.weekday()]
    return None if real == named[0] else f"{words!r} is marked as {value}, which is a {real.title()}"
