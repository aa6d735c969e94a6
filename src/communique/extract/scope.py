"""Whether a text reports on dealings between states or international bodies, or only sounds like it."""

from __future__ import annotations

from collections.abc import Sequence

from communique.actors.scene import Scene
from communique.record import Encounter, Event

_OFFICES = frozenset(
    {
        "interior",
        "minister_other",
        "spokesperson",
        "hos",
        "hog",
        "fm",
        "defense",
        "monarch",
        "crown_prince",
        "igo_head",
        "envoy",
        "ambassador",
        "deputy_fm",
        "speaker",
    }
)


def is_diplomatic(scene: Scene, encounters: Sequence[Encounter], events: Sequence[Event]) -> bool:
    """True where people in office, or organs, of at least two states or bodies act or speak in the text."""
    sides = set()
    for s in (s for a in scene.reading.attributions for s in a.source):
        sides |= {_side(scene, i) for i in scene.cast.who(s)}
    for e in encounters:
        sides |= {_side(scene, i) for i in e.participants}
    sides |= {_side(scene, i) for e in events for i in (*e.actors, *e.recipients) if any(_side(scene, a) for a in e.actors)}
    return len(sides - {None}) >= 2 or any(_side(scene, i) for e in encounters for i in e.participants)


def _side(scene: Scene, actor_id: str) -> str | None:
    actor = scene.cast.actor(actor_id)
    if actor.kind == "person":
        held = actor.occupancy.position if actor.occupancy else None
        return actor.state if held and (held.office_class in _OFFICES or "inister" in held.title) else None
    return actor.state or actor.id if actor.kind in ("state", "organ", "organization", "group") else None
