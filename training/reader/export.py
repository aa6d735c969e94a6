"""A trained reader as one ONNX file in eight bits, with everything an engine has to know in its metadata.

The graph gives the scores of every head for every word and of every arc, the vectors of each word that relations and roles are
scored from; a small graph that scores them stands in the metadata: what to make of it all is the engine's affair. Weights of
matrices are quantized a channel at a time; a
tensor at a time costs accuracy.
"""

from __future__ import annotations

import json
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from communique.reading.net import pairs
from communique.reading.net.labels import ACTS, ANCHORS, EVENTS, MODALITIES, NAMES, ROLES
from communique.reading.net.network import FORMS, HEADS, OUTPUTS
from communique.reading.net.pieces import Columns
from training.reader.model import Reader
from training.reader.samples import Inventories

INPUTS = Columns._fields
_OPSET = 17


class Exported(nn.Module):
    """The reader without choices: nothing of it depends on which words are asked for."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader

    def forward(
        self, pieces: Tensor, shapes: Tensor, gaps: Tensor, quotings: Tensor, mask: Tensor, first: Tensor
    ) -> tuple[Tensor, ...]:
        reader = self.reader
        words = reader.words(pieces, shapes, gaps, quotings, mask, first)
        heads = (reader.end, reader.tag, reader.fine_tag, reader.name, reader.anchor, reader.act, reader.event, reader.modality)
        return (*(head(words) for head in heads), reader.arcs(words), *reader.vectors(words))


class ExportedForms(nn.Module):
    """Relations and roles of pairs of words, as `communique.reading.net.pairs.Forms` asks for them."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.relation, self.role, self.distance = _side_by_side(reader.relation), _side_by_side(reader.role), reader.distance

    def forward(
        self, dependents: Tensor, heads: Tensor, anchors: Tensor, words: Tensor, distances: Tensor
    ) -> tuple[Tensor, Tensor]:
        relations = (dependents @ self.relation).view(dependents.shape[0], -1, dependents.shape[1]) @ heads[:, :, None]
        asked = (anchors @ self.role).view(anchors.shape[0], -1, anchors.shape[1])
        return relations[..., 0].argmax(-1), (asked @ words.t()).transpose(1, 2) + self.distance(distances)


def _side_by_side(form: Tensor) -> nn.Parameter:
    """A form `[labels, n, n]` as one matrix `[n, labels * n]`."""
    return nn.Parameter(form.detach().permute(1, 0, 2).flatten(1).contiguous())


def export(reader: Reader, labels: Inventories, path: Path, small: bool = True) -> None:
    """Write the model; `small` in eight bits, else in 32."""
    exported = Exported(reader).cpu().eval()
    example = tuple(torch.ones(2, 9, dtype=torch.long) for _ in INPUTS)
    with TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            exported, example, str(full), input_names=INPUTS, output_names=OUTPUTS, opset_version=_OPSET, dynamo=False,
            dynamic_axes={name: {0: "batch", 1: "words" if name == "first" else "pieces"} for name in INPUTS}
            | {name: {0: "batch", 1: "words"} for name in (*HEADS, "dependents", "role_anchors", "role_words")}
            | {"arcs": {0: "batch", 1: "words", 2: "heads"}, "heads": {0: "batch", 1: "heads"}},
        )  # fmt: skip
        if small:
            kinds = ["MatMul", "Gather"]
            quantize_dynamic(full, path, per_channel=True, weight_type=QuantType.QInt8, op_types_to_quantize=kinds)
        else:
            path.write_bytes(full.read_bytes())
    _describe(path, labels, _forms(exported.reader))


def _forms(reader: Reader) -> bytes:
    """The small graph; in 32 bits, as it is small."""
    n, m = reader.relation.shape[-1], reader.role.shape[-1]
    example = (torch.ones(2, n), torch.ones(2, n), torch.ones(3, m), torch.ones(4, m), torch.ones(3, 4, dtype=torch.long))
    axes = {name: {0: name} for name in pairs.INPUTS} | {
        "heads": {0: "dependents"}, "distances": {0: "anchors", 1: "words"}, "relations": {0: "dependents"},
        "roles": {0: "anchors", 1: "words"},
    }  # fmt: skip
    made = BytesIO()
    torch.onnx.export(
        ExportedForms(reader).eval(), example, made, input_names=pairs.INPUTS, output_names=pairs.OUTPUTS,
        opset_version=_OPSET, dynamo=False, dynamic_axes=axes,
    )  # fmt: skip
    return made.getvalue()


def _describe(path: Path, labels: Inventories, forms: bytes) -> None:
    """The labels of every head, in the order of its outputs, and the small graph, into the metadata."""
    model = onnx.load(path)
    known = {
        "tags": list(labels.tags), "fine_tags": list(labels.fine_tags), "relations": list(labels.relations), "names": NAMES,
        "anchors": ANCHORS, "acts": ACTS, "events": EVENTS, "modalities": MODALITIES, "roles": ROLES,
    }  # fmt: skip
    props = {name: json.dumps(values, ensure_ascii=False) for name, values in known.items()}
    onnx.helper.set_model_props(model, props | {FORMS: b64encode(forms).decode()})
    onnx.save(model, path)
