"""A record as a page: head, statements, encounters, commitments, events."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from communique.record import Document, Fact, Record, Statement
from communique.views.cli.characters import one_line
from communique.views.cli.pretty import words
from communique.views.cli.pretty.facts import print_facts
from communique.views.cli.pretty.page import Page
from communique.views.cli.pretty.statements import LEGEND, print_statements


def print_records(records: Iterable[Record], page: Page | None = None) -> None:
    """Print records as they come, with a rule between them and a key to the marks behind the last."""
    page, printed = page or Page(), False
    for record in records:
        if printed:
            page.line()
        _print_record(page, record)
        printed = True
    if printed:
        page.line()
        page.line(Text(LEGEND, "dim"))


def fact_page(record: Record, fact: Fact, page: Page | None = None) -> None:
    """Print one fact under the head of its document, and the sentence it stands in."""
    page = page or Page()
    _head(page, record)
    if isinstance(fact, Statement):
        print_statements(page, record, (fact,))
    else:
        page.line()
        print_facts(page, record, (fact,))
    page.line()
    page.line(Text(one_line(fact.evidence.sentence.of(record.document.text))), indent=2)
    page.line(Text(f"{fact.id} · characters {fact.evidence.hull.start}–{fact.evidence.hull.end}", "dim"), indent=2)


def _print_record(page: Page, record: Record) -> None:
    _head(page, record)
    if record.statements:
        page.heading("Statements", str(len(record.statements)))
        print_statements(page, record, record.statements)
    sections: tuple[tuple[str, tuple[Fact, ...]], ...] = (
        ("Encounters", record.encounters),
        ("Commitments", record.commitments),
        ("Events", record.events),
    )
    for title, facts in sections:
        if facts:
            page.heading(title, str(len(facts)))
            print_facts(page, record, facts)
    if not record.facts:
        page.line()
        page.line(Text("Nothing was found in it: no statement, encounter, commitment or event.", "dim"))


def _head(page: Page, record: Record) -> None:
    document = record.document
    page.line(Text("━" * page.width, "dim"))
    page.line(Text(one_line(document.title or "(without a title)"), "bold"))
    page.line(Text(" · ".join(_origin(document))))
    page.line(Text(f"{one_line(document.source)} · {document.id}", "dim"))
    if not record.diplomatic:
        page.line(Text("not about dealings between states or international bodies", "dim"))
    for warning in document.warnings:
        page.line(Text(f"note: {one_line(warning)}", "yellow"))


def _origin(document: Document) -> list[str]:
    byline = one_line(document.byline) if document.byline else ""
    published = words.when(document.published)
    day = f"published {published}" if published else "date not known: give it with --published"
    return [part for part in (one_line(document.outlet or ""), day, byline) if part]
