"""Counts and breadth as Markdown, for README.md: `python -m corpus.report` writes them between its marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from corpus.annotation.files import load
from corpus.annotation.model import Document
from corpus.checks.breadth import Row, breadth
from corpus.checks.counts import Count, counts
from corpus.tables import FOLDER, SPLITS, TEXTS, splits

README = FOLDER / "README.md"


def report(documents: Sequence[Document]) -> str:
    """The three tables: parts, counts, breadth."""
    return "\n\n".join((_parts(documents), _counts(counts(documents)), _breadth(breadth(documents))))


def _parts(documents: Sequence[Document]) -> str:
    lines = [
        "| part | stories | documents | words | attributions | encounters | events | commitments |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for part in SPLITS:
        mine = [d for d in documents if splits()[d.key] == part]
        sizes = [
            len({d.story for d in mine}), len(mine), sum(d.words for d in mine), sum(len(d.attributions) for d in mine),
            sum(len(d.encounters) for d in mine), sum(len(d.events) for d in mine), sum(len(d.commitments) for d in mine),
        ]  # fmt: skip
        lines.append(f"| {part} | " + " | ".join(f"{size:,}" for size in sizes) + " |")
    return "\n".join(lines)


def _counts(figures: Iterable[Count]) -> str:
    rows = [f"| {f.name} | {f.value:,} | {_bound(f)} |" for f in figures]
    return "\n".join(["| figure | value | has to be |", "|---|---|---|", *rows])


def _bound(figure: Count) -> str:
    least = f"≥ {figure.least:,}" if figure.least is not None else ""
    most = f"≤ {figure.most:,}" if figure.most is not None else ""
    return " and ".join(b for b in (least, most) if b)


def _breadth(rows: Iterable[Row]) -> str:
    lines = [f"| {r.layer} | {r.what} | {r.documents:,} | {r.times:,} |" for r in rows]
    return "\n".join(["| | | documents | times |", "|---|---|---|---|", *lines])


def written(page: str, documents: Sequence[Document]) -> str:
    """A page with the tables between its marks."""
    return re.sub(
        r"(<!-- report -->\n).*(<!-- /report -->)", lambda m: f"{m[1]}\n{report(documents)}\n\n{m[2]}", page, flags=re.DOTALL
    )


def main(page: Path = README) -> None:
    page.write_text(written(page.read_text(encoding="utf-8"), list(load(TEXTS))), encoding="utf-8")


if __name__ == "__main__":
    main()
