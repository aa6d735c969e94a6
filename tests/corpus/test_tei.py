"""TEI: nothing is lost on the way there and back, and what is not our TEI is refused with its line."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.annotation.from_gold import from_gold
from corpus.annotation.gold import to_gold
from corpus.annotation.model import Document, Mention, Span
from corpus.annotation.tei import TeiError, read_tei, write_tei
from tests.corpus.sample import later, sample


@pytest.mark.parametrize("document", [sample(), later()], ids=["first", "later"])
def test_there_and_back(document: Document) -> None:
    data = write_tei(document)
    assert read_tei(data, "t.xml") == document
    assert write_tei(read_tei(data, "t.xml")) == data


def test_gold_there_and_back() -> None:
    document = sample()
    assert from_gold(json.loads(json.dumps(to_gold(document))), document.text) == document


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60), st.data())
def test_any_text_with_nested_names(text: str, data: st.DataObject) -> None:
    spans = set[Span]()
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, data.draw(st.integers(start + 1, len(text))))
        if all(s.end <= span.start or span.end <= s.start or _holds(s, span) or _holds(span, s) for s in spans):
            spans.add(span)
    document = Document(
        "t01-any-1", "t01-any", "western-wire", "general", None, "2020-01-01", None, None, (), text,
        mentions=tuple(Mention("somebody", s) for s in sorted(spans)),
    )  # fmt: skip
    assert read_tei(write_tei(document), "t.xml") == document


def _holds(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end


def test_the_words_of_the_text_are_those_of_the_ab() -> None:
    data = write_tei(sample()).decode()
    assert '<said xml:id="s2" who="#okello" toWhom="#mushi" direct="false" ana="#promise">the ferry line' in data
    assert '<rs type="source" corresp="#s2 #s3">' in data
    assert "Nobody &amp; nothing was late" in data
    assert '<said prev="#s4">The lake was low.</said>' in data


def test_evidence_says_which_occurrence_it_means() -> None:
    document = sample(('"told her … on Monday" | @', '"Mushi … Mushi" | @'), ("hopes} {c8", "hopes} {c8"))
    last = document.text.rindex("Mushi")
    moved = document.encounters[0].__class__(
        **{
            **{f: getattr(document.encounters[0], f) for f in document.encounters[0].__slots__},
            "evidence": Span(last, last + 5),
        }
    )
    data = write_tei(document.__class__(**{**{f: getattr(document, f) for f in document.__slots__}, "encounters": (moved,)}))
    assert b'<quote n="3">Mushi</quote>' in data
    assert read_tei(data, "t.xml").encounters == (moved,)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("</TEI>", "", "t.xml: Premature end"),
        (' xml:id="t01-ferry-1"', "", "t.xml: line 2"),
        ('direct="true"', 'direct="perhaps"', "t.xml: line"),
        ("<body>", "<body><p>more</p>", "t.xml: line"),
        ('prev="#s4"', 'prev="#s44"', "a said points at s44"),
        ('corresp="#s1"', 'corresp="#s99"', "points at s99"),
        ('ana="#promised" when="2025-06-23" source="#s2"', 'ana="#promised" when="2025-06-23" source="#s77"', "s77"),
        ("<quote>told her", "<quote>sang to her", "the text does not hold the evidence"),
    ],
)
def test_what_is_not_our_tei_is_refused(old: str, new: str, told: str) -> None:
    source = write_tei(sample()).decode()
    assert old in source
    with pytest.raises(TeiError, match=told):
        read_tei(source.replace(old, new, 1).encode(), "t.xml")


def test_entities_are_not_resolved() -> None:
    bomb = b'<!DOCTYPE TEI [<!ENTITY a "aaaa">]><TEI xmlns="http://www.tei-c.org/ns/1.0">&a;</TEI>'
    with pytest.raises(TeiError):
        read_tei(bomb, "bomb.xml")
