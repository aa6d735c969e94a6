"""Text of strangers, made safe to print in a terminal.

A text may hold escape sequences that would move the cursor or rename the window, and marks that turn the direction of
writing of everything behind them (CVE-2021-42574, "Trojan Source").
"""

from __future__ import annotations

import re

_CONTROLS = [c for c in (*range(0x20), *range(0x7F, 0xA0)) if chr(c) not in "\t\n\r\x0b\x0c\x85"]
_DIRECTIONS = [*range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_SAFE = dict.fromkeys([*_CONTROLS, *range(0xD800, 0xE000)], "\ufffd") | dict.fromkeys(_DIRECTIONS, "")
_SPACE = re.compile(r"\s+")


def printable(text: str) -> str:
    """A text with its white space folded to single blanks (also at its ends) and nothing that a terminal would obey."""
    return _SPACE.sub(" ", text).translate(_SAFE)


def one_line(text: str) -> str:
    return printable(text).strip()
