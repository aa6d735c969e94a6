"""Dependency trees by a greedy arc-eager parser with a hashed averaged perceptron, for the rule engine alone.

Transitions and dynamic oracle after Goldberg and Nivre (2012), features after Zhang and Nivre (2011). Relations are those of
Universal Dependencies. The weights ship beside this file (`parser.npz`, made by `python -m training.parser`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

BUCKETS = 1 << 20
SHIFT, REDUCE = "S", "R"
NONE = -1


@dataclass(slots=True)
class State:
    """A half-built tree over `n` words; word `n` is the root, which stands last (Ballesteros and Nivre 2013)."""

    words: list[int]
    tags: list[int]
    n: int
    stack: list[int] = field(default_factory=list)
    front: int = 0
    heads: list[int] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    lefts: list[list[int]] = field(default_factory=list)
    rights: list[list[int]] = field(default_factory=list)

    @property
    def done(self) -> bool:
        return self.front == self.n and not self.stack

    def legal(self, action: str) -> bool:
        if action == SHIFT:
            return self.front < self.n
        if not self.stack:
            return False
        headed = self.heads[self.stack[-1]] != NONE
        if action == REDUCE:
            return headed
        return not headed if action[0] == "<" else self.front < self.n

    def apply(self, action: str, label: int) -> None:
        if action == SHIFT:
            self.stack.append(self.front)
            self.front += 1
        elif action == REDUCE:
            self.stack.pop()
        elif action[0] == "<":
            child = self.stack.pop()
            self.attach(child, self.front, label)
        else:
            self.attach(self.front, self.stack[-1], label)
            self.stack.append(self.front)
            self.front += 1

    def attach(self, child: int, head: int, label: int) -> None:
        self.heads[child], self.labels[child] = head, label
        (self.lefts if child < head else self.rights)[head].append(child)


def start(words: Sequence[str], tags: Sequence[str]) -> State:
    n = len(words)
    return State(
        [*(_code(w.lower()) for w in words), _code("-ROOT-")], [*(_code(t) for t in tags), _code("-ROOT-")], n,
        heads=[NONE] * (n + 1), labels=[0] * (n + 1), lefts=[[] for _ in range(n + 1)], rights=[[] for _ in range(n + 1)],
    )  # fmt: skip


@lru_cache(maxsize=100_000)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))


def features(s: State) -> list[int]:
    """The buckets of a state's features."""
    w, t, n = s.words, s.tags, s.n
    n0 = s.front
    n0w, n0t = w[n0], t[n0]
    n1w, n1t = (w[n0 + 1], t[n0 + 1]) if n0 < n else (1, 1)
    n2w, n2t = (w[n0 + 2], t[n0 + 2]) if n0 + 1 < n else (1, 1)
    s0 = s.stack[-1] if s.stack else NONE
    s0w = s0t = hw = ht = s0l = lt = rt = ll = rl = l2t = r2t = vl = vr = distance = s1t = s1w = 2
    if s0 != NONE:
        s0w, s0t, s0l = w[s0], t[s0], s.labels[s0]
        h = s.heads[s0]
        if h != NONE:
            hw, ht = w[h], t[h]
        if len(s.stack) > 1:
            s1w, s1t = w[s.stack[-2]], t[s.stack[-2]]
        left, right = s.lefts[s0], s.rights[s0]
        vl, vr, distance = len(left), len(right), min(n0 - s0, 10)
        if left:
            lt, ll = t[left[0]], s.labels[left[0]]
            l2t = t[left[-1]]
        if right:
            rt, rl = t[right[-1]], s.labels[right[-1]]
            r2t = t[right[0]]
    front = s.lefts[n0]
    nlt, nll, nvl = (t[front[0]], s.labels[front[0]], len(front)) if front else (3, 3, 0)
    nl2t = t[front[-1]] if front else 3
    a, b, c = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D
    found = (
        s0w * a + s0t * b, s0w * a, s0t * b, n0w * a + n0t * c, n0w * a, n0t * c, n1w * a + n1t * b, n1w * a, n1t * c,
        n2w * b + n2t * c, n2t * a, s0w * a + s0t * b + n0w * c + n0t, s0w * a + s0t * b + n0w * c,
        s0w * a + n0w * b + n0t * c, s0w * a + s0t * b + n0t * c, s0t * a + n0w * b + n0t * c, s0w * a + n0w * b,
        s0t * a + n0t * b, n0t * a + n1t * b, n0t * a + n1t * b + n2t * c, s0t * a + n0t * b + n1t * c,
        ht * a + s0t * b + n0t * c, s0t * a + lt * b + n0t * c, s0t * a + rt * b + n0t * c, s0t * a + n0t * b + nlt * c,
        s0w * a + distance, s0t * b + distance, n0w * a + distance, n0t * b + distance, s0w * a + n0w * b + distance,
        s0t * a + n0t * b + distance, s0w * a + vr, s0t * b + vr, s0w * a + vl, s0t * b + vl, n0w * a + nvl, n0t * b + nvl,
        hw * a, ht * b, s0l * c, ll * a + lt * b, rl * a + rt * b, nll * a + nlt * b, s1t * a + s0t * b + n0t * c,
        s1w * a + s0t * b, s0t * a + s0l * b + n0t * c, s0w * a + rl * b, s0w * a + ll * b, s0t * a + lt * b + l2t * c,
        s0t * a + rt * b + r2t * c, n0t * a + nlt * b + nl2t * c, hw * a + s0t * b + n0t * c, s0w * a + n1t * b,
        s0l * a + n0w * b, s0w * a + n1w * b + n0t * c, s1t * a + s1w * b + n0t * c,
    )  # fmt: skip
    mask = BUCKETS - 1
    return [((x + i * 0x27D4EB2F) * 0x9E3779B97F4A7C15 >> 21) & mask for i, x in enumerate(found)]


@dataclass(frozen=True, slots=True)
class Parser:
    """`actions` are `(transition, label index)`; `weights` is one row a bucket, one column an action."""

    labels: tuple[str, ...]
    actions: tuple[tuple[str, int], ...]
    weights: NDArray[np.int8] | NDArray[np.float32]

    def parse(self, words: Sequence[str], tags: Sequence[str]) -> tuple[list[int], list[str]]:
        """The head (index of a word, -1 for the root) and relation of each word of one sentence; always one tree."""
        state = start(words, tags)
        while not state.done:
            action, label = self.best(state)
            state.apply(action, label)
        return _tree(state, self.labels)

    def best(self, state: State) -> tuple[str, int]:
        scores = self.weights[features(state)].sum(axis=0, dtype=np.float32)
        shift, reduce = state.legal(SHIFT), state.legal(REDUCE)
        left, right = state.legal("<"), state.legal(">")
        for index in np.argsort(-scores, kind="stable"):
            action, label = self.actions[index]
            if {SHIFT: shift, REDUCE: reduce, "<": left, ">": right}[action]:
                return action, label
        raise AssertionError("an unfinished state always has a legal transition")


def _tree(state: State, labels: tuple[str, ...]) -> tuple[list[int], list[str]]:
    """Heads and labels; a second root hangs on the first."""
    n = state.n
    roots = [i for i in range(n) if state.heads[i] in (n, NONE)]
    heads = [NONE if h == n else h for h in state.heads[:n]]
    relations = [labels[x] for x in state.labels[:n]]
    for extra in roots[1:]:
        heads[extra], relations[extra] = roots[0], "parataxis"
    if roots:
        relations[roots[0]] = "root"
    return heads, relations


@cache
def shipped() -> Parser:
    """The parser in the package."""
    with resources.files("communique.reading").joinpath("parser.npz").open("rb") as file, np.load(file) as data:
        labels = tuple(str(x) for x in data["labels"])
        actions = tuple((str(a), int(b)) for a, b in zip(data["moves"], data["move_labels"], strict=True))
        weights = np.zeros(BUCKETS * len(actions), np.int8)
        weights[np.cumsum(data["gaps"], dtype=np.int64)] = data["values"]
    return Parser(labels, actions, weights.reshape(BUCKETS, len(actions)))
