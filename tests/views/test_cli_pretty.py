"""The page: a hand-made record as it is printed, and how its parts are worded."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from communique.record import Actor, DateValue, Occupancy, Position, Record, Span
from communique.views.cli.characters import one_line, printable
from communique.views.cli.pretty import Page, fact_page, print_records, words
from tests.store.samples import find, invented

PAGE = """\
━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
Ruritania and Syldavia to reopen the ferry line
Strelsau Courier · published 2024-03-12 · By our own reporter
ferry-0.txt · {id}

Statements  2 ──────────────────────────────────────────────────────────────────

Anna Lindqvist, Foreign Minister of Ruritania  (assumed; in office as of
2024-01-01)
  promise       “The ferry [line] will sail again … and no later than June” 100%
                 → Ottokar Wenzel (SYL)

Ottokar Wenzel (SYL)
  thank        ~ the café owners of Strelsau                                 75%
                 belief

Encounters  2 ──────────────────────────────────────────────────────────────────
  meeting        Anna Lindqvist (RUR) and Ottokar Wenzel (SYL)              100%
                 Strelsau, RUR · 2024-03-11 · occurred
                 “received her Syldavian counterpart Ottokar Wenzel in
                 Strelsau on Monday”
  meeting        Ruritania and Syldavia                                     100%
                 2024-05 · planned
                 “Talks on fishing rights are planned for May in Klow”

Commitments  1 ─────────────────────────────────────────────────────────────────
  announced      Ottokar Wenzel (SYL) → Ruritania                           100%
                 due 2024-06-01
                 “vowed to send two ships by 1 June 2024”

Events  1 ──────────────────────────────────────────────────────────────────────
  CONSULT        Ottokar Wenzel (SYL) and Syldavia → Ruritania              100%
                 visit · diplomatic · 2024-03-11 · happened
                 “received her Syldavian counterpart Ottokar Wenzel in
                 Strelsau on Monday”

“ direct  ~ indirect  ≈ mixed  % how sure the reading is
"""


def page(width: int = 80, color: bool = False) -> tuple[Page, io.StringIO]:
    out = io.StringIO()
    kinds = {"force_terminal": True, "color_system": "standard"} if color else {}
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, _environ={}, **kinds)  # type: ignore[arg-type]
    return Page(console), out


def printed(*records: Record, width: int = 80, color: bool = False) -> str:
    sheet, out = page(width, color)
    print_records(records, sheet)
    return out.getvalue()


def test_a_whole_record() -> None:
    assert printed(invented()) == PAGE.format(id=invented().document.id)


@pytest.mark.parametrize("width", [20, 40, 80, 100, 140])
def test_no_line_is_wider_than_the_page(width: int) -> None:
    assert max(map(len, printed(invented(), width=width).splitlines())) <= min(width, 100)


def test_colors_and_brackets_put_in_by_the_outlet_are_dimmed() -> None:
    assert "The ferry \x1b[2m[line]\x1b[0m will sail again" in printed(invented(), color=True)


def test_a_turn_has_one_speaker_line() -> None:
    record = invented()
    first, second = record.statements
    turn = replace(second, speakers=first.speakers, inherited=True)
    assert printed(replace(record, statements=(first, turn))).count("Anna Lindqvist, Foreign Minister") == 1


def test_speakers_who_are_not_known() -> None:
    record = invented()
    first, second = record.statements
    unknown = replace(first, speakers=()), replace(second, speakers=(), speaker_spans=())
    text = printed(replace(record, statements=unknown))
    assert "\nLindqvist  (not identified)\n" in text and "\nSpeaker not known\n" in text
    both = replace(first, speakers=(*first.speakers, *second.speakers))
    assert "2024-01-01)\nand Ottokar Wenzel (SYL)\n" in printed(replace(record, statements=(both,)))


def test_marks() -> None:
    record, text = invented(), invented().document.text
    quoted = Span(text.index("“"), text.index("”") + 1)
    own = replace(record.statements[0], content=(quoted,), inserts=())
    mixed = replace(record.statements[0], quote_type="mixed")
    assert "   “The ferry [line] will sail again,”" in printed(replace(record, statements=(own,)))
    assert "≈ The ferry [line] will sail again … and" in printed(replace(record, statements=(mixed,)))


def test_what_is_not_there_is_said() -> None:
    record = invented()
    bare = replace(record.document, title=None, published=None, outlet=None, byline=None, warnings=("read as cp1252",))
    text = printed(replace(record, document=bare, diplomatic=False, statements=(), encounters=(), events=(), commitments=()))
    assert "(without a title)\ndate not known: give it with --published\n" in text
    assert "not about dealings between states" in text and "note: read as cp1252" in text
    assert "Nothing was found in it" in text and "Statements" not in text


def test_one_fact() -> None:
    record = invented()
    sheet, out = page()
    fact_page(record, record.encounters[1], sheet)
    talks = find(record.document.text, "Talks on fishing rights are planned for May in Klow")
    assert f"{record.encounters[1].id} · characters {talks.start}–{talks.end}" in out.getvalue()
    assert "2024-03-11" not in out.getvalue()


def test_an_action_beside_its_proof() -> None:
    record = invented()
    commitment = replace(record.commitments[0], action="will send ships")
    text = printed(replace(record, commitments=(commitment,)))
    assert "will send ships\n                 “vowed to send two ships by 1 June 2024”" in text


@pytest.mark.parametrize(
    ("value", "words_for_it"),
    [
        (None, ""),
        ("2022", "2022"),
        ("2022-05-30", "2022-05-30"),
        ("2022-W11", "2022-W11"),
        ("2022-05-30T10:25", "2022-05-30 10:25"),
        ("2022-05-30T10:25:59+03:30", "2022-05-30 10:25 +03:30"),
        ("2022-05-30T10:25Z", "2022-05-30 10:25 UTC"),
        ("2022-05-30TMO", "2022-05-30 morning"),
        ("../2022-05-30", "by 2022-05-30"),
        ("2022-05/..", "from 2022-05"),
        ("2022-06-05/2022-06-07", "2022-06-05 to 2022-06-07"),
        ("PAST_REF", "in the past"),
        ("PT2H", "PT2H"),
    ],
)
def test_dates(value: str | None, words_for_it: str) -> None:
    assert words.when(DateValue(value) if value else None) == words_for_it


@pytest.mark.parametrize(
    ("status", "note"),
    [
        ("in_force", ""),
        ("assumed", "  (assumed; in office as of 2022-01)"),
        ("conflict", "  (contested as of 2022-01)"),
        ("unknown", "  (as the text says)"),
    ],
)
def test_offices(status: str, note: str) -> None:
    held = Occupancy(Position("Chancellor of Borduria", "BOR"), status, "2022-01")  # type: ignore[arg-type]
    assert words.office(held).plain == f"Chancellor of Borduria{note}"
    assert words.speaker(Actor("x", "Kurvi Tasch", "person", "BOR", occupancy=held)).plain.startswith("Kurvi Tasch, Chanc")
    assert words.speaker(Actor("x", "Borduria", "state", "BOR")).plain == "Borduria"


def test_clipping_ends_at_a_word() -> None:
    assert words.clipped("short", 10) == "short"
    assert words.clipped("the ferry will sail again", 15) == "the ferry …"
    assert words.clipped("x" * 30, 10) == "xxxxxxxx …"


def test_joining() -> None:
    assert [words.joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["?", "A", "A and B", "A, B and C"]


def test_what_a_terminal_would_obey_is_replaced() -> None:
    assert printable(" a\n\n b\x1b[2Jc\x9b\u202e\u2067d\x00 ") == " a b�[2Jc�d� "
    assert one_line(" سلام \r\n世界 ") == "سلام 世界"
