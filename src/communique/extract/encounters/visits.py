"""Visits: who travelled, and to which state."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from communique.actors.scene import Scene
from communique.codebooks.encounters import Trigger, triggers
from communique.extract.encounters.parties import Mention, governor, parties
from communique.reading.protocol import Predicate

_TRAVELS = frozenset(
    """make pay begin start conclude end undertake plan cancel postpone complete kick arrive be take finish wrap embark say
    receive accept schedule travel leave announce set pose put call drop delay shelve scrap""".split()
) | {"put off", "call off"}
_DIRECTLY = re.compile(r"\s+(?:to|in)\s+(?:the\s+|neighbou?ring\s+)?")


def visit(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    visitors = tuple(i for i in parties(scene, p.subjects) if scene.cast.actor(i).kind in ("person", "organization"))
    ahead = trigger.noun and all(x.pronoun for x in p.subjects) and p.span.start - p.sentence.start < 30
    if trigger.noun and (not visitors or ahead):
        visitors = tuple(i for i in governor(scene, p) if scene.cast.actor(i).kind == "person")
        if visitors and not ahead and not _travels(p):
            return None
    state = destination(scene, trigger, p)
    officials = tuple(i for i in visitors if scene.cast.actor(i).occupancy or scene.cast.actor(i).state)
    if state is None or not officials:
        return None
    if all(scene.cast.state_of(i) == state for i in officials):
        return None
    return Mention(trigger, p, officials, state)


def _travels(p: Predicate) -> bool:
    """Whether the verb above the word is one of making, paying, cancelling … a visit."""
    return p.controller in _TRAVELS


def destination(scene: Scene, trigger: Trigger, p: Predicate) -> str | None:
    """The state a visit goes to."""
    links = {"to", "in"} if trigger.noun or "place" in trigger.needs else set(trigger.needs) & {"to", "in", "at", "for"}
    phrases = [o.phrase.span for o in p.obliques if o.preposition in links]
    if "place" in trigger.needs:
        phrases = [x.span for x in p.objects] + phrases
    for place in scene.places:  # "a state visit to Türkiye that was to begin …", wherever the tree hung it
        if place.state and _DIRECTLY.fullmatch(scene.text[p.span.end : place.span.start]):
            return place.state
    for span in phrases:
        for place in scene.places:
            if place.span in span and place.state:
                return place.state
        if re.search(r"(?i)\b(?:capital|country|state|kingdom|republic)$", span.of(scene.text)) and (
            state := scene.register.parse(span.of(scene.text)).state
        ):
            return state
        for i in scene.cast.who(span):
            if scene.cast.actor(i).kind == "state":
                return scene.cast.state_of(i)
    return None


def visiting(scene: Scene) -> Iterator[Mention]:
    """ "the visiting president of Y" who meets somebody: a visit to the other's state."""
    trigger = triggers()["visit", True]
    for p in scene.reading.predicates:
        for phrase in (*p.subjects, *p.objects, *(o.phrase for o in p.obliques)):
            if not re.match(r"(?i)(?:the |its |his |her )?visiting\b", phrase.span.of(scene.text)):
                continue
            visitors = tuple(i for i in scene.cast.who(phrase.span) if scene.cast.actor(i).kind == "person")
            others = [
                scene.cast.state_of(i)
                for i in (*scene.whom(p), *scene.cast.named_in(p.sentence))
                if i not in visitors and scene.cast.actor(i).kind == "person"
            ]
            homes = {scene.cast.state_of(i) for i in visitors}
            host = next((s for s in others if s and s not in homes), None)
            if visitors and host:
                yield Mention(
                    trigger, replace(p, clause=phrase.span, tense="past", form="noun", controller=None), visitors, host
                )
