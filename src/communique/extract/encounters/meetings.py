"""Meetings, calls and signings: verbs ("received") and nouns ("a meeting with")."""

from __future__ import annotations

import re

from communique.actors.scene import Scene
from communique.codebooks.encounters import Trigger, triggers
from communique.extract.encounters.parties import Mention, governor, home, in_office, parties, people_beside, with_the_other
from communique.reading.protocol import Predicate

_HOLD = frozenset(
    {
        "hold",
        "have",
        "conduct",
        "begin",
        "open",
        "resume",
        "conclude",
        "start",
        "attend",
        "chair",
        "lead",
        "host",
        "finish",
        "continue",
    }
)
_PHONE = re.compile(r"(?i)\b(?:phone|telephone|by phone|call|video|virtual\w*|online|teleconference)\b")
_AT_A_DISTANCE = re.compile(r"(?i)\b(?:phone|telephone|telephonic|video|virtual|online)\s+$")
_PAPER = re.compile(
    r"(?i)agreement|accord|memorand|treaty|pact|\bdeal|declaration|protocol|contract|document|plan|statement|"
    r"charter|convention|\bmou|letter|roadmap"
)


def verbal(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    subjects = parties(scene, p.subjects)
    others = parties(scene, (*p.objects, *p.with_("with"))) if not p.passive else parties(scene, p.with_("by", "with"))
    if trigger.lemma == "call":
        return _call(scene, trigger, p, subjects)
    if trigger.kind == "call" and "object" not in trigger.needs:
        others = parties(scene, p.with_("with", "to"))
    subjects = subjects or people_beside(scene, p, before=True)[-1:]
    if not p.objects and not p.passive:
        others = others or tuple(i for i in people_beside(scene, p, before=False)[:1] if i not in subjects)
    if "host" in trigger.needs and not any(scene.cast.actor(i).kind == "person" for i in others):
        return None
    if trigger.kind == "signing":
        return _signing(scene, trigger, p, subjects)
    everybody = tuple(dict.fromkeys((*subjects, *others)))
    if len(everybody) < 2 or ("person" in trigger.needs and not all(in_office(scene, i) for i in everybody)):
        return None
    hosts = (others if p.passive else subjects) if "host" in trigger.needs else ()
    return Mention(trigger, p, everybody, next((scene.cast.state_of(i) for i in hosts), None))


def _call(scene: Scene, trigger: Trigger, p: Predicate, subjects: tuple[str, ...]) -> Mention | None:
    """ "called his counterpart" is a call; "called on the president" a meeting; "called on Israel to …" neither."""
    asked = any(
        v.controller == "call" and v.form == "infinitive" and v.sentence == p.sentence for v in scene.reading.predicates
    )
    if asked:
        return None
    visited = tuple(i for i in parties(scene, p.with_("on", "upon")) if scene.cast.actor(i).kind == "person")
    if visited and subjects:
        return Mention(triggers()["meet", False], p, tuple(dict.fromkeys((*subjects, *visited))), None)
    called = tuple(i for i in parties(scene, p.objects) if scene.cast.actor(i).kind == "person")
    named = len(p.objects) == 1 and called and not p.with_("for", "as")
    return (
        Mention(trigger, p, tuple(dict.fromkeys((*subjects, *called))), None)
        if named and subjects and set(subjects) - set(called)
        else None
    )


def _signing(scene: Scene, trigger: Trigger, p: Predicate, subjects: tuple[str, ...]) -> Mention | None:
    things = [x.span.of(scene.text) for x in (*p.objects, *(p.subjects if p.passive else ()))]
    if not any(_PAPER.search(t) for t in things):
        return None
    signers = tuple(
        dict.fromkeys((*(() if p.passive else subjects), *parties(scene, (*p.with_("with", "by", "between", "of"),))))
    )
    if len(signers) < 2 and p.passive:
        signers = tuple(i for i in scene.cast.named_in(p.sentence) if scene.cast.actor(i).kind in ("person", "state", "organ"))
    if len(signers) < 2:
        signers = with_the_other(scene, p, signers)
    return Mention(trigger, p, signers, None) if len({home(scene, i) for i in signers}) >= 2 else None


def nominal(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    if (
        trigger.kind == "signing"
        and trigger.lemma == "ceremony"
        and "sign" not in scene.sentence(p.span).of(scene.text).lower()
    ):
        return None
    if trigger.lemma == "call" and not _is_call(scene, p):
        return None
    if "held" in trigger.needs and p.controller not in _HOLD:
        return None
    inside = parties(scene, (*p.with_("with", "between", "among"), *p.subjects))
    if trigger.lemma in ("audience", "reception", "dinner", "lunch", "call"):
        inside = tuple(dict.fromkeys((*inside, *parties(scene, p.with_("for", "to", "on", "from")))))
    if not inside and trigger.kind != "summit" and not (p.controller in _HOLD and len(governor(scene, p)) > 1):
        return None
    everybody = inside if _between(p) else tuple(dict.fromkeys((*governor(scene, p), *inside)))
    if len(everybody) < 2 and inside and trigger.kind in ("meeting", "call") and p.with_("with"):
        everybody = with_the_other(scene, p, everybody)
    everybody = tuple(i for i in everybody if i in inside or scene.cast.actor(i).kind != "state" or len(inside) < 2)
    if len({home(scene, i) for i in everybody}) < 2 and len(everybody) < 2:
        return None
    courtesy = trigger.lemma == "call" and bool(
        re.search(r"(?i)courtesy|paid|pay", scene.text[max(0, p.span.start - 30) : p.span.start])
    )
    if courtesy:
        trigger = triggers()["meeting", True]
    elif trigger.kind == "meeting" and _AT_A_DISTANCE.search(scene.text[max(0, p.span.start - 20) : p.span.start]):
        trigger = triggers()["call", True]
    return Mention(trigger, p, everybody, None)


def _is_call(scene: Scene, p: Predicate) -> bool:
    """Whether "call" is one by telephone, or a courtesy call, rather than an appeal."""
    before = scene.text[max(0, p.span.start - 40) : p.span.start]
    return bool(p.with_("with", "between")) or bool(re.search(r"(?i)(?:phone|telephone|video|courtesy|conference) $", before))


def _between(p: Predicate) -> bool:
    return bool(p.with_("between", "among"))


def over_the_phone(scene: Scene, p: Predicate) -> bool:
    """Whether the sentence says that they spoke at a distance."""
    return bool(_PHONE.search(scene.sentence(p.span).of(scene.text)))
