"""A fact as JSON gives it, gold or predicted, read with types: what is missing or of another type reads as nothing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple


class Range(NamedTuple):
    """`[start, end)` in code points of a document's original input."""

    start: int
    end: int


class Item:
    """A JSON object: a document, or one fact of it."""

    def __init__(self, fields: Mapping[str, object]) -> None:
        self._fields = fields

    def __contains__(self, field: str) -> bool:
        return field in self._fields

    def text(self, field: str) -> str:
        """A field in words; empty where there is none."""
        value = self._fields.get(field)
        return "" if value is None else str(value)

    def texts(self, *fields: str) -> list[str]:
        """The values of some fields, each one string or a list of them, without empty ones."""
        values = [self._fields.get(field) for field in fields]
        every = [x for v in values for x in (v if isinstance(v, list) else [v])]
        return [str(x) for x in every if x]

    def holds(self, field: str) -> bool:
        """Whether a field is true, or has something in it."""
        return bool(self._fields.get(field))

    def is_false(self, field: str) -> bool:
        """Whether a field says false, rather than nothing."""
        return self._fields.get(field) is False

    def range(self, field: str) -> Range | None:
        """A field that holds one pair of offsets."""
        return _range(self._fields.get(field))

    def ranges(self, field: str) -> list[Range]:
        """A field that holds a list of pairs of offsets, in text order."""
        value = self._fields.get(field)
        return sorted(r for v in value if (r := _range(v))) if isinstance(value, list) else []

    def items(self, field: str) -> list[Item]:
        """A field that holds a list of objects."""
        value = self._fields.get(field)
        return [Item(v) for v in value if isinstance(v, dict)] if isinstance(value, list) else []


def _range(value: object) -> Range | None:
    match value:
        case [int(start), int(end)] if start < end:
            return Range(start, end)
    return None


def read_item(path: Path) -> Item:
    """A file that holds one object."""
    return Item(json.loads(path.read_text(encoding="utf-8")))
