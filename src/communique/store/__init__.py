"""The record, kept: one SQLite file (WAL, FTS5) with real columns for what is asked and the nouns themselves beside."""

from communique.store.archive import Archive
from communique.store.rows import (
    ActorProfile,
    ActorRow,
    CommitmentRow,
    Counts,
    DocumentRow,
    EncounterRow,
    EventRow,
    Hit,
    Meeting,
    OfficeRow,
    Party,
    Reference,
    Source,
    StatementRow,
)
from communique.store.writer import Outcome

__all__ = [
    "ActorProfile", "ActorRow", "Archive", "CommitmentRow", "Counts", "DocumentRow", "EncounterRow", "EventRow", "Hit",
    "Meeting", "OfficeRow", "Outcome", "Party", "Reference", "Source", "StatementRow",
]  # fmt: skip
