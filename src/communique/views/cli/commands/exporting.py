"""`communique export`: the whole archive in a format for other programs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.views.cli.commands.reading import as_utf8
from communique.views.cli.options import DATABASE, Database, one_of
from communique.views.cli.reporting import tell

if TYPE_CHECKING:
    from communique.store import Archive


def _format(value: str) -> str:
    from communique.views.export import FORMATS

    return one_of(value, sorted(FORMATS), "--format")


def export(
    format_name: Annotated[
        str,
        typer.Option("--format", metavar="FORMAT", callback=_format, help="json, jsonl, gold, or csv (a folder of tables)."),
    ],
    db: Database = DATABASE,
    out: Annotated[
        Path | None, typer.Option(metavar="PATH", help="File to write, for csv a folder; else standard output.")
    ] = None,
) -> None:
    """Write all records of an archive in a format for other programs."""
    if format_name == "csv" and out is None:
        raise typer.BadParameter("csv is a folder of four tables; name it, e.g. --out tables", param_hint="'--out'")
    from communique.store import Archive

    with Archive.open(db, read_only=True) as archive:
        if out is None:
            _to_output(archive, format_name)
        elif format_name == "csv":
            _to_folder(archive, out)
        else:
            _to_file(archive, format_name, out)


def _to_output(archive: Archive, format_name: str) -> None:
    from communique.views.export import FORMATS

    as_utf8()
    FORMATS[format_name].write(archive.records(), sys.stdout)


def _to_folder(archive: Archive, folder: Path) -> None:
    from communique.views.export.csv import write_folder

    paths = write_folder(archive.records(), folder)
    tell(f"{archive.document_count():,} documents → {', '.join(str(path) for path in paths)}")


def _to_file(archive: Archive, format_name: str, path: Path) -> None:
    """Written beside and then renamed, so that an interrupted export never leaves half a file under the name."""
    from communique.views.export import FORMATS

    part = path.with_name(path.name + ".part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            FORMATS[format_name].write(archive.records(), file)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    tell(f"{archive.document_count():,} documents → {path}")
