"""Part-of-speech tags by an averaged perceptron (Collins 2002): small, pure Python, for the rule engine alone.

Tags are those of the Penn Treebank as English Web Treebank uses them (NN, VBD, IN …). The weights ship beside this file
(`tagger.json.gz`, made by `python -m training.tagger`; licence in LICENSES.md).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Tagger:
    """`known` holds words that nearly always carry one tag; `weights` are feature → tag → weight."""

    known: dict[str, str]
    weights: Weights

    def tag(self, words: Sequence[str]) -> list[str]:
        """A tag for each word of one sentence."""
        shapes = ["-START2-", "-START-", *map(normal, words), "-END-", "-END2-"]
        tags: list[str] = []
        before, last = "-START2-", "-START-"
        for i, word in enumerate(words):
            tag = self.known.get(word) or self.strange(i, word) or self.best(features(i + 2, word, shapes, last, before))
            tags.append(tag)
            before, last = last, tag
        return tags

    def strange(self, i: int, word: str) -> str | None:
        """A word with a capital, inside a sentence, that the treebanks never had: a name."""
        return "NNP" if i and word[0].isupper() and word.isalpha() and f"w {word.lower()}" not in self.weights else None

    def best(self, found: Iterator[str]) -> str:
        scores: dict[str, float] = {}
        for feature in found:
            for tag, weight in self.weights.get(feature, {}).items():
                scores[tag] = scores.get(tag, 0.0) + weight
        return max(scores, key=lambda tag: (scores[tag], tag)) if scores else "NN"


def normal(word: str) -> str:
    """A word's form in features: digits folded, lower case."""
    if word[0].isdigit():
        return "!YEAR" if len(word) == 4 and word.isdigit() else "!DIGITS"
    return word.lower()


def shape(word: str) -> str:
    if word.islower():
        return "low"
    if word.isupper():
        return "CAP" if len(word) > 1 else "C"
    return "Cap" if word[0].isupper() else "mix"


def features(i: int, word: str, shapes: Sequence[str], last: str, before: str) -> Iterator[str]:
    """The features of word `i` of a padded sentence."""
    low = shapes[i]
    yield "b"
    yield f"w {low}"
    yield f"s {shape(word)} {'0' if i == 2 else '1'}"
    yield f"x {low[-3:]}"
    yield f"x2 {low[-2:]}"
    yield f"p {low[:2]}"
    yield f"t {last}"
    yield f"tt {before} {last}"
    yield f"tw {last} {low}"
    yield f"l {shapes[i - 1]}"
    yield f"l2 {shapes[i - 2]}"
    yield f"lx {shapes[i - 1][-3:]}"
    yield f"r {shapes[i + 1]}"
    yield f"rx {shapes[i + 1][-3:]}"
    yield f"r2 {shapes[i + 2]}"
    yield f"wr {low} {shapes[i + 1]}"
    yield f"ts {last} {shape(word)}"


@cache
def shipped() -> Tagger:
    """The tagger in the package."""
    packed = resources.files("communique.reading").joinpath("tagger.json.gz").read_bytes()
    data = json.loads(gzip.decompress(packed))
    weights = {feature: dict(zip(row[::2], row[1::2], strict=True)) for feature, row in data["weights"].items()}
    return Tagger(data["known"], weights)
