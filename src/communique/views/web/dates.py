"""Dates of the record in words, with no more precision than they have."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from communique.record import DateValue

INFERRED: Final = "The day was worked out from other words of the text; the text does not name it."

_PARTS_OF_DAY: Final = {"MO": "morning", "AF": "afternoon", "EV": "evening", "NI": "night"}
_VAGUE: Final = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_PARTS_OF_YEAR: Final = {
    "Q1": "first quarter of", "Q2": "second quarter of", "Q3": "third quarter of", "Q4": "fourth quarter of",
    "H1": "first half of", "H2": "second half of", "SP": "spring", "SU": "summer", "FA": "fall", "WI": "winter",
}  # fmt: skip
_UNITS: Final = {"Y": "year", "Q": "quarter", "M": "month", "W": "week", "D": "day", "E": "decade", "H": "hour", "S": "second"}
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_AMOUNT: Final = re.compile(r"(T?)(\d+(?:\.\d+)?|X)([YQMWDEHS])")
_CLOCK: Final = re.compile(r"(\d\d:\d\d)(?::\d\d)?(Z|[+-]\d\d:\d\d)?")
_ELEMENT: Final = re.compile(r"\d{4}(?:-W\d\d|-\d\d(?:-\d\d(?:T\d\d:\d\d.*)?)?)?")  # what HTML lets `datetime` be


def day(value: DateValue | str | None) -> str:
    """A date in words: `2022-05` is "May 2022", `../2022-05-30` "by 30 May 2022", `2023-06-27?` "27 June 2023 (inferred)"."""
    text = str(value or "")
    if text in _VAGUE:
        return _VAGUE[text]
    if text.startswith("SET:"):
        return _repeated(text.removeprefix("SET:"))
    if text.startswith("P"):
        return _duration(text)
    first, slash, last = text.partition("/")
    if not slash:
        return _point(text)
    if first == "..":
        return f"by {_point(last)}"
    return f"from {_point(first)}" if last == ".." else _between(first, last)


def weekday(value: DateValue | None) -> str:
    """The name of the day of the week, where a date names exactly one day; else an empty string."""
    exact: date | None = value.day if value else None
    return f"{exact:%A}" if exact else ""


def machine(value: DateValue | str | None) -> str | None:
    """The value as HTML's `datetime` attribute may have it; None where HTML knows no such form."""
    text = str(value or "").removesuffix("?")
    return text if _ELEMENT.fullmatch(text) else None


def _between(first: str, last: str) -> str:
    """Both ends, what they share said once: "18–19 February 2026", "28 February – 2 March 2026"."""
    one, other = first.split("-"), last.split("-")
    if len(one) == len(other) == 3 and one[0] == other[0]:
        if one[1] == other[1]:
            return f"{int(one[2])}–{_point(last)}"
        return f"{int(one[2])} {_month(one[1])} – {_point(last)}"
    return f"{_point(first)} to {_point(last)}"


def _point(text: str) -> str:
    if text.endswith("?"):
        return f"{_point(text[:-1])} (inferred)"
    if "-W" in text and text[-1].isdigit() and (monday := DateValue(text).first):
        return f"week of {_point(monday.isoformat())}"
    year, _, part = text.partition("-")
    if part in _PARTS_OF_YEAR:
        return f"{_PARTS_OF_YEAR[part]} {year}"
    if text.endswith("XX"):
        return f"{_ordinal(int(text[:2]) + 1)} century"
    if text.endswith("X"):
        return f"{text[:-1]}0s"
    return _moment(text)


def _moment(text: str) -> str:
    moment, _, time = text.partition("T")
    parts = moment.split("-")
    if not all(part.isdigit() for part in parts) or len(parts) > 3:
        return text
    words = parts[0] if len(parts) == 1 else f"{_month(parts[1])} {parts[0]}"
    if len(parts) == 3:
        words = f"{int(parts[2])} {words}"
    return f"{words}, {_time(time)}" if time else words


def _time(text: str) -> str:
    """A part of the day, or the clock's hours and minutes with the zone: seconds tell a reader nothing."""
    if not (clock := _CLOCK.fullmatch(text)):
        return _PARTS_OF_DAY.get(text, text)
    zone = (clock[2] or "").replace("Z", "+00:00").replace("-", "−")
    return clock[1] + (f" UTC{zone}" if zone else "").replace("+00:00", "").replace(":00", "")


def _duration(text: str) -> str:
    found = _AMOUNT.findall(text)
    in_time = False
    words: list[str] = []
    for start_of_time, amount, unit in found:
        in_time = in_time or bool(start_of_time)
        name = "minute" if unit == "M" and in_time else _UNITS[unit]
        words.append(f"some {name}s" if amount == "X" else f"{amount} {name}{'' if amount == '1' else 's'}")
    return " ".join(words) or text


def _repeated(text: str) -> str:
    return f"every {_duration(text).removeprefix('1 ')}" if text.startswith("P") else "repeatedly"


def _month(number: str) -> str:
    return _MONTHS[int(number) - 1] if 1 <= int(number) <= len(_MONTHS) else number


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
