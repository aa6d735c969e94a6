"""Who takes part: the actors around a word for an encounter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.actors.scene import Scene
from communique.codebooks.encounters import Trigger
from communique.reading.protocol import Phrase, Predicate
from communique.record import Span

_PARTIES = frozenset({"person", "state", "organization", "organ", "group"})
_IN_PLACE = re.compile(r"\b(?:in|at|to|from|near)\s+(?:the\s+)?$")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text speaks of an encounter.

    `participants` are ids of the cast, of a visit the visitors; `host` is ISO 3166-1 alpha-3.
    """

    trigger: Trigger
    predicate: Predicate
    participants: tuple[str, ...]
    host: str | None


def parties(scene: Scene, phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    """Those a phrase means who can meet: a state only where its name is no mere place ("in Montevideo")."""
    found = (
        i for p in phrases for i in scene.cast.who(p.span) if scene.cast.actor(i).kind != "state" or not _is_place(scene, p)
    )
    return tuple(dict.fromkeys(i for i in found if scene.cast.actor(i).kind in _PARTIES))


def _is_place(scene: Scene, p: Phrase) -> bool:
    return bool(_IN_PLACE.search(scene.text[max(0, p.span.start - 12) : p.span.start]))


def in_office(scene: Scene, actor_id: str) -> bool:
    actor = scene.cast.actor(actor_id)
    return actor.kind == "person" and actor.occupancy is not None


def home(scene: Scene, actor_id: str) -> str:
    return scene.cast.state_of(actor_id) or actor_id


def people_beside(scene: Scene, p: Predicate, before: bool) -> tuple[str, ...]:
    """The people named in a verb's sentence before or after it, in text order: for when the tree gives none."""
    side = Span(p.sentence.start, p.span.start) if before and p.sentence.start < p.span.start else None
    if not before and p.span.end < p.sentence.end:
        side = Span(p.span.end, p.sentence.end)
    return tuple(i for i in scene.cast.named_in(side) if in_office(scene, i)) if side else ()


def governor(scene: Scene, p: Predicate) -> tuple[str, ...]:
    """The subject of the clause a noun stands in: "X made the remarks in a meeting with Y"."""
    verbs = [
        v
        for v in scene.reading.predicates
        if v.form != "noun" and v.sentence == p.sentence and v.subjects and v.quoted == p.quoted
    ]
    holding = [v for v in verbs if p.span in v.clause]
    best = min(holding, key=lambda v: len(v.clause), default=None)
    found = scene.whom(best) if best and best.lemma not in ("attend", "follow", "precede") else ()
    return tuple(i for i in found if scene.cast.actor(i).kind in _PARTIES)


def with_the_other(scene: Scene, p: Predicate, known: tuple[str, ...]) -> tuple[str, ...]:
    """ "The call with Y lasted …": the other one is whom the text last let act, of another side, before these words."""
    if not known:
        return known
    homes = {home(scene, i) for i in known}
    earlier = [
        x.span
        for v in scene.reading.predicates
        if v.form != "noun" and not v.quoted
        for x in v.subjects
        if x.span.end <= p.span.start
    ]
    for span in sorted(earlier, reverse=True):
        for i in scene.cast.who(span):
            actor = scene.cast.actor(i)
            if actor.kind == "person" and actor.occupancy and home(scene, i) not in homes:
                return (i, *known)
    return known
