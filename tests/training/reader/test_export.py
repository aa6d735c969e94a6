"""The exported graph gives what the network gives, for windows of every length; the small one nearly so."""

from __future__ import annotations

import json
from base64 import b64decode
from pathlib import Path
from typing import Any

import numpy as np
import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
ort = pytest.importorskip("onnxruntime")

from communique.reading.net.network import FORMS, OUTPUTS, VECTORS, Network  # noqa: E402
from communique.reading.net.pairs import Forms, Vectors  # noqa: E402
from communique.reading.net.pieces import Pieces, Window  # noqa: E402
from training.reader.eased import eased  # noqa: E402
from training.reader.export import INPUTS, export  # noqa: E402
from training.reader.model import Reader, Sizes  # noqa: E402
from training.reader.samples import Inventories, Sample  # noqa: E402

pytestmark = pytest.mark.filterwarnings("default")  # the exporter warns of its own age


@pytest.fixture(scope="module")
def reader() -> Reader:
    torch.manual_seed(0)
    made = Reader(Sizes(2, 3, 4))
    made.eval()
    return made


def labels() -> Inventories:
    made = Inventories.empty()
    for inventory, names in ((made.tags, "NV"), (made.fine_tags, "abc"), (made.relations, "rstu")):
        for name in names:
            inventory.number(name)
    return made


def inputs(windows: int, words: int) -> dict[str, Any]:
    made = {name: torch.randint(0, 3, (windows, words + 2)) for name in INPUTS}
    made["pieces"] = torch.randint(200, 20_000, (windows, words + 2))
    return made | {"mask": torch.ones_like(made["pieces"]), "first": torch.arange(1, words + 1).expand(windows, -1)}


@pytest.mark.parametrize("small", [False, True])
def test_the_graph_is_the_network(reader: Reader, tmp_path: Path, small: bool) -> None:
    path = tmp_path / "reader.onnx"
    export(reader, labels(), path, small)
    session = ort.InferenceSession(path, providers=["CPUExecutionProvider"])
    known = session.get_modelmeta().custom_metadata_map
    forms = Forms(b64decode(known[FORMS]))
    for given in (inputs(1, 5), inputs(3, 17)):
        found = dict(zip(OUTPUTS, session.run(OUTPUTS, {k: v.numpy() for k, v in given.items()}), strict=True))
        with torch.no_grad():
            words = reader.words(**given)
            arcs, tags = reader.arcs(words), reader.tag(words)
            best = reader.relations(words, torch.ones(words.shape[:2], dtype=torch.long)).argmax(-1)
            roles = reader.roles(words, torch.tensor([[0, 3]] * len(words)))
        pairs = Vectors(forms, *(found[name][-1] for name in VECTORS))
        near = 0.2 if small else 1e-3
        assert torch.allclose(torch.from_numpy(found["arcs"]), arcs, atol=near)
        assert torch.allclose(torch.from_numpy(found["tags"]), tags, atol=near)
        assert torch.allclose(torch.from_numpy(pairs.roles([0, 3])), roles[-1], atol=near)
        if not small:
            every = np.arange(words.shape[1])
            assert pairs.relations(every, np.ones_like(every)).tolist() == best[-1].tolist()
    if small:
        assert path.stat().st_size < 30_000_000
    assert json.loads(known["relations"]) == list("rstu")
    assert json.loads(known["roles"])[0] == "-"


def test_windows_are_read_in_the_order_given(reader: Reader, tmp_path: Path, tokenizer: Path) -> None:
    export(reader, labels(), tmp_path / "reader.onnx")
    network = Network(tmp_path / "reader.onnx", tokenizer)
    windows = [Window(["Faro", "slept", "."] * n, [1, 1, 0] * n) for n in (9, 1, 40, 1)]
    together = network.read(windows)
    assert [len(scores.ends) for scores in together] == [27, 3, 120, 3]
    assert together[2].arcs.shape == (120, 121)
    assert together[2].pairs.roles([0, 119]).shape == (2, 120, 5)
    assert abs(together[1].tags - together[3].tags).max() == 0
    (alone,) = network.read(windows[:1])
    assert abs(alone.tags - together[0].tags).max() < 0.2  # eight bits are scaled to the batch
    assert network.labels["tags"] == ["N", "V"]
    assert network.read([]) == []


def test_an_eased_reader_computes_the_same(reader: Reader, tokenizer: Path) -> None:
    told = Sample("told", ["Faro", "slept", "."] * 20, [1, 1, 0] * 20)
    made = eased(reader, [(told, 0, 60)], Pieces(tokenizer))
    with torch.no_grad():
        given = inputs(2, 30)
        assert torch.allclose(made.words(**given), reader.words(**given), atol=1e-4)
    assert set(made.state_dict()) > set(reader.state_dict())
    assert not torch.equal(made.encoder.layers[0].up.weight, reader.encoder.layers[0].up.weight)
