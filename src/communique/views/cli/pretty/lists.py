"""Lists out of an archive: search results, commitments, and what a number of records hold."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from communique.record import Record
from communique.store import CommitmentRow, Hit, Party, Source
from communique.views.cli.characters import one_line, printable
from communique.views.cli.pretty import words
from communique.views.cli.pretty.page import Page, percent

_FIRST: tuple[str, ...] = ("speaker", "participant", "actor", "promisor")
_SECOND: tuple[str, ...] = ("addressee", "recipient", "promisee")


def hit_list(hits: Iterable[Hit], page: Page | None = None) -> None:
    """Search results: what, who, the words with the matches in bold, and where they stand."""
    page = page or Page()
    for hit in hits:
        nature = f"({hit.nature})" if hit.nature not in (None, "statement") else None
        kind = " ".join(part for part in (hit.section, hit.label, nature) if part)
        page.line(_head(kind, hit.parties, hit.confidence))
        page.line(_marked(hit), indent=2)
        page.line(source(hit.document, hit.id), indent=2)
        page.line()


def commitment_list(rows: Iterable[CommitmentRow], page: Page | None = None) -> None:
    """Who undertook what, by when."""
    page = page or Page()
    for row in rows:
        due = f"due {words.when(row.deadline)}" if row.deadline else "no deadline"
        page.line(_head(row.status.replace("_", " "), row.parties, row.confidence))
        page.line(Text.assemble(one_line(row.action), (f"  ({due})", "" if row.deadline else "dim")), indent=2)
        page.line(source(row.document, row.id), indent=2)
        page.line()


def summary(records: Sequence[Record], page: Page | None = None) -> None:
    """A table of documents and how many facts each gave."""
    page = page or Page()
    table = Table(box=None, expand=True, pad_edge=False, header_style="dim")
    table.add_column("\nDocument", ratio=1, no_wrap=True, overflow="ellipsis", vertical="bottom")
    table.add_column("\nPublished", no_wrap=True)
    for title in ("State-\nments", "Encoun-\nters", "Commit-\nments", "\nEvents"):
        table.add_column(title, justify="right", no_wrap=True)
    for r in records:
        counts = [len(facts) for facts in (r.statements, r.encounters, r.commitments, r.events)]
        title = one_line(r.document.title or r.document.source)
        table.add_row(title, words.when(r.document.published)[:10] or Text("not known", "dim"), *map(_count, counts))
    page.table(table)


def _count(number: int) -> Text:
    return Text(str(number), "" if number else "dim")


def _head(kind: str, parties: Sequence[Party], confidence: float | None) -> Text:
    parts = (Text(kind, "cyan"), direction(parties), percent(confidence))
    return Text("  ").join(part for part in parts if part)


def direction(parties: Sequence[Party]) -> Text:
    """Who, and to whom."""
    ones, others = (
        [f"{one_line(p.name)}{f' ({p.state})' if p.state and p.kind != 'state' else ''}" for p in parties if p.role in roles]
        for roles in (_FIRST, _SECOND)
    )
    return Text(words.joined(ones) if ones else "").append(f" → {words.joined(others)}" if others else "")


def source(document: Source, fact_id: str) -> Text:
    parts = (one_line(document.title or ""), one_line(document.outlet or ""), words.when(document.published), fact_id)
    return Text(" · ".join(part for part in parts if part), "dim")


def _marked(hit: Hit) -> Text:
    """The words of a hit; a character is replaced by one character, so that the places of the matches hold."""
    shown = Text("".join(printable(character) or " " for character in hit.words))
    for start, end in hit.marks:
        shown.stylize("bold underline", start, end)
    return shown
