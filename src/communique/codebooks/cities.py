"""Cities that are no capitals and where states meet, with their state.

`cities.csv` was chosen and read through by hand; names that are more often a person's or a word ("Nice", "Florence") are
left out. `same_as` names the row's main spelling. Sources: common knowledge of atlases; codes are ISO 3166-1 alpha-3, with
`KOS` for Kosovo.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class City(NamedTuple):
    """A city: its name in this package, and the state it lies in."""

    name: str
    state: str


@cache
def cities() -> dict[str, City]:
    """Cities by every spelling."""
    with files(__package__).joinpath("cities.csv").open(encoding="utf-8") as file:
        return {row["name"]: City(row["same_as"] or row["name"], row["state"]) for row in csv.DictReader(file)}
