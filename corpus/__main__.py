"""Checks the whole corpus: `python -m corpus [--no-likeness]`.

Exit status 1 where there is a fault or a figure is not reached.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from corpus.annotation.files import AnnotationError, path_of, read
from corpus.annotation.from_gold import from_gold
from corpus.annotation.gold import to_gold
from corpus.annotation.model import Document
from corpus.annotation.tei import write_tei
from corpus.checks import between, people
from corpus.checks.breadth import Row, breadth
from corpus.checks.counts import Count, counts
from corpus.checks.faults import faults
from corpus.checks.likeness import NEAR, likeness
from corpus.tables import TEXTS, splits

_MOST_ALIKE = 2.0  # percent of sentences
_SHOWN = 5


def main() -> int:
    parser = argparse.ArgumentParser(description="Validate the corpus, print its counts and its breadth.")
    parser.add_argument("--texts", type=Path, default=TEXTS, help="folder of the texts (%(default)s)")
    parser.add_argument("--no-likeness", action="store_true", help="leave out the slow comparison of sentences")
    arguments = parser.parse_args()
    out = Console()
    documents, wrong = validated(arguments.texts)
    for fault in wrong:
        out.print(f"[red]fault[/] {fault}", highlight=False)
    figures, rows = counts(documents), breadth(documents)
    if not arguments.no_likeness:
        figures += _alike(documents, out)
    _show_breadth(rows, out)
    _show_counts(figures, out)
    missed = [f.name for f in figures if not f.holds] + [f"{r.layer}: {r.what}" for r in rows if not r.holds]
    reached = f"{len(missed)} figures not reached: {', '.join(missed)}" if missed else "every figure reached"
    out.print(f"{len(documents)} documents, {len(wrong)} faults, {reached}", highlight=False)
    return 1 if wrong or missed else 0


def validated(texts: Path) -> tuple[list[Document], list[str]]:
    """The documents that can be read, and every fault: of a file, of a document, between documents."""
    documents: list[Document] = []
    wrong: list[str] = []
    for path in sorted(texts.glob("*/*.xml")):
        try:
            document = next(iter(read(path)))
        except AnnotationError as error:
            wrong.append(str(error))
            continue
        documents.append(document)
        wrong += [f"{document.key}: {fault}" for fault in (*faults(document), *_round_trip(document, path, texts))]
    return documents, [*wrong, *between.faults(documents, splits()), *people.faults(documents)]


def _round_trip(document: Document, path: Path, texts: Path) -> Iterable[str]:
    if path != path_of(document, texts):
        yield f"it stands in {path.name}"
    if write_tei(document) != path.read_bytes():
        yield "the file is not as the corpus writes it: python -m corpus.add FILE writes it anew"
    if from_gold(to_gold(document), document.text) != document:
        yield "the export to gold loses something"


def _alike(documents: list[Document], out: Console) -> list[Count]:
    found = likeness(documents)
    for ratio, one, other in found.pairs[:_SHOWN]:
        out.print(f"alike by {ratio:.0f} %: {one.document} {one.words!r}; {other.document} {other.words!r}", highlight=False)
    share = [round(100 * n / max(1, found.sentences), 2) for n in (found.near, found.near_elsewhere)]
    return [
        Count("sentences of four words and more", found.sentences),
        Count(f"percent of them alike by {NEAR} % to one of another document", share[0], None, _MOST_ALIKE),
        Count(f"percent of them alike by {NEAR} % to one of another story", share[1], None, _MOST_ALIKE),
    ]


def _show_counts(figures: Iterable[Count], out: Console) -> None:
    table = Table("figure", "value", "least", "most", "", title="Counts", title_justify="left")
    for figure in figures:
        bounds = ["" if b is None else f"{b:,}" for b in (figure.least, figure.most)]
        table.add_row(figure.name, f"{figure.value:,}", *bounds, "" if figure.holds else "[red]not reached[/]")
    out.print(table)


def _show_breadth(rows: Iterable[Row], out: Console) -> None:
    table = Table("", "", "documents", "times", "least", "", title="Breadth", title_justify="left")
    last = ""
    for row in rows:
        table.add_row(
            row.layer if row.layer != last else "", row.what, f"{row.documents:,}", f"{row.times:,}",
            str(row.least or ""), "" if row.holds else "[red]not reached[/]", end_section=False,
        )  # fmt: skip
        last = row.layer
    out.print(table)


if __name__ == "__main__":
    sys.exit(main())
