"""The engine that ships, on texts nobody was trained on: whole readings, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading.net.shipped import shipped
from communique.reading.protocol import Reading
from communique.reading.reader import Reader
from communique.record import Document, Span
from tests.reading.documents import document

TEXT = (
    "Foreign Minister Ilse Brandvold told reporters in Halmstad on Tuesday that the ferry line would reopen in May.",
    "“We have waited long enough,” she said. According to the port authority, two ships are ready.",
)
STRANGE = {
    "one word": ("Yes",),
    "marks": ("— … ;; “” !!",),
    "a sentence without an end": ("the quay and " * 1500,),
    "a word without an end": ("a" * 20_000 + " said Brandvold.",),
    "other scripts": ("وقال الوزير إن المحادثات كانت مفيدة. 部长说会谈有益。 🛳️🛳️",),
    "an open quotation": ("Brandvold said: “The ferry will sail, and the quay, “once more, is ours.",),
    "capitals": ("THE MINISTER SAID THE FERRY WOULD SAIL. HE THANKED THE CREW.",),
    "a column": ("\n".join(["Ferry", "Quay", "said"] * 200),),
}


@pytest.fixture(scope="module")
def reader() -> Reader:
    return Reader(shipped())


def spans(reading: Reading) -> Iterator[Span]:
    yield from (*reading.tokens, *reading.sentences, *reading.quotes, *(name.span for name in reading.names))
    yield from (phrase.span for phrase in reading.phrases)
    for made in reading.attributions:
        yield from (*made.source, *made.cue, *made.content, *made.addressee, made.sentence)


def whole(reading: Reading, told: Document) -> None:
    """Spans lie in the text, tokens and names do not overlap, each attribution has a content and a confidence."""
    assert all(span.end <= len(told.text) for span in spans(reading))
    assert len(reading.tokens) == len(reading.tags) == len(reading.lemmas)
    for row in (reading.tokens, tuple(name.span for name in reading.names)):
        assert all(a.end <= b.start for a, b in pairwise(row))
    assert all(made.content and 0 <= made.confidence <= 1 for made in reading.attributions)


def test_a_text_is_read(reader: Reader) -> None:
    told = document(*TEXT)
    (reading,) = reader.read([told])
    whole(reading, told)
    names = {(name.kind, name.span.of(told.text)) for name in reading.names}
    assert {("person", "Ilse Brandvold"), ("place", "Halmstad")} <= names
    contents = [" ".join(span.of(told.text) for span in made.content) for made in reading.attributions]
    assert contents[0].startswith("the ferry line would reopen")
    assert any("We have waited long enough" in words for words in contents)
    assert any("two ships are ready" in words for words in contents)
    assert reading.engine == reader.name


@pytest.mark.parametrize("text", STRANGE.values(), ids=STRANGE)
def test_strange_texts_are_read_too(reader: Reader, text: tuple[str, ...]) -> None:
    told = document(*text)
    whole(reader.read([told])[0], told)


@settings(deadline=None, max_examples=30)
@given(st.text(st.characters(codec="utf-8"), min_size=1, max_size=300).filter(lambda text: bool(text.strip())))
def test_any_text_is_read(text: str) -> None:
    told = document(text.strip())
    whole(Reader(shipped()).read([told])[0], told)


def test_a_reading_does_not_depend_on_what_is_read_beside(reader: Reader) -> None:
    told, other = document(*TEXT), document("Gulls sang on the quay. " * 40)
    (alone,) = reader.read([told])
    assert reader.read([other, told, other])[1] == alone


def test_a_document_without_a_word(reader: Reader) -> None:
    told = document("x")
    empty = Document(told.id, "", (), told.origin, told.source, told.media_type, told.sha256)
    (reading,) = reader.read([empty])
    assert not (reading.tokens or reading.attributions or reading.names)


def test_reading_ahead_changes_nothing() -> None:
    told = [document(*TEXT), document("Yes"), document(*reversed(TEXT)), document(*TEXT, *STRANGE["capitals"])]
    alone, ahead = Reader(shipped(1)), Reader(shipped(2))
    assert ahead.read(told) == [reading for made in told for reading in alone.read([made])]
    assert ahead.read([]) == []
