"""Arguments that several commands share, and their checks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

PRETTY = "pretty"
READER = "reader"


def one_of(value: str, choices: Iterable[str], option: str) -> str:
    """The value, if it is one of the choices.

    Raises:
        BadParameter: if it is none; ends the program with the status of wrong usage.
    """
    names = list(choices)
    if value not in names:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(names)}", param_hint=f"'{option}'")
    return value


def _format(value: str) -> str:
    from communique.views.export import FORMATS

    return one_of(value, (PRETTY, *sorted(FORMATS)), "--format")


def _published(value: str | None) -> str | None:
    """Checked before anything is read: a wrong day would shift every date in the record."""
    if value is None:
        return None
    from communique.documents.published import parse

    if parse(value) is None:
        raise typer.BadParameter(f"{value!r} is no date; write it like 2022-05-31, 2022-05, 2022 or 2022-05-31T10:25+03:30")
    return value


def _engine(value: str) -> str:
    """Loaded before anything is read: a wrong name is wrong usage."""
    from communique.errors import EngineError
    from communique.run.engines import engine

    try:
        engine(value)
    except EngineError as error:
        raise typer.BadParameter(str(error)) from None
    return value


Paths = Annotated[
    list[str], typer.Argument(metavar="FILE", help="Texts, HTML, JSON(L), or folders of them; - is standard input.")
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", callback=_published, help="When the texts were published; counts before what they say."),
]
Outlet = Annotated[str | None, typer.Option(metavar="NAME", help="Who published them; counts before what they say.")]
Format = Annotated[
    str,
    typer.Option("--format", metavar="FORMAT", callback=_format, help="pretty, json, jsonl, gold, or csv (statements only)."),
]
Engine = Annotated[
    str,
    typer.Option(
        "--engine", metavar="NAME", callback=_engine, help="reader, rules, or spacy:PIPELINE (a pipeline for UD English)."
    ),
]
Database = Annotated[Path, typer.Option("--db", metavar="FILE", envvar="COMMUNIQUE_DB", help="The archive.")]
Limit = Annotated[int, typer.Option(metavar="N", min=1, help="How many to show at most.")]

DATABASE = Path("communique.db")
