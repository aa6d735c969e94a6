"""From an input's bytes to a document: the order in which the steps of this room are taken."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from communique.documents import published as dates
from communique.documents.body import read_body
from communique.documents.dating import publication
from communique.documents.head import read_head
from communique.documents.headers import LONGEST, Facts
from communique.documents.language import language_of
from communique.documents.layout import lay_out
from communique.documents.lines import units as plain_units
from communique.documents.media import media_type
from communique.documents.prose import folded
from communique.documents.surface import verbatim
from communique.documents.view import View
from communique.documents.web import read_web
from communique.errors import DocumentError, SourceError
from communique.record import Block, DateValue, Document
from communique.record.ids import document_id
from communique.settings import DEFAULTS, Settings
from communique.sources import Input, decode

_APART = re.compile(r"(?:[A-Z][\w ]{1,25}\s*[:：]\s|By [A-Z]|https?://|©|\(c\)|\W*$)")
_LETTER = re.compile(r"[^\W\d_]")
_LOOKED_AT = 20  # units in which a title that came with the text is looked for
_HOW = "write it like 2022-05-31, 2022-05, 2022, 2022-05-31T10:25 or 2022-05-31T10:25+03:30"


def build(source: Input, *, published: str | None = None, outlet: str | None = None, settings: Settings = DEFAULTS) -> Document:
    """The document that an input holds.

    The text keeps the original's characters; what is none of the article is left out. `published` (an ISO 8601 prefix or a
    date in words) and `outlet` count before anything found. Offsets of `Document.origin` are code points of the decoded input.

    Raises:
        SourceError: if the bytes are no text, are too many, or `published` is no date.
        DocumentError: if they hold no article.
    """
    given = _given(published)
    if len(source.data) > settings.max_input_bytes:
        raise SourceError(f"this has more than {settings.max_input_bytes:,} bytes; split it or raise max_input_bytes")
    text, warnings = decode(source.data)
    kind = media_type(text, source.name, source.media_type)
    view = read_web(text, settings) if kind == "text/html" else _plain(text)
    said = Facts()
    blocks = _blocks(view, source.title, said)
    clean, placed, origin = lay_out(view.surface, blocks)
    row, complaints = _row(source)
    day, day_from = publication(given, row, said, view.stated, clean)
    title = next((b.span.of(clean) for b in placed if b.kind == "title"), None)
    known = Facts(title=title, byline=said.byline, outlet=outlet, story_code=said.story_code)
    for less in (row, view.stated, said):
        known.learn(less)
    return Document(
        id=document_id(clean, known.outlet, day.text if day else None),
        text=clean,
        blocks=placed,
        origin=origin,
        source=source.name,
        media_type=kind,
        sha256=hashlib.sha256(source.data).hexdigest(),
        title=known.title,
        byline=known.byline,
        outlet=known.outlet,
        url=known.url,
        published=day,
        published_from=day_from,
        story_code=known.story_code,
        language=language_of(clean) or view.language,
        warnings=(*warnings, *complaints, *view.warnings),
    )


def _row(source: Input) -> tuple[Facts, tuple[str, ...]]:
    """What came along with the bytes, and a warning where its date is not understood."""
    day = dates.parse(source.published or "")
    facts = Facts(title=source.title, outlet=source.outlet, url=source.url, published=day)
    if source.published and day is None:
        return facts, (f"the date {source.published[:40]!r} that came with the text was not understood",)
    return facts, ()


def _given(published: str | None) -> DateValue | None:
    if published is None:
        return None
    found = dates.parse(published)
    if found is None:
        raise SourceError(f"{published[:40]!r} is no publication date; {_HOW}")
    return found


def _plain(text: str) -> View:
    return View(verbatim(text), tuple(plain_units(text, _APART)))


def _blocks(view: View, title: str | None, said: Facts) -> list[Block]:
    """The blocks of an article in its surface; `title` is one that came with the text."""
    text, wanted = view.surface.text, folded(title) if title else None
    units = [
        replace(u, hint="title") if wanted and u.end - u.start < LONGEST and folded(text[u.start : u.end]) == wanted else u
        for u in view.units[:_LOOKED_AT]
    ]
    head = read_head(text, [*units, *view.units[_LOOKED_AT:]], said)
    headline = text[head.title.start : head.title.end] if head.title else None
    # A byline may stand below a line that turns out to be the body, so the two lists can interlock.
    blocks = sorted([*head.blocks, *read_body(text, head.body, headline, said)], key=lambda b: b.span.start)
    if not any(_LETTER.search(text, b.span.start, b.span.end) for b in blocks):
        raise DocumentError("this holds no text that could be read; give a file with an article in it")
    return blocks
