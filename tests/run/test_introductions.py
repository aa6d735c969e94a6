"""Sentences that end in a colon and give the next paragraph its speaker."""

from __future__ import annotations

import pytest

from communique.record import Record
from communique.run.pipeline import read_input
from communique.sources import Input

_QUOTE = "“We shall present a road map before the summer.”"


def _record(introduction: str) -> Record:
    text = (
        "Thursday 22 August 2024 - 10:00\n\nA test\n\n"
        "ABIDJAN, Aug 22 (AIP) -- President Laurent Kouadio received the minister Amadou Baldeh on Thursday. "
        f"The President thanked his guest.\n\n{introduction}\n\n{_QUOTE}\n"
    )
    return read_input(Input("x.txt", text.encode()))


@pytest.mark.parametrize(
    "introduction",
    [
        "Leaving the audience, Dr. Baldeh made the following remarks to the press:",
        "Speaking ahead of the dinner, Baldeh said:",
        "Dr. Baldeh issued this statement on Friday:",
    ],
)
def test_the_introduced_speaker_speaks(introduction: str) -> None:
    record = _record(introduction)
    text = record.document.text
    said = next(s for s in record.statements if "road map" in s.content[0].of(text))
    assert [a.name for a in record.actors if a.id in said.speakers] == ["Amadou Baldeh"]
    assert not [s for s in record.statements if s.content[0].of(text) in introduction]


def test_a_participle_with_that_is_a_statement_of_its_own() -> None:
    record = _record(
        "The President asked the minister to carry back his greetings, praising the mediators and affirming that the security "
        "of the two countries is one and does not admit of division."
    )
    contents = {s.content[0].of(record.document.text) for s in record.statements}
    assert "the security of the two countries is one and does not admit of division" in contents
