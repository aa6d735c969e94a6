"""All that one document gave."""

from __future__ import annotations

from dataclasses import dataclass

from communique.record.actors import Actor
from communique.record.commitments import Commitment
from communique.record.documents import Document
from communique.record.encounters import Encounter
from communique.record.events import Event
from communique.record.statements import Statement
from communique.record.times import TimeMention

Fact = Statement | Encounter | Event | Commitment


@dataclass(frozen=True, slots=True)
class Record:
    """A document and its facts, each list in text order. `engine` names what read it, e.g. `rules 1`.

    `diplomatic` says whether the text reports on dealings between states or international bodies.
    """

    document: Document
    engine: str
    diplomatic: bool
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    times: tuple[TimeMention, ...] = ()

    def actor(self, actor_id: str) -> Actor:
        """The actor of an id.

        Raises:
            KeyError: if this document has none.
        """
        for actor in self.actors:
            if actor.id == actor_id:
                return actor
        raise KeyError(actor_id)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return (*self.statements, *self.encounters, *self.events, *self.commitments)
