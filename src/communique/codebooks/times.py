"""The words of times: months, weekdays, numbers, units, deictic words, verbs that tell past from future.

`times.csv` has one row a word and class; a capital in `word` means that the text must write one too ("May", but "may").
Values: months and weekdays are numbered as in ISO 8601, lengths are written as there (`1Y`), seasons and vague references
as in TIMEX3 (`SP`, `PAST_REF`), days as a shift from today.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import NamedTuple


class TimeWord(NamedTuple):
    """A word, one class it belongs to, and its value there ("" where the class needs none)."""

    word: str
    word_class: str
    value: str


@cache
def time_words() -> tuple[TimeWord, ...]:
    """Every row of `times.csv`, in its order."""
    with files(__package__).joinpath("times.csv").open(encoding="utf-8") as file:
        return tuple(TimeWord(row["word"], row["class"], row["value"]) for row in csv.DictReader(file))
