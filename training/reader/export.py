"""A trained reader as one ONNX file in eight bits, with everything an engine has to know in its metadata.

The graph gives the scores of every head for every word, of every arc and of every role for every pair of words, and for every
arc its best relation: what to make of them is the engine's affair. Weights of matrices are quantized a channel at a time; a
tensor at a time costs accuracy.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from communique.reading.net.labels import ACTS, ANCHORS, EVENTS, MODALITIES, NAMES, ROLES
from communique.reading.net.network import OUTPUTS
from communique.reading.net.pieces import Columns
from training.reader.model import Reader
from training.reader.samples import Inventories

INPUTS = Columns._fields
WORDS = tuple(name for name in OUTPUTS if name not in ("arcs", "relations", "roles"))
_OPSET = 17


class Exported(nn.Module):
    """The reader without choices: all words are asked as heads and as anchors."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, pieces: Tensor, shapes: Tensor, gaps: Tensor, quotings: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        reader = self.reader
        words = reader.words(pieces, shapes, gaps, quotings, mask, first)
        heads = (reader.end, reader.tag, reader.fine_tag, reader.name, reader.anchor, reader.act, reader.event, reader.modality)
        every = torch.arange(first.shape[1])[None, :].expand(first.shape[0], -1)
        return (*(head(words) for head in heads), reader.arcs(words), reader.all_relations(words), reader.roles(words, every))


def export(reader: Reader, labels: Inventories, path: Path, small: bool = True) -> None:
    """Write the model; `small` in eight bits, else in 32."""
    exported = Exported(reader).cpu().eval()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            exported, example, str(full), input_names=INPUTS, output_names=OUTPUTS, opset_version=_OPSET, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "words" if name == "first" else "pieces"} for name in INPUTS}
            | {name: {0: "batch", 1: "words"} for name in WORDS}
            | {"arcs": {0: "batch", 1: "words", 2: "heads"}, "relations": {0: "batch", 1: "words", 2: "heads"},
               "roles": {0: "batch", 1: "anchors", 2: "words"}},
        )  # fmt: skip
        if small:
            kinds = ["MatMul", "Gather"]
            quantize_dynamic(full, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)
        else:
            path.write_bytes(full.read_bytes())
    _describe(path, labels)


def _describe(path: Path, labels: Inventories) -> None:
    """The labels of every head, in the order of its outputs, into the metadata."""
    model = onnx.load(path)
    known = {
        "tags": list(labels.tags), "fine_tags": list(labels.fine_tags), "relations": list(labels.relations), "names": NAMES,
        "anchors": ANCHORS, "acts": ACTS, "events": EVENTS, "modalities": MODALITIES, "roles": ROLES,
    }  # fmt: skip
    onnx.helper.set_model_props(model, {name: json.dumps(values, ensure_ascii=False) for name, values in known.items()})
    onnx.save(model, path)
