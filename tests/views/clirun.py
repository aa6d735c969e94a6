"""Running the program inside this process: its exit status, and what it wrote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from communique.views.cli import run

GOOD = """Ruritania and Syldavia talk about ferries

Foreign Minister Anna Lindqvist of Ruritania met Ottokar Wenzel in Strelsau on Monday.

"The ferry will sail again before the summer," Lindqvist said.
"""


@dataclass(frozen=True)
class Ended:
    """How a run ended."""

    status: int
    out: str
    err: str

    @property
    def complaints(self) -> list[str]:
        """The lines of standard error; no run may leave a traceback there."""
        assert "Traceback" not in self.err
        return self.err.splitlines()


Program = Callable[..., Ended]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Program:
    """The program, run in an empty folder on a page of 80 columns."""
    for name in ("COMMUNIQUE_DB", "FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.chdir(tmp_path)

    def ran(*arguments: str | Path) -> Ended:
        capsys.readouterr()
        status = run([str(argument) for argument in arguments])
        written = capsys.readouterr()
        return Ended(status, written.out, written.err)

    return ran


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, "utf-8")
    return path
