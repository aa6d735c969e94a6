"""Records made by hand: a text of ours, and facts given by quoting their words."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from communique.record import (
    Actor,
    Block,
    Commitment,
    DateValue,
    Document,
    Encounter,
    Event,
    Evidence,
    Occupancy,
    OffsetMap,
    Position,
    Record,
    Span,
    Statement,
    TimeMention,
)  # fmt: skip
from communique.record.actors import ActorKind, TenureStatus
from communique.record.documents import BlockKind
from communique.record.encounters import EncounterKind, EncounterStatus
from communique.record.events import EventType, Modality
from communique.record.ids import document_id, fact_id, local_actor_id
from communique.record.statements import QuoteType, SpeechAct


@dataclass
class Draft:
    """A record in the making; words are looked up in the text, so that a typo fails the test that made it."""

    blocks: list[tuple[BlockKind, str]]
    outlet: str | None
    published: str | None
    url: str | None = None
    actors: list[Actor] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    encounters: list[Encounter] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    commitments: list[Commitment] = field(default_factory=list)
    times: list[TimeMention] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(words for _, words in self.blocks)

    @property
    def id(self) -> str:
        return document_id(self.text, self.outlet, self.published)

    def span(self, words: str, nth: int = 0) -> Span:
        found = [m.start() for m in re.finditer(re.escape(words), self.text)]
        return Span(found[nth], found[nth] + len(words))

    def evidence(self, *spans: Span, confidence: float = 0.9) -> Evidence:
        start = max(self.text.rfind(". ", 0, spans[0].start) + 2, self.text.rfind("\n", 0, spans[0].start) + 1, 0)
        ends = [e + 1 for mark in (". ", ".\n") if (e := self.text.find(mark, spans[-1].end - 1)) >= 0]
        end = min([*ends, len(self.text)])
        return Evidence(self.id, spans, Span(start, end), confidence)

    def actor(
        self,
        name: str,
        kind: ActorKind,
        state: str | None,
        *mentions: str,
        office: tuple[str, TenureStatus] | None = None,
        global_id: str | None = None,
    ) -> str:
        held = Occupancy(Position(office[0], state), office[1], "2026-08") if office else None
        spans = sorted(
            Span(m.start(), m.end()) for words in mentions for m in re.finditer(rf"\b{re.escape(words)}\b", self.text)
        )
        apart = tuple(s for s in spans if not any(s != o and s in o for o in spans))
        made = Actor(global_id or local_actor_id(self.id, name), name, kind, state, None, held, apart, mentions)
        self.actors.append(made)
        return made.id

    def state(self, name: str, code: str, *mentions: str) -> str:
        return self.actor(name, "state", code, *mentions, global_id=f"state:{code}")

    def say(
        self,
        speaker: str | None,
        words: str,
        *content: str,
        cue: str,
        act: SpeechAct = "assert",
        quote: QuoteType = "indirect",
        to: tuple[str, ...] = (),
        insert: str | None = None,
        confidence: float = 0.9,
    ) -> str:
        spans = tuple(self.span(piece) for piece in content)
        near = sorted((abs(m.start() - spans[0].start), m.start()) for m in re.finditer(re.escape(cue), self.text))[0][1]
        evidence = self.evidence(*spans, confidence=confidence)
        self.statements.append(
            Statement(
                id=fact_id("s", self.id, spans, act),
                speakers=(speaker,) if speaker else (),
                speaker_spans=(self.span(words),) if words else (),
                cue_spans=(Span(near, near + len(cue)),),
                content=spans,
                quote_type=quote,
                act=act,
                evidence=evidence,
                addressees=to,
                inserts=(self.span(insert),) if insert else (),
            )
        )
        return self.statements[-1].id

    def meet(
        self,
        kind: EncounterKind,
        words: str,
        *participants: str,
        date: str | None = None,
        place: str | None = None,
        host: str | None = None,
        status: EncounterStatus = "occurred",
    ) -> str:
        span = self.span(words)
        made = Encounter(
            fact_id("e", self.id, (span,), kind), kind, participants, status, self.evidence(span), host, place, _date(date)
        )
        self.encounters.append(made)
        return made.id

    def promise(self, by: str, to: str | None, action: str, words: str, deadline: str | None = None) -> str:
        span = self.span(words)
        promisees = (to,) if to else ()
        made = Commitment(
            fact_id("c", self.id, (span,)), (by,), promisees, action, "announced", self.evidence(span), _date(deadline)
        )
        self.commitments.append(made)
        return made.id

    def happen(
        self, kind: EventType, mode: str | None, by: str, to: str, words: str, modality: Modality, date: str | None = None
    ) -> str:
        span = self.span(words)
        made = Event(
            fact_id("v", self.id, (span,), kind), kind, (by,), (to,), modality, self.evidence(span, confidence=0.55), mode,
            ("diplomatic",), _date(date),
        )  # fmt: skip
        self.events.append(made)
        return made.id

    def time(self, words: str, value: str | None, deadline: bool = False, nth: int = 0) -> None:
        self.times.append(TimeMention(self.span(words, nth), _date(value), deadline, 0.9))

    def record(self, source: str = "invented.txt", published_from: Literal["text"] = "text") -> Record:
        spans, at = [], 0
        for kind, words in self.blocks:
            spans.append(Block(Span(at, at + len(words)), kind))
            at += len(words) + 2
        document = Document(
            id=self.id, text=self.text, blocks=tuple(spans), origin=OffsetMap(((0, len(self.text), 0, len(self.text)),)),
            source=source, media_type="text/plain", sha256="0" * 64,
            title=next((w for k, w in self.blocks if k == "title"), None),
            outlet=self.outlet, url=self.url, published=_date(self.published), published_from=published_from, language="en",
        )  # fmt: skip
        return Record(
            document, "rules 1", True, tuple(self.actors), tuple(self.statements), tuple(self.encounters),
            tuple(self.events), tuple(self.commitments), tuple(self.times),
        )  # fmt: skip


def _date(text: str | None) -> DateValue | None:
    return DateValue(text) if text else None
