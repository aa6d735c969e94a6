"""`communique read`: formats, exit status, and every kind of bad input."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.run import batch
from tests.views.clirun import GOOD, Program


def test_pretty_is_the_default(program: Program, good: Path) -> None:
    ended = program("read", good, "--published", "2024-03-12", "--outlet", "Strelsau Courier")
    assert (ended.status, ended.err) == (0, "")
    assert "Ruritania and Syldavia talk about ferries\nStrelsau Courier · published 2024-03-12\n" in ended.out
    assert "“The ferry will sail again before the summer”" in ended.out
    assert max(map(len, ended.out.splitlines())) <= 80
    assert "\x1b" not in ended.out
    assert not any(line.endswith(" ") for line in ended.out.splitlines())


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json(program: Program, good: Path, name: str) -> None:
    ended = program("read", good, "--format", name, "--published", "2024-03-12")
    item: Any = json.loads(ended.out)
    assert ended.status == 0
    assert (item["document"]["source"], item["document"]["published"]) == (str(good), "2024-03-12")
    assert item["statements"]


def test_gold_has_an_object_a_line_and_offsets_of_the_input(program: Program, good: Path) -> None:
    ended = program("read", good, good, "--format", "gold")
    first, second = (json.loads(line) for line in ended.out.splitlines())
    assert first == second
    assert first["file"] == str(good)
    start, end = first["statements"][0]["content"]
    assert GOOD[start:end] == "The ferry will sail again before the summer"


def test_csv_has_the_statements(program: Program, good: Path) -> None:
    head, *rows = program("read", good, "--format", "csv").out.splitlines()
    assert head.startswith("document_id,source,")
    assert any("The ferry will sail again" in row for row in rows)


def test_standard_input(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    ended = program("read", "-", "--format", "gold")
    assert (ended.status, json.loads(ended.out)["file"]) == (0, "-")


def test_folder(program: Program, good: Path) -> None:
    (good.parent / "sub").mkdir()
    (good.parent / "sub" / "other.txt").write_text(GOOD, "utf-8")
    ended = program("read", ".", "--format", "gold")
    assert [json.loads(line)["file"] for line in ended.out.splitlines()] == ["good.txt", "sub/other.txt"]


def _fifty_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"A line of text, and then another one. " * 27_000)


BAD: dict[str, tuple[Any, str]] = {
    "empty.txt": (b"", "this is empty; give a file with a text in it"),
    "blank.txt": (b" \n\t\n", "this is empty; give a file with a text in it"),
    "picture.txt": (bytes(range(256)) * 40, "this is binary, not text; give a text, HTML or JSON file"),
    "paper.pdf": (b"%PDF-1.7 and so on", "this is a PDF, not text; convert it to text first, e.g. with pdftotext"),
    "long.txt": (_fifty_megabytes, "bytes, too large for one input; split it or raise max_input_bytes"),
    "menu.html": (b"<html><head><title></title></head><body><nav></nav><script>x()</script></body></html>", "; "),
    "figures.txt": (b"--- 123 --- 456 ---\n", "this holds no text that could be read; give a file with an article in it"),
    "broken.json": (b'{"text": ', "this is not valid JSON"),
    "missing.txt": (None, "no such file or folder; check the path"),
    "folder": (Path.mkdir, "this folder holds no file to read (.txt .html .htm .json .jsonl); name other files outright"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_and_the_rest_is_read(program: Program, good: Path, name: str) -> None:
    content, expected = BAD[name]
    path = good.parent / name
    if isinstance(content, bytes):
        path.write_bytes(content)
    elif content:
        content(path)
    ended = program("read", name, good, "--format", "gold")
    assert ended.status == 1
    (complaint,) = ended.complaints
    assert complaint.startswith(f"communique: {name}: ") and expected in complaint
    assert [json.loads(line)["file"] for line in ended.out.splitlines()] == [str(good)]


def test_a_broken_line_among_good_ones(program: Program, tmp_path: Path) -> None:
    rows = [json.dumps({"text": GOOD, "published": "2024-03-12"}), '{"text": "half', "[]", json.dumps({"text": GOOD})]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), "utf-8")
    ended = program("read", "rows.jsonl", "--format", "gold")
    assert ended.status == 1
    assert [line.split(" ", 2)[1] for line in ended.complaints] == ["rows.jsonl:2:", "rows.jsonl:3:"]
    assert [json.loads(line)["file"] for line in ended.out.splitlines()] == ["rows.jsonl:1", "rows.jsonl:4"]


def test_wrong_encoding_is_read_and_noted(program: Program, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(GOOD.replace("Lindqvist", "Léoni").replace('"', "“").encode("cp1252"))
    ended = program("read", "old.txt")
    assert ended.status == 0
    assert "note: not UTF-8; read as cp1252, which is a guess" in ended.out
    assert "Anna Léoni" in ended.out


def test_a_text_that_breaks_the_program(program: Program, good: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(batch, "read_input", broken)
    ended = program("read", good)
    assert ended.status == 1
    (complaint,) = ended.complaints
    assert complaint.startswith(f"communique: {good}: this text broke the program (IndexError: list index out of range); ")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read"], "Missing argument 'FILE'"),
        (["read", "good.txt", "--published", "yesterday"], "'yesterday' is no date; write it like 2022-05-31"),
        (["read", "good.txt", "--published", "2022-02-30"], "'2022-02-30' is no date"),
        (["read", "good.txt", "--format", "xml"], "'xml' is none of pretty, csv, gold, json, jsonl"),
        (["read", "good.txt", "--nothing"], "No such option"),
        (["raed", "good.txt"], "'read'"),
    ],
)
def test_usage(program: Program, good: Path, arguments: list[str], message: str) -> None:
    assert good.exists()
    ended = program(*arguments)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.complaints[-1]


def test_escape_sequences_do_not_reach_the_terminal(program: Program, tmp_path: Path) -> None:
    (tmp_path / "sly.txt").write_text(GOOD.replace("ferry", "\x1b]0;owned\x07ferry\u202e"), "utf-8")
    ended = program("read", "sly.txt", "\x1b[31mred.txt")
    assert not {"\x1b", "\x07", "\u202e"} & set(ended.out + ended.err)
    assert "ferry" in ended.out and "red.txt" in ended.err
