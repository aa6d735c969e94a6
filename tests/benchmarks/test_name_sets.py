"""Texts are put together from words as they are usually set, with names at their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.items import Range
from benchmarks.name_sets import Named, politics, worldwide

POLITICS = "Ada B-politician\nQuist I-politician\nleft O\nthe O\nLund B-location\nParty I-location\n. O\n\nGulls O\nsang O\n"
ARTICLE = (
    "https://news.example/1\tO\n\nPark\tB-Person\nSuk\tI-Person\n-\tI-Person\nyeol\tI-Person\nof\tO\nthe\tO\nU\tB-Location\n"
    ".\tI-Location\nS\tI-Location\n.\tI-Location\nsaid\tO\n“\tO\nno\tO\n”\tO\n.\tO\n\nMonday\tB-Date\nin\tO\nLund\tB-Location\n"
)


def told(text: Named) -> set[tuple[str, str]]:
    return {(kind, text.text[r.start : r.end]) for kind, r in text.names}


def test_a_sentence_on_politics_is_a_text(tmp_path: Path) -> None:
    path = tmp_path / "test.txt"
    path.write_text(POLITICS, encoding="utf-8")
    first, second = politics(path)
    assert first.text == "Ada Quist left the Lund Party."
    assert first.names == {("person", Range(0, 9)), ("place", Range(19, 29))}
    assert (second.text, second.names) == ("Gulls sang", frozenset())


def test_an_article_has_paragraphs(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text(ARTICLE, encoding="utf-8")
    (article,) = worldwide(tmp_path)
    assert article.text == "Park Suk-yeol of the U.S. said “no”.\n\nMonday in Lund"
    assert told(article) == {("person", "Park Suk-yeol"), ("place", "U.S."), ("place", "Lund")}


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("He did n't go , he said .", "He didn't go, he said."),
        ("sub - Saharan Africa", "sub-Saharan Africa"),
        ("( see below ) 5 % of $ 3", "(see below) 5% of $3"),
        ("Mr . X . Then Y", "Mr. X. Then Y"),
    ],
)
def test_words_are_set_as_usual(tmp_path: Path, words: str, text: str) -> None:
    (tmp_path / "a.tsv").write_text("".join(f"{word}\tO\n" for word in words.split()), encoding="utf-8")
    (article,) = worldwide(tmp_path)
    assert article.text == text
