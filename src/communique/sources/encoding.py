"""Bytes to characters, without loss of place: no newline is translated and no byte-order mark is dropped."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from communique.errors import SourceError

# The marks of UTF-32 begin with those of UTF-16, so they come first. The codecs with an explicit byte order keep the mark.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF", "a PDF", "convert it to text first, e.g. with pdftotext"),
    (b"PK\x03\x04", "a ZIP archive or an Office file", "unpack it, or save the document as plain text or HTML"),
    (b"\x1f\x8b", "compressed with gzip", "unpack it first, e.g. with gunzip"),
    (b"{\\rtf", "an RTF document", "save it as plain text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "save it as plain text or HTML"),
)
_CONTROLS = bytes(x for x in range(32) if x not in b"\t\n\v\f\r\x1b") + b"\x7f"
_META_CHARSET = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.I)
_WEB_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252"}
_NO_CHARSETS = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined"})


def decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The characters of some bytes, and warnings about how they were found.

    Tried in this order: a byte-order mark (kept as character 0), UTF-16 without a mark, UTF-8, the charset an HTML or XML
    head names, UTF-8 with a few broken bytes, then a guess; whatever is not plain UTF-8 or marked is warned about.

    Raises:
        SourceError: if the bytes are not text.
    """
    if problem := binary_problem(data):
        raise SourceError(problem)
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    if order := _unmarked_utf16(data):
        text, more = _lenient(data, order)
        return text, (f"no byte-order mark; read as {order}", *more)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _without_utf8(data)


def binary_problem(data: bytes) -> str | None:
    """Why some bytes can't be text, and what to do; None where they can."""
    for magic, what, advice in _MAGIC:
        if data.startswith(magic):
            return f"this is {what}, not text; {advice}"
    if any(data.startswith(mark) for mark, _ in _MARKS) or _unmarked_utf16(data):
        return None
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if b"\0" in data or controls * 20 > len(data):
        return "this is binary, not text; give a text, HTML or JSON file"
    return None


def _without_utf8(data: bytes) -> tuple[str, tuple[str, ...]]:
    if encoding := _named_charset(data):
        text, more = _lenient(data, encoding)
        return text, (f"not UTF-8; read as {encoding}", *more)
    text = data.decode("utf-8", "replace")
    broken, whole = text.count("\ufffd"), sum(x >= 0xC2 for x in data[:1_000_000])
    if broken * 10 < whole:
        return text, (f"{broken} bytes are not UTF-8 and were read as U+FFFD",)
    encoding = _guess(data)
    return data.decode(encoding, "replace"), (f"not UTF-8; read as {encoding}, which is a guess",)


def _lenient(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError as error:
        return data.decode(encoding, "replace"), (f"broken {encoding} at byte {error.start}, read as U+FFFD",)


def _named_charset(data: bytes) -> str | None:
    match = _META_CHARSET.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    name = _WEB_NAMES.get(name, name)
    try:
        known = codecs.lookup(name).name
        b"a".decode(known)  # "hex" and the like are codecs, but not of text
    except (LookupError, ValueError):
        return None
    # A page that says UTF-16 in ASCII letters is not UTF-16, and one that says UTF-8 has been tried.
    return None if known in _NO_CHARSETS or known.startswith("utf") else known


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order where nearly every other byte is zero, as in Latin script; else None."""
    sample = data[:4096]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    enough = 0.35 * len(sample)
    if len(data) % 2 or len(sample) < 4 or min(even, odd) > 0 or max(even, odd) < enough:
        return None
    return "utf-16-le" if odd else "utf-16-be"


def _guess(data: bytes) -> str:
    """cp1252 where the bytes beyond ASCII are few (English with curly quotes); else what charset-normalizer finds."""
    high = sum(x > 127 for x in data[:100_000])
    if high * 10 > min(len(data), 100_000) and (best := from_bytes(data[:100_000]).best()):
        return best.encoding
    return "cp1252"
