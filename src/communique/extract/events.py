"""Events in PLOVER v2: from encounters, from what statements do to others, from commitments and from words for deeds.

Plain talk is no event (DESIGN §6): a statement becomes one only where it praises, accuses, rejects, threatens or asks another
state or body. People stand for their state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from communique.actors.scene import Scene
from communique.codebooks.events import EventWord, event_words
from communique.reading.protocol import Predicate
from communique.record import Commitment, DateValue, Encounter, Event, Evidence, Span, Statement
from communique.record.events import EventType, Modality
from communique.record.ids import fact_id

_BY_ACT: dict[str, EventType] = {
    "praise": "SUPPORT",
    "thank": "SUPPORT",
    "congratulate": "SUPPORT",
    "criticize": "ACCUSE",
    "accuse": "ACCUSE",
    "reject": "REJECT",
    "threaten": "THREATEN",
    "call": "REQUEST",
}
_DIRECTED = frozenset(
    """congratulate exhort implore request instruct praise laud hail commend applaud welcome thank condemn criticize criticise
    denounce accuse blame slam deplore reject urge call warn threaten demand ask""".split()
)
_MODES = {"ACCUSE": "disapprove"}
_SANCTIONS = re.compile(r"(?i)\b(?:sanction|tariff|embargo|ban|restriction|asset|penalt|visa|duties)")
_TIES = re.compile(r"(?i)\b(?:tie|relation|aid|cooperation|talk|trade|export|import|contact|assistance|deal|agreement)")
_ENVOY = re.compile(r"(?i)\b(?:ambassador|envoy|diplomat|charg|attach)")
_ACCORD = re.compile(r"(?i)\b(?:agreement|accord|memorand|treaty|pact|deal|declaration|protocol|mou)")
_AID = re.compile(
    r"(?i)\b(?:aid|relief|ton|medicine|equipment|food|tent|supplies|blanket|vaccine|million|rescue|team|"
    r"helicopter|grain|assistance)"
)
_NEEDS = {
    "impose": _SANCTIONS,
    "halt": _TIES,
    "send": _AID,
    "supply": _AID,
    "donate": _AID,
    "freeze": _TIES,
    "sever": _TIES,
    "cut": _TIES,
    "suspend": _TIES,
    "recall": _ENVOY,
    "summon": _ENVOY,
    "sign": _ACCORD,
    "ink": _ACCORD,
    "strike": re.compile(r"(?i)\b(?:target|base|position|site|city|depot|camp|building|convoy)"),
}
_MATERIAL = frozenset({"SANCTION", "AID", "MOBILIZE", "COERCE"})
_SEEN_AS_SPEECH = frozenset({"ACCUSE", "SUPPORT", "REQUEST", "REJECT", "THREATEN"})


def events(
    scene: Scene, statements: Sequence[Statement], encounters: Sequence[Encounter], commitments: Sequence[Commitment]
) -> tuple[Event, ...]:
    """The events of a document, in text order, each (type, sides) once."""
    out: dict[tuple[object, ...], Event] = {}
    found = [
        *_consults(scene, encounters),
        *_deeds(scene),
        *_from_statements(scene, statements, encounters),
        *_agreements(scene, commitments, encounters),
    ]
    for e in sorted(found, key=lambda e: -e.evidence.confidence):
        out.setdefault((e.event_type, _sides(scene, e.actors), _sides(scene, e.recipients)), e)
    return tuple(sorted(out.values(), key=lambda e: e.evidence.spans[0]))


def _sides(scene: Scene, ids: tuple[str, ...]) -> frozenset[str]:
    return frozenset(scene.cast.state_of(i) or i for i in ids)


def _event(
    scene: Scene,
    kind: EventType,
    actors: Sequence[str],
    recipients: Sequence[str],
    evidence: Evidence,
    modality: Modality,
    mode: str | None = None,
    date: DateValue | None = None,
) -> Event | None:
    """An event between different sides; None where there is no other side."""
    a, b = _sides(scene, tuple(actors)), _sides(scene, tuple(recipients))
    if not a or not b or a & b:
        return None
    number = fact_id("v", scene.document.id, evidence.spans, kind, *sorted(a), *sorted(b))
    return Event(number, kind, tuple(actors), tuple(recipients), modality, evidence, mode, (), date)


# ------------------------------------------------------------------ from encounters
def _consults(scene: Scene, encounters: Sequence[Encounter]) -> Iterator[Event]:
    visits = [e for e in encounters if e.kind == "visit"]
    for e in encounters:
        if e.status == "cancelled":
            continue
        if e.kind == "visit":
            hosts = _hosts(scene, e)
            if e.host and hosts:
                yield from _consult(scene, e, e.participants[:1], hosts, "visit")
        elif e.kind in ("meeting", "call", "signing", "summit"):
            first, second = _pair(scene, e)
            if first and second and not _is_visit(scene, e, visits):
                if e.host and scene.cast.state_of(first) == e.host:
                    first, second = second, first
                yield from _consult(scene, e, (first,), (second,), {"call": "phone", "summit": "multilateral"}.get(e.kind))


def _consult(scene: Scene, e: Encounter, actors: Sequence[str], recipients: Sequence[str], mode: str | None) -> Iterator[Event]:
    if e.kind == "signing":
        found = _event(
            scene,
            "SUPPORT" if e.status == "occurred" else "AGREE",
            actors,
            recipients,
            e.evidence,
            "happened" if e.status == "occurred" else "planned",
            None,
            e.date,
        )
    elif e.status == "planned":
        found = _event(scene, "AGREE", actors, recipients, e.evidence, "planned", None, scene.document.published)
    else:
        found = _event(scene, "CONSULT", actors, recipients, e.evidence, "happened", mode, e.date)
    if found is not None:
        yield found


def _hosts(scene: Scene, e: Encounter) -> tuple[str, ...]:
    """Somebody of the state that is visited: the state itself where the text names it, else one of its people."""
    ids = [i for i, a in scene.cast.actors.items() if a.state == e.host]
    return tuple(sorted(ids, key=lambda i: scene.cast.actor(i).kind != "state")[:1])


def _pair(scene: Scene, e: Encounter) -> tuple[str | None, str | None]:
    first = e.participants[0] if e.participants else None
    side = scene.cast.state_of(first) or first if first else None
    second = next((i for i in e.participants[1:] if (scene.cast.state_of(i) or i) != side), None)
    return first, second


def _is_visit(scene: Scene, e: Encounter, visits: list[Encounter]) -> bool:
    """Whether a visit already tells of this meeting: the same visitor, in the state that hosts."""
    sides = {scene.cast.state_of(i) for i in e.participants}
    return e.kind == "meeting" and any(
        v.host in sides and sides & {scene.cast.state_of(i) for i in v.participants} and v.status == e.status for v in visits
    )


# ------------------------------------------------------------------ from statements and commitments
def _from_statements(scene: Scene, statements: Sequence[Statement], encounters: Sequence[Encounter]) -> Iterator[Event]:
    for s in statements:
        kind = _BY_ACT.get(s.act)
        if kind is None or not s.speakers:
            continue
        target = _target(scene, s)
        if target is None:
            continue
        strong = bool(s.cue_spans) and _lemma(scene, s.cue_spans[0]) in _DIRECTED
        if not strong and (kind in ("REQUEST", "SUPPORT", "REJECT", "THREATEN") or s.act == "criticize"):
            continue
        found = _event(
            scene,
            kind,
            s.speakers[:1],
            (target,),
            Evidence(
                s.evidence.document_id,
                s.evidence.spans,
                s.evidence.sentence,
                round(s.evidence.confidence * (0.8 if strong else 0.6), 3),
            ),
            "happened",
            _MODES.get(kind),
            _said_on(scene, s, encounters),
        )
        if found is not None:
            yield found


def _lemma(scene: Scene, cue: Span) -> str:
    return next((m for t, m in zip(scene.reading.tokens, scene.reading.lemmas, strict=True) if t.start == cue.start), "")


def _target(scene: Scene, s: Statement) -> str | None:
    """The other side it is directed at: the one addressed, else the first that the content names, or its verb's object."""
    own = _sides(scene, s.speakers)
    for i in s.addressees if s.act in ("call", "thank", "congratulate", "threaten") else ():
        if (scene.cast.state_of(i) or i) not in own and scene.cast.actor(i).kind != "unknown":
            return i
    objects = (phrase.span for p in scene.reading.predicates if p.span in s.cue_spans for phrase in p.objects)
    for piece in (*s.content, *objects):
        for i in scene.cast.named_in(piece):
            actor = scene.cast.actor(i)
            if actor.kind in ("state", "organization", "group", "organ", "person") and (actor.state or i) not in own:
                return i
    return None


def _said_on(scene: Scene, s: Statement, encounters: Sequence[Encounter]) -> DateValue | None:
    """The day of a statement: what its sentence says, else the day of the meeting at which its speaker took part."""
    found = scene.when(s.cue_spans[0]) if s.cue_spans else None
    return found or next(
        (e.date for e in encounters if e.kind in ("meeting", "call") and e.date and set(s.speakers) & set(e.participants)), None
    )


def _agreements(scene: Scene, commitments: Sequence[Commitment], encounters: Sequence[Encounter]) -> Iterator[Event]:
    for c in commitments:
        own = _sides(scene, c.promisors)
        to = c.promisees or tuple(
            i
            for e in encounters
            if set(e.participants) & set(c.promisors)
            for i in e.participants
            if (scene.cast.state_of(i) or i) not in own
        )
        found = _event(
            scene,
            "AGREE",
            c.promisors[:1],
            to[:1],
            c.evidence,
            "promised",
            None,
            next((e.date for e in encounters if e.date and set(e.participants) & set(c.promisors)), None),
        )
        if found is not None:
            yield found


# ------------------------------------------------------------------ from words for deeds
def _deeds(scene: Scene) -> Iterator[Event]:
    for p in scene.reading.predicates:
        word = event_words().get(p.lemma)
        if word is None or p.form == "noun" or p.quoted or word.event_type in _SEEN_AS_SPEECH:
            continue
        found = _deed(scene, p, word)
        if found is not None:
            yield found


def _deed(scene: Scene, p: Predicate, word: EventWord) -> Event | None:
    phrases = [x.span for x in p.objects] if not p.passive else [x.span for x in p.subjects]
    if word.lemma in _NEEDS and not any(_NEEDS[word.lemma].search(s.of(scene.text)) for s in phrases):
        return None
    actors = [i for x in (p.subjects if not p.passive else p.with_("by")) for i in scene.cast.who(x.span)]
    targets = phrases if "object" in word.recipient else []
    targets = targets + [x.span for x in p.with_(*word.recipient)]
    recipients = [i for s in targets for i in (*scene.cast.who(s), *scene.cast.named_in(s))]
    sides = _sides(scene, tuple(actors[:1]))
    recipients = [i for i in recipients if (scene.cast.state_of(i) or i) not in sides]
    if not recipients and word.event_type in _MATERIAL:  # "imposed sanctions on companies that supply the army of X"
        recipients = [
            i for i in scene.cast.named_in(p.clause) if scene.cast.state_of(i) and scene.cast.state_of(i) not in sides
        ]
    evidence = Evidence(scene.document.id, (p.clause,), p.sentence, 0.55)
    return _event(scene, word.event_type, actors[:1], recipients[:1], evidence, _modality(p), word.mode, scene.when(p.span))


def _modality(p: Predicate) -> Modality:
    if p.negated:
        return "denied"
    if p.tense == "future" or p.controller in ("plan", "intend", "prepare", "agree"):
        return "planned"
    if p.controller in ("urge", "demand", "call", "ask", "request"):
        return "demanded"
    if p.modal or p.controller in ("threaten", "consider"):
        return "hypothetical"
    return "happened"
