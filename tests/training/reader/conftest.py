"""A vocabulary that is no model's."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

import pytest


@pytest.fixture(scope="session")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of letters: each word is cut into them."""
    tokenizers = pytest.importorskip("tokenizers")
    letters = {f"{'##' * tail}{c}": 200 + i + 100 * tail for tail in (0, 1) for i, c in enumerate(ascii_lowercase)}
    made = tokenizers.Tokenizer(tokenizers.models.WordPiece({"[UNK]": 100, **letters}, unk_token="[UNK]"))
    made.normalizer = tokenizers.normalizers.Lowercase()
    path = tmp_path_factory.mktemp("pieces") / "tokenizer.json"
    made.save(str(path))
    return path
