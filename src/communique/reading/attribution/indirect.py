"""Speech and thought without quotation marks: "said that …", "…, he said", "vowing to …", "praised …", "expressed hope …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.codebooks.cues import cue_nouns
from communique.reading.attribution.frames import Frame
from communique.reading.names import CALENDAR
from communique.reading.syntax import Syntax

_EXPRESS = frozenset({"express", "voice", "convey", "extend", "renew", "reiterate", "reaffirm", "offer", "share", "have", "announce", "issue", "declare", "hold"})
_ONLY_NOUNS = frozenset({"express", "voice", "convey", "extend", "renew", "share"})
_PREPOSITIONS = frozenset(["for", "of", "on", "about", "against", "with", "upon", "at", "over"])
_ASIDE = frozenset({"something", "but", "while", "although", "though", "as", "after", "before", "saying", "one", "a", "because", "since", "with"})
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PLAIN_SPEECH = frozenset({"say", "add", "note", "tell", "believe", "think", "insist", "claim", "argue", "stress", "announce", "hope", "declare"})
_STOPS = frozenset({",", "and", "but", "while", ";", "–", "—", "as", "-", "before", "after"})


@dataclass(frozen=True, slots=True)
class Content:
    """Words `[start, end)` of a unit, in pieces; `sure` in [0, 1] is how often the construction is right."""

    pieces: tuple[tuple[int, int], ...]
    sure: float
    cue_end: int | None = None


def content(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """What a frame reports; `others` are the frames of the same unit, `floor` the first word it may begin with."""
    if _fronted(frame):
        return _marked(frame, others, floor)
    for way in (_noun, _marked, _trailing, _clause, _infinitive, _entreaty, _named, _object, _preposition, _before):
        if (found := way(frame, others, floor)) is not None:
            return found
    return None


def _fronted(frame: Frame) -> bool:
    """"Welcoming the guest, the president said …": a participle at the front sets the scene and reports nothing."""
    s = frame.syntax
    return s.form(frame.verb) == "participle" and all(s.tag(k) in ("RB", "CC", "IN", "``") for k in range(frame.verb)) and s.unit.quoted is None


# ------------------------------------------------------------------ to the right of the verb
def _marked(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """"said … that …"."""
    return _clause(frame, others, floor) if _that(frame) is not None else None


def _trailing(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """"…, the minister said on Monday.": nothing but times and places follows the verb."""
    s = frame.syntax
    if any(c > frame.verb for c in s.all(frame.verb, "ccomp", "xcomp")):
        return None
    after = frame.after
    if frame.subject is not None and frame.subject > frame.verb:
        after = max(after, s.extent(frame.subject)[1])
    ends = after >= len(s.unit) or s.low(after) in (".", ",", "!", "?", ";", "", "in", "on", "at", "after", "during", "following", "ahead", "when", "as", "while")
    return _before(frame, others, floor) if ends or s.low(frame.verb + 1) in CALENDAR else None


def _clause(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """"said (on Monday) (that) …": from there to where the next report begins."""
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
    end = _end(frame, others, start)
    if not any(k in s.verbs or s.label(k) == "cop" for k in range(start, end)):
        return None
    return Content((_tidy(s, start, end),), 0.9 if marked else 0.85)


def _that(frame: Frame) -> int | None:
    """The word after "that", where it opens the complement."""
    s, k = frame.syntax, frame.verb + 1
    limit = min(len(s.unit), frame.verb + 16)
    while k < limit:
        if s.low(k) in ("that", "whether") and s.tag(k) in ("IN", "WDT", "DT") and (s.tag(k) == "IN" or k == frame.after):
            head = s.unit.heads[k]
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
    if frame.cue.lemma not in _PLAIN_SPEECH or nxt in _STOPS or nxt in (".", ":", "in", "on", "at", "to", "", "it", "so", "nothing"):
        return None
    for k in range(frame.after + 1, len(s.unit)):
        if s.low(k) == "," and s.tag(k + 1) == "VBG":
            return None
        if s.tag(k) in _FINITE:
            return frame.after
    return None


def _infinitive(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"vowed to …", "urged them to …", "denied having …"."""
    s, wanted = frame.syntax, frame.cue.frames
    for c in s.all(frame.verb, "xcomp", "ccomp", "advcl"):
        if c < frame.verb or c not in s.verbs:
            continue
        to = any(s.low(m) == "to" for m in s.children[c])
        if to and wanted & {"to", "obj_to", "np_to", "on_to", "upon_to", "to_to"}:
            start = _object_start(frame, c) if "to" not in wanted or "obj_to" in wanted else min(s.subtree(c))
            return Content((_tidy(s, start, _end(frame, others, start)),), 0.75)
        if s.tag(c) == "VBG" and "gerund" in wanted and not any(k in range(frame.verb, c) and s.low(k) == "," for k in range(frame.verb, c)):
            return Content((_tidy(s, min(s.subtree(c)), _end(frame, others, c)),), 0.65)
    return None


def _entreaty(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"called on X to …", "asked Y to …", where the tree hung the infinitive on the person asked."""
    s, wanted = frame.syntax, frame.cue.frames
    if not wanted & {"obj_to", "on_to", "upon_to", "to_to"}:
        return None
    asked = [w for w in s.all(frame.verb, "obj", "iobj", "obl") if w > frame.verb]
    for w in asked:
        below = [c for c in s.children[w] if s.label(c).startswith(("acl", "xcomp", "advcl")) and any(s.low(m) == "to" for m in s.children[c])]
        if below and ("obj_to" in wanted or s.low(s.extent(w)[0]) in ("on", "upon", "to")):
            start = s.extent(w)[0]
            return Content((_tidy(s, start + (s.low(start) in ("on", "upon", "to")), _end(frame, others, start)),), 0.7)
    return None


def _object_start(frame: Frame, complement: int) -> int:
    """"urged [the parties to …]", "called on [the parties to …]"."""
    s = frame.syntax
    thing = s.child(frame.verb, "obj", "iobj")
    if thing is not None and frame.verb < thing < complement:
        return s.extent(thing)[0]
    for p, w in s.obliques(frame.verb):
        if p in ("on", "upon", "to") and frame.verb < w < complement:
            case = s.child(w, "case")
            return (case + 1) if case is not None else s.extent(w)[0]
    return min(s.subtree(complement))


def _noun(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"expressed hope that …", "voiced concern over …": the cue takes the noun where a clause follows it."""
    s = frame.syntax
    if frame.cue.lemma not in _EXPRESS:
        return None
    thing = s.child(frame.verb, "obj")
    if thing is None or thing < frame.verb:
        return None
    word = s.unit.lemmas[thing].removesuffix("s") if s.unit.lemmas[thing] not in ("thanks",) else "thanks"
    if word not in cue_nouns() and s.unit.lemmas[thing] not in cue_nouns():
        return None
    start = s.extent(thing)[0]
    end = _end(frame, others, start)
    for k in range(thing + 1, min(thing + 3, end)):
        if s.low(k) == "that" and end - k > 2:
            return Content((_tidy(s, k + 1, end),), 0.85, cue_end=thing + 1)
    return Content((_tidy(s, start, end),), 0.75)


def _named(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"called the figure unworthy", "described it as a step": what somebody calls something."""
    s = frame.syntax
    if "np_as" not in frame.cue.frames:
        return None
    thing = s.child(frame.verb, "obj", "iobj")
    if thing is None or thing < frame.verb:
        return None
    called = any(c > thing for c in s.all(frame.verb, "xcomp", "ccomp")) or any(p == "as" and w > thing for p, w in s.obliques(frame.verb))
    start, stop = s.extent(thing)
    bare = frame.cue.lemma in ("call", "label", "brand", "dub", "term", "deem") and s.low(stop) not in ("for", "on", "to", ".", ",", "upon", "in", "")
    if not called and not bare and not any(c > thing for c in s.all(frame.verb, "obj", "advcl")):
        return None
    return Content((_tidy(s, start, _end(frame, others, start)),), 0.6)


def _object(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"praised the efforts of …", "accused X of …"."""
    s = frame.syntax
    if not any(f == "np" or f.startswith("np_") for f in frame.cue.frames) or frame.cue.lemma in _ONLY_NOUNS:
        return None
    thing = s.child(frame.verb, "obj")
    if thing is None or thing < frame.verb or (thing == frame.addressee and "np" not in frame.cue.frames):
        return None
    if s.low(thing) in ("it", "this", "that", "what", "himself", "herself", "remarks", "statement", "comments", "remark", "comment") \
            or s.tag(thing) == "CD" or s.low(thing) in CALENDAR:
        return None
    needed = {f.removeprefix("np_") for f in frame.cue.frames if f.startswith("np_")}
    if "np" not in frame.cue.frames and not any(p in needed for p, w in s.obliques(frame.verb) if w > thing):
        return None
    start = s.extent(thing)[0]
    if start <= frame.verb:
        start = frame.verb + 1
    end = _phrase_end(s, thing, start, _end(frame, others, start))
    return Content((_tidy(s, start, end),), 0.7 if frame.cue.kind == "speech" else 0.5)


def _phrase_end(s: Syntax, thing: int, start: int, end: int) -> int:
    """A noun phrase as content ends at a comma that opens a clause or an aside: ", something he …", ", but …", ", which …"."""
    for k in range(max(start, thing) + 1, end):
        if s.low(k) == "," and (s.low(k + 1) in _ASIDE or s.tag(k + 1) in ("WDT", "WP", "VBG", "WRB")):
            return k
    return end


def _preposition(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """"called for …", "warned against …", "spoke of …"."""
    s = frame.syntax
    wanted = frame.cue.frames & _PREPOSITIONS
    if frame.cue.lemma in ("refer", "allude", "object", "appeal"):
        wanted |= {"to"}
    for p, w in s.obliques(frame.verb):
        if p in wanted and w > frame.verb and frame.cue.lemma not in ("touch", "dwell", "refer", "allude"):
            start = s.child(w, "case")
            if start is not None and start <= frame.verb + 3 and not any(k in s.verbs for k in range(frame.verb + 1, start)):
                return Content((_tidy(s, start + 1, _end(frame, others, start)),), 0.65)
    for k in s.all(frame.verb, "advcl", "xcomp"):
        mark = s.child(k, "mark")
        if mark is not None and s.low(mark) in wanted and mark == frame.verb + 1:
            return Content((_tidy(s, mark + 1, _end(frame, others, mark)),), 0.65)
    return None


# ------------------------------------------------------------------ to the left of the verb
def _before(frame: Frame, others: Sequence[Frame], floor: int) -> Content | None:
    """"…, the minister said.", "…, he said, …": what stands before the comma, and what goes on after the clause."""
    s = frame.syntax
    if not frame.cue.frames & {"inverted", "that", "quote"}:
        return None
    comma = _left_edge(frame)
    while s.tag(comma) in ("''", "``") or s.low(comma) in ('"', "”", "’", "'", "»"):
        comma -= 1
    if s.low(comma) not in (",", "–", "—") or comma - floor < 3:
        return None
    start = floor
    for other in others:
        if other.verb < frame.verb and other.lead > start and other is not frame:
            start = max(start, _restart(s, other, comma))
    if comma - start < 3 or (not any(start <= k < comma for k in s.verbs) and not any(s.label(k) == "cop" for k in range(start, comma))):
        return None
    pieces = [_tidy(s, start, comma)]
    if s.low(frame.after) == "," and frame.after + 3 < len(s.unit) and not _is_fronted(s, frame.after + 1):
        pieces.append(_tidy(s, frame.after + 1, _end(frame, others, frame.after + 1)))
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


def _end(frame: Frame, others: Sequence[Frame], start: int) -> int:
    """Where a content that begins at `start` ends: before the next report that is set off, else with the sentence."""
    s = frame.syntax
    end = len(s.unit)
    for other in others:
        if other.verb <= frame.verb or other.verb <= start or other.lead <= start:
            continue
        edge = other.lead
        if s.low(edge - 1) in _STOPS and (edge - start > 1) and _set_off(frame, other, edge):
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
    return other.cue.kind == "speech" and s.low(edge - 1) in (",", "but", "while", ";", "–", "—") and (named or s.low(other.verb - 1) in _STOPS)


def _tidy(s: Syntax, start: int, end: int) -> tuple[int, int]:
    while start < end - 1 and s.low(start) in (",", "that", ":", "–", "—", "-", '"'):
        start += 1
    while end > start + 1 and s.low(end - 1) in (",", ".", "and", "but", ";", ":", "–", "—", "-", "while", "as", "!", "?"):
        end -= 1
    return start, end


def according(syntax: Syntax) -> Iterator[tuple[int, int, int, int, Content]]:
    """"according to X": (cue start, cue end, source start, source end, content)."""
    s = syntax
    for k in range(len(s.unit) - 2):
        if s.low(k) == "according" and s.low(k + 1) == "to":
            head = s.unit.heads[k] if s.unit.heads[k] > k else next((j for j in range(k + 2, min(k + 14, len(s.unit))) if s.tag(j)[:2] in ("NN", "PR")), -1)
            if head < 0:
                continue
            end = max(min(s.extent(head)[1], len(s.unit)), head + 1)
            end = next((j for j in range(head + 1, end) if s.low(j) == "," and not s.tag(j + 1).startswith("W")), end)
            if k <= 1:
                start = next((j + 1 for j in range(head, len(s.unit)) if s.low(j) == ","), end)
                piece = _tidy(s, start, len(s.unit))
                source_end = start - 1
            else:
                first = 1 if s.low(0) in ("but", "and") else 0
                piece = _tidy(s, first, k)
                source_end = end
            _, source_end = s.trimmed(k + 2, max(source_end, k + 3))
            if piece[1] - piece[0] > 2:
                yield k, k + 2, k + 2, source_end, Content((piece,), 0.85)
