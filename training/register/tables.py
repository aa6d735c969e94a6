"""Reads the raw facts and our own tables."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
Row = dict[str, str]

_CODES = {"XKX": "KOS"}  # Kosovo has no ISO code; the field's coders write KOS


def read(path: Path) -> Iterator[Row]:
    """The rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def own(name: str) -> list[Row]:
    """The rows of one of our reviewed tables."""
    return list(read(HERE / name))


def code(iso3: str) -> str:
    """The code the register uses for a state."""
    return _CODES.get(iso3, iso3)
