"""Who met whom, where and when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.dates import DateValue
from communique.record.evidence import Evidence

EncounterKind = Literal["meeting", "visit", "call", "signing", "summit", "other"]
EncounterStatus = Literal["occurred", "planned", "cancelled"]


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, visit, call, signing or summit; one a real encounter, however often the text mentions it.

    `participants` are ids of `Record.actors`; of a visit, the visitors. `host` is ISO 3166-1 alpha-3. `date` has the
    precision of the text: `../2022-05-30` is "at some time before".
    """

    id: str
    kind: EncounterKind
    participants: tuple[str, ...]
    status: EncounterStatus
    evidence: Evidence
    host: str | None = None
    place: str | None = None
    date: DateValue | None = None
