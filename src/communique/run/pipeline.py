"""The way of one text, from bytes to record: the one place that names all the rooms."""

from __future__ import annotations

from communique.actors.scene import stage
from communique.documents import build
from communique.extract.commitments import commitments
from communique.extract.encounters import encounters
from communique.extract.events import events
from communique.extract.scope import is_diplomatic
from communique.extract.statements import statements
from communique.knowledge import Register
from communique.reading.protocol import Engine
from communique.record import Document, Record
from communique.run.engines import engine as engine_of
from communique.sources import Input


def read_document(document: Document, engine: Engine | None = None, register: Register | None = None) -> Record:
    """The record of a document; a pure function of it, the engine (the reader that ships) and the register."""
    engine = engine or engine_of()
    reading = engine.read([document])[0]
    scene = stage(document, reading, register)
    said = statements(scene)
    met = encounters(scene)
    promised = commitments(scene)
    happened = events(scene, said, met, promised)
    return Record(
        document=document,
        engine=engine.name,
        diplomatic=is_diplomatic(scene, met, happened),
        actors=tuple(sorted(scene.cast.actors.values(), key=lambda a: a.mentions[0])),
        statements=said,
        encounters=met,
        events=happened,
        commitments=promised,
        times=scene.times,
    )


def read_input(source: Input, published: str | None = None, outlet: str | None = None, engine: Engine | None = None) -> Record:
    """The record of an input.

    Raises:
        SourceError: if its bytes can't be read as text, or hold no article.
    """
    return read_document(build(source, published=published, outlet=outlet), engine)
