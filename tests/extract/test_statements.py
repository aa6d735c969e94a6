"""Statements: who said it, to whom, in which words, and what it does."""

from __future__ import annotations

import pytest

from communique.record.statements import Nature, SpeechAct
from tests.extract.telling import MUSEVENI, RUTO, tell


@pytest.mark.parametrize(
    ("words", "act"),
    [
        ("said the road to Kampala was open.", "assert"),
        ("praised Uganda for its courage.", "praise"),
        ("hailed the crew as heroes.", "praise"),
        ("criticized Uganda over the toll.", "criticize"),
        ("expressed concern over the toll.", "criticize"),
        ("accused Uganda of blocking the road.", "accuse"),
        ("called on Uganda to open the road.", "call"),
        ("urged Uganda to open the road.", "call"),
        ("said Uganda must open the road.", "call"),
        ("promised to repair the road.", "promise"),
        ("said Kenya would repair the road.", "promise"),
        ("voiced readiness to repair the road.", "promise"),
        ("threatened to close the border.", "threaten"),
        ("warned that Kenya would retaliate if the road stayed closed.", "threaten"),
        ("rejected the claim that the road was closed.", "reject"),
        ("denied that the road was closed.", "reject"),
        ("proposed a new road to Kampala.", "propose"),
        ("asked whether the road was open.", "question"),
        ("thanked Uganda for the tents.", "thank"),
        ("expressed gratitude for the tents.", "thank"),
        ("offered condolences to Uganda over the flood.", "condole"),
        ("congratulated Uganda on its independence day.", "congratulate"),
    ],
)
def test_what_a_statement_does(words: str, act: SpeechAct) -> None:
    statement = tell(f"{RUTO} {words}").statement
    assert statement.act == act


@pytest.mark.parametrize(
    ("quotation", "act"),
    [
        ("“Who closed the road?”", "question"),
        ("“We will repair the road,”", "promise"),
        ("“Uganda must open the road,”", "call"),
        ("“The road is open,”", "assert"),
        ("“We are grateful for the tents,”", "thank"),
        ("“Kenya has never accepted this. It is baseless,”", "reject"),
    ],
)
def test_what_a_quotation_does(quotation: str, act: SpeechAct) -> None:
    assert tell(f"{quotation} {RUTO} said on Monday.").statement.act == act


def test_speaker_cue_content_and_addressee_have_their_places() -> None:
    told = tell(f"{RUTO} told {MUSEVENI} that the road was open.")
    s = told.statement
    assert told.names(s.speakers) == {"William Ruto"} and told.words(s.speaker_spans) == RUTO
    assert told.names(s.addressees) == {"Yoweri Museveni"} and told.words(s.addressee_spans) == MUSEVENI
    assert told.words(s.cue_spans) == "told"
    assert told.words(s.content) == "the road was open"
    assert (s.quote_type, s.inherited, s.inserts) == ("indirect", False, ())
    assert s.evidence.sentence.of(told.record.document.text) == told.record.document.text


def test_the_one_who_is_thanked_is_spoken_to() -> None:
    told = tell(f"{RUTO} met {MUSEVENI}. Ruto thanked Museveni for the tents.")
    assert told.names(told.statement.addressees) == {"Yoweri Museveni"}


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        (f"“The road is open,” {RUTO} said.", "direct"),
        (f"{RUTO} said the road was “wide open”.", "mixed"),
        (f"{RUTO} said the road was open.", "indirect"),
    ],
)
def test_quote_types(sentence: str, kind: str) -> None:
    assert tell(sentence).statement.quote_type == kind


def test_what_the_outlet_put_in_brackets_is_marked() -> None:
    told = tell(f"“The road [to Kampala] is open,” {RUTO} said in [drizzling] rain.")
    assert told.words(told.statement.inserts) == "[to Kampala]"


def test_a_speech_that_goes_on_inherits_its_speaker() -> None:
    told = tell(f"{RUTO} said: “The road is open.", "“The bridge will follow.”")
    first, second = told.record.statements
    assert (first.inherited, second.inherited) == (False, True)
    assert first.speakers == second.speakers
    assert second.evidence.confidence < first.evidence.confidence
    assert all(s.start >= second.content[0].start for s in second.evidence.spans)


def test_he_further_added_is_said_by_the_last_speaker() -> None:
    told = tell(f"{RUTO} said the road was open.", "He further added that the bridge would follow.")
    assert [told.names(s.speakers) for s in told.record.statements] == [{"William Ruto"}] * 2


def test_two_speakers_of_one_sentence() -> None:
    told = tell(f"{RUTO} and {MUSEVENI} said that the road was open.")
    assert told.names(told.statement.speakers) == {"William Ruto", "Yoweri Museveni"}


def test_both_sides_speak_as_the_two_who_met() -> None:
    told = tell(f"{RUTO} met {MUSEVENI} in Nairobi. The two sides agreed that the road was open.")
    assert told.names(told.statement.speakers) == {"William Ruto", "Yoweri Museveni"}


@pytest.mark.parametrize(
    ("sentence", "nature"),
    [
        (f"{RUTO} said that the road was open.", "statement"),
        (f"{RUTO} believes that the road is open.", "belief"),
        (f"{RUTO} plans to open the road.", "intention"),
        ("Polls show that the road is popular.", "finding"),
    ],
)
def test_what_a_statement_is_by_nature(sentence: str, nature: Nature) -> None:
    assert tell(sentence).statement.nature == nature


@pytest.mark.parametrize(
    "sentence",
    [
        f"{RUTO} did not say that the road was open.",
        f"{RUTO} opened the road.",
    ],
)
def test_what_is_no_statement(sentence: str) -> None:
    assert tell(sentence).record.statements == ()


def test_statements_stand_in_text_order_with_ids_of_their_own() -> None:
    told = tell(
        f"{RUTO} said the road was open. He praised Uganda. “It is wide,” he said.", "According to Ruto, the bridge is shut."
    )
    found = told.record.statements
    assert len(found) == 4 and len({s.id for s in found}) == 4
    assert [s.content for s in found] == sorted(s.content for s in found)
