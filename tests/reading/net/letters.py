"""A vocabulary that is no model's: words are cut into letters."""

from __future__ import annotations

from pathlib import Path
from string import ascii_lowercase

from tokenizers import Tokenizer, models, normalizers


def written(folder: Path) -> Path:
    """The file of one, in a folder."""
    letters = {f"{'##' * tail}{c}": 200 + i + 100 * tail for tail in (0, 1) for i, c in enumerate(ascii_lowercase)}
    made = Tokenizer(models.WordPiece({"[UNK]": 100, **letters}, unk_token="[UNK]"))
    made.normalizer = normalizers.Lowercase()
    path = folder / "tokenizer.json"
    made.save(str(path))
    return path
