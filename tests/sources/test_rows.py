"""Rows of JSON."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.settings import Settings
from communique.sources import Failure, Input, read_inputs

LIMIT = Settings(max_input_bytes=300)


def rows(tmp_path: Path, name: str, content: str | bytes) -> list[tuple[str, Input | Failure]]:
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return [(Path(x.name).name, x) for x in read_inputs([str(tmp_path / name)], LIMIT)]


def test_each_line_is_an_input_and_a_broken_one_fails_alone(tmp_path: Path) -> None:
    lines = ['{"text": "One."}', "", "{broken", '{"content": "Four."}', "[1]", '{"title": "no text"}']
    found = rows(tmp_path, "a.jsonl", "\r\n".join(lines))
    assert [name for name, _ in found] == ["a.jsonl:1", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5", "a.jsonl:6"]
    assert [x.data if isinstance(x, Input) else None for _, x in found] == [b"One.", None, b"Four.", None, None]
    messages = [x.message for _, x in found if isinstance(x, Failure)]
    assert "not valid JSON" in messages[0]
    assert "not an object" in messages[1]
    assert "no text" in messages[2]


def test_metadata_comes_along_under_its_other_names(tmp_path: Path) -> None:
    row = {"html": "<p>Hi</p>", "headline": "T", "date": 2022, "source": " Harbor ", "link": "https://harbor.example"}
    ((name, found),) = rows(tmp_path, "a.json", json.dumps(row))
    assert name == "a.json"
    assert isinstance(found, Input)
    assert (found.media_type, found.title, found.published, found.outlet, found.url) == (
        "text/html", "T", "2022", "Harbor", "https://harbor.example",
    )  # fmt: skip


def test_a_list_gives_one_input_an_item(tmp_path: Path) -> None:
    found = rows(tmp_path, "a.json", '[{"text": "A"}, {"text": " "}, {"text": "C"}]')
    assert [(name, type(x)) for name, x in found] == [("a.json:1", Input), ("a.json:2", Failure), ("a.json:3", Input)]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[]", "no rows"),
        ('{"text": "a"}\n{"text": "b"}', ".jsonl"),
        ("[" * 100_000, "JSON"),
        (b'{"text": "caf\xe9"}', "UTF-8"),
        ("7", "not an object"),
        ("", "empty"),
    ],
)
def test_json_that_holds_no_texts_fails(tmp_path: Path, content: str | bytes, message: str) -> None:
    ((_, found),) = rows(tmp_path, "a.json", content)
    assert isinstance(found, Failure)
    assert message in found.message


def test_a_row_that_is_too_long_fails_and_the_rest_goes_on(tmp_path: Path) -> None:
    found = rows(tmp_path, "a.jsonl", json.dumps({"text": "x" * 1000}) + '\n{"text": "short"}')
    assert [(name, type(x)) for name, x in found] == [("a.jsonl:1", Failure), ("a.jsonl:2", Input)]


def test_an_empty_file_of_rows_fails(tmp_path: Path) -> None:
    ((_, found),) = rows(tmp_path, "a.jsonl", "\n\n")
    assert isinstance(found, Failure)
    assert "empty" in found.message


def test_half_a_surrogate_pair_becomes_one_character(tmp_path: Path) -> None:
    ((_, found),) = rows(tmp_path, "a.jsonl", '{"text": "a\\ud800b", "title": "\\udfff"}')
    assert isinstance(found, Input)
    assert (found.data.decode(), found.title) == ("a\ufffdb", "\ufffd")
