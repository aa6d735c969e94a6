"""When and where an encounter is, and whether it took place."""

from __future__ import annotations

import re

from communique.actors.scene import Scene
from communique.extract.encounters.parties import Mention
from communique.record import DateValue, Encounter, Evidence, Span
from communique.record.encounters import EncounterStatus
from communique.record.ids import fact_id
from communique.record.span import hull

_CANCELLED = re.compile(
    r"(?i)\b(?:cancel\w*|call(?:ed|ing)? off|postpon\w+|put off|scrapp?\w+|shelv\w+|delay(?:ed|s)|defer\w+|"
    r"adjourn\w+|aborted)\b"
)
_CANCELLERS = frozenset(
    {"drop", "cancel", "postpone", "scrap", "shelve", "delay", "defer", "put off", "call off", "put", "call"}
)
_CAPITAL = re.compile(r"\bthe ((?:[A-Z]\w+ )?[A-Z]\w+) capital\b")
_LONGEST = 31  # days; what lasts longer dates no meeting
_PAST_NOUN = re.compile(r"(?i)\b(?:recent|last|previous|earlier|past|first|latest)\b")


def encounter(scene: Scene, m: Mention) -> Encounter | None:
    sentence = scene.sentence(m.predicate.span)
    evidence = _evidence_span(m, sentence)
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


def _evidence_span(m: Mention, sentence: Span) -> Span:
    spans = [
        m.predicate.span,
        *(x.span for x in (*m.predicate.subjects, *m.predicate.objects, *(o.phrase for o in m.predicate.obliques))),
    ]
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
        return "planned" if p.tense == "present" and _later(scene, m) else "occurred"
    before = scene.text[max(0, p.span.start - 40) : p.span.start]
    if re.search(r"(?i)\b(?:upcoming|forthcoming|planned|proposed|next|scheduled|future|possible)\b[^.]*$", before) or _later(
        scene, m
    ):
        return "planned"
    holding = [v for v in scene.reading.predicates if v.form != "noun" and v.sentence == p.sentence and p.span in v.clause]
    governor = min(holding, key=lambda v: len(v.clause), default=None)
    if governor is not None and (
        governor.tense == "future" or governor.lemma in ("invite", "plan", "schedule", "expect", "propose")
    ):
        return "planned"
    return "occurred"


def _later(scene: Scene, m: Mention) -> bool:
    """Whether the text dates it after the day it was published."""
    date, today = scene.when(m.predicate.span), scene.document.published
    return bool(date and date.first and today and today.last and date.first > today.last)


def _date(scene: Scene, m: Mention, evidence: Span, status: EncounterStatus) -> DateValue | None:
    found = scene.when(evidence, m.predicate)
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
    done = (
        status == "occurred"
        and m.predicate.tense == "past"
        and m.predicate.form in ("finite", "noun")
        and not _PAST_NOUN.search(_before(scene, m))
    )
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
    met = [scene.cast.actor(i) for i in m.participants]
    people = [s for a in met if a.kind == "person" for s in a.mentions if s in sentence]
    near = [x for x in scene.places if x.literal and x.span in sentence and not any(x.span in s for s in people)]
    if m.trigger.kind == "visit" and m.host:
        near = [x for x in near if x.state == m.host]
    elif m.trigger.kind == "call":
        return None, m.host
    best = min(
        near,
        key=lambda x: (
            x.name == scene.register.state(x.state).name if x.state else True,
            abs(x.span.start - m.predicate.span.end),
        ),
        default=None,
    )
    if best is None and (capital := _capital(scene, sentence)) is not None:
        return capital
    if best is None:
        return None, m.host
    return best.name, m.host or best.state


def _capital(scene: Scene, sentence: Span) -> tuple[str, str] | None:
    """(city, state) of "the Iranian capital"."""
    match = _CAPITAL.search(sentence.of(scene.text))
    state = scene.register.parse(match[1]).state if match else None
    city = scene.register.state(state).capital if state else None
    return (city, state) if city and state else None
