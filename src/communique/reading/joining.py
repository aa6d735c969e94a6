"""Attributions of the network and of the rules as one list.

The rules know quotation marks and say exactly where a content begins and ends; the network knows indirect speech that no rule
foresees. Where both found the same words the rules' stand, with what the network knows besides; its own
where it is sure of indirect speech. The numbers below were set on the development parts of PolNeAR and of our corpus together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from communique.codebooks.cues import cues
from communique.reading import lemmas
from communique.reading.attribution.frames import NOT_DENIED
from communique.reading.net.analysis import Analysis
from communique.reading.net.attributions import Hung, Runs, hung
from communique.reading.protocol import Attribution, Reading
from communique.reading.quotes import quote_type
from communique.record import Span
from communique.record.span import hull

LEAST: Final = 0.65  # probability of an attribution that the rules do not have
EXACT: Final = 0.9  # probability from which the network's content of indirect speech stands
ALONE: Final = 0.6  # confidence of indirect speech that the rules have and the network does not
DOUBTFUL: Final = 0.6  # confidence up to which the rules' cue of a quotation gives way to the network's
SAME: Final = 0.3  # overlap of two contents, in characters, from which they are one
_LEADING: Final = frozenset({"CC", "IN", "RB", "TO"})
_SMALL: Final = frozenset({"DT", "IN", "TO", "CC", "RP", "POS", "PRP$", "WDT", "MD"})


def joined(analysis: Analysis, by_rules: Reading, headlines: Sequence[Span] = ()) -> tuple[Attribution, ...]:
    """All attributions of a document, in text order; none twice. What a headline says the rules judge: it repeats the text."""
    found, new = list(by_rules.attributions), list[Attribution]()
    denied = {p.span for p in by_rules.predicates if p.negated and p.lemma not in NOT_DENIED}
    for made in hung(analysis, LEAST):
        if (made.nature == "statement" and analysis.words.spans[made.anchor] in denied) or _is_empty(made, analysis):
            continue
        other = _attribution(made, analysis, by_rules)
        same = max(found, key=lambda a: _overlap(a.content, other.content), default=None)
        if same is not None and _overlap(same.content, other.content) >= SAME:
            found[found.index(same)] = _completed(same, other)
        elif not _repeats(other, found, headlines):
            new.append(other)
    kept = [a for a in found if a.act or a.quote_type != "indirect" or a.confidence >= ALONE]
    return tuple(sorted(_with_depth(kept, new), key=lambda a: (a.content[0], a.cue)))


def _is_empty(made: Hung, analysis: Analysis) -> bool:
    """Whether a content has articles, possessives, prepositions and the like only."""
    return all(analysis.tags[i] in _SMALL for run in made.content for i in run)


def _attribution(made: Hung, analysis: Analysis, by_rules: Reading) -> Attribution:
    words = analysis.words

    def spans(runs: Runs) -> tuple[Span, ...]:
        return tuple(words.span(run) for run in runs)

    source = spans(tuple(run for each in made.source if (run := _somebody(each, analysis))))
    content, cue, anchor = spans(made.content), spans(made.cue), words.spans[made.anchor]
    sentence = hull([anchor, *(s for s in by_rules.sentences if anchor.start in s)])
    return Attribution(
        source, cue, content, quote_type(content, by_rules.quotes),
        _lemma(made, analysis), sentence, inherited=bool(source) and _carried(source, sentence),
        confidence=made.sure, nature=made.nature, act=made.act,
    )  # fmt: skip


def _somebody(run: range, analysis: Analysis) -> range:
    """The words of a source without small words at its ends; those of "Some said" and "his" stay as they are."""
    start, stop = run.start, run.stop
    while stop - start > 1 and analysis.tags[stop - 1] in _SMALL:
        stop -= 1
    while start < stop and analysis.tags[start] in _LEADING:
        start += 1
    return range(start, stop)


def _lemma(made: Hung, analysis: Analysis) -> str:
    """The dictionary form of the cue: of its first word that is a known cue, else of the word it hangs on."""
    every = [lemmas.lemma(analysis.words[i], analysis.tags[i]) for run in made.cue for i in run]
    own = lemmas.lemma(analysis.words[made.anchor], analysis.tags[made.anchor])
    return next((lemma for lemma in every if lemma in cues()), own) if every else ""


def _completed(one: Attribution, other: Attribution) -> Attribution:
    """What the rules found, with the act and nature that the network sees.

    A source that was carried over gives way to one that the network found, and indirect content to one that it is sure of.
    """
    if not _same_cue(one, other):
        return _surer(one, other)
    if one.quote_type == "indirect" and other.confidence >= EXACT:
        one = replace(one, content=other.content, quote_type=other.quote_type)
    if one.inherited and other.source:
        one = replace(one, source=other.source, inherited=_carried(other.source, one.sentence))
    sure = one.confidence if one.inherited else max(one.confidence, other.confidence)
    return replace(one, act=other.act, nature="statement" if _is_said(one) else other.nature, confidence=sure)


def _is_said(made: Attribution) -> bool:
    """Whether it is quoted with a word of saying: what is said is a statement, whatever it says of hopes and plans."""
    cue = cues().get(made.lemma)
    return made.quote_type == "direct" and cue is not None and cue.kind == "speech"


def _surer(one: Attribution, other: Attribution) -> Attribution:
    """Of two reports of the same words with other cues. Rules err on quotations only where they doubt; what somebody hopes
    inside of one ("I hope it works," she said) is no report of it."""
    if one.quote_type == "indirect":
        return other if other.quote_type == "indirect" and other.confidence > one.confidence else one
    inside = any(cue in piece for cue in other.cue for piece in one.content)
    doubtful = one.confidence <= DOUBTFUL and not inside
    return replace(other, content=one.content, quote_type=one.quote_type) if doubtful else one


def _same_cue(one: Attribution, other: Attribution) -> bool:
    """Whether it can be the same report."""
    return not one.cue or not other.cue or any(a.overlaps(b) for a in one.cue for b in other.cue)


def _repeats(made: Attribution, found: Sequence[Attribution], headlines: Sequence[Span]) -> bool:
    """Whether a headline says it, or a report holds some of a quotation that has the same cue."""
    quotations = (a for a in found if a.quote_type == "direct" and _same_cue(made, a))
    return any(made.content[0].overlaps(h) for h in headlines) or any(_overlap(made.content, a.content) for a in quotations)


def _carried(source: Sequence[Span], sentence: Span) -> bool:
    """Whether a source stands in another sentence."""
    return not any(sentence.overlaps(span) for span in source)


def _with_depth(found: Sequence[Attribution], new: Sequence[Attribution]) -> Iterator[Attribution]:
    """New ones inside the content of another are what somebody reports somebody to say."""
    yield from found
    for made in new:
        around = (piece for other in (*found, *new) if other is not made for piece in other.content)
        yield replace(
            made, depth=int(any(made.content[0] in piece and hull(made.cue or made.content) in piece for piece in around))
        )


def _overlap(one: Sequence[Span], other: Sequence[Span]) -> float:
    """Shared characters over all."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return shared / (sum(map(len, one)) + sum(map(len, other)) - shared)
