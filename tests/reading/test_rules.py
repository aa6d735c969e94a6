"""The engine as a whole: plain arrays that fit together, for any document."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.protocol import Phrase, Predicate
from communique.reading.rules import RuleEngine
from communique.record import Document
from tests.reading.documents import document, reading, words

PIECES = [
    "“The harbor is open,” Fenwick said.",
    "Fenwick said that [the] pier",
    "He added: “It is.",
    "according to Rell,",
    "MINISTER RELL: Yes.",
    "“",
    "”",
    "'",
    '"',
    "—",
    "and urged Oslo to pay",
    "saying",
    "…",
    "was told",
    "met President Ewa Lind of Poland on Monday.",
    ":",
    "``",
    "((",
    "\t",
]
PARAGRAPHS = st.lists(
    st.one_of(st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join), st.text(min_size=1, max_size=60)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.none() | st.sampled_from(["Fenwick: Open the harbor", "HARBOR OPEN SAYS FENWICK", "“Open it”"]))
def test_any_document_gives_arrays_that_fit(paragraphs: list[str], title: str | None) -> None:
    doc = document(*paragraphs, title=title)
    found = reading(doc)
    assert len(found.tokens) == len(found.tags) == len(found.lemmas)
    assert list(found.tokens) == sorted(found.tokens)
    spans = [*found.tokens, *found.sentences, *found.quotes, *found.inserts]
    spans += [p.span for p in found.phrases] + [p.span for p in found.predicates]
    for a in found.attributions:
        assert a.content and 0 <= a.confidence <= 1
        spans += [*a.source, *a.cue, *a.content, *a.addressee, a.sentence]
    assert all(0 <= s.start < s.end <= len(doc.text) for s in spans)
    assert found == reading(doc)


def test_documents_are_read_in_order_and_apart() -> None:
    docs: list[Document] = [document("Fenwick said the pier was open."), document("Rell denied that the pier was shut.")]
    engine = RuleEngine()
    both = engine.read(docs)
    assert both == [engine.read([d])[0] for d in docs]
    assert {r.engine for r in both} == {engine.name}
    assert engine.read([]) == []


def predicate(sentence: str, lemma: str) -> tuple[Document, Predicate]:
    doc = document(sentence)
    return doc, next(p for p in reading(doc).predicates if p.lemma == lemma)


def names_of(doc: Document, phrases: tuple[Phrase, ...]) -> str:
    return words(doc, (p.span for p in phrases))


def test_a_verb_with_who_and_whom() -> None:
    doc, met = predicate("Fenwick and Rell met the pilots in Oslo on Monday.", "meet")
    assert (met.form, met.tense, met.passive, met.negated) == ("finite", "past", False, False)
    assert names_of(doc, met.subjects) == "Fenwick / Rell"
    assert names_of(doc, met.objects) == "the pilots"
    assert names_of(doc, met.with_("in")) == "Oslo"


@pytest.mark.parametrize(
    ("sentence", "lemma", "tense", "negated", "passive"),
    [
        ("Fenwick will visit Oslo.", "visit", "future", False, False),
        ("Fenwick did not visit Oslo.", "visit", "past", True, False),
        ("She visits Oslo.", "visit", "present", False, False),
        ("Fenwick was received by the king.", "receive", "past", False, True),
    ],
)
def test_tense_voice_and_denial(sentence: str, lemma: str, tense: str, negated: bool, passive: bool) -> None:
    _, verb = predicate(sentence, lemma)
    assert (verb.tense, verb.negated, verb.passive) == (tense, negated, passive)


def test_an_infinitive_keeps_the_verb_it_hangs_on() -> None:
    doc, build = predicate("Fenwick vowed to build a pier.", "build")
    assert (build.form, build.controller) == ("infinitive", "vow")
    assert names_of(doc, build.subjects) == "Fenwick"


def test_what_stands_in_quotation_marks_is_marked_so() -> None:
    doc = document("“We built the pier,” Fenwick said.")
    assert {p.lemma: p.quoted for p in reading(doc).predicates if p.form == "finite"} == {"build": True, "say": False}
