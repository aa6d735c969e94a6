"""Accuracy on a part of our corpus, layer by layer: `python -m benchmarks.corpus [--split dev]`.

Whole records as `benchmarks.scoring` has it, and attributions of every nature (beliefs, intentions, decisions and findings
too) as `benchmarks.attribution_scoring` has it; for all documents, and apart for diplomatic reporting, general news and texts
that only look like diplomacy. The test part is for the end of a work, not for the way there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.attribution import F1_OF as ATTRIBUTION_F1_OF
from benchmarks.attribution_scoring import score as score_attributions
from benchmarks.gold import F1_OF, Sample, predict
from benchmarks.items import Item, Range
from benchmarks.matching import Tally
from benchmarks.polnear import Attribution, predicted
from benchmarks.running import counts, finish, rates, shown, table, with_engine
from benchmarks.scoring import score
from communique.reading.protocol import Engine
from corpus.annotation.files import load
from corpus.annotation.gold import to_gold
from corpus.annotation.model import Attribution as Made
from corpus.annotation.model import Document, Span
from corpus.tables import SPLITS, TEXTS, splits

_BEFORE = re.compile(r"(?:''|[\"“„«])[\s\[(…]*\Z")
_AFTER = re.compile(r"[,.]?\s?(?:''|[\"”»])")


@dataclass
class Layers:
    """Hits out of tries of records and of attributions."""

    records: Tally
    attributions: Tally


def documents(split: str) -> Iterator[Document]:
    """The documents of a part of the corpus."""
    parts = splits()
    yield from (d for d in load(TEXTS) if parts[d.key] == split)


def attributions(document: Document) -> tuple[Attribution, ...]:
    """What is attributed in a document, as PolNeAR has it: quotation marks with their words. Doubtful ones are left out."""
    return tuple(
        {"source": _ranges(made.source), "cue": _ranges(made.cue), "content": _content(made, document.text)}
        for made in document.attributions
        if not made.optional
    )


def _content(made: Made, text: str) -> tuple[Range, ...]:
    quoted = made.quote_type == "direct"
    return tuple(_in_its_marks(part, text) if quoted else Range(*part) for part in made.content)


def _in_its_marks(part: Span, text: str) -> Range:
    """A quotation with the marks that stand around it, a comma or full stop between included."""
    before, after = _BEFORE.search(text, 0, part.start), _AFTER.match(text, part.end)
    return Range(before.start() if before else part.start, after.end() if after else part.end)


def _ranges(spans: tuple[Span, ...]) -> tuple[Range, ...]:
    return tuple(Range(*span) for span in spans)


def measure(texts: list[Document], label: str, engine: Engine | None = None) -> dict[str, Layers]:
    """Hits out of tries over some documents, by genre and for `all`."""
    totals: dict[str, Layers] = defaultdict(lambda: Layers(Tally(), Tally()))
    for document in shown(texts, label):
        sample = Sample(f"{document.key}.txt", document.text.encode(), Item(to_gold(document)))
        found = predict(sample, engine)
        records = score(sample.gold, found, document.text)
        marked = score_attributions(document.text, attributions(document), predicted(found.items("statements")))
        for part in ("all", document.genre):
            totals[part].records.merge(records)
            totals[part].attributions.merge(marked)
    return totals


def figures(layers: Layers) -> dict[str, float]:
    """Rates of records, and of attributions under names that begin with `attribution_`."""
    marked = rates(layers.attributions, ATTRIBUTION_F1_OF)
    return rates(layers.records, F1_OF) | {f"attribution_{name}": value for name, value in marked.items()}


def main() -> None:
    parser = with_engine("Accuracy on a part of our corpus.")
    parser.add_argument("--split", choices=SPLITS, default="dev", help="part of the corpus (%(default)s)")
    chosen = parser.parse_args()
    split = chosen.split
    texts = list(documents(split))
    totals = measure(texts, f"corpus {split}", chosen.engine)
    for part, layers in totals.items():
        table(f"{split}, {part}: records", rates(layers.records, F1_OF), layers.records)
        table(f"{split}, {part}: attributions", rates(layers.attributions, ATTRIBUTION_F1_OF), layers.attributions)
    parts = {part: figures(layers) for part, layers in sorted(totals.items()) if part != "all"}
    total = totals["all"]
    tallies = counts(total.records) | {f"attribution_{k}": v for k, v in counts(total.attributions).items()}
    result = {"documents": len(texts), "figures": figures(total), "counts": tallies, "genres": parts}
    finish("corpus", {split: result}, chosen.engine)


if __name__ == "__main__":
    main()
