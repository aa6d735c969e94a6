"""The worked examples of the guidelines are right by the validator, each wrapped as a document that declares whom it names."""

from __future__ import annotations

import re

import pytest

from corpus.annotation.shorthand import read_shorthand
from corpus.checks.faults import faults
from tests.conftest import ROOT

PAGE = (ROOT / "corpus" / "GUIDELINES.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```mark\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
RULINGS = {int(n) for n in re.findall(r"^(\d+)\. ", PAGE, re.MULTILINE)}


def wrapped(example: str) -> str:
    people = re.findall(r"\{c\d+[\"~]? (\S+) [a-z/]+", example)
    keys = sorted({key for who in people for key in re.split(r"[>@+]", who)})
    actors = "\n".join(f"{key} | unnamed | - | somebody called {key}" for key in keys)
    head = "= x01-a-1\nstory: x01-a\nstyle: western-wire\ngenre: general\npublished: 2025-06-01 given\n"
    return f"{head}\nactors\n{actors}\n\ntext\n<<<\n{example}>>>\n"


@pytest.mark.parametrize("example", EXAMPLES, ids=[e[:30] for e in EXAMPLES])
def test_a_worked_example_has_no_fault(example: str) -> None:
    document = next(read_shorthand(wrapped(example)))
    assert document.attributions
    assert faults(document) == []


def test_there_is_an_example_for_each_hard_case() -> None:
    assert len(EXAMPLES) >= 14


def test_rulings_are_numbered_through() -> None:
    assert sorted(RULINGS) == list(range(1, max(RULINGS) + 1))
    assert max(RULINGS) >= 38
