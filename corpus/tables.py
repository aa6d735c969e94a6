"""The tables beside the texts: house styles, regions of the world, the split of each document."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
TEXTS = FOLDER / "texts"
SPLITS = ("train", "dev", "test")


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@cache
def styles() -> dict[str, str]:
    """House style to what it is like."""
    return {r["style"]: r["about"] for r in _rows("styles.csv")}


@cache
def regions() -> dict[str, str]:
    """ISO 3166-1 alpha-3 code of a state to the region whose names its people have."""
    return {r["code"]: r["region"] for r in _rows("regions.csv")}


@cache
def state_names() -> dict[str, str]:
    """ISO 3166-1 alpha-3 code of a state to its short English name."""
    return {r["code"]: r["name"] for r in _rows("regions.csv")}


@cache
def splits() -> dict[str, str]:
    """Document key to `train`, `dev` or `test`."""
    return {r["document"]: r["split"] for r in _rows("splits.csv")}
