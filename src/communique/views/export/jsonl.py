"""JSON Lines: the objects of `json`, one a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TextIO

from communique.record import Record
from communique.views.export.json import to_object


def write(records: Iterable[Record], out: TextIO) -> None:
    """Write one object a line."""
    for record in records:
        out.write(json.dumps(to_object(record), ensure_ascii=False, separators=(",", ":")) + "\n")
