"""The order of the steps, and the names of states and bodies brought together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from communique.knowledge.answers import Entity, EntityKind, NameForm
from communique.knowledge.gazetteer import Gazetteer
from training.register.people import People
from training.register.states import StateFacts, states
from training.register.tables import Row, own
from training.register.tenures import Offices, draft, tenures
from training.register.writer import write

_KINDS: dict[str, EntityKind] = {"organization": "organization", "organ": "organ", "group": "group", "bloc": "bloc"}

Names = dict[str, tuple[NameForm, Entity]]
_DECOY = Entity("", "", "bloc")


def build(data: Path, out: Path, step: Callable[[str], None]) -> dict[str, int]:
    """Build the register's file from the raw facts of a folder; returns how many rows of each kind it holds."""
    step("states")
    known = states(data)
    step("bodies")
    names = _names(known)
    slugs = {r["slug"]: _body(r).id for r in own("bodies.csv")}
    gazetteer = Gazetteer([(n, form, entity) for n, (form, entity) in names.items()])
    step("rows")
    rows = draft(data)
    step("people")
    people = People(rows, data)
    step("tenures")
    persons, spells = tenures(rows, people, Offices(known, gazetteer, slugs), known)
    step("file")
    entities = {e.id: e for _, e in names.values() if e.id}
    table: list[tuple[str | None, ...]] = [(e.id, e.name, e.kind, e.state, e.wikidata) for e in entities.values()]
    plain = {n: (str(form), e.id) for n, (form, e) in names.items()}
    write(out, known, table, plain, own("organ_words.csv"), persons, spells, own("sources.csv"))
    return {"states": len(known), "names": len(names), "people": len(persons), "tenures": len(spells)}


def _names(known: dict[str, StateFacts]) -> Names:
    """Every name with what it means; of two states that share a name, neither has it."""
    found: Names = {}
    shared: set[str] = set()
    for facts in known.values():
        entity = Entity(f"state:{facts.iso3}", facts.name, "state", facts.iso3, facts.wikidata)
        for name, form in facts.names.items():
            if name in found and found[name][1].id not in ("", entity.id):
                shared |= {name} if _rank(facts, name) == 0 else set()
                continue
            found[name] = ("name", _DECOY) if form is None else (form, entity)
    for row in own("bodies.csv"):
        for name in (row["name"], *filter(None, row["names"].split("|"))):
            found[name] = ("name", _body(row))
    for row in own("decoys.csv"):
        found[row["name"]] = ("name", _DECOY)
    articled = {n for n in found if n.startswith("the ") and n.removeprefix("the ") in found}  # the name alone will do
    return {n: v for n, v in found.items() if n not in shared | articled}


def _rank(facts: StateFacts, name: str) -> int:
    """0 for an independent state, whose claim to a name counts; a territory's gives way."""
    return 1 if facts.dependent or (name != facts.name and facts.names[name] != "name") else 0


def _body(row: Row) -> Entity:
    number = f"wd:{row['wikidata']}" if row["wikidata"] else f"register:{row['slug']}"
    return Entity(number, row["name"], _KINDS[row["kind"]], row["state"] or None, row["wikidata"] or None)
