"""Texts with marked names: CrossNER's sentences on politics, and newswire from Africa, Asia and Latin America ("worldwide").

Both come as words, a tag beside each; texts are put together again from them, since the engine reads texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from benchmarks.items import Range

POLITICS = {
    "politician": "person", "person": "person", "organisation": "organization", "politicalparty": "organization",
    "country": "place", "location": "place",
}  # fmt: skip
WORLDWIDE = {"Person": "person", "Location": "place"}
Name = tuple[str, Range]

_NO_SPACE_BEFORE = re.compile(r"[.,;:!?)\]}%’”]|[’'](?:s|t|re|ve|ll|d|m)|n[’']t")
_NO_SPACE_AFTER = frozenset("([{$“‘#")
_GLUE = frozenset("-/–")


@dataclass(frozen=True)
class Named:
    """A text with its names: kind, and code points of the text."""

    name: str
    text: str
    names: frozenset[Name]


def politics(path: Path) -> Iterator[Named]:
    """Each sentence of CrossNER is a text of its own."""
    for i, rows in enumerate(_paragraphs(path, None)):
        yield _named(f"{path.stem} {i}", [rows], POLITICS)


def worldwide(folder: Path) -> Iterator[Named]:
    """A file is an article; blank lines stand between paragraphs, its address before them."""
    for path in sorted(folder.glob("*.tsv")):
        rows = [p for p in _paragraphs(path, "\t") if not p[0][0].startswith("http")]
        yield _named(path.name, rows, WORLDWIDE)


def _paragraphs(path: Path, separator: str | None) -> list[list[list[str]]]:
    rows = (line.split(separator) for line in path.read_text("utf-8").split("\n"))
    whole = ([cell.strip() for cell in row] for row in rows)
    return [list(group) for full, group in groupby(whole, lambda row: len(row) > 1 and bool(row[0])) if full]


def _named(name: str, paragraphs: Sequence[list[list[str]]], kinds: Mapping[str, str]) -> Named:
    text, names = "", set[Name]()
    for rows in paragraphs:
        text += "\n\n" if text else ""
        words, spans = [row[0] for row in rows], list[Range]()
        for i, word in enumerate(words):
            text += " " if i and _parted(words, i) else ""
            spans.append(Range(len(text), len(text) + len(word)))
            text += word
        names |= {(kind, Range(spans[a].start, spans[b].end)) for kind, a, b in _chunks([row[1] for row in rows], kinds)}
    return Named(name, text, frozenset(names))


def _parted(words: Sequence[str], i: int) -> bool:
    """Whether a space stood before a word: as English is usually set, "U.S." and "Yoon Suk-yeol" as one."""
    word, before = words[i], words[i - 1]
    if _NO_SPACE_BEFORE.fullmatch(word) or before in _NO_SPACE_AFTER:
        return False
    if (word in _GLUE and before[-1].isalnum()) or (before in _GLUE and i > 1 and words[i - 2][-1].isalnum()):
        return False
    initials = before == "." and i > 1 and len(words[i - 2]) == 1 and words[i - 2].isupper()
    return not (initials and len(word) == 1 and word.isupper())


def _chunks(tags: Sequence[str], kinds: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Kind, first and last word; an `I-` that goes on from nothing begins a name."""
    start = 0
    for i, tag in enumerate(tags):
        goes_on = i + 1 < len(tags) and tags[i + 1] == f"I-{tag[2:]}" and tag != "O"
        if not goes_on:
            if tag[2:] in kinds:
                yield kinds[tag[2:]], start, i
            start = i + 1
