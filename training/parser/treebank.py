"""Trees of a CoNLL-U treebank over words as our tokenizer gives them: hyphened compounds are one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from communique.reading.tagger import Tagger
from training.tagger.treebank import merged


@dataclass(frozen=True)
class Tree:
    """`heads` are word indices, the root's own index is `len(words)`."""

    words: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def read(path: Path, tagger: Tagger) -> Iterator[Tree]:
    """The trees of a file, with the tags our tagger gives."""
    rows: list[list[str]] = []
    for line in path.read_text("utf-8").split("\n"):
        fields = line.split("\t")
        if len(fields) == 10 and fields[0].isdigit():
            rows.append(fields)
        elif not line and rows:
            yield tree(rows, tagger)
            rows = []


def tree(rows: list[list[str]], tagger: Tagger) -> Tree:
    words = [w for w, _ in merged(rows)]
    group = groups(rows)  # which of the merged words each row became
    n = len(words)
    heads, labels = [n] * n, ["root"] * n
    for i, row in enumerate(rows):
        head = n if row[6] == "0" else group[int(row[6]) - 1]
        if head != group[i]:
            heads[group[i]], labels[group[i]] = head, row[7]
    return Tree(words, tagger.tag(words), heads, labels)


def groups(rows: Sequence[Sequence[str]]) -> list[int]:
    """Which merged word each row became part of."""
    out: list[int] = []
    glue = False
    for i, row in enumerate(rows):
        hyphen = row[4] == "HYPH" and i > 0 and "SpaceAfter=No" in rows[i - 1][9]
        out.append(out[-1] if out and (glue or hyphen) else (out[-1] + 1 if out else 0))
        glue = row[4] == "HYPH" and "SpaceAfter=No" in row[9] and bool(hyphen or glue)
    return out
