"""Dates of the calendar as texts write them: days, months, quarters, halves, seasons and ISO 8601's own form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import TypeVar

from communique.actors.when.arithmetic import between, month_of, on
from communique.actors.when.context import Context
from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.hijri import lunar_day, solar_day
from communique.actors.when.lexicon import lexicon
from communique.errors import RecordError
from communique.record.dates import DateValue, from_day

T = TypeVar("T")
_AIMED = lexicon().words("for by until till before")
_YEARS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0, "current": 0, "the": 0}
_WEEKDAY = "w:WEEKDAY|WEEKDAY_SHORT .? ,|(?"
_DAYS = (
    "the? d:DAY of? m:MONTH .? ,? y:YEAR?",
    "the? d:DAY|ORDINAL of m:MONTH .? ,? y:YEAR?",
    "d:DAY - m:MONTH - y:YEAR?",
    "m:MONTH .? the? d:DAY ,? y:YEAR?",
)


def nearest(
    context: Context, index: int, candidates: Sequence[T], place: Callable[[T], tuple[date, date]]
) -> tuple[T, float] | None:
    """The candidate that the tense at a token asks for, with a confidence; None where publication is not known.

    `candidates` are the same day or month in neighboring years, in order; `place` gives the first and last day of one.
    """
    today = context.published
    if today is None or not candidates:
        return None
    tense = context.tense(index)
    past = [c for c in candidates if place(c)[0] <= today]
    ahead = [c for c in candidates if place(c)[1] >= today]
    if tense == "future" and ahead:
        return ahead[0], 0.85
    if past and ahead and (tense == "unknown" or context.follows(index, _AIMED)):
        back, forth = (today - place(past[-1])[1]).days, (place(ahead[0])[0] - today).days
        if forth < back:
            return ahead[0], 0.6
    return (past[-1], 0.85 if tense == "past" else 0.65) if past else (ahead[0], 0.5)


def year_of(hit: Hit, name: str = "y", shift: str = "s") -> int | None:
    """The year a hit names: "2022", or "next year" counted from publication."""
    if hit.has(name):
        return hit.integer(name)
    published = hit.context.published
    return published.year + _YEARS[hit.word(shift)] if published and hit.word(shift) in _YEARS else None


def _day(hit: Hit) -> Reading | None:
    month, day = int(hit.value("m", "month") or 0), hit.integer("d")
    if day is None:
        return None
    if hit.has("y"):
        exact = on(hit.integer("y") or 0, month, day)
        return Reading(from_day(exact), 0.98) if exact else None
    if on(2000, month, day) is None:
        return None
    published = hit.context.published
    if published is None:
        return Reading(None, 0.5)
    days = [d for y in range(published.year - 8, published.year + 9) if (d := on(y, month, day))]
    if hit.has("w"):
        weekday = int(hit.value("w", "weekday") or hit.value("w", "weekday_short") or 0)
        days = [d for d in days if d.isoweekday() == weekday and abs((d - published).days) < 730] or days
    found = nearest(hit.context, hit.first, days, lambda d: (d, d))
    return Reading(from_day(found[0]), found[1]) if found else None


def _month(hit: Hit) -> Reading | None:
    month = int(hit.value("m", "month") or 0)
    year = year_of(hit)
    return Reading(month_of(year, month), 0.97) if year else Reading(None, 0.5)


def _bare_month(hit: Hit) -> Reading | None:
    """A month alone; "May" and "March" only where a word before says so, months beside names are people."""
    doubtful = hit.value("m", "month_doubtful")
    named = hit.context.follows(hit.first, _BEFORE_MONTH)
    if hit.tokens.at(hit.end) == "A" and not named:
        return None
    if (doubtful and not named) or hit.tokens.at(hit.first - 1) == "A" or hit.tokens.word(hit.first)[1].isupper():
        return None
    published = hit.context.published
    if published is None:
        return Reading(None, 0.5)
    month = int(hit.value("m", "month") or 0)
    months = [month_of(y, month) for y in range(published.year - 1, published.year + 2)]
    found = nearest(hit.context, hit.first, months, _days_of)
    return Reading(*found) if found else None


_BEFORE_MONTH = lexicon().words(
    "in of since until till by from to last next this late early mid during before after between through and each every for on "
    "the a an its his her their previous following past coming"
)


def _days_of(value: DateValue) -> tuple[date, date]:
    return value.first or date.min, value.last or date.max


def _quarter(hit: Hit) -> Reading | None:
    number = int(hit.word("q")[1]) if hit.word("q")[:1] in "qh" and hit.word("q")[1:].isdigit() else hit.integer("q")
    letter = "H" if hit.word("q")[:1] == "h" or (hit.word("k") == "half") else "Q"
    if number not in (1, 2, 3, 4) or (letter == "H" and number > 2):
        return None
    published = hit.context.published
    if hit.has("y") or hit.word("s"):
        year = year_of(hit)
        return Reading(DateValue(f"{year}-{letter}{number}"), 0.95) if year else Reading(None, 0.5)
    figure = hit.word("q")[1:].isdigit() and not hit.context.follows(hit.first, _BEFORE_MONTH)
    if letter == "H" or figure or published is None:  # "the first half" may be of a match, Q1 a quartile
        return None
    quarters = [DateValue(f"{y}-Q{number}") for y in range(published.year - 1, published.year + 2)]
    found = nearest(hit.context, hit.first, quarters, _days_of)
    return Reading(*found) if found else None


def _season(hit: Hit) -> Reading | None:
    season = hit.value("e", "season") or hit.value("e", "season_doubtful")
    year = year_of(hit)
    return Reading(DateValue(f"{year}-{season}"), 0.9) if year else Reading(None, 0.5)


def _iso(hit: Hit) -> Reading | None:
    word = hit.tokens.word(hit.first)
    try:
        date.fromisoformat(word[:10])
        return Reading(DateValue(word), 0.99)
    except (ValueError, RecordError):
        return None


def _numeric(hit: Hit) -> Reading | None:
    """Day, month and year in figures; not a time where day and month could change places."""
    word = hit.tokens.word(hit.first)
    a, b, c = (int(x) for x in word.replace("/", ".").split("."))
    if a > 999:
        found = on(a, b, c)
    elif c < 1000:
        found = None
    else:
        found = on(c, b, a) if a > 12 or a == b else on(c, a, b) if b > 12 else None
    return Reading(from_day(found), 0.95) if found else None


def _solar(hit: Hit) -> Reading | None:
    found = solar_day(hit.integer("y") or 0, int(hit.value("m", "solar_month") or 0), hit.integer("d") or 0)
    return Reading(from_day(found), 0.95) if found else None


def _lunar(hit: Hit) -> Reading | None:
    found = lunar_day(hit.integer("y") or 0, int(hit.value("m", "lunar_month") or 0), hit.integer("d") or 0)
    day = timedelta(days=1)
    return Reading(between(found - day, found + day), 0.5) if found else None


RULES = (
    *(Rule(f"{_WEEKDAY} {day}", _day) for day in _DAYS),
    *(Rule(day, _day) for day in _DAYS),
    Rule("m:MONTH .? of|,? y:YEAR", _month),
    Rule("m:MONTH of? s:last|next|this y:YEAR? year", _month),
    Rule("m:MONTH_FULL|MONTH_DOUBTFUL", _bare_month),
    Rule("the? q:ORDINAL|NTH k:quarter|half of? y:YEAR? s:SHIFT|the? year?", _quarter),
    Rule("q:q1|q2|q3|q4|h1|h2 of? y:YEAR? s:SHIFT? year?", _quarter),
    Rule("e:SEASON|SEASON_DOUBTFUL of? y:YEAR s:the?", _season),
    Rule("s:last|next|this e:SEASON|SEASON_DOUBTFUL y:YEAR?", _season),
    Rule("y:YEAR? the e:SEASON of s:last|next|this year", _season),
    Rule("ISO", _iso),
    Rule("NUMERIC", _numeric),
    Rule("d:DAY of? m:SOLAR_MONTH ,? y:YEAR", _solar),
    Rule("d:DAY of? m:LUNAR_MONTH ,? y:YEAR", _lunar),
)
