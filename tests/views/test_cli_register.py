"""`communique register who`: one answer, or one JSON object a line."""

from __future__ import annotations

import io
import json
import sys

import pytest

from communique.errors import KnowledgeError
from communique.knowledge import register as knowledge
from tests.views.clirun import Program

FIELDS = ["name", "wikidata", "kind", "office", "state", "status", "as_of", "candidates"]


def test_json(program: Program) -> None:
    ended = program("register", "who", "President of France", "--date", "2018-05-01", "--format", "json")
    answer = json.loads(ended.out)
    assert list(answer) == FIELDS
    assert (answer["name"], answer["state"], answer["kind"], answer["status"]) == (
        "Emmanuel Macron",
        "FRA",
        "person",
        "in_force",
    )


def test_pretty(program: Program) -> None:
    out = program("register", "who", "foreign minister", "--date", "2018-05-01", "--state", "rus").out
    assert out.startswith("Sergey Lavrov  person · RUS · Q")
    assert program("register", "who", "Qwrtz Zzyx", "--date", "2018-05-01").out.startswith("Qwrtz Zzyx: not known")


def test_lines(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "President of France\t2018-05-01\t\nforeign minister\t2018-05-01\tRUS\r\nParis\t\t\nX\t2018-02-31\nY\t2018\tXXX\n"
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    ended = program("register", "who", "-", "--date", "2020-01-01")
    answers = [json.loads(line) for line in ended.out.splitlines()]
    assert ended.status == 1
    assert [a["name"] for a in answers] == ["Emmanuel Macron", "Sergey Lavrov", "France", None, None]
    assert [a["text"] for a in answers] == ["President of France", "foreign minister", "Paris", "X", "Y"]
    assert all(set(FIELDS) <= a.keys() for a in answers)
    assert [line.split(":")[1] for line in ended.complaints] == [" line 4", " line 5"]
    assert "error" in answers[3] and "error" not in answers[0]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "a date is needed"),
        (["--date", "soon"], "'soon' is not a date value"),
        (["--date", "2018-02-31"], "names no day, month or year that is in the calendar"),
        (["--date", "2018", "--state", "France"], "no state has the code 'FRANCE'; use ISO 3166-1 alpha-3"),
        (["--date", "2018", "--format", "gold"], "'gold' is none of pretty, json"),
    ],
)
def test_usage(program: Program, arguments: list[str], message: str) -> None:
    ended = program("register", "who", "the President", *arguments)
    assert (ended.status, ended.out) == (2, "")
    assert message in ended.complaints[-1]


def test_a_broken_register_is_one_line(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> None:
        raise KnowledgeError("the register is damaged; install communique again")

    monkeypatch.setattr(knowledge, "_shipped", broken)
    ended = program("register", "who", "Paris", "--date", "2018")
    assert ended.status == 1
    assert ended.complaints == ["communique: the register is damaged; install communique again"]
