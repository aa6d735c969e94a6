"""Large inputs made to be slow: each is read or refused in little time."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest

from communique.documents import build
from communique.documents.align import Aligner
from communique.errors import DocumentError
from communique.record import Span
from communique.sources import Input

SENTENCE = "The minister of Portugal met his guest from Spain in Lisbon on Monday and talked about fish. "
HEAD = "<html><head><title>Ministers talk about fish</title></head><body><h1>Ministers talk about fish</h1>"
SIZE = 6_000_000
MOST_SECONDS = 20  # of processor time; a quiet machine needs two, and what is quadratic needs many minutes


def filled(unit: str) -> str:
    return unit * (SIZE // len(unit.encode()))


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        (f"<p>{SENTENCE}{filled('&amp; ')}</p>", "400,000 entities"),
        (f"<p>{SENTENCE}{filled('&foo ')}</p>", None),
        (f"<p>{filled(SENTENCE)}</p>", None),
        (f"<p>{SENTENCE}</p><p>{'a' + chr(10)}" * 2 + filled("a\n"), None),
        (f"<p>{SENTENCE}</p>{filled('<div>')}", "100,000 tags"),
        (f"<p>{SENTENCE}</p>{filled('< ')}", None),
        ("<ul>" + "<li><a href=x>Ministers Talk About Fish Again</a></li>" * 14_000 + f"</ul><p>{SENTENCE}</p>", None),
        ("<p>" + f"{SENTENCE}<br>" * 41_000, None),
    ],
    ids=["entities", "no entities", "one line", "line breaks", "nesting", "no tags", "lists", "lines"],
)
def test_large_pages(page: str, problem: str | None) -> None:
    check("a.html", HEAD + page, problem)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (filled(SENTENCE), None),
        (filled(f"{SENTENCE}\n"), None),
        (filled("a\n\n"), "100,000 lines"),
        ("3 May 2021\n" * 30_000, None),
        (f"{SENTENCE}\n\n" * 30_000, None),
        (SENTENCE + filled("- "), None),
        ("a" + filled("\n") + SENTENCE, None),
        (filled("a | "), None),
    ],
    ids=["one line", "lines", "short lines", "dates", "paragraphs", "dashes", "breaks", "bars"],
)
def test_large_texts(text: str, problem: str | None) -> None:
    check("a.txt", text, problem)


def check(name: str, text: str, problem: str | None) -> None:
    source, start = Input(name, text.encode()), time.process_time()
    if problem:
        with pytest.raises(DocumentError, match=problem):
            build(source)
    else:
        assert build(source).text
    assert time.process_time() - start < MOST_SECONDS


def test_of_a_very_long_report_no_paragraph_is_lost() -> None:
    lines = [f"The fish number {n} was counted in the northern sea by both states on Monday." for n in range(12_000)]
    document = build(Input("a.txt", "\n\n".join(["Talks on fish", *lines]).encode()))
    assert [b.span.of(document.text) for b in document.blocks_of("paragraph")] == lines
    assert all(a.span.end < b.span.start for a, b in pairwise(document.blocks))


def test_a_page_too_large_for_the_extractor_says_so_and_keeps_its_sentences() -> None:
    lines = [f"The fish number {n} was counted in the northern sea by both states on Monday." for n in range(21_000)]
    document = build(Input("a.html", (HEAD + "".join(f"<p>{x}</p>" for x in lines)).encode()))
    assert [b.span.of(document.text) for b in document.blocks_of("paragraph")] == lines
    assert "too large" in document.warnings[0]


def test_line_breaks_within_a_paragraph_lead_back_to_themselves() -> None:
    source = f"{HEAD}<p>The minister\nof Portugal\r\n  met his&nbsp;guest from\tSpain on Monday in Lisbon.</p>"
    document = build(Input("a.html", source.encode()))
    paragraph = document.blocks_of("paragraph")[0].span
    assert paragraph.of(document.text) == "The minister of Portugal met his guest from Spain on Monday in Lisbon."
    for word in ("minister", "Portugal", "met", "guest", "Spain", "Lisbon."):
        at = document.text.index(word, paragraph.start)
        assert document.origin.to_origin(Span(at, at + len(word))).of(source) == word


def test_paragraphs_that_are_nowhere_are_given_up_in_time() -> None:
    aligner, start = Aligner("abcdefgh " * 500_000), time.process_time()
    assert all(aligner.find(f"nowhere {n}") is None for n in range(5_000))
    assert time.process_time() - start < MOST_SECONDS
