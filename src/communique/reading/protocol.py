"""What an engine gives back for one document: plain arrays of spans and labels, so that engines can be exchanged.

All spans are of `Document.text`. Labels follow the field: sources, cues and contents as in PARC 3.0 / PolNeAR; part-of-speech
tags of the Penn Treebank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from communique.record import Document, Span
from communique.record.statements import Nature, QuoteType, SpeechAct

Tense = Literal["past", "present", "future", "none"]
Form = Literal["finite", "infinitive", "participle", "noun"]
NameKind = Literal["person", "organization", "place", "nationality", "title", "date"]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase. `span` is its full extent, `head` its head word; `pronoun` for he, she, they …"""

    span: Span
    head: Span
    pronoun: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A name, or a title without one. `confidence` is that of its kind."""

    span: Span
    kind: NameKind
    confidence: float


@dataclass(frozen=True, slots=True)
class Oblique:
    """A prepositional complement: "with the visiting president" is `("with", phrase)`."""

    preposition: str
    phrase: Phrase


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb, or a noun that stands for one ("a meeting with …"), and who and what it takes.

    `subjects` holds several phrases where they are joined by "and". `controller` is the lemma of the verb that an infinitive
    hangs on ("vowed to build": build, controlled by vow). `quoted` says whether it stands inside quotation marks.
    """

    span: Span
    lemma: str
    form: Form
    sentence: Span
    clause: Span
    subjects: tuple[Phrase, ...] = ()
    objects: tuple[Phrase, ...] = ()
    obliques: tuple[Oblique, ...] = ()
    tense: Tense = "none"
    modal: str | None = None
    negated: bool = False
    passive: bool = False
    perfect: bool = False
    controller: str | None = None
    quoted: bool = False

    def with_(self, *prepositions: str) -> tuple[Phrase, ...]:
        """The phrases that follow some prepositions."""
        return tuple(o.phrase for o in self.obliques if o.preposition in prepositions)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words somebody is said to have said, thought or written.

    `lemma` is the cue's dictionary form ("according to" for itself, ":" for a speaker label). `inherited` is true where the
    source stands in an earlier sentence; `source` then points there. `depth` is 1 inside another's content ("the ministry said
    he had urged …"), else 0. `nature` is "statement" where it is not known to be anything else; `act` is None where the
    engine does not tell.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    quote_type: QuoteType
    lemma: str
    sentence: Span
    addressee: tuple[Span, ...] = ()
    inherited: bool = False
    confidence: float = 0.5
    depth: int = 0
    nature: Nature = "statement"
    act: SpeechAct | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One document as an engine reads it; `tokens`, `tags` and `lemmas` have one entry a token."""

    engine: str
    tokens: tuple[Span, ...]
    tags: tuple[str, ...]
    lemmas: tuple[str, ...]
    sentences: tuple[Span, ...]
    phrases: tuple[Phrase, ...]
    predicates: tuple[Predicate, ...]
    attributions: tuple[Attribution, ...]
    quotes: tuple[Span, ...]
    inserts: tuple[Span, ...]
    names: tuple[Name, ...] = ()


class Engine(Protocol):
    """A reader of documents: pure, one reading a document, in the order given."""

    @property
    def name(self) -> str:
        """Name and version, kept with every fact the engine led to."""
        ...

    def read(self, documents: Sequence[Document]) -> list[Reading]: ...
