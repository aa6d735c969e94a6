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
    print(f"{bad} fault{'' if bad == 1 else 's'}")
    print(summary(documents))
    return min(bad, 1)


def summary(documents: list[Document]) -> str:
    """How much of everything some documents have, a line each; what they do not have is left out."""
    made = [a for d in documents for a in d.attributions]
    met = [e for d in documents for e in d.encounters]
    promised = [c for d in documents for c in d.commitments]
    told = Counter(e.story for e in met if e.story)
    lines = {
        "documents": _listed(Counter(d.genre for d in documents)),
        "words": str(sum(d.words for d in documents)),
        "attributions": _listed(Counter(a.nature for a in made)),
        "of type": _listed(Counter(a.quote_type for a in made)),
        "with act": _listed(Counter(a.acts[0] for a in made if a.acts)),
        "encounters": _listed(Counter(e.status for e in met)),
        "told more than once": str(sum(n > 1 for n in told.values()) or ""),
        "events": _listed(Counter(e.event_type for d in documents for e in d.events)),
        "commitments": _listed(Counter(c.status for c in promised)),
        "with deadline": str(sum(bool(c.deadline) for c in promised) or ""),
        "taking one up": str(sum(bool(c.follows) for c in promised) or ""),
        "talking points": _listed(Counter(p.key for d in documents for p in d.points for _ in p.attributions)),
    }
    return "\n".join(f"  {name:20} {counts}" for name, counts in lines.items() if counts)


def _listed(counts: Counter[str]) -> str:
    """ "3: 2 meeting, 1 visit"; nothing of nothing."""
    return f"{counts.total()}: " + ", ".join(f"{n} {name}" for name, n in counts.most_common()) if counts else ""


if __name__ == "__main__":
    sys.exit(main())
