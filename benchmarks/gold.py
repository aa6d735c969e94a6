"""Accuracy of whole records: `python -m benchmarks.gold [--data ../shared/data]`.

Reads every text of our pilot corpus, and the two seed articles where `../shared` has them, and scores statements, encounters,
events, commitments and times as `benchmarks.scoring` defines it. A date of publication that no reader could find in the text
is given, as a person would.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.items import Item, read_item
from benchmarks.matching import Tally
from benchmarks.running import ROOT, counts, finish, rates, read_as_gold, shown, table, with_engine
from benchmarks.scoring import score
from communique.reading.protocol import Engine

PILOT = ROOT / "corpus" / "pilot"
F1_OF = ("statement", "encounter", "commitment", "event")


@dataclass(frozen=True)
class Sample:
    """A text and the facts in it."""

    name: str
    data: bytes
    gold: Item

    @property
    def published(self) -> str | None:
        """The date to be given to the reader; None where the text has it."""
        given = self.gold.text("published_source") == "given"
        return self.gold.text("published") if given else None


def samples(gold: Path, texts: Path) -> list[Sample]:
    """The gold documents of a folder with their texts, by name."""
    return list(_samples(gold, texts))


def _samples(gold: Path, texts: Path) -> Iterator[Sample]:
    for path in sorted(gold.glob("*.json")):
        item = read_item(path)
        text = texts / Path(item.text("file")).name
        yield Sample(text.name, text.read_bytes(), item)


def predict(sample: Sample, engine: Engine | None = None) -> Item:
    return read_as_gold(sample.name, sample.data, sample.published, engine)


def measure(documents: list[Sample], label: str, engine: Engine | None = None) -> dict[str, Tally]:
    """Hits out of tries, of each set of documents (the first letter of their names) and of `all`."""
    totals: dict[str, Tally] = defaultdict(Tally)
    for sample in shown(documents, label):
        tally = score(sample.gold, predict(sample, engine), sample.data.decode("utf-8"))
        totals["all"].merge(tally)
        totals[sample.name[0]].merge(tally)
    return totals


def main() -> None:
    chosen = with_engine("Accuracy of whole records on gold documents.").parse_args()
    data = chosen.data
    sets = {"pilot": (PILOT, PILOT), "seeds": (data.parent / "gold", data.parent / "seeds")}
    result: dict[str, object] = {}
    for name, (gold, texts) in sets.items():
        if not gold.is_dir():
            print(f"skipped: no {gold}; name the data with --data")
            result[name] = {"skipped": f"no {gold}"}
            continue
        documents = samples(gold, texts)
        totals = measure(documents, name, chosen.engine)
        total = totals.pop("all")
        figures = rates(total, F1_OF)
        table(f"{name}: {len(documents)} documents", figures, total)
        parts = {letter: rates(part, F1_OF) for letter, part in sorted(totals.items())}
        result[name] = {"documents": len(documents), "figures": figures, "counts": counts(total), "sets": parts}
    finish("gold", result, chosen.engine)


if __name__ == "__main__":
    main()
