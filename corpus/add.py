"""Puts documents into the corpus: `python -m corpus.add FILE …` (shorthand or TEI); then deals the splits anew.

A document with a fault is named and left out; the others are written. Exit status 1 where one was left out.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from corpus.annotation.files import AnnotationError, load, read, save
from corpus.annotation.model import Document
from corpus.checks.faults import faults
from corpus.tables import FOLDER, SPLITS, TEXTS

_SHARES = (0.70, 0.15, 0.15)


def main() -> int:
    bad = 0
    for path in map(Path, sys.argv[1:]):
        try:
            documents = list(read(path))
        except AnnotationError as error:
            print(f"{path}: {error}")
            bad += 1
            continue
        for document in documents:
            wrong = faults(document)
            for fault in wrong:
                print(f"{path}: {document.key}: {fault}")
            bad += bool(wrong)
            if not wrong:
                save(document, TEXTS)
    write_splits(load(TEXTS))
    return min(bad, 1)


def write_splits(documents: Iterable[Document]) -> None:
    """Write `splits.csv`: whole stories, 70/15/15 of the words of each block."""
    blocks: dict[str, dict[str, list[Document]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        blocks[document.key.split("-")[0]][document.story].append(document)
    rows = [row for stories in blocks.values() for row in deal(stories)]
    with (FOLDER / "splits.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["document", "story", "split"])
        out.writerows(sorted(rows))


def deal(stories: dict[str, list[Document]]) -> Iterable[tuple[str, str, str]]:
    """Deal the stories of a block, in an order that only their names decide, each to the part that lacks most words."""
    total = sum(d.words for told in stories.values() for d in told)
    lacking = {split: share * total for split, share in zip(SPLITS, _SHARES, strict=True)}
    for story in sorted(stories, key=lambda s: hashlib.sha256(s.encode()).hexdigest()):
        split = max(SPLITS, key=lambda s: lacking[s])
        lacking[split] -= sum(d.words for d in stories[story])
        yield from ((d.key, story, split) for d in stories[story])


if __name__ == "__main__":
    sys.exit(main())
