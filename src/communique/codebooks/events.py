"""PLOVER v2 event types and modes (Open Event Data Alliance, CC BY-SA 4.0: facts, our own glosses), and our words for them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from communique.codebooks.cues import rows
from communique.record.events import EventType

_TYPES: dict[str, EventType] = {name: name for name in get_args(EventType)}


@dataclass(frozen=True, slots=True)
class EventWord:
    """A verb that stands for an event. `recipient`: `object`, or the prepositions that lead to who it is done to."""

    lemma: str
    event_type: EventType
    mode: str | None
    recipient: frozenset[str]


@cache
def event_words() -> dict[str, EventWord]:
    return {
        r["lemma"]: EventWord(r["lemma"], _TYPES[r["event_type"]], r["mode"] or None, frozenset(r["recipient"].split()))
        for r in rows("event_words.csv")
    }


@cache
def modes() -> frozenset[tuple[str, str]]:
    """(event type, mode) pairs of the manual."""
    return frozenset((r["event"], r["mode"]) for r in rows("plover_modes.csv"))
