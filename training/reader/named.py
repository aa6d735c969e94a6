"""Names of people, bodies and places: Universal NER on EWT, CrossNER politics, the entities of GUM.

Kinds are mapped to ours where they mean the same, and left out otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from communique.reading.net.labels import NAMES
from communique.reading.net.words import BLANK, PARAGRAPH
from training.reader.samples import UNKNOWN, Sample

UNIVERSAL = {"PER": "person", "LOC": "place", "ORG": "organization"}
POLITICS = {
    "politician": "person", "person": "person", "organisation": "organization", "politicalparty": "organization",
    "country": "place", "location": "place",
}  # fmt: skip
GUM = {"person": "person", "organization": "organization", "place": "place"}
_NUMBER = {label: i for i, label in enumerate(NAMES)}
_BRACKET = re.compile(r"\([^()]+\)?|[^()]+\)")
_OF_NAME = ("NNP", "NNPS", "HYPH")


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
        found.append(label("I" if tag[0] == "I" and before == kind else "B", kind) if kind else 0)
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
    """Names in a sentence of GUM: of each entity with a proper noun as its head the run of proper nouns around it."""
    labels = [0] * len(rows)
    for start, end, kind, head in sorted(_entities(rows), key=lambda e: e[0] - e[1]):
        place = start + head - 1
        if kind not in GUM or not start <= place <= end or rows[place][4] not in _OF_NAME[:2]:
            continue
        first = last = place
        while first > start and rows[first - 1][4] in _OF_NAME:
            first -= 1
        while last < end and rows[last + 1][4] in _OF_NAME:
            last += 1
        for i in range(first, last + 1):
            labels[i] = label("B" if i == first else "I", GUM[kind])
    return labels


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
