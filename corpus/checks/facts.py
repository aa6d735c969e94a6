"""What each kind of fact must have: known codes, known actors, dates and statuses that can be true together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.codebooks.events import modes
from corpus.annotation.model import (
    ACTS,
    COMMITMENT_STATUSES,
    ENCOUNTER_KINDS,
    ENCOUNTER_STATUSES,
    EVENT_TYPES,
    MODALITIES,
    NATURES,
    Attribution,
    Commitment,
    Document,
    Encounter,
    Event,
)
from corpus.checks.dating import first_day, is_value
from corpus.tables import regions

_NEED_RECIPIENT = ("COOPERATE", "AID", "SANCTION")


def is_state(code: str) -> bool:
    """Whether an ISO 3166-1 alpha-3 code (EU, UN and KOS beside them) is known."""
    return code in regions()


def attribution_faults(made: Attribution, document: Document) -> Iterator[str]:
    if not made.content:
        yield "no content"
    if made.nature not in NATURES:
        yield f"{made.nature!r} is none of {', '.join(NATURES)}"
    yield from _unknown("act", made.acts, ACTS)
    yield from _strangers((*made.speakers, *made.addressees, *made.relays), document, codes=False)
    if made.nature == "statement" and not made.acts:
        yield "a statement without an act"
    if not made.speakers and not made.optional:
        yield "nobody is named as its speaker: declare the actor, if need be of kind 'unnamed'"
    if made.nature != "statement" and not made.cue:
        yield f"a {made.nature} without a cue"


def encounter_faults(met: Encounter, document: Document) -> Iterator[str]:
    yield from _unknown("kind", [met.kind], ENCOUNTER_KINDS)
    yield from _unknown("status", [met.status], ENCOUNTER_STATUSES)
    yield from _strangers(met.participants, document)
    if met.host and not is_state(met.host):
        yield f"host {met.host!r} is no ISO 3166-1 alpha-3 code"
    if len(met.participants) < (1 if met.kind in ("visit", "summit", "other") else 2):
        yield f"a {met.kind} needs more participants"
    if not met.date:
        return
    if not is_value(met.date):
        yield f"date {met.date!r} is no ISO date"
    elif met.status == "occurred" and _later(met.date, document.published):
        yield f"it occurred on {met.date}, after the text was published"
    elif met.status == "planned" and met.date[:10] < document.published[: len(met.date[:10])] and "/" not in met.date:
        yield f"it is planned for {met.date}, before the text was published"


def event_faults(event: Event, document: Document) -> Iterator[str]:
    yield from _unknown("type", [event.event_type], EVENT_TYPES)
    yield from _unknown("modality", [event.modality], MODALITIES)
    yield from _strangers((*event.actors, *event.recipients), document)
    if event.mode and event.event_type in EVENT_TYPES and (event.event_type, event.mode) not in modes():
        known = ", ".join(sorted(mode for kind, mode in modes() if kind == event.event_type)) or "none"
        yield f"mode {event.mode!r} is none of {event.event_type}: {known}"
    if not event.actors:
        yield "no actor"
    if not event.recipients and (event.mutual or event.event_type in _NEED_RECIPIENT):
        yield "no recipient"
    if event.date and not is_value(event.date):
        yield f"date {event.date!r} is no ISO date"
    elif event.date and event.modality in ("happened", "historical") and _later(event.date, document.published):
        yield f"it is said to have happened on {event.date}, after the text was published"
    if event.event_type == "CONSULT" and event.modality in ("planned", "promised"):
        yield "a CONSULT that is to come is AGREE"


def commitment_faults(made: Commitment, document: Document) -> Iterator[str]:
    yield from _unknown("status", [made.status], COMMITMENT_STATUSES)
    yield from _strangers((*made.by, *made.to), document)
    if not made.by:
        yield "nobody is named who undertook it"
    if made.deadline and not is_value(made.deadline):
        yield f"deadline {made.deadline!r} is no ISO date"
    elif made.deadline and made.status == "announced" and _over(made.deadline, document.published):
        yield f"announced with the deadline {made.deadline}, before the text was published"
    if made.status not in ("announced", "unverifiable") and not made.follows:
        yield f"{made.status}, but it does not say of which earlier commitment (^DOCUMENT.KEY)"


def _later(value: str, published: str) -> bool:
    first = first_day(value)
    return first > published[: len(first)]


def _over(value: str, published: str) -> bool:
    last = value.split("/")[-1]
    return last != ".." and "W" not in last and "Q" not in last and last[:10] < published[: len(last[:10])]


def _unknown(what: str, given: Iterable[str], known: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{what} {value!r} is none of {', '.join(known)}" for value in given if value not in known)


def _strangers(keys: Iterable[str], document: Document, codes: bool = True) -> Iterator[str]:
    known = {a.key for a in document.actors}
    for key in keys:
        if key not in known and not (codes and is_state(key)):
            yield f"{key!r} is no actor of the document" + (" and no state's code" if codes else "")
