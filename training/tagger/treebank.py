"""Sentences of a CoNLL-U treebank in the shape our tokenizer gives: hyphened compounds as one word."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

Sentence = list[tuple[str, str]]  # (word, tag)
_NOMINAL = {"NN", "NNS", "NNP", "NNPS"}


def read(path: Path) -> Iterator[Sentence]:
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            rows.append(fields)
        elif not line and rows:
            yield merged(rows)
            rows = []


def merged(rows: list[list[str]]) -> Sentence:
    """Words and tags; a word, a hyphen and a word without space between become one word."""
    out: Sentence = []
    glue = False
    for i, row in enumerate(rows):
        word, tag = row[1], row[4]
        tight = "SpaceAfter=No" in row[9]
        if glue or (tag == "HYPH" and out and "SpaceAfter=No" in rows[i - 1][9]):
            previous, previous_tag = out[-1]
            out[-1] = (previous + word, previous_tag if tag == "HYPH" else tag)
            glue = tag == "HYPH" and tight
            if not glue and tag != "HYPH" and tag in {"NN", "VBN", "VBG", "CD"} and _before_noun(rows, i):
                out[-1] = (out[-1][0], "JJ")
        else:
            out.append((word, tag))
    return out


def _before_noun(rows: list[list[str]], i: int) -> bool:
    return i + 1 < len(rows) and rows[i + 1][4] in _NOMINAL
