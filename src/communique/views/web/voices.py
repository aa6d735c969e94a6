"""Who says what, put together for the margin: a voice is what the same speakers say one after another."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.record import Actor, Block, Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """What the same speakers say one after another within one paragraph; `speakers` is empty where nobody is named.

    `introduced` are those of the speakers who have not spoken further up; a page gives their offices.
    """

    speakers: tuple[Actor, ...]
    tint: int | None
    statements: tuple[Statement, ...]
    introduced: frozenset[str] = frozenset()


def voices_beside(
    blocks: Sequence[Block], statements: Iterable[Statement], people: Mapping[str, Actor], hues: Mapping[str, int | None]
) -> list[tuple[Voice, ...]]:
    """For each block, the voices of the statements whose content begins in it."""
    starts = [block.span.start for block in blocks]
    begun: list[list[Statement]] = [[] for _ in blocks]
    for statement in sorted(statements, key=place):
        begun[max(bisect_right(starts, place(statement)) - 1, 0)].append(statement)
    heard: set[str] = set()
    return [
        tuple(_voice(speakers, tuple(said), people, hues, heard) for speakers, said in groupby(own, key=lambda s: s.speakers))
        for own in begun
    ]


def gathered(statements: Iterable[Statement], people: Mapping[str, Actor], hues: Mapping[str, int | None]) -> list[Voice]:
    """One voice for each set of speakers, whoever speaks first being first."""
    by_speakers: dict[tuple[str, ...], list[Statement]] = {}
    for statement in sorted(statements, key=place):
        by_speakers.setdefault(statement.speakers, []).append(statement)
    return [_voice(speakers, tuple(said), people, hues, set()) for speakers, said in by_speakers.items()]


def place(statement: Statement) -> int:
    """Where a statement's content begins in `Document.text`."""
    return min(span.start for span in statement.content or statement.evidence.spans)


def _voice(
    ids: tuple[str, ...],
    statements: tuple[Statement, ...],
    people: Mapping[str, Actor],
    hues: Mapping[str, int | None],
    heard: set[str],
) -> Voice:
    new = frozenset(ids) - heard
    heard |= new
    return Voice(tuple(people[i] for i in ids if i in people), hues.get(next(iter(ids), "")), statements, new)
