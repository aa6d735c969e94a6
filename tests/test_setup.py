"""The scripts behind `make` on machines that lack something: one clear line each, and the right exit status."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT


def script(folder: Path, name: str, body: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def run(name: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(ROOT / ".ci" / name)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_no_python_that_is_new_enough(tmp_path: Path) -> None:
    old = script(tmp_path / "bin", "python-old", "exit 1")
    done = run("venv", tmp_path, PATH=os.environ["PATH"], PYTHON=str(old))
    assert done.returncode == 1
    assert "Python 3.11 or newer is needed" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_debian_without_its_venv_package(tmp_path: Path) -> None:
    stripped = script(tmp_path / "bin", "python", 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.11;; esac')
    done = run("venv", tmp_path, PATH=os.environ["PATH"], PYTHON=str(stripped))
    assert done.returncode == 1
    assert "apt-get install python3.11-venv" in done.stderr
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize(("ci", "status"), [("true", 1), ("", 0)])
def test_no_chromium_and_no_right_to_install_it(tmp_path: Path, ci: str, status: int) -> None:
    script(tmp_path, "id", "echo 1000")
    done = run("chromium", tmp_path, PATH=str(tmp_path), CI=ci)
    assert done.returncode == status
    assert "apt-get install chromium" in done.stderr
    assert ("will be reported as skipped" in done.stderr) == (status == 0)


def test_chromium_is_left_alone_where_it_is(tmp_path: Path) -> None:
    script(tmp_path, "chromium", "exit 0")
    done = run("chromium", tmp_path, PATH=str(tmp_path), CI="true")
    assert (done.returncode, done.stderr) == (0, "")
