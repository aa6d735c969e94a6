"""How a statement or dispatch ends: where and when it was done, and the stamp of the agency that sent it."""

from __future__ import annotations

import re

from communique.documents import published
from communique.documents.headers import Facts
from communique.record import DateValue

_DONE = re.compile(
    r"(?i:done|signed|made|given|adopted|issued|concluded|executed|agreed)\b(?: (?:and|signed|sealed|done))*\s+"
    r"(?:(?i:at|in)\s+(?:the\s+)?[^\W\d_a-z]|(?i:on|this)\b)"
)
_END = re.compile(r"[\W_]*\bend(?:s|\s+(?:of\s+(?:text|transcript|statement|message)|text|item))?\b[\W_]*", re.IGNORECASE)
# Day, hour, minute, month and year, as teleprinters have it (ACP 121): "HPA 171455 Nov 24".
_STAMP = re.compile(
    r"(?P<agency>[A-Z]{2,8})\s+(?P<day>\d\d)(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)\s*(?P<zone>Z|GMT|UTC)?\s+"
    r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>(?:20)?\d\d)"
)
_LONGEST = 250  # characters of a closing line


def learn_closing(line: str, facts: Facts) -> bool:
    """Whether a line at the foot of a report is the mark of its end or the agency's stamp; their date is added to `facts`."""
    if len(line) > _LONGEST or not any(x.isdigit() for x in line):
        return False
    if stamp := _STAMP.fullmatch(line):
        value = _of_stamp(stamp)
        facts.learn(Facts(published=value, outlet=stamp["agency"] if value else None))
        return value is not None
    if end := _END.match(line):
        value = published.parse(line[end.end() :])
        facts.learn(Facts(published=value))
        return value is not None
    return False


def learn_done(line: str, facts: Facts) -> None:
    """Adds the date of a line such as "Done at Lisbon, 3 May 2021" to `facts`; the line is part of the statement it ends."""
    if len(line) <= _LONGEST and _DONE.match(line):
        days = {value.text for value, _, _ in published.days_in(line)}
        facts.learn(Facts(published=DateValue(days.pop()) if len(days) == 1 else None))


def _of_stamp(stamp: re.Match[str]) -> DateValue | None:
    year = stamp["year"] if len(stamp["year"]) == 4 else f"20{stamp['year']}"
    zone = " GMT" if stamp["zone"] else ""
    return published.parse(f"{stamp['day']} {stamp['month']} {year} {stamp['hour']}:{stamp['minute']}{zone}")
