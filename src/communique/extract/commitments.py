"""Commitments: who undertook what, to whom, by when; read from promises and words of undertaking."""

from __future__ import annotations

import re

from communique.actors.scene import Scene
from communique.actors.when import deadline_of
from communique.codebooks.cues import cues, deeds
from communique.extract.acts import act_of
from communique.reading.protocol import Attribution, Predicate
from communique.record import Commitment, DateValue, Evidence, Span
from communique.record.ids import fact_id
from communique.record.span import hull, trimmed

_UNDERTAKES = frozenset({"vow", "pledge", "promise", "undertake", "commit", "swear", "guarantee", "agree", "resolve", "offer"})
_VOICES = frozenset({"express", "voice", "convey", "reaffirm", "reiterate", "renew", "affirm", "confirm"})
_ONLY_WISHED = frozenset(
    {
        "hope",
        "ask",
        "wonder",
        "question",
        "expect",
        "urge",
        "call",
        "demand",
        "doubt",
        "want",
        "believe",
        "express",
        "voice",
        "suggest",
    }
)
_BINDING = re.compile(
    r"(?i)\b(?:we|i|he|she|they|it|the (?:two )?(?:sides|countries|parties|leaders|ministers|government)|"
    r"both (?:sides|countries)|[A-Z]\w+)\W+"
    r"(?:(?:am|are|is|were|was|remain|remains) (?:also |fully |firmly )?(?:determined|committed|resolved) to|"
    r"pledged? to|agreed to|undertook to|"
    r"(?:will|shall|would) (?!not\b|be able)(?:\w+ )?[a-z]+)"
)
_NOT_BINDING = re.compile(
    r"(?i)\b(?:hope|may|might|could|ready to|if)\b|will (?:have|be (?:to|a|an|the|of|in))\b|will benefit|would (?:be|have)\b"
)


def commitments(scene: Scene) -> tuple[Commitment, ...]:
    """The commitments of a document, in text order: those somebody voices, and those the text itself reports as settled."""
    out: dict[Span, Commitment] = {}
    for found in (
        *(_voiced(scene, a) for a in scene.reading.attributions),
        *(_reported(scene, p) for p in scene.reading.predicates),
    ):
        if found is not None and not any(found.evidence.hull.overlaps(s) for s in out):
            out[found.evidence.hull] = found
    return tuple(sorted(out.values(), key=lambda c: c.evidence.hull))


def _voiced(scene: Scene, a: Attribution) -> Commitment | None:
    promisors = tuple(dict.fromkeys(i for s in a.source for i in scene.cast.who(s)))
    span = _undertaking(scene, a, promisors) if any(_can_bind(scene, i) for i in promisors) else None
    if span is None:
        return None
    evidence = hull([*a.cue, span]) if a.lemma in _UNDERTAKES and a.cue else span
    addressed = tuple(dict.fromkeys(i for s in a.addressee for i in scene.cast.who(s)))
    return _commitment(scene, promisors, addressed, span, evidence, a.sentence, 0.7 if a.lemma in _UNDERTAKES else 0.5)


def _can_bind(scene: Scene, actor_id: str) -> bool:
    """Whether an actor can undertake something in public: a state, a body, or somebody who holds an office."""
    actor = scene.cast.actor(actor_id)
    return actor.kind in ("state", "organ", "organization", "group") or (actor.kind == "person" and actor.occupancy is not None)


def _reported(scene: Scene, p: Predicate) -> Commitment | None:
    """ "Norway will provide NOK 300 million this year", "South Africa undertakes to …", in the text's own voice."""
    if p.quoted or p.negated or (p.lemma.split()[0] not in deeds() and p.lemma not in _UNDERTAKES):
        return None
    around = [a for a in scene.reading.attributions if any(p.span in c for c in a.content)]
    said = bool(around)
    if any(a.lemma in _ONLY_WISHED or _kind(a.lemma) != "speech" for a in around):
        return None
    given = p.lemma.split()[0] in deeds() and (p.tense == "future" or (said and p.modal == "would")) and not p.passive
    undertaken = p.lemma in _UNDERTAKES and p.form == "finite" and p.tense in ("present", "past") and not said
    if not (given or undertaken) or _in_headline(scene, p.span):
        return None
    promisors = tuple(i for i in scene.whom(p) if scene.cast.actor(i).kind in ("state", "organ", "organization", "person"))
    sides = len(promisors) > 1 and all(_can_bind(scene, i) for i in promisors)  # "the two sides will set up …"
    if not promisors or (
        given and not sides and not any(scene.cast.actor(i).kind in ("state", "organ", "organization") for i in promisors)
    ):
        return None
    last = max([p.clause.end, *(s.end for s in (p.span,))])
    action = Span(p.span.start, last) if given else Span(p.span.end + 1, last) if last > p.span.end + 1 else None
    words = action.of(scene.text) if action else ""
    if action is None or len(action) < 8 or (p.lemma == "agree" and not re.search(r"\b(?:to|will|would|shall)\b", words)):
        return None
    return _commitment(scene, promisors, (), action, hull([p.clause, action]), p.sentence, 0.5)


def _kind(lemma: str) -> str:
    row = cues().get(lemma)
    return row.kind if row else "speech"


def _in_headline(scene: Scene, span: Span) -> bool:
    return any(span in b.span for b in scene.document.blocks_of("title", "heading", "caption"))


def _commitment(
    scene: Scene,
    promisors: tuple[str, ...],
    addressed: tuple[str, ...],
    span: Span,
    evidence: Span,
    sentence: Span,
    sure: float,
) -> Commitment:
    words = span.of(scene.text).strip(' ,.“”"«»')
    return Commitment(
        id=fact_id("c", scene.document.id, (span,), *promisors),
        promisors=promisors,
        promisees=addressed or _promised_to(scene, span, promisors) or _promisees(scene, promisors),
        action=words.removeprefix("to "),
        status="announced",
        evidence=Evidence(scene.document.id, (evidence,), sentence, sure),
        deadline=_deadline(scene, span),
    )


def _undertaking(scene: Scene, a: Attribution, promisors: tuple[str, ...]) -> Span | None:
    """The words of the promise: the whole content of a verb of promising, else the clause that binds."""
    if _in_headline(scene, a.content[0]):
        return None
    if a.lemma in _UNDERTAKES:
        words = hull(a.content).of(scene.text)
        if a.lemma == "offer" and not re.match(r"to\b", words):  # "offered condolences"
            return None
        return hull(a.content) if a.lemma != "agree" or re.search(r"\b(?:to|will|would|shall)\b", words) else None
    row = cues().get(a.lemma)
    if row is not None and row.kind != "speech":
        return None
    names = _own_names(scene, promisors)
    cue = " ".join(c.of(scene.text) for c in a.cue)
    if a.lemma in _VOICES and act_of(a.lemma, cue, hull(a.content).of(scene.text)) == "promise":
        return hull(a.content)
    for piece in a.content:
        words = piece.of(scene.text)
        own = frozenset(n.lower() for n in names)
        if act_of(a.lemma, "", words, own, direct=a.quote_type == "direct") != "promise":
            continue
        for match in _BINDING.finditer(words):
            if (
                not _own(match[0], names)
                or (a.quote_type == "direct" and " would " in match[0])
                or _NOT_BINDING.search(words[match.start() : match.end() + 25])
            ):
                continue
            end = re.search(r"[.;!?]|,? (?:but|while|because|as|so) ", words[match.end() :])
            stop = match.end() + end.start() if end else len(words)
            return trimmed(scene.text, piece.start + match.start(), piece.start + stop)
    return None


def _own_names(scene: Scene, promisors: tuple[str, ...]) -> list[str]:
    """What the promisors' states are called: by name and by capital."""
    states = [scene.register.state(s) for s in {scene.cast.state_of(i) for i in promisors} if s]
    return [n for s in states for n in (s.name, s.capital, s.within.removeprefix("the ")) if n]


def _own(words: str, names: list[str]) -> bool:
    """Whether the subject of a binding clause is the speaker's own side."""
    first = words.split()[0].lower()
    return first in ("we", "i", "he", "she", "the", "both", "they") or any(words.startswith(n) for n in names)


def _promised_to(scene: Scene, span: Span, promisors: tuple[str, ...]) -> tuple[str, ...]:
    """The states and bodies that the words of the promise set after "to", "for" or "with"."""
    own = {scene.cast.state_of(i) for i in promisors}
    found = (
        i
        for s, ids in sorted(scene.cast.links.items())
        if s in span and re.search(r"\b(?:to|for|with)\s+(?:the\s+)?$", scene.text[max(0, s.start - 12) : s.start])
        for i in ids
    )
    kinds = ("state", "organization", "organ", "group", "person")
    return tuple(dict.fromkeys(i for i in found if scene.cast.actor(i).kind in kinds and scene.cast.state_of(i) not in own))[:1]


def _promisees(scene: Scene, promisors: tuple[str, ...]) -> tuple[str, ...]:
    """Where nobody is addressed, the one other side whose officials the text names; those who promise together, none."""
    own = {scene.cast.state_of(i) for i in promisors}
    counts: dict[str, int] = {}
    for actor in scene.cast.actors.values():
        if actor.state and actor.state not in own and actor.kind == "person" and actor.occupancy:
            counts[actor.state] = counts.get(actor.state, 0) + len(actor.mentions)
    if not counts or len(own) > 1:
        return ()
    best = max(counts, key=lambda s: (counts[s], s))
    return (f"state:{best}",) if f"state:{best}" in scene.cast.actors else ()


def _deadline(scene: Scene, span: Span) -> DateValue | None:
    inside = deadline_of(scene.times, span)
    return inside or deadline_of(scene.times, hull([span, scene.sentence(span)]))
