"""How alike sentences of different documents are once names and dates are out of sight.

Likeness is the share of letters two sentences have in common in the same order (Indel ratio), a name or a date being one sign.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from rapidfuzz import fuzz, process
from rich.progress import track

from communique.reading.tokens import sentences
from corpus.annotation.model import Document, Span

NEAR = 80  # percent; a sentence above it is alike to another
_LEAST_WORDS = 4
_CHUNK = 400
_SIGN = "§"


class Sentence(NamedTuple):
    """A sentence of a document; `bare` is what is left without names and dates."""

    document: str
    story: str
    words: str
    bare: str


class Likeness(NamedTuple):
    """Sentences, those with a near neighbor in another document, and those whose neighbor is of another story."""

    sentences: int
    near: int
    near_elsewhere: int
    pairs: list[tuple[float, Sentence, Sentence]]


def likeness(documents: Sequence[Document]) -> Likeness:
    """The nearest neighbor of every sentence of four words and more in the other documents."""
    every = [s for d in documents for s in bare_sentences(d) if len(s.bare.split()) >= _LEAST_WORDS]
    bare = [s.bare for s in every]
    names = np.array([s.document for s in every])
    stories = np.array([s.story for s in every])
    pairs: list[tuple[float, Sentence, Sentence]] = []
    elsewhere = 0
    for start in track(range(0, len(every), _CHUNK), "likeness"):
        part = slice(start, start + _CHUNK)
        ratios = process.cdist(
            bare[part], bare, scorer=fuzz.ratio, score_cutoff=NEAR, dtype=np.float32, workers=os.cpu_count() or 1
        )
        ratios[names[part, None] == names[None, :]] = 0
        for row in np.nonzero(ratios.max(axis=1) > NEAR)[0]:
            best = int(ratios[row].argmax())
            pairs.append((float(ratios[row, best]), every[start + row], every[best]))
            elsewhere += bool((ratios[row][stories != stories[start + row]] > NEAR).any())
    return Likeness(len(every), len(pairs), elsewhere, sorted(pairs, key=lambda p: -p[0]))


def bare_sentences(document: Document) -> Iterator[Sentence]:
    """The sentences of a document, line by line."""
    masked = sorted([m.span for m in document.mentions] + [t.span for t in document.times])
    at = 0
    for line in document.text.splitlines(keepends=True):
        for sentence in sentences(document.text, at, at + len(line.rstrip("\n"))):
            span = Span(sentence.start, sentence.end)
            yield Sentence(document.key, document.story, span.of(document.text), _bare(document.text, span, masked))
        at += len(line)


def _bare(text: str, sentence: Span, masked: Sequence[Span]) -> str:
    out, at = list[str](), sentence.start
    for span in masked:
        if span.start >= at and span.end <= sentence.end:
            out += [text[at : span.start], _SIGN]
            at = span.end
    return "".join((*out, text[at : sentence.end])).lower()
