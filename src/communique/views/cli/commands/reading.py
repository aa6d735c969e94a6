"""`communique read`: the record of some texts, nothing stored."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import typer

from communique.views.cli.options import PRETTY, READER, Engine, Format, Outlet, Paths, Published
from communique.views.cli.reporting import Failures

if TYPE_CHECKING:
    from communique.record import Record


def read(
    paths: Paths, published: Published = None, outlet: Outlet = None, engine: Engine = READER, format_name: Format = PRETTY
) -> None:
    """Read texts and print their record; nothing is stored.

    Exit status: 0 all were read, 1 some failed (each is named on standard error), 2 wrong usage.
    """
    from communique.run.batch import read_all
    from communique.run.engines import engine as engine_of

    failures = Failures()
    write(failures.without(read_all(paths, published, outlet, engine_of(engine))), format_name)
    raise typer.Exit(failures.status)


def write(records: Iterable[Record], format_name: str) -> None:
    """Print records in a format, as they come."""
    if format_name == PRETTY:
        from communique.views.cli.pretty import print_records

        print_records(records)
        return
    from communique.views.export import FORMATS

    as_utf8()
    FORMATS[format_name].write(records, sys.stdout)


def as_utf8() -> None:
    """Formats for programs are UTF-8 whatever the terminal is."""
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure:
        reconfigure(encoding="utf-8")
