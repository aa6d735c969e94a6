"""Inputs fail alone, on their way into a record and into an archive."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.record import Record
from communique.run import batch
from communique.run.batch import Kept, Reading, ingest, read_all, read_each
from communique.run.pipeline import read_input
from communique.sources import Failure, Input
from communique.store import Archive

GOOD = b"Minister Anna Lindqvist said on Monday that the ferry to Klow would sail again before the summer.\n"


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "archive.db") as opened:
        yield opened


def readings(*names: str) -> list[Reading | Failure]:
    return list(read_each(Input(name, GOOD + name.encode()) for name in names))


def test_read_all_keeps_the_order_and_goes_on(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(GOOD)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(GOOD)
    first, second, third = read_all([str(tmp_path)], "2024-03-12", "Courier")
    assert isinstance(first, Record) and isinstance(third, Record)
    assert (first.document.source, third.document.source) == (str(tmp_path / "a.txt"), str(tmp_path / "c.txt"))
    assert (str(first.document.published), first.document.outlet) == ("2024-03-12", "Courier")
    assert second == Failure(str(tmp_path / "b.txt"), "this is empty; give a file with a text in it")


def test_nothing_is_read_before_it_is_asked_for() -> None:
    asked = []

    def inputs() -> Iterator[Input]:
        for name in "ab":
            asked.append(name)
            yield Input(name, GOOD)

    results = read_each(inputs())
    assert asked == []
    next(results)
    assert asked == ["a"]


def test_a_text_that_breaks_the_program_is_that_texts_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(source: Input, *given: None) -> Record:
        if source.name == "bad":
            raise ZeroDivisionError("no verbs\nat all")
        return read_input(source, *given)

    monkeypatch.setattr(batch, "read_input", broken)
    bad, good = read_each([Input("bad", GOOD), Input("good", GOOD)])
    assert isinstance(bad, Failure) and bad.name == "bad"
    assert "ZeroDivisionError: no verbs at all" in bad.message
    assert isinstance(good, Reading)


def test_ingest(archive: Archive) -> None:
    first = list(ingest(archive, [*readings("a"), Failure("b", "was not there"), *readings("c")]))
    assert [k.outcome if isinstance(k, Kept) else k.message for k in first] == ["added", "was not there", "added"]
    again = list(ingest(archive, readings("a")))
    assert isinstance(first[0], Kept) and again == [Kept("a", first[0].document_id, "unchanged")]
    assert archive.original(first[0].document_id) == GOOD + b"a"


class Refusing:
    """An archive that gives these answers, one after another."""

    def __init__(self, *messages: str | None) -> None:
        self.messages = list(messages)

    def add(self, record: Record, raw: bytes) -> str:
        del record, raw
        if message := self.messages.pop(0):
            raise StoreError(message)
        return "added"


def outcomes(*messages: str | None) -> Iterator[str]:
    refusing: Archive = Refusing(*messages)  # type: ignore[assignment]  # the one method that ingest calls
    for result in ingest(refusing, readings(*"abc")):
        yield result.message if isinstance(result, Failure) else result.outcome


def test_a_document_that_the_archive_refuses_is_passed_over() -> None:
    assert list(outcomes("a document is too large", None, None)) == ["a document is too large", "added", "added"]
    assert list(outcomes("one", "another", None)) == ["one", "another", "added"]


def test_an_archive_that_refuses_twice_for_one_reason_stops_the_run() -> None:
    results = outcomes("the disk is full", "the disk is full", None)
    assert next(results) == "the disk is full"
    with pytest.raises(StoreError, match="the disk is full"):
        next(results)
