"""The best tree of a sentence from the scores of all its arcs: maximum spanning tree with one root.

Chu and Liu (1965), Edmonds (1967), in the dense form of Tarjan's contraction; one root as Zmigrod, Vieira and Cotterell (2020)
ask for it: the root's arcs are lowered until only the best of them is worth taking.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
Heads = NDArray[np.intp]


def best_tree(scores: Scores) -> Heads:
    """Heads of `n` words, `[n]`: 0 for the one root, `k` for word `k`, counted from 1.

    Args:
        scores: `[n, 1 + n]`, of each word to the root (column 0) and to each word. Scores must be finite; a word's own column
            is not looked at.
    """
    n = len(scores)
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores  # square[dependent, head]
    np.fill_diagonal(square, -np.inf)
    heads = _greedy(square)
    if _is_tree(heads):
        return heads[1:]
    # An arc to the root costs more than all other arcs together can win back, so that no tree takes two.
    spread = float(np.ptp(scores)) + 1
    square[1:, 0] -= spread * (n + 1)
    return _spanning(square)[1:]


def _greedy(square: Scores) -> Heads:
    heads: Heads = square.argmax(1)
    heads[0] = -1
    return heads


def _is_tree(heads: Heads) -> bool:
    """Whether heads (the root's own is -1) have one root and no cycle."""
    return int((heads[1:] == 0).sum()) == 1 and _cycle(heads) is None


def _cycle(heads: Heads) -> list[int] | None:
    """The words of some cycle, in no order of note."""
    state = np.zeros(len(heads), dtype=np.int8)  # 1 on the way that is walked now, 2 known to lead to the root
    for start in range(len(heads)):
        way: list[int] = []
        at = start
        while at >= 0 and not state[at]:
            state[at] = 1
            way.append(at)
            at = int(heads[at])
        if at >= 0 and state[at] == 1:
            return way[way.index(at) :]
        state[way] = 2
    return None


def _spanning(square: Scores) -> Heads:
    """The best tree below node 0, several children of it allowed: a cycle of best arcs is contracted, and opened again."""
    heads = _greedy(square)
    found_cycle = _cycle(heads)
    if found_cycle is None:
        return heads
    cycle = np.array(found_cycle)
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = square[cycle, heads[cycle]]
    into = square[np.ix_(cycle, outside)] - kept[:, None]  # what it wins to open the cycle at each of its words
    out_of = square[np.ix_(outside, cycle)]
    m = len(outside)
    smaller = np.full((m + 1, m + 1), -np.inf)
    smaller[:m, :m] = square[np.ix_(outside, outside)]
    smaller[m, :m], smaller[:m, m] = into.max(0), out_of.max(1)
    found = _spanning(smaller)
    opened, leaving = into.argmax(0), out_of.argmax(1)
    for i in range(1, m):
        heads[outside[i]] = cycle[leaving[i]] if found[i] == m else outside[found[i]]
    entered = int(found[m])
    heads[cycle[opened[entered]]] = outside[entered]
    return heads
