"""The record of sentences set by hand, with its facts in names instead of ids.

Ruto and Museveni held office on 12 March 2024 (a Tuesday); what they do here is invented.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from communique.record import Encounter, Event, Record, Span, Statement
from communique.run.pipeline import read_document
from tests.reading.documents import document

RUTO, MUSEVENI = "Kenyan President William Ruto", "Ugandan President Yoweri Museveni"


@dataclass(frozen=True)
class Telling:
    """A record, asked in words."""

    record: Record

    def names(self, ids: Iterable[str]) -> set[str]:
        return {self.record.actor(i).name for i in ids}

    def words(self, spans: Iterable[Span]) -> str:
        return " / ".join(s.of(self.record.document.text) for s in spans)

    @property
    def statement(self) -> Statement:
        (only,) = self.record.statements
        return only

    @property
    def encounter(self) -> Encounter:
        (only,) = self.record.encounters
        return only

    @property
    def event(self) -> Event:
        (only,) = self.record.events
        return only


def tell(*paragraphs: str, title: str | None = None, published: str | None = "2024-03-12") -> Telling:
    return Telling(read_document(document(*paragraphs, title=title, published=published)))
