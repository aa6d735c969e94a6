"""What the page of one document shows: its text in pieces, who says what beside each paragraph, and who is who."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from communique.record import Actor, Block, Document, Evidence, Record, Span, Statement
from communique.record.documents import BlockKind
from communique.record.span import trimmed
from communique.views.web.marks import marks, tints
from communique.views.web.naming import telling
from communique.views.web.paint import Piece, painted
from communique.views.web.segments import segmented
from communique.views.web.voices import Voice, gathered, voices_beside

_OWN_MARKER = re.compile(r"\s*(?:[-–—•·*▪‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)])\s")


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text and the voices that begin in it; `marked` where a list item brings its own number or bullet."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """A record made ready for its template.

    `tints` are hues by actor id, None for all who say little; `speakers` are those who say something, the identified first.
    `home` is the address of the document's page where facts are shown elsewhere, empty on that page itself.
    """

    record: Record
    rows: tuple[Row, ...]
    tints: dict[str, int | None]
    people: dict[str, Actor] = field(repr=False)
    home: str = ""

    def link(self, fact_id: str) -> str:
        """Where a click on a fact's card leads: to its words on the same page, to its card on the document's page."""
        return f"{self.home}#{fact_id}" if self.home else f"#at-{fact_id}"

    @property
    def speakers(self) -> tuple[Actor, ...]:
        every = [self.actor(speaker) for speaker in self.tints]
        return tuple(sorted(every, key=lambda actor: actor.kind == "unknown"))

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id; one that is named by the id alone where the record lost it."""
        return self.people.get(actor_id) or Actor(id=actor_id, name=actor_id, kind="unknown")

    def actors(self, ids: Iterable[str]) -> list[Actor]:
        return [self.actor(actor_id) for actor_id in ids]

    def names_used(self, actor: Actor) -> list[tuple[str, int]]:
        """The words this text uses for an actor, pronouns aside, and how often, the most frequent first."""
        used = Counter(" ".join(span.of(self.record.document.text).split()) for span in actor.mentions)
        return [(words, used[words]) for words in telling(words for words, _ in used.most_common())]

    def voices(self, statements: Iterable[Statement]) -> list[Voice]:
        """Some of the record's statements, those of the same speakers together."""
        return gathered(statements, self.people, self.tints)

    def said(self, statement: Statement) -> str:
        """The content's own words, pieces joined by an ellipsis."""
        return quoted(self.record.document, statement.content or statement.evidence.spans)


def document_page(record: Record, home: str = "") -> Page:
    """The page of a record.

    Every character of `Document.text` that is not white space stands in exactly one row, whether or not a block names it.
    """
    hues = tints(record)
    blocks = _complete(record.document)
    segments = segmented([block.span for block in blocks], marks(record))
    people = {actor.id: actor for actor in record.actors}
    voices = voices_beside(blocks, record.statements, people, hues)
    pieces = painted(record, segments, hues)
    rows = (
        Row(block.kind, own, said, _is_marked(block, record.document.text))
        for block, own, said in zip(blocks, pieces, voices, strict=True)
    )
    return Page(record, tuple(rows), hues, people, home)


def quoted(document: Document, spans: Sequence[Span]) -> str:
    """The words of some spans of `Document.text` on one line, in text order, with an ellipsis where some are left out."""
    return " … ".join(" ".join(span.of(document.text).split()) for span in sorted(spans))


def evidenced(document: Document, evidence: Evidence) -> list[tuple[str, bool]]:
    """The sentence of some evidence in pieces; true where a piece is the evidence itself."""
    inside = [span for span in sorted(evidence.spans) if span in evidence.sentence]
    edges = sorted({evidence.sentence.start, evidence.sentence.end, *(edge for s in inside for edge in (s.start, s.end))})
    return [(document.text[a:b], any(a in span for span in inside)) for a, b in pairwise(edges)]


def _is_marked(block: Block, text: str) -> bool:
    return block.kind == "list_item" and _OWN_MARKER.match(text, block.span.start, block.span.end) is not None


def _complete(document: Document) -> list[Block]:
    """The document's blocks, with paragraphs put in where words stand outside them."""
    blocks: list[Block] = []
    done = 0
    for block in sorted(document.blocks, key=lambda b: b.span):
        if gap := trimmed(document.text, done, block.span.start):
            blocks.append(Block(gap, "paragraph"))
        blocks.append(block)
        done = block.span.end
    if rest := trimmed(document.text, done, len(document.text)):
        blocks.append(Block(rest, "paragraph"))
    return blocks
