"""A vocabulary that is no model's."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.net.letters import written


@pytest.fixture(scope="session")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One of letters: each word is cut into them."""
    return written(tmp_path_factory.mktemp("pieces"))
