"""Tags and trees of units from what the network says of the whole document; a name counts as one word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from communique.reading import names
from communique.reading.net.texts import Words
from communique.record import Span


@dataclass(frozen=True)
class Grammar:
    """What `communique.reading.grammar.Grammar` asks for, out of what is known of a whole document.

    `tags` has one tag a word of the document; `tree` gives heads and relations of some of its words, as
    `communique.reading.net.analysis.Analysis.tree` does.
    """

    words: Words
    tags: Sequence[str]
    tree: Callable[[Sequence[int]], tuple[list[int], list[str]]]

    def __call__(self, spans: Sequence[Span], forms: list[str], /) -> tuple[list[str], list[int], list[str]]:
        if not spans:
            return [], [], []
        numbers = [self.words.at(span.start) for span in spans]
        tags = [self.tags[i] for i in numbers]
        heads, relations = self.tree(numbers)
        for span, keep in names.groups(forms, tags):
            _flatten(span, keep, heads, relations)
        return tags, heads, relations


def _flatten(span: range, keep: int, heads: list[int], relations: list[str]) -> None:
    """The words of a name hang on the one that stands for it, which hangs where the name's top word did."""
    top = min(span, key=lambda i: (_depth(i, heads), -heads.count(i)))  # nothing of the name stands above it
    above, relation = heads[top], relations[top]
    for i, head in enumerate(heads):
        if head in span:
            heads[i] = keep
    for i in span:
        heads[i], relations[i] = keep, "flat"
    heads[keep], relations[keep] = above, relation


def _depth(i: int, heads: list[int]) -> int:
    """How many words stand above one."""
    depth = 0
    while heads[i] >= 0:
        i, depth = heads[i], depth + 1
    return depth
