"""Tags and trees for texts that have none, by a reader that learned them from the treebanks alone (self-training, McClosky,
Charniak and Johnson 2006).

Our corpus has attributions and no trees. A reader that never sees a tree of such texts forgets its grammar on just the texts
that it is for: on the treebanks it stays good, on readouts its trees fall apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor

from communique.reading.net.pieces import Pieces
from communique.reading.net.trees import best_tree
from training.reader.batches import collate, windows_of
from training.reader.losses import inside
from training.reader.model import Reader
from training.reader.reported import with_reports
from training.reader.samples import ROOT, UNKNOWN, Data, Inventories, Sample

SURE = 0.8  # a label that is less probable is not known


@dataclass(frozen=True)
class Teacher:
    """A trained model and how it sees texts."""

    model: Reader
    pieces: Pieces
    window: int
    device: torch.device

    def marked(self, data: Data, labels: Inventories) -> Data:
        """The data with tags and trees where there were none, and what the rules find reported where nobody marked it."""
        return replace(
            data,
            trees=[[with_reports(sample, labels) for sample in documents] for documents in data.trees],
            prose=[self._reported(sample, labels) for sample in data.prose],
            named=[self.mark(sample) for sample in data.named],
            corpus=[self.mark(sample) for sample in data.corpus],
        )

    def _reported(self, sample: Sample, labels: Inventories) -> Sample:
        found = with_reports(self.mark(sample, 0), labels)
        return replace(self.mark(sample), frames=found.frames, maybe=found.maybe)

    def mark(self, sample: Sample, sure: float = SURE) -> Sample:
        """A copy of a sample with the tags, heads and relations that the teacher is sure of."""
        self.model.eval()
        with torch.no_grad():
            return self._marked(sample, sure)

    def _marked(self, sample: Sample, sure: float) -> Sample:
        found = replace(sample, tags=[], fine_tags=[], heads=[], relations=[])
        assert found.tags is not None and found.fine_tags is not None  # made so above
        assert found.heads is not None and found.relations is not None
        for _, start, end in windows_of([sample], self.window):
            batch = collate([(sample, start, end)], self.pieces).to(self.device)
            with torch.autocast(self.device.type, torch.bfloat16):
                words = self.model.words(**batch.inputs)
                found.tags += _probable(self.model.tag(words)[0], sure)
                found.fine_tags += _probable(self.model.fine_tag(words)[0], sure)
                scores = inside(self.model.arcs(words), batch.gold["sentences"])[0].cpu()
                heads = _heads(scores, batch.gold["sentences"][0].tolist(), sure)
                asked = torch.tensor([[max(0, head) for head in heads]], device=self.device)
                found.relations += _probable(self.model.relations(words, asked)[0], sure)
            found.heads += [ROOT if head == 0 else head if head == UNKNOWN else head - 1 + start for head in heads]
        return found


def _probable(scores: Tensor, least: float) -> list[int]:
    best = scores.float().softmax(-1).max(-1)
    found: list[int] = torch.where(best.values >= least, best.indices, UNKNOWN).tolist()
    return found


def _heads(scores: Tensor, sentences: list[int], least: float) -> list[int]:
    """Heads in the window, 0 the root, of the best tree of each sentence; arcs that are not sure are not known."""
    probable, heads = scores.softmax(-1).numpy(), np.zeros(len(sentences), dtype=int)
    numbers = np.array(sentences)
    for sentence in np.unique(numbers):
        places = np.flatnonzero(numbers == sentence)
        columns = np.concatenate([[0], places + 1])
        found = best_tree(scores.numpy()[np.ix_(places, columns)])
        heads[places] = columns[found]
    sure = probable[np.arange(len(heads)), heads] >= least
    return [int(head) if known else UNKNOWN for head, known in zip(heads, sure, strict=True)]
