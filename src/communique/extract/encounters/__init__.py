"""Encounters: who met, visited, called or signed with whom; one a real encounter however often the text mentions it."""

from __future__ import annotations

from collections.abc import Iterator

from communique.actors.scene import Scene
from communique.codebooks.encounters import Trigger, triggers
from communique.extract.encounters.circumstances import encounter
from communique.extract.encounters.meetings import nominal, over_the_phone, verbal
from communique.extract.encounters.merging import merged
from communique.extract.encounters.parties import Mention
from communique.extract.encounters.visits import visit, visiting
from communique.reading.protocol import Predicate
from communique.record import Encounter

__all__ = ["encounters"]


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The encounters of a document, in text order."""
    found = [e for m in (*_mentions(scene), *visiting(scene)) if (e := encounter(scene, m)) is not None]
    return merged(scene, sorted(found, key=lambda e: e.evidence.spans[0]))


def _mentions(scene: Scene) -> Iterator[Mention]:
    table = triggers()
    for p in scene.reading.predicates:
        trigger = table.get((p.lemma, p.form == "noun"))
        if trigger is not None and not (p.negated and p.form != "noun") and (found := _mention(scene, trigger, p)) is not None:
            yield found


def _mention(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    if trigger.kind == "visit":
        return visit(scene, trigger, p)
    if "phone" in trigger.needs and not over_the_phone(scene, p):
        return None
    if "plural" in trigger.needs and not p.span.of(scene.text).lower().endswith("s"):
        return None
    if trigger.noun:
        return nominal(scene, trigger, p)
    return verbal(scene, trigger, p)
