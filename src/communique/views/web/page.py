"""What the page of one document shows: its text in pieces, who says what beside each paragraph, and who is who."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from communique.record import Actor, Block, Document, Record, Span, Statement
from communique.record.documents import BlockKind
from communique.record.span import trimmed
from communique.views.web.marks import marks, tints
from communique.views.web.paint import Piece, painted
from communique.views.web.segments import segmented


@dataclass(frozen=True, slots=True)
class Voice:
    """What the same speakers say one after another within one paragraph; `speakers` is empty where nobody is named."""

    speakers: tuple[Actor, ...]
    tint: int | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the text and the voices that begin in it."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """A record made ready for its template; `tints` are hues by actor id, `speakers` those who say something.

    `home` is the address of the document's page where facts are shown elsewhere, empty on that page itself.
    """

    record: Record
    rows: tuple[Row, ...]
    tints: dict[str, int]
    people: dict[str, Actor] = field(repr=False)
    home: str = ""

    def link(self, fact_id: str) -> str:
        """Where a click on a fact's card leads: to its words on the same page, to its card on the document's page."""
        return f"{self.home}#{fact_id}" if self.home else f"#at-{fact_id}"

    @property
    def speakers(self) -> tuple[Actor, ...]:
        return tuple(self.actor(speaker) for speaker in self.tints)

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id; one that is named by the id alone where the record lost it."""
        return self.people.get(actor_id) or Actor(id=actor_id, name=actor_id, kind="unknown")

    def actors(self, ids: Iterable[str]) -> list[Actor]:
        return [self.actor(actor_id) for actor_id in ids]

    def names_used(self, actor: Actor) -> list[tuple[str, int]]:
        """The words this text uses for an actor and how often, the most frequent first."""
        used = Counter(" ".join(span.of(self.record.document.text).split()) for span in actor.mentions)
        return used.most_common()

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
    voices = _voices(record, blocks, hues)
    pieces = painted(record, segments, hues)
    rows = (Row(block.kind, own, said) for block, own, said in zip(blocks, pieces, voices, strict=True))
    return Page(record, tuple(rows), hues, {actor.id: actor for actor in record.actors}, home)


def quoted(document: Document, spans: Sequence[Span]) -> str:
    """The words of some spans of `Document.text` on one line, in text order, with an ellipsis where some are left out."""
    return " … ".join(" ".join(span.of(document.text).split()) for span in sorted(spans))


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


def _voices(record: Record, blocks: Sequence[Block], hues: dict[str, int]) -> list[tuple[Voice, ...]]:
    """For each block, the statements whose content begins in it, those of the same speakers put together."""
    people = {actor.id: actor for actor in record.actors}
    starts = [block.span.start for block in blocks]
    begun: list[list[Statement]] = [[] for _ in blocks]
    for statement in sorted(record.statements, key=_place):
        begun[max(bisect_right(starts, _place(statement)) - 1, 0)].append(statement)
    return [
        tuple(
            Voice(tuple(people[s] for s in speakers if s in people), hues.get(next(iter(speakers), "")), tuple(said))
            for speakers, said in groupby(statements, key=lambda s: s.speakers)
        )
        for statements in begun
    ]


def _place(statement: Statement) -> int:
    return min(span.start for span in statement.content or statement.evidence.spans)
