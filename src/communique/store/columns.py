"""From nouns to columns: what of a record is laid out for queries. Pure functions, no SQL."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.errors import StoreError
from communique.record import Actor, Commitment, DateValue, Document, Encounter, Event, Fact, Record, Span, Statement
from communique.record.ids import digest
from communique.record.plain import to_plain
from communique.store.database import Value
from communique.store.rows import Role, Section

GAP = " … "  # between the pieces of words that do not stand together
SECTIONS: dict[Section, type[Fact]] = {
    "statement": Statement,
    "encounter": Encounter,
    "event": Event,
    "commitment": Commitment,
}


def section_of(fact: Fact) -> Section:
    return next(name for name, noun in SECTIONS.items() if isinstance(fact, noun))


def payload(noun: object) -> str:
    """A noun as JSON text; ASCII, so that every string survives."""
    return json.dumps(to_plain(noun), separators=(",", ":"))


def fingerprint(record: Record) -> str:
    """Equal for records that say the same, wherever the file with the words was found."""
    bare = replace(record, document=replace(record.document, source="", sha256="", text=""))
    return digest(payload(bare))


def days(value: DateValue | None) -> tuple[str | None, str | None]:
    """The first and the last day a date covers."""
    if value is None:
        return None, None
    try:
        first, last = value.first, value.last
    except ValueError:  # the form is right, but no calendar has it: week 53 of a year with 52
        return None, None
    return first.isoformat() if first else None, last.isoformat() if last else None


def document_columns(record: Record) -> dict[str, Value]:
    """The columns of table `documents`, less the times of adding."""
    document = record.document
    first, last = days(document.published)
    return {
        "id": document.id,
        "title": document.title,
        "outlet": document.outlet,
        "url": document.url,
        "language": document.language,
        "source": document.source,
        "published": _text(document.published),
        "first": first,
        "last": last,
        "engine": record.engine,
        "diplomatic": record.diplomatic,
        "text": document.text,
        "payload": payload(replace(document, text="")),
        "times": payload(record.times),
        "fingerprint": fingerprint(record),
    }


def appearance_columns(actor: Actor) -> dict[str, Value]:
    """The columns of table `appearances`, less document, position and the actor's key."""
    held = actor.occupancy
    office: dict[str, Value] = dict.fromkeys(("office", "office_state", "office_status", "office_as_of"))
    if held is not None:
        office = {
            "office": held.position.title,
            "office_state": held.position.state,
            "office_status": held.status,
            "office_as_of": held.as_of,
        }
    return {
        "name": actor.name,
        "aliases": "\n".join(actor.aliases),
        "kind": actor.kind,
        "state": actor.state,
        "payload": payload(actor),
        **office,
    }


def fact_columns(fact: Fact, document: Document) -> dict[str, Value]:
    """The columns of table `facts`, less key, document and position."""
    first, last = days(_when(fact) or document.published)
    hull = fact.evidence.hull
    spans = fact.content if isinstance(fact, Statement) else fact.evidence.spans
    return {
        "section": section_of(fact),
        "id": fact.id,
        "words": GAP.join(span.of(document.text) for span in spans),
        "start": hull.start,
        "end": hull.end,
        "first": first,
        "last": last,
        "confidence": fact.evidence.confidence,
        "payload": payload(fact),
    }


def detail_columns(fact: Fact) -> dict[str, Value]:
    """The columns of the fact's own table (`statements`, `encounters` …), less the fact's key."""
    match fact:
        case Statement():
            return {"quote_type": fact.quote_type, "act": fact.act, "inherited": fact.inherited, "nature": fact.nature}
        case Encounter():
            when = {"kind": fact.kind, "status": fact.status, "date": _text(fact.date)}
            return {**when, "host": fact.host, "place": fact.place}
        case Event():
            what = {"event_type": fact.event_type, "mode": fact.mode, "modality": fact.modality}
            return {**what, "date": _text(fact.date)}
        case Commitment():
            due = {"deadline": _text(fact.deadline), "deadline_last": days(fact.deadline)[1]}
            return {"status": fact.status, "action": fact.action, **due}


def roles(record: Record) -> Iterator[tuple[int, Role, Sequence[str]]]:
    """Who has a part in each fact: the fact's place in `record.facts`, a role, ids of the actors in it.

    Raises:
        StoreError: if a fact names an actor that the record does not list, or an actor is listed twice.
    """
    listed = {actor.id for actor in record.actors}
    if len(listed) < len(record.actors):
        raise StoreError(f"{record.document.source}: the record lists an actor twice; this is a fault in {record.engine}")
    named = _Mentions(record.actors)
    for place, fact in enumerate(record.facts):
        for role, actors in _parts(fact, named).items():
            if strangers := set(actors) - listed:
                raise StoreError(
                    f"{record.document.source}: {fact.id} names {min(strangers)}, which the record does not list; "
                    f"this is a fault in {record.engine}"
                )
            yield place, role, actors


def _parts(fact: Fact, named: _Mentions) -> dict[Role, Sequence[str]]:
    match fact:
        case Statement():
            return {"speaker": fact.speakers, "addressee": fact.addressees, "subject": named.within(fact.content)}
        case Encounter():
            return {"participant": fact.participants}
        case Event():
            return {"actor": fact.actors, "recipient": fact.recipients}
        case Commitment():
            return {"promisor": fact.promisors, "promisee": fact.promisees}


class _Mentions:
    """Which actors some stretches of text name."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._every = sorted((span.start, span.end, actor.id) for actor in actors for span in actor.mentions)

    def within(self, spans: Sequence[Span]) -> Sequence[str]:
        """Ids of the actors mentioned wholly inside, in text order."""
        found: dict[str, None] = {}
        for span in spans:
            for index in range(bisect_left(self._every, (span.start,)), len(self._every)):
                start, end, actor = self._every[index]
                if start >= span.end:
                    break
                if end <= span.end:
                    found[actor] = None
        return list(found)


def _when(fact: Fact) -> DateValue | None:
    return fact.date if isinstance(fact, Encounter | Event) else None


def _text(value: DateValue | None) -> str | None:
    return None if value is None else value.text
