"""The reader's network: MiniLM-L6 as it was published, told of case and layout, with heads for words, arcs and roles.

Encoder after Devlin et al. (2019) in the size of Wang et al. (2020); arcs and relations by biaffine attention after Dozat and
Manning (2017). A word is its first piece. An attribution hangs on an anchor; what each word of the window is to each anchor
(cue, source, content) is scored by a third biaffine form with a bias for their distance: so contents may nest, be in parts and
lie in other sentences.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from communique.reading.net.labels import ACTS, ANCHORS, EVENTS, MODALITIES, NAMES, ROLES
from communique.reading.net.pairs import DISTANCES
from communique.reading.net.words import GAPS, QUOTINGS, SHAPES

WIDTH, LAYERS, HEADS, PLACES, PIECES = 384, 6, 12, 512, 30_522
_ARC, _RELATION, _ROLE = 256, 64, 128
PUBLISHED = {
    "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "out": "attention.output.dense",
    "norm": "attention.output.LayerNorm", "up": "intermediate.dense", "down": "output.dense", "norm_up": "output.LayerNorm",
}  # fmt: skip


@dataclass(frozen=True)
class Sizes:
    """How many labels the treebanks have."""

    tags: int
    fine_tags: int
    relations: int


class Layer(nn.Module):
    """Self-attention written out as products of matrices, which trains faster on a CPU than torch's own.

    What stands `before` a product does nothing: `training.reader.eased` puts something there.
    """

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.q, self.k, self.v, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.up, self.down = nn.Linear(WIDTH, 4 * WIDTH), nn.Linear(4 * WIDTH, WIDTH)
        self.norm, self.norm_up = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = nn.Dropout(drop)
        self.before_attention, self.before_up, self.before_down = nn.Identity(), nn.Identity(), nn.Identity()

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        batch, length, _ = x.shape
        given = self.before_attention(x)
        q, k, v = (f(given).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.q, self.k, self.v))
        seen = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + hidden, -1)
        x = self.norm(x + self.drop(self.out((seen @ v).transpose(1, 2).reshape(batch, length, WIDTH))))
        raised = functional.gelu(self.up(self.before_up(x)))
        return self.norm_up(x + self.drop(self.down(self.before_down(raised))))


class Encoder(nn.Module):
    """Pieces to vectors; the published word embeddings stay as they are."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.word, self.place = nn.Embedding(PIECES, WIDTH), nn.Embedding(PLACES, WIDTH)
        self.shape, self.gap, self.quoting = (nn.Embedding(n, WIDTH) for n in (SHAPES, GAPS, QUOTINGS))
        self.norm, self.drop = nn.LayerNorm(WIDTH, eps=1e-12), nn.Dropout(drop)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        for added in (self.shape, self.gap, self.quoting):
            nn.init.normal_(added.weight, std=0.02)
        self.word.weight.requires_grad_(False)

    def load_published(self, weights: Mapping[str, Tensor]) -> None:
        """Take over MiniLM's weights."""
        state = self.state_dict() | {
            "word.weight": weights["embeddings.word_embeddings.weight"],
            "place.weight": weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": weights["embeddings.LayerNorm.weight"],
            "norm.bias": weights["embeddings.LayerNorm.bias"],
        }
        for i in range(LAYERS):
            for ours, theirs in PUBLISHED.items():
                for part in ("weight", "bias"):
                    state[f"layers.{i}.{ours}.{part}"] = weights[f"encoder.layer.{i}.{theirs}.{part}"]
        self.load_state_dict(state)

    def forward(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, quotings: Tensor, mask: Tensor) -> Tensor:
        """All inputs `[batch, pieces]`; gives `[batch, pieces, WIDTH]`."""
        x = self.word(pieces) + self.place.weight[: pieces.shape[1]]
        x = self.drop(self.norm(x + self.shape(shapes) + self.gap(gaps) + self.quoting(quotings)))
        hidden = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, hidden)
        return x


class Reader(nn.Module):
    """Encoder and heads. `words` gives what all heads start from."""

    def __init__(self, sizes: Sizes, drop: float = 0.1, head_drop: float = 0.25) -> None:
        super().__init__()
        self.encoder, self.drop = Encoder(drop), nn.Dropout(head_drop)
        self.end, self.tag, self.fine_tag = (nn.Linear(WIDTH, n) for n in (2, sizes.tags, sizes.fine_tags))
        self.name, self.anchor, self.act = (nn.Linear(WIDTH, len(labels)) for labels in (NAMES, ANCHORS, ACTS))
        self.event, self.modality = nn.Linear(WIDTH, len(EVENTS)), nn.Linear(WIDTH, len(MODALITIES))
        self.root = nn.Parameter(torch.randn(WIDTH) * 0.02)
        self.arc_dependent, self.arc_head = _projected(_ARC, head_drop), _projected(_ARC, head_drop)
        self.arc, self.arc_bias = nn.Parameter(torch.empty(_ARC, _ARC)), nn.Linear(_ARC, 1)
        self.relation_dependent, self.relation_head = _projected(_RELATION, head_drop), _projected(_RELATION, head_drop)
        self.relation = nn.Parameter(torch.randn(sizes.relations, _RELATION + 1, _RELATION + 1) * 0.02)
        self.role_word, self.role_anchor = _projected(_ROLE, head_drop), _projected(_ROLE, head_drop)
        self.role = nn.Parameter(torch.randn(len(ROLES), _ROLE + 1, _ROLE + 1) * 0.02)
        self.distance = nn.Embedding(DISTANCES, len(ROLES))
        nn.init.xavier_uniform_(self.arc)
        nn.init.zeros_(self.distance.weight)

    def words(self, pieces: Tensor, shapes: Tensor, gaps: Tensor, quotings: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """`first` is the number of each word's first piece, `[batch, words]`; gives `[batch, words, WIDTH]`."""
        return _picked(self.encoder(pieces, shapes, gaps, quotings, mask), first)

    def _with_root(self, words: Tensor) -> Tensor:
        return torch.cat([self.root.to(words.dtype).expand(words.shape[0], 1, WIDTH), words], 1)

    def arcs(self, words: Tensor) -> Tensor:
        """Scores `[batch, words, 1 + words]`: how much each word hangs on the root (0) and on each word."""
        heads = self.arc_head(self._with_root(words))
        return (self.arc_dependent(words) @ self.arc) @ heads.transpose(1, 2) + self.arc_bias(heads).transpose(1, 2)

    def relations(self, words: Tensor, heads: Tensor) -> Tensor:
        """Scores `[batch, words, relations]` of each word to the head given for it (0 the root)."""
        dependents = _with_one(self.relation_dependent(words))
        chosen = _picked(_with_one(self.relation_head(self._with_root(words))), heads)
        return torch.einsum("bni,lij,bnj->bnl", dependents, self.relation, chosen)

    def vectors(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """What relations and roles are scored from, as `communique.reading.net.pairs.Vectors` has it, for each of a batch."""
        heads = self.relation_head(self._with_root(words))
        return tuple(map(_with_one, (self.relation_dependent(words), heads, self.role_anchor(words), self.role_word(words))))

    def roles(self, words: Tensor, anchors: Tensor) -> Tensor:
        """Scores `[batch, anchors, words, roles]` of what each word is to some anchors, `[batch, anchors]`."""
        asked = torch.einsum("bki,rij->bkrj", _with_one(_picked(self.role_anchor(words), anchors)), self.role)
        scores = torch.einsum("bkrj,bnj->bknr", asked, _with_one(self.role_word(words)))
        offsets = torch.arange(words.shape[1], device=words.device)[None, None, :] - anchors[:, :, None]
        return scores + self.distance(bucket(offsets))


def _projected(width: int, drop: float) -> nn.Sequential:
    return nn.Sequential(nn.Linear(WIDTH, width), nn.GELU(), nn.Dropout(drop))


def _with_one(x: Tensor) -> Tensor:
    return torch.cat([x, torch.ones_like(x[..., :1])], -1)


def _picked(rows: Tensor, numbers: Tensor) -> Tensor:
    """`rows[b, numbers[b, i]]` for every batch b and place i."""
    return torch.gather(rows, 1, numbers[:, :, None].expand(-1, -1, rows.shape[-1]))


def bucket(offsets: Tensor) -> Tensor:
    """Distances in 64 classes: exact up to seven words, then in steps that grow; 32 and more are those to the left."""
    far = offsets.abs()
    steps = 8 + (torch.log2(far.clamp(min=8).float() / 8) * 4).long()
    return torch.where(far < 8, far, steps.clamp(max=31)) + torch.where(offsets < 0, 32, 0)
