"""The validator fails on each planted fault, and only says so where there is one."""

from __future__ import annotations

import pytest

from corpus.checks import between
from corpus.checks.dating import is_value
from corpus.checks.faults import faults
from tests.corpus.sample import later, sample

PLANTED = [
    ("genre: diplomatic", "genre: sport", "genre 'sport' is none of"),
    ("title: Ferry line to reopen, says Okello", "title: Ferry line to close", "the title is not in the text"),
    ("byline: Ann Reed", "byline: Ann Rood", "the byline is not in the text"),
    ("mushi | person | TZA", "mushi | person | TAN", "'TAN' is no ISO 3166-1 alpha-3 code"),
    ("mushi | person | TZA", "mushi | minister | TZA", "kind 'minister' is none of"),
    ("tza | state | TZA", "tza | state | -", "a state without its code"),
    ("mwanza | place | TZA | Mwanza", "mwanza | place | TZA | Mwanza | - | Okello", "'Okello' is an alias of"),
    ("crew | unnamed", "mushi | unnamed", "two actors are called mushi"),
    ("{s1:Okello}", "{s1:Okello\n}", "a mark begins or ends with a blank"),
    ("{d 2025-06-23:Monday}", "{d 2025-06-24:Monday}", "which is a Tuesday"),
    ("{d 2025-06-23:Monday}", "{d 2025-06-31:Monday}", "is no ISO date"),
    ("{d 2025-06-23:Monday}", "{p 2025-06-23:Monday}", "is marked as the day of publication"),
    ("{c2 okello>mushi promise:", "{c2 okello>mushi swear:", "act 'swear' is none of"),
    ("{c2 okello>mushi promise:", "{c2 okello>musha promise:", "'musha' is no actor of the document"),
    ("{c1 okello promise:", "{c1 - promise:", "nobody is named as its speaker"),
    ("that {c2 okello>mushi promise:the", "{c2 okello>mushi promise:that the", "the word 'that' before the content"),
    ("{d 2025-12-01:December 1}} and", "{d 2025-12-01:December 1}.} and", "the full stop of the sentence belongs outside"),
    ('“{c3" okello>mushi thank:a patient hand}.”', '{c3" okello>mushi thank:“a patient hand”}.', "around the whole content"),
    ('“{c3" okello>mushi thank:a patient hand}.”', '{c3" okello>mushi thank:a patient hand}.', "direct, but no quotation mark"),
    ("{c1 okello promise:", "{c1~ okello promise:", "mixed, but no quotation mark stands in it"),
    ("{c5~ port accuse:", "{c5 port accuse:", "indirect, but quotation marks stand in it"),
    ("{c8 mushi belief:to", "{q8:to} {c8 mushi belief:to {s8:go} to", "its source stands inside its content"),
    ("{c7 crew@daily", "{c7 crew@weekly", "'weekly' is no actor"),
    ("Mwanza | 2025-06-23 | occurred", "Mwanza | 2025-06-29 | occurred", "after the text was published"),
    ("Mwanza | 2025-06-23 | occurred", "Mwanza | 2025-06-23 | planned", "before the text was published"),
    ("e1 | meeting | okello, mushi", "e1 | meeting | okello", "a meeting needs more participants"),
    ("e1 | meeting", "e1 | dinner", "kind 'dinner' is none of"),
    ("e2 | visit", "e1 | visit", "two encounters are called e1"),
    ("CONSULT visit |", "CONSULT picnic |", "mode 'picnic' is none of CONSULT"),
    ("CONSULT visit |", "CONFER visit |", "type 'CONFER' is none of"),
    ("AGREE | okello > tza", "AID | okello > -", "no recipient"),
    ("AGREE | okello > tza", "CONSULT | okello > tza", "a CONSULT that is to come is AGREE"),
    ("2025-06-23 | promised", "2025-06-23 | sworn", "modality 'sworn' is none of"),
    ("2025-12-01 | announced", "2025-02-01 | announced", "announced with the deadline 2025-02-01"),
    ("2025-12-01 | announced", "2025-12-01 | kept", "it does not say of which earlier commitment"),
    ("k1 | okello, UGA > TZA", "k1 | > TZA", "nobody is named who undertook it"),
    ("t01-lake-was-low | #4", "t01-lake-was-low | #44", "there is no attribution 44"),
    ("genre: diplomatic", "genre: lookalike", "a lookalike has no encounters, events or commitments"),
]  # fmt: skip


def test_a_sound_document_has_no_fault() -> None:
    assert faults(sample()) == []
    assert faults(later()) == []


@pytest.mark.parametrize(("old", "new", "told"), PLANTED, ids=[told[:40] for _, _, told in PLANTED])
def test_a_planted_fault_is_found(old: str, new: str, told: str) -> None:
    found = faults(sample((old, new)))
    assert any(told in fault for fault in found), found


def test_marks_that_cross() -> None:
    document = sample()
    first = document.mentions[1]
    crossing = first.__class__(first.actor, first.span._replace(start=first.span.start + 3, end=first.span.end + 6))
    broken = document.__class__(**{**{f: getattr(document, f) for f in document.__slots__}, "mentions": (first, crossing)})
    assert any("two marks cross" in fault for fault in faults(broken))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("^t01-ferry-1.k1", "^t01-ferry-1.k9"), "which does not exist"),
        (("^t01-ferry-1.k1", "^t01-ferry-2.k1"), "which is not earlier"),
        (("published: 2025-12-02", "published: 2025-06-01"), "which is not earlier"),
        (("story: t01-ferry\n", "story: t01-boats\n"), "does not begin with its story"),
        (("story: t01-ferry\n", "story: t01-boats\n"), "is told in two stories"),
        (("story: t01-ferry\n", "story: t01-boats\n"), "is made in two stories"),
        (("e1 | meeting", "e1 | summit"), "is of two kinds"),
        (("style: western-wire", "style: gossip"), "is not in styles.csv"),
        (("= t01-ferry-2", "= t01-ferry-1"), "two documents are called"),
        (("Nothing", "Nobody & nothing"), None),
    ],
)
def test_faults_between_documents(change: tuple[str, str], told: str | None) -> None:
    documents = [sample(), later(change)]
    found = between.faults(documents, {d.key: "train" for d in documents})
    assert any(told in fault for fault in found) if told else not found, found


def test_a_story_stays_in_one_split() -> None:
    documents = [sample(), later()]
    assert between.faults(documents, {"t01-ferry-1": "train", "t01-ferry-2": "train"}) == []
    apart = between.faults(documents, {"t01-ferry-1": "train", "t01-ferry-2": "test"})
    assert apart == ["story t01-ferry is in two splits: test, train"]
    assert between.faults(documents, {"t01-ferry-1": "train"}) == ["t01-ferry-2 is in no split"]


@pytest.mark.parametrize(
    "value", "2025 2025-06 2025-06-23 2025-W26 2025-Q2 2025-H1 2025-SU 2019/.. ../2020 2025-06-05/2025-06-07".split()
)
def test_dates_that_are_values(value: str) -> None:
    assert is_value(value)


@pytest.mark.parametrize("value", ["", "soon", "2025-13", "2025-6-1", "2025-02-30", "2025-Q5", "2025-W1", "1/2/3", "../.."])
def test_dates_that_are_none(value: str) -> None:
    assert not is_value(value)
