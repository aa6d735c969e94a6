"""What stands under pictures."""

from __future__ import annotations

import pytest

from communique.documents import build
from communique.documents.prose import is_caption
from communique.sources import Input

LEDE = "The minister of Portugal met his guest from Spain in Lisbon on Monday and talked about fish."
MORE = "He said that fewer fish were in the sea than there had been, and that this would have to change soon."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Photo: A boat in the lagoon. ‘We count what we catch,’ says a fisherman.", True),
        ("File photo: The minister on his boat", True),
        ("(Photo: Jane Doe / Harbor Wire)", True),
        ("The minister on his boat in the lagoon. Photo: Harbor Press", True),
        ("The minister on his boat in the lagoon. (AFP Photo/Jane Doe)", True),
        ("The minister on his boat [Photo/Xinhua]", True),
        ("The minister and his guest on the quay | Getty Images", True),
        ("The minister and his guest shake hands. Jane Doe/Reuters", True),
        ("Boats at dawn. Photograph by Jane Doe", True),
        ("She took a photo of the Queen.", False),
        ("They shared the picture (photo below) with us on Monday.", False),
        ("He told Reuters that the fish were gone.", False),
        ("Photo: " + "word " * 100, False),
    ],
)
def test_captions_are_told_by_their_first_word_or_their_credit(line: str, expected: bool) -> None:
    assert is_caption(line) is expected


@pytest.mark.parametrize(
    "caption", ["Photo: A boat in the lagoon, and many more boats behind it", "A boat on the sea. Photo: Harbor Press"]
)
def test_a_caption_is_neither_headline_nor_paragraph(caption: str) -> None:
    for lines in (
        (caption, "Talks on fish", LEDE, MORE),
        ("Talks on fish", caption, LEDE, MORE),
        ("Talks on fish", LEDE, caption, MORE),
    ):
        document = build(Input("a.txt", "\n\n".join(lines).encode()))
        assert document.title == "Talks on fish"
        assert [b.span.of(document.text) for b in document.blocks_of("caption")] == [caption]
        assert [b.span.of(document.text) for b in document.blocks_of("paragraph")] == [LEDE, MORE]
