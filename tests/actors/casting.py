"""The cast of sentences set by hand, with every phrase by the name of the one it means."""

from __future__ import annotations

from communique.actors.scene import Scene, stage
from communique.record import Actor
from tests.reading.documents import document, reading


def scene(*paragraphs: str, title: str | None = None, published: str | None = "2024-03-12", outlet: str | None = None) -> Scene:
    doc = document(*paragraphs, title=title, published=published, outlet=outlet)
    return stage(doc, reading(doc))


def actors(
    *paragraphs: str, title: str | None = None, published: str | None = "2024-03-12", outlet: str | None = None
) -> dict[str, Actor]:
    """Name → actor."""
    found = scene(*paragraphs, title=title, published=published, outlet=outlet).cast.actors
    return {a.name: a for a in found.values()}


def meant(found: Scene, words: str, nth: int = 0) -> list[str]:
    """The names of those that some words of the text mean; `nth` where the words stand there more than once."""
    spans = sorted(s for s in found.cast.links if s.of(found.text) == words)
    return [found.cast.actor(i).name for i in found.cast.who(spans[nth])] if len(spans) > nth else []
