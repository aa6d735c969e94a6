"""Words in pieces of a vocabulary: few a word, remembered for a while."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

import pytest

from communique.reading.net import pieces
from communique.reading.net.pieces import MOST, Pieces, Window
from tests.reading.net.letters import written


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary of letters."""
    return written(tmp_path_factory.mktemp("pieces"))


def test_a_word_has_few_pieces_and_at_least_one(letters: Path) -> None:
    known = Pieces(letters)
    assert known.of("Faro") == [205, 300, 317, 314]
    assert len(known.of("strange" * 1_000_000)) == 6
    assert known.of("—") == [100]
    assert known.of("") == [100]


def test_a_window_that_is_too_long_is_cut(letters: Path) -> None:
    columns = Pieces(letters).columns(Window(["faro"] * 300, [1] * 300))
    assert len(columns.pieces) == MOST and columns.pieces[-1] == 102
    assert len(columns.first) == 300 and max(columns.first) == MOST - 1


def test_what_is_remembered_is_bounded(letters: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "_REMEMBERED", 3)
    known = Pieces(letters)
    for word in ascii_lowercase:
        known.of(word)
    assert len(known._known) <= 3
