"""A paragraph as sentences without their quotations, and the sentences inside its quotations.

"“We met. We agreed,” he said. “It is done.”" has the frames `, he said .` and an empty one, and three sentences inside:
so the grammar of the frame is not disturbed by what is quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.codebooks.cues import cue_forms
from communique.reading import lemmas
from communique.reading.grammar import Grammar, by_rules
from communique.reading.quotes import Quote
from communique.reading.tokens import sentences, tokens
from communique.record import Span
from communique.record.span import hull

_MASK = "\ue000"
_MARKS = {"“": '"', "”": '"', "«": '"', "»": '"', "„": '"', "’": "'", "‘": "'"}


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence: parallel lists of words. Quotations inside a frame are left out of its words.

    `spans` are of `Document.text`; `heads` are word indices, -1 for the root; `labels` are relations of Universal
    Dependencies. `quotes` are `(number of words before it, quotation)`. `quoted` is the quotation whose inside this unit is;
    None for a frame.
    """

    spans: list[Span]
    forms: list[str]
    tags: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    quotes: list[tuple[int, Quote]]
    quoted: Quote | None

    @property
    def sentence(self) -> Span:
        return hull([*self.spans, *(q.outer for _, q in self.quotes)])

    def __len__(self) -> int:
        return len(self.spans)

    def span(self, start: int, end: int) -> Span:
        """The characters of words `[start, end)`."""
        return Span(self.spans[start].start, self.spans[end - 1].end)


def units(
    text: str, block: Span, found: list[Quote], proper: frozenset[str] | None = None, grammar: Grammar = by_rules
) -> list[Unit]:
    """All units of a paragraph: frames in text order, each quotation's insides after the frame that holds it.

    `proper` is given for a headline: the words that the article writes with a capital. Other capitals of a headline in title
    case are style, and are ignored.
    """
    speech = [q for q in found if is_speech(text, block, q)]
    masked = text[block.start : block.end]
    for q in speech:
        a, b = q.inner.start - block.start, q.inner.end - block.start
        masked = masked[:a] + _masked(masked[a:b], _report_follows(text[q.outer.end : q.outer.end + 90])) + masked[b:]
    out: list[Unit] = []
    for sentence in sentences(masked, 0, len(masked)):
        frame = Span(sentence.start + block.start, sentence.end + block.start)
        inside = [q for q in speech if q.outer.start in frame]
        out.append(_unit(text, frame, inside, None, proper, grammar))
        for q in inside:
            out += [_unit(text, s, [], q, proper, grammar) for s in sentences(text, q.inner.start, q.inner.end)]
    return [u for u in out if u.spans or u.quotes]


def _masked(words: str, goes_on: bool) -> str:
    """A quotation as one long word that keeps its length, and its closing mark where a sentence can end there."""
    last = words[-1] if words[-1] == "." or (words[-1] in ",?!;…" and not goes_on) else _MASK
    return "Q" + _MASK * (len(words) - 2) + last if len(words) > 1 else last


def _report_follows(after: str) -> bool:
    """Whether a reporting clause goes on after a closing mark: "…?” Graham asked", "…!” said the minister"."""
    words = re.split(r"[.,;:!?“\"”\n]", after.lstrip(" ,"))[0].split()[:7]
    return any(w.lower() in cue_forms() for w in words) and bool(words)


def _unit(
    text: str, sentence: Span, inside: list[Quote], quoted: Quote | None, proper: frozenset[str] | None, grammar: Grammar
) -> Unit:
    spans: list[Span] = []
    places: list[tuple[int, Quote]] = []
    position = sentence.start
    for q in inside:
        spans += tokens(text, position, max(position, q.outer.start))
        places.append((len(spans), q))
        position = q.outer.end
    spans += tokens(text, position, max(position, sentence.end))
    forms = [s.of(text) for s in spans]
    plain = [_MARKS.get(f, f.replace("’", "'")) for f in forms]
    if proper is not None:
        plain = sentence_case(plain, proper)
    tags, heads, labels = grammar(spans, plain)
    return Unit(
        spans, forms, tags, [lemmas.lemma(f, t) for f, t in zip(forms, tags, strict=True)], heads, labels, places, quoted
    )


def sentence_case(forms: list[str], known: frozenset[str]) -> list[str]:
    """A headline's words with only names in capitals, where it is set in title case or in capitals."""
    long = [f for f in forms if len(f) > 3 and f[0].isalpha()]
    if not long or sum(f[0].isupper() for f in long) < 0.7 * len(long):
        return forms
    proper = {n.lower(): n for n in known}
    return [f if f in known or not f[:1].isupper() else proper.get(f.lower(), f.lower()) for f in forms]


def is_speech(text: str, block: Span, q: Quote) -> bool:
    """Whether a quotation stands by itself ("“…,” he said") rather than inside a clause ("a “secret” plan")."""
    inner, before = q.inner.of(text), text[block.start : q.outer.start].rstrip()
    after = text[q.outer.end : block.end]
    words = inner.count(" ") + 1
    ends = inner[-1] in ",.?!;…—–" or after[:1] in (",", ".", "") or not after.strip()
    if not before or before[-1] in '.?!”"»':
        return ends if words < 4 or not inner[0].isupper() else ends or _cue_follows(after)
    if before[-1] in ",:—–;":
        return (words > 2 and (ends or inner[0].isupper())) or before[-1] == ":"
    last = re.search(r"[\w’'-]+$", before)
    return bool(last and last[0].lower() in cue_forms() and inner[0].isupper() and words > 3)


def _cue_follows(after: str) -> bool:
    return any(w.strip(".,;:").lower() in cue_forms() for w in after.split()[:8])
