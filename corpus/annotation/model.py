"""The nouns of the corpus. Spans are half-open `[start, end)` in Unicode code points of `Document.text`, the raw input.

Actors, attributions, encounters and commitments have keys of their own inside a document; what one document shares with
another (a story, an encounter told twice, a talking point, an earlier commitment) goes by a key of the whole corpus.
A party of an event or a commitment is the key of an actor, or a state's ISO 3166-1 alpha-3 code as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple, get_args

ActorKind = Literal["person", "state", "organ", "organization", "group", "place", "unnamed", "work"]
Genre = Literal["diplomatic", "general", "lookalike"]
Nature = Literal["statement", "belief", "intention", "decision", "finding"]
QuoteType = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "praise", "criticize", "accuse", "call", "promise", "threaten", "reject", "propose", "question", "thank",
    "condole", "congratulate",
]  # fmt: skip
EncounterKind = Literal["meeting", "visit", "call", "signing", "summit", "other"]
EncounterStatus = Literal["occurred", "planned", "postponed", "cancelled"]
Modality = Literal["happened", "planned", "promised", "demanded", "denied", "hypothetical", "historical"]
CommitmentStatus = Literal["announced", "in_progress", "renewed", "kept", "late", "broken", "unverifiable"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip

ACTOR_KINDS: tuple[str, ...] = get_args(ActorKind)
GENRES: tuple[str, ...] = get_args(Genre)
NATURES: tuple[str, ...] = get_args(Nature)
QUOTE_TYPES: tuple[str, ...] = get_args(QuoteType)
ACTS: tuple[str, ...] = get_args(Act)
ENCOUNTER_KINDS: tuple[str, ...] = get_args(EncounterKind)
ENCOUNTER_STATUSES: tuple[str, ...] = get_args(EncounterStatus)
MODALITIES: tuple[str, ...] = get_args(Modality)
COMMITMENT_STATUSES: tuple[str, ...] = get_args(CommitmentStatus)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)


class Span(NamedTuple):
    """`[start, end)` in code points of `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def hull(spans: tuple[Span, ...]) -> Span:
    """The smallest span that holds all of them; there must be one."""
    return Span(min(s.start for s in spans), max(s.end for s in spans))


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something a document names; `state` is an ISO code, `aliases` are the words it goes by in this text."""

    key: str
    kind: str
    name: str
    state: str | None = None
    office: str | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor named in the text."""

    actor: str
    span: Span


@dataclass(frozen=True, slots=True)
class Time:
    """An expression that resolves to a date; `published` marks the document's own date line."""

    value: str
    span: Span
    published: bool = False


@dataclass(frozen=True, slots=True)
class Attribution:
    """Somebody's words, or what they think, intend, decide or find, after PARC 3.0 and PolNeAR.

    `acts` (statements only) has the ruling first and other defensible answers after it. `relays` passed the words on.
    """

    key: str
    nature: str
    quote_type: str
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speakers: tuple[str, ...] = ()
    addressees: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    optional: bool = False

    @property
    def evidence(self) -> Span:
        """From the first to the last word of cue and content."""
        return hull((*self.cue, *self.content))


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting, visit or call; `story` names the real encounter where several documents tell it."""

    key: str
    kind: str
    participants: tuple[str, ...]
    status: str
    evidence: Span
    host: str | None = None
    place: str | None = None
    date: str | None = None
    story: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A PLOVER event; `asserted` is the attribution that tells it, none where the text does so in its own voice."""

    event_type: str
    mode: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    modality: str
    evidence: Span
    date: str | None = None
    mutual: bool = False
    asserted: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Commitment:
    """What somebody undertook; `follows` is `DOCUMENT.KEY` of the earlier commitment that is taken up again."""

    key: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    action: str
    status: str
    evidence: Span
    deadline: str | None = None
    asserted: str | None = None
    follows: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Point:
    """A talking point of the whole corpus and the attributions that make it here."""

    key: str
    attributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with everything marked in it, in text order; actors as `in_lists` puts them.

    `story` names the group of documents that belong together; `published` is an ISO day, `title` and `byline` are words of
    the text.
    """

    key: str
    story: str
    style: str
    genre: str
    outlet: str | None
    published: str
    title: str | None
    byline: str | None
    traits: tuple[str, ...]
    text: str
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    encounters: tuple[Encounter, ...] = ()
    events: tuple[Event, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    points: tuple[Point, ...] = ()

    @property
    def words(self) -> int:
        """Number of words, as blanks divide them."""
        return len(self.text.split())

    @property
    def published_in_text(self) -> bool:
        """Whether a reader can find the day of publication in the text, with its year."""
        year = re.compile(rf"\b(?:{self.published[:2]})?{self.published[2:4]}\b")
        return any(time.published and year.search(time.span.of(self.text)) for time in self.times)


_LISTS: dict[str, int] = {"person": 0, "unnamed": 0, "place": 2}


def in_lists(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """People first, then bodies, then places: the three lists in which they are kept."""
    return tuple(sorted(actors, key=lambda a: _LISTS.get(a.kind, 1)))


def in_text_order(made: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """By where the content begins, the outer before the inner."""
    return tuple(sorted(made, key=lambda a: (a.content[0].start, -a.content[0].end, a.key)))
