"""Files, folders and standard input."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from communique.settings import Settings
from communique.sources import Failure, Input, read_inputs

SMALL = Settings(max_input_bytes=100, max_json_bytes=200)


def only(path: str | Path, settings: Settings = SMALL) -> Input | Failure:
    (found,) = read_inputs([str(path)], settings)
    return found


def failure(path: str | Path) -> str:
    found = only(path)
    assert isinstance(found, Failure)
    assert found.name == str(path)
    assert "\n" not in found.message
    return found.message


def test_a_file_keeps_its_bytes_and_its_type(tmp_path: Path) -> None:
    page = tmp_path / "a.HTM"
    page.write_bytes(b"<p>Hello\r\n</p>")
    assert only(page) == Input(str(page), b"<p>Hello\r\n</p>", "text/html")


def test_a_file_without_a_known_suffix_is_read_when_named(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("Hello")
    found = only(tmp_path / "report")
    assert isinstance(found, Input)
    assert found.media_type is None


def test_folders_are_searched_in_order(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.txt", "c.txt", "a.html", "b/1.htm", "skip.png", ".hidden.txt", ".git/x.txt"):
        (tmp_path / name).write_text("words")
    assert [Path(x.name).name for x in read_inputs([str(tmp_path)])] == ["a.html", "c.txt", "1.htm", "2.txt"]


def test_a_folder_without_readable_files_fails(tmp_path: Path) -> None:
    assert ".txt .html" in failure(tmp_path)


def test_a_missing_file_fails_and_the_others_are_read(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("words")
    first, second = read_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")])
    assert isinstance(first, Failure)
    assert "no such file" in first.message
    assert isinstance(second, Input)


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf\n"])
def test_an_empty_file_fails(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert "empty" in failure(tmp_path / "a.txt")


def test_a_binary_file_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    assert "binary" in failure(tmp_path / "a.txt")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(10**12)  # sparse: takes no room on disk, but would not fit into memory
    assert "more than 100 bytes" in failure(tmp_path / "a.txt")


def test_a_pipe_is_read_up_to_the_limit() -> None:
    reader, writer = os.pipe()
    os.write(writer, b"x" * 101)
    os.close(writer)
    found = only(f"/dev/fd/{reader}")
    os.close(reader)
    assert isinstance(found, Failure)
    assert "more than 100 bytes" in found.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_fails(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("words")
    (tmp_path / "a.txt").chmod(0)
    assert "permissions" in failure(tmp_path / "a.txt")


def test_a_path_that_can_not_be_fails() -> None:
    found = only("a\0b.txt")
    assert isinstance(found, Failure)
    assert "can't be read" in found.message


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")
    Path(path).write_text("words")
    found = only(path)
    assert isinstance(found, Input)
    assert found.name.encode("utf-8").endswith("caf\ufffd.txt".encode())


class Stdin:
    """Standard input as far as it is used."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize(("data", "message"), [(b"", "empty"), (b"x" * 101, "more than 100"), (b"a\0b", "binary")])
def test_standard_input_is_checked(monkeypatch: pytest.MonkeyPatch, data: bytes, message: str) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(data))
    assert message in failure("-")


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", Stdin(b"The minister spoke."))
    assert only("-") == Input("-", b"The minister spoke.")
