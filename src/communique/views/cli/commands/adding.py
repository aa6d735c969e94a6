"""`communique add`: texts into an archive."""

from __future__ import annotations

from collections import Counter

import typer

from communique.views.cli.characters import one_line
from communique.views.cli.options import DATABASE, READER, Database, Engine, Outlet, Paths, Published
from communique.views.cli.reporting import Failures


def add(
    paths: Paths, db: Database = DATABASE, published: Published = None, outlet: Outlet = None, engine: Engine = READER
) -> None:
    """Read texts and keep them and their record in an archive; what is there already stays as it is.

    Exit status: 0 all were added, 1 some failed (each is named on standard error), 2 wrong usage.
    """
    from communique.run.batch import ingest, read_each
    from communique.run.engines import engine as engine_of
    from communique.sources import read_inputs
    from communique.store import Archive
    from communique.views.cli.progress import followed

    failures, outcomes = Failures(), Counter[str]()
    with Archive.open(db) as archive:
        results = followed(ingest(archive, read_each(read_inputs(paths), published, outlet, engine_of(engine))), paths)
        try:
            for kept in failures.without(results):
                outcomes[kept.outcome] += 1
        finally:  # what was added before an interruption is kept, so it is told too
            typer.echo(closing(outcomes, failures.count, str(db)))
    raise typer.Exit(failures.status)


def closing(outcomes: Counter[str], failed: int, target: str) -> str:
    """`12 added, 3 unchanged, 1 failed → FILE`; a document that was read anew is "replaced"."""
    counts = {
        "added": outcomes["added"],
        "replaced": outcomes["replaced"],
        "unchanged": outcomes["unchanged"],
        "failed": failed,
    }
    told = (f"{number:,} {name}" for name, number in counts.items() if number or name == "added")
    return f"{', '.join(told)} → {one_line(target)}"
