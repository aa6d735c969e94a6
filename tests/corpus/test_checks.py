"""Counts, breadth, likeness, borrowed words and the command that runs them, on documents small enough to count by hand."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus import __main__ as command
from corpus import add, check
from corpus.annotation.files import load, save
from corpus.checks import borrowed, people
from corpus.checks.breadth import breadth
from corpus.checks.counts import Count, counts
from corpus.checks.likeness import bare_sentences, likeness
from tests.corpus.sample import SHORTHAND, later, sample

BOTH = (sample(), later())


def value(figures: Sequence[Count], name: str) -> float:
    return next(f.value for f in figures if f.name == name)


def test_counts() -> None:
    figures = counts(BOTH)
    assert value(figures, "documents") == 2
    assert value(figures, "attributions") == 16
    assert value(figures, "percent of them indirect or mixed") == 75
    assert value(figures, "of nature belief") == 2
    assert value(figures, "encounters") == 4
    assert value(figures, "told by two to four outlets") == 1
    assert value(figures, "taken up again by a later document") == 1
    assert value(figures, "of type CONSULT") == 2
    assert value(figures, "talking points that return at least three times") == 0
    assert not next(f for f in figures if f.name == "documents").holds


def test_a_talking_point_returns_when_it_is_made_a_fourth_time() -> None:
    more = [
        sample(("t01-lake-was-low | #4", "t01-lake-was-low | #4 #5")),
        later(("t01-lake-was-low | #4", "t01-lake-was-low | #4 #5")),
    ]
    assert value(counts(more), "talking points that return at least three times") == 1


def test_bounds() -> None:
    assert Count("a", 5, 5).holds
    assert not Count("a", 4, 5).holds
    assert Count("a", 2, None, 2).holds
    assert not Count("a", 3, None, 2).holds


def test_breadth() -> None:
    rows = {(r.layer, r.what): (r.documents, r.times) for r in breadth(BOTH)}
    assert rows["house style", "western-wire"] == (2, 2)
    assert rows["quotations", "“ ”"] == (2, 4)
    assert rows["quotations", "words quoted inside reported speech"] == (2, 2)
    assert rows["speaker", "name"] == (2, 10)
    assert rows["speaker", "organ"] == (2, 2)
    assert rows["speaker", "unnamed person or group"] == (2, 2)
    assert rows["speaker", "pronoun"] == (2, 2)
    assert rows["cue", "before the content"] == (2, 8)
    assert rows["cue", "after the content"] == (2, 6)
    assert rows["cue", "inside the content"] == (2, 2)
    assert rows["way of speaking", "speech inside speech"] == (2, 2)
    assert rows["way of speaking", "relayed speech"] == (2, 2)
    assert rows["way of speaking", "denial or refusal"] == (2, 2)
    assert rows["people from", "East Africa"] == (2, 4)
    assert rows["people from", "Pacific"] == (0, 0)


def test_sentences_are_compared_without_names_and_dates() -> None:
    told = next(s for s in bare_sentences(sample()) if " told her" in s.words)
    assert "mushi" not in told.bare
    assert "2025" not in told.bare
    assert "§ told her § counterpart" in told.bare


def test_likeness_counts_sentences_with_a_near_neighbor_elsewhere() -> None:
    found = likeness(BOTH)
    assert found.near == found.sentences
    assert found.near_elsewhere == 0
    other = sample(("= t01-ferry-1", "= t02-road-1"), ("story: t01-ferry", "story: t02-road"))
    assert likeness([sample(), other]).near_elsewhere == found.sentences
    assert likeness([sample()]).near == 0


def test_people_are_nobody_real() -> None:
    assert list(people.faults(BOTH)) == []
    real = sample(("person | UGA | Grace Okello", "person | UGA | Annan Kofi"))
    assert list(people.faults([real])) == ["t01-ferry-1: Annan Kofi has the name of a real office-holder, Kofi Annan"]


def test_runs_of_ten_words() -> None:
    text = "One two three four five six seven eight nine ten eleven"
    assert list(borrowed.runs(borrowed.words(text))) == [
        "one two three four five six seven eight nine ten",
        "two three four five six seven eight nine ten eleven",
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("They said: KAMPALA, June 24, 2025 - Works Minister Grace Okello told her Tanzanian counterpart!", 1),
        ("<p>works minister <b>Grace</b> Okello told her Tanzanian</p> counterpart Baraka Mushi in", 1),
        ("works\tO\nminister\tO\ngrace\tO\nokello\tO\ntold\tO\nher\tO\ntanzanian\tO\ncounterpart\tO\nbaraka\tO\nmushi\tO\n", 1),
        ("Works Minister Grace Okello told her counterpart from Tanzania nothing at all", 0),
    ],
)
def test_borrowed_words_are_found_in_any_format(
    content: str, found: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save(sample(), tmp_path / "texts")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "a.txt").write_text(content, encoding="utf-8")
    monkeypatch.setattr(borrowed, "TEXTS", tmp_path / "texts")
    monkeypatch.setattr("sys.argv", ["borrowed", str(tmp_path / "other")])
    assert borrowed.main() == found
    assert ("t01-ferry-1" in capsys.readouterr().out) is bool(found)


def test_add_keeps_what_is_sound_and_names_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(add, "TEXTS", tmp_path / "texts")
    monkeypatch.setattr(add, "FOLDER", tmp_path)
    file = tmp_path / "new.mark"
    file.write_text(
        SHORTHAND + "\n" + SHORTHAND.replace("ferry-1", "ferry-2").replace("mushi | person", "mushi | minister"), "utf-8"
    )
    monkeypatch.setattr("sys.argv", ["add", str(file)])
    assert add.main() == 1
    assert "t01-ferry-2: actor mushi: kind 'minister'" in capsys.readouterr().out
    assert [d.key for d in load(tmp_path / "texts")] == ["t01-ferry-1"]
    with (tmp_path / "splits.csv").open(encoding="utf-8", newline="") as rows:
        assert list(csv.DictReader(rows)) == [{"document": "t01-ferry-1", "story": "t01-ferry", "split": "train"}]


def test_stories_are_dealt_whole_and_by_words() -> None:
    stories = {f"t01-s{n}": [sample(), later()] for n in range(20)}
    split = [(story, part) for _, story, part in add.deal(stories)]
    assert len(dict(split)) == len(set(split)) == 20
    parts = list(dict(split).values())
    assert (parts.count("train"), parts.count("dev"), parts.count("test")) == (14, 3, 3)


def test_check_prints_faults_and_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad, broken = tmp_path / "good.mark", tmp_path / "bad.mark", tmp_path / "broken.mark"
    good.write_text(SHORTHAND, "utf-8")
    bad.write_text(SHORTHAND.replace("genre: diplomatic", "genre: sport"), "utf-8")
    broken.write_text("nothing", "utf-8")
    monkeypatch.setattr("sys.argv", ["check", str(good)])
    assert check.main() == 0
    assert "0 faults\n  documents            1: " in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["check", *map(str, (good, bad, broken))])
    assert check.main() == 1
    assert "2 faults\n  documents            2: " in capsys.readouterr().out


def test_the_whole_corpus_is_checked_file_by_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for document in BOTH:
        save(document, tmp_path)
    (tmp_path / "t01" / "t01-ferry-1.xml").write_bytes((tmp_path / "t01" / "t01-ferry-1.xml").read_bytes() + b"\n")
    (tmp_path / "t01" / "t01-half-1.xml").write_bytes(b"<TEI")
    documents, wrong = command.validated(tmp_path)
    assert [d.key for d in documents] == ["t01-ferry-1", "t01-ferry-2"]
    assert any("t01-half-1.xml: " in w for w in wrong)
    assert any("t01-ferry-1: the file is not as the corpus writes it" in w for w in wrong)
    monkeypatch.setattr("sys.argv", ["corpus", "--texts", str(tmp_path), "--no-likeness"])
    assert command.main() == 1
    assert "not reached" in capsys.readouterr().out
