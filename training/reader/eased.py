"""Products that eight bits spoil less: SmoothQuant (Xiao et al. 2023).

Activations are quantized with one scale for all columns, and a few columns are much larger than the others. Before it goes into
a product each column is divided by about its largest value, and the row of the matrix that it meets multiplied by it: the
product stays what it was, and the matrix, of which each column has a scale of its own, bears it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import deepcopy
from functools import partial

import torch
from torch import Tensor, nn

from communique.reading.net.pieces import Pieces
from training.reader.batches import Item, collate
from training.reader.model import Layer, Reader

SHARE = 0.75  # how much of a column's size the matrix takes over; measured: from .65 to .9 it hardly matters
_PRODUCTS = {"before_attention": ("q", "k", "v"), "before_up": ("up",), "before_down": ("down",)}
_LEAST = 1e-3


class Divided(nn.Module):
    """Columns divided by their sizes."""

    def __init__(self, sizes: Tensor) -> None:
        super().__init__()
        self.shares = nn.Parameter(1 / sizes)

    def forward(self, x: Tensor) -> Tensor:
        return x * self.shares


def eased(reader: Reader, seen: Iterable[Item], pieces: Pieces) -> Reader:
    """A copy that computes the same, and more exactly in eight bits; `seen` are windows like those it is to read."""
    made: Reader = deepcopy(reader).cpu().eval()
    with torch.no_grad():
        largest = [_largest(layer) for layer in made.encoder.layers]
        for window in seen:
            made.words(**collate([window], pieces).inputs)
        for layer, sizes in zip(made.encoder.layers, largest, strict=True):
            for before, size in sizes.items():
                _divide(layer, before, size)
    return made


def _largest(layer: Layer) -> dict[str, Tensor]:
    """The largest value in each column that goes into the products of a layer, which grows while the layer is used."""
    found = {name: torch.zeros(getattr(layer, into[0]).in_features) for name, into in _PRODUCTS.items()}
    for name, size in found.items():
        getattr(layer, name).register_forward_pre_hook(partial(_grow, size))
    return found


def _grow(size: Tensor, _: nn.Module, given: Sequence[Tensor]) -> None:
    torch.maximum(size, given[0].abs().flatten(0, -2).amax(0), out=size)


def _divide(layer: Layer, before: str, size: Tensor) -> None:
    """Divide the columns at one place of a layer, and multiply the rows of all matrices they go into."""
    matrices = [getattr(layer, name).weight for name in _PRODUCTS[before]]
    rows = torch.stack([matrix.abs().amax(0) for matrix in matrices]).amax(0)
    by = (size.clamp(min=_LEAST) ** SHARE / rows.clamp(min=_LEAST) ** (1 - SHARE)).clamp(min=_LEAST)
    setattr(layer, before, Divided(by))
    for matrix in matrices:
        matrix.mul_(by)
