"""Lines around an article."""

from __future__ import annotations

import time

import pytest

from communique.documents.furniture import Scope, is_furniture, is_mark, is_menu, rows


@pytest.mark.parametrize(("scope", "pattern", "example"), rows())
def test_each_row_knows_its_own_example(scope: Scope, pattern: str, example: str) -> None:
    assert pattern
    assert is_furniture(example, scope)


@pytest.mark.parametrize(
    "line",
    [
        "Ministers sign fisheries deal in Lisbon",
        "More Refugees Stay in the Old Town",
        "Share of Fish in Trade Grows",
        "Photos of Lost Boats Spark Anger",
        "Phone Talks Held Between Two Presidents",
        "Help Us Rebuild, Mayor Tells Donors",
        "Updated Treaty Is Sent to the Crown",
        "Released by Court, Fishermen Go Home",
        "No Progress at Harbor Talks",
        "“Follow me on this,” the minister said.",
        "By using its navy, the state broke all terms.",
        "Read the treaty first, the minister told his guest.",
        "The copyright law will be changed next year, she said.",
    ],
)
def test_headlines_and_sentences_are_none(line: str) -> None:
    assert not is_furniture(line, "any", "edge", "credit", "mark", "sign")


def test_entries_beside_one_another_are_a_menu() -> None:
    assert is_menu("Home | World | Politics | Contact us")
    assert not is_menu("Lisbon | Ministers meet")
    assert not is_menu("Home")


def test_a_line_without_letters_is_a_mark() -> None:
    assert is_mark("* * *")
    assert not is_mark("* a *")


@pytest.mark.parametrize("part", ["a ", ". ", "photo: ", "#a", "A/", "share ", "( ", "- ", "more ", "1 ", "| "])
def test_no_line_takes_long(part: str) -> None:
    line = (part * 300)[:299] + "!"
    began = time.perf_counter()
    for _ in range(5):
        is_furniture(line, "any", "edge", "credit", "mark", "sign")
        is_menu(line)
    assert time.perf_counter() - began < 2
