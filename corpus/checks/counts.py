"""How much there is of what, and how much there has to be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from corpus.annotation.model import EVENT_TYPES, Commitment, Document, Encounter

_OUTLETS = range(2, 5)  # an encounter told by two to four outlets
_RETURNS = 3  # how often a talking point has to be made


class Count(NamedTuple):
    """A figure and the least it may be (`most`: the greatest)."""

    name: str
    value: float
    least: float | None = None
    most: float | None = None

    @property
    def holds(self) -> bool:
        return (self.least is None or self.value >= self.least) and (self.most is None or self.value <= self.most)


def counts(documents: Sequence[Document]) -> list[Count]:
    """Every figure the corpus is held to."""
    words = sum(d.words for d in documents)
    general = sum(d.words for d in documents if d.genre == "general")
    return [
        Count("documents", len(documents), 600),
        Count("words", words, 120_000),
        Count("percent of words in general news", round(100 * general / max(1, words), 1), 25, 38),
        Count("documents that only look like diplomacy", sum(d.genre == "lookalike" for d in documents), 60),
        Count("words of the longest document", max((d.words for d in documents), default=0), 1500),
        Count("lines of the shortest document", min((_lines(d) for d in documents), default=0), None, 3),
        *_attributions(documents),
        *_encounters(documents),
        *_commitments(documents),
        *_events(documents),
        *_points(documents),
    ]


def _lines(document: Document) -> int:
    return sum(bool(line.strip()) for line in document.text.splitlines())


def _attributions(documents: Sequence[Document]) -> list[Count]:
    made = [a for d in documents for a in d.attributions]
    told = sum(a.quote_type != "direct" for a in made)
    natures = Counter(a.nature for a in made)
    full = sum(bool(a.speakers and a.acts) for a in made if a.nature == "statement" and not a.optional)
    firm = sum(a.nature == "statement" and not a.optional for a in made)
    return [
        Count("attributions", len(made), 7000),
        Count("percent of them indirect or mixed", round(100 * told / max(1, len(made)), 1), 60),
        *(
            Count(f"of nature {nature}", natures[nature])
            for nature in ("statement", "belief", "intention", "decision", "finding")
        ),
        Count("percent of firm statements with speaker and act", round(100 * full / max(1, firm), 1), 100),
        Count("with an addressee", sum(bool(a.addressees) for a in made)),
    ]


def _encounters(documents: Sequence[Document]) -> list[Count]:
    met = [e for d in documents for e in d.encounters]
    open_ones = sum(e.status != "occurred" for e in met)
    outlets = defaultdict(set)
    for document, encounter in ((d, e) for d in documents for e in d.encounters):
        outlets[encounter.story].add(document.outlet)
    shared = sum(len(o) in _OUTLETS for story, o in outlets.items() if story)
    return [
        Count("encounters", len(met), 900),
        *(Count(f"of kind {kind}", n) for kind, n in Counter(e.kind for e in met).most_common()),
        Count("planned, postponed or cancelled", open_ones, 200),
        Count("with a date", sum(_dated(e) for e in met)),
        Count("told by two to four outlets", shared, 80),
    ]


def _dated(encounter: Encounter) -> bool:
    return encounter.date is not None


def _commitments(documents: Sequence[Document]) -> list[Count]:
    made: list[Commitment] = [c for d in documents for c in d.commitments]
    statuses = Counter(c.status for c in made)
    return [
        Count("commitments", len(made), 500),
        Count("with a deadline or timetable", sum(c.deadline is not None for c in made), 200),
        Count("taken up again by a later document", len({c.follows for c in made if c.follows}), 100),
        *(Count(f"of status {status}", n) for status, n in statuses.most_common()),
    ]


def _events(documents: Sequence[Document]) -> list[Count]:
    events = [e for d in documents for e in d.events]
    types = Counter(e.event_type for e in events)
    modalities = Counter(e.modality for e in events)
    return [
        Count("events", len(events), 2500),
        *(Count(f"of type {kind}", types[kind], 60) for kind in EVENT_TYPES),
        *(Count(f"of modality {modality}", n) for modality, n in modalities.most_common()),
        Count("events with a modality", sum(modalities.values()), len(events)),
    ]


def _points(documents: Sequence[Document]) -> list[Count]:
    made = Counter[str]()
    for document in documents:
        for point in document.points:
            made[point.key] += len(point.attributions)
    return [Count("talking points that return at least three times", sum(n > _RETURNS for n in made.values()), 50)]
