"""When a document was published: of all that was given, stated and read, what counts."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal

from communique.documents import published as dates
from communique.documents.headers import Facts
from communique.record import DateValue

From = Literal["given", "text", "metadata"]

_DAY = len("2022-05-30")
_LOOKED_AT = 20_000  # characters of a text in which a dateline's day is looked for with its year
_LATEST = timedelta(days=31)  # an update later than this says nothing of the dateline's year


def publication(
    given: DateValue | None, row: Facts, said: Facts, stated: Facts, text: str
) -> tuple[DateValue | None, From | None]:
    """The date of publication and where it was found: given, then of the row, then in the text, then in the page's head.

    A later source counts where it says the same more exactly; a dateline without a year completes a year or month. The date
    of an update counts only where there is no other. `text` is the document's.
    """
    if given:
        return given, "given"
    said_on = said.published or (None if row.published or stated.published else _from_dateline(said, text) or said.updated)
    place: From = "metadata" if row.published else "text"
    first, second = (row.published, said_on) if row.published else (said_on, stated.published)
    found = dates.finer(first, second)
    if found is None:
        return None, None
    completed = found.text[:4] + (said.month_day or "")
    if len(found.text) < _DAY and said.month_day and completed.startswith(found.text):
        found = dates.parse(completed) or found
    return found, place if first else "metadata"


def _from_dateline(said: Facts, text: str) -> DateValue | None:
    """The dateline's day in the year the text itself names with that day, or in which it was updated soon after."""
    if not said.month_day:
        return None
    years = {day.text[:4] for day, _, _ in dates.days_in(text[:_LOOKED_AT]) if day.text[4:_DAY] == said.month_day}
    if len(years) == 1:
        return dates.parse(years.pop() + said.month_day)
    updated = said.updated.day if said.updated else None
    day = dates.parse(f"{updated.year}{said.month_day}") if updated else None
    soon = updated and day and day.day and timedelta(0) <= updated - day.day <= _LATEST
    return (dates.finer(day, said.updated) if soon else None) if not years else None
