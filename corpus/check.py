"""Faults and counts of files in shorthand: `python -m corpus.check FILE.mark …`. Exit status 1 where there is a fault."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from corpus.annotation.braces import ShorthandError
from corpus.annotation.files import read
from corpus.annotation.model import Document
from corpus.checks.faults import faults


def main() -> int:
    documents: list[Document] = []
    bad = 0
    for path in map(Path, sys.argv[1:]):
        try:
            found = list(read(path))
        except ShorthandError as error:
            print(f"{path}: {error}")
            bad += 1
            continue
        documents += found
        for document in found:
            for fault in faults(document):
                print(f"{path}: {document.key}: {fault}")
                bad += 1
    print(f"{bad} faults.", summary(documents))
    return min(bad, 1)


def summary(documents: list[Document]) -> str:
    made = [a for d in documents for a in d.attributions]
    counts = Counter[str]()
    for d in documents:
        counts["words"] += d.words
        counts["encounters"] += len(d.encounters)
        counts["not occurred"] += sum(e.status != "occurred" for e in d.encounters)
        counts["events"] += len(d.events)
        counts["commitments"] += len(d.commitments)
        counts["with deadline"] += sum(bool(c.deadline) for c in d.commitments)
        counts["follow-ups"] += sum(bool(c.follows) for c in d.commitments)
    told = Counter(e.story for d in documents for e in d.encounters if e.story)
    points = Counter(p.key for d in documents for p in d.points for _ in p.attributions)
    lines = [
        f"{len(documents)} documents", *(f"{n} {what}" for what, n in counts.items()),
        f"{len(made)} attributions (1 in {counts['words'] // max(1, len(made))} words; "
        + ", ".join(f"{n} {k}" for k, n in Counter(a.nature for a in made).items())
        + "; " + ", ".join(f"{n} {k}" for k, n in Counter(a.quote_type for a in made).items()) + ")",
        f"{sum(n > 1 for n in told.values())} encounters told more than once",
        f"talking points: {dict(points)}",
        f"event types: {dict(Counter(e.event_type for d in documents for e in d.events))}",
        f"genres: {dict(Counter(d.genre for d in documents))}",
        f"acts: {dict(Counter(a.acts[0] for a in made if a.acts))}",
    ]  # fmt: skip
    return "; ".join(lines)


if __name__ == "__main__":
    sys.exit(main())
