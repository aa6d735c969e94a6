"""Speakers set before a colon: "Leader: Sanctions must end" in a headline, "MINISTER ADEYEMI: Thank you." in a transcript."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.record import Block, Span
from communique.record.span import trimmed

_HEADLINE = re.compile(r"(?P<who>[A-ZÀ-Þ“\"‘'][^:\n!?;]{1,70}?)\s*(?P<colon>:)\s+(?P<what>\S[^\n]{8,})")
_TURN = re.compile(
    r"(?P<who>(?:[A-ZÀ-Þ][\w.’'()-]*|of|the|and|for|de|al|bin|van|von|der)(?:[ ,]+(?:[A-ZÀ-Þ][\w.’'()-]*|of|"
    r"the|and|for|de|al|bin|van|von|der)){0,8})\s*(?P<colon>:)\s*"
)
_STOCK = re.compile(
    r"(?i)(?:live|video|photos?|watch|listen|read|analysis|opinion|exclusive|update[ds]?|breaking|explainer|"
    r"factbox|timeline|report|"
    r"interview|editorial|commentary|feature|special|note|source|date|title|published|editor.s note|"
    r"clarification|correction|here.*|"
    r"key points|highlights|related|more|see also|tel|fax|email|contact|background|summary|subject|re|"
    r"moderator|venue|time|place)\s*"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A speaker set before a colon and what follows; spans are of `Document.text`."""

    who: Span
    colon: Span
    what: Span


def headline(text: str, block: Block) -> Label | None:
    """A title "Speaker: what was said"."""
    match = _HEADLINE.match(text, block.span.start, block.span.end)
    if match is None or _STOCK.fullmatch(match["who"]) or len(match["who"].split()) > 9 or match["who"][-1:].isdigit():
        return None
    what = trimmed(text, match.start("what"), match.end("what"))
    return Label(Span(*match.span("who")), Span(*match.span("colon")), what) if what else None


_SIGNED_HEADLINE = re.compile(r"(?P<what>[^\n:]{15,}?)\s*(?P<colon>[:–—|])\s*(?P<who>(?:[A-ZÀ-Þ][\w.’'-]*\s*){1,4})")


def signed_headline(text: str, block: Block) -> Label | None:
    """A title "What was said: Speaker"."""
    match = _SIGNED_HEADLINE.fullmatch(text, block.span.start, block.span.end)
    if match is None or _STOCK.fullmatch(match["who"].strip()):
        return None
    who, what = trimmed(text, *match.span("who")), trimmed(text, *match.span("what"))
    return Label(who, Span(*match.span("colon")), what) if who and what else None


def turns(text: str, blocks: tuple[Block, ...]) -> Iterator[Label]:
    """The labelled paragraphs of a transcript: at least two in a document, else it is none."""
    found = [
        (block, match)
        for block in blocks
        if (match := _TURN.match(text, block.span.start, block.span.end)) and _is_label(match)
    ]
    if len(found) < 2:
        return
    for block, match in found:
        what = trimmed(text, match.end(), block.span.end)
        if what:
            yield Label(Span(*match.span("who")), Span(*match.span("colon")), what)


def _is_label(match: re.Match[str]) -> bool:
    return not _STOCK.fullmatch(match["who"]) and len(match["who"]) < 80
