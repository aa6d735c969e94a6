"""`communique demo`: what communique does, on the invented texts that ship with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.views.cli.commands.adding import closing
from communique.views.cli.reporting import Failures

if TYPE_CHECKING:
    from communique.record import Record
    from communique.sources import Failure, Input

_SHOWN = 2  # whole records, those with the most to see; the others stand in the table


def demo(
    db: Annotated[Path, typer.Option("--db", metavar="FILE", help="The archive to make.")] = Path("demo.db"),
) -> None:
    """Read the invented sample texts that ship with communique, show their record and keep it in an archive."""
    from communique.run.batch import ingest, read_each
    from communique.store import Archive
    from communique.views.cli.pretty import print_records, summary

    failures, outcomes = Failures(), Counter[str]()
    with Archive.open(db) as archive:
        readings = list(failures.without(read_each(_samples())))
        records = sorted((r.record for r in readings), key=_variety, reverse=True)
        print_records(records[:_SHOWN])
        typer.echo()
        summary(records)
        for kept in failures.without(ingest(archive, readings)):
            outcomes[kept.outcome] += 1
    typer.echo(f"\n{closing(outcomes, failures.count, str(db))}")
    typer.echo(f"Open it in a browser:  communique serve --db {db}")
    raise typer.Exit(failures.status)


def _variety(record: Record) -> tuple[bool, int]:
    """How much of what communique tells apart stands in a record."""
    said = {(s.quote_type, s.act) for s in record.statements}
    happened = {e.event_type for e in record.events} | {(e.kind, e.status) for e in record.encounters}
    return record.diplomatic, len(said) + len(happened) + len(record.commitments)


def _samples() -> Iterator[Input | Failure]:
    """The texts, under the names they have in the package, wherever that is installed."""
    from dataclasses import replace
    from importlib.resources import files

    from communique.sources import read_inputs

    folder = Path(str(files("communique").joinpath("samples")))
    for sample in read_inputs([str(folder)]):
        yield replace(sample, name=f"samples/{Path(sample.name).relative_to(folder).as_posix()}")
