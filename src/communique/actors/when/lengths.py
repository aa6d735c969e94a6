"""Lengths of time, with or without a day to count them from, and times that recur."""

from __future__ import annotations

from communique.actors.when.arithmetic import lasting, moved, shifted
from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.lexicon import lexicon
from communique.actors.when.relative import FUTURE, PAST, UNKNOWN, closes, day_reading, unit
from communique.record.dates import DateValue

_COUNT = "n:CARDINAL|NUMBER|FEW|a|an|one"
_UNITS = "u:UNIT|UNITS"
_A_LENGTH = lexicon().words(
    "for in over after than nearly almost about least lasting during lasted only just under some within"
)
_OLD = lexicon().words("old older age")


def count(hit: Hit) -> int | None:
    """How many: a number, 1 for "a", None for "several"."""
    return 1 if hit.word("n") in ("a", "an") else hit.integer("n")


def _length(hit: Hit) -> Reading | None:
    """A length; ages are none, nor is "a year" in "twice a year"."""
    at, end = hit.tokens.at, hit.end
    if at(end) in _OLD or (at(end) == "-" and at(end + 1) in _OLD) or at(hit.first - 1) in "$€£/:":
        return None
    bare = hit.word("n") in ("a", "an", "one") or not hit.has("n")
    if bare and not hit.has("l") and at(hit.first - 1) not in _A_LENGTH:
        return None
    number = count(hit) if hit.has("n") else (1 if hit.value("u", "unit") else None)
    length = unit(hit)
    if length == "WE":
        return None
    return Reading(lasting(number, length if number else "1Y" if length.endswith("Y") else length), 0.85)


def _and_a_half(hit: Hit) -> Reading | None:
    number = count(hit)
    return Reading(DateValue(f"P{number}.5{unit(hit)[-1]}"), 0.8) if number and unit(hit)[:-1] == "1" else None


def _ago(hit: Hit) -> Reading | None:
    published, number = hit.context.published, count(hit)
    if number is None:
        return Reading(PAST, 0.8)
    value = shifted(published, -number, unit(hit)) if published else None
    return Reading(_fine(value, hit), 0.85) if value else UNKNOWN


def _fine(value: DateValue, hit: Hit) -> DateValue:
    """A decade ago is a year, not "201X": counted in years."""
    return value if value.first or value.precision != "vague" else DateValue(_year_back(hit) or value.text)


def _year_back(hit: Hit) -> str | None:
    published = hit.context.published
    there = moved(published, -(count(hit) or 0), unit(hit)) if published else None
    return f"{there:%Y}" if there else None


def _away(hit: Hit) -> Reading | None:
    """ "Two days later": counted from the day told of; a mere length where none is."""
    number, length = count(hit), unit(hit)
    sign = -1 if hit.word("o") in ("before", "earlier", "previously") else 1
    day = hit.context.told_period(hit.first, length)
    if hit.word("o") in ("after", "before") and not closes(hit) and not hit.context.given_anchor:
        day = None  # the day it counts from is that of the words after it
    elif day is None and sign < 0:
        day = hit.context.published
    if day is None or number is None:
        return Reading(lasting(number, length), 0.6) if length != "WE" else None
    value = shifted(day, sign * number, length)
    return Reading(value, 0.7) if value else UNKNOWN


def _ahead(hit: Hit) -> Reading | None:
    """ "In two weeks" is a point ahead where the sentence looks ahead, else a length."""
    number, length, published = count(hit), unit(hit), hit.context.published
    if not hit.has("f") and hit.context.tense(hit.first) != "future":
        return Reading(lasting(number, length), 0.6) if length != "WE" else None
    if number is None:
        return Reading(FUTURE, 0.8)
    value = shifted(published, number, length) if published else None
    return Reading(value, 0.65) if value else UNKNOWN


def _within(hit: Hit) -> Reading | None:
    """A deadline some lengths after publication."""
    number, published = count(hit) if hit.has("n") else None, hit.context.published
    if number is None:
        return Reading(FUTURE, 0.7, deadline=True)
    found = day_reading(moved(published, number, unit(hit)) if published else None, 0.6)
    return Reading(found.value, found.confidence, deadline=True)


def _every(hit: Hit) -> Reading | None:
    length = unit(hit)
    if length == "WE":
        return Reading(DateValue("SET:XXXX-WXX-WE"), 0.8)
    return Reading(DateValue(f"SET:{lasting(hit.integer('n') or 1, length)}"), 0.9)


def _frequency(hit: Hit) -> Reading | None:
    if hit.tokens.word(hit.first)[0].isupper() and hit.tokens.at(hit.first - 1) not in '\n“"':
        return None  # a newspaper
    return Reading(DateValue(f"SET:{hit.value('w', 'frequency')}"), 0.8)


RULES = (
    Rule(f"{_COUNT} - {_UNITS} - l:long", _length),
    Rule(f"{_COUNT} -? {_UNITS}", _length),
    Rule(f"{_COUNT} and a half u:UNITS", _and_a_half),
    Rule("a n:couple of u:UNITS", _length),
    Rule("u:UNIT|UNITS - l:long", _length),
    Rule("u:UNITS", _length),
    Rule(f"{_COUNT} -? {_UNITS} ago", _ago),
    Rule("a n:couple of u:UNITS ago", _ago),
    Rule(f"{_COUNT} {_UNITS} o:later|afterwards|afterward", _away),
    Rule(f"{_COUNT} {_UNITS} o:after", _away),
    Rule(f"{_COUNT} {_UNITS} o:earlier|previously", _away),
    Rule(f"{_COUNT} {_UNITS} o:before", _away),
    Rule(f"in {_COUNT} {_UNITS}", _ahead),
    Rule(f"in {_COUNT} {_UNITS} S|' f:time", _ahead),
    Rule(f"{_COUNT} {_UNITS} f:from now", _ahead),
    Rule(f"within the? next? {_COUNT} {_UNITS}", _within),
    Rule("within the? next? u:UNITS", _within),
    Rule("every|each n:CARDINAL|NUMBER? u:UNIT|UNITS", _every),
    Rule("once|twice|times a|every|each|per u:UNIT", _every),
    Rule("w:FREQUENCY", _frequency),
)
