"""Who is said to have said what: one test a construction, in sentences of our own."""

from __future__ import annotations

import pytest

from communique.record.statements import QuoteType
from tests.reading.documents import attributions, document, reading, said, words


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        (
            "“The harbor will open in May,” Minister Orla Fenwick said on Monday.",
            "Minister Orla Fenwick",
            "The harbor will open in May,",
        ),
        (
            "“The harbor will open in May,” said Orla Fenwick, the transport minister.",
            "Orla Fenwick, the transport minister",
            "The harbor will open in May,",
        ),
        ("“The harbor,” Fenwick said, “will open in May.”", "Fenwick", "The harbor, / will open in May."),
        (
            "“The harbor will open. The pier will follow,” Fenwick said. “Then the lamp.”",
            "Fenwick",
            "The harbor will open. The pier will follow, / Then the lamp.",
        ),
        ("Fenwick said: “The harbor will open in May.”", "Fenwick", "The harbor will open in May."),
        (
            "'The harbor will open,' Fenwick said. 'It's our children's harbor.'",
            "Fenwick",
            "The harbor will open, / It's our children's harbor.",
        ),
        ("``The harbor will open in May,'' Fenwick said.", "Fenwick", "The harbor will open in May,"),
        ("«The harbor will open in May», Fenwick said.", "Fenwick", "The harbor will open in May"),
        ("“The harbor is open,” Fenwick and Rell said.", "Fenwick / Rell", "The harbor is open,"),
        ("“A harbor is a promise kept to the sea.” — Orla Fenwick", "Orla Fenwick", "A harbor is a promise kept to the sea."),
    ],
)
def test_quotations(sentence: str, source: str, content: str) -> None:
    assert said(sentence) == [(source, content)]
    assert attributions(sentence)[0].quote_type == "direct"


@pytest.mark.parametrize(
    ("sentence", "source", "content"),
    [
        ("Minister Orla Fenwick said the harbor would open in May.", "Minister Orla Fenwick", "the harbor would open in May"),
        (
            "Fenwick said that the harbor would open and that the pier would follow.",
            "Fenwick",
            "the harbor would open and that the pier would follow",
        ),
        (
            "The minister, Orla Fenwick, said in Oslo on Monday that the harbor was open.",
            "The minister, Orla Fenwick",
            "the harbor was open",
        ),
        ("The harbor would open in May, Fenwick said.", "Fenwick", "The harbor would open in May"),
        ("According to Fenwick, the harbor will open in May.", "Fenwick", "the harbor will open in May"),
        (
            "The harbor will open in May, according to the Ministry of Transport.",
            "the Ministry of Transport",
            "The harbor will open in May",
        ),
        (
            "Fenwick received the envoy, noting that the harbor was the gate to the valley.",
            "Fenwick",
            "the harbor was the gate to the valley",
        ),
        ("Speaking to the council, Fenwick stressed that the harbor was open.", "Fenwick", "the harbor was open"),
        ("Asked about the pier, Fenwick said it was closed.", "Fenwick", "it was closed"),
        ("In a statement, the ministry said the harbor was open.", "the ministry", "the harbor was open"),
        ("Fenwick made clear that the harbor would not close.", "Fenwick", "the harbor would not close"),
        ("Fenwick gave her word that the harbor would not close.", "Fenwick", "the harbor would not close"),
        ("Fenwick pointed out that the harbor was open.", "Fenwick", "the harbor was open"),
        (
            "Fenwick, the transport minister, denied that the harbor was shut.",
            "Fenwick, the transport minister",
            "the harbor was shut",
        ),
        ("Fenwick was quoted as saying that the harbor was ready.", "Fenwick", "the harbor was ready"),
        ("Fenwick expressed hope that the harbor would open in May.", "Fenwick", "the harbor would open in May"),
        ("Fenwick and Rell said that the harbor was open.", "Fenwick / Rell", "the harbor was open"),
        ("Iran and Belarus said that the harbor was open.", "Iran / Belarus", "the harbor was open"),
        ("Both ministers agreed that the harbor was open.", "Both ministers", "the harbor was open"),
    ],
)
def test_reports(sentence: str, source: str, content: str) -> None:
    assert said(sentence) == [(source, content)]
    assert attributions(sentence)[0].quote_type == "indirect"


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Fenwick said the harbor was ready and added that the pier would follow.",
            [("Fenwick", "the harbor was ready"), ("Fenwick", "the pier would follow")],
        ),
        (
            "Fenwick thanked the crews, saying they had saved the town.",
            [("Fenwick", "the crews"), ("Fenwick", "they had saved the town")],
        ),
        (
            "Fenwick told reporters that the harbor was ready and urged the council to pay for the pier.",
            [("Fenwick", "the harbor was ready"), ("Fenwick", "the council to pay for the pier")],
        ),
        (
            "Fenwick expressed concern over the flood and voiced support for the crews.",
            [("Fenwick", "concern over the flood"), ("Fenwick", "support for the crews")],
        ),
    ],
)
def test_two_cues_share_a_speaker(sentence: str, found: list[tuple[str, str]]) -> None:
    assert said(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbor opened in May.",
        "Fenwick did not say that the harbor was ready.",
        "Fenwick might say that the harbor is open.",
        "It was said that the harbor was open.",
        "The old pier: a walk in time is a book about sails.",
        "Note: the pier is closed to all visitors.",
    ],
)
def test_what_nobody_said(sentence: str) -> None:
    assert said(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("“The harbor is open,” Fenwick said.", "direct"),
        ("Fenwick said the plan was “a gift to the valley”.", "mixed"),
        ("Fenwick said the plan was a gift.", "indirect"),
    ],
)
def test_how_much_stands_in_quotation_marks(sentence: str, kind: QuoteType) -> None:
    assert [a.quote_type for a in attributions(sentence)] == [kind]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Fenwick told the council that the harbor was open.", "the council"),
        ("Fenwick assured Rell that the harbor would open.", "Rell"),
        ("Fenwick urged the council to pay for the pier.", "the council"),
        ("Fenwick thanked the crews for their patience.", "the crews"),
        ("Fenwick said the harbor was open.", ""),
    ],
)
def test_who_is_spoken_to(sentence: str, told: str) -> None:
    doc = document(sentence)
    assert [words(doc, a.addressee) for a in reading(doc).attributions] == [told]


def test_the_cue_and_its_sentence_are_where_they_say() -> None:
    doc = document("The town was quiet. Fenwick pointed out that the harbor was open.")
    (found,) = reading(doc).attributions
    assert words(doc, found.cue) == "pointed out"
    assert found.lemma == "point out"
    assert found.sentence.of(doc.text) == "Fenwick pointed out that the harbor was open."


# ------------------------------------------------------------------ over several paragraphs
def test_a_colon_introduces_the_next_paragraph() -> None:
    speech = "“The harbor will open in May. The pier will follow.”"
    assert said("Fenwick told the council:", speech) == [("Fenwick", speech.strip("“”"))]


def test_a_speech_left_open_goes_on_in_the_next_paragraph() -> None:
    first, second = attributions("Fenwick said: “The harbor will open in May.", "“The pier will follow in June.”")
    assert not first.inherited and second.inherited
    assert second.source == first.source
    assert second.cue == () and second.quote_type == "direct"


def test_a_pronoun_speaks_again_in_the_next_paragraph() -> None:
    assert said("Fenwick said the harbor was ready.", "He further added that the pier would follow.") == [
        ("Fenwick", "the harbor was ready"),
        ("He", "the pier would follow"),
    ]


def test_turns_of_a_transcript_belong_to_their_labels() -> None:
    turns = said("ORLA FENWICK: Thank you all.", "It is good to be here.", "TOMAS RELL: I agree with her.")
    assert turns == [
        ("ORLA FENWICK", "Thank you all."),
        ("ORLA FENWICK", "It is good to be here."),
        ("TOMAS RELL", "I agree with her."),
    ]


# ------------------------------------------------------------------ headlines
@pytest.mark.parametrize("title", ["Fenwick: Harbor must open in May", "Harbor must open in May: Fenwick"])
def test_a_headline_names_its_speaker_beside_a_colon(title: str) -> None:
    assert said("The hall was full.", title=title) == [("Fenwick", "Harbor must open in May")]


@pytest.mark.parametrize("title", ["Video: Harbor must open in May", "Update: Harbor must open in May", "Harbor opens in May"])
def test_stock_labels_of_a_headline_are_no_speakers(title: str) -> None:
    assert said("The hall was full.", title=title) == []
