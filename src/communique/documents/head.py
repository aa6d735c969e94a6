"""What stands before the first paragraph: headers, menus, teasers of other stories, the byline and the headline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.documents.dated import date_behind, without_kicker
from communique.documents.furniture import is_furniture, is_mark, is_menu
from communique.documents.headers import Facts, read_line
from communique.documents.outlets import is_release, outlet_of, says_whose
from communique.documents.prose import folded, is_caption, is_closed_headline, is_list_item, is_prose, is_sentence_end, words
from communique.documents.surface import Unit
from communique.record import Block, DateValue

_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST = 100  # lines without a sentence among them that are still a head; real menus are shorter
_LONGEST = 5000  # lines of any kind
_LOOKED_AT = 60  # units searched for a second copy of the headline


@dataclass(slots=True)
class Head:
    """The blocks before the first paragraph, the headline's range if there is one, and the unit the body begins with."""

    blocks: list[Block]
    title: Unit | None
    body: list[Unit]


@dataclass(slots=True)
class _Seen:
    """What a walk over the head has met."""

    candidates: list[Unit] = field(default_factory=list)
    stated: Unit | None = None
    outlets: list[Unit] = field(default_factory=list)
    outlet: str | None = None
    dated: list[tuple[Unit, DateValue]] = field(default_factory=list)
    captions: list[Unit] = field(default_factory=list)
    bylines: list[Unit] = field(default_factory=list)
    furniture: bool = False


def read_head(text: str, units: Sequence[Unit], facts: Facts) -> Head:
    """Splits units of a surface's text into head and body; what the head says of the report is added to `facts`."""
    seen = _Seen()
    body = _walk(text, units, facts, seen)
    if not body and seen.candidates:  # nothing looks like a sentence: all but the first line is the body, whatever it is
        first = 1 if len(seen.candidates) > 1 else 0
        body, seen.candidates = seen.candidates[first:], seen.candidates[:first]
    elif not body:  # nothing but the name of an outlet
        body = seen.outlets
    title = _title(text, seen, body)
    # A date behind one of several headlines may be that of another story.
    facts.learn(Facts(outlet=seen.outlet, published=next((day for unit, day in seen.dated if unit == title), None)))
    blocks = [Block(b.span, "byline") for b in seen.bylines] + [Block(c.span, "caption") for c in seen.captions]
    if title:
        blocks += [Block(title.span, "title"), *_below(text, title, seen.candidates)]
    return Head(sorted(blocks, key=lambda b: b.span.start), title, body)


def _walk(text: str, units: Sequence[Unit], facts: Facts, seen: _Seen) -> list[Unit]:
    """Goes over the units up to the first of the body, and gives those from there on."""
    for index, unit in enumerate(units):
        if len(seen.candidates) > _MOST or index > _LONGEST:
            return list(units[index:])
        line = text[unit.start : unit.end]
        read = read_line(line, facts)
        start, end = unit.start + read.start, unit.start + read.end
        if read.kind == "byline":
            seen.bylines.append(Unit(start, end))
        elif unit.hint == "title" or read.kind == "title":
            seen.stated = seen.stated or Unit(start, end)
            seen.candidates.append(Unit(start, end))
        elif read.kind == "header" or _is_beside(line):
            seen.furniture = True
        elif outlet := outlet_of(line):
            seen.outlets.append(unit)
            if says_whose(outlet) or not seen.furniture:
                seen.outlet = seen.outlet or outlet
        elif is_caption(line):
            seen.captions.append(unit)
        elif _is_headline(text, index, units, seen):
            seen.candidates.append(_dated(line, unit, seen))
        else:
            return [Unit(start, end, unit.after_blank, unit.hint), *units[index + 1 :]]
    return []


def _dated(line: str, unit: Unit, seen: _Seen) -> Unit:
    """A candidate without its kicker and its date."""
    start, found = without_kicker(line), date_behind(line)
    end = found[0] if found else len(line)
    headline = Unit(unit.start + start, unit.start + end, unit.after_blank, unit.hint) if start < end else unit
    if found:
        seen.dated.append((headline, found[1]))
    return headline


def _is_beside(line: str) -> bool:
    return is_mark(line) or is_furniture(line, "any", "edge", "credit", "mark") or is_menu(line)


def _is_headline(text: str, index: int, units: Sequence[Unit], seen: _Seen) -> bool:
    line = text[units[index].start : units[index].end]
    if not is_prose(line) and not is_list_item(line):
        return not is_sentence_end(line) or not seen.candidates or words(line) < 3
    following = units[index + 1] if index + 1 < len(units) else None
    if seen.candidates or seen.bylines or following is None or not following.after_blank:
        return False
    longest = max(u.end - u.start for u in units[index + 1 : index + 4])
    return is_closed_headline(line) and longest > 1.5 * len(line)


def _title(text: str, seen: _Seen, body: Sequence[Unit]) -> Unit | None:
    """The headline among the candidates.

    What is stated or printed twice is; else the first line of a clean file; else, after menus, the first line that shares words
    with the first paragraphs.
    """
    if seen.stated or not seen.candidates:
        return seen.stated
    candidates = _headlines(text, seen.candidates)
    lines = [text[u.start : u.end] for u in candidates]
    later = [folded(x) for x in (*lines, *(text[u.start : u.end] for u in body[:_LOOKED_AT] if u.end - u.start < 400))]
    for unit, line in zip(candidates, lines, strict=True):
        if words(line) >= 3 and later.count(folded(line)) > 1:
            return unit
    long = [(unit, line) for unit, line in zip(candidates, lines, strict=True) if words(line) >= 3]
    if not long or not seen.furniture:
        return long[0][0] if long else candidates[0]
    prose = " ".join(text[u.start : min(u.end, u.start + 2000)] for u in body[:3]).casefold()
    known = set(_LONG_WORD.findall(prose))
    return next((unit for unit, line in long if _share(line, known) >= 0.3), long[0][0])


def _headlines(text: str, candidates: Sequence[Unit]) -> Sequence[Unit]:
    """The candidates without lines that only say what kind of paper this is, where others are left."""
    kept = [u for u in candidates if not (is_release(text[u.start : u.end]) or text[u.start].islower())]
    return kept or candidates


def _share(line: str, known: set[str]) -> float:
    found = _LONG_WORD.findall(line.casefold())
    return sum(w in known for w in found) / len(found) if found else 0.0


def _below(text: str, title: Unit, candidates: Sequence[Unit]) -> list[Block]:
    """Lines between the headline and the body: subtitles; a second copy of the headline and runs of menu entries are not."""
    said, under = folded(text[title.start : title.end]), [u for u in candidates if u.start > title.start]
    kept = [u for u in under if folded(text[u.start : u.end]) != said]
    if len(kept) > 2 and all(words(text[u.start : u.end]) <= 3 for u in kept):
        return []
    return [Block(u.span, "paragraph" if is_sentence_end(text[u.start : u.end]) else "heading") for u in kept]
