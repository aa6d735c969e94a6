"""Tags and trees of units from what the network says of the whole document; a name counts as one word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.reading import names
from communique.reading.names import Group
from communique.reading.net.texts import Words
from communique.record import Span

_FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True)
class DocumentGrammar:
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
        found = names.groups(forms, tags)
        for span, keep in found:
            _flatten(span, keep, heads, relations)
            _subject(span, keep, tags, heads, relations)
        for one, other in pairwise(found):
            _between(one, other, forms, heads, relations)
        return tags, heads, relations


def _flatten(span: range, keep: int, heads: list[int], relations: list[str]) -> None:
    """The words of a name hang on the one that stands for it, which hangs where the name's top word did."""
    tops = [i for i in span if not any(k in span for k in _above(i, heads))]  # nothing of the name stands above them
    top = tops[0]  # of an office and its holder the office, which stands where the grammar is
    above, relation = heads[top], relations[top]
    for i, head in enumerate(heads):
        if head in span:
            heads[i] = keep
    for i in span:
        heads[i], relations[i] = keep, "flat"
    heads[keep], relations[keep] = above, relation


def _subject(span: range, keep: int, tags: list[str], heads: list[int], relations: list[str]) -> None:
    """A name right before a finite verb that has no subject is its subject, not an apposition to a name further up."""
    verb = span.stop
    if relations[keep] != "appos" or verb >= len(tags) or tags[verb] not in _FINITE:
        return
    own = {relation.split(":")[0] for head, relation in zip(heads, relations, strict=True) if head == verb}
    if not own & {"nsubj", "csubj", "expl"} and keep not in _above(verb, heads):
        heads[keep], relations[keep] = verb, "nsubj"


def _between(one: Group, other: Group, forms: list[str], heads: list[int], relations: list[str]) -> None:
    """The two names of "between X and Y" are joined, whatever the second seems to be joined to."""
    (span, first), (following, second) = one, other
    start = span.start - (forms[span.start - 1 : span.start] == ["the"])
    joins = forms[span.stop : following.start] in (["and"], ["and", "the"])
    if joins and start and forms[start - 1].lower() == "between" and second not in _above(first, heads):
        heads[second], relations[second] = first, "conj"
        heads[span.stop], relations[span.stop] = second, "cc"


def _above(i: int, heads: list[int]) -> Iterator[int]:
    """The words that stand above one."""
    while heads[i] >= 0:
        i = heads[i]
        yield i
