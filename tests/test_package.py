"""The wheel holds all that runs: built from this tree, unpacked elsewhere, and read with from there."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

SOURCE = ROOT / "src"
MOST_BYTES = 60_000_000
NEEDED = (
    "communique/py.typed",
    "communique/knowledge/register.sqlite",
    "communique/reading/LICENSES.md",
    "communique/reading/net/model/MODEL_CARD.md",
    "communique/reading/net/model/reader.onnx",
    "communique/reading/net/model/tokenizer.json",
    "communique/reading/parser.npz",
    "communique/reading/tagger.json.gz",
    "communique/views/export/record.schema.json",
    "communique/codebooks/titles.csv",
    "communique/documents/furniture.tsv",
    "communique/views/web/templates/document.html",
    "communique/views/web/static/vendor/htmx.min.js",
    "communique/store/migrations/0001_archive.sql",
)
READ_A_SAMPLE = """
import json, sys
from importlib.resources import files
import communique
from communique.run.pipeline import read_input
from communique.sources import Input
sample = min((f for f in files("communique").joinpath("samples").iterdir() if f.name.endswith(".txt")), key=lambda f: f.name)
record = read_input(Input(sample.name, sample.read_bytes()))
print(json.dumps({"file": communique.__file__, "statements": len(record.statements), "actors": len(record.actors)}))
"""


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="session")
def inside(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_every_file_of_the_package_is_inside(inside: set[str]) -> None:
    here = {str(p.relative_to(SOURCE)) for p in (SOURCE / "communique").rglob("*") if p.is_file()}
    assert {name for name in here if "__pycache__" not in name} <= inside
    assert set(NEEDED) <= inside


def test_samples_and_licenses_are_inside(inside: set[str]) -> None:
    assert len([name for name in inside if name.startswith("communique/samples/") and name.endswith(".txt")]) >= 3
    licenses = {name.partition("/licenses/")[2] for name in inside if "/licenses/" in name}
    assert {"LICENSE", "src/communique/knowledge/LICENSES.md"} <= licenses
    assert any("htmx" in name for name in licenses)


def test_nothing_but_the_package_is_inside(inside: set[str]) -> None:
    assert {name.partition("/")[0].partition("-")[0] for name in inside} == {"communique"}


def test_the_wheel_is_small_enough_to_be_downloaded(wheel: Path) -> None:
    assert wheel.stat().st_size <= MOST_BYTES


def test_a_text_is_read_with_what_the_wheel_holds(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{READ_A_SAMPLE}"]
    run = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    found = json.loads(run.stdout)
    assert Path(found["file"]).is_relative_to(tmp_path)
    assert found["statements"] > 0
    assert found["actors"] > 0
