"""A document with who, when and where filled in: what the extractors read facts from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

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
        beside = [clause for clause in self._clauses.get(of.sentence, ()) if of.span not in clause] if of else []
        own = [t for t in self.times if not any(t.span in clause for clause in beside)] if beside else self.times
        found = date_for(own, span, self.text, self.document.published)
        return found if found or not beside else date_for(self.times, span, self.text, self.document.published)

    @cached_property
    def _clauses(self) -> dict[Span, list[Span]]:
        """The clauses of the verbs of each sentence."""
        found: dict[Span, list[Span]] = defaultdict(list)
        for predicate in self.reading.predicates:
            if predicate.form != "noun":
                found[predicate.sentence].append(predicate.clause)
        return found

    def sentence(self, span: Span) -> Span:
        """The sentence a span begins in, the innermost of several; the span itself where there is none."""
        every, starts, longest = self._sentences
        near = every[bisect_left(starts, span.start - longest) : bisect_right(starts, span.start)]
        return min((s for s in near if span.start in s), key=len, default=span)

    @cached_property
    def _sentences(self) -> tuple[list[Span], list[int], int]:
        """The sentences in order, where each begins, and the length of the longest: no sentence reaches farther than that."""
        every = sorted(self.reading.sentences)
        return every, [s.start for s in every], max(map(len, every), default=0)

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
