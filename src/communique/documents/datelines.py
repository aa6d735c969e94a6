"""Where, when and by which agency a report was filed, at the start of its first paragraph: "TEHRAN, May 30 (IRNA) — "."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.documents import published
from communique.record import DateValue

_UPPER = "[A-ZÀ-ÖØ-ÞŁŚŠŽĞİŞ]"
_NAME = rf"{_UPPER}[\w'’./-]*(?: (?:{_UPPER}[\w'’./-]*|of|de|la|le|el|al|the|and)){{0,3}}"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|"
    "Dec(?:ember)?)"
)
_DATE = (
    rf"(?P<month>{_MONTH})\.? (?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}}))?|"
    rf"(?P<day2>\d{{1,2}}) (?P<month2>{_MONTH})\.?(?:,? (?P<year2>\d{{4}}))?"
)
_WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_LINE = re.compile(
    rf"(?:(?P<place>{_NAME}(?:, {_NAME}){{0,2}}?))?(?:[,.]? ?(?:{_WEEKDAY},? ?)?(?i:{_DATE}))?"
    r"(?:[,.]?\s*(?:\((?P<round>[A-Z][^()\n]{1,40})\)|/(?P<slash>[A-Z][^/\n]{1,40})/|\[(?P<square>[A-Z][^\[\]\n]{1,40})\])"
    r"|[,.] (?P<bare>[A-Z]{3,}\w*))?"
    r"\s*(?P<mark>(?<=[)\]/])\.\s?[—–―-]+(?=\s)|[—–―‒](?=\s*\S)|--?(?=\s)|[:.](?=\s))\s*"
)
_LONGEST = 160  # characters of a paragraph looked at
_NO_PLACE_LIST = (
    "UPDATE BREAKING EXCLUSIVE WATCH VIDEO ANALYSIS OPINION CORRECTED CORRECTION NOTE EDITOR PHOTO PHOTOS FILE MR "
    "MRS MS DR QUESTION ANSWER SECRETARY PRESIDENT MINISTER AMBASSADOR MODERATOR LIVE FACTBOX INTERVIEW"
)
_NO_PLACE = frozenset(_NO_PLACE_LIST.split())


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: it ends at `end` of the text it was found in; `date` only where it names a year.

    `month_day` is `-MM-DD` where no year stands there, to complete a date known otherwise.
    """

    end: int
    agency: str | None
    date: DateValue | None
    month_day: str | None


def find(text: str, start: int, end: int, first: bool) -> Dateline | None:
    """The dateline that a paragraph `[start, end)` of a text begins with.

    A place in capitals and a dash are enough only where `first` says that the report begins here.
    """
    match = _LINE.match(text, start, min(end, start + _LONGEST))
    if not match or match.end() >= end or not _is_dateline(match, text[match.end()], first):
        return None
    date, month_day = _date(match)
    return Dateline(match.end() - _white_space_before(text, match.end()), _agency(match), date, month_day)


def _is_dateline(match: re.Match[str], following: str, first: bool) -> bool:
    place, mark = match["place"], match["mark"]
    agency = match["round"] or match["slash"] or match["square"]
    dated = bool(match["month"] or match["month2"])
    if place is None:
        return bool(agency) and mark != "."
    words = re.findall(r"[^\W\d_]+", place)
    if not words or words[0].upper() in _NO_PLACE:
        return False
    if mark == ".":
        return bool(match["slash"]) or (dated and bool(match["bare"]))
    if agency or (dated and (place.split(",")[0].isupper() or mark != ":")):
        return True
    if mark == ":":
        return False
    capitals = words[0].isupper() and len("".join(words)) > 2 and not following.islower()
    return (capitals and first) or (first and _named_agency(match) is not None and not following.islower())


def _agency(match: re.Match[str]) -> str | None:
    found = match["round"] or match["slash"] or match["square"] or _named_agency(match)
    return found.strip() if found else None


def _named_agency(match: re.Match[str]) -> str | None:
    """An agency without brackets, told by its capitals: "Damascus, SANA -"."""
    if match["bare"]:
        return str(match["bare"])
    place, *rest = (match["place"] or "").split(", ")
    return (
        rest[-1] if rest and rest[-1].isupper() and len(rest[-1]) > 2 and "." not in rest[-1] and not place.isupper() else None
    )


def _date(match: re.Match[str]) -> tuple[DateValue | None, str | None]:
    day, month, year = (match[x] or match[x + "2"] for x in ("day", "month", "year"))
    if not (day and month):
        return None, None
    # A leap year, so that 29 February is a day.
    known = published.parse(f"{day} {month} {year or 2020}")
    if known is None:
        return None, None
    return (known, None) if year else (None, known.text[4:])


def _white_space_before(text: str, end: int) -> int:
    before = text[max(0, end - 20) : end]
    return len(before) - len(before.rstrip())
