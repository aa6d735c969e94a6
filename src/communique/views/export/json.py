"""JSON: one object a document, each as `record.schema.json` (JSON Schema 2020-12) has it, indented for reading.

Several documents give several objects, one after another; for many of them `jsonl` is the better format.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from importlib.resources import files
from typing import TextIO

from communique.record import Record
from communique.record.plain import Plain, to_plain

SCHEMA_VERSION = 1  # goes up when a reader of the former version could misunderstand the new


def write(records: Iterable[Record], out: TextIO) -> None:
    """Write one indented object a document."""
    for record in records:
        json.dump(to_object(record), out, ensure_ascii=False, indent=2)
        out.write("\n")


def to_object(record: Record) -> dict[str, Plain]:
    """A record as a JSON object; offsets are code points of `document.text`, `document.origin` maps them to the input."""
    plain = to_plain(record)
    assert isinstance(plain, dict)
    return {"communique": SCHEMA_VERSION, **plain}


def schema() -> dict[str, Plain]:
    """The JSON Schema of the objects."""
    loaded: dict[str, Plain] = json.loads((files(__package__) / "record.schema.json").read_text("utf-8"))
    return loaded
