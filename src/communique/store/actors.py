"""Actors across documents: lists, and all of one."""

from __future__ import annotations

import sqlite3

from communique.errors import UnknownIdError
from communique.store import documents, facts
from communique.store.database import Database, Value
from communique.store.rows import ActorProfile, ActorRow, OfficeRow

_LIST = """
SELECT a.id, a.name, a.kind, a.state, a.wikidata, n.documents,
       (SELECT count(*) FROM roles r WHERE r.actor = a.key AND r.role = 'speaker') AS statements
FROM (SELECT actor, count(*) AS documents FROM appearances GROUP BY actor) n JOIN actors a ON a.key = n.actor
"""
_OFFICES = """
SELECT p.office, p.office_state, p.office_status, p.office_as_of, min(d.first), max(d.last), count(*)
FROM appearances p JOIN documents d ON d.key = p.document JOIN actors a ON a.key = p.actor
WHERE a.id = ? AND p.office IS NOT NULL
GROUP BY 1, 2, 3, 4 ORDER BY max(d.last) DESC, p.office
"""
_NAMES = "SELECT p.name, p.aliases FROM appearances p JOIN actors a ON a.key = p.actor WHERE a.id = ? ORDER BY p.key"


def actors(database: Database, limit: int, offset: int, kind: str | None = None) -> list[ActorRow]:
    where, parameters = ("WHERE a.kind = ?", list[Value]([kind])) if kind else ("", list[Value]())
    order = "ORDER BY n.documents DESC, a.name, a.id LIMIT ? OFFSET ?"
    return [_actor_row(row) for row in database.rows(f"{_LIST} {where} {order}", [*parameters, limit, offset])]


def actor(database: Database, actor_id: str, limit: int) -> ActorProfile:
    row = database.row(f"{_LIST} WHERE a.id = ?", (actor_id,))
    if row is None:
        raise UnknownIdError(f"no actor has the id {actor_id!r}; the list of actors gives their ids")
    return ActorProfile(
        actor=_actor_row(row),
        offices=tuple(OfficeRow(*office) for office in database.rows(_OFFICES, (actor_id,))),
        names=_names(database, actor_id),
        statements=tuple(facts.statements(database, {"speaker": actor_id}, limit, 0)),
        documents=tuple(documents.documents(database, limit, 0, actor=actor_id)),
    )


def _names(database: Database, actor_id: str) -> tuple[str, ...]:
    used: dict[str, None] = {}
    for row in database.rows(_NAMES, (actor_id,)):
        used |= dict.fromkeys([row["name"], *filter(None, row["aliases"].split("\n"))])
    return tuple(used)


def _actor_row(row: sqlite3.Row) -> ActorRow:
    return ActorRow(*row)
