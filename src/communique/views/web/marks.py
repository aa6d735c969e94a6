"""Which characters of a document carry which of its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from communique.record import Record, Span, Statement, TimeMention
from communique.views.web.segments import Mark, Role

TINTS = 8  # as many hues as stay apart for most eyes


def time_id(mention: TimeMention) -> str:
    """An id for a time mention, which has none of its own: unique within its document."""
    return f"t-{mention.span.start}-{mention.span.end}"


def tints(record: Record) -> dict[str, int | None]:
    """A hue (0 … 7) for each speaker, by id, who says most first, ties in text order; None from the ninth on."""
    said = Counter(speaker for statement in record.statements for speaker in statement.speakers)
    return {speaker: rank if rank < TINTS else None for rank, (speaker, _) in enumerate(said.most_common())}


def marks(record: Record) -> Iterator[Mark]:
    """Every stretch of evidence in a record, as marks on `Document.text`."""
    for statement in record.statements:
        yield from _statement(statement)
    for encounter in record.encounters:
        yield from (Mark(span, encounter.id, "encounter") for span in encounter.evidence.spans)
    for event in record.events:
        yield from (Mark(span, event.id, "event") for span in event.evidence.spans)
    for commitment in record.commitments:
        yield from (Mark(span, commitment.id, "commitment") for span in commitment.evidence.spans)
    for actor in record.actors:
        yield from (Mark(span, actor.id, "mention") for span in actor.mentions)
    for mention in record.times:
        yield Mark(mention.span, time_id(mention), "date")


def _statement(statement: Statement) -> Iterator[Mark]:
    parts: tuple[tuple[Role, tuple[Span, ...]], ...] = (
        ("content", statement.content or statement.evidence.spans),
        ("cue", statement.cue_spans),
        ("speaker", statement.speaker_spans),
        ("addressee", statement.addressee_spans),
        ("insert", statement.inserts),
    )
    yield from (Mark(span, statement.id, role) for role, spans in parts for span in spans)
