"""The best tree of a sentence from the scores of all its arcs: maximum spanning tree with one root.

Chu and Liu (1965), Edmonds (1967), in the dense form of Tarjan's contraction. One root, as Zmigrod, Vieira and Cotterell (2020)
ask for it: roots are tried in the order of what a tree below them could be worth at most, until no other can be worth more.
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
    heads = _unaided(scores)
    if heads is not None:
        return heads
    square = np.full((n + 1, n + 1), -np.inf)
    square[1:] = scores  # square[dependent, head]
    np.fill_diagonal(square, -np.inf)
    roots, highest = square[1:, 0].copy(), square[1:, 1:].max(1)
    square[1:, 0] = -np.inf
    best, worth = np.zeros(n, dtype=np.intp), -np.inf
    for root in np.argsort(highest - roots, kind="stable"):
        bound = highest.sum() - highest[root] + roots[root]
        if bound <= worth:
            break
        heads = _below(square, int(root) + 1)
        found = square[np.arange(1, n + 1), heads].sum(where=np.arange(n) != root) + roots[root]
        if found > worth:
            best, worth = heads, found
    return best


def _unaided(scores: Scores) -> Heads | None:
    """The best arc of each word, where they make a tree as they are."""
    alone = scores.copy()
    np.fill_diagonal(alone[:, 1:], -np.inf)
    heads: Heads = alone.argmax(1)
    single_root = np.count_nonzero(heads == 0) == 1
    return heads if single_root and _cycle(heads - 1) is None else None


def _below(square: Scores, root: int) -> Heads:
    """The best tree with a root that is given; `square` has no arcs to the root of all."""
    kept = square[root].copy()
    square[root] = -np.inf
    square[root, 0] = 0.0
    heads = _spanning(square)[1:]
    square[root] = kept
    return heads


def _greedy(square: Scores) -> Heads:
    heads: Heads = square.argmax(1)
    heads[0] = -1
    return heads


def _cycle(heads: Heads) -> list[int] | None:
    """The words of some cycle, in no order of note."""
    above: list[int] = heads.tolist()  # numpy is slow one number at a time
    walked = [-1] * len(above)  # from where the way that came by began
    for start in range(len(above)):
        at = start
        while at >= 0 and walked[at] < 0:
            walked[at] = start
            at = above[at]
        if at >= 0 and walked[at] == start:
            cycle = [at]
            while above[cycle[-1]] != at:
                cycle.append(above[cycle[-1]])
            return cycle
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
    into = square[cycle][:, outside] - kept[:, None]  # what it wins to open the cycle at each of its words
    out_of = square[outside][:, cycle]
    m = len(outside)
    smaller = np.full((m + 1, m + 1), -np.inf)
    smaller[:m, :m] = square[outside][:, outside]
    smaller[m, :m], smaller[:m, m] = into.max(0), out_of.max(1)
    found = _spanning(smaller)
    opened, leaving = into.argmax(0), out_of.argmax(1)
    for i in range(1, m):
        heads[outside[i]] = cycle[leaving[i]] if found[i] == m else outside[found[i]]
    entered = int(found[m])
    heads[cycle[opened[entered]]] = outside[entered]
    return heads
