"""Words that place something in the past, the present or the future, and name no day: none is made up for them."""

from __future__ import annotations

from communique.actors.when.grammar import Hit, Reading, Rule
from communique.actors.when.lexicon import lexicon
from communique.actors.when.relative import FUTURE, PAST, PRESENT
from communique.record.dates import DateValue

_COUNTED = "".join(lexicon().of(c) for c in ("UNIT", "UNITS", "FEW", "NUMBER", "CARDINAL")) + lexicon().words("couple")


def _word(hit: Hit) -> Reading | None:
    if hit.tokens.word(hit.first)[0].isupper() and hit.tokens.at(hit.first - 1) in ("A", *lexicon().of("WEEKDAY")):
        return None
    return Reading(DateValue(hit.value("w", "now") or PRESENT.text), 0.7)


def _past(hit: Hit) -> Reading | None:
    if hit.tokens.at(hit.end) in _COUNTED:
        return None  # "in the past decade"
    return Reading(PAST, 0.8)


def _present(_: Hit) -> Reading | None:
    return Reading(PRESENT, 0.8)


def _future(_: Hit) -> Reading | None:
    return Reading(FUTURE, 0.8)


RULES = (
    Rule("w:NOW", _word),
    Rule("more recently", _past),
    Rule("recent UNITS|times", _past),
    Rule("the|our the? recent past", _past),
    Rule("in the past", _past),
    Rule("long ago", _past),
    Rule("at present", _present),
    Rule("at the moment", _present),
    Rule("these days", _present),
    Rule("right now", _present),
    Rule("the near|foreseeable|immediate|distant|not future", _future),
    Rule("in the future", _future),
    Rule("in future", _future),
)
