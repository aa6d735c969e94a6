"""The record in formats that other programs read: one file a format, one line here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol, TextIO

from communique.record import Record
from communique.views.export import csv, gold, json, jsonl

__all__ = ["FORMATS", "Exporter"]


class Exporter(Protocol):
    """A format; each of the modules here is one."""

    def write(self, records: Iterable[Record], out: TextIO) -> None:
        """Write records, one after another, as they come."""
        ...


FORMATS: Mapping[str, Exporter] = {
    "csv": csv,
    "gold": gold,
    "json": json,
    "jsonl": jsonl,
}
