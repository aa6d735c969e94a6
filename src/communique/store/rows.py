"""What the archive's queries return: small frozen rows that a view can show without asking again.

Every row of a fact carries its document (`Source`), its words and the actors in it (`Party`), so that a page of facts is
one query. The facts themselves, with all their spans, are had by `Archive.fact` and `Archive.record`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.actors import ActorKind, TenureStatus
from communique.record.commitments import CommitmentStatus
from communique.record.dates import DateValue
from communique.record.encounters import EncounterKind, EncounterStatus
from communique.record.events import EventType, Modality
from communique.record.statements import Nature, QuoteType, SpeechAct

Section = Literal["statement", "encounter", "event", "commitment"]
Role = Literal["speaker", "addressee", "subject", "participant", "actor", "recipient", "promisor", "promisee"]


@dataclass(frozen=True, slots=True)
class Source:
    """The document a row comes from. `published` has the precision the source gave."""

    id: str
    title: str | None
    outlet: str | None
    published: DateValue | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role of a fact, named as in the fact's document; `office` is the one held at its date."""

    role: Role
    id: str
    name: str
    kind: ActorKind
    state: str | None
    office: str | None
    office_status: TenureStatus | None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An encounter in one line, for lists of documents; `participants` are names."""

    id: str
    kind: EncounterKind
    status: EncounterStatus
    date: DateValue | None
    participants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """A document in a list: how many facts of each kind it gave, who met whom, and how its text begins."""

    id: str
    title: str | None
    outlet: str | None
    published: DateValue | None
    url: str | None
    language: str | None
    source: str
    diplomatic: bool
    engine: str
    statements: int
    encounters: int
    events: int
    commitments: int
    meetings: tuple[Meeting, ...]
    opening: str


@dataclass(frozen=True, slots=True)
class FactRow:
    """A fact in a list. `words` are the text's own, pieces joined by " … "; `start`, `end` their hull in `Document.text`."""

    id: str
    document: Source
    words: str
    start: int
    end: int
    confidence: float
    parties: tuple[Party, ...]

    def by_role(self, role: Role) -> tuple[Party, ...]:
        """The actors in one role, in the order of the fact."""
        return tuple(p for p in self.parties if p.role == role)


@dataclass(frozen=True, slots=True)
class StatementRow(FactRow):
    """A statement; `words` are its content, `subject` parties are the actors that the content names."""

    quote_type: QuoteType
    act: SpeechAct
    inherited: bool
    nature: Nature

    @property
    def speakers(self) -> tuple[Party, ...]:
        return self.by_role("speaker")

    @property
    def addressees(self) -> tuple[Party, ...]:
        return self.by_role("addressee")


@dataclass(frozen=True, slots=True)
class EncounterRow(FactRow):
    """An encounter; `host` is ISO 3166-1 alpha-3."""

    kind: EncounterKind
    status: EncounterStatus
    date: DateValue | None
    host: str | None
    place: str | None

    @property
    def participants(self) -> tuple[Party, ...]:
        return self.by_role("participant")


@dataclass(frozen=True, slots=True)
class EventRow(FactRow):
    """A PLOVER event."""

    event_type: EventType
    mode: str | None
    modality: Modality
    date: DateValue | None

    @property
    def actors(self) -> tuple[Party, ...]:
        return self.by_role("actor")

    @property
    def recipients(self) -> tuple[Party, ...]:
        return self.by_role("recipient")


@dataclass(frozen=True, slots=True)
class CommitmentRow(FactRow):
    """A commitment; `action` is the text's own words."""

    status: CommitmentStatus
    action: str
    deadline: DateValue | None

    @property
    def promisors(self) -> tuple[Party, ...]:
        return self.by_role("promisor")

    @property
    def promisees(self) -> tuple[Party, ...]:
        return self.by_role("promisee")


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor across documents; `documents` it appears in, `statements` it made."""

    id: str
    name: str
    kind: ActorKind
    state: str | None
    wikidata: str | None
    documents: int
    statements: int


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """An office as documents gave it to an actor; `first` and `last` are days (YYYY-MM-DD) those were published."""

    title: str
    state: str | None
    status: TenureStatus
    as_of: str | None
    first: str | None
    last: str | None
    documents: int


@dataclass(frozen=True, slots=True)
class ActorProfile:
    """All of one actor: offices, every name used for it, what it said and where it appears, newest first."""

    actor: ActorRow
    offices: tuple[OfficeRow, ...]
    names: tuple[str, ...]
    statements: tuple[StatementRow, ...]
    documents: tuple[DocumentRow, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """What an id or its beginning means: a document or a fact, and the document it stands in."""

    id: str
    section: Section | Literal["document"]
    document_id: str


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the archive holds."""

    documents: int
    outlets: int
    actors: int
    statements: int
    encounters: int
    events: int
    commitments: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A search result. `marks` are `(start, end)` of the matched words in `words`, which may be a clipping.

    `label` is the speech act, the encounter's kind, the event type or the commitment's status; None for a document. `nature` is
    that of a statement; None for all else.
    """

    id: str
    section: Section | Literal["document"]
    document: Source
    words: str
    marks: tuple[tuple[int, int], ...]
    parties: tuple[Party, ...]
    label: str | None
    nature: Nature | None
    confidence: float | None
