"""Many inputs, one after another, each failing alone; and their way into an archive."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.errors import SourceError, StoreError
from communique.reading.protocol import Engine
from communique.record import Record
from communique.run.pipeline import read_input
from communique.sources import Failure, Input, read_inputs
from communique.store import Archive, Outcome

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Reading:
    """An input and the record it gave."""

    source: Input
    record: Record


@dataclass(frozen=True, slots=True)
class Kept:
    """A document that is in the archive now: the name of its input, its id, and what adding it changed."""

    name: str
    document_id: str
    outcome: Outcome


def read_all(
    paths: Iterable[str], published: str | None = None, outlet: str | None = None, engine: Engine | None = None
) -> Iterator[Record | Failure]:
    """The records of all inputs that some paths name (see `read_inputs`), lazily and in order; nothing is raised."""
    for result in read_each(read_inputs(paths), published, outlet, engine):
        yield result.record if isinstance(result, Reading) else result


def read_each(
    inputs: Iterable[Input | Failure],
    published: str | None = None,
    outlet: str | None = None,
    engine: Engine | None = None,
) -> Iterator[Reading | Failure]:
    """Each input with its record, lazily and in order; `published` and `outlet` count for every one of them."""
    for source in inputs:
        yield source if isinstance(source, Failure) else _read(source, published, outlet, engine)


def ingest(archive: Archive, readings: Iterable[Reading | Failure]) -> Iterator[Kept | Failure]:
    """Keep each reading in a transaction of its own, as it comes; what was kept before a failure stays.

    Raises:
        StoreError: if the archive refuses two documents in a row for the same reason: that is then not the documents'.
    """
    refused: str | None = None
    for reading in readings:
        if isinstance(reading, Failure):
            yield reading
            continue
        kept = _keep(archive, reading)
        if isinstance(kept, Failure) and kept.message == refused:
            raise StoreError(kept.message)
        refused = kept.message if isinstance(kept, Failure) else None
        yield kept


def _read(source: Input, published: str | None, outlet: str | None, engine: Engine | None) -> Reading | Failure:
    try:
        return Reading(source, read_input(source, published, outlet, engine))
    except SourceError as error:
        return Failure(source.name, str(error))
    except Exception as error:  # noqa: BLE001  # a text that breaks the program must not stop the texts behind it
        _log.debug("reading %s failed", source.name, exc_info=True)
        what = " ".join(f"{type(error).__name__}: {error}".split())
        return Failure(source.name, f"this text broke the program ({what[:200]}); please report it, the others are read")


def _keep(archive: Archive, reading: Reading) -> Kept | Failure:
    name, record = reading.source.name, reading.record
    try:
        return Kept(name, record.document.id, archive.add(record, reading.source.data))
    except StoreError as error:
        return Failure(name, str(error))
