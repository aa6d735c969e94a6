"""Speech and thought without quotation marks: what a reporting clause reports."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.attribution import clauses, phrases
from communique.reading.attribution.edges import Content
from communique.reading.attribution.frames import Frame

_WAYS = (  # in this order: the surer construction first
    phrases.cue_noun, clauses.marked, clauses.trailing, clauses.clause, phrases.infinitive, phrases.entreaty, phrases.named,
    phrases.object_phrase, phrases.preposition, clauses.before,
)  # fmt: skip


def content(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """What a frame reports; `others` are the frames of the same unit, `floor` the first word it may begin with."""
    if clauses.fronted(frame):
        return clauses.marked(frame, others, floor)
    for way in _WAYS:
        if (found := way(frame, others, floor)) is not None:
            return found
    return None
