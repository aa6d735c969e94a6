"""How facts point: at actors and attributions of the document (`#key`), at states (`iso:KEN`), at words (a quote)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from corpus.annotation.model import Attribution, Span

NS = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_CODE = re.compile(r"[A-Z]{2,3}")


def pointer(key: str) -> str:
    """`#key` of something in the document; a bare ISO code of a state is `iso:KEN`."""
    return f"iso:{key}" if _CODE.fullmatch(key) else f"#{key}"


def pointers(targets: Iterable[str]) -> str:
    return " ".join(pointer(t) for t in targets)


def keys(value: str | None) -> tuple[str, ...]:
    """The keys behind pointers."""
    return tuple(p.removeprefix("#").removeprefix("iso:") for p in (value or "").split())


class Words:
    """Finds evidence in a text and says it again: the words, and which of their occurrences is meant."""

    def __init__(self, text: str, attributions: Mapping[str, Attribution]) -> None:
        self._text, self._attributions = text, attributions

    def quote(self, span: Span) -> tuple[str, int]:
        words = span.of(self._text)
        return words, next(n for n, start in enumerate(_starts(self._text, words), 1) if start == span.start)

    def told_by(self, attribution: str | None, span: Span) -> bool:
        return attribution is not None and self._attributions[attribution].evidence == span

    def evidence(self, quote: etree._Element | None, source: str | None) -> tuple[Span, str | None]:
        """The span of a fact's evidence, and the attribution that tells it; ValueError where the text has no such words."""
        asserted = keys(source)[0] if source else None
        if quote is None:
            if asserted is None or asserted not in self._attributions:
                raise ValueError(f"evidence points at {source}, which is no attribution of the text")
            return self._attributions[asserted].evidence, asserted
        words, number = quote.text or "", int(quote.get("n") or 1)
        starts = list(_starts(self._text, words))
        if number > len(starts):
            raise ValueError(f"the text does not hold the evidence {words!r} {number} times")
        return Span(starts[number - 1], starts[number - 1] + len(words)), asserted


def _starts(text: str, words: str) -> Iterable[int]:
    at = text.find(words) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
