"""Headlines that carry their date: "World in brief | Tuesday, May 6, 2025", "Joint statement on fish, Lisbon, 3 May 2021"."""

from __future__ import annotations

import re

from communique.documents import published
from communique.record import DateValue

_BAR = re.compile(r"\s*[|•·]\s*")
_SEPARATOR = re.compile(r"\s*(?:,|\s[–—-])\s+|\s*[(]")
# Of other headlines a date behind a comma may be that of what they tell ("Remembering the flood, 3 May 1921").
_RELEASED = re.compile(
    r"\b(?:statements?|communiqu[eé]s?|briefings?|remarks|speech|address|readout|bulletin|press|transcript|declaration|digest|"
    r"newsletter|conference|interview|message|highlights|in brief|announcements?|note)\b",
    re.IGNORECASE,
)
_KICKER = re.compile(
    r"(?:live|live blog|live updates|breaking|breaking news|exclusive|watch|video|in pictures|analysis|explainer|opinion|"
    r"just in|update \d)\s*\|\s*(?=\w)",
    re.IGNORECASE,
)
_LONGEST = 300  # characters of a headline


def without_kicker(line: str) -> int:
    """Where the headline begins in a line such as "LIVE | Ministers meet"."""
    match = _KICKER.match(line)
    return match.end() if match else 0


def date_behind(line: str) -> tuple[int, DateValue] | None:
    """Where the headline ends in a line that ends with its date, and that date; None where no date is sure to be its own.

    What a bar parts from the headline is none of it; a date behind a comma or dash is.
    """
    if len(line) > _LONGEST or not line[-3:].strip(" .)").isdigit():
        return None
    for bar in _BAR.finditer(line):
        if found := published.parse(line[bar.end() :]):
            return (bar.start(), found) if bar.start() else None
    for separator in _SEPARATOR.finditer(line):
        if _RELEASED.search(line, 0, separator.start()) and (found := published.parse(line[separator.end() :])):
            return len(line), found
    return None
