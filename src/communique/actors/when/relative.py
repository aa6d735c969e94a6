"""Times counted from the day of publication, or from the day the text speaks of: "last week", "a day earlier"."""

from __future__ import annotations

from datetime import date, timedelta

from communique.actors.when.arithmetic import between, moved, period, shifted
from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.lexicon import lexicon
from communique.record.dates import DateValue, from_day

PAST, PRESENT, FUTURE = DateValue("PAST_REF"), DateValue("PRESENT_REF"), DateValue("FUTURE_REF")
UNKNOWN = Reading(None, 0.5)
_SPAN_BEFORE = lexicon().words("over during in for within throughout")
_PART_OF = lexicon().words("of")
_THE = lexicon().words("the")
_EARLIER_IN = lexicon().words("in of")
_BEFORE_IN = lexicon().words("earlier later end close beginning start middle rest turn course half quarter")
_PRESENT = lexicon().words("is are s has have must can we")


def day_reading(day: date | None, confidence: float) -> Reading:
    return Reading(from_day(day), confidence) if day else UNKNOWN


def unit(hit: Hit, name: str = "u") -> str:
    """The length an element names, as in `arithmetic`."""
    return hit.value(name, "unit") or hit.value(name, "units") or "1D"


def _deictic(hit: Hit) -> Reading | None:
    """Today and its neighbors; "Today, drones are …" and "today's world" mean no day."""
    shift, tokens = int(hit.value("w", "deictic") or 0), hit.tokens
    if hit.word("w") == "today" and tokens.word(hit.match.start("w"))[0].isupper():
        if tokens.at(hit.first - 1) == "A":
            return None  # a newspaper or a broadcaster
        if tokens.at(hit.end) == "," and _speaks_of_now(hit):
            return Reading(PRESENT, 0.6)
    if tokens.at(hit.end) == "'" and tokens.at(hit.end + 1) in lexicon().words("world"):
        return Reading(PRESENT, 0.7)
    published = hit.context.published
    return day_reading(moved(published, shift, "1D") if published else None, 0.93)


def _speaks_of_now(hit: Hit) -> bool:
    _, end = hit.tokens.sentence(hit.first)
    return any(c in _PRESENT for c in hit.tokens.classes[hit.end : min(end, hit.end + 6)])


def _two_days(hit: Hit) -> Reading | None:
    published = hit.context.published
    return day_reading(moved(published, -2 if hit.has("p") else 2, "1D") if published else None, 0.95)


def _day_part(hit: Hit) -> Reading | None:
    published = hit.context.published
    return day_reading(moved(published, -1 if hit.word("s") == "last" else 0, "1D") if published else None, 0.9)


def _told_day(hit: Hit) -> Reading | None:
    return day_reading(hit.context.anchor(hit.first), 0.75)


def _neighbor_day(hit: Hit) -> Reading | None:
    """The day before or after the one told of; before an event without a known day it is only a length."""
    told = hit.context.anchor(hit.first)
    if hit.word("p") in ("before", "after") and not closes(hit) and not hit.context.given_anchor:
        return Reading(DateValue("P1D"), 0.5)
    return day_reading(
        moved(told, -1 if hit.word("p") not in ("next", "following", "after") else 1, "1D") if told else None, 0.75
    )


def closes(hit: Hit) -> bool:
    """Whether nothing follows that an "after" or "before" could belong to."""
    return hit.tokens.at(hit.end) in '\n,.)”"'


def _shifted(hit: Hit) -> Reading | None:
    word, length = hit.word("s"), unit(hit)
    told = hit.has("o") or hit.context.follows(hit.first, _THE)
    if word in ("same", "that", "previous", "preceding", "following") or (word == "next" and length == "1D"):
        anchor = hit.context.anchor(hit.first) if length == "1D" else hit.context.period_anchor(hit.first)
        value = shifted(anchor, int(hit.value("s", "shift") or 0), length) if anchor else None
        return Reading(value, 0.7) if value else UNKNOWN
    if (length == "1D" and word != "this") or (told and hit.tokens.at(hit.end) in _PART_OF):
        return None  # "the last day", "the last week of May"
    published = hit.context.published
    if published is None:
        return UNKNOWN
    sign = int(hit.value("s", "shift") or 0)
    ranging = told and hit.context.follows(hit.first, _SPAN_BEFORE)
    if word == "past" or (length != "3M" and word in ("last", "next") and ranging):
        return _window(published, sign, length, 0.85)
    value = shifted(published, sign, length)
    return Reading(value, 0.92) if value else UNKNOWN


def _window(day: date, count: int, length: str, confidence: float) -> Reading:
    """From some lengths ago to a day, or from it to some lengths ahead."""
    there = moved(day, count, "1W" if length == "WE" else length)
    return Reading(between(day, there), confidence) if there else UNKNOWN


def _window_of(hit: Hit) -> Reading | None:
    sign, count = int(hit.value("s", "shift") or 0), hit.integer("n")
    if count is None:
        return Reading(PAST if sign < 0 else FUTURE, 0.9)
    told = hit.word("s") in ("previous", "preceding", "following")
    day = hit.context.anchor(hit.first) if told else hit.context.published
    return _window(day, sign * count, unit(hit), 0.9) if day else UNKNOWN


def _part(hit: Hit) -> Reading | None:
    """ "Later this week" is the rest of it; parts of longer periods are those periods, as in TIMEX3."""
    published, length = hit.context.published, unit(hit)
    if published is None:
        return UNKNOWN
    if hit.word("p") in ("later", "late") and hit.word("s") == "this" and length == "1W":
        sunday = published + timedelta(days=7 - published.isoweekday())
        return Reading(between(min(published + timedelta(days=1), sunday), sunday), 0.8)
    value = shifted(published, int(hit.value("s", "shift") or 0), length)
    return Reading(value, 0.85) if value else UNKNOWN


def _bare_period(hit: Hit) -> Reading | None:
    """ "The year" in "the end of the year", "the day" in "earlier in the day"; elsewhere no time."""
    tokens = hit.tokens
    if tokens.at(hit.first - 1) not in _EARLIER_IN or tokens.at(hit.first - 2) not in _BEFORE_IN:
        return None
    length = unit(hit)
    day = hit.context.anchor(hit.first) if length == "1D" else hit.context.published
    return Reading(period(day, length), 0.75) if day else UNKNOWN


def _neighbor_period(hit: Hit) -> Reading | None:
    """ "The year before", where nothing follows that it is counted from."""
    anchor = hit.context.period_anchor(hit.first)
    if not closes(hit) and not hit.context.given_anchor:
        return None
    value = shifted(anchor, 1 if hit.word("o") == "after" else -1, unit(hit)) if anchor else None
    return Reading(value, 0.65) if value else UNKNOWN


def _weekend(hit: Hit) -> Reading | None:
    published = hit.context.published
    if published is None:
        return UNKNOWN
    back = hit.context.tense(hit.first) != "future" and published.isoweekday() < 6
    value = shifted(published, -1 if back else 0, "WE")
    return Reading(value, 0.7) if value else UNKNOWN


def _year_end(hit: Hit) -> Reading | None:
    published = hit.context.published
    return day_reading(period(published, unit(hit)).last if published else None, 0.75)


_SHIFT = "s:last|past|previous|preceding|next|coming|upcoming|following"
RULES = (
    Rule("w:DEICTIC DAYPART?", _deictic),
    Rule("earlier|later w:DEICTIC", _deictic),
    Rule("the? day p:before yesterday", _two_days),
    Rule("the? day after tomorrow", _two_days),
    Rule("s:this|last DAYPART", _day_part),
    Rule("earlier|later in|on? the|that|same same? day", _told_day),
    Rule("the same day", _told_day),
    Rule("the? p:previous|preceding|following day", _neighbor_day),
    Rule("the|a day p:earlier", _neighbor_day),
    Rule("the|a day p:before|after", _neighbor_day),
    Rule("o:the? s:SHIFT u:CALENDAR_UNIT", _shifted),
    Rule("this s:past u:CALENDAR_UNIT", _shifted),
    Rule(f"the? {_SHIFT} n:CARDINAL|NUMBER|FEW - u:UNIT|UNITS", _window_of),
    Rule(f"the? {_SHIFT} n:CARDINAL|NUMBER|FEW u:UNITS", _window_of),
    Rule("the? s:past|last|coming|upcoming|next|previous n:couple of u:UNITS", _window_of),
    Rule("the? s:past|coming|upcoming|previous|last|next u:UNITS", _window_of),
    Rule("p:PART s:this|next|last u:CALENDAR_UNIT", _part),
    Rule("the u:week|month|year|decade o:before|earlier|after", _neighbor_period),
    Rule("the u:CALENDAR_UNIT", _bare_period),
    Rule("the|this weekend", _weekend),
    Rule("u:year|month|week - end", _year_end),
    Rule("u:year|month|week S end", _year_end),
)
