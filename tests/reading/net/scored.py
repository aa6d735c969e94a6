"""Scores set by hand, so that these tests need no network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from communique.reading.net.analysis import Analysis
from communique.reading.net.labels import ACTS, ANCHORS, EVENTS, MODALITIES, NAMES, ROLES
from communique.reading.net.network import Scores
from communique.reading.net.pairs import Floats, Numbers
from communique.reading.net.texts import Words

TAGS = ["NNP", "VBD", ".", "PRP$", "IN", "DT", "RB"]
RELATIONS = ["root", "nsubj", "obj", "punct", "amod"]
LABELS = {"fine_tags": TAGS, "relations": RELATIONS}
SURE = 9.0


@dataclass(frozen=True)
class Told:
    """`relation[i, h]` is the number of the relation of word `i` to head `h`, `role[a, i]` scores of word `i` to anchor `a`."""

    relation: Numbers
    role: Floats

    def relations(self, words: Numbers, heads: Numbers) -> Numbers:
        return self.relation[words, heads]

    def roles(self, anchors: Sequence[int]) -> Floats:
        return self.role[list(anchors)]


def told(made: Scores) -> Told:
    assert isinstance(made.pairs, Told)
    return made.pairs


def scores(n: int) -> Scores:
    """Of `n` words of which nothing is known."""
    rows = {"ends": 2, "tags": 1, "fine_tags": len(TAGS), "names": len(NAMES), "anchors": len(ANCHORS), "acts": len(ACTS),
            "events": len(EVENTS), "modalities": len(MODALITIES)}  # fmt: skip
    flat = {name: np.zeros((n, width), dtype=np.float32) for name, width in rows.items()}
    return Scores(
        **flat,
        arcs=np.zeros((n, n + 1), dtype=np.float32),
        pairs=Told(np.zeros((n, n + 1), dtype=np.intp), np.zeros((n, n, len(ROLES)), dtype=np.float32)),
    )


def analysis(text: str, *windows: Scores, starts: Sequence[int] = (0,)) -> Analysis:
    return Analysis(Words(text), list(starts), list(windows), LABELS)


def hang(made: Scores, anchor: int, nature: int, roles: Mapping[int, Sequence[int]]) -> None:
    """An attribution on a word: for each role the words that have it; all others have none."""
    made.anchors[anchor, nature] = SURE
    row = told(made).role[anchor]
    row[:, 0] = SURE
    for role, words in roles.items():
        row[list(words), 0] = 0
        row[list(words), role] = SURE
