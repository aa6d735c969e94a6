"""Tags and trees of the network that ships: `python -m benchmarks.trees [--data ../shared/data]`.

On the test part of UD English EWT and the development part of the open GUM documents, which train nothing: with the treebank's
own words and sentences (figures without a prefix), and from the bare text (`text_…`), where a word is right only if its
characters are, as in the CoNLL 2018 shared task. Our tokenizer keeps hyphened compounds together and the treebanks part them:
those words are lost there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.matching import Tally
from benchmarks.running import arguments, counts, finish, rates, shown, skip, table
from communique.reading.net.analysis import analyze
from communique.reading.net.shipped import shipped
from communique.reading.net.texts import Words
from communique.record import Span
from training.reader import treebanks
from training.reader.reported import laid_out
from training.reader.samples import ROOT, Inventories, Sample

SETS = {"ewt_test": "ud/en_ewt-ud-test.conllu", "gum_dev": "ud/en_gum-open-dev.conllu"}
FIGURES = ("upos", "xpos", "uas", "las")
F1_OF = (*FIGURES, *(f"text_{figure}" for figure in (*FIGURES, "words", "sentences")))


@dataclass(frozen=True)
class Word:
    """A word in its sentence; `head` is None for a root."""

    upos: str
    xpos: str
    head: Span | None
    relation: str


Parsed = dict[Span, Word]


def measure(texts: list[Sample], labels: Inventories, label: str) -> Tally:
    """Hits out of tries over some documents."""
    total = Tally()
    for sample in shown(texts, label):
        words = laid_out(sample)
        gold = _gold(sample, words, labels)
        _score(total, "", gold, _read(words))
        bare = Words(words.text)
        _score(total, "text_", gold, found := _read(bare))
        _count(total, "text_words", len(gold.keys() & found.keys()), len(found), len(gold))
        one, other = ({words.span(range(*s)) for s in _sentences(words.ends)} for words in (words, bare))
        _count(total, "text_sentences", len(one & other), len(other), len(one))
    return total


def _gold(sample: Sample, words: Words, labels: Inventories) -> Parsed:
    upos, xpos, relations = list(labels.tags), list(labels.fine_tags), list(labels.relations)
    columns = zip(sample.tags or (), sample.fine_tags or (), sample.heads or (), sample.relations or (), strict=True)
    return {
        span: Word(upos[u], xpos[x], None if head == ROOT else words.spans[head], relations[r])
        for span, (u, x, head, r) in zip(words.spans, columns, strict=True)
    }


def _read(words: Words) -> Parsed:
    analysis = analyze(shipped(), words, [words[i] for i in range(len(words))])
    found: Parsed = {}
    for start, end in _sentences(words.ends):
        heads, relations = analysis.tree(range(start, end))
        for i, head in enumerate(heads):
            above = None if head < 0 else words.spans[start + head]
            tags = analysis.universal_tags[start + i], analysis.tags[start + i]
            found[words.spans[start + i]] = Word(*tags, above, relations[i])
    return found


def _sentences(ends: list[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, ended in enumerate(ends):
        if ended or i + 1 == len(ends):
            yield start, i + 1
            start = i + 1


def _score(tally: Tally, prefix: str, gold: Parsed, found: Parsed) -> None:
    both = [(gold[span], found[span]) for span in gold.keys() & found.keys()]
    hits = {
        "upos": sum(g.upos == f.upos for g, f in both),
        "xpos": sum(g.xpos == f.xpos for g, f in both),
        "uas": sum(g.head == f.head for g, f in both),
        "las": sum((g.head, g.relation) == (f.head, f.relation) for g, f in both),
    }
    for figure, right in hits.items():
        _count(tally, prefix + figure, right, len(found), len(gold))


def _count(tally: Tally, figure: str, hits: int, found: int, gold: int) -> None:
    tally.add(f"{figure}_precision", hits, found)
    tally.add(f"{figure}_recall", hits, gold)


def main() -> None:
    data: Path = arguments("Tags and trees on EWT test and GUM dev.").parse_args().data
    result = {}
    for name, path in SETS.items():
        if not (data / path).is_file():
            skip("trees", data / path)
            return
        labels = Inventories.empty()
        total = measure(list(treebanks.documents(data / path, labels)), labels, name)
        figures = rates(total, F1_OF)
        table(name, figures, total)
        result[name] = {"figures": figures, "counts": counts(total)}
    finish("trees", result)


if __name__ == "__main__":
    main()
