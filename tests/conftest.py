"""What several rooms' tests need: the folder of shared data, where there is one."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts and scorers that are no part of this repository; tests that ask for it are skipped without it."""
    folder = Path(os.environ.get("COMMUNIQUE_SHARED") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("needs the shared data: put its folder at ../shared or name it in COMMUNIQUE_SHARED")
    return folder
