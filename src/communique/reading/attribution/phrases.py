"""Phrases as content: "vowed to …", "urged them to …", "praised …", "called for …", "expressed hope that …"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.codebooks.cues import cue_nouns
from communique.reading.attribution.edges import Content, content_end, phrase_end, tidy
from communique.reading.attribution.frames import Frame
from communique.reading.names import CALENDAR

_EXPRESS = frozenset(
    {
        "express",
        "voice",
        "convey",
        "extend",
        "renew",
        "reiterate",
        "reaffirm",
        "offer",
        "share",
        "have",
        "announce",
        "issue",
        "declare",
        "hold",
    }
)
_ONLY_NOUNS = frozenset({"express", "voice", "convey", "extend", "renew", "share"})
_PREPOSITIONS = frozenset(["for", "of", "on", "about", "against", "with", "upon", "at", "over"])


def infinitive(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "vowed to …", "urged them to …", "denied having …"."""
    s, wanted = frame.syntax, frame.cue.frames
    for c in s.all(frame.verb, "xcomp", "ccomp", "advcl"):
        if c < frame.verb or c not in s.verbs:
            continue
        to = any(s.low(m) == "to" for m in s.children[c])
        if to and wanted & {"to", "obj_to", "np_to", "on_to", "upon_to", "to_to"}:
            start = _object_start(frame, c) if "to" not in wanted or "obj_to" in wanted else min(s.subtree(c))
            return Content((tidy(s, start, content_end(frame, others, start)),), 0.75)
        if (
            s.tag(c) == "VBG"
            and "gerund" in wanted
            and not any(k in range(frame.verb, c) and s.low(k) == "," for k in range(frame.verb, c))
        ):
            return Content((tidy(s, min(s.subtree(c)), content_end(frame, others, c)),), 0.65)
    return None


def entreaty(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "called on X to …", "asked Y to …", where the tree hung the infinitive on the person asked."""
    s, wanted = frame.syntax, frame.cue.frames
    if not wanted & {"obj_to", "on_to", "upon_to", "to_to"}:
        return None
    asked = [w for w in s.all(frame.verb, "obj", "iobj", "obl") if w > frame.verb]
    for w in asked:
        below = [
            c
            for c in s.children[w]
            if s.label(c).startswith(("acl", "xcomp", "advcl")) and any(s.low(m) == "to" for m in s.children[c])
        ]
        if below and ("obj_to" in wanted or s.low(s.extent(w)[0]) in ("on", "upon", "to")):
            start = s.extent(w)[0]
            return Content((tidy(s, start + (s.low(start) in ("on", "upon", "to")), content_end(frame, others, start)),), 0.7)
    return None


def _object_start(frame: Frame, complement: int) -> int:
    """ "urged [the parties to …]", "called on [the parties to …]"."""
    s = frame.syntax
    thing = s.child(frame.verb, "obj", "iobj")
    if thing is not None and frame.verb < thing < complement:
        return s.extent(thing)[0]
    for p, w in s.obliques(frame.verb):
        if p in ("on", "upon", "to") and frame.verb < w < complement:
            case = s.child(w, "case")
            return (case + 1) if case is not None else s.extent(w)[0]
    return min(s.subtree(complement))


def cue_noun(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "expressed hope that …", "voiced concern over …": the cue takes the noun where a clause follows it."""
    s = frame.syntax
    if frame.cue.lemma not in _EXPRESS:
        return None
    thing = next(iter(s.objects(frame.verb)), None)
    if thing is None or thing < frame.verb:
        return None
    word = s.unit.lemmas[thing].removesuffix("s") if s.unit.lemmas[thing] not in ("thanks",) else "thanks"
    if word not in cue_nouns() and s.unit.lemmas[thing] not in cue_nouns():
        return None
    start = s.extent(thing)[0]
    end = content_end(frame, others, start)
    for k in range(thing + 1, min(thing + 3, end)):
        if s.low(k) == "that" and end - k > 2:
            return Content((tidy(s, k + 1, end),), 0.85, cue_end=thing + 1)
    return Content((tidy(s, start, end),), 0.75)


def named(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "called the figure unworthy", "described it as a step": what somebody calls something."""
    s = frame.syntax
    if "np_as" not in frame.cue.frames:
        return None
    thing = s.child(frame.verb, "obj", "iobj")
    if thing is None or thing < frame.verb:
        return None
    called = any(c > thing for c in s.all(frame.verb, "xcomp", "ccomp")) or any(
        p == "as" and w > thing for p, w in s.obliques(frame.verb)
    )
    start, stop = s.extent(thing)
    bare = frame.cue.lemma in ("call", "label", "brand", "dub", "term", "deem") and s.low(stop) not in (
        "for",
        "on",
        "to",
        ".",
        ",",
        "upon",
        "in",
        "",
    )
    if not called and not bare and not any(c > thing for c in s.all(frame.verb, "obj", "advcl")):
        return None
    return Content((tidy(s, start, content_end(frame, others, start)),), 0.6)


def object_phrase(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "praised the efforts of …", "accused X of …"."""
    s = frame.syntax
    if not any(f == "np" or f.startswith("np_") for f in frame.cue.frames) or frame.cue.lemma in _ONLY_NOUNS:
        return None
    thing = next(iter(s.objects(frame.verb)), None)
    if thing is None or thing < frame.verb or (thing == frame.addressee and "np" not in frame.cue.frames):
        return None
    if (
        s.low(thing)
        in ("it", "this", "that", "what", "himself", "herself", "remarks", "statement", "comments", "remark", "comment")
        or s.tag(thing) == "CD"
        or s.low(thing) in CALENDAR
    ):
        return None
    needed = {f.removeprefix("np_") for f in frame.cue.frames if f.startswith("np_")}
    if "np" not in frame.cue.frames and not any(p in needed for p, w in s.obliques(frame.verb) if w > thing):
        return None
    start = s.extent(thing)[0]
    if start <= frame.verb:
        start = frame.verb + 1
    end = phrase_end(s, thing, start, content_end(frame, others, start))
    return Content((tidy(s, start, end),), 0.7 if frame.cue.kind == "speech" else 0.5)


def preposition(frame: Frame, others: Sequence[Frame], _floor: int) -> Content | None:
    """ "called for …", "warned against …", "spoke of …"."""
    s = frame.syntax
    wanted = frame.cue.frames & _PREPOSITIONS
    if frame.cue.lemma in ("refer", "allude", "object", "appeal"):
        wanted |= {"to"}
    for p, w in s.obliques(frame.verb):
        if p in wanted and w > frame.verb and frame.cue.lemma not in ("touch", "dwell", "refer", "allude"):
            start = s.child(w, "case")
            if start is not None and start <= frame.verb + 3 and not any(k in s.verbs for k in range(frame.verb + 1, start)):
                return Content((tidy(s, start + 1, content_end(frame, others, start)),), 0.65)
    for k in s.all(frame.verb, "advcl", "xcomp"):
        mark = s.child(k, "mark")
        if mark is not None and s.low(mark) in wanted and mark == frame.verb + 1:
            return Content((tidy(s, mark + 1, content_end(frame, others, mark)),), 0.65)
    return None
