"""Segments of text dressed for display: the style classes, the facts and the link targets of each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.record import Record
from communique.views.web.dates import day
from communique.views.web.marks import time_id
from communique.views.web.segments import Mark, Segment

_SUPPORTING = frozenset({"speaker", "addressee", "mention"})  # words that belong to a fact, but are no place to land on


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters shown alike.

    `text` is the document's own characters, never HTML. `facts` are ids, the one a click should choose first.
    `anchors` are ids of facts whose evidence begins here. `hint` says what date the words mean, where they name one.
    """

    text: str
    classes: str = ""
    facts: tuple[str, ...] = ()
    anchors: tuple[str, ...] = ()
    hint: str | None = None


def painted(record: Record, rows: Iterable[Sequence[Segment]], hues: dict[str, int | None]) -> list[tuple[Piece, ...]]:
    """The pieces of each row of segments, in the same order."""
    statement_hues = {s.id: hues.get(next(iter(s.speakers), "")) for s in record.statements}
    hints = {time_id(t): day(t.value) for t in record.times if t.value}
    landed: set[str] = set()
    return [
        tuple(
            Piece(
                text=segment.span.of(record.document.text),
                classes=" ".join(_classes(segment.marks, statement_hues)),
                facts=_facts(segment.marks),
                anchors=_anchors(segment.marks, landed),
                hint=next((hints[m.fact] for m in segment.marks if m.fact in hints), None),
            )
            for segment in row
        )
        for row in rows
    ]


def _classes(marks: Sequence[Mark], hues: dict[str, int | None]) -> list[str]:
    """Roles as classes; of nested contents the innermost gives the tint and the next one the line beneath it."""
    roles = dict.fromkeys(mark.role for mark in marks)
    tinted = dict.fromkeys(_tint(hues.get(mark.fact)) for mark in marks if mark.role in ("content", "cue"))
    around = dict.fromkeys(mark.fact for mark in marks if mark.role == "content")
    nested = [f"over-{_tint(hues.get(outer))}" for outer in list(around)[1:2]]
    return [*roles, *(f"tint-{hue}" for hue in list(tinted)[:1]), *nested]


def _tint(hue: int | None) -> str:
    return "none" if hue is None else str(hue)


def _facts(marks: Sequence[Mark]) -> tuple[str, ...]:
    main = (mark.fact for mark in marks if mark.role not in _SUPPORTING)
    return tuple(dict.fromkeys((*main, *(mark.fact for mark in marks))))


def _anchors(marks: Sequence[Mark], landed: set[str]) -> tuple[str, ...]:
    """Facts whose main words begin here; cues and inserts are no landing place, as contents may stand elsewhere."""
    places = ("content", "encounter", "event", "commitment", "date", "mention")
    new = tuple(dict.fromkeys(m.fact for m in marks if m.role in places and m.fact not in landed))
    landed.update(new)
    return new
