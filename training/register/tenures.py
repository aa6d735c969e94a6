"""Rows of tenure: which office, of which class and sense, from when to when, by which source."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from communique.codebooks.titles import fold
from communique.knowledge.designations import Office, parse_designation
from communique.knowledge.gazetteer import Gazetteer
from communique.record import Span
from training.register.people import People, PersonFacts
from training.register.states import StateFacts
from training.register.tables import Row, code, own, read

_CHIEFS = frozenset(
    {"president", "prime_minister", "monarch", "supreme_leader", "pope", "captain_regent", "co_prince", "chief_executive"}
)
_SENSE_OF = {"fm": "foreign", "defense": "defense", "interior": "interior", "speaker": "speaker", "ambassador": "ambassador",
             "finance": "finance", "deputy_fm": "deputy_foreign", "governor_general": "governor_general"}  # fmt: skip
_CLASS_OF = {"defence": "defense"}
_KEPT = frozenset(
    {
        "hos", "hog", "fm", "defense", "interior", "speaker", "ambassador",
        "military_chief", "igo_head", "igo_official", "deputy_hog", "deputy_hos", "deputy_fm", "deputy_minister",
        "governor_general", "spokesperson", "security_adviser", "party_leader",
    }
)  # fmt: skip
_MINISTRIES = frozenset(
    {
        "minister_other", "finance", "transport", "education", "health", "labour", "culture",
        "justice", "environment", "trade", "agriculture", "development", "energy",
    }
)  # fmt: skip
_NOTE = re.compile(r"\s*\([^)]*\)?|\s+(?:of|of the|and|and Minister of)$|\s+(?:Sheikh|Dr\.|Gen\.|Maj\. Gen\.|General|Sultan)$")
_LESSER = re.compile(r"minister of state|deputy|assistant|parliamentary|under.?secretary|vice", re.IGNORECASE)
_TO = re.compile(r"ambassadors?(?: of .+?)? to (?P<post>.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PositionFacts:
    """An office of the register."""

    title: str
    state: str | None
    organization: str | None
    office_class: str
    sense: str
    field: str


@dataclass(frozen=True, slots=True)
class TenureFacts:
    """One source's row on one spell."""

    person: int
    position: PositionFacts
    valid_from: str | None
    valid_to: str | None
    closed: bool
    as_of: str
    acting: bool
    source: str


def draft(data: Path) -> list[Row]:
    """The rows of the draft and of our supplement, after our corrections: an `action` is `drop`, or the true start."""
    corrections = own("corrections.csv")
    rows = [r | {"iso3": code(r["iso3"])} for r in read(data / "tenures_draft.csv")]
    for row in rows:
        for correction in corrections:
            if _matches(correction, row):
                row["valid_from"] = correction["action"]
    return [r for r in rows if r["valid_from"] != "drop"] + [_supplement(r) for r in own("supplement.csv")]


def _matches(correction: Row, row: Row) -> bool:
    asked = {k: correction[k] for k in ("actor", "wikidata", "source", "office") if correction[k]} | {
        "iso3": correction["state"]
    }
    return all(row[k] == v for k, v in asked.items())


def _supplement(row: Row) -> Row:
    office = row["office"]
    return {
        "actor": row["name"], "also_spelled": "", "wikidata": row["wikidata"], "office": office.removeprefix("Acting "),
        "class": "", "acting": "1" if office.startswith("Acting ") else "", "iso3": row["state"],
        "valid_from": row["valid_from"], "valid_to": row["valid_to"], "to_precision": "day", "as_of": row["as_of"],
        "source": f"supplement:{row['source']}", "organization": row["organization"],
    }  # fmt: skip


class Offices:
    """Reads the sources' titles with the same parser that reads the texts', so that both meet."""

    def __init__(self, states: dict[str, StateFacts], gazetteer: Gazetteer, slugs: dict[str, str]) -> None:
        self._states, self._gazetteer, self._slugs = states, gazetteer, slugs
        self._realms: set[str] = set()

    def note_realms(self, rows: Iterable[Row]) -> None:
        """States that share their monarch with the United Kingdom: the office is named after the state all the same."""
        self._realms = {r["iso3"] for r in rows if r["actor"] in ("Elizabeth II", "Charles III")} - {"GBR"}

    def positions(self, row: Row) -> Iterator[PositionFacts]:
        """The offices of a row: two for "King and Prime Minister"."""
        title = _NOTE.sub("", row["office"]).strip(" ,")
        title = title or {"hos": "Head of State", "hog": "Head of Government"}.get(row["class"], "")
        if not title:
            return
        asked = parse_designation(title, self._gazetteer)
        body = self._slugs.get(row.get("organization", "")) or (
            asked.organization.id
            if asked.organization and asked.organization.kind == "organization" and not row["iso3"]
            else None
        )
        for at, office in enumerate(asked.offices[: 2 if row["class"] in ("hos", "hog") else 1] or [None]):
            yield self._position(row, title, office, body, main=at == 0)

    def _position(self, row: Row, title: str, office: Office | None, body: str | None, main: bool) -> PositionFacts:
        office = office or Office(title, "other", "other", Span(0, len(title)))
        drafted = _CLASS_OF.get(row["class"], row["class"])
        own_class = self._class(row, drafted, office, title, body) if main else office.office_class
        sense = self._sense(own_class, drafted if main else "", office, row["iso3"], body)
        state = self._states.get(row["iso3"])
        shown = title if main and " and " not in title else office.title
        return PositionFacts(
            self._titled(shown, state), row["iso3"] if state else None, body, own_class, sense, " ".join(sorted(office.field))
        )

    def _class(self, row: Row, drafted: str, office: Office, title: str, body: str | None) -> str:
        if body:
            return "igo_head" if office.office_class in ("hos", "hog", "other") else office.office_class
        if office.sense == "foreign_secretary" and row["iso3"] not in ("GBR", "PHL"):
            return "deputy_fm"
        if drafted in ("fm", "defense", "interior") and _LESSER.search(title) and "secretary of state" not in title.lower():
            return "deputy_fm" if drafted == "fm" else "deputy_minister"
        if drafted in _KEPT:
            return drafted
        if drafted in _MINISTRIES:
            return "minister_other"
        return "other" if drafted and office.office_class in ("hos", "hog", "monarch") else office.office_class

    def _sense(self, own_class: str, drafted: str, office: Office, state: str, organization: str | None) -> str:
        if own_class in ("hos", "hog"):
            if office.sense == "monarch" and state in self._realms:
                return "realm"
            first = office.sense.removesuffix("_of")
            return first if first in _CHIEFS else "head_of_state" if own_class == "hos" else "head_of_government"
        if office.sense == "other" or own_class in ("fm", "defense", "interior", "speaker"):
            return _SENSE_OF.get(own_class, _SENSE_OF.get(drafted, office.sense))
        if office.sense in ("foreign", "defense", "interior", "secretary_of_state") or (
            office.sense in _CHIEFS and not organization
        ):
            return "other"  # a junior Secretary of State, a Chancellor of the Duchy: words of a higher office
        return office.sense

    def _titled(self, title: str, state: StateFacts | None) -> str:
        title = title[:1].upper() + title[1:]
        if state is None:
            return title
        if post := _TO.fullmatch(title):
            return f"Ambassador of {state.within} to {post['post']}"
        named = (n for n, form in state.names.items() if form in ("name", "adjective"))
        return title if any(fold(n) in fold(title) for n in named if len(n) > 3) else f"{title} of {state.within}"


def tenures(
    rows: list[Row], people: People, offices: Offices, states: dict[str, StateFacts]
) -> tuple[list[PersonFacts], list[TenureFacts]]:
    """People in order of first mention and their tenures, without repetition."""
    offices.note_realms(rows)
    numbers: dict[int, int] = {}
    persons: list[PersonFacts] = []
    found: dict[TenureFacts, None] = {}
    for row in rows:
        if not _belongs(row, states) or not (person := people.person(row)):
            continue
        if id(person) not in numbers:
            numbers[id(person)] = len(numbers) + 1
            persons.append(person)
        for position in offices.positions(row):
            found[_tenure(row, numbers[id(person)], position)] = None
    return persons, _without_coarse(list(found))


def _belongs(row: Row, states: dict[str, StateFacts]) -> bool:
    """Not a row on a territory that is in no list, nor on the far-off head of a dependent one."""
    if row["source"] == "us-meetings" and row["class"] in ("hos", "hog"):
        return False  # the Factbook has them, with dates
    state = states.get(row["iso3"])
    return not row["iso3"] if state is None else not (state.dependent and row["class"] == "hos")


def _tenure(row: Row, person: int, position: PositionFacts) -> TenureFacts:
    source = row["source"].removeprefix("supplement:")
    acting = bool(row["acting"]) or bool(re.match(r"acting|interim", row["office"], re.IGNORECASE))
    closed = bool(row["valid_to"]) and row["to_precision"] != "last_seen"
    made = TenureFacts(person, position, _date(row["valid_from"]), _date(row["valid_to"]), closed, row["as_of"], acting, source)
    if source == "us-meetings":  # sightings: in office on the last day seen, and nothing said of the end
        return replace(made, valid_to=None, closed=False, as_of=row["valid_to"] or row["as_of"])
    return made


def _date(text: str) -> str | None:
    """A date of a source; its decades and typing errors name no day we could use."""
    return text if re.fullmatch(r"\d{4}(-\d\d){0,2}", text) else None


def _without_coarse(rows: list[TenureFacts]) -> list[TenureFacts]:
    """Rows that know years only go where a row on the same spell knows days, unless they reach further."""
    fine: dict[tuple[int, str | None, str], list[TenureFacts]] = defaultdict(list)
    for row in rows:
        if len(row.valid_from or "") == 10:
            fine[row.person, row.position.state, row.position.sense].append(row)
    return [r for r in rows if not _is_coarse(r, fine.get((r.person, r.position.state, r.position.sense), []))]


def _is_coarse(row: TenureFacts, fine: list[TenureFacts]) -> bool:
    if len(row.valid_from or "") == 10:
        return False
    same = [f for f in fine if (f.valid_from or "")[:4] == (row.valid_from or "")[:4]]
    return any(f.closed or f.as_of >= row.as_of for f in same)
