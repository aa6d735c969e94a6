"""A document with who, when and where filled in: what the extractors read facts from."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from communique.actors.cast import Cast, build
from communique.actors.when import date_for, find_times
from communique.actors.where import PlaceMention, find_places
from communique.knowledge import Register
from communique.reading.protocol import Predicate, Reading
from communique.record import DateValue, Document, Span, TimeMention


@dataclass(frozen=True)
class Scene:
    """One document, read. `times` and `places` are in text order."""

    document: Document
    reading: Reading
    cast: Cast
    times: tuple[TimeMention, ...]
    places: tuple[PlaceMention, ...]
    register: Register

    @property
    def text(self) -> str:
        return self.document.text

    def when(self, span: Span, of: Predicate | None = None) -> DateValue | None:
        """The date that the words around a span give; `of` is what is dated: times in clauses beside it, as of "Guled, who
        arrived on Sunday, was received on Monday", count only where there are no others."""
        own = [t for t in self.times if of is None or not self._beside(t.span, of)]
        return next(
            (d for times in (own, self.times) if (d := date_for(times, span, self.text, self.document.published))), None
        )

    def _beside(self, span: Span, predicate: Predicate) -> bool:
        """Whether the clause of a verb holds a span and not a predicate."""
        verbs = (p for p in self.reading.predicates if p.form != "noun" and span in p.clause)
        return any(predicate.span not in p.clause for p in verbs)

    def sentence(self, span: Span) -> Span:
        """The sentence a span begins in; the span itself where there is none."""
        around = [s for s in self.reading.sentences if span.start in s]
        return min(around, key=len) if around else span

    def block(self, position: int) -> int:
        """The number of the block a position of the text is in."""
        return bisect_right([b.span.start for b in self.document.blocks], position) - 1

    def whom(self, predicate: Predicate) -> tuple[str, ...]:
        """The actors that do what a predicate says."""
        return tuple(dict.fromkeys(i for p in predicate.subjects for i in self.cast.who(p.span)))


def stage(document: Document, reading: Reading, register: Register | None = None) -> Scene:
    """Who, when and where of a document that an engine has read."""
    register = register or Register.shipped()
    times = find_times(document.text, document.published)
    cast = build(document, reading, register, times)
    return Scene(document, reading, cast, times, tuple(find_places(document.text)), register)
