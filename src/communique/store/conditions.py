"""Terms of a search as SQL conditions. Every value is bound; what goes into an FTS5 expression is quoted first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal, get_args

from communique.record.encounters import EncounterStatus
from communique.record.statements import Nature, QuoteType
from communique.store.database import Value
from communique.store.query import Field, Term
from communique.store.rows import Section

Kind = Section | Literal["document"]
KINDS: tuple[Kind, ...] = (*get_args(Section), "document")

# Actors by id, or by all words of a name or alias that any document uses for them.
_ACTORS = """(SELECT key FROM actors WHERE id = ? UNION SELECT actor FROM appearances
 WHERE key IN (SELECT rowid FROM actor_words WHERE actor_words MATCH ?))"""
# States by code, or by their whole name or alias: "Guinea" is not "Guinea-Bissau".
_STATES = """(SELECT upper(?) UNION SELECT p.state FROM appearances p WHERE p.kind = 'state' AND p.state IS NOT NULL
 AND p.key IN (SELECT rowid FROM actor_words WHERE actor_words MATCH ?)
 AND instr(char(10) || lower(p.name) || char(10) || lower(p.aliases) || char(10), char(10) || lower(?) || char(10)))"""


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is true or false of a fact `f`, or of a document `d`, and the values to bind."""

    sql: str
    values: tuple[Value, ...]


def kinds_of(terms: Iterable[Term]) -> set[Kind]:
    """What the results may be: statements and documents unless a field asks for other kinds."""
    wanted: set[Kind] = set(KINDS)
    asked = False
    for term in terms:
        if term.field is None or term.negated:
            continue
        wanted &= set[Kind]().union(*(_kinds(term.field, value) for value in term.values))
        asked |= term.field in ("kind", "status", "type")
    return wanted if asked else wanted & {"statement", "document"}


def of_facts(terms: Sequence[Term]) -> list[Condition]:
    """What a fact must fulfill, less the words it must hold (see `match`)."""
    return [
        *(_not_words("f.key", "fact_words", term) for term in terms if term.field is None and term.negated),
        *_by_field(terms, _FACT),
    ]


def of_documents(terms: Sequence[Term]) -> list[Condition]:
    """What a document must fulfill, less the words it must hold."""
    return [
        *(_not_words("d.key", "document_words", term) for term in terms if term.field is None and term.negated),
        *_by_field(terms, _DOCUMENT),
    ]


def match(terms: Iterable[Term]) -> str | None:
    """The FTS5 expression of the words that must all be there; None where no words are asked for."""
    return " AND ".join(_expression(t) for t in terms if t.field is None and not t.negated) or None


def quoted(value: str) -> str:
    """A string as an FTS5 phrase, in which no character has a meaning."""
    return '"' + value.replace('"', '""') + '"'


def _expression(term: Term) -> str:
    return quoted(term.values[0].rstrip("*")) + ("*" if term.prefix else "")


def _all_words(value: str) -> str:
    return " AND ".join(quoted(word) for word in value.split() if any(c.isalnum() for c in word)) or quoted(value)


def _not_words(key: str, table: str, term: Term) -> Condition:
    return Condition(f"{key} NOT IN (SELECT rowid FROM {table} WHERE {table} MATCH ?)", (_expression(term),))


def _by_field(terms: Sequence[Term], meaning: Mapping[Field, Callable[[str], Condition]]) -> list[Condition]:
    """One condition a field: any of its values."""
    known = [term for term in terms if term.field in meaning]
    grouped = groupby(sorted(known, key=lambda t: (t.field or "", t.negated)), key=lambda t: (t.field, t.negated))
    found = []
    for (field, negated), group in grouped:
        if field is None:
            continue
        every = [meaning[field](value) for term in group for value in term.values]
        sql = " OR ".join(f"({condition.sql})" for condition in every)
        values = tuple(value for condition in every for value in condition.values)
        found.append(Condition(f"NOT coalesce({sql}, 0)" if negated else f"({sql})", values))
    return found


def _kinds(field: Field, value: str) -> set[Kind]:
    match field:
        case "speaker" | "to" | "about" | "act":
            return {"statement"}
        case "type":
            return {"event"}
        case "status":
            return {"encounter"} if value in get_args(EncounterStatus) else {"commitment"}
        case "kind":
            of_statements = (*get_args(QuoteType), *get_args(Nature))
            narrower: set[Kind] = {"statement"} if value in of_statements else {"encounter"}
            return {kind for kind in KINDS if kind == value} or narrower
        case _:
            return set(KINDS)


def _role(role: str) -> Callable[[str], Condition]:
    sql = f"f.key IN (SELECT fact FROM roles WHERE role = '{role}' AND actor IN {_ACTORS})"
    return lambda value: Condition(sql, (value, _all_words(value)))


def _about(value: str) -> Condition:
    subject = _role("subject")(value)
    words = "f.key IN (SELECT rowid FROM fact_words WHERE fact_words MATCH ?)"
    return Condition(f"{subject.sql} OR {words}", (*subject.values, _all_words(value)))


def _country(value: str) -> Condition:
    roles = f"SELECT fact FROM roles WHERE role <> 'subject' AND actor IN (SELECT key FROM actors WHERE state IN {_STATES})"
    hosts = f"SELECT fact FROM encounters WHERE host IN {_STATES}"
    return Condition(f"f.key IN ({roles} UNION {hosts})", (value, quoted(value), value) * 2)


def _country_of_document(value: str) -> Condition:
    sql = f"d.key IN (SELECT document FROM appearances WHERE state IN {_STATES})"
    return Condition(sql, (value, quoted(value), value))


def _outlet(key: str) -> Callable[[str], Condition]:
    sql = f"{key} IN (SELECT key FROM documents WHERE instr(lower(outlet), lower(?)))"
    return lambda value: Condition(sql, (value,))


def _kind(value: str) -> Condition:
    if value in KINDS:
        return Condition("f.section = ?", (value,))
    if value in get_args(Nature):
        return _detail("statements", "nature", value)
    table, column = ("statements", "quote_type") if value in get_args(QuoteType) else ("encounters", "kind")
    return _detail(table, column, value)


def _status(value: str) -> Condition:
    return _detail("encounters" if value in get_args(EncounterStatus) else "commitments", "status", value)


def _detail(table: str, column: str, value: str) -> Condition:
    return Condition(f"EXISTS (SELECT 1 FROM {table} WHERE fact = f.key AND {column} = ?)", (value,))


_FACT: Mapping[Field, Callable[[str], Condition]] = {
    "speaker": _role("speaker"),
    "to": _role("addressee"),
    "about": _about,
    "country": _country,
    "outlet": _outlet("f.document"),
    "act": lambda value: _detail("statements", "act", value),
    "kind": _kind,
    "status": _status,
    "type": lambda value: _detail("events", "event_type", value.upper()),
    "before": lambda value: Condition("coalesce(f.first, f.last) < ?", (value,)),
    "after": lambda value: Condition("coalesce(f.last, f.first) >= ?", (value,)),
}
_DOCUMENT: Mapping[Field, Callable[[str], Condition]] = {
    "country": _country_of_document,
    "outlet": _outlet("d.key"),
    "before": lambda value: Condition("coalesce(d.first, d.last) < ?", (value,)),
    "after": lambda value: Condition("coalesce(d.last, d.first) >= ?", (value,)),
}
