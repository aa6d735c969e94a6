"""Attributions for texts that have trees and no attributions: what the rules find on these trees.

The rules miss much and are mostly right. What they find is learned; a verb that could report and that they leave alone is not
known; no other word is a cue. So the reader sees reporting in other prose than our corpus, and prose that reports nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from communique.codebooks.cues import cue_nouns, cues
from communique.reading import lemmas
from communique.reading.given import ROOT, GivenTrees
from communique.reading.net.grammar import DocumentGrammar
from communique.reading.net.texts import Words
from communique.reading.net.words import BLANK, LINE, PARAGRAPH, TOUCHING
from communique.reading.protocol import Attribution
from communique.reading.rules import RuleReader, capitals
from communique.record import Block, Document, OffsetMap, Span
from training.reader.annotated import frame
from training.reader.samples import Frame, Inventories, Sample

_BETWEEN = {TOUCHING: "", BLANK: " ", LINE: "\n", PARAGRAPH: "\n\n"}
_SURE = 0.7  # what the rules are less sure of is not known
_CLAUSES = ("ccomp", "parataxis")


def with_reports(sample: Sample, labels: Inventories) -> Sample:
    """A copy of a sample with the attributions of the rules; it must have tags, heads and relations, all of them known."""
    tags, relations = list(labels.fine_tags), list(labels.relations)
    trees = GivenTrees(_acyclic(sample.heads or []), [relations[i] for i in sample.relations or ()])
    tagged = [tags[i] for i in sample.fine_tags or ()]
    words = laid_out(sample)
    grammar = DocumentGrammar(words, tagged, trees.tree)
    document = _document(sample.key, words.text)
    found = RuleReader(document, "rules", capitals(document), grammar).reading().attributions
    frames = [(a.confidence, f) for a in found if (f := _frame(a, words))]
    sure = [f for confidence, f in frames if confidence >= _SURE]
    maybe = {f.anchor for _, f in frames} | set(_maybe(words, tagged, trees))
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


def _document(key: str, text: str) -> Document:
    starts = list(accumulate((len(p) + 2 for p in text.split("\n\n")), initial=0))
    blocks = tuple(Block(Span(a, a + len(p)), "paragraph") for a, p in zip(starts, text.split("\n\n"), strict=False) if p)
    return Document(key, text, blocks, OffsetMap(((0, len(text), 0, len(text)),)), key, "text/plain", "0" * 64)


def _frame(made: Attribution, words: Words) -> Frame | None:
    content, cue, source = (_pairs(spans) for spans in (made.content, made.cue, () if made.inherited else made.source))
    row = cues().get(made.lemma)
    if set(words.of_all(content)) <= set(words.of_all(cue)):
        return None
    return frame(words, cue, source, content, row.nature if row else "statement")


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]


def _maybe(words: Words, tags: Sequence[str], trees: GivenTrees) -> Iterator[int]:
    """Words that could be a cue which the rules do not know: verbs that report, or that have a clause below them."""
    relations = [relation.split(":")[0] for relation in trees.relations]
    with_clause = {head for head, relation in zip(trees.heads, relations, strict=True) if relation in _CLAUSES}
    for i, tag in enumerate(tags):
        lemma = lemmas.lemma(words[i], tag) if tag[:1] in "VN" else ""
        if i in with_clause or lemma in cues() or lemma in cue_nouns() or words[i].lower() == "according":
            yield i
