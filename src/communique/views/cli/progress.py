"""How far a long run is, on standard error: a bar in a terminal, else a line now and then."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from communique.views.cli.reporting import tell

T = TypeVar("T")
EVERY = 10.0  # seconds between lines where there is no terminal


def followed(results: Iterable[T], paths: Sequence[str]) -> Iterator[T]:
    """The same results, while their progress is shown; `paths` are those they come from."""
    return _with_bar(results, paths) if sys.stderr.isatty() else _with_lines(results)


def _with_lines(results: Iterable[T]) -> Iterator[T]:
    started = told = time.monotonic()
    for number, result in enumerate(results, 1):
        yield result
        now = time.monotonic()
        if now - told >= EVERY:
            tell(f"{number:,} done, {number / (now - started):.1f} a second")
            told = now


def _with_bar(results: Iterable[T], paths: Sequence[str]) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[rate]}"), TimeRemainingColumn())
    console, started = Console(stderr=True), time.monotonic()
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task("", total=_count(paths), rate="")
        for number, result in enumerate(results, 1):
            yield result
            bar.update(task, advance=1, rate=f"{number / (time.monotonic() - started):.1f} a second")


def _count(paths: Sequence[str]) -> int | None:
    """How many inputs the paths hold. Files are read once more for it, a thousandth of the time that understanding takes."""
    from communique.sources import read_inputs

    return None if "-" in paths else sum(1 for _ in read_inputs(paths))
