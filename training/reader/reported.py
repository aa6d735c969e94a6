"""Attributions for texts that have trees and no attributions: what the rules find on these trees.

The rules miss much and are mostly right. What they find is learned; a verb that could report and that they leave alone is not
known; no other word is a cue. So the reader sees reporting in other prose than our corpus, and prose that reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from communique.codebooks.cues import cue_nouns, cues
from communique.reading import lemmas
from communique.reading.net.grammar import Grammar
from communique.reading.net.labels import NATURES
from communique.reading.net.texts import Words
from communique.reading.net.words import BLANK, LINE, PARAGRAPH, TOUCHING
from communique.reading.protocol import Attribution
from communique.reading.rules import RuleReader
from communique.record import Block, Document, OffsetMap, Span
from training.reader.annotated import anchor
from training.reader.samples import ROOT, UNKNOWN, Frame, Inventories, Sample

_BETWEEN = {TOUCHING: "", BLANK: " ", LINE: "\n", PARAGRAPH: "\n\n"}
_NATURE_OF = {"speech": "statement", "thought": "belief", "intention": "intention", "document": "finding"}
_SURE = 0.7  # what the rules are less sure of is not known
_CLAUSES = ("ccomp", "parataxis")


def with_reports(sample: Sample, labels: Inventories) -> Sample:
    """A copy of a sample with the attributions of the rules; it must have tags, heads and relations, all of them known."""
    sample = replace(sample, heads=_acyclic(sample.heads or []))
    tree = Tree(sample, list(labels.fine_tags), list(labels.relations))
    words = laid_out(sample)
    grammar = Grammar(words, tree.tags, tree.of)
    found = RuleReader(_document(sample.key, words.text), "rules", grammar).reading().attributions
    frames = [(a.confidence, f) for a in found if (f := _frame(a, words))]
    sure = [f for confidence, f in frames if confidence >= _SURE]
    maybe = {f.anchor for _, f in frames} | set(_maybe(words, tree))
    return replace(sample, frames=sure, maybe=sorted(maybe - {f.anchor for f in sure}))


def _acyclic(heads: Sequence[int]) -> list[int]:
    """Heads without the few cycles that merging words makes: one of their words becomes a root."""
    found, known = list(heads), set[int]()
    for word in range(len(found)):
        way = dict.fromkeys([word])
        while (head := found[last := next(reversed(way))]) != ROOT and head not in known:
            if head in way:
                found[last] = ROOT
                break
            way[head] = None
        known.update(way)
    return found


def laid_out(sample: Sample) -> Words:
    """The words of a sample as a text."""
    before = ["", *(_BETWEEN[gap] for gap in sample.gaps[1:])]
    ends = list(accumulate(len(b) + len(w) for b, w in zip(before, sample.words, strict=True)))
    spans = [Span(end - len(w), end) for end, w in zip(ends, sample.words, strict=True)]
    return Words("".join(b + w for b, w in zip(before, sample.words, strict=True)), spans, sample.ends or [0] * len(spans))


@dataclass(frozen=True)
class Tree:
    """The trees of a sample."""

    sample: Sample
    fine_tags: Sequence[str]
    relations: Sequence[str]

    @property
    def tags(self) -> list[str]:
        return [self.fine_tags[i] for i in self.sample.fine_tags or ()]

    def relation(self, word: int) -> str:
        return self.relations[(self.sample.relations or ())[word]]

    def of(self, numbers: Sequence[int]) -> tuple[list[int], list[str]]:
        """The tree over some words: what hung on a word that is left out hangs on the next above it."""
        place = {word: i for i, word in enumerate(numbers)}
        heads, relations = [self._above(word, place) for word in numbers], [self.relation(word) for word in numbers]
        root = heads.index(ROOT) if ROOT in heads else 0
        for i, head in enumerate(heads):
            if i == root:
                heads[i] = ROOT
            elif head in (ROOT, i):
                heads[i], relations[i] = root, "parataxis"
        return heads, relations

    def _above(self, word: int, place: dict[int, int]) -> int:
        heads = self.sample.heads or ()
        head = heads[word]
        while head != ROOT and head not in place:
            head = heads[head]
        return ROOT if head == ROOT else place[head]


def _document(key: str, text: str) -> Document:
    starts = list(accumulate((len(p) + 2 for p in text.split("\n\n")), initial=0))
    blocks = tuple(Block(Span(a, a + len(p)), "paragraph") for a, p in zip(starts, text.split("\n\n"), strict=False) if p)
    return Document(key, text, blocks, OffsetMap(((0, len(text), 0, len(text)),)), key, "text/plain", "0" * 64)


def _frame(made: Attribution, words: Words) -> Frame | None:
    parts = [part for span in made.content if (part := words.of(span.start, span.end))]
    cue = _words(made.cue, words)
    content = sorted({i for part in parts for i in part} - set(cue))
    if not content:
        return None
    row = cues().get(made.lemma)
    nature = 1 + NATURES.index(_NATURE_OF[row.kind] if row else "statement") + (0 if cue else len(NATURES))
    source = () if made.inherited else _words(made.source, words)
    return Frame(anchor(cue, words) if cue else content[0], nature, UNKNOWN, cue, source, content, [part[0] for part in parts])


def _words(spans: Sequence[Span], words: Words) -> list[int]:
    return words.of_all((span.start, span.end) for span in spans)


def _maybe(words: Words, tree: Tree) -> Iterator[int]:
    """Words that could be a cue which the rules do not know: verbs that report, or that have a clause below them."""
    with_clause = {
        head for i, head in enumerate(tree.sample.heads or ()) if head != ROOT and tree.relation(i).split(":")[0] in _CLAUSES
    }
    for i, tag in enumerate(tree.tags):
        lemma = lemmas.lemma(words[i], tag) if tag[:1] in "VN" else ""
        if i in with_clause or lemma in cues() or lemma in cue_nouns() or words[i].lower() == "according":
            yield i
