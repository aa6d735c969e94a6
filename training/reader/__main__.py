"""`python -m training.reader [--data DIR] [--out DIR] [--steps N]`: trains the reader and writes it as ONNX; goes on
where it was stopped.

On two cores more than an hour with the steps given here; uses an accelerator where there is one. `make train`
installs what it needs.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

from rich.console import Console
from rich.table import Table

from communique.reading.net.network import Network
from communique.reading.net.shipped import CARD, MODEL, TOKENIZER
from training.reader.card import card
from training.reader.export import export
from training.reader.loop import Plan
from training.reader.runs import OUT, TEACHER, Figures, prepared, reached, ready, trained

WHOLE = "whole.onnx"  # in 32 bits, to measure what eight lose
SHIPPED = Path("src/communique/reading/net/model")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--steps", type=int, default=Plan.steps)
    options.add_argument(
        "--teacher", type=int, default=TEACHER.steps, help="steps of the reader that gives trees (%(default)s)"
    )
    options.add_argument("--seed", type=int, default=Plan.seed)
    options.add_argument("--ship", action="store_true", help=f"copy what was made into {SHIPPED}")
    chosen = options.parse_args()
    plan, teacher = Plan(steps=chosen.steps, seed=chosen.seed), replace(TEACHER, steps=chosen.teacher)
    encoder, learned, labels = prepared(chosen.data, chosen.out / "teacher", teacher)
    model = trained(plan, encoder, learned, labels, chosen.out)
    copyfile(encoder / TOKENIZER, chosen.out / TOKENIZER)
    reaches: list[Figures] = []
    for name, small in ((WHOLE, False), (MODEL, True)):
        export(ready(model, learned, encoder) if small else model, labels, chosen.out / name, small)
        network = Network(chosen.out / name, chosen.out / TOKENIZER)
        reaches.append(reached(network, labels, chosen.data, plan.window))
    written = card(plan, teacher, reaches[0], reaches[1], (chosen.out / MODEL).stat().st_size)
    (chosen.out / CARD).write_text(written, encoding="utf-8")
    show(reaches[1])
    if chosen.ship:
        for name in (MODEL, TOKENIZER, CARD):
            copyfile(chosen.out / name, SHIPPED / name)


def show(figures: Figures) -> None:
    rows = dict.fromkeys(figure for found in figures.values() for figure in found)
    table = Table("", *figures, title="Held out, percent", title_justify="left")
    for figure in rows:
        table.add_row(figure, *(f"{found[figure].percent:.1f}" if figure in found else "" for found in figures.values()))
    Console().print(table)


if __name__ == "__main__":
    main()
