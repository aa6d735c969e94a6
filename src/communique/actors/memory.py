"""What a text has spoken of so far: whom, in which order, and who spoke."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from communique.actors.mentions import Mention
from communique.actors.people import Figure
from communique.knowledge import Answer, Register
from communique.reading.protocol import Reading
from communique.record import Document, Span


@dataclass
class Memory:
    """Everybody seen so far, last seen last. `home` is the state the text is from; `pointed` are people it never names."""

    document: Document
    reading: Reading
    register: Register
    people: list[Figure]
    figures: dict[Span, Figure]
    home: str | None = None
    recent: list[tuple[Span, Figure | Answer]] = field(default_factory=list)
    speakers: list[tuple[Span, Figure | Answer]] = field(default_factory=list)
    pointed: list[Figure] = field(default_factory=list)
    plural: list[Figure | Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [b.span.start for b in self.document.blocks]
        self.sources = {s for a in self.reading.attributions for s in a.source}
        self.subjects = {p.span for x in self.reading.predicates if x.form != "noun" for p in x.subjects}
        self.joined = [p for p in self.reading.predicates if p.form != "noun" and not p.quoted and len(p.subjects) > 1]
        self.active = self.subjects | self.sources

    def saw(self, found: Mention) -> None:
        figure = self.figures.get(found.span)
        if figure is not None:
            self.note(found.span, figure)

    def entity(self, found: Mention) -> None:
        answer = self.register.who(found.text, self.document.published)
        if answer.name:
            self.note(found.span, answer)

    def note(self, span: Span, who: Figure | Answer) -> None:
        self.recent.append((span, who))
        if span in self.sources:
            self.speakers.append((span, who))

    def as_figure(self, answer: Answer) -> Figure:
        known = next(
            (f for f in (*self.people, *self.pointed) if f.answer.wikidata and f.answer.wikidata == answer.wikidata), None
        )
        if known is None:
            known = Figure(text=answer.name or "", state=answer.state, gender=answer.gender, answer=answer)
            self.pointed.append(known)
        return known

    def owner(self, span: Span) -> Figure | Answer | None:
        earlier = [(s, w) for s, w in self.recent if s.start < span.start and isinstance(w, Figure)]
        sentence = next((s for s in self.reading.sentences if span in s), None)
        if sentence:
            subjects = [w for s, w in earlier if s in sentence and s in self.active]
            if subjects:
                return subjects[0]
        return earlier[-1][1] if earlier else None

    def everybody(self) -> list[Figure]:
        """Everybody seen so far, last seen first; then those the text names only later."""
        seen = [w for _, w in reversed(self.recent) if isinstance(w, Figure)]
        return list({id(f): f for f in (*seen, *self.people, *self.pointed)}.values())

    def nearest(self, fitting: list[Figure], span: Span) -> Figure:
        def distance(f: Figure) -> int:
            before = [span.start - s.start for s in f.mentions if s.start < span.start]
            return min(before) if before else 1 << 30

        return min(fitting, key=distance)

    def paragraph(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1
