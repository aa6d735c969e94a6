"""Who acts and speaks: people, states, organs, organizations, and the offices people hold over time (Popolo, Wikidata P39)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record.dates import DateValue
from communique.record.span import Span

ActorKind = Literal["person", "state", "organ", "organization", "group", "unknown"]
TenureStatus = Literal["in_force", "assumed", "conflict", "unknown"]


@dataclass(frozen=True, slots=True)
class Position:
    """An office, e.g. "President of Tajikistan"; `state` is ISO 3166-1 alpha-3, None for an international office."""

    title: str
    state: str | None
    office_class: str | None = None


@dataclass(frozen=True, slots=True)
class Occupancy:
    """A position held at a document's date.

    `status` says how sure the register is: `in_force` its sources cover that day; `assumed` the tenure was open when the
    source ended at `as_of`; `conflict` two holders are possible; `unknown` the office is the text's own word.
    """

    position: Position
    status: TenureStatus
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something a document speaks of.

    `id` is `wd:Q…` where a Wikidata id is known, `state:ISO3` for states, else local to the document (`local:…`).
    `name` is the register's name, else the fullest the text gives. `mentions` are spans of `Document.text`, in order.
    """

    id: str
    name: str
    kind: ActorKind
    state: str | None = None
    wikidata: str | None = None
    occupancy: Occupancy | None = None
    mentions: tuple[Span, ...] = ()
    aliases: tuple[str, ...] = ()
    confidence: float = 1.0

    @property
    def office(self) -> str | None:
        return self.occupancy.position.title if self.occupancy else None


@dataclass(frozen=True, slots=True)
class Tenure:
    """One spell in one office, as one source has it; a row of the register.

    `valid_from`/`valid_to` are ISO prefixes, None where not stated; an open tenure holds only to `as_of`.
    """

    person: str
    wikidata: str | None
    position: Position
    valid_from: DateValue | None
    valid_to: DateValue | None
    as_of: str
    source: str
