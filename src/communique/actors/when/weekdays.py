"""Weekdays against the day of publication, by their own words ("next") or the tense of their sentence."""

from __future__ import annotations

from datetime import date, timedelta

from communique.actors.when.arithmetic import between, moved, weekday_near
from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.lexicon import lexicon
from communique.record.dates import DateValue, from_day

_DEADLINE = lexicon().words("by until till before")
_UNKNOWN = Reading(None, 0.5)


def _weekday(hit: Hit) -> Reading | None:
    if _is_name(hit):
        return None
    published = hit.context.published
    if published is None:
        return _UNKNOWN
    number, shift = int(hit.value("w", "weekday") or 0), hit.word("s")
    if shift in ("last", "past", "previous", "preceding"):
        return Reading(from_day(weekday_near(published, number, ahead=False, same=False)), 0.95)
    if shift in ("next", "coming", "upcoming", "following"):
        return Reading(from_day(weekday_near(published, number, ahead=True, same=False)), 0.9)
    day, confidence = _by_tense(hit, published, number)
    return Reading(from_day(day), confidence)


def _by_tense(hit: Hit, published: date, number: int) -> tuple[date, float]:
    tense = hit.context.tense(hit.first)
    ahead = tense == "future" or hit.context.follows(hit.first, _DEADLINE)
    confidence = 0.92 if tense == "past" else 0.85 if ahead else 0.7
    return weekday_near(published, number, ahead=ahead, same=True), confidence


def _is_name(hit: Hit) -> bool:
    """Whether a weekday is part of a name: "the Sunday Times", "Black Friday", "Mail on Sunday"."""
    tokens = hit.tokens
    if tokens.at(hit.end) in lexicon().of("NAME_AFTER") and tokens.word(hit.end)[0].isupper():
        return True
    before = hit.first - 1
    if tokens.at(before) in lexicon().of("HOLIDAY_BEFORE"):
        return True
    return before > 0 and tokens.word(before) == "on" and tokens.word(before - 1) == "Mail"


def _of_week(hit: Hit) -> Reading | None:
    published = hit.context.published
    week = int(hit.value("s", "shift") or 0)
    there = moved(published, week, "1W") if published else None
    if there is None:
        return _UNKNOWN
    return Reading(from_day(there + timedelta(days=int(hit.value("w", "weekday") or 0) - there.isoweekday())), 0.9)


def _range(hit: Hit) -> Reading | None:
    published = hit.context.published
    if published is None:
        return _UNKNOWN
    first, _ = _by_tense(hit, published, int(hit.value("w", "weekday") or 0))
    last = weekday_near(first, int(hit.value("v", "weekday") or 0), ahead=True, same=True)
    return Reading(between(first, last), 0.8)


def _every(hit: Hit) -> Reading | None:
    number = hit.value("w", "weekday") or hit.value("w", "weekdays")
    return Reading(DateValue(f"SET:XXXX-WXX-{number}"), 0.9)


RULES = (
    Rule("s:SHIFT? w:WEEKDAY DAYPART?", _weekday),
    Rule("w:WEEKDAY of|,? s:last|next|this week", _of_week),
    Rule("s:last|next|this week on? w:WEEKDAY", _of_week),
    Rule("w:WEEKDAY -|to|through|until v:WEEKDAY", _range),
    Rule("from|between w:WEEKDAY -|to|through|until|and v:WEEKDAY", _range),
    Rule("every|each w:WEEKDAY DAYPART?", _every),
    Rule("w:WEEKDAYS", _every),
)
