"""Mentions of one real encounter made one: the same kind, people in common, dates that can be the same day."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.scene import Scene
from communique.record import DateValue, Encounter, Evidence


def merged(scene: Scene, found: list[Encounter]) -> tuple[Encounter, ...]:
    """Encounters without repetition, in text order; what a later mention adds is taken over."""
    out: list[Encounter] = []
    for e in found:
        place = next((i for i, other in enumerate(out) if _same(scene, other, e)), None)
        if place is None:
            out.append(e)
        else:
            out[place] = _union(scene, out[place], e)
    return tuple(out)


def _same(scene: Scene, a: Encounter, b: Encounter) -> bool:
    if a.kind != b.kind or not _dates_fit(a.date, b.date):
        return False
    if a.kind == "visit":
        return bool(set(a.participants) & set(b.participants)) and (a.host == b.host or not a.host or not b.host)
    if a.status != b.status and a.date is None and b.date is None:
        return False
    sides = [{_side(scene, i) for i in e.participants} for e in (a, b)]
    return len(sides[0] & sides[1]) >= 2 or (len(set(a.participants) & set(b.participants)) >= 2)


def _side(scene: Scene, actor_id: str) -> str:
    """A participant as a side: a person by name, a state or its organ by the state."""
    actor = scene.cast.actor(actor_id)
    return actor.state or actor_id


def _dates_fit(a: DateValue | None, b: DateValue | None) -> bool:
    if a is None or b is None or a == b or a.uncertain or b.uncertain:
        return True
    return bool(a.first and a.last and b.first and b.last and a.first <= b.last and b.first <= a.last)


def _union(scene: Scene, a: Encounter, b: Encounter) -> Encounter:
    people = list(a.participants)
    for i in b.participants:
        if i in people:
            continue
        stand_in = next(
            (p for p in people if scene.cast.actor(p).kind != "person" and scene.cast.state_of(p) == scene.cast.state_of(i)),
            None,
        )
        if scene.cast.actor(i).kind != "person" and any(scene.cast.state_of(p) == scene.cast.state_of(i) for p in people):
            continue
        if stand_in is not None:
            people[people.index(stand_in)] = i
        elif len(people) < 2:
            people.append(i)
    finer = min((d for d in (a.date, b.date) if d), key=lambda d: (d.uncertain, _length(d)), default=None)
    evidence = Evidence(
        a.evidence.document_id,
        tuple(dict.fromkeys((*a.evidence.spans, *b.evidence.spans))),
        a.evidence.sentence,
        max(a.evidence.confidence, b.evidence.confidence),
    )
    return replace(
        a,
        participants=tuple(people),
        date=finer,
        place=a.place or b.place,
        host=a.host or b.host,
        evidence=evidence,
        status=a.status if (a.date and not a.date.uncertain) or not b.date else b.status,
    )


def _length(date: DateValue) -> int:
    return (date.last - date.first).days if date.first and date.last else 1 << 20
