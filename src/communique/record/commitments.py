"""Who undertook what, to whom, by when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.dates import DateValue
from communique.record.evidence import Evidence

CommitmentStatus = Literal["announced", "in_progress", "renewed", "kept", "late", "broken", "unverifiable"]


@dataclass(frozen=True, slots=True)
class Commitment:
    """An undertaking. `promisors` and `promisees` are ids of `Record.actors`; `action` is the text's own words."""

    id: str
    promisors: tuple[str, ...]
    promisees: tuple[str, ...]
    action: str
    status: CommitmentStatus
    evidence: Evidence
    deadline: DateValue | None = None
