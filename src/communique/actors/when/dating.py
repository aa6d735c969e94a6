"""Which of a text's times dates an event, and which is the deadline of an undertaking."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.record.dates import DateValue, Precision
from communique.record.span import Span
from communique.record.times import TimeMention

_SENTENCE_END = re.compile(r"[.!?]{1,3}[\"”’)\]]{0,3}\s+(?=[\"“‘(\[]{0,2}[A-Z])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sen|Rep|Gov|Prof|St|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))$"
)
_REACH = 2000  # characters a sentence may reach to either side; longer ones are lists
_DATES: tuple[Precision, ...] = ("day", "instant", "week", "month", "quarter", "year", "interval")
_FINENESS = {name: rank for rank, name in enumerate(("day", "instant", "interval", "week", "month", "quarter", "year"))}


def deadline_of(times: Iterable[TimeMention], span: Span) -> DateValue | None:
    """The deadline named inside a span, the first if there are several; None if there is none with a value."""
    return next((t.value for t in times if t.deadline and t.value and t.span in span), None)


def date_for(times: Iterable[TimeMention], span: Span, text: str, published: DateValue | None = None) -> DateValue | None:
    """When an event happened (or will) whose evidence is a span of `text`.

    A time inside the span comes first, the finest of several; then the nearest of the same sentence. Deadlines, lengths,
    vague and recurring times date nothing. A span that ends after `published` and began long before it is no event's date.
    """
    sentence = _sentence(text, span)
    dated = [t for t in times if (t.span in sentence or t.span in span) and _dates(t, published)]
    inside = [t for t in dated if t.span in span]
    if inside:
        return min(inside, key=lambda t: (_rank(t), t.span.start)).value
    near = [t for t in dated if t.span in sentence]
    return min(near, key=lambda t: (_rank(t) > _FINENESS["week"], _distance(t.span, span))).value if near else None


def _dates(time: TimeMention, published: DateValue | None) -> bool:
    if time.deadline or time.value is None or time.value.precision not in _DATES or ".." in time.value.text:
        return False
    first, last = time.value.first, time.value.last
    today = published.first if published else None
    if time.value.precision == "interval" and first and last and (last - first).days > 31:
        return not (today and today in (first, last))  # "the past 12 years" is the background of events
    return True


def _rank(time: TimeMention) -> int:
    return _FINENESS[time.value.precision] if time.value else len(_FINENESS)


def _distance(a: Span, b: Span) -> int:
    return max(b.start - a.end, a.start - b.end, 0)


def _sentence(text: str, span: Span) -> Span:
    """The sentence around a span, by its end marks."""
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    ends = [
        m.end()
        for m in _SENTENCE_END.finditer(text, low, high)
        if not _ABBREVIATION.search(text, max(low, m.start() - 5), m.start())
    ]
    start = max((e for e in ends if e <= span.start), default=low)
    return Span(start, min((e for e in ends if e >= span.end), default=high))
