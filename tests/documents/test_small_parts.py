"""Media type, language, alignment and layout: the small steps on their own."""

from __future__ import annotations

import pytest

from communique.documents.align import Aligner
from communique.documents.language import language_of
from communique.documents.layout import lay_out
from communique.documents.markup import Tag, scan
from communique.documents.media import media_type
from communique.documents.surface import Surface, verbatim
from communique.record import Block, Span


@pytest.mark.parametrize(
    ("text", "name", "stated", "expected"),
    [
        ("<!DOCTYPE html><p>", "a.txt", "text/plain", "text/html"),
        ("\ufeff\n<!-- x --><html>", "-", None, "text/html"),
        ("Plain words", "a.html", None, "text/html"),
        ("Plain words", "a.txt", None, "text/plain"),
        ("Plain words", "rows.jsonl:3", "text/html", "text/html"),
        ("Words <b>and</b> <p>a</p><p>b</p><div>c</div>", "-", None, "text/html"),
        ("a < b and b > c", "-", None, "text/plain"),
    ],
)
def test_media_types(text: str, name: str, stated: str | None, expected: str) -> None:
    assert media_type(text, name, stated) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister said that the fish of the sea were to be counted by both states.", "en"),
        ("Le ministre a dit que les poissons de la mer seraient comptés par les deux États dans une année.", "fr"),
        ("Der Minister sagte, dass die Fische und die Boote von den Staaten gezählt werden und das ist gut.", "de"),
        ("Министр сказал, что в море не так много рыбы и что это нужно изменить.", "ru"),
        ("大臣は海の魚を数えると述べた。", "ja"),
        ("Fish", None),
        ("", None),
    ],
)
def test_languages(text: str, expected: str | None) -> None:
    assert language_of(text) == expected


def test_alignment_goes_forward_and_ignores_white_space() -> None:
    text = "We agree. They do\u00ad not.\nWe  agree. End."
    aligner = Aligner(text)
    first, second = aligner.find("We agree."), aligner.find("We agree.")
    assert first == (0, 9)
    assert second is not None
    assert text[slice(*second)] == "We  agree."
    assert aligner.find("They donot.") == (10, 23)
    assert aligner.find("Nobody agrees.") is None


def test_alignment_bridges_what_an_extractor_left_out() -> None:
    text = "The ministers of the two states met on Monday (photo) and talked about fish in the northern sea for two long hours."
    found = Aligner(text).find(text.replace("(photo) ", ""))
    assert found == (0, len(text))


def test_blocks_are_joined_as_they_stood_or_by_a_blank_line() -> None:
    source = "One\n \nTwo MENU Three"
    text, blocks, origin = lay_out(verbatim(source), [Block(Span(*x), "paragraph") for x in ((0, 3), (6, 9), (15, 20))])
    assert text == "One\n \nTwo\n\nThree"
    assert [b.span.of(text) for b in blocks] == ["One", "Two", "Three"]
    assert origin.pieces == ((0, 9, 0, 9), (11, 16, 15, 20))


def test_whole_pieces_stay_whole() -> None:
    surface = Surface("a&b", ((0, 1, 0, 1), (1, 2, 1, 6), (2, 3, 6, 7)), verbatim=False)
    _, _, origin = lay_out(surface, [Block(Span(1, 3), "paragraph")])
    assert origin.to_origin(Span(0, 1)) == Span(1, 6)


def test_attributes_are_read_as_browsers_read_them() -> None:
    (tag,) = [x for x in scan("<meta NAME=a content='x > &amp; y' name=b disabled>") if isinstance(x, Tag)]
    assert tag.attribute_values() == {"name": "a", "content": "x > & y", "disabled": ""}
