"""A document as people look at it: `python -m corpus.show KEY …`, the text with its marks in color and its facts below.

With `--shorthand` it is printed as people type it, to be mended and taken in again by `python -m corpus.add`.

Content is green (blue where it is no statement), source bold, cue underlined, a date yellow. The small number before a content
is the attribution's; the lines below say who speaks to whom, and each fact's words.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from corpus.annotation.files import load
from corpus.annotation.model import Document, Span
from corpus.annotation.to_shorthand import to_shorthand
from corpus.tables import TEXTS

_STYLES = {"statement": "green", "source": "bold", "cue": "underline", "time": "yellow"}
_OTHER = "blue"
_SHOWN = 60  # letters of a fact's words


def main() -> int:
    parser = argparse.ArgumentParser(description="Show documents of the corpus.")
    parser.add_argument("keys", nargs="+", metavar="KEY")
    parser.add_argument("--shorthand", action="store_true", help="as people type it, not in color")
    arguments = parser.parse_args()
    documents = {d.key: d for d in load(TEXTS)}
    missing = [key for key in arguments.keys if key not in documents]
    if missing:
        print(f"no document {' '.join(missing)}; keys look like {', '.join(list(documents)[:3])}", file=sys.stderr)
    for document in (documents[key] for key in arguments.keys if key in documents):
        if arguments.shorthand:
            print(to_shorthand(document))
        else:
            show(document, Console())
    return min(len(missing), 1)


def show(document: Document, out: Console) -> None:
    out.rule(Text(f"{document.key} · {document.style} · {document.outlet} · {document.published}"))
    out.print(marked(document))
    for title, rows in (
        ("Attributions", _attributions(document)), ("Encounters", _encounters(document)), ("Events", _events(document)),
        ("Commitments", _commitments(document)),
    ):  # fmt: skip
        table = Table(title=title, title_justify="left", show_header=False, box=None, padding=(0, 1))
        for row in rows:
            table.add_row(*row)
        if table.row_count:
            out.print(table)


def marked(document: Document) -> Text:
    """The text in colors, with the number of each attribution before its content."""
    text = Text(document.text)
    for made in document.attributions:
        for part in made.content:
            text.stylize(_STYLES.get(made.nature, _OTHER), *part)
        for role, spans in (("source", made.source), ("cue", made.cue)):
            for span in spans:
                text.stylize(_STYLES[role], *span)
    for time in document.times:
        text.stylize(_STYLES["time"], *time.span)
    return _numbered(text, {made.content[0].start: made.key[1:] for made in document.attributions})


def _numbered(text: Text, numbers: dict[int, str]) -> Text:
    pieces, at = list[Text](), 0
    for start in sorted(numbers):
        pieces += [text[at:start], Text(f"[{numbers[start]}]", "dim")]
        at = start
    return Text.assemble(*pieces, text[at:])


def _attributions(document: Document) -> Iterator[tuple[str, ...]]:
    for made in document.attributions:
        to = f" → {_names(document, made.addressees)}" if made.addressees else ""
        relay = f" (relayed by {_names(document, made.relays)})" if made.relays else ""
        kind = "/".join(made.acts) or made.nature
        yield made.key[1:], _names(document, made.speakers) + to + relay, kind, made.quote_type, _doubt(made.optional)


def _encounters(document: Document) -> Iterator[tuple[str, ...]]:
    for met in document.encounters:
        where = ", ".join(filter(None, (met.place, met.host)))
        yield met.kind, _names(document, met.participants), where, met.date or "", met.status, _words(document, met.evidence)


def _events(document: Document) -> Iterator[tuple[str, ...]]:
    for event in document.events:
        sides = (" ↔ " if event.mutual else " → ").join(filter(None, map(", ".join, (event.actors, event.recipients))))
        kind = f"{event.event_type} {event.mode or ''}".strip()
        yield kind, sides, event.date or "", event.modality, _words(document, event.evidence), _doubt(event.optional)


def _commitments(document: Document) -> Iterator[tuple[str, ...]]:
    for made in document.commitments:
        sides = " → ".join(filter(None, (_names(document, made.by), _names(document, made.to))))
        yield sides, made.action, made.deadline or "", made.status, made.follows or ""


def _names(document: Document, keys: Sequence[str]) -> str:
    known = {a.key: a.name for a in document.actors}
    return ", ".join(known.get(k, k) for k in keys)


def _words(document: Document, span: Span) -> str:
    words = " ".join(span.of(document.text).split())
    return f"“{words}”" if len(words) <= _SHOWN else f"“{words[:_SHOWN]}…”"


def _doubt(optional: bool) -> str:
    return "doubtful" if optional else ""


if __name__ == "__main__":
    sys.exit(main())
