"""The shipped register of states, bodies, offices and their holders, with its look-ups."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from communique.errors import KnowledgeError
from communique.knowledge.answers import Answer, Entity, NameMatch, Person, State
from communique.knowledge.designations import Designation, Office, parse_designation
from communique.knowledge.offices import Holder, seated
from communique.knowledge.resolution import Resolver, days_of
from communique.knowledge.rows import Rows
from communique.record import DateValue, Span, Tenure
from communique.record.actors import ActorKind

_FILE = "register.sqlite"


class Register:
    """A register file, opened read-only; safe to share between threads. Most callers want `Register.shipped()`.

    Raises:
        KnowledgeError: if the file is missing, broken or of another version.
    """

    def __init__(self, path: Path) -> None:
        self._rows = Rows(path)
        self._resolver = Resolver(self._rows)

    @staticmethod
    def shipped() -> Register:
        """The register inside this package; opened once, at the first call."""
        return _shipped()

    def find_names(self, text: str) -> tuple[NameMatch, ...]:
        """States, organs, organizations, groups and blocs named in a text; longest match, case-sensitive, no overlap.

        Spans are of `text`, in code points, in text order.
        """
        return self._rows.gazetteer.find_names(text)

    def parse(self, text: str) -> Designation:
        """The parts of a phrase that names somebody: offices, state, honorifics, name; spans are of `text`."""
        return parse_designation(text, self._rows.gazetteer)

    def who(self, text: str, on: DateValue | None = None, state: str | None = None) -> Answer:
        """Who or what some words mean on a day: a name, an office, both, a state, a capital, an organ, an organization.

        `state` (ISO 3166-1 alpha-3) is a hint for words that name none. Never guesses: see `Answer`.
        """
        return self.resolve(self.parse(text), on, state)

    def resolve(self, designation: Designation, on: DateValue | None = None, state_hint: str | None = None) -> Answer:
        """Who a parsed phrase means on a day."""
        state = designation.state or state_hint
        if designation.name:
            return self._resolver.by_name(designation, on, state)
        if designation.offices:
            return self._resolver.by_office(designation, on, state)
        if designation.entities and not designation.unread:
            return _entity(designation.entities[0])
        return Answer(state=state, gender=designation.gender)

    def holders(self, state: str, office: str, on: DateValue) -> tuple[Holder, ...]:
        """Those who held an office of a state on a day, of several where the sources disagree or the seat is shared.

        `office` is a sense of `titles.csv`: `head_of_state`, `head_of_government`, `foreign`, `defense`, `president` …
        """
        days = days_of(on)
        asked = Office(office, office, office, Span(0, len(office)))
        return tuple(seated(asked, self._resolver.held_in(state), days[0])) if days else ()

    def states(self) -> tuple[State, ...]:
        """All states and territories, by code."""
        return tuple(self._rows.states[code] for code in sorted(self._rows.states))

    def state(self, iso3: str) -> State:
        """The state of a code.

        Raises:
            KnowledgeError: if the register has none of that code.
        """
        if iso3 not in self._rows.states:
            raise KnowledgeError(f"no state has the code {iso3!r}; use ISO 3166-1 alpha-3, e.g. IRN")
        return self._rows.states[iso3]

    def person(self, wikidata: str) -> Person:
        """The person of a Wikidata id.

        Raises:
            KnowledgeError: if the register has none of that id.
        """
        if (found := self._rows.person_of(wikidata)) is None:
            raise KnowledgeError(f"the register has no person {wikidata!r}; ids look like Q57336")
        number, name, gender = found
        return Person(name, wikidata, gender, self._rows.aliases(number))

    def tenures(self, wikidata: str) -> tuple[Tenure, ...]:
        """All rows of tenure of a person, oldest first; several sources may have the same spell. Empty for an unknown id."""
        found = self._rows.person_of(wikidata)
        rows = self._rows.held_by([found[0]]) if found else []
        every = [r.tenure for r in rows]
        return tuple(sorted(every, key=lambda t: (t.valid_from.text if t.valid_from else "", t.position.title, t.source)))

    def sources(self) -> tuple[dict[str, str], ...]:
        """Where the register's facts are from: `id`, `title`, `licence`, `url`, `as_of` of each source."""
        return self._rows.sources

    def close(self) -> None:
        """Close the file; the register can't be used afterwards."""
        self._rows.close()


@cache
def _shipped() -> Register:
    return Register(Path(str(files("communique.knowledge").joinpath(_FILE))))


def _entity(entity: Entity) -> Answer:
    kind: ActorKind = "unknown" if entity.kind == "bloc" else entity.kind
    return Answer(entity.name, entity.wikidata, kind, state=entity.state, entity=entity, status="unknown")
