"""Every time a text names: what rules read, widened by the words around it that change its meaning."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from communique.actors.when import explicit, lengths, relative, vague, weekdays, years
from communique.actors.when.arithmetic import spanned
from communique.actors.when.context import Context
from communique.actors.when.grammar import Grammar, Hit, Reading
from communique.actors.when.lexer import Tokens, lex
from communique.actors.when.lexicon import lexicon
from communique.record.dates import DateValue, from_day
from communique.record.span import Span
from communique.record.times import TimeMention

_TRIMMED = ",.(-"
_PART = lexicon().words("early mid late earlier later")
_OF, _THE, _FROM, _SINCE = (lexicon().words(w) for w in ("of", "the", "from between", "since"))
_EDGE, _END = lexicon().of("EDGE"), lexicon().words("end close")
_DEADLINE, _LATER_THAN = lexicon().words("by until till before within"), lexicon().words("no not later than")
_ONWARD = lexicon().words("on onward onwards")
_LINK, _AND = lexicon().words("- to until till through"), lexicon().words("and")
_DATED = ("year", "quarter", "month", "week", "day", "instant")


@dataclass(frozen=True, slots=True)
class _Found:
    """A time at tokens `[first, end)`."""

    first: int
    end: int
    value: DateValue | None
    confidence: float
    deadline: bool = False


@cache
def grammar() -> Grammar:
    """All rules; made once."""
    rooms = (explicit, years, weekdays, relative, lengths, vague)
    return Grammar(rule for room in rooms for rule in room.RULES)


def find_times(text: str, published: DateValue | None, anchor: date | None = None) -> tuple[TimeMention, ...]:
    """Every English time expression of a text, in text order, without overlap.

    `published` is when the text came out: relative expressions count from its day, and without one their value is None.
    `anchor` is the day of the event the text tells of, where that is known ("two days after" is a length without it).
    Spans are of `text`; values are as in TIMEX3 and ISO 8601, see `record.dates`.
    """
    tokens = lex(text)
    rules, found = grammar(), list[_Found]()
    context = Context(tokens, published.first if published else None, anchor)
    position = rules.next_start(tokens.classes, 0)
    while position is not None:
        read = rules.read(context, position)
        if read:
            found.append(_widened(context, *read, floor=found[-1].end if found else 0))
            context.last, context.last_end = found[-1].value or context.last, read[0].end
        position = rules.next_start(tokens.classes, read[0].end if read else position + 1)
    return tuple(_mention(tokens, f) for f in _joined(tokens, found))


def _mention(tokens: Tokens, found: _Found) -> TimeMention:
    span = Span(tokens.starts[found.first], tokens.ends[found.end - 1])
    return TimeMention(span, found.value, found.deadline, found.confidence)


def _widened(context: Context, hit: Hit, reading: Reading, floor: int) -> _Found:
    """What was read with the words before it that belong to it: "by the end of", "since", "late"."""
    tokens, first, end = context.tokens, hit.first, hit.end
    while tokens.classes[end - 1] in _TRIMMED:
        end -= 1
    while tokens.classes[first] in _TRIMMED:
        first += 1
    first = _with_part(tokens, first)
    first, ends = _with_edge(tokens, first)
    first = max(first, min(floor, hit.first))
    found = _Found(first, end, reading.value, reading.confidence, reading.deadline)
    value = reading.value
    if value is None or value.precision in ("duration", "set", "vague"):
        return found
    if reading.deadline or _is_deadline(tokens, first):
        last = value.last if ends else None
        return replace(found, deadline=True, value=from_day(last) if last else value)
    return _open(tokens, found, value, floor)


def _with_part(tokens: Tokens, first: int) -> int:
    if tokens.at(first - 1) in _PART:
        return first - 1
    return first - 2 if tokens.at(first - 1) == "-" and tokens.at(first - 2) in _PART else first


def _with_edge(tokens: Tokens, first: int) -> tuple[int, bool]:
    """The first token of "the end of" before a time, and whether it is the end."""
    of = (
        first - 1
        if tokens.at(first - 1) in _OF
        else first - 2
        if tokens.at(first - 2) in _OF and tokens.at(first - 1) in _THE
        else 0
    )
    if of < 1 or tokens.at(of - 1) not in _EDGE:
        return first, False
    return of - 2 if tokens.at(of - 2) in _THE else of - 1, tokens.at(of - 1) in _END


def _is_deadline(tokens: Tokens, first: int) -> bool:
    if tokens.at(first - 1) in _DEADLINE:
        return True
    return first >= 3 and all(c in _LATER_THAN for c in tokens.classes[first - 3 : first])


def _open(tokens: Tokens, found: _Found, value: DateValue, floor: int) -> _Found:
    """ "Since 1979", "from 2025 on": a span without an end."""
    if "/" in value.text or value.precision not in _DATED:
        return found
    since = tokens.at(found.first - 1) in _SINCE
    onward = tokens.at(found.first - 1) in _FROM and tokens.at(found.end) in _ONWARD
    if not (since or onward) or found.first - 1 < floor:
        return found
    return replace(found, first=found.first - 1, end=found.end + onward, value=DateValue(f"{value.text[:10]}/.."))


def _joined(tokens: Tokens, found: list[_Found]) -> list[_Found]:
    """Neighbors joined into spans: "from 30 May to early June", "between Monday and the end of the week"."""
    joined: list[_Found] = []
    for this in found:
        both = _span(tokens, joined[-1], this) if joined else None
        if both:
            joined[-1] = both
        else:
            joined.append(this)
    return joined


def _span(tokens: Tokens, a: _Found, b: _Found) -> _Found | None:
    link = tokens.at(a.end)
    from_there = tokens.at(a.first - 1) in _FROM
    if b.first - a.end != 1 or not (link == "-" or (from_there and link in _LINK + _AND)):
        return None
    if a.value is None or b.value is None or {a.value.precision, b.value.precision} - set(_DATED):
        return None
    value = spanned(a.value, b.value)
    return _Found(a.first - from_there, b.end, value, min(a.confidence, b.confidence)) if value else None
