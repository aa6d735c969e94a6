"""`python -m training.reader.search [--steps N] [NAME…]`: short runs that differ from the plan in one thing each.

What they reached goes into `build/reader/search.json`, one run an entry; runs that are there already are left out. The plan
itself runs with another seed too, to tell a difference from chance.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from communique.reading.net.network import Network
from communique.reading.net.shipped import TOKENIZER
from training.reader.export import export
from training.reader.loop import Plan
from training.reader.losses import WEIGHTS
from training.reader.model import Reader
from training.reader.runs import OUT, prepared, reached, trained

CHANGES: dict[str, dict[str, Any]] = {
    "as planned": {},
    "other seed": {"seed": 2},
    "all layers alike": {"decay": 1.0},
    "layers further apart": {"decay": 0.7},
    "slower": {"rate": 1.5e-4},
    "faster": {"rate": 5e-4},
    "trees count half": {"weights": dict(WEIGHTS) | {"arc": 0.5, "relation": 0.5}},
    "roles and anchors count twice": {"weights": dict(WEIGHTS) | {"anchor": 2.0, "role": 2.0}},
    "names count twice": {"weights": dict(WEIGHTS) | {"name": 2.0}},
    "windows of 80": {"window": 80},
    "windows of 256": {"window": 256},
    "corpus once": {"corpus": 1},
    "corpus six times": {"corpus": 6},
    "names once": {"named": 1},
    "no disguise": {"disguised": False},
    "case not told": {"case": False},
    "hard labels of acts": {"smoothing": 0.0},
    "running mean": {"average": 0.99},
}
MEANS = {"mean of two runs": ("as planned", "no disguise")}  # of the weights of runs that begin alike
_SHOWN = {
    "EWT dev": ("tag", "UAS", "LAS", "sentence ends", "names"), "CrossNER politics dev": ("names",),
    "our corpus, dev": ("partial", "triple", "act", "names", "words of events", "modality"),
}  # fmt: skip


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("names", nargs="*", metavar="NAME", default=[])
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--steps", type=int, default=400)
    chosen = options.parse_args()
    path = chosen.out / "search.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8")) if path.exists() else {}
    if strange := [name for name in chosen.names if name not in CHANGES | MEANS]:
        options.error(f"no such run: {', '.join(strange)}; there are: {', '.join(CHANGES | MEANS)}")
    encoder, learned, labels = prepared(chosen.data, chosen.out / "teacher")

    def run(name: str) -> Reader:
        out = chosen.out / "search" / name.replace(" ", "-")
        return trained(_plan(name, chosen.steps), encoder, learned, labels, out)

    for name in chosen.names or CHANGES | MEANS:
        if name not in found:
            made = mean([run(part) for part in MEANS[name]]) if name in MEANS else run(name)
            model = chosen.out / "search" / f"{name.replace(' ', '-')}.onnx"
            export(made, labels, model, small=False)
            window = _plan(name, chosen.steps).window
            found[name] = reached(Network(model, encoder / TOKENIZER), labels, chosen.data, window)
            path.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
        _show({name: found[name]})
    _show(found)


def _plan(name: str, steps: int) -> Plan:
    return replace(Plan(steps=steps, keep_every=steps), **CHANGES.get(name, {}))


def mean(readers: Sequence[Reader]) -> Reader:
    """The first reader with the means of all weights."""
    states = [reader.state_dict() for reader in readers]
    readers[0].load_state_dict({name: sum(state[name] for state in states) / len(states) for name in states[0]})
    return readers[0]


def _show(found: Mapping[str, Mapping[str, Mapping[str, Sequence[float]]]]) -> None:
    table = Table("", *(figure for figures in _SHOWN.values() for figure in figures))
    for name, sets in found.items():
        table.add_row(name, *(f"{sets[of][figure][0]:.1f}" for of, figures in _SHOWN.items() for figure in figures))
    Console(width=160).print(table)


if __name__ == "__main__":
    main()
