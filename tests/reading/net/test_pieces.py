"""Words in pieces of a vocabulary: few a word, remembered for a while."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

import pytest
import tokenizers

from communique.reading.net import pieces
from communique.reading.net.pieces import MOST, Pieces, Window


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A vocabulary of letters."""
    known = {f"{'##' * tail}{c}": 200 + i + 100 * tail for tail in (0, 1) for i, c in enumerate(ascii_lowercase)}
    made = tokenizers.Tokenizer(tokenizers.models.WordPiece({"[UNK]": 100, **known}, unk_token="[UNK]"))
    made.normalizer = tokenizers.normalizers.Lowercase()
    path = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    made.save(str(path))
    return path


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
