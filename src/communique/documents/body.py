"""The paragraphs of a report, and what stands between and after them that is none."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from communique.documents import datelines
from communique.documents.bylines import is_byline
from communique.documents.closings import learn_closing, learn_done
from communique.documents.furniture import is_furniture, is_mark, is_menu
from communique.documents.headers import LONGEST, Facts, read_line
from communique.documents.outlets import outlet_of
from communique.documents.prose import (
    folded,
    is_caption,
    is_heading,
    is_list_item,
    is_prose,
    is_sentence_end,
    is_title_case,
    words,
)
from communique.documents.surface import Unit
from communique.record import Block, Span

_SIGN_OFF = re.compile(
    r"(?<=[.!?\"”’)\]])\s*(?:/[A-Z][A-Za-z]{1,9}/?\d{0,6}|[A-Z]{2,6}/\d{1,7}|[A-Z]{1,4}(?:/[A-Z]{1,4}){1,3}|"
    r"-+ ?(?:END|End|30) ?-+|\((?:END|End|end)\)|END/\d*|\*{2,}|#{2,}|■|◼|□|\[(?:[A-Za-z]{1,3}/)*[A-Za-z]{1,3}\])\s*\.?$"
)
_SIGNED = re.compile(r"(?:^|\s)/(?P<agency>[A-Z]{3,9})/$")  # initials of people have one slash
_LONGEST_SIGN = 60  # characters, with the end of the sentence before it
_EXAMINED = 5000  # units at either end of the body in which other things than paragraphs are looked for
_FOOT = 12  # units at the end of a statement among which its closing stands
_RESUMED = 12  # words of a line that goes on with the report after furniture


@dataclass(slots=True)
class _State:
    """Where a walk over the body is: in a list of other stories; past the last paragraph; past a line that ends the report."""

    others: bool = False
    tail: bool = False
    over: bool = False


def read_body(text: str, units: Sequence[Unit], title: str | None, facts: Facts) -> list[Block]:
    """The blocks of the body's units; what their dateline and the lines after them say of the report is added to `facts`."""
    foot = _foot(text, units[-_FOOT:])
    units = [_without_sign_off(text, u) for u in units]
    paragraphs = (i for i in reversed(range(len(units))) if _is_paragraph(text[units[i].start : units[i].end]))
    last = next(paragraphs, len(units) - 1)
    listed = _listed(text, units[last + 1 :])
    state, said = _State(), folded(title) if title else None
    blocks: list[Block] = []
    for index, unit in enumerate(units):
        if _EXAMINED <= index < min(last, len(units) - _EXAMINED):
            blocks.append(Block(unit.span, "paragraph"))
            continue
        state.tail = index > last
        line = text[unit.start : unit.end]
        if len(line) <= LONGEST and (_is_beside(line, state, facts) or unit in listed or folded(line) == said):
            continue
        if state.tail:
            foot.learn(Facts(outlet=outlet_of(line)))
        so_far = sum(b.kind == "paragraph" for b in blocks[:4])
        blocks.extend(_blocks(text, unit, state, so_far, facts))
    facts.learn(foot)
    return blocks


def _foot(text: str, units: Sequence[Unit]) -> Facts:
    """What the last units of a report say of it while they may be part of it: the date it was done, the agency that signs."""
    found = Facts()
    for unit in units:
        learn_done(text[unit.start : unit.end], found)
        if signed := _SIGNED.search(text[max(unit.start, unit.end - _LONGEST_SIGN) : unit.end]):
            found.learn(Facts(outlet=signed["agency"]))
    return found


def _without_sign_off(text: str, unit: Unit) -> Unit:
    """A paragraph without the letters an agency ends it with: "… he added. /HPA/"."""
    tail = max(unit.start, unit.end - _LONGEST_SIGN)
    sign = _SIGN_OFF.search(text[tail : unit.end])
    return replace(unit, end=tail + sign.start()) if sign else unit


def _is_paragraph(line: str) -> bool:
    return is_prose(line) and not (is_furniture(line, "any", "credit", "edge") or is_byline(line))


def _is_beside(line: str, state: _State, facts: Facts) -> bool:
    """Whether a line of the body is none of the article."""
    if is_furniture(line, "mark"):
        state.others = True
        return True
    if is_mark(line) or is_furniture(line, "any", "credit") or is_menu(line):
        # A credit may stand under a picture before the last paragraph; other furniture there ends the report.
        state.over = state.over or (state.tail and is_furniture(line, "any"))
        return True
    if state.others and not (is_prose(line) and words(line) >= _RESUMED):
        return True
    state.others = False
    if not state.tail:
        return _is_code(line, facts)
    if is_byline(line):
        return False
    if learn_closing(line, facts):
        state.over = True
        return True
    if read_line(line, facts).kind == "header" or is_furniture(line, "edge", "sign"):
        state.over = True
        return True
    return state.over and not _is_long(line)


def _is_long(line: str) -> bool:
    """Whether a line is too long for a headline; past the report's end such a line is a paragraph without its full stop."""
    return words(line) >= _RESUMED and not is_title_case(line)


def _is_code(line: str, facts: Facts) -> bool:
    """Whether a line between paragraphs is the story's code; dates there may be a chronicle's headings."""
    learnt = Facts()
    if read_line(line, learnt).kind != "header" or not learnt.story_code:
        return False
    facts.learn(learnt)
    return True


def _blocks(text: str, unit: Unit, state: _State, paragraphs: int, facts: Facts) -> Iterator[Block]:
    line = text[unit.start : unit.end]
    if len(line) > LONGEST:
        yield from _paragraph(text, unit, paragraphs, facts)
    elif is_byline(line):
        facts.learn(Facts(byline=line))
        yield Block(unit.span, "byline")
    elif is_caption(line):
        yield Block(unit.span, "caption")
    elif unit.hint == "list_item" or is_list_item(line):
        yield Block(unit.span, "list_item")
    elif unit.hint == "heading" or (not state.tail and is_heading(line)):
        yield Block(unit.span, "heading")
    else:
        yield from _paragraph(text, unit, paragraphs, facts)


def _paragraph(text: str, unit: Unit, paragraphs: int, facts: Facts) -> Iterator[Block]:
    """A paragraph, its dateline as a block of its own."""
    start, end = unit.start, _before_agency(text, unit, facts.outlet)
    if found := datelines.find(text, start, end, first=paragraphs < 2):
        facts.learn(Facts(outlet=found.agency, published=found.date))
        facts.month_day = facts.month_day or found.month_day
        yield Block(Span(start, found.end), "dateline")
        start = found.end + len(text[found.end : end]) - len(text[found.end : end].lstrip())
    yield Block(Span(start, end), "paragraph")


def _before_agency(text: str, unit: Unit, agency: str | None) -> int:
    """Where a paragraph ends that has the agency of the dateline, in capitals, behind its last sentence."""
    kept = unit.end - len(agency or "")
    if not agency or not agency.isupper() or kept <= unit.start or not text.startswith(agency, kept):
        return unit.end
    words = text[max(unit.start, kept - 10) : kept]
    return kept - len(words) + len(words.rstrip()) if words != words.rstrip() and is_sentence_end(words.rstrip()) else unit.end


def _listed(text: str, units: Sequence[Unit]) -> frozenset[Unit]:
    """Units after the last paragraph that form a menu or a list of headlines: three or more of a kind in a row."""
    found: set[Unit] = set()
    lines = [text[u.start : u.end] for u in units]
    index = 0
    while index < len(lines):
        run = max(_run(lines[index:], _is_entry), _run(lines[index:], _is_teaser))
        introduced = index > 0 and lines[index - 1].endswith(":")
        if run > 2 and not introduced:
            found.update(units[index : index + run])
        index += max(run, 1)
    return frozenset(found)


def _run(lines: Sequence[str], alike: Callable[[str], bool]) -> int:
    return sum(1 for _ in takewhile(alike, lines))


def _is_entry(line: str) -> bool:
    return words(line) <= 3 and not is_sentence_end(line) and not is_list_item(line)


def _is_teaser(line: str) -> bool:
    """A headline of another story; lines that sign a statement have capitals too."""
    signs = line.startswith(("For ", "Done ", "Signed ", "On behalf "))
    return 5 <= words(line) <= 20 and is_title_case(line) and not (signs or is_sentence_end(line) or is_list_item(line))
