"""Encounters: who met, visited, called or signed with whom; one a real encounter however often the text mentions it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.actors.scene import Scene
from communique.codebooks.encounters import Trigger, triggers
from communique.extract.merging import merged
from communique.reading.protocol import Phrase, Predicate
from communique.record import DateValue, Encounter, Evidence, Span
from communique.record.encounters import EncounterStatus
from communique.record.ids import fact_id
from communique.record.span import hull

_PEOPLE = frozenset({"person"})
_PARTIES = frozenset({"person", "state", "organization", "organ", "group"})
_PHONE = re.compile(r"(?i)\b(?:phone|telephone|by phone|call|video|virtual\w*|online|teleconference)\b")
_PLANNED = re.compile(
    r"(?i)\b(?:will|plans?|planned|planning|scheduled|due|expected|expects|set to|to be held|upcoming|forthcoming|invit\w+|intends?|"
    r"is to|are to|later this|next (?:week|month|year)|would|slated|shall|preparing|prepar\w+ for|agreed to|look\w* forward|propos\w+|ahead of)\b"
)
_CANCELLED = re.compile(r"(?i)\b(?:cancel\w*|call(?:ed|ing)? off|postpon\w+|put off|scrapp?\w+|shelv\w+|delay(?:ed|s)|defer\w+|adjourn\w+|aborted)\b")
_CANCELLERS = frozenset({"drop", "cancel", "postpone", "scrap", "shelve", "delay", "defer", "put off", "call off", "put", "call"})
_LONGEST = 31  # days; what lasts longer dates no meeting
_HOLD = frozenset({"hold", "have", "conduct", "begin", "open", "resume", "conclude", "start", "attend", "chair", "lead", "host", "finish", "continue"})
_PAST_NOUN = re.compile(r"(?i)\b(?:recent|last|previous|earlier|past|first|latest)\b")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text speaks of an encounter; `definite` where it points back to one without naming who met."""

    trigger: Trigger
    predicate: Predicate
    participants: tuple[str, ...]
    host: str | None


def encounters(scene: Scene) -> tuple[Encounter, ...]:
    """The encounters of a document, in text order."""
    found = [e for m in (*_mentions(scene), *_visiting(scene)) if (e := _encounter(scene, m)) is not None]
    return merged(scene, sorted(found, key=lambda e: e.evidence.spans[0]))


def _mentions(scene: Scene) -> Iterator[Mention]:
    table = triggers()
    for p in scene.reading.predicates:
        trigger = table.get((p.lemma, p.form == "noun"))
        if trigger is not None and not (p.negated and p.form != "noun") and (found := _mention(scene, trigger, p)) is not None:
            yield found


def _mention(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    if trigger.kind == "visit":
        return _visit(scene, trigger, p)
    if "phone" in trigger.needs and not _PHONE.search(scene.sentence(p.span).of(scene.text)):
        return None
    if "plural" in trigger.needs and not p.span.of(scene.text).lower().endswith("s"):
        return None
    if trigger.noun:
        return _nominal(scene, trigger, p)
    return _verbal(scene, trigger, p)


# ------------------------------------------------------------------ meetings and calls
def _verbal(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    subjects = _parties(scene, p.subjects)
    others = _parties(scene, (*p.objects, *p.with_("with"))) if not p.passive else _parties(scene, p.with_("by", "with"))
    if trigger.lemma == "call":
        return _call(scene, trigger, p, subjects)
    if trigger.kind == "call" and "object" not in trigger.needs:
        others = _parties(scene, p.with_("with", "to"))
    subjects = subjects or _people_beside(scene, p, before=True)[-1:]
    if not p.objects and not p.passive:
        others = others or tuple(i for i in _people_beside(scene, p, before=False)[:1] if i not in subjects)
    if "host" in trigger.needs and not any(scene.cast.actor(i).kind == "person" for i in others):
        return None
    if trigger.kind == "signing":
        return _signing(scene, trigger, p, subjects)
    everybody = tuple(dict.fromkeys((*subjects, *others)))
    if len(everybody) < 2 or ("person" in trigger.needs and not all(_in_office(scene, i) for i in everybody)):
        return None
    hosts = (others if p.passive else subjects) if "host" in trigger.needs else ()
    return Mention(trigger, p, everybody, next((scene.cast.state_of(i) for i in hosts), None))


def _people_beside(scene: Scene, p: Predicate, before: bool) -> tuple[str, ...]:
    """The people named in a verb's sentence before or after it, in text order: for when the tree gives none."""
    side = Span(p.sentence.start, p.span.start) if before and p.sentence.start < p.span.start else None
    if not before and p.span.end < p.sentence.end:
        side = Span(p.span.end, p.sentence.end)
    return tuple(i for i in scene.cast.named_in(side) if _in_office(scene, i)) if side else ()


def _call(scene: Scene, trigger: Trigger, p: Predicate, subjects: tuple[str, ...]) -> Mention | None:
    """"called his counterpart" is a call; "called on the president" a meeting; "called on Israel to …" neither."""
    asked = any(v.controller == "call" and v.form == "infinitive" and v.sentence == p.sentence for v in scene.reading.predicates)
    if asked:
        return None
    visited = tuple(i for i in _parties(scene, p.with_("on", "upon")) if scene.cast.actor(i).kind == "person")
    if visited and subjects:
        return Mention(triggers()["meet", False], p, tuple(dict.fromkeys((*subjects, *visited))), None)
    called = tuple(i for i in _parties(scene, p.objects) if scene.cast.actor(i).kind == "person")
    named = len(p.objects) == 1 and called and not p.with_("for", "as")
    return Mention(trigger, p, tuple(dict.fromkeys((*subjects, *called))), None) if named and subjects and set(subjects) - set(called) else None


def _in_office(scene: Scene, actor_id: str) -> bool:
    actor = scene.cast.actor(actor_id)
    return actor.kind == "person" and actor.occupancy is not None


_PAPER = re.compile(r"(?i)agreement|accord|memorand|treaty|pact|\bdeal|declaration|protocol|contract|document|plan|statement|charter|convention|\bmou|letter|roadmap")


def _signing(scene: Scene, trigger: Trigger, p: Predicate, subjects: tuple[str, ...]) -> Mention | None:
    things = [x.span.of(scene.text) for x in (*p.objects, *(p.subjects if p.passive else ()))]
    if not any(_PAPER.search(t) for t in things):
        return None
    signers = tuple(dict.fromkeys((*(() if p.passive else subjects), *_parties(scene, (*p.with_("with", "by", "between", "of"), )))))
    if len(signers) < 2 and p.passive:
        signers = tuple(i for i in scene.cast.named_in(p.sentence) if scene.cast.actor(i).kind in ("person", "state", "organ"))
    if len(signers) < 2:
        signers = _with_the_other(scene, p, signers)
    return Mention(trigger, p, signers, None) if len({_home(scene, i) for i in signers}) >= 2 else None


def _nominal(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    if trigger.kind == "signing" and trigger.lemma == "ceremony" and "sign" not in scene.sentence(p.span).of(scene.text).lower():
        return None
    if trigger.lemma == "call" and not _is_call(scene, p):
        return None
    if "held" in trigger.needs and p.controller not in _HOLD:
        return None
    inside = _parties(scene, (*p.with_("with", "between", "among"), *p.subjects))
    if trigger.lemma in ("audience", "reception", "dinner", "lunch", "call"):
        inside = tuple(dict.fromkeys((*inside, *_parties(scene, p.with_("for", "to", "on")))))
    if not inside and trigger.kind != "summit":
        return None
    everybody = inside if _between(p) else tuple(dict.fromkeys((*_governor(scene, p), *inside)))
    if len(everybody) < 2 and inside and trigger.kind in ("meeting", "call") and p.with_("with"):
        everybody = _with_the_other(scene, p, everybody)
    everybody = tuple(i for i in everybody if i in inside or scene.cast.actor(i).kind != "state" or len(inside) < 2)
    if len({_home(scene, i) for i in everybody}) < 2 and len(everybody) < 2:
        return None
    courtesy = trigger.lemma == "call" and bool(re.search(r"(?i)courtesy|paid|pay", scene.text[max(0, p.span.start - 30) : p.span.start]))
    return Mention(triggers()["meeting", True] if courtesy else trigger, p, everybody, None)


def _is_call(scene: Scene, p: Predicate) -> bool:
    """Whether "call" is one by telephone, or a courtesy call, rather than an appeal."""
    before = scene.text[max(0, p.span.start - 40) : p.span.start]
    return bool(p.with_("with", "between")) or bool(re.search(r"(?i)(?:phone|telephone|video|courtesy|conference) $", before))


def _between(p: Predicate) -> bool:
    return bool(p.with_("between", "among"))


def _home(scene: Scene, actor_id: str) -> str:
    return scene.cast.state_of(actor_id) or actor_id


def _with_the_other(scene: Scene, p: Predicate, known: tuple[str, ...]) -> tuple[str, ...]:
    """"The call with Y lasted …": the other one is whom the text last let act, of another side, before these words."""
    if not known:
        return known
    homes = {_home(scene, i) for i in known}
    earlier = [x.span for v in scene.reading.predicates if v.form != "noun" and not v.quoted for x in v.subjects if x.span.end <= p.span.start]
    for span in sorted(earlier, reverse=True):
        for i in scene.cast.who(span):
            actor = scene.cast.actor(i)
            if actor.kind == "person" and actor.occupancy and _home(scene, i) not in homes:
                return (i, *known)
    return known


def _governor(scene: Scene, p: Predicate) -> tuple[str, ...]:
    """The subject of the clause a noun stands in: "X made the remarks in a meeting with Y"."""
    verbs = [v for v in scene.reading.predicates if v.form != "noun" and v.sentence == p.sentence and v.subjects and v.quoted == p.quoted]
    holding = [v for v in verbs if p.span in v.clause]
    best = min(holding, key=lambda v: len(v.clause), default=None)
    found = scene.whom(best) if best and best.lemma not in ("attend", "follow", "precede") else ()
    return tuple(i for i in found if scene.cast.actor(i).kind in _PARTIES)


# ------------------------------------------------------------------ visits
def _visit(scene: Scene, trigger: Trigger, p: Predicate) -> Mention | None:
    visitors = tuple(i for i in _parties(scene, p.subjects) if scene.cast.actor(i).kind in ("person", "organization"))
    ahead = trigger.noun and all(x.pronoun for x in p.subjects) and p.span.start - p.sentence.start < 30
    if trigger.noun and (not visitors or ahead):
        visitors = tuple(i for i in _governor(scene, p) if scene.cast.actor(i).kind == "person")
        if visitors and not ahead and not _travels(scene, p):
            return None
    state = _destination(scene, trigger, p)
    officials = tuple(i for i in visitors if scene.cast.actor(i).occupancy or scene.cast.actor(i).state)
    if state is None or not officials:
        return None
    if all(scene.cast.state_of(i) == state for i in officials):
        return None
    return Mention(trigger, p, officials, state)


def _travels(scene: Scene, p: Predicate) -> bool:
    return p.controller in ("make", "pay", "begin", "start", "conclude", "end", "undertake", "plan", "cancel", "postpone", "complete", "kick", "arrive",
                            "be", "take", "finish", "wrap", "embark", "say", "receive", "accept", "schedule", "travel", "leave", "announce", "set", "pose", "put off", "put", "call off", "call", "drop", "delay", "shelve", "scrap")  # fmt: skip


def _destination(scene: Scene, trigger: Trigger, p: Predicate) -> str | None:
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
        if re.search(r"(?i)\b(?:capital|country|state|kingdom|republic)$", span.of(scene.text)) and (state := scene.register.parse(span.of(scene.text)).state):
            return state
        for i in scene.cast.who(span):
            if scene.cast.actor(i).kind == "state":
                return scene.cast.state_of(i)
    return None


_DIRECTLY = re.compile(r"\s+(?:to|in)\s+(?:the\s+|neighbou?ring\s+)?")


def _visiting(scene: Scene) -> Iterator[Mention]:
    """"the visiting president of Y" who meets somebody: a visit to the other's state."""
    trigger = triggers()["visit", True]
    for p in scene.reading.predicates:
        for phrase in (*p.subjects, *p.objects, *(o.phrase for o in p.obliques)):
            if not re.match(r"(?i)(?:the |its |his |her )?visiting\b", phrase.span.of(scene.text)):
                continue
            visitors = tuple(i for i in scene.cast.who(phrase.span) if scene.cast.actor(i).kind == "person")
            others = [scene.cast.state_of(i) for i in (*scene.whom(p), *scene.cast.named_in(p.sentence)) if i not in visitors and scene.cast.actor(i).kind == "person"]
            homes = {scene.cast.state_of(i) for i in visitors}
            host = next((s for s in others if s and s not in homes), None)
            if visitors and host:
                yield Mention(trigger, replace(p, clause=phrase.span, tense="past", form="noun", controller=None), visitors, host)


# ------------------------------------------------------------------ date, place, status
def _encounter(scene: Scene, m: Mention) -> Encounter | None:
    sentence = scene.sentence(m.predicate.span)
    evidence = _evidence_span(scene, m, sentence)
    status = _status(scene, m, sentence)
    date = _date(scene, m, evidence, status)
    place, host = _where(scene, m, sentence)
    sure = 0.85 if m.trigger.kind in ("meeting", "visit") and date else 0.75
    return Encounter(
        id=fact_id("e", scene.document.id, (evidence,), m.trigger.kind, *m.participants),
        kind=m.trigger.kind,
        participants=m.participants,
        status=status,
        evidence=Evidence(scene.document.id, (evidence,), sentence, sure),
        host=host,
        place=place,
        date=date,
    )


def _evidence_span(scene: Scene, m: Mention, sentence: Span) -> Span:
    spans = [m.predicate.span, *(x.span for x in (*m.predicate.subjects, *m.predicate.objects, *(o.phrase for o in m.predicate.obliques)))]
    near = [s for s in spans if s in sentence]
    if m.predicate.clause in sentence and m.predicate.form == "noun":
        near.append(m.predicate.clause)
    return hull(near or [m.predicate.span])


def _status(scene: Scene, m: Mention, sentence: Span) -> EncounterStatus:
    p, words = m.predicate, sentence.of(scene.text)
    if p.controller in _CANCELLERS or (_CANCELLED.search(words) and (p.form == "noun" or p.tense != "past")):
        return "cancelled"
    if p.form != "noun":
        if p.tense == "past" and not p.modal:
            return "occurred"
        if p.tense == "future" or p.modal or (p.form == "infinitive" and p.controller not in ("remark", "have", "arrive")):
            return "planned"
        return "planned" if p.tense == "present" and _later(scene, m, sentence) else "occurred"
    before = scene.text[max(0, p.span.start - 40) : p.span.start]
    if re.search(r"(?i)\b(?:upcoming|forthcoming|planned|proposed|next|scheduled|future|possible)\b[^.]*$", before) or _later(scene, m, sentence):
        return "planned"
    holding = [v for v in scene.reading.predicates if v.form != "noun" and v.sentence == p.sentence and p.span in v.clause]
    governor = min(holding, key=lambda v: len(v.clause), default=None)
    if governor is not None and (governor.tense == "future" or governor.lemma in ("invite", "plan", "schedule", "expect", "propose")):
        return "planned"
    return "occurred"


def _later(scene: Scene, m: Mention, sentence: Span) -> bool:
    """Whether the text dates it after the day it was published."""
    date, today = scene.when(m.predicate.span), scene.document.published
    return bool(date and date.first and today and today.last and date.first > today.last)


def _date(scene: Scene, m: Mention, evidence: Span, status: EncounterStatus) -> DateValue | None:
    found = scene.when(evidence)
    today = scene.document.published
    if found and found.first and found.last and (found.last - found.first).days > _LONGEST and found.precision == "interval":
        found = None
    if found and found.first and today and today.last and status == "occurred" and found.first > today.last:
        found = None
    return found or _same_day(scene, m, status)


def _same_day(scene: Scene, m: Mention, status: EncounterStatus) -> DateValue | None:
    """A readout that names no day tells of the day it was put out: that day, marked as uncertain (`2023-06-27?`, EDTF).

    Only for what the headline or the first paragraph tells as done.
    """
    today = scene.document.published
    lead = scene.document.blocks_of("title", "paragraph", "list_item")[:2]
    done = status == "occurred" and m.predicate.tense == "past" and m.predicate.form in ("finite", "noun") and not _PAST_NOUN.search(_before(scene, m))
    if not done or not any(m.predicate.span in b.span for b in lead):
        return None
    told = {t.value for t in scene.times if t.value and t.value.day and not t.deadline and any(t.span in b.span for b in lead)}
    if len(told) == 1:
        return told.pop()
    if today is None or today.day is None or told:
        return None
    return DateValue(f"{today.day.isoformat()}?")


def _before(scene: Scene, m: Mention) -> str:
    return scene.text[max(0, m.predicate.span.start - 40) : m.predicate.span.start]


def _where(scene: Scene, m: Mention, sentence: Span) -> tuple[str | None, str | None]:
    """(place, host state): the place named in the sentence nearest to the word for the encounter."""
    near = [x for x in scene.places if x.literal and x.span in sentence]
    if m.trigger.kind == "visit" and m.host:
        near = [x for x in near if x.state == m.host]
    elif m.trigger.kind == "call":
        return None, m.host
    best = min(near, key=lambda x: (x.name == scene.register.state(x.state).name if x.state else True, abs(x.span.start - m.predicate.span.end)), default=None)
    if best is None:
        return None, m.host
    return best.name, m.host or best.state


_IN_PLACE = re.compile(r"\b(?:in|at|to|from|near)\s+(?:the\s+)?$")


def _parties(scene: Scene, phrases: tuple[Phrase, ...]) -> tuple[str, ...]:
    found = (i for p in phrases for i in scene.cast.who(p.span) if scene.cast.actor(i).kind != "state" or not _IN_PLACE.search(scene.text[max(0, p.span.start - 12) : p.span.start]))
    return tuple(dict.fromkeys(i for i in found if scene.cast.actor(i).kind in _PARTIES))
