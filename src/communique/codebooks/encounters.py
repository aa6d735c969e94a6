"""Words for meetings, visits, calls, signings and summits: `encounters.csv`, our own list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.codebooks.cues import rows
from communique.record.encounters import EncounterKind

_KINDS: dict[str, EncounterKind] = {
    "meeting": "meeting",
    "visit": "visit",
    "call": "call",
    "signing": "signing",
    "summit": "summit",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """A row: what a word stands for, and what it needs beside it to do so."""

    lemma: str
    noun: bool
    kind: EncounterKind
    needs: frozenset[str]


@cache
def triggers() -> dict[tuple[str, bool], Trigger]:
    """Triggers by (lemma, whether it is a noun)."""
    return {
        (r["lemma"], r["form"] == "noun"): Trigger(
            r["lemma"], r["form"] == "noun", _KINDS[r["kind"]], frozenset(r["needs"].split())
        )
        for r in rows("encounters.csv")
    }
