"""Documents in the shape of a gold record, and back: names for keys, spans of the raw text, one object a document.

It is what `communique read --format gold` prints and `benchmarks.scoring` reads, with more fields, so that nothing is lost.
What the scorers have no word for is fitted to them: a postponed encounter is `cancelled` at its old date; intentions, decisions
and findings are `optional`, as is the speech of one who only passes on speech; `doubtful` is what the annotator found doubtful.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from itertools import product
from typing import TypeAlias

from corpus.annotation.model import Actor, Attribution, Commitment, Document, Encounter, Event, Span, hull
from corpus.tables import state_names

Plain: TypeAlias = "str | int | bool | list[Plain] | dict[str, Plain] | None"
Item = dict[str, Plain]

_NOT_STATEMENTS = ("intention", "decision", "finding")
_MOUTHPIECES = ("organ", "organization", "unnamed", "work", "group", "state")
_STATUS = {"postponed": "cancelled"}


def to_gold(document: Document) -> Item:
    """A document as a gold object."""
    view = _View(document)
    return {
        "file": f"{document.key}.txt",
        "sha256": hashlib.sha256(document.text.encode()).hexdigest(),
        "story": document.story,
        "style": document.style,
        "genre": document.genre,
        "traits": list(document.traits),
        "published": document.published,
        "published_source": "text" if document.published_in_text else "given",
        "outlet": document.outlet,
        "title": document.title,
        "byline": document.byline,
        "diplomatic": document.genre == "diplomatic",
        "actors": [_actor(a) for a in document.actors],
        "mentions": [{"actor_key": m.actor, "span": list(m.span)} for m in document.mentions],
        "statements": [view.statement(a) for a in document.attributions],
        "encounters": [view.encounter(e) for e in document.encounters],
        "events": [item for n, event in enumerate(document.events) for item in view.event(n, event)],
        "commitments": [view.commitment(c) for c in document.commitments],
        "times": [_time(t.value, t.span, document.text) for t in document.times if not t.published],
        "dates_of_publication": [_time(t.value, t.span, document.text) for t in document.times if t.published],
        "talking_points": [{"point": p.key, "statement_keys": list(p.attributions)} for p in document.points],
    }


def _actor(actor: Actor) -> Item:
    return {
        "key": actor.key, "name": actor.name, "kind": actor.kind, "state": actor.state, "office": actor.office,
        "aliases": list(actor.aliases),
    }  # fmt: skip


def _time(value: str, span: Span, text: str) -> Item:
    return {"text": span.of(text), "value": value, "span": list(span)}


def _spans(spans: Iterable[Span]) -> list[Plain]:
    return [list(s) for s in spans]


def _one_or_list(names: list[Plain]) -> Plain:
    return names if len(names) > 1 else names[0] if names else None


class _View:
    """A document's facts with names in place of keys."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.actors: Mapping[str, Actor] = {a.key: a for a in document.actors}
        self.mute = frozenset(_passed_over(document, self.actors))

    def name(self, key: str) -> str:
        """The name of an actor, or of the state whose code stands in its place."""
        return self.actors[key].name if key in self.actors else state_names().get(key, key)

    def code(self, key: str) -> str:
        """The state that a person, an organ or a state stands for; the name of anybody else."""
        actor = self.actors.get(key)
        if actor is None:
            return key
        stands = actor.kind in ("person", "organ", "state", "place") and actor.state
        return stands or actor.name

    def side(self, key: str) -> str:
        """Who acts in an event: people who do not act for their state, whose code is then written, are themselves."""
        return self.name(key) if key in self.actors and self.actors[key].kind == "person" else self.code(key)

    def party(self, key: str) -> str:
        """A state as its code, anybody else by name."""
        return self.code(key) if key not in self.actors or self.actors[key].kind == "state" else self.name(key)

    def statement(self, made: Attribution) -> Item:
        names: list[Plain] = [self.name(k) for k in made.speakers]
        first = made.source[0] if made.source else None
        states: list[Plain] = [self.code(k) for k in made.speakers]
        return {
            "key": made.key,
            "nature": made.nature,
            "speaker": _one_or_list(names),
            "speaker_keys": list(made.speakers),
            **({"speaker_alt": states} if len(names) > 1 else {}),
            "speaker_text": first.of(self.document.text) if first else None,
            "speaker_span": list(first) if first else None,
            "speaker_spans": _spans(made.source),
            "kind": made.quote_type,
            "act": made.acts[0] if made.acts else "assert",
            **({"act_alt": list(made.acts[1:])} if made.acts[1:] else {}),
            "content": list(hull(made.content)),
            "content_spans": _spans(made.content),
            "cue": list(hull(made.cue)) if made.cue else None,
            "cue_spans": _spans(made.cue),
            "addressee": self.name(made.addressees[0]) if made.addressees else None,
            "addressee_keys": list(made.addressees),
            "relay_keys": list(made.relays),
            "doubtful": made.optional,
            **({"optional": True} if made.optional or made.key in self.mute else {}),
        }

    def encounter(self, met: Encounter) -> Item:
        return {
            "key": met.key,
            "kind": met.kind,
            "participants": [self.name(k) for k in met.participants],
            "participant_keys": list(met.participants),
            "host": met.host,
            "place": met.place,
            "date": met.date,
            "status": _STATUS.get(met.status, met.status),
            "status_in_full": met.status,
            "story": met.story,
            "evidence": list(met.evidence),
            **({"optional": True} if met.optional else {}),
        }

    def event(self, number: int, event: Event) -> Iterator[Item]:
        """One object for each pair of an actor and a recipient."""
        for actor, recipient in product(event.actors or (None,), event.recipients or (None,)):
            yield {
                "number": number,
                "type": event.event_type,
                "mode": event.mode,
                "actor": None if actor is None else self.side(actor),
                "recipient": None if recipient is None else self.side(recipient),
                "actor_keys": list(event.actors),
                "recipient_keys": list(event.recipients),
                "date": event.date,
                "modality": event.modality,
                "asserted": event.asserted,
                "evidence": list(event.evidence),
                **({"symmetric": True} if event.mutual else {}),
                **({"optional": True} if event.optional else {}),
            }

    def commitment(self, made: Commitment) -> Item:
        return {
            "key": made.key,
            "by": [self.party(k) for k in made.by],
            "to": [self.party(k) for k in made.to],
            "by_keys": list(made.by),
            "to_keys": list(made.to),
            "action": made.action,
            "deadline": made.deadline,
            "status": made.status,
            "asserted": made.asserted,
            "follows": made.follows,
            "evidence": list(made.evidence),
            **({"optional": True} if made.optional else {}),
        }


def _passed_over(document: Document, actors: Mapping[str, Actor]) -> Iterator[str]:
    """What need not be found: what is no statement, and of speech in speech the one that docs/decisions/0005 leaves out."""
    for made in document.attributions:
        if made.nature in _NOT_STATEMENTS:
            yield made.key
    for outer in document.attributions:
        inside = [a for a in document.attributions if a is not outer and _holds(outer, a)]
        passes_on = all(_is_mouthpiece(actors[k]) for k in outer.speakers if k in actors)
        if passes_on and any(2 * _length(a) >= _length(outer) for a in inside):
            yield outer.key
        else:
            yield from (a.key for a in inside)


def _length(made: Attribution) -> int:
    return sum(s.end - s.start for s in made.content)


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return all(any(o.start <= i.start and i.end <= o.end for o in outer.content) for i in inner.content)


def _is_mouthpiece(actor: Actor) -> bool:
    return actor.kind in _MOUTHPIECES or "spokes" in (actor.office or "").lower()
