"""communique turns readouts and reports of meetings, calls and visits into a sourced record.

    import communique

    record = communique.read(text, published_on="2024-03-12")
    for statement in record.statements:
        print([record.actor(name).name for name in statement.speakers], statement.act)

    with communique.open("communique.db") as archive:
        hits = archive.search("ferry speaker:Lindqvist")

Importing this package loads none of its rooms; each name does so when it is first used.
"""

from __future__ import annotations

from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.errors import CommuniqueError
    from communique.record import (
        Actor,
        Commitment,
        DateValue,
        Document,
        Encounter,
        Event,
        Evidence,
        Record,
        Span,
        Statement,
    )
    from communique.store import Archive

__version__ = "0.1.0"

__all__ = [
    "Actor", "Archive", "Commitment", "CommuniqueError", "DateValue", "Document", "Encounter", "Event", "Evidence", "Record",
    "Span", "Statement", "open", "read",
]  # fmt: skip
_HOMES = {"Archive": "communique.store", "CommuniqueError": "communique.errors"}


def read(
    text: str | bytes,
    *,
    published_on: date | DateValue | str | None = None,
    outlet: str | None = None,
    name: str = "text",
) -> Record:
    """The record of one text or HTML page.

    `published_on` is the day it was published, as a date, an ISO 8601 prefix (`2022-05`) or in words; without it the date is
    looked for in the text. `name` is what the record calls its source. All offsets of the record are Unicode code points of
    `Document.text`; `Document.origin` maps them to `text` as it was given (of bytes: as they were decoded).

    Raises:
        SourceError: if the bytes are no text, or `published_on` is no date.
        DocumentError: if they hold no article.
    """
    from communique.run.pipeline import read_input
    from communique.sources import Input

    # Half of a surrogate pair can't be encoded; "?" in its place is one character too, so that offsets hold.
    data = text if isinstance(text, bytes) else text.encode("utf-8", "replace")
    return read_input(Input(name, data), None if published_on is None else str(published_on), outlet)


def open(path: str | Path, *, create: bool = True, read_only: bool = False) -> Archive:
    """The archive in a file, made if it is not there and `create` is true; a context manager, as files are.

    Raises:
        StoreError: if it can't be opened, or is no archive.
        MigrationError: if it was written by a newer version of this program.
    """
    from communique.store import Archive

    return Archive.open(path, create=create, read_only=read_only)


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module 'communique' has no attribute {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES.get(name, "communique.record")), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
