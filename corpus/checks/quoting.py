"""Where a content begins and ends, and whether its quotation marks agree with its type."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.annotation.model import Attribution, Document, Span

OPENING = "“«„\"‘'‹「"
_DOUBLE = re.compile(r"[“”«»„\"]|''")
_ANY = "“”«»„\"‘’'‹›「」"
_PAIRS = {"“": "”", "«": "»", "„": "”", '"': '"', "‘": "’", "'": "'", "‹": "›", "「": "」"}
_LABEL = re.compile(r"(:|—|–|-|\])\s*$")
_ABBREVIATED = re.compile(
    r"(\b[A-Za-z]\.|\b(?:etc|Inc|Ltd|Co|Corp|Jr|Sr|St|no|No|vs|p\.m|a\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.?$"
)


def faults(made: Attribution, document: Document) -> Iterator[str]:
    text = document.text
    for part in made.content:
        words = part.of(text)
        if words[-1:] == "," and made.quote_type != "direct":
            yield "the content ends with a comma"
        if _wrapped(words):
            yield "the quotation marks around the whole content belong outside it"
    first, last = made.content[0], made.content[-1]
    if made.quote_type == "direct" and not _opened(text, first):
        yield "direct, but no quotation mark, colon or dash stands before it"
    if made.quote_type == "mixed" and not any(mark in part.of(text) for part in made.content for mark in _ANY):
        yield "mixed, but no quotation mark stands in it"
    if made.quote_type == "indirect":
        yield from _indirect(first.of(text), last, text)


def _indirect(first: str, last: Span, text: str) -> Iterator[str]:
    words = last.of(text)
    if re.match(r"that\b", first, re.I) and not re.match(r"that\s+(?!the\b|a\b|an\b|he\b|she\b|it\b|they\b|we\b)", first, re.I):
        yield "the word 'that' before the content belongs outside it"
    if words.endswith(".") and not _ABBREVIATED.search(words):
        yield "the full stop of the sentence belongs outside an indirect content"
    if _DOUBLE.search(first) and _DOUBLE.search(words):
        yield "indirect, but quotation marks stand in it: mixed?"


def _wrapped(words: str) -> bool:
    closing = _PAIRS.get(words[:1])
    return (
        bool(closing)
        and len(words) > 2
        and words.endswith(str(closing))
        and str(closing) not in words[1:-1]
        and (words[0] not in words[1:] or words[0] == closing)
    )


def _opened(text: str, first: Span) -> bool:
    """Whether a mark opens just before the content, or the label of a transcript or a headline's colon ends there."""
    before = text[max(0, first.start - 4) : first.start]
    inside = _inside_quotation(text, first.start)
    return bool(before.rstrip(" [(…")) and (
        before.rstrip(" \n[(…")[-1:] in OPENING or bool(_LABEL.search(before)) or inside or before.endswith(("''", "\n"))
    )


def _inside_quotation(text: str, at: int) -> bool:
    """Whether more marks have been opened than closed in the paragraph before a place."""
    paragraph = text[text.rfind("\n", 0, at) + 1 : at]
    curly = paragraph.count("“") > paragraph.count("”") or paragraph.count("«") > paragraph.count("»")
    return curly or paragraph.count('"') % 2 == 1 or paragraph.count("‘") > paragraph.count("’")
