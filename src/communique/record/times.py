"""A date as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass

from communique.record.dates import DateValue
from communique.record.span import Span


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that name a time, and what they mean on the document's date.

    `span` is of `Document.text`. `deadline` is true for "by …", "until …", "before …", "within …": the value is then the
    last moment. `value` is None where the words can't be resolved without a date that is not known.
    """

    span: Span
    value: DateValue | None
    deadline: bool
    confidence: float
