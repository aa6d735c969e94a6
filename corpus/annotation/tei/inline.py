"""A text with its marks as the content of an `ab`; `marks` reads it and says what each element is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from corpus.annotation.model import Attribution, Document, Span
from corpus.annotation.tei.pointing import pointers

_RANK = {"said": 0, "rs": 1, "seg": 2, "date": 3, "name": 4}  # of two elements with the same span the first holds the second


def is_plain(value: str) -> bool:
    """Whether TEI's `when` can hold a date: a day, a month or a year."""
    return re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", value) is not None


def write(document: Document) -> str:
    """The text with its marks as XML; the marks must nest."""
    text, out, at = document.text, list[str](), 0
    open_marks: list[tuple[int, str]] = []
    for span, tag, attributes in sorted(_elements(document), key=lambda m: (m[0].start, -m[0].end, _RANK[m[1]], m[2])):
        while open_marks and open_marks[-1][0] <= span.start:
            end, closing = open_marks.pop()
            out += [escape(text[at:end]), f"</{closing}>"]
            at = end
        out += [escape(text[at : span.start]), f"<{tag}{attributes}>"]
        at = span.start
        open_marks.append((span.end, tag))
    for end, closing in reversed(open_marks):
        out += [escape(text[at:end]), f"</{closing}>"]
        at = end
    return "".join((*out, escape(text[at:])))


def _elements(document: Document) -> Iterator[tuple[Span, str, str]]:
    for mention in document.mentions:
        yield mention.span, "name", _attributes(ref=pointers([mention.actor]))
    for time in document.times:
        value = {"when" if is_plain(time.value) else "when-custom": time.value}
        yield time.span, "date", _attributes(**value, type="published" if time.published else None)
    served: dict[tuple[str, Span], list[str]] = {}
    for made in document.attributions:
        yield made.content[0], "said", _said(made)
        yield from ((part, "said", _attributes(prev=f"#{made.key}")) for part in made.content[1:])
        for tag, spans in (("rs", made.source), ("seg", made.cue)):
            for span in spans:
                served.setdefault((tag, span), []).append(made.key)
    for (tag, span), made_keys in served.items():
        kind = "source" if tag == "rs" else "cue"
        yield span, tag, _attributes(type=kind, corresp=pointers(sorted(made_keys, key=lambda k: (len(k), k))))


def _said(made: Attribution) -> str:
    who, to, source = (pointers(people) or None for people in (made.speakers, made.addressees, made.relays))
    return _attributes(
        **{"xml:id": made.key},
        who=who,
        toWhom=to,
        direct="true" if made.quote_type == "direct" else "false",
        rend="mixed" if made.quote_type == "mixed" else None,
        ana=pointers(made.acts or [made.nature]),
        source=source,
        cert="low" if made.optional else None,
    )


def _attributes(**values: str | None) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in values.items() if value)
