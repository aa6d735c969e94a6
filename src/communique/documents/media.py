"""What an input is: plain text or a page."""

from __future__ import annotations

import re
from typing import Literal

MediaType = Literal["text/plain", "text/html"]

_HTML = re.compile(
    r"(?:\s++|\ufeff|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*+<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|section|meta|title|table)\b",
    re.IGNORECASE | re.DOTALL,
)
_ELEMENT = re.compile(r"</(?:p|div|article|h[1-6]|li|span|body|html)\s*>", re.IGNORECASE)
_SUFFIXES: dict[str, MediaType] = {"html": "text/html", "htm": "text/html", "xhtml": "text/html"}


def media_type(text: str, name: str, stated: str | None) -> MediaType:
    """`text/html` where the content begins like a page or, if nothing else is known of it, is full of its tags.

    The content counts first, then the type that was stated, then the suffix of the name.
    """
    if _HTML.match(text):
        return "text/html"
    if stated:
        return "text/html" if "html" in stated.lower() else "text/plain"
    if name.rpartition(".")[2].lower() in _SUFFIXES:
        return "text/html"
    return "text/html" if len(_ELEMENT.findall(text[:20_000])) >= 3 else "text/plain"
