"""A document in the terminal: its words, the numbers of its attributions, and its facts in names."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.console import Console

from corpus import show
from corpus.annotation.files import save
from corpus.annotation.shorthand import read_shorthand
from tests.corpus.sample import sample


def test_marks_are_colors_and_numbers() -> None:
    text = show.marked(sample())
    assert "that [2]the ferry line would reopen by December 1 and\nthanked him for “[3]a patient hand.”" in text.plain
    spoken = {text.plain[s.start : s.end] for s in text.spans if s.style == "green"}
    assert "the ferry line would reopen by December 1" in spoken
    assert "to travel next year" in {text.plain[s.start : s.end] for s in text.spans if s.style == "blue"}


def test_facts_are_told_in_names(capsys: pytest.CaptureFixture[str]) -> None:
    show.show(sample(), Console(width=200))
    printed = capsys.readouterr().out
    assert "Grace Okello → Baraka Mushi" in printed
    assert "two sailors (relayed by Lake Daily)" in printed
    assert "UGA ↔ TZA" in printed
    assert "reopen the ferry line" in printed


def test_an_unknown_key_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    save(sample(), tmp_path)
    monkeypatch.setattr(show, "TEXTS", tmp_path)
    monkeypatch.setattr("sys.argv", ["show", "t01-ferry-9"])
    assert show.main() == 1
    assert "no document t01-ferry-9; keys look like t01-ferry-1" in capsys.readouterr().err
    monkeypatch.setattr("sys.argv", ["show", "t01-ferry-1"])
    assert show.main() == 0


def test_what_is_shown_as_shorthand_can_be_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    save(sample(), tmp_path)
    monkeypatch.setattr(show, "TEXTS", tmp_path)
    monkeypatch.setattr("sys.argv", ["show", "--shorthand", "t01-ferry-1"])
    assert show.main() == 0
    assert list(read_shorthand(capsys.readouterr().out)) == [sample()]
