"""`python -m training.tagger [--data DIR] [--out FILE] [--epochs N]`: about five minutes on one core; fixed seed."""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

from rich.progress import track

from communique.reading.tagger import Tagger, features, normal
from training.tagger import lemmas
from training.tagger.treebank import Sentence, read

TRAIN = ("en_ewt-ud-train.conllu", "en_gum-open-train.conllu")
DEV = ("en_ewt-ud-dev.conllu", "en_gum-open-dev.conllu")
OUT = Path("src/communique/reading/tagger.json.gz")


class Trainer:
    """Averaged perceptron: weights, their running totals, and when each was last touched."""

    def __init__(self, known: dict[str, str]) -> None:
        self.tagger = Tagger(known, {})
        self.totals: defaultdict[tuple[str, str], float] = defaultdict(float)
        self.touched: defaultdict[tuple[str, str], int] = defaultdict(int)
        self.step = 0

    def learn(self, sentence: Sentence) -> None:
        words = [w for w, _ in sentence]
        shapes = ["-START2-", "-START-", *map(normal, words), "-END-", "-END2-"]
        before, last = "-START2-", "-START-"
        for i, (word, truth) in enumerate(sentence):
            guess = self.tagger.known.get(word)
            if guess is None:
                found = list(features(i + 2, word, shapes, last, before))
                guess = self.tagger.best(iter(found))
                self.update(truth, guess, found)
            before, last = last, guess

    def update(self, truth: str, guess: str, found: list[str]) -> None:
        self.step += 1
        if truth == guess:
            return
        for feature in found:
            row = self.tagger.weights.setdefault(feature, {})
            for tag, change in ((truth, 1.0), (guess, -1.0)):
                key = feature, tag
                self.totals[key] += (self.step - self.touched[key]) * row.get(tag, 0.0)
                self.touched[key] = self.step
                row[tag] = row.get(tag, 0.0) + change

    def averaged(self, least: float) -> dict[str, dict[str, float]]:
        """The averaged weights, without those too small to matter."""
        out: dict[str, dict[str, float]] = {}
        for feature, row in sorted(self.tagger.weights.items()):
            kept = {}
            for tag, weight in sorted(row.items()):
                key = feature, tag
                average = (self.totals[key] + (self.step - self.touched[key]) * weight) / self.step
                if abs(average) >= least:
                    kept[tag] = round(average, 2)
            if kept:
                out[feature] = kept
        return out


def unambiguous(sentences: list[Sentence], least: int = 20, share: float = 0.98) -> dict[str, str]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        for word, tag in sentence:
            counts[word][tag] += 1
    best = {word: tags.most_common(1)[0] for word, tags in sorted(counts.items())}
    return {
        word: tag
        for word, (tag, n) in best.items()
        if sum(counts[word].values()) >= least and n >= share * sum(counts[word].values())
    }


def accuracy(tagger: Tagger, sentences: list[Sentence]) -> tuple[int, int]:
    right = total = 0
    for sentence in sentences:
        guesses = tagger.tag([w for w, _ in sentence])
        right += sum(g == t for g, (_, t) in zip(guesses, sentence, strict=True))
        total += len(sentence)
    return right, total


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--epochs", type=int, default=6)
    options = parser.parse_args()
    lemmas.write([options.data / "ud" / name for name in TRAIN], options.out.with_name("lemmas.json.gz"))
    sentences = [s for name in TRAIN for s in read(options.data / "ud" / name)]
    trainer, order = Trainer(unambiguous(sentences)), random.Random(1)
    for epoch in range(options.epochs):
        order.shuffle(sentences)
        for sentence in track(sentences, description=f"epoch {epoch + 1} of {options.epochs}"):
            trainer.learn(sentence)
    tagger = Tagger(trainer.tagger.known, trainer.averaged(0.15))
    write(tagger, options.out)
    for name in DEV:
        right, total = accuracy(tagger, list(read(options.data / "ud" / name)))
        print(f"{name}: {right}/{total} tags right, {100 * right / total:.1f} %")


def write(tagger: Tagger, path: Path) -> None:
    rows = {feature: [x for pair in row.items() for x in pair] for feature, row in tagger.weights.items()}
    data = json.dumps({"known": tagger.known, "weights": rows}, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(data.encode(), 9, mtime=0))
    print(f"{path}: {path.stat().st_size:,} bytes, {len(rows):,} features")


if __name__ == "__main__":
    main()
