"""The nouns: frozen, slotted dataclasses, one file a noun. Imports nothing of ours but `errors`."""

from communique.record.actors import Actor, Occupancy, Position, Tenure
from communique.record.commitments import Commitment
from communique.record.dates import DateValue
from communique.record.documents import Block, Document, OffsetMap
from communique.record.encounters import Encounter
from communique.record.events import Event
from communique.record.evidence import Evidence
from communique.record.records import Fact, Record
from communique.record.span import Span
from communique.record.statements import Statement
from communique.record.times import TimeMention

__all__ = [
    "Actor", "Block", "Commitment", "DateValue", "Document", "Encounter", "Event", "Evidence", "Fact", "Occupancy",
    "OffsetMap", "Position", "Record", "Span", "Statement", "Tenure", "TimeMention",
]  # fmt: skip
