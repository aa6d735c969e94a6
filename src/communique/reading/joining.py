"""Attributions of the network and of the rules as one list: the rules know quotation marks, the network indirect speech."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from communique.reading import lemmas
from communique.reading.net.analysis import Analysis
from communique.reading.net.attributions import Hung, Runs, hung
from communique.reading.protocol import Attribution, Reading
from communique.record import Span
from communique.record.span import hull
from communique.record.statements import QuoteType

LEAST: Final = 0.5
OVERLAP: Final = 0.3


def joined(analysis: Analysis, by_rules: Reading) -> tuple[Attribution, ...]:
    found = list(by_rules.attributions)
    for made in hung(analysis, LEAST):
        new = as_attribution(made, analysis, by_rules)
        if made.cue and all(_overlap(new.content, old.content) < OVERLAP for old in by_rules.attributions):
            found.append(new)
    return tuple(sorted(found, key=lambda a: (a.content[0], a.cue)))


def as_attribution(made: Hung, analysis: Analysis, by_rules: Reading) -> Attribution:
    words = analysis.words

    def spans(runs: Runs) -> tuple[Span, ...]:
        return tuple(words.span(run) for run in runs)

    content, cue = spans(made.content), spans(made.cue)
    anchor = words.spans[made.anchor]
    sentence = hull([*(s for s in by_rules.sentences if anchor.start in s), anchor])
    return Attribution(
        spans(made.source),
        cue,
        content,
        quote_type(content, by_rules.quotes, words.text),
        lemmas.lemma(words[made.anchor], analysis.tags[made.anchor]) if cue else "",
        sentence,
        confidence=made.sure,
        nature=made.nature,
        act=made.act,
    )


def quote_type(content: Sequence[Span], quotes: Sequence[Span], text: str) -> QuoteType:
    inside = [q for q in quotes if any(q.overlaps(c) for c in content) and len(q.of(text).split()) > 1]
    if not inside:
        return "indirect"
    rest = sum(map(len, content)) - sum(
        min(c.end, q.end) - max(c.start, q.start) for q in inside for c in content if q.overlaps(c)
    )
    return "direct" if rest <= 4 else "mixed"


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Shared characters over all."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared / max(1, sum(map(len, one)) + sum(map(len, other)) - shared)
