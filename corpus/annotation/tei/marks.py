"""The marks among the words of a text, read from an `ab`.

`said` is a content (`who`, `toWhom`, `direct`, its act or nature as `ana`; a later part points back by `prev`), `rs
type="source"` and `seg type="cue"` point at the contents they serve, `name` at an actor, `date` has its value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from corpus.annotation.model import Attribution, Mention, Span, Time, in_text_order
from corpus.annotation.tei.pointing import XML_ID, keys


@dataclass
class Marks:
    """A text and what is marked in it."""

    text: str = ""
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()


@dataclass
class _Parts:
    """Spans of an attribution, as they are met."""

    said: etree._Element
    content: list[Span] = field(default_factory=list)
    cue: list[Span] = field(default_factory=list)
    source: list[Span] = field(default_factory=list)


def read(ab: etree._Element) -> Marks:
    """The marks of a text, each kind in text order; ValueError where a mark points at no attribution."""
    pieces: list[str] = []
    found = list(_walk(ab, pieces, 0))
    parts = {str(e.get(XML_ID)): _Parts(e) for e, _ in found if _tag(e) == "said" and not e.get("prev")}
    for element, span in found:
        _sort_in(element, span, parts)
    return Marks(
        "".join(pieces),
        tuple(sorted((Mention(keys(e.get("ref"))[0], s) for e, s in found if _tag(e) == "name"), key=lambda m: m.span)),
        tuple(sorted((_time(e, s) for e, s in found if _tag(e) == "date"), key=lambda t: t.span)),
        in_text_order(_attribution(key, p) for key, p in parts.items()),
    )


def _walk(element: etree._Element, pieces: list[str], at: int) -> Iterator[tuple[etree._Element, Span]]:
    """Every element below one with its span; the text is collected on the way."""
    stack: list[tuple[etree._Element, int, int]] = [(element, at, 0)]
    at = _take(element.text, pieces, at)
    while stack:
        parent, start, child = stack.pop()
        if child < len(parent):
            stack.append((parent, start, child + 1))
            stack.append((parent[child], at, 0))
            at = _take(parent[child].text, pieces, at)
        elif stack:
            yield parent, Span(start, at)
            at = _take(parent.tail, pieces, at)


def _take(words: str | None, pieces: list[str], at: int) -> int:
    pieces.append(words or "")
    return at + len(words or "")


def _tag(element: etree._Element) -> str:
    return etree.QName(element).localname


def _sort_in(element: etree._Element, span: Span, parts: dict[str, _Parts]) -> None:
    kind = _tag(element)
    if kind == "said":
        wanted = keys(element.get("prev")) or (str(element.get(XML_ID)),)
    elif kind in ("rs", "seg"):
        wanted = keys(element.get("corresp"))
    else:
        return
    for key in wanted:
        if key not in parts:
            raise ValueError(f"a {kind} points at {key}, which is no attribution of the text")
        {"said": parts[key].content, "rs": parts[key].source, "seg": parts[key].cue}[kind].append(span)


def _time(e: etree._Element, span: Span) -> Time:
    return Time(str(e.get("when") or e.get("when-custom")), span, e.get("type") == "published")


def _attribution(key: str, parts: _Parts) -> Attribution:
    said = parts.said
    analysis = keys(said.get("ana"))
    natures = [a for a in analysis if a in ("belief", "intention", "decision", "finding")]
    quote_type = said.get("rend") or ("direct" if said.get("direct") == "true" else "indirect")
    return Attribution(
        key=key,
        nature=natures[0] if natures else "statement",
        quote_type=quote_type,
        content=tuple(sorted(parts.content)),
        cue=tuple(sorted(parts.cue)),
        source=tuple(sorted(parts.source)),
        speakers=keys(said.get("who")),
        addressees=keys(said.get("toWhom")),
        relays=keys(said.get("source")),
        acts=() if natures else analysis,
        optional=said.get("cert") == "low",
    )
