"""How far two annotators of the same texts agree, layer by layer: `python -m benchmarks.annotators`.

`corpus/agreement/` holds both annotations of 50 documents as they were before anybody compared them. Either is the measure of
the other: recall is the share of the first one's facts that the second has too, precision the share of the second's that the
first has. Facts that an annotator marked as doubtful may be matched, and are no miss. Acts, natures and quote types are
compared on matched attributions by Cohen's kappa (1960). Then each annotation is held against what was settled, as the corpus
has it now.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.attribution_scoring import score as score_attributions
from benchmarks.corpus import attributions
from benchmarks.items import Item, Range
from benchmarks.matching import Tally, Words, harmonic, pairs
from benchmarks.running import ROOT, finish
from benchmarks.scoring import score
from corpus.annotation.files import path_of, read
from corpus.annotation.gold import to_gold
from corpus.annotation.model import Attribution, Document, hull
from corpus.tables import TEXTS

FOLDER = ROOT / "corpus" / "agreement"
LABELS = ("nature", "quote_type", "act")
_LEAST = 0.5
_SHARED = ("statement", "encounter", "commitment", "event", "time")
_MARKED = (
    "token_content",
    "token_source",
    "token_cue",
    "span_content",
    "span_source",
    "span_cue",
    "record_partial",
    "record_exact",
)
_JUDGED = ("statement_speaker", "statement_addressee", "encounter_date", "encounter_status", "encounter_host",
           "commitment_deadline", "event_date", "time_value_given_found")  # fmt: skip


def both(folder: Path) -> Iterator[tuple[Document, Document]]:
    """The first and the second annotation of each text."""
    for path in sorted((folder / "first").glob("*.xml")):
        first, second = next(read(path)), next(read(folder / "second" / path.name))
        if first.text != second.text:
            raise ValueError(f"{path.name}: two annotations of different texts")
        yield first, second


def settled(made: Document) -> Document:
    """A document as the corpus has it after both annotations were compared."""
    return next(read(path_of(made, TEXTS)))


def compare(first: Document, second: Document) -> Tally:
    """Facts of the first that the second has too, and what is judged on those that match."""
    gold, other = Item(to_gold(first)), Item(to_gold(second))
    tally = score(gold, other, first.text)
    tally.merge(score_attributions(first.text, attributions(first), attributions(second)))
    return tally


def agreement(one: Tally, other: Tally) -> dict[str, float]:
    """F1 of what both have, and the share right of what is judged, from comparisons in both directions."""
    found: dict[str, float] = {}
    for figure in (*_SHARED, *_MARKED):
        recall, precision = one.rate(f"{figure}_recall"), other.rate(f"{figure}_recall")
        if recall is not None and precision is not None:
            found[f"{figure}_f1"] = round(harmonic(recall, precision), 4)
    return found | {figure: round(rate, 4) for figure in _JUDGED if (rate := one.rate(figure)) is not None}


def matched(first: Document, second: Document) -> Iterator[tuple[Attribution, Attribution]]:
    """Attributions of both whose contents share at least half of their words."""
    words, one, other = Words(first.text), first.attributions, second.attributions

    def weight(i: int, j: int) -> float:
        f1 = words.f1(Range(*hull(one[i].content)), Range(*hull(other[j].content)))
        return f1 if f1 >= _LEAST else 0.0

    yield from ((one[i], other[j]) for i, j in pairs(len(one), len(other), weight))


def label(made: Attribution, name: str) -> str:
    return (made.acts[0] if made.acts else "") if name == "act" else str(getattr(made, name))


def kappa(labels: Sequence[tuple[str, str]]) -> float:
    """Agreement beyond chance: (observed - expected) / (1 - expected)."""
    total = len(labels)
    observed = sum(a == b for a, b in labels) / total
    one, other = (Counter(side) for side in zip(*labels, strict=True))
    expected = sum(one[name] * other[name] for name in one) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def main() -> None:
    made = list(both(FOLDER))
    result = _two(made)
    for name, documents in zip(("first", "second"), zip(*made, strict=True), strict=True):
        result[f"{name}_settled"] = _against(name, documents)
    finish("annotators", result)


def _both_ways(documents: Iterable[tuple[Document, Document]]) -> tuple[Tally, Tally]:
    """What the second of each pair has of the first, and the reverse."""
    forward, backward = Tally(), Tally()
    for one, other in documents:
        forward.merge(compare(one, other))
        backward.merge(compare(other, one))
    return forward, backward


def _against(name: str, documents: Iterable[Document]) -> dict[str, float]:
    """How far one annotator agrees with what was settled."""
    forward, backward = _both_ways((settled(document), document) for document in documents)
    figures = agreement(forward, backward)
    _show(f"The {name} annotator and what was settled", ("of the settled", f"of the {name}"), figures, forward, backward, {})
    return figures


def _two(made: Sequence[tuple[Document, Document]]) -> dict[str, object]:
    """Agreement of the two annotators, with counts."""
    forward, backward = _both_ways(made)
    labels = {name: list[tuple[str, str]]() for name in LABELS}
    for first, second in made:
        for a, b in matched(first, second):
            for name in LABELS:
                if name != "act" or (a.acts and b.acts):
                    labels[name].append((label(a, name), label(b, name)))
    figures = agreement(forward, backward)
    kappas = {f"{name}_kappa": round(kappa(found), 4) for name, found in labels.items() if found}
    judged = {f"{name}_kappa": len(found) for name, found in labels.items()}
    _show("Two annotators", ("of the first", "of the second"), figures | kappas, forward, backward, judged)
    both_ways = {f: [forward.fraction(f"{f}_recall"), backward.fraction(f"{f}_recall")] for f in (*_SHARED, *_MARKED)}
    return {"documents": len(made), "figures": figures | kappas, "counts": both_ways}


def _show(
    title: str, sides: tuple[str, str], figures: dict[str, float], forward: Tally, backward: Tally, judged: dict[str, int]
) -> None:
    made = Table("figure", "value", *sides, title=title, title_justify="left")
    for figure, value in figures.items():
        recall = f"{figure.removesuffix('_f1')}_recall"
        counts = (forward.fraction(recall), backward.fraction(recall))
        if figure in judged:
            counts = (f"{judged[figure]} pairs", "")
        elif not any(counts):
            counts = (forward.fraction(figure), backward.fraction(figure))
        made.add_row(figure, f"{value:.3f}", *counts)
    Console().print(made)


if __name__ == "__main__":
    main()
