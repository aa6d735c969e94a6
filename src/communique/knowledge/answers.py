"""What the register answers with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from communique.record import Occupancy, Position, Span
from communique.record.actors import ActorKind, TenureStatus

EntityKind = Literal["state", "organ", "organization", "group", "bloc"]
NameForm = Literal["name", "adjective", "demonym", "capital", "seat"]


@dataclass(frozen=True, slots=True)
class State:
    """A state or territory. `iso3` is ISO 3166-1 alpha-3 (`KOS` for Kosovo, which has none); `name` the short English name.

    `within` is how the name stands after "of" ("the United States"); `member` whether it is a member of the United Nations.
    """

    iso3: str
    name: str
    within: str
    adjective: str | None
    capital: str | None
    wikidata: str | None
    member: bool


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the register. `aliases` are other spellings and names, without order."""

    name: str
    wikidata: str | None
    gender: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, an organ of one, an organization, an armed group, or a bloc that cannot act ("the West").

    `id` is `state:ISO3`, `wd:Q…` or `register:NAME`; `state` the state it is or belongs to.
    """

    id: str
    name: str
    kind: EntityKind
    state: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in running text. `span` is of the text given; `form` tells a state's name from its adjective, capital or seat."""

    span: Span
    form: NameForm
    entity: Entity


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may be meant."""

    name: str
    wikidata: str | None
    office: str | None
    state: str | None
    status: TenureStatus


@dataclass(frozen=True, slots=True)
class Answer:
    """Who or what some words mean on a day; the fields of `communique register who`.

    `name` is None unless exactly one fits; the others are then in `candidates`. `status` speaks of the office, not of the
    name: `in_force`, `assumed` (open when the source ended at `as_of`), `conflict` (several fit) or `unknown`. `office` is
    the register's title with its state, else the text's own words.
    """

    name: str | None = None
    wikidata: str | None = None
    kind: ActorKind = "unknown"
    office: str | None = None
    state: str | None = None
    status: TenureStatus = "unknown"
    as_of: str | None = None
    candidates: tuple[Candidate, ...] = ()
    office_class: str | None = None
    entity: Entity | None = None
    gender: str | None = None
    aliases: tuple[str, ...] = ()

    @property
    def actor_id(self) -> str | None:
        """`wd:Q…`, `state:ISO3` or the entity's id; None where the register knows none."""
        if self.entity:
            return self.entity.id
        return f"wd:{self.wikidata}" if self.wikidata else None

    @property
    def occupancy(self) -> Occupancy | None:
        """The office as a noun of the record."""
        if self.office is None:
            return None
        return Occupancy(Position(self.office, self.state, self.office_class), self.status, self.as_of)
