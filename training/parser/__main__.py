"""`python -m training.parser [--data DIR] [--out FILE] [--epochs N]`: about fifteen minutes on one core; fixed seed."""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path

import numpy as np
from rich.progress import track

from communique.reading import tagger
from communique.reading.parser import BUCKETS, NONE, REDUCE, SHIFT, Parser, State, features, start
from training.parser.treebank import Tree, read

TRAIN = ("en_ewt-ud-train.conllu", "en_gum-open-train.conllu")
DEV = ("en_ewt-ud-dev.conllu", "en_gum-open-dev.conllu")
OUT = Path("src/communique/reading/parser.npz")
EXPLORE_FROM = 1  # epoch from which the parser follows its own mistakes while it learns


def costs(state: State, tree: Tree) -> dict[str, int]:
    """Gold arcs that each legal transition makes unreachable (Goldberg and Nivre 2012, table 3)."""
    out: dict[str, int] = {}
    s, b, heads, n = state.stack[-1] if state.stack else NONE, state.front, tree.heads, state.n
    buffer = range(b, n)
    if state.legal(SHIFT):
        lost = sum(1 for k in state.stack if heads[b] == k or (heads[k] == b and state.heads[k] == NONE))
        out[SHIFT] = lost
    if s == NONE:
        return out
    from_s = sum(1 for k in buffer if heads[k] == s)
    if state.legal(REDUCE):
        out[REDUCE] = from_s
    if state.legal("<"):
        out["<"] = from_s + (heads[s] != b and (heads[s] > b))
    if state.legal(">"):
        lost = sum(1 for k in state.stack if heads[k] == b and state.heads[k] == NONE)
        elsewhere = heads[b] != s and (heads[b] in state.stack or heads[b] > b)
        out[">"] = lost + elsewhere
    return out


class Trainer:
    def __init__(self, trees: list[Tree]) -> None:
        self.labels = ("-", *sorted({x for t in trees for x in t.labels}))
        self.index = {x: i for i, x in enumerate(self.labels)}
        self.actions = self._actions(trees)
        self.places = {a: i for i, a in enumerate(self.actions)}
        self.weights = np.zeros((BUCKETS, len(self.actions)), np.float32)
        self.sums = np.zeros((BUCKETS, len(self.actions)), np.float32)
        self.parser = Parser(self.labels, self.actions, self.weights)
        self.step = 1

    def _actions(self, trees: list[Tree]) -> tuple[tuple[str, int], ...]:
        seen = Counter(
            (">" if h < i else "<", self.index[x])
            for t in trees
            for i, (h, x) in enumerate(zip(t.heads, t.labels, strict=True))
        )
        return ((SHIFT, 0), (REDUCE, 0), *sorted(a for a, n in seen.items() if n > 2))

    def learn(self, tree: Tree, explore: bool) -> None:
        state = start(tree.words, tree.tags)
        while not state.done:
            found = features(state)
            good = self.good(state, tree)
            scores = self.weights[found].sum(axis=0)
            best = self.parser.best(state)
            truth = max(good, key=lambda a: float(scores[self.places[a]]))
            if best not in good:
                self.update(found, self.places[truth], self.places[best])
            self.step += 1
            follow = best if explore and best not in good else truth
            state.apply(*follow)

    def good(self, state: State, tree: Tree) -> set[tuple[str, int]]:
        """The transitions of least cost, with the right label where they make a gold arc."""
        cost = costs(state, tree)
        least = min(cost.values())
        out: set[tuple[str, int]] = set()
        for move in (m for m, c in cost.items() if c == least):
            if move in (SHIFT, REDUCE):
                out.add((move, 0))
                continue
            child, head = (state.stack[-1], state.front) if move == "<" else (state.front, state.stack[-1])
            gold = move, self.index[tree.labels[child]]
            if tree.heads[child] == head and gold in self.places:
                out.add(gold)
            else:
                out |= {a for a in self.actions if a[0] == move}
        return out

    def update(self, found: list[int], truth: int, guess: int) -> None:
        self.weights[found, truth] += 1
        self.weights[found, guess] -= 1
        self.sums[found, truth] += self.step
        self.sums[found, guess] -= self.step

    def averaged(self) -> Parser:
        """Averaged weights in eight bits."""
        average = self.weights - self.sums / self.step
        scale = 127 / float(np.percentile(np.abs(average[average != 0]), 99.95))
        return Parser(self.labels, self.actions, np.clip(np.rint(average * scale), -127, 127).astype(np.int8))


def scores(parser: Parser, trees: list[Tree]) -> str:
    words = arcs = labeled = 0
    for tree in trees:
        heads, labels = parser.parse(tree.words, tree.tags)
        for h, x, g, y, tag in zip(heads, labels, tree.heads, tree.labels, tree.tags, strict=True):
            if tag in (",", ".", ":", "``", "''", "-LRB-", "-RRB-"):
                continue
            same = (len(tree.words) if h == NONE else h) == g
            words, arcs, labeled = words + 1, arcs + same, labeled + (same and x == y)
    return f"UAS {100 * arcs / words:.1f} LAS {100 * labeled / words:.1f} on {words} words, own tags, without punctuation"


def save(parser: Parser, path: Path) -> None:
    flat = parser.weights.reshape(-1)
    places = np.flatnonzero(flat)
    gaps = np.diff(places, prepend=0).astype(np.uint16 if np.diff(places, prepend=0).max() < 65536 else np.uint32)
    np.savez_compressed(
        path, labels=np.array(parser.labels), moves=np.array([a for a, _ in parser.actions]),
        move_labels=np.array([x for _, x in parser.actions]), gaps=gaps, values=flat[places],
    )  # fmt: skip
    print(f"{path}: {path.stat().st_size:,} bytes, {len(places):,} weights")


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--out", type=Path, default=OUT)
    options.add_argument("--epochs", type=int, default=8)
    chosen = options.parse_args()
    tags = tagger.shipped()
    trees = [t for name in TRAIN for t in read(chosen.data / "ud" / name, tags)]
    dev = {name: list(read(chosen.data / "ud" / name, tags)) for name in DEV}
    trainer, order = Trainer(trees), random.Random(1)
    for epoch in range(chosen.epochs):
        order.shuffle(trees)
        for tree in track(trees, description=f"epoch {epoch + 1} of {chosen.epochs}"):
            trainer.learn(tree, explore=epoch >= EXPLORE_FROM)
        parser = trainer.averaged()
        save(parser, chosen.out)
        for name, held_out in dev.items():
            print(name, scores(parser, held_out), flush=True)


if __name__ == "__main__":
    main()
