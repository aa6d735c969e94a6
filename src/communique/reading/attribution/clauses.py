"""Clauses as content: "said (that) …", "…, the minister said"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.reading.attribution.edges import FINITE, STOPS, Content, content_end, tidy
from communique.reading.attribution.frames import Frame
from communique.reading.names import CALENDAR
from communique.reading.syntax import Syntax

_SHORTEST = 3  # words of a clause
_PLAIN_SPEECH = frozenset(
    {"say", "add", "note", "tell", "believe", "think", "insist", "claim", "argue", "stress", "announce", "hope", "declare"}
)


def fronted(frame: Frame) -> bool:
    """ "Welcoming the guest, the president said …": a participle at the front sets the scene and reports nothing."""
    s = frame.syntax
    return (
        s.form(frame.verb) == "participle"
        and all(s.tag(k) in ("RB", "CC", "IN", "``") for k in range(frame.verb))
        and s.unit.quoted is None
    )


def marked(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """ "said … that …"."""
    return clause(frame, others, floor) if _that(frame) is not None else None


def trailing(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """ "…, the minister said on Monday.": nothing but times and places follows the verb."""
    s = frame.syntax
    if any(c > frame.verb for c in s.all(frame.verb, "ccomp", "xcomp")):
        return None
    after = frame.after
    if frame.subject is not None and frame.subject > frame.verb:
        after = max(after, s.extent(frame.subject)[1])
    ends = after >= len(s.unit) or s.low(after) in (
        ".",
        ",",
        "!",
        "?",
        ";",
        "",
        "in",
        "on",
        "at",
        "after",
        "during",
        "following",
        "ahead",
        "when",
        "as",
        "while",
    )
    return before(frame, others, floor) if ends or s.low(frame.verb + 1) in CALENDAR else None


def clause(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "said (on Monday) (that) …": from there to where the next report begins."""
    if "that" not in frame.cue.frames and "whether" not in frame.cue.frames:
        return None
    s = frame.syntax
    start = _that(frame)
    marked = start is not None
    if start is None:
        start = _complement(frame)
    if start is None:
        return None
    if not marked and frame.cue.kind in ("document",):
        return None
    end = content_end(frame, others, start)
    if not any(k in s.verbs or s.label(k) == "cop" for k in range(start, end)):
        return None
    return Content((tidy(s, start, end),), 0.9 if marked else 0.85)


def _that(frame: Frame) -> int | None:
    """The word after "that", where it opens the complement."""
    s, k = frame.syntax, frame.verb + 1
    limit = min(len(s.unit), frame.verb + 16)
    while k < limit:
        if s.low(k) in ("that", "whether") and s.tag(k) in ("IN", "WDT", "DT") and (s.tag(k) == "IN" or k == frame.after):
            head = s.unit.heads[k]
            if k == frame.verb + 1 and s.low(k) == "that" and s.label(k) == "mark":  # whatever the tree hangs it on
                return k + 1
            if s.label(k) == "mark" and head > k and _hangs_on(s, head, frame.verb):
                return k + 1 if s.low(k) == "that" else k
        if k > frame.after and k in s.verbs:
            return None
        k += 1
    if s.low(frame.after) in ("that", "whether"):
        return frame.after + 1
    return None


def _hangs_on(s: Syntax, i: int, verb: int) -> bool:
    for _ in range(3):
        if i == verb:
            return True
        i = s.unit.heads[i]
        if i < 0:
            return False
    return i == verb


def _complement(frame: Frame) -> int | None:
    """Where a clause without "that" begins: the left edge of the complement, or what follows a verb of saying."""
    s = frame.syntax
    for c in s.all(frame.verb, "ccomp"):
        if c > frame.verb:
            start = max(min(s.subtree(c)), frame.verb + 1)
            while s.low(start) in (",", "that", ":") and start < c:
                start += 1
            return max(start, frame.after) if start < frame.after <= c else start
    nxt = s.low(frame.after)
    if (
        frame.cue.lemma not in _PLAIN_SPEECH
        or nxt in STOPS
        or nxt in (".", ":", "in", "on", "at", "to", "", "it", "so", "nothing")
    ):
        return None
    for k in range(frame.after + 1, len(s.unit)):
        if s.low(k) == "," and s.tag(k + 1) == "VBG":
            return None
        if s.tag(k) in FINITE:
            return frame.after
    return None


def before(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """ "…, the minister said.", "…, he said, …": what stands before the comma, and what goes on after the clause."""
    s = frame.syntax
    if not frame.cue.frames & {"inverted", "that", "quote"}:
        return None
    comma = _left_edge(frame)
    while s.tag(comma) in ("''", "``") or s.low(comma) in ('"', "”", "’", "'", "»"):
        comma -= 1
    if s.low(comma) not in (",", "–", "—") or comma <= floor:
        return None
    start = floor
    for other in others:
        if other.verb < frame.verb and other.lead > start and other is not frame:
            start = max(start, _restart(s, other, comma))
    headline = s.tag(len(s.unit) - 1) != "."
    goes_on = s.low(frame.after) == "," and any(s.tag(k) in FINITE for k in range(frame.after, len(s.unit)))
    whole = comma - start >= _SHORTEST and (headline or any(s.tag(k) in FINITE for k in range(start, comma)))
    if not whole and not (goes_on and comma > start):
        return None
    pieces = [tidy(s, start, comma)]
    if s.low(frame.after) == "," and frame.after + 3 < len(s.unit) and not _is_fronted(s, frame.after + 1):
        pieces.append(tidy(s, frame.after + 1, content_end(frame, others, frame.after + 1)))
    return Content(tuple(pieces), 0.85)


def _left_edge(frame: Frame) -> int:
    """The word before the reporting clause: before its subject, or before the verb where the subject follows it."""
    if frame.subject is not None and frame.subject > frame.verb:
        return frame.verb - 1
    return frame.lead - 1


def _restart(s: Syntax, other: Frame, comma: int) -> int:
    """Where new content can begin after an earlier report in the sentence: after ", but" and the like."""
    for k in range(comma - 1, other.after, -1):
        if s.low(k) in ("but", "and", "while") and s.low(k - 1) == ",":
            return k + 1
    return other.lead


def _is_fronted(s: Syntax, i: int) -> bool:
    return s.tag(i) == "VBG" or s.low(i) in ("who", "which", "where", "citing", "according", "as")
