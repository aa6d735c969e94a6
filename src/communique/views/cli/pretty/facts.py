"""Encounters, commitments and events: a line of who and whom, a line of where and when, and the words that prove it."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from communique.record import Commitment, Encounter, Event, Evidence, Fact, Record
from communique.views.cli.characters import one_line
from communique.views.cli.pretty import words
from communique.views.cli.pretty.page import Page, Row


def print_facts(page: Page, record: Record, facts: Iterable[Fact]) -> None:
    for fact in facts:
        if isinstance(fact, Encounter):
            row = _encounter(record, fact)
        elif isinstance(fact, Event):
            row = _event(record, fact)
        elif isinstance(fact, Commitment):
            row = _commitment(record, fact)
        else:
            continue
        page.rows([row])


def _encounter(record: Record, fact: Encounter) -> Row:
    place = ", ".join(part for part in (fact.place and one_line(fact.place), fact.host) if part)
    details = (place, words.when(fact.date) or "date not known", fact.status)
    return _row(record, fact.kind, Text(words.names(record, fact.participants)), details, fact.evidence)


def _event(record: Record, fact: Event) -> Row:
    details = (fact.mode or "", ", ".join(fact.contexts), words.when(fact.date), fact.modality)
    return _row(record, fact.event_type, _direction(record, fact.actors, fact.recipients), details, fact.evidence)


def _commitment(record: Record, fact: Commitment) -> Row:
    who = _direction(record, fact.promisors, fact.promisees)
    due = f"due {words.when(fact.deadline)}" if fact.deadline else "no deadline"
    action, spans = one_line(fact.action), fact.evidence.spans
    proof = words.quotation(record.document, spans, stressed=action)
    lines = (proof,) if action in proof.plain else (Text(action), words.quotation(record.document, spans))
    return Row(fact.status.replace("_", " "), who, (Text(due), *lines), confidence=fact.evidence.confidence)


def _direction(record: Record, ones: tuple[str, ...], others: tuple[str, ...]) -> Text:
    return Text(words.names(record, ones) + (f" → {words.names(record, others)}" if others else ""))


def _row(record: Record, label: str, who: Text, details: Iterable[str], evidence: Evidence) -> Row:
    line = Text(" · ".join(part for part in details if part))
    return Row(label, who, (line, words.quotation(record.document, evidence.spans)), confidence=evidence.confidence)
