"""Bytes to characters."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import SourceError
from communique.sources import decode


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))))
def test_utf8_is_read_as_it_stands(text: str) -> None:
    assert decode(text.encode())[0] == text


def test_newlines_and_the_mark_keep_their_places() -> None:
    text, warnings = decode(codecs.BOM_UTF8 + "Señor\r\nGarça\r".encode())
    assert (text, warnings) == ("\ufeffSeñor\r\nGarça\r", ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_marked_wide_encodings_keep_the_mark_as_character_0(encoding: str) -> None:
    text, warnings = decode("\ufeffThe minister — spoke".encode(encoding))
    assert (text, warnings) == ("\ufeffThe minister — spoke", ())


def test_utf16_without_a_mark_is_read_with_a_warning() -> None:
    text, warnings = decode("The minister spoke".encode("utf-16-le"))
    assert text == "The minister spoke"
    assert "utf-16-le" in warnings[0]


def test_the_charset_of_a_page_counts() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body>Министр прибыл</body></html>'
    text, warnings = decode(page.encode("cp1251"))
    assert text == page
    assert "windows-1251" in warnings[0] or "cp1251" in warnings[0]


def test_latin1_in_a_page_means_windows_1252_as_in_browsers() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“We agree”</p>'
    assert decode(page.encode("cp1252"))[0] == page


@pytest.mark.parametrize("charset", ["hex", "unicode_escape", "no-such-charset", "utf-16"])
def test_a_charset_that_cannot_be_is_not_believed(charset: str) -> None:
    text, warnings = decode(f'<meta charset="{charset}"><p>Fish \x93and\x94 chips</p>'.encode("latin-1"))
    assert "“and”" in text
    assert "cp1252" in warnings[0]


def test_english_with_curly_quotes_is_windows_1252() -> None:
    text, warnings = decode("“We agree,” the minister’s aide said.".encode("cp1252"))
    assert text == "“We agree,” the minister’s aide said."
    assert "cp1252" in warnings[0]


def test_another_script_is_guessed() -> None:
    words = "Министр иностранных дел прибыл в столицу соседнего государства и провёл переговоры о рыболовстве. " * 5
    text, warnings = decode(words.encode("cp1251"))
    assert text == words
    assert "guess" in warnings[0]


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    text, warnings = decode("Señor García añadió: «mañana será otro día más en la península ibérica»".encode() + b"\xff")
    assert text.startswith("Señor García añadió")
    assert text.endswith("\ufffd")
    assert "1 bytes" in warnings[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"%PDF-1.7 ...", "pdftotext"),
        (b"PK\x03\x04rest", "ZIP"),
        (b"\x1f\x8b\x08rest", "gunzip"),
        (b"GIF89a\x01\x00\x01\x00\x80\x00", "binary"),
        (b"abc\x01\x02\x03\x04def", "binary"),
    ],
)
def test_bytes_that_are_no_text_are_named(data: bytes, words: str) -> None:
    with pytest.raises(SourceError, match=words):
        decode(data)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text, _ = decode(data)
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert bool(text) == bool(data)
