"""The names that `import communique` gives, and that it gives them lightly."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path

import pytest

import communique
from communique import record, store

TEXT = """Ruritania hosts talks on ferries

Foreign Minister Anna Lindqvist met Ottokar Wenzel in Strelsau on Monday. "The ferry will sail again," Lindqvist said.
"""


def test_names_are_these_and_sorted() -> None:
    assert communique.__all__ == [
        "Actor", "Archive", "Commitment", "CommuniqueError", "DateValue", "Document", "Encounter", "Event", "Evidence",
        "Record", "Span", "Statement", "open", "read",
    ]  # fmt: skip
    assert sorted(communique.__all__) == communique.__all__
    assert set(communique.__all__) <= set(dir(communique))


def test_each_name_is_the_thing_itself() -> None:
    assert communique.Record is record.Record
    assert communique.Archive is store.Archive
    assert issubclass(communique.CommuniqueError, Exception)
    assert all(getattr(communique, name) is not None for name in communique.__all__)


def test_a_wrong_name_is_answered_with_the_right_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'Reccord'; it has Actor, Archive"):
        _ = communique.Reccord


def test_importing_it_loads_no_room() -> None:
    code = "import sys, communique; print(*(m for m in sys.modules if m.startswith('communique.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_version_is_that_of_the_project() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text("utf-8"))
    assert communique.__version__ == project["project"]["version"]


@pytest.mark.parametrize("day", ["2024-03-12", date(2024, 3, 12), communique.DateValue("2024-03-12"), "12 March 2024"])
def test_read(day: date | communique.DateValue | str) -> None:
    read = communique.read(TEXT, published_on=day, outlet="Strelsau Courier")
    assert read.document.published == communique.DateValue("2024-03-12")
    assert (read.document.outlet, read.document.title) == ("Strelsau Courier", "Ruritania hosts talks on ferries")
    said = [span.of(read.document.text) for statement in read.statements for span in statement.content]
    assert any("The ferry will sail again" in words for words in said)


def test_read_bytes_and_broken_characters() -> None:
    assert communique.read(TEXT.encode("utf-16")).document.text == communique.read(TEXT).document.text
    broken = communique.read("Half a pair \ud800 stands here.")
    assert broken.document.text == "Half a pair ? stands here."


@pytest.mark.parametrize(("text", "day"), [("", None), (TEXT, "last Tuesday"), (b"%PDF-1.7", None)])
def test_read_refuses_in_one_line(text: str | bytes, day: str | None) -> None:
    with pytest.raises(communique.CommuniqueError) as refused:
        communique.read(text, published_on=day)
    assert str(refused.value) and "\n" not in str(refused.value)


def test_open(tmp_path: Path) -> None:
    made = communique.read(TEXT, published_on="2024-03-12")
    with communique.open(tmp_path / "a.db") as archive:
        assert archive.add(made, TEXT.encode()) == "added"
    with communique.open(tmp_path / "a.db", read_only=True) as archive:
        assert archive.record(made.document.id) == made
    with pytest.raises(communique.CommuniqueError, match="no such archive"):
        communique.open(tmp_path / "b.db", create=False)
