"""`python -m training.reader.research`: the same run with PolNeAR's training part added, to see what it would bring.

For comparison only: PolNeAR may measure and not train what ships, so nothing is written but into `build/`. Prints the
attribution figures of the engine with the network that ships and with this one, on PolNeAR's development part and on that of
our corpus.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from benchmarks import attribution, corpus
from benchmarks.polnear import Annotated, read_polnear
from benchmarks.running import rates
from communique.reading.net.network import Network
from communique.reading.net.shipped import MODEL, TOKENIZER, shipped
from communique.reading.net.texts import Words
from communique.reading.protocol import Engine
from communique.reading.reader import Reader
from training.reader.annotated import frame
from training.reader.export import export
from training.reader.loop import Plan
from training.reader.prose import of_text
from training.reader.runs import OUT, prepared, ready, trained
from training.reader.samples import Sample


def documents(folder: Path) -> Iterator[Sample]:
    """The texts of a part of PolNeAR; it knows neither acts nor natures: all are statements."""
    yield from (_sample(text) for text in read_polnear(folder))


def _sample(annotated: Annotated) -> Sample:
    words = Words(annotated.text)
    frames = [f for a in annotated.attributions if (f := frame(words, a["cue"], a["source"], a["content"]))]
    return replace(of_text(annotated.name, annotated.text), frames=frames)


def figures(engine: Engine, folder: Path) -> dict[str, dict[str, float]]:
    """Attribution figures of an engine."""
    polnear = rates(attribution.measure(folder, "PolNeAR dev", engine), attribution.F1_OF)
    ours = corpus.measure(list(corpus.documents("dev")), "corpus dev", engine)["all"]
    return {"polnear": polnear, "corpus": corpus.figures(ours)}


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=Path("build/research"))
    options.add_argument("--steps", type=int, default=Plan.steps)
    chosen = options.parse_args()
    folder = chosen.data / "attribution" / "polnear"
    encoder, learned, labels = prepared(chosen.data, OUT / "teacher")
    more = [*learned.corpus, *documents(folder / "train")]
    model = trained(Plan(steps=chosen.steps), encoder, replace(learned, corpus=more), labels, chosen.out)
    export(ready(model, learned, encoder), labels, chosen.out / MODEL)
    copyfile(encoder / TOKENIZER, chosen.out / TOKENIZER)
    networks = {"ships": shipped(), "with PolNeAR": Network(chosen.out / MODEL, chosen.out / TOKENIZER)}
    found = {name: figures(Reader(network), folder / "dev") for name, network in networks.items()}
    print(json.dumps(found, indent=1))


if __name__ == "__main__":
    main()
