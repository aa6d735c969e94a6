"""The exported graph gives what the network gives, for windows of every length; the small one nearly so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
ort = pytest.importorskip("onnxruntime")

from communique.reading.net.network import OUTPUTS, Network  # noqa: E402
from communique.reading.net.pieces import Window  # noqa: E402
from training.reader.export import INPUTS, export  # noqa: E402
from training.reader.model import Reader, Sizes  # noqa: E402
from training.reader.samples import Inventories  # noqa: E402

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
    for given in (inputs(1, 5), inputs(3, 17)):
        found = dict(zip(OUTPUTS, session.run(OUTPUTS, {k: v.numpy() for k, v in given.items()}), strict=True))
        with torch.no_grad():
            words = reader.words(**given)
            arcs, tags = reader.arcs(words), reader.tag(words)
            best = reader.relations(words, torch.ones(words.shape[:2], dtype=torch.long)).argmax(-1)
            roles = reader.roles(words, torch.zeros((words.shape[0], 1), dtype=torch.long))
        near = 0.2 if small else 1e-3
        assert torch.allclose(torch.from_numpy(found["arcs"]), arcs, atol=near)
        assert torch.allclose(torch.from_numpy(found["tags"]), tags, atol=near)
        assert torch.allclose(torch.from_numpy(found["roles"])[:, :1], roles, atol=near)
        if not small:
            assert (torch.from_numpy(found["relations"])[:, :, 1] == best).all()
    if small:
        assert path.stat().st_size < 30_000_000
    known = session.get_modelmeta().custom_metadata_map
    assert json.loads(known["relations"]) == list("rstu")
    assert json.loads(known["roles"])[0] == "-"


def test_windows_are_read_in_the_order_given(reader: Reader, tmp_path: Path, tokenizer: Path) -> None:
    export(reader, labels(), tmp_path / "reader.onnx")
    network = Network(tmp_path / "reader.onnx", tokenizer)
    windows = [Window(["Faro", "slept", "."] * n, [1, 1, 0] * n) for n in (9, 1, 40, 1)]
    together = network.read(windows)
    assert [len(scores.ends) for scores in together] == [27, 3, 120, 3]
    assert together[2].arcs.shape == (120, 121)
    assert all(roles.shape == (120, 5) for roles in together[2].roles.values())
    assert abs(together[1].tags - together[3].tags).max() == 0
    (alone,) = network.read(windows[:1])
    assert abs(alone.tags - together[0].tags).max() < 0.2  # eight bits are scaled to the batch
    assert network.labels["tags"] == ["N", "V"]
    assert network.read([]) == []
