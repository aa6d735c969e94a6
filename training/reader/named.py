"""Names of people, bodies and places: Universal NER on EWT, CrossNER politics, the entities of GUM.

Kinds are mapped to ours where they mean the same. Nobody here marks nationalities, titles and dates: a word outside all names
is `OPEN`, not "none".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from communique.codebooks.titles import fold, honorifics, titles
from communique.reading.net.labels import NAME_KINDS, NAMES
from communique.reading.net.words import BLANK, PARAGRAPH
from training.reader.samples import OPEN, UNKNOWN, Sample

UNIVERSAL = {"PER": "person", "LOC": "place", "ORG": "organization"}
POLITICS = {
    "politician": "person", "person": "person", "organisation": "organization", "politicalparty": "organization",
    "country": "place", "location": "place",
}  # fmt: skip
GUM = {"person": "person", "organization": "organization", "place": "place"}
UNMARKED = frozenset(NAME_KINDS) - set(GUM.values())
_NUMBER = {label: i for i, label in enumerate(NAMES)}
_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")
_OF_NAME = ("NNP", "NNPS", "HYPH")
_WITHIN = frozenset({"of", "for", "the"})  # words of a name that are no proper nouns: "Centers for Disease Control"


def unknown(rows: Sequence[object]) -> list[int]:
    return [UNKNOWN] * len(rows)


def label(part: str, kind: str) -> int:
    """The number of `B-person` and the like."""
    return _NUMBER[f"{part}-{kind}"]


def numbers(tags: Iterable[str], kinds: Mapping[str, str]) -> list[int]:
    """Labels in our numbers; an `I-` that continues nothing begins a name."""
    found: list[int] = []
    before = ""
    for tag in tags:
        kind = kinds.get(tag[2:], "")
        found.append(label("I" if tag[0] == "I" and before == kind else "B", kind) if kind else OPEN)
        before = kind
    return found


def tagged(path: Path) -> dict[str, Callable[[Sequence[Sequence[str]]], list[int]]]:
    """By sentence, what gives the labels of its rows: unknown where the words are not the same (an older edition)."""
    found: dict[str, Callable[[Sequence[Sequence[str]]], list[int]]] = {}
    for sentence in path.read_text("utf-8").split("\n\n"):
        lines = [line.split("\t") for line in sentence.split("\n") if line and not line.startswith("#")]
        key = re.search(r"# sent_id = (.+)", sentence)
        if key and lines:
            found[key[1]] = _labels_for([fields[1] for fields in lines], numbers((fields[2] for fields in lines), UNIVERSAL))
    return found


def _labels_for(words: list[str], labels: list[int]) -> Callable[[Sequence[Sequence[str]]], list[int]]:
    return lambda rows: labels if [row[1] for row in rows] == words else unknown(rows)


def entities(rows: Sequence[Sequence[str]]) -> list[int]:
    """Names in a sentence of GUM: of each entity with a proper noun as its head those around it, the longest last."""
    labels = [OPEN] * len(rows)
    for start, end, kind, head in sorted(_entities(rows), key=lambda e: e[1] - e[0]):
        place = start + head - 1
        if kind in GUM and start <= place <= end and rows[place][4] in _OF_NAME[:2]:
            first, last = _around(rows, start, end, place, GUM[kind])
            for part, of in _titled(rows, first, last) if kind == "person" else ((range(first, last + 1), GUM[kind]),):
                for i in part:
                    labels[i] = label("B" if i == part.start else "I", of)
    return labels


def _around(rows: Sequence[Sequence[str]], start: int, end: int, place: int, kind: str) -> tuple[int, int]:
    """First and last row of the name around its head; a body or place may have "of the" and the like within its name."""
    within = _WITHIN if kind != "person" else frozenset[str]()
    ends = [0, 0]
    for side, step, limit in ((0, -1, start), (1, 1, end)):
        at = ends[side] = place
        while at != limit and (rows[at + step][4] in _OF_NAME or rows[at + step][1] in within):
            at += step
            if rows[at][4] in _OF_NAME[:2]:
                ends[side] = at
    return ends[0], ends[1]


def _titled(rows: Sequence[Sequence[str]], first: int, last: int) -> Iterator[tuple[range, str]]:
    """A person's titles and name apart: "Vice President | Joe Biden"; what stands before a title is neither."""
    known = [i for i in range(first, last + 1) if fold(rows[i][1]) in _title_words()]
    name = known[-1] + 1 if known else first
    if known:
        yield range(next(i for i in reversed(known) if i == first or i - 1 not in known), name), "title"
    if name <= last:
        yield range(name, last + 1), "person"


@cache
def _title_words() -> frozenset[str]:
    """Every word of an office or of a form of address, folded; words that only join others are none."""
    return frozenset(word for key in (*titles(), *honorifics()) for word in key if len(word) > 1 and word not in _WITHIN)


def _entities(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, int, str, int]]:
    """First row, last row, kind and number of the head of each entity, from `Entity=(id-type-…-minspan-…`."""
    begun: dict[str, list[tuple[int, str, int]]] = {}
    for i, row in enumerate(rows):
        marks = re.search(r"Entity=([^|]+)", row[9])
        for mark in _BRACKET.findall(marks[1]) if marks else ():
            fields = mark.strip("()").split("-")
            if mark.startswith("(") and len(fields) > 5 and fields[5].split(",")[0].isdigit():
                begun.setdefault(fields[0], []).append((i, fields[1], int(fields[5].split(",")[0])))
            if mark.endswith(")") and begun.get(fields[0]):
                start, kind, head = begun[fields[0]].pop()
                yield start, i, kind, head


def politics(path: Path) -> Iterator[Sample]:
    """Sentences of CrossNER: a word and a tag a line, a blank line between sentences."""
    for i, sentence in enumerate(path.read_text("utf-8").split("\n\n")):
        lines = [line.split() for line in sentence.split("\n") if line.strip()]
        if lines:
            gaps = [PARAGRAPH, *[BLANK] * (len(lines) - 1)]
            yield Sample(f"politics-{i}", [f[0] for f in lines], gaps, names=numbers((f[1] for f in lines), POLITICS))
