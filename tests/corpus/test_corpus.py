"""The corpus as it stands: no fault, every figure reached, and a README that tells the truth."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Sequence

import pytest

from corpus import report
from corpus.__main__ import validated
from corpus.annotation.model import Document
from corpus.checks.breadth import breadth
from corpus.checks.counts import counts
from corpus.checks.likeness import likeness
from corpus.tables import SPLITS, TEXTS, splits


@pytest.fixture(scope="module")
def corpus() -> tuple[list[Document], list[str]]:
    return validated(TEXTS)


@pytest.fixture(scope="module")
def documents(corpus: tuple[list[Document], list[str]]) -> list[Document]:
    return corpus[0]


def test_no_fault(corpus: tuple[list[Document], list[str]]) -> None:
    assert corpus[1] == []


def test_every_figure_is_reached(documents: Sequence[Document]) -> None:
    assert [figure for figure in counts(documents) if not figure.holds] == []
    assert [row for row in breadth(documents) if not row.holds] == []


def test_texts_differ_in_more_than_names(documents: Sequence[Document]) -> None:
    found = likeness(documents)
    assert found.near / found.sentences < 0.02


def test_the_readme_has_the_counts(documents: Sequence[Document]) -> None:
    page = report.README.read_text("utf-8")
    assert report.written(page, documents) == page, "python -m corpus.report writes them anew"


def test_the_agreement_page_counts_what_was_settled() -> None:
    folder = TEXTS.parent / "agreement"
    with (folder / "settled.csv").open(encoding="utf-8", newline="") as rows:
        counts = Counter((row["layer"].replace("_", " "), row["kept"]) for row in csv.DictReader(rows))
    kept = ("first", "second", "both", "neither")
    for layer in dict.fromkeys(layer for layer, _ in counts):
        numbers = [counts[layer, side] for side in kept]
        line = " | ".join(map(str, (layer, sum(numbers), *numbers)))
        assert f"| {line} |" in (folder / "README.md").read_text("utf-8")


def test_shares_of_the_splits(documents: Sequence[Document]) -> None:
    words = {part: sum(d.words for d in documents if splits()[d.key] == part) for part in SPLITS}
    total = sum(words.values())
    assert 0.66 < words["train"] / total < 0.74
    assert 0.12 < words["dev"] / total < 0.18
    assert 0.12 < words["test"] / total < 0.18
