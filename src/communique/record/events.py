"""What happened, coded in PLOVER v2 (Open Event Data Alliance)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.dates import DateValue
from communique.record.evidence import Evidence

EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Modality = Literal["happened", "planned", "promised", "demanded", "denied", "hypothetical", "historical"]


@dataclass(frozen=True, slots=True)
class Event:
    """One PLOVER event. `actors` and `recipients` are ids of `Record.actors`, people standing for their state."""

    id: str
    event_type: EventType
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: Modality
    evidence: Evidence
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    date: DateValue | None = None
