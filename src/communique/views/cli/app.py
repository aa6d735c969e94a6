"""The commands in one program, and how it ends.

Exit status: 0 all was done, 1 some documents or the command failed, 2 usage, 130 interrupted.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from typing import Annotated, NoReturn

import typer

from communique.errors import CommuniqueError, QueryError
from communique.views.cli.commands import adding, asking, demonstrating, exporting, naming, reading, serving
from communique.views.cli.reporting import FAILED, USAGE, complain, reason

app = typer.Typer(
    name="communique",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: drawn boxes cost more time than all the rest of it
    pretty_exceptions_enable=False,
)
_COMMANDS = (
    reading.read,
    adding.add,
    asking.search,
    asking.show,
    asking.commitments,
    exporting.export,
    serving.serve,
    demonstrating.demo,
)
for command in _COMMANDS:
    app.command()(command)
app.add_typer(naming.app, name="register")


def _version(asked: bool) -> None:
    if asked:
        from communique import __version__

        typer.echo(f"communique {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Turn readouts and reports of meetings, calls and visits into a sourced record: who said what to whom, who met, what
    was promised."""


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program on some arguments, those of the process if None; returns the exit status."""
    try:
        app(args=None if arguments is None else list(arguments), prog_name="communique")
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except QueryError as error:
        complain(f"this search can't be understood, {error}")
        return USAGE
    except (CommuniqueError, OSError) as error:
        complain(reason(error))
        return FAILED
    return 0


def main() -> NoReturn:
    """The program itself: runs, says goodbye to its output, and ends the process."""
    if hasattr(signal, "SIGPIPE"):  # a closed pipe (`| head`) ends us without a word, as it ends other programs
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    status = run()
    try:
        sys.stdout.flush()
    except OSError as error:  # a full disk; the interpreter would try to flush once more, and complain in many words
        complain(f"the output could not be written: {error.strerror}; see that there is room for it")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAILED
    sys.exit(status)
