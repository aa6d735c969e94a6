"""`communique register who`: whom a name or office meant on a day."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from communique.errors import KnowledgeError, RecordError
from communique.views.cli.characters import one_line
from communique.views.cli.options import PRETTY, one_of
from communique.views.cli.reporting import DONE, FAILED, complain

if TYPE_CHECKING:
    from communique.knowledge import Answer, Register
    from communique.record import DateValue

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="Ask the register of actors, offices and states.")
_FIELDS = ("name", "wikidata", "kind", "office", "state", "status", "as_of")
_CANDIDATE = ("name", "wikidata", "office", "state", "status")


def _format(value: str) -> str:
    return one_of(value, (PRETTY, "json"), "--format")


@app.callback()
def _group() -> None:
    """Keeps `who` a command of its own, also while it is the only one."""


@app.command()
def who(
    text: Annotated[
        str, typer.Argument(metavar="TEXT", help="A name or office; - reads lines of text, date, state with tabs.")
    ],
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The day that is meant, e.g. 2022-05-30.")] = None,
    state: Annotated[str | None, typer.Option(metavar="ISO3", help="The state in whose context it is said, e.g. IRN.")] = None,
    format_name: Annotated[str, typer.Option("--format", metavar="FORMAT", callback=_format, help="pretty or json.")] = PRETTY,
) -> None:
    """Tell whom a name or office meant on a day, or that it is not known.

    With - as TEXT one JSON object is printed for each line, also for one that can't be understood ("error").
    """
    if text == "-":
        raise typer.Exit(_lines(sys.stdin, date, state))
    try:
        answer = _answer(text, date, state)
    except RecordError as error:
        raise typer.BadParameter(str(error)) from error
    if format_name == PRETTY:
        _print(text, answer)
    else:
        typer.echo(json.dumps(_plain(answer), ensure_ascii=False))


def _lines(lines: Iterable[str], date: str | None, state: str | None) -> int:
    """Answer lines of `text<TAB>date<TAB>state`; where a field is empty, the option counts."""
    status = DONE
    for number, line in enumerate(lines, 1):
        text, own_date, own_state, *_ = (part.strip() for part in (line.rstrip("\r\n") + "\t\t").split("\t"))
        try:
            found = _plain(_answer(text, own_date or date, own_state or state))
        except RecordError as error:
            complain(f"line {number}: {error}")
            found, status = {**dict.fromkeys(_FIELDS), "status": "unknown", "candidates": [], "error": str(error)}, FAILED
        typer.echo(json.dumps({"text": text, **found}, ensure_ascii=False))
    return status


def _answer(text: str, date: str | None, state: str | None) -> Answer:
    """The register's answer.

    Raises:
        RecordError: if the date is missing or none, or there is no such state.
        KnowledgeError: if the register is missing or broken.
    """
    from communique.knowledge import Register

    register = Register.shipped()
    known = _state(register, state) if state else None
    return register.who(text, _day(date), known)


def _state(register: Register, code: str) -> str:
    try:
        return register.state(code.upper()).iso3
    except KnowledgeError as error:
        raise RecordError(str(error)) from error


def _day(date: str | None) -> DateValue:
    from communique.record import DateValue

    if not date:
        raise RecordError("a date is needed, as offices change hands; give it with --date, e.g. --date 2022-05-30")
    day = DateValue(date)
    if day.first is None:
        raise RecordError(f"{date!r} names no day, month or year that is in the calendar; write it like 2022-05-30")
    return day


def _plain(answer: Answer) -> dict[str, object]:
    candidates = [{name: getattr(candidate, name) for name in _CANDIDATE} for candidate in answer.candidates]
    return {**{name: getattr(answer, name) for name in _FIELDS}, "candidates": candidates}


def _print(text: str, answer: Answer) -> None:
    from rich.text import Text

    from communique.views.cli.pretty import Page
    from communique.views.cli.pretty.words import office

    page = Page()
    name = answer.name or f"{one_line(text)}: not known"
    ids = " · ".join(part for part in (answer.kind, answer.state, answer.wikidata) if part)
    page.line(Text.assemble((name, "bold"), f"  {ids}"))
    if answer.occupancy:
        page.line(office(answer.occupancy), indent=2)
    for candidate in answer.candidates:
        page.line(Text(" · ".join(part for part in (candidate.name, candidate.office, candidate.wikidata) if part)), indent=2)
