"""The shape of a hand-made gold record: names in place of ids, spans of the *original input*; one object a line.

It is what annotators write and what accuracy is measured on. Every span is `[start, end)` in code points of the decoded
input, as `Document.origin` maps them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import TextIO

from communique.record import Actor, Commitment, DateValue, Encounter, Event, Evidence, Record, Span, Statement
from communique.record.plain import Plain
from communique.record.span import hull

Item = dict[str, Plain]


def write(records: Iterable[Record], out: TextIO) -> None:
    """Write one object a line."""
    for record in records:
        out.write(json.dumps(to_gold(record), ensure_ascii=False) + "\n")


def to_gold(record: Record) -> Item:
    """A record as a gold object."""
    document, view = record.document, _View(record)
    return {
        "file": document.source,
        "published": _text(document.published),
        "title": document.title,
        "byline": document.byline,
        "diplomatic": record.diplomatic,
        "actors": [_actor(actor) for actor in record.actors],
        "statements": [_statement(statement, view) for statement in record.statements],
        "encounters": [_encounter(encounter, view) for encounter in record.encounters],
        "events": [item for event in record.events for item in _events(event, view)],
        "commitments": [_commitment(commitment, view) for commitment in record.commitments],
        "times": [
            {"text": time.span.of(document.text), "value": time.value.text, "span": view.span(time.span)}
            for time in record.times
            if time.value is not None
        ],
    }


class _View:
    """A record as seen from its original input."""

    def __init__(self, record: Record) -> None:
        self.document = record.document
        self.actors: Mapping[str, Actor] = {actor.id: actor for actor in record.actors}

    def span(self, span: Span) -> Plain:
        origin = self.document.origin.to_origin(span)
        return [origin.start, origin.end]

    def spans(self, spans: Sequence[Span]) -> list[Plain]:
        return [self.span(span) for span in spans]

    def hull(self, spans: Sequence[Span]) -> Plain:
        return self.span(hull(spans)) if spans else None

    def evidence(self, evidence: Evidence) -> Plain:
        return self.span(evidence.hull)

    def names(self, actors: Sequence[str]) -> list[Plain]:
        return [self.actors[actor].name for actor in actors]

    def code(self, actor: str) -> str:
        """The state somebody stands for as ISO 3166-1 alpha-3, else the name."""
        return self.actors[actor].state or self.actors[actor].name

    def party(self, actor: str) -> str:
        """A state as its code, anybody else by name."""
        return self.code(actor) if self.actors[actor].kind == "state" else self.actors[actor].name


def _actor(actor: Actor) -> Item:
    return {
        "name": actor.name,
        "kind": actor.kind,
        "state": actor.state,
        "office": actor.office,
        "aliases": list(actor.aliases),
    }


def _statement(statement: Statement, view: _View) -> Item:
    speakers, addressees = view.names(statement.speakers), view.names(statement.addressees)
    named = statement.speaker_spans
    return {
        "speaker": _one_or_list(speakers),
        "speaker_text": named[0].of(view.document.text) if named else None,
        "speaker_span": view.span(named[0]) if named else None,
        "speaker_spans": view.spans(named),
        "kind": statement.quote_type,
        "act": statement.act,
        "nature": statement.nature,
        "content": view.hull(statement.content),
        "content_spans": view.spans(statement.content),
        "cue": view.hull(statement.cue_spans),
        "cue_spans": view.spans(statement.cue_spans),
        "addressee": addressees[0] if addressees else None,
        "confidence": statement.evidence.confidence,
    }


def _encounter(encounter: Encounter, view: _View) -> Item:
    return {
        "kind": encounter.kind,
        "participants": view.names(encounter.participants),
        "host": encounter.host,
        "place": encounter.place,
        "date": _text(encounter.date),
        "status": encounter.status,
        "evidence": view.evidence(encounter.evidence),
        "confidence": encounter.evidence.confidence,
    }


def _events(event: Event, view: _View) -> Iterator[Item]:
    """One object for each pair of an actor and a recipient, as gold has one of each."""
    actors: list[str | None] = [view.code(actor) for actor in event.actors]
    recipients: list[str | None] = [view.code(actor) for actor in event.recipients]
    for actor, recipient in dict.fromkeys(product(actors or [None], recipients or [None])):
        yield {
            "type": event.event_type,
            "mode": event.mode,
            "actor": actor,
            "recipient": recipient,
            "date": _text(event.date),
            "modality": event.modality,
            "evidence": view.evidence(event.evidence),
            "confidence": event.evidence.confidence,
        }


def _commitment(commitment: Commitment, view: _View) -> Item:
    return {
        "by": [view.party(actor) for actor in commitment.promisors],
        "to": [view.party(actor) for actor in commitment.promisees],
        "action": commitment.action,
        "deadline": _text(commitment.deadline),
        "status": commitment.status,
        "evidence": view.evidence(commitment.evidence),
        "confidence": commitment.evidence.confidence,
    }


def _one_or_list(names: list[Plain]) -> Plain:
    return names if len(names) > 1 else names[0] if names else None


def _text(value: DateValue | None) -> str | None:
    return None if value is None else value.text
