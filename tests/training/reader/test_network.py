"""Batches, the network and its training; where torch is installed (`make train` does it)."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("tokenizers")
pytest.importorskip("onnx")

from communique.reading.net.labels import ANCHORS, BEGIN, CONTENT, CUE, NAMES, ROLES, SOURCE  # noqa: E402
from communique.reading.net.network import Network  # noqa: E402
from communique.reading.net.pairs import DISTANCES, distance  # noqa: E402
from communique.reading.net.pieces import Pieces  # noqa: E402
from tests.corpus.sample import sample as document  # noqa: E402
from training.reader import annotated, loop  # noqa: E402
from training.reader.batches import Batch, Disguise, collate, epoch, requoted, windows_of  # noqa: E402
from training.reader.export import export  # noqa: E402
from training.reader.loop import Plan, groups, pace, train  # noqa: E402
from training.reader.losses import inside, losses  # noqa: E402
from training.reader.model import LAYERS, PUBLISHED, WIDTH, Encoder, Reader, Sizes, bucket  # noqa: E402
from training.reader.samples import OPEN, UNKNOWN, Data, Inventories, Inventory, Sample  # noqa: E402
from training.reader.scores import figures, names, score  # noqa: E402

SIZES = Sizes(tags=5, fine_tags=6, relations=4)
TREE = Sample("t", ["Pilots", "sang", "."], [3, 1, 0], [0, 0, 1], [0, 1, 2], [0, 1, 2], [1, -1, 1], [1, 0, 2], [0, 0, 0])


@pytest.fixture(scope="module")
def pieces(tokenizer: Path) -> Pieces:
    return Pieces(tokenizer)


@pytest.fixture(scope="module")
def model() -> Reader:
    torch.manual_seed(0)
    return Reader(SIZES)


def test_inputs_know_the_first_piece_of_each_word(pieces: Pieces) -> None:
    batch = collate([(TREE, 0, 3)], pieces)
    assert batch.inputs["first"].tolist() == [[1, 7, 11]]  # six letters at the most, four, one mark
    assert batch.inputs["mask"].sum() == 13
    assert batch.gold["heads"].tolist() == [[2, 0, 2]]


def test_anchors_and_roles(pieces: Pieces) -> None:
    made = annotated.sample(document())
    batch = collate([(made, 0, len(made.words))], pieces)
    told = made.words.index("told")
    asked = batch.gold["asked"][0].tolist()
    row = batch.gold["roles"][0, asked.index(told)].tolist()
    assert ANCHORS[batch.gold["anchors"][0, told]] == "statement"
    assert (row[told], row[told - 1]) == (CUE, SOURCE)
    assert row.count(BEGIN) == 1 and row[row.index(BEGIN) + 1] == CONTENT


def test_what_lies_outside_a_window_is_not_known(pieces: Pieces) -> None:
    batch = collate([(TREE, 0, 1), (TREE, 0, 3)], pieces)
    assert batch.gold["heads"].tolist() == [[UNKNOWN] * 3, [2, 0, 2]]


def test_a_batch_holds_windows_of_like_length() -> None:
    long = Sample("l", ["a"] * 90, [1] * 90)
    batches = epoch(list(windows_of([TREE] * 30 + [long] * 3, 160)), 400, random.Random(1))
    assert sum(map(len, batches)) == 33
    assert all(len(batch) * max(end - start for _, start, end in batch) < 500 for batch in batches)


def test_quotation_marks_are_exchanged() -> None:
    assert requoted(['"', "a", '"', "b", "“", "c", "”"], "«", "»") == ["«", "a", "»", "b", "«", "c", "»"]


def test_a_disguise_keeps_the_number_of_words() -> None:
    disguise = Disguise(random.Random(1))
    made = {tuple(disguise(["Faro", '"', "slept", '"'])) for _ in range(200)}
    assert ("FARO", '"', "SLEPT", '"') in made and ("Faro", "«", "slept", "»") in made
    assert {len(words) for words in made} == {4}


def test_shapes(model: Reader, pieces: Pieces) -> None:
    batch = collate([(TREE, 0, 3), (TREE, 0, 2)], pieces)
    words = model.words(**batch.inputs)
    assert words.shape == (2, 3, 384)
    assert model.arcs(words).shape == (2, 3, 4)
    assert model.relations(words, torch.zeros(2, 3, dtype=torch.long)).shape == (2, 3, 4)
    assert model.roles(words, torch.tensor([[0, 1], [1, 1]])).shape == (2, 2, 3, len(ROLES))


def test_padding_changes_nothing(model: Reader, pieces: Pieces) -> None:
    model.eval()
    alone = model.words(**collate([(TREE, 0, 2)], pieces).inputs)
    beside = model.words(**collate([(TREE, 0, 2), (TREE, 0, 3)], pieces).inputs)
    assert torch.allclose(alone[0], beside[0, :2], atol=1e-5)


def test_arcs_stay_in_their_sentence() -> None:
    arcs = inside(torch.zeros(1, 3, 4), torch.tensor([[0, 0, 1]]))
    assert (arcs[0] > -1).tolist() == [[True, True, True, False], [True, True, True, False], [True, False, False, True]]


def test_distances_are_told_apart_where_it_matters() -> None:
    found = bucket(torch.tensor([-200, -9, -3, 0, 3, 9, 200]))
    assert len(set(found.tolist())) == 7
    every = np.arange(-600, 600)
    assert bucket(torch.from_numpy(every)).tolist() == distance(every).tolist()
    assert (distance(every).min(), distance(every).max()) == (0, DISTANCES - 1)


def test_the_published_weights_are_taken_over() -> None:
    one, other = Encoder(0.1), Encoder(0.1)
    state = one.state_dict()
    weights = {f"encoder.layer.{i}.{theirs}.{part}": state[f"layers.{i}.{ours}.{part}"]
               for i in range(LAYERS) for ours, theirs in PUBLISHED.items() for part in ("weight", "bias")}  # fmt: skip
    weights |= {f"embeddings.LayerNorm.{part}": state[f"norm.{part}"] for part in ("weight", "bias")}
    weights |= {f"embeddings.{theirs}_embeddings.weight": state[f"{ours}.weight"]
                for ours, theirs in (("word", "word"), ("place", "position"))}  # fmt: skip
    weights["embeddings.token_type_embeddings.weight"] = torch.ones(2, WIDTH)
    other.load_published(weights)
    assert torch.equal(other.layers[5].down.weight, one.layers[5].down.weight)
    assert torch.equal(other.place.weight, one.place.weight + 1)  # every piece is of the first kind of text


def test_only_layers_with_gold_have_a_loss(model: Reader, pieces: Pieces) -> None:
    found = losses(model, collate([(TREE, 0, 3)], pieces))
    assert set(found) == {"end", "tag", "fine_tag", "name", "arc", "relation"}
    told = annotated.sample(document())
    assert {"anchor", "act", "event", "modality", "role"} <= set(losses(model, collate([(told, 0, len(told.words))], pieces)))


def test_lower_layers_learn_slower(model: Reader) -> None:
    rates = {len(group["params"]) and group["lr"] for group in groups(model, Plan())}
    assert max(rates) == Plan.head_rate
    assert min(rates) == pytest.approx(Plan.rate * Plan.decay**6)
    plan = Plan(steps=100)
    assert pace(0, plan) < pace(6, plan) > pace(50, plan) > pace(99, plan) > 0


def test_a_stopped_run_goes_on(pieces: Pieces, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = Data([[TREE]], [], [], [annotated.sample(document())])
    plan = Plan(steps=3, keep_every=1)
    torch.manual_seed(0)
    train(Reader(SIZES, 0.0, 0.0), told, pieces, plan, tmp_path / "whole.pt", CPU)
    torch.manual_seed(0)
    monkeypatch.setattr(loop, "losses", _failing(2))  # the third call fails
    with pytest.raises(RuntimeError):
        train(Reader(SIZES, 0.0, 0.0), told, pieces, plan, tmp_path / "stopped.pt", CPU)
    monkeypatch.undo()
    train(Reader(SIZES, 0.0, 0.0), told, pieces, plan, tmp_path / "stopped.pt", CPU)
    whole, stopped = (torch.load(tmp_path / f"{name}.pt", weights_only=True) for name in ("whole", "stopped"))
    assert whole["step"] == stopped["step"] == 3
    assert torch.allclose(whole["model"]["tag.weight"], stopped["model"]["tag.weight"], atol=1e-4)


CPU = torch.device("cpu")


def _failing(after: int) -> Callable[[Reader, Batch, float], dict[str, Any]]:
    """Losses as they are, so many times."""
    left = iter(range(after))

    def made(model: Reader, batch: Batch, smoothing: float) -> dict[str, Any]:
        if next(left, None) is None:
            raise RuntimeError("stopped")
        return losses(model, batch, smoothing)

    return made


def test_what_a_source_does_not_mark_is_no_mistake(pieces: Pieces, model: Reader) -> None:
    """Of a word outside all names a source of people and places says nothing about titles."""
    wanted = {kind: _loss_of_name(model, pieces, kind) for kind in ("title", "person")}
    assert wanted["title"] < 0.01 < 5 < wanted["person"]


def _loss_of_name(model: Reader, pieces: Pieces, found: str) -> float:
    """The loss where a reader that is sure of one kind meets words that are `OPEN`."""
    sure = Reader(SIZES)
    sure.load_state_dict(model.state_dict())
    sure.eval()
    torch.nn.init.zeros_(sure.name.weight)
    sure.name.bias.data = torch.tensor([20.0 if name == f"B-{found}" else 0.0 for name in NAMES])
    open_names = Sample("n", ["Pilots", "sang"], [3, 1], names=[OPEN, OPEN])
    loss: float = losses(sure, collate([(open_names, 0, 2)], pieces))["name"].item()
    return loss


def test_the_mean_of_the_weights_comes_out(pieces: Pieces, tmp_path: Path) -> None:
    told, made = Data([[TREE]], [], [], []), []
    for average in (0.0, 0.9):
        torch.manual_seed(0)
        model = Reader(SIZES, 0.0, 0.0)
        train(model, told, pieces, Plan(steps=2, average=average), tmp_path / f"{average}.pt", CPU)
        made.append(model.tag.weight)
    kept = torch.load(tmp_path / "0.9.pt", weights_only=True)
    assert torch.equal(made[1], kept["mean"]["module.tag.weight"])
    assert not torch.equal(made[0], made[1])


def test_names_of_labels() -> None:
    labels = [NAMES.index(n) for n in ("B-person", "I-person", "O", "I-place", "B-place", "I-date")]
    assert list(names(labels)) == [("person", 0, 1), ("place", 3, 3), ("place", 4, 4), ("date", 5, 5)]


@pytest.mark.filterwarnings("default")  # the exporter warns of its own age
def test_a_reader_that_learned_one_text_knows_it(pieces: Pieces, tokenizer: Path, tmp_path: Path) -> None:
    told = annotated.sample(document())
    torch.manual_seed(0)
    made = Reader(SIZES, drop=0.0, head_drop=0.0)
    train(made, Data([[TREE]], [], [], [told]), pieces, Plan(steps=100, rate=1e-3, head_rate=5e-3), tmp_path / "kept.pt", CPU)
    labels = Inventories(*(Inventory({f"{name}{i}": i for i in range(n)}) for name, n in (("t", 5), ("f", 6), ("r", 4))))
    export(made, labels, tmp_path / "whole.onnx", small=False)
    found = figures(score(Network(tmp_path / "whole.onnx", tokenizer), [TREE, told], 160))
    assert found["UAS"].percent == 100
    assert found["words of content"].percent > 80
