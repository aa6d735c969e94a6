"""Documents set by hand, so that these tests need no reader of files."""

from __future__ import annotations

from collections.abc import Iterable

from communique.reading.protocol import Attribution, Reading
from communique.reading.rules import RuleEngine
from communique.record import Block, DateValue, Document, OffsetMap, Span
from communique.record.documents import BlockKind
from communique.record.ids import document_id


def document(
    *paragraphs: str,
    title: str | None = None,
    dateline: str | None = None,
    published: str | None = "2024-03-12",
    outlet: str | None = None,
) -> Document:
    """A document of some paragraphs, a blank line between them; its text is its own origin. 12 March 2024 is a Tuesday."""
    head: list[tuple[BlockKind, str | None]] = [("title", title), ("dateline", dateline)]
    parts = [(kind, words) for kind, words in head if words] + [("paragraph", words) for words in paragraphs]
    text, blocks = "", []
    for kind, words in parts:
        text += "\n\n" if text else ""
        blocks.append(Block(Span(len(text), len(text) + len(words)), kind))
        text += words
    return Document(
        id=document_id(text, outlet, published),
        text=text,
        blocks=tuple(blocks),
        origin=OffsetMap(((0, len(text), 0, len(text)),)),
        source="invented",
        media_type="text/plain",
        sha256="0" * 64,
        title=title,
        outlet=outlet,
        published=DateValue(published) if published else None,
    )


def reading(doc: Document) -> Reading:
    return RuleEngine().read([doc])[0]


def said(*paragraphs: str, title: str | None = None) -> list[tuple[str, str]]:
    """(source, content) of every attribution; pieces of either are joined by " / "."""
    doc = document(*paragraphs, title=title)
    return [(words(doc, a.source), words(doc, a.content)) for a in reading(doc).attributions]


def attributions(*paragraphs: str, title: str | None = None) -> tuple[Attribution, ...]:
    return reading(document(*paragraphs, title=title)).attributions


def words(doc: Document, spans: Iterable[Span]) -> str:
    return " / ".join(s.of(doc.text) for s in spans)
