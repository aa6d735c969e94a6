"""Shorthand: what people type becomes text, marks and facts; what they mistype is named with its line."""

from __future__ import annotations

import re

import pytest

from corpus.annotation import evidence
from corpus.annotation.braces import ShorthandError
from corpus.annotation.model import Document, Span
from corpus.annotation.shorthand import read_shorthand
from corpus.annotation.to_shorthand import marked, to_shorthand
from corpus.checks.faults import faults
from tests.conftest import ROOT
from tests.corpus.sample import SHORTHAND, later, sample


def test_the_text_stands_without_its_marks() -> None:
    text = sample().text
    assert "{" not in text
    assert "KAMPALA, June 24, 2025 - Works Minister Grace Okello told her" in text
    assert text.endswith("to travel next year.\n")


def test_attributions_have_their_words_and_people() -> None:
    document = sample()
    made = {a.key: a for a in document.attributions}
    told = made["s2"]
    assert told.content[0].of(document.text) == "the ferry line would reopen by December 1"
    assert (told.speakers, told.addressees, told.acts) == (("okello",), ("mushi",), ("promise",))
    assert made["s2"].source == made["s3"].source
    assert [part.of(document.text) for part in made["s4"].content] == ["Nobody & nothing was late", "The lake was low."]
    assert made["s4"].quote_type == "direct"
    assert made["s5"].quote_type == "mixed"
    assert made["s7"].relays == ("daily",)
    assert (made["s8"].nature, made["s8"].acts) == ("belief", ())


def test_attributions_are_in_text_order_the_outer_first() -> None:
    assert [a.key for a in sample().attributions] == ["s1", "s2", "s3", "s4", "s5", "s6", "s7", "s8"]


def test_names_are_found_whole_and_longest_first() -> None:
    document = sample()
    found = {(m.actor, m.span.of(document.text)) for m in document.mentions}
    assert ("okello", "Works Minister Grace Okello") in found
    assert ("tza", "Tanzanian") in found
    assert ("tza", "Tanzania") not in found


def test_a_name_may_run_over_a_line_break() -> None:
    document = sample(("told} her Tanzanian", "told} her Lake\nDaily and Tanzanian"))
    assert "Lake\nDaily" in {m.span.of(document.text) for m in document.mentions}


def test_aliases_that_the_text_does_not_use_are_dropped() -> None:
    document = sample(("Works Minister Grace Okello; Okello", "Okello; The Lioness of Jinja"))
    assert document.actors[0].aliases == ("Okello",)


def test_evidence_is_found_by_its_first_and_last_words() -> None:
    document = sample()
    assert document.encounters[0].evidence.of(document.text) == (
        "told her Tanzanian counterpart, Baraka Mushi, in\nMwanza on Monday"
    )
    assert document.events[1].asserted == "s2"
    assert document.events[1].evidence == Span(*document.attributions[1].evidence)


def test_quotation_marks_may_be_typed_otherwise_in_evidence() -> None:
    document = sample(('"told her … on Monday" | @', '"thanked him for \'a patient hand" | @'))
    assert document.encounters[0].evidence.of(document.text) == "thanked him for “a patient hand"


def test_doubt_is_a_question_mark() -> None:
    document = sample(("thank:a patient", "thank ?:a patient"))
    assert document.events[2].optional
    assert not document.events[1].optional
    assert document.attributions[2].optional


def test_the_example_of_the_guidelines_is_sound() -> None:
    page = (ROOT / "corpus" / "GUIDELINES.md").read_text("utf-8")
    examples = re.findall(r"^```\n(= .*?)^```", page, re.DOTALL | re.MULTILINE)
    documents = [d for example in examples for d in read_shorthand(example)]
    assert documents
    assert [fault for d in documents for fault in faults(d)] == []


@pytest.mark.parametrize("document", [sample(), later()], ids=["first", "later"])
def test_there_and_back(document: Document) -> None:
    assert next(read_shorthand(to_shorthand(document))) == document


def test_names_that_no_alias_gives_are_typed_by_hand() -> None:
    document = sample(("him for “", "{n mushi:him} for “"))
    assert "{n mushi:him}" in marked(document)
    assert "{n okello:" not in marked(document)


def test_evidence_says_which_occurrence_it_means() -> None:
    text = "Rain fell. Rain fell. “Rain” fell on and on and on and on and on and on, and stopped."
    assert evidence.say(text, Span(0, 9)) == '"Rain fell"'
    assert evidence.say(text, Span(11, 20)) == '"Rain fell" 2'
    long = Span(22, len(text) - 1)
    assert evidence.say(text, long) == "\"'Rain' fell on and … and on, and stopped\""
    assert evidence.find(text, "'Rain' fell … stopped") == long
    assert evidence.find(text, "snow") is None
    assert evidence.find(text, "Rain fell", 3) is None


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("story: t01-ferry\n", "", "line 1: t01-ferry-1: no 'story:' in the head"),
        ("published: 2025-06-24", "published: 2025-06-25", None),
        ("{p 2025-06-24:June 24, 2025}", "June 24, 2025", "write 'published: DATE given'"),
        ("{q2:told}", "told}", "a brace closes nothing"),
        ("{q1:says} {s1:Okello}", "{q1:says} {s1:Okello", "a brace is never closed"),
        ("{q1:says}", "{x1:says}", "not a mark"),
        ("{q1:says}", "{q1:}says", "an empty mark"),
        ("{q1:says}", "{qone:says}", "needs numbers"),
        ("{c1 okello promise:", "{c1 okello:", "is not {c7 who>whom act:"),
        ("{c4:The lake", "{c4 mushi assert:The lake", "attribution 4 is described twice"),
        ("{q1:says}", "{q1,11:says}", "attribution 11 has no content mark"),
        ("<<<\n", "", "the text stands between a line '<<<' and a line '>>>'"),
        ("promised | #2", "promised | #22", "no attribution #22"),
        ("promised | #2", "promised | in the text", "evidence is #NUMBER or"),
        ('"told her … on Monday" | @', '"told her … on Friday" | @', "the text has no 'told her … on Friday'"),
        ("e1 | meeting |", "e1 | meeting | x | y |", "fields where 'key | kind"),
        ("style: western-wire", "style western-wire", "neither 'name: value' nor the name of a block"),
        ("= t01-ferry-1", "t01-ferry-1", "line 1: a document begins with '= KEY'"),
    ],
)
def test_what_is_mistyped_is_named_with_its_line(old: str, new: str, told: str | None) -> None:
    source = SHORTHAND.replace(old, new, 1)
    assert source != SHORTHAND
    if told is None:
        assert list(read_shorthand(source))
        return
    with pytest.raises(ShorthandError, match=re.escape(told)) as error:
        list(read_shorthand(source))
    assert re.match(r"line \d+: ", str(error.value))
