"""Where a fact comes from."""

from __future__ import annotations

from dataclasses import dataclass

from communique.errors import RecordError
from communique.record.span import Span, hull


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a fact was read from.

    `spans` and `sentence` are of `Document.text` of the document `document_id`; `confidence` is in [0, 1].
    """

    document_id: str
    spans: tuple[Span, ...]
    sentence: Span
    confidence: float

    def __post_init__(self) -> None:
        if not self.spans:
            raise RecordError("evidence needs at least one span")
        if not 0.0 <= self.confidence <= 1.0:
            raise RecordError(f"confidence must be within 0 and 1, got {self.confidence}")

    @property
    def hull(self) -> Span:
        return hull(self.spans)
