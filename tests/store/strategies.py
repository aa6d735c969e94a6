"""Records that hypothesis invents: every field filled, every reference good."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar, get_args

from hypothesis import strategies as st

from communique.record import (
    Actor,
    Block,
    Commitment,
    DateValue,
    Document,
    Encounter,
    Event,
    Evidence,
    Occupancy,
    OffsetMap,
    Position,
    Record,
    Span,
    Statement,
    TimeMention,
)
from communique.record.actors import ActorKind, TenureStatus
from communique.record.commitments import CommitmentStatus
from communique.record.documents import BlockKind
from communique.record.encounters import EncounterKind, EncounterStatus
from communique.record.events import EventType, Modality
from communique.record.statements import QuoteType, SpeechAct

# No half surrogates: no UTF-8 has them, so no decoded file does.
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
CODES = st.none() | st.sampled_from(["RUR", "SYL", "BOR"])
DATES = st.sampled_from(
    ["2022", "2022-Q2", "2022-05", "2022-W22", "2022-W53", "2022-05-30", "2022-05-30T10:25+03:30", "2022-05-30TMO",
     "../2022-05-30", "2022-05-30/..", "2022-06-05/2022-06-07", "P2D", "PAST_REF", "202X", "SET:P1W"]
).map(DateValue)  # fmt: skip
FRACTIONS = st.floats(0, 1)


@st.composite
def records(draw: st.DrawFn) -> Record:
    document = draw(documents())
    spans = _spans(document.text)
    names = st.lists(st.text("abc", min_size=1, max_size=4), max_size=4, unique=True)
    actors = tuple(draw(_actor(name, spans)) for name in draw(names))
    known = [actor.id for actor in actors]
    parties: Parties = _tuples(st.sampled_from(known)) if known else st.just(())
    evidence = st.builds(Evidence, st.just(document.id), _tuples(spans, 1), spans, FRACTIONS)
    return Record(
        document,
        draw(WORDS),
        draw(st.booleans()),
        actors,
        _numbered(draw, "s", _statement(parties, spans, evidence)),
        _numbered(draw, "e", _encounter(parties, evidence)),
        _numbered(draw, "v", _event(parties, evidence)),
        _numbered(draw, "c", _commitment(parties, evidence)),
        draw(_tuples(st.builds(TimeMention, spans, st.none() | DATES, st.booleans(), FRACTIONS))),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
    shift = draw(st.integers(0, 9))
    return Document(
        id="d-" + draw(st.text("0123456789abcdef", min_size=16, max_size=16)),
        text=text,
        blocks=draw(_tuples(st.builds(Block, _spans(text), st.sampled_from(get_args(BlockKind))))),
        origin=OffsetMap(((0, len(text), shift, shift + len(text)),)),
        source=draw(WORDS),
        media_type=draw(WORDS),
        sha256=draw(WORDS),
        title=draw(st.none() | WORDS),
        byline=draw(st.none() | WORDS),
        outlet=draw(st.none() | WORDS),
        url=draw(st.none() | WORDS),
        published=draw(st.none() | DATES),
        published_from=draw(st.sampled_from([None, "given", "text", "metadata"])),
        story_code=draw(st.none() | WORDS),
        language=draw(st.none() | WORDS),
        warnings=draw(_tuples(WORDS)),
    )


def _actor(name: str, spans: st.SearchStrategy[Span]) -> st.SearchStrategy[Actor]:
    position = st.builds(Position, WORDS, CODES, st.none() | WORDS)
    held = st.builds(Occupancy, position, st.sampled_from(get_args(TenureStatus)), st.none() | WORDS)
    return st.builds(
        Actor,
        id=st.just(f"local:{name}"),
        name=WORDS,
        kind=st.sampled_from(get_args(ActorKind)),
        state=CODES,
        wikidata=st.none() | WORDS,
        occupancy=st.none() | held,
        mentions=_tuples(spans),
        aliases=_tuples(WORDS),
        confidence=FRACTIONS,
    )


T = TypeVar("T")
F = TypeVar("F", Statement, Encounter, Event, Commitment)
Parties = st.SearchStrategy[tuple[str, ...]]
Proofs = st.SearchStrategy[Evidence]
IDS = st.just("")  # numbered afterwards, so that no two facts share one


def _statement(parties: Parties, spans: st.SearchStrategy[Span], evidence: Proofs) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        IDS,
        parties,
        _tuples(spans),
        _tuples(spans),
        _tuples(spans, 1),
        st.sampled_from(get_args(QuoteType)),
        st.sampled_from(get_args(SpeechAct)),
        evidence,
        parties,
        _tuples(spans),
        _tuples(spans),
        st.booleans(),
    )


def _encounter(parties: Parties, evidence: Proofs) -> st.SearchStrategy[Encounter]:
    kinds, statuses = st.sampled_from(get_args(EncounterKind)), st.sampled_from(get_args(EncounterStatus))
    return st.builds(Encounter, IDS, kinds, parties, statuses, evidence, CODES, st.none() | WORDS, st.none() | DATES)


def _event(parties: Parties, evidence: Proofs) -> st.SearchStrategy[Event]:
    types, modalities = st.sampled_from(get_args(EventType)), st.sampled_from(get_args(Modality))
    mode, contexts = st.none() | WORDS, _tuples(WORDS)
    return st.builds(Event, IDS, types, parties, parties, modalities, evidence, mode, contexts, st.none() | DATES)


def _commitment(parties: Parties, evidence: Proofs) -> st.SearchStrategy[Commitment]:
    statuses = st.sampled_from(get_args(CommitmentStatus))
    return st.builds(Commitment, IDS, parties, parties, WORDS, statuses, evidence, st.none() | DATES)


def _numbered(draw: st.DrawFn, prefix: str, facts: st.SearchStrategy[F]) -> tuple[F, ...]:
    return tuple(replace(fact, id=f"{prefix}-{number}") for number, fact in enumerate(draw(st.lists(facts, max_size=3))))


def _spans(text: str) -> st.SearchStrategy[Span]:
    starts = st.integers(0, len(text) - 1)
    return starts.flatmap(lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(text))))


def _tuples(items: st.SearchStrategy[T], least: int = 0) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(items, min_size=least, max_size=3).map(tuple)
