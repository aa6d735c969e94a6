"""Dates of publication as pages and wire files write them, with the precision, time and zone that stand there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from communique.record import DateValue

_MONTHS = ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
           "december")  # fmt: skip
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# Only abbreviations that mean one offset everywhere; of the others the clock is kept and the zone is not known.
_ZONES = {
    "gmt": "Z", "utc": "Z", "z": "Z", "est": "-05:00", "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00", "cet": "+01:00",
    "cest": "+02:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "irst": "+03:30", "irdt": "+04:30",
    "jst": "+09:00", "kst": "+09:00", "pkt": "+05:00", "npt": "+05:45", "wib": "+07:00", "hkt": "+08:00", "sgt": "+08:00",
    "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "sast": "+02:00", "eat": "+03:00",
}  # fmt: skip
_UNCLEAR = "ist|cst|bst|ast|mst|gst|et|pt|cat|wat|cdt|mdt|trt"  # India, Israel or Ireland; China, Cuba or Chicago …

_MONTH = (
    r"(?P<{0}>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<{0}>(?:19|20)\d\d)"
_DATES = (
    _YEAR.format("y1") + r"(?P<s1>[-/]|\.\s?)(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d)",
    r"(?P<d2>\d\d?)(?:st|nd|rd|th)?(?:\s+(?:day\s+)?of\s+|[\s.-]+)" + _MONTH.format("m2") + r"[\s,-]*" + _YEAR.format("y2"),
    _MONTH.format("m3") + r"\s*(?P<d3>\d\d?)(?:st|nd|rd|th)?\s*,?\s*" + _YEAR.format("y3"),
    r"(?P<a4>\d\d?)(?P<s4>[-/]|\.\s?)(?P<b4>\d\d?)(?P=s4)" + _YEAR.format("y4"),
    _YEAR.format("y5") + r"[\s,-]+" + _MONTH.format("m5") + r"[\s-]+(?P<d5>\d\d?)(?!\d)",
)
_DATE = rf"(?:{'|'.join(_DATES)})"
_WEEKDAY = r"(?:(?P<weekday>mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?[\s,]+)?"
_CLOCK = r"(?P<{0}h>[01]?\d|2[0-3])[:.](?P<{0}m>[0-5]\d)(?::(?P<{0}s>[0-5]\d)(?:\.\d+)?)?(?:\s*(?P<{0}half>[ap])\.?m\b\.?)?"
_OFFSET = r"(?:gmt|utc)?\s*(?P<sign>[+−-])(?P<zh>\d\d?)(?::?(?P<zm>\d\d))?"
_ZONE = rf"(?:\s*\(?(?:{_OFFSET}|(?P<zone>{'|'.join(_ZONES)})\b|(?:{_UNCLEAR})\b)\)?)?"
_AFTER = rf"(?:\.?(?:\s+at\s+|[\s,|·•T–—-]+){_CLOCK.format('t')}(?:\s*(?:hrs|hours|local time)\b)?{_ZONE})?"
_BEFORE = rf"(?:{_CLOCK.format('u')}(?:\s*(?P<zone_u>{'|'.join(_ZONES)})\b)?[\s,|·•–—-]+)?"
_WHEN = re.compile(rf"{_BEFORE}{_WEEKDAY}{_DATE}{_AFTER}", re.IGNORECASE)
_WITHIN = re.compile(rf"(?<![\w/.:-]){_WEEKDAY}{_DATE}(?![\w/-]){_AFTER}", re.IGNORECASE)
_ISO_PREFIX = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
LONGEST = 80  # characters; no date with time and zone is longer


def parse(text: str) -> DateValue | None:
    """The date that a text is, all of it; None where it is none, or could be two (03/04/2023).

    Day and month in figures are told apart only where one reading is no date, or where the weekday fits one of them.
    """
    words = text.strip(" \t.,;|()[]")
    if len(words) > LONGEST:
        return None
    if _ISO_PREFIX.fullmatch(words):
        return DateValue(words)
    match = _WHEN.fullmatch(words)
    return _value(match) if match else None


def leading(text: str, start: int) -> tuple[DateValue, int] | None:
    """The date a stretch of text begins with at `start`, and where it ends; None where there is none."""
    match = _WHEN.match(text, start, start + LONGEST)
    value = _value(match) if match else None
    return (value, match.end()) if match and value else None


def days_in(text: str) -> Iterator[tuple[DateValue, int, int]]:
    """Each date with day and year that stands in a text, and its range of it."""
    for match in _WITHIN.finditer(text):
        if value := _value(match):
            yield value, *match.span()


def finer(found: DateValue | None, other: DateValue | None) -> DateValue | None:
    """Of two dates the first, unless the second says the same more exactly."""
    if found is None or other is None:
        return found or other
    return other if other.text.startswith(found.text) else found


def _value(match: re.Match[str]) -> DateValue | None:
    part = match.groupdict()
    day = _day(part)
    if day is None:
        return None
    clock = _clock(part, "t") or (_clock(part, "u") if "uh" in part else None)
    return DateValue(f"{day.isoformat()}T{clock}{_zone(part)}" if clock else day.isoformat())


def _day(part: dict[str, str | None]) -> date | None:
    for n in "1235":
        year, month, day = (part[f"{x}{n}"] for x in "ymd")
        if year and month and day:
            return _real(int(year), _month_number(month), int(day))
    year, a, b = part["y4"], part["a4"], part["b4"]
    if not (year and a and b):
        return None
    readings = {x for x in (_real(int(year), int(b), int(a)), _real(int(year), int(a), int(b))) if x}
    weekday = (part["weekday"] or "").lower()
    if len(readings) > 1 and weekday:
        readings = {x for x in readings if _DAYS[x.weekday()].startswith(weekday)}
    # Figures with points are day first wherever they are used (DIN 5008, GOST).
    if len(readings) > 1 and part["s4"] in (".", ". "):
        return _real(int(year), int(b), int(a))
    return readings.pop() if len(readings) == 1 else None


def _month_number(month: str) -> int:
    return int(month) if month.isdigit() else next(n for n, x in enumerate(_MONTHS, 1) if x.startswith(month.lower()[:3]))


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(part: dict[str, str | None], name: str) -> str | None:
    hour, minute, second, half = (part[name + x] for x in ("h", "m", "s", "half"))
    if hour is None or minute is None:
        return None
    value = int(hour)
    if half and value <= 12:
        value = value % 12 + 12 * (half.lower() == "p")
    return f"{value:02}:{minute}" + (f":{second}" if second else "")


def _zone(part: dict[str, str | None]) -> str:
    if zone := part["zone"] or part.get("zone_u"):
        return _ZONES[zone.lower()]
    if not part["sign"]:
        return ""
    hours, minutes = int(part["zh"] or 0), int(part["zm"] or 0)
    if hours > 14 or minutes > 59:
        return ""
    return f"{'+' if part['sign'] == '+' else '-'}{hours:02}:{minutes:02}"
