"""`communique add`, `search`, `show`, `commitments`, `export`, `demo`: an archive and what is asked of it."""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.store import Archive
from communique.views.cli import progress
from tests.store.samples import invented, raw_of
from tests.views.clirun import GOOD, Program


@pytest.fixture
def ferries(tmp_path: Path) -> Path:
    """An archive with three invented records, the last of another outlet."""
    path = tmp_path / "ferries.db"
    with Archive.open(path) as archive:
        for record in (invented(0), invented(1), invented(2, outlet="Klow Times")):
            archive.add(record, raw_of(record))
    return path


def test_add_says_what_it_did(program: Program, good: Path) -> None:
    first = program("add", good, "missing.txt", "--db", "a.db", "--published", "2024-03-12")
    assert (first.status, first.out) == (1, "1 added, 1 failed → a.db\n")
    assert first.complaints == ["communique: missing.txt: no such file or folder; check the path"]
    assert program("add", good, "--db", "a.db", "--published", "2024-03-12").out == "0 added, 1 unchanged → a.db\n"
    with Archive.open("a.db", read_only=True) as archive:
        (record,) = archive.records()
        assert archive.original(record.document.id) == GOOD.encode()
    assert str(record.document.published) == "2024-03-12"


def test_the_archive_is_named_by_option_environment_or_default(
    program: Program, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert program("add", good).out.endswith("→ communique.db\n")
    monkeypatch.setenv("COMMUNIQUE_DB", "named.db")
    assert program("add", good).out.endswith("→ named.db\n")
    assert program("add", good, "--db", "given.db").out.endswith("→ given.db\n")


@pytest.mark.parametrize("db", ["good.txt/a.db", "nowhere/a.db", "/proc/a.db", ".", "good.txt"])
def test_an_archive_that_can_not_be_written(program: Program, good: Path, db: str) -> None:
    ended = program("add", good, "--db", db)
    assert (ended.status, ended.out) == (1, "")
    (complaint,) = ended.complaints
    assert complaint.startswith(f"communique: {db}: ")
    assert good.read_text("utf-8") == GOOD


@pytest.mark.parametrize(
    "arguments", [["search", "x"], ["show", "d-1"], ["commitments"], ["export", "--format", "json"], ["serve"]]
)
def test_a_missing_archive(program: Program, arguments: list[str]) -> None:
    ended = program(*arguments)
    assert (ended.status, ended.out) == (1, "")
    assert ended.complaints == [
        "communique: communique.db: there is no such archive; make one with `communique add PATHS… --db communique.db`"
    ]


def test_search(program: Program, ferries: Path) -> None:
    ended = program("search", "ferry", "outlet:klow", "--db", ferries)
    assert ended.status == 0
    assert ended.out.startswith("statement promise  Anna Lindqvist (RUR) → Ottokar Wenzel (SYL)  100%\n")
    assert "  The ferry [line] will sail again … and no later than June\n" in ended.out
    ids = re.findall(r"\b[sd]-[0-9a-f]{16}", ended.out)
    assert {program("show", found, "--db", ferries).status for found in ids} == {0}


def test_search_tells_a_belief_from_a_statement(program: Program, ferries: Path) -> None:
    assert "statement thank (belief)  " in program("search", "act:thank", "--db", ferries).out


def test_search_limits_and_says_so(program: Program, ferries: Path) -> None:
    ended = program("search", "kind:statement", "--limit", "2", "--db", ferries)
    assert ended.out.count("statement ") == 2
    assert ended.complaints == ["there are more than these 2; --limit shows them"]
    nothing = program("search", "submarine", "--db", ferries)
    assert (nothing.status, nothing.out, len(nothing.complaints)) == (0, "", 1)


def test_a_search_that_can_not_be_understood(program: Program, ferries: Path) -> None:
    ended = program("search", "speeker:Wenzel", "--db", ferries)
    assert (ended.status, ended.out) == (2, "")
    assert ended.complaints[0].startswith("communique: this search can't be understood, at 1: there is no field speeker:")


def test_show_a_document_and_a_fact(program: Program, ferries: Path) -> None:
    record = invented(2, outlet="Klow Times")
    whole = program("show", record.document.id, "--db", ferries).out
    assert "Klow Times · published 2024-03-12" in whole and "Commitments  1" in whole
    fact = record.commitments[0]
    shown = program("show", fact.id[:12], "--db", ferries).out
    assert "vowed to send two ships by 1 June 2024" in shown and fact.id in shown
    assert "Statements" not in shown
    ambiguous = program("show", "d-", "--db", ferries)
    assert ambiguous.status == 1 and "give more of the id" in ambiguous.complaints[0]


def test_commitments(program: Program, ferries: Path) -> None:
    ended = program("commitments", "--status", "announced", "--limit", "2", "--db", ferries)
    assert ended.out.count("announced  Ottokar Wenzel (SYL) → Ruritania") == 2
    assert "  send two ships  (due 2024-06-01)\n" in ended.out
    assert ended.complaints == ["there are more than these 2; --limit shows them"]
    assert program("commitments", "--status", "kept", "--db", ferries).out == ""
    assert program("commitments", "--status", "lost", "--db", ferries).status == 2


def test_export_to_output_and_file(program: Program, ferries: Path) -> None:
    printed = program("export", "--format", "jsonl", "--db", ferries)
    assert [json.loads(line)["document"]["source"] for line in printed.out.splitlines()] == [f"ferry-{n}.txt" for n in range(3)]
    written = program("export", "--format", "jsonl", "--db", ferries, "--out", "all.jsonl")
    assert (written.status, written.out) == (0, "")
    assert written.complaints == ["3 documents → all.jsonl"]
    assert Path("all.jsonl").read_text("utf-8") == printed.out
    assert not list(Path().glob("*.part"))


def test_export_csv(program: Program, ferries: Path) -> None:
    assert program("export", "--format", "csv", "--db", ferries).status == 2
    assert program("export", "--format", "csv", "--db", ferries, "--out", "tables").status == 0
    with Path("tables/commitments.csv").open(encoding="utf-8", newline="") as file:
        assert [row["action"] for row in csv.DictReader(file)] == ["send two ships"] * 3


def test_export_that_can_not_be_written(program: Program, ferries: Path) -> None:
    ended = program("export", "--format", "json", "--db", ferries, "--out", "nowhere/all.json")
    assert (ended.status, ended.out) == (1, "")
    assert ended.complaints == [
        "communique: nowhere/all.json.part: No such file or directory; check that it is there and may be read and written"
    ]
    assert program("export", "--format", "pretty", "--db", ferries).status == 2


def test_demo(program: Program) -> None:
    ended = program("demo")
    assert (ended.status, ended.err) == (0, "")
    added = re.search(r"^(\d+) added → demo.db$", ended.out, re.MULTILINE)
    assert added and int(added[1]) >= 5
    assert ended.out.endswith("Open it in a browser:  communique serve --db demo.db\n")
    assert ended.out.count("\nsamples/") == 2
    with Archive.open("demo.db", read_only=True) as archive:
        assert archive.document_count() == int(added[1])
    again = program("demo")
    assert (again.status, f"0 added, {added[1]} unchanged → demo.db" in again.out) == (0, True)


def test_lines_of_progress_where_there_is_no_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds: Iterator[int] = iter(range(0, 100, 4))
    monkeypatch.setattr(time, "monotonic", lambda: next(seconds))
    assert list(progress.followed("abcdef", ["x"])) == list("abcdef")
    assert capsys.readouterr().err == "3 done, 0.2 a second\n6 done, 0.2 a second\n"


def test_bar_in_a_terminal(good: Path) -> None:
    ours, theirs = os.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "80"}
    command = [sys.executable, "-m", "communique", "add", good.name, "missing.txt", "--db", "bar.db"]
    done = subprocess.run(
        command, cwd=good.parent, env=environment, stdout=subprocess.PIPE, stderr=theirs, text=True, check=False
    )
    os.close(theirs)
    with os.fdopen(ours, "rb", buffering=0) as terminal:
        seen = terminal.read(65536).decode()
    assert (done.returncode, done.stdout) == (1, "1 added, 1 failed → bar.db\n")
    assert "a second" in seen and "2/2" in seen
    assert "communique: missing.txt: no such file or folder; check the path" in seen
