"""What every benchmark does: reads texts with the engine that ships, shows how far it is, ends with one line of JSON."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.items import Item
from benchmarks.matching import Tally
from communique.errors import CommuniqueError
from communique.reading.protocol import Engine
from communique.record import Record
from communique.run.engines import READER
from communique.run.engines import engine as engine_of
from communique.run.pipeline import read_input
from communique.sources import Input
from communique.views.export.gold import to_gold

T = TypeVar("T")
Figures = dict[str, float]

ROOT = Path(__file__).resolve().parents[1]


def arguments(about: str) -> argparse.ArgumentParser:
    """A parser that knows `--data`."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the data sets (%(default)s)")
    return parser


def with_engine(about: str) -> argparse.ArgumentParser:
    """A parser that knows `--data` and `--engine`."""
    parser = arguments(about)
    parser.add_argument("--engine", type=engine_of, default=READER, metavar="NAME", help="reader, rules … (%(default)s)")
    return parser


def shown(items: Sequence[T], label: str) -> Iterable[T]:
    """The items one after another, with a bar on standard error."""
    return track(items, label, console=Console(stderr=True))


def read(name: str, data: bytes, published: str | None = None, engine: Engine | None = None) -> Record | None:
    """The record of a plain text; None, and a line on standard error, where it can't be read."""
    try:
        return read_input(Input(name, data, "text/plain"), published, engine=engine)
    except CommuniqueError as error:
        print(f"{name}: {error}", file=sys.stderr)
        return None


def read_as_gold(name: str, data: bytes, published: str | None = None, engine: Engine | None = None) -> Item:
    """The record in the shape of gold, offsets of the original input; empty where the text can't be read."""
    record = read(name, data, published, engine)
    return Item(to_gold(record) if record else {})


def rates(tally: Tally, f1_of: Iterable[str]) -> Figures:
    """Every figure of a tally that is defined, and F1 of some; a name starting `negative_` is a number per document."""
    found = {figure: rate for figure in tally if (rate := tally.rate(figure)) is not None}
    found |= {f"{what}_f1": f1 for what in f1_of if (f1 := tally.f1(what)) is not None}
    return {figure: round(found[figure], 4) for figure in sorted(found)}


def counts(tally: Tally) -> dict[str, tuple[float, int]]:
    """What stands behind the rates: hits and tries."""
    return {figure: (round(hits, 2), of) for figure, (hits, of) in sorted(tally.items())}


def table(title: str, figures: Figures, tally: Tally) -> None:
    """Print figures with their counts."""
    made = Table("figure", "value", "of", title=title, title_justify="left")
    for figure, value in figures.items():
        made.add_row(figure, f"{value:.3f}", tally.fraction(figure))
    Console().print(made)


def finish(benchmark: str, result: Mapping[str, object], engine: Engine | None = None) -> None:
    """Print the last line: the figures, their counts and the versions of what ran."""
    print(json.dumps({"benchmark": benchmark, **result, "versions": versions(engine)}))


def skip(benchmark: str, missing: Path) -> None:
    """Say that a benchmark did not run for want of its data."""
    print(f"skipped: no {missing}; name the data with --data")
    finish(benchmark, {"skipped": f"no {missing}"})


def versions(engine: Engine | None = None) -> dict[str, str]:
    try:
        package = version("communique")
    except PackageNotFoundError:
        package = "source"
    return {"communique": package, "engine": (engine or engine_of()).name, "python": platform.python_version()}
