"""Where a content begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.reading.attribution.frames import Frame
from communique.reading.syntax import Syntax

_ASIDE = frozenset(
    {
        "something",
        "but",
        "while",
        "although",
        "though",
        "as",
        "after",
        "before",
        "saying",
        "one",
        "a",
        "because",
        "since",
        "with",
    }
)
FINITE = ("VBD", "VBZ", "VBP", "MD")
STOPS = frozenset({",", "and", "but", "while", ";", "–", "—", "as", "-", "before", "after"})


@dataclass(frozen=True, slots=True)
class Content:
    """Words `[start, end)` of a unit, in pieces; `sure` in [0, 1] is how often the construction is right."""

    pieces: tuple[tuple[int, int], ...]
    sure: float
    cue_end: int | None = None


def content_end(frame: Frame, others: Sequence[Frame], start: int) -> int:
    """Where a content that begins at `start` ends: before the next report that is set off, else with the sentence."""
    s = frame.syntax
    end = len(s.unit)
    for other in others:
        if other.verb <= frame.verb or other.verb <= start or other.lead <= start:
            continue
        edge = other.lead
        if s.low(edge - 1) in STOPS and (edge - start > 1) and _set_off(frame, other, edge):
            end = min(end, edge - 1)
    for k in range(start + 2, end):
        if s.low(k) == "according" and s.low(k + 1) == "to" and s.low(k - 1) == ",":
            end = min(end, k - 1)
    return end


def _set_off(frame: Frame, other: Frame, edge: int) -> bool:
    """Whether another report stands beside this one rather than inside it."""
    s = frame.syntax
    if s.form(other.verb) == "participle":
        return s.low(edge - 1) in (",", "and", "–", "—", "while") and other.cue.kind == "speech"
    same = other.subject is not None and other.subject == frame.subject
    if same and s.low(edge - 1) in ("and", "but", ","):
        return True
    named = other.subject is not None and s.unit.heads[other.subject] == other.verb
    return (
        other.cue.kind == "speech"
        and s.low(edge - 1) in (",", "but", "while", ";", "–", "—")
        and (named or s.low(other.verb - 1) in STOPS)
    )


def phrase_end(s: Syntax, thing: int, start: int, end: int) -> int:
    """A noun phrase as content ends at a comma that opens a clause or an aside: ", something he …", ", but …", ", which …"."""
    for k in range(max(start, thing) + 1, end):
        if s.low(k) == "," and (s.low(k + 1) in _ASIDE or s.tag(k + 1) in ("WDT", "WP", "VBG", "WRB")):
            return k
    return end


def tidy(s: Syntax, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and s.low(start) in (",", "that", ":", "–", "—", "-", '"'):
        start += 1
    while end > start + 1 and s.low(end - 1) in (",", ".", "and", "but", ";", ":", "–", "—", "-", "while", "as", "!", "?"):
        end -= 1
    return start, end
