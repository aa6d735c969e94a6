"""What was said: one block for each turn of a speaker, in text order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.text import Text

from communique.record import Record, Statement
from communique.views.cli.characters import one_line
from communique.views.cli.pretty import words
from communique.views.cli.pretty.page import Page, Row

LEGEND = "“ direct  ~ indirect  ≈ mixed  % how sure the reading is"
_MARKS = {"direct": " “", "indirect": "~ ", "mixed": "≈ "}
_QUOTES = "\"'“”„‘’«»「『"


def print_statements(page: Page, record: Record, statements: tuple[Statement, ...]) -> None:
    for _, turn in groupby(statements, key=lambda s: _who(record, s)):
        said = list(turn)
        page.line()
        for speaker in _speakers(record, said[0]):
            page.line(speaker)
        page.rows(_row(record, statement) for statement in said)


def _who(record: Record, statement: Statement) -> tuple[str, ...]:
    """What tells one turn from the next: the speakers, or the words for somebody nobody knows."""
    return statement.speakers or ("", _unnamed(record, statement))


def _unnamed(record: Record, statement: Statement) -> str:
    return " … ".join(one_line(span.of(record.document.text)) for span in statement.speaker_spans)


def _speakers(record: Record, statement: Statement) -> Iterator[Text]:
    for number, actor_id in enumerate(statement.speakers):
        yield Text("and " if number else "").append_text(words.speaker(record.actor(actor_id)))
    if not statement.speakers:
        said_by = _unnamed(record, statement)
        yield Text.assemble((said_by or "Speaker not known", "bold"), ("  (not identified)" if said_by else "", "dim"))


def _row(record: Record, statement: Statement) -> Row:
    content = words.words(record.document, statement.content, statement.inserts)
    mark = _MARKS[statement.quote_type]
    if statement.quote_type == "direct":
        own = content.plain[:1] in _QUOTES  # the span holds the text's own marks
        mark, content = ("", content) if own else (mark, content + Text("”"))
    beside = [Text(statement.nature, "dim")] if statement.nature != "statement" else []
    if statement.addressees:
        beside.append(Text(f"→ {words.names(record, statement.addressees)}"))
    return Row(statement.act, content, tuple(beside), mark=mark, confidence=statement.evidence.confidence)
