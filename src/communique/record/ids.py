"""Ids made of content: the same words in the same place give the same id on every machine and in every run."""

from __future__ import annotations

import hashlib

from communique.record.span import Span

_LENGTH = 16  # hex digits: 64 bits, a collision in 100 M documents has odds of 1 in 3,700


def digest(*parts: str) -> str:
    """A short digest of some strings; their order and borders count."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def document_id(text: str, outlet: str | None, published: str | None) -> str:
    """Id of a document: of its words, its outlet and its day, not of the file it came in."""
    return "d-" + digest(text, outlet or "", published or "")


def fact_id(prefix: str, document: str, spans: tuple[Span, ...], *fields: str) -> str:
    """Id of a fact: of its document, the words it was read from and what tells it from others read there."""
    where = ",".join(f"{s.start}-{s.end}" for s in spans)
    return f"{prefix}-{digest(document, where, *fields)}"


def local_actor_id(document: str, name: str) -> str:
    """Id of an actor only this document knows."""
    return "local:" + digest(document, name)
