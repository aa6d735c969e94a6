"""The sheet that is printed on: its width, and the four columns that all facts stand in.

    label         mark words                                                      sure
      promise        “The ferry will sail again … and no later than June”          87%

Labels, marks and percentages stay in their columns from the first fact to the last, so that the eye can go down any of them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

WIDEST = 100  # columns; longer lines are hard to read
_LABEL = 15
_UNSURE = 0.5


@dataclass(frozen=True, slots=True)
class Row:
    """One fact: a label, a mark of at most two characters, its words, further lines beneath, and how sure it is."""

    label: str
    words: Text
    beneath: tuple[Text, ...] = ()
    mark: str = ""
    confidence: float | None = None


class Page:
    """Standard output as a page; plain text without colors unless it is a terminal (and `NO_COLOR` is not set)."""

    def __init__(self, console: Console | None = None) -> None:
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure and console is None:
            reconfigure(errors="replace")  # a terminal that can't show “ should get a ? and not end the program
        self._console = console or Console(highlight=False, markup=False, emoji=False)
        self.width = min(self._console.width, WIDEST)

    def line(self, text: Text | str = "", indent: int = 0) -> None:
        self._print(Padding(text, (0, 0, 0, indent)) if indent else text)

    def heading(self, title: str, note: str = "") -> None:
        head = Text.assemble((title, "bold"), "  ", (note, "dim"), " ") if note else Text.assemble((title, "bold"), " ")
        self.line()
        self.line(Text.assemble(head, ("─" * max(0, self.width - head.cell_len), "dim")))

    def rows(self, rows: Iterable[Row]) -> None:
        table = Table.grid(expand=True)
        table.add_column(width=_LABEL, no_wrap=True)
        table.add_column(width=2, no_wrap=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(width=5, justify="right", no_wrap=True)
        for row in rows:
            label = Text(f"  {row.label}", "cyan")
            table.add_row(label, Text(row.mark, "dim"), row.words, percent(row.confidence))
            for line in row.beneath:
                table.add_row("", "", line, "")
        self._print(table)

    def table(self, table: Table) -> None:
        self._print(table)

    def _print(self, what: RenderableType) -> None:
        with self._console.capture() as captured:
            self._console.print(what, width=self.width)
        # Tables fill their lines with blanks, which spoil what is piped into a file.
        self._console.file.write("".join(f"{line.rstrip(' ')}\n" for line in captured.get().splitlines()))


def percent(confidence: float | None) -> Text:
    """How sure a fact is; what is rather not so stands out."""
    if confidence is None:
        return Text()
    return Text(f"{confidence:.0%}", "yellow" if confidence < _UNSURE else "dim")
