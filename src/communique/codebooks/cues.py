"""Words that introduce what somebody said or thought: `cues.csv` and `cue_nouns.csv`, our own lists.

A verb's frames say what it takes: `that` a clause, with or without "that"; `quote` a quotation; `inverted` may stand before
its subject; `np` a noun phrase as content; `to` an infinitive; `obj_to` an object and an infinitive ("urged them to leave");
`tell` an addressee; other words are prepositions that begin the content.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from communique.record.statements import Nature

_NATURES: Mapping[str, Nature] = {
    "speech": "statement", "thought": "belief", "intention": "intention", "document": "finding",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cue:
    """A row of `cues.csv`. `kind` is speech, thought, intention or document."""

    lemma: str
    frames: frozenset[str]
    act: str
    kind: str

    @property
    def nature(self) -> Nature:
        """What somebody does by such a cue: say, think, intend or find."""
        return _NATURES[self.kind]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a table of this room."""
    table = resources.files(__name__.rpartition(".")[0]).joinpath(name).read_text("utf-8")
    return list(csv.DictReader(io.StringIO(table)))


@cache
def cues() -> dict[str, Cue]:
    """Verb cues by dictionary form; phrasal ones as "point out"."""
    return {r["lemma"]: Cue(r["lemma"], frozenset(r["frames"].split()), r["act"], r["kind"]) for r in rows("cues.csv")}


@cache
def cue_nouns() -> dict[str, str]:
    """Noun cues, with the act they stand for."""
    return {r["noun"]: r["act"] for r in rows("cue_nouns.csv")}


@cache
def source_nouns() -> dict[str, str]:
    """Common nouns that can speak (`sources.csv`): noun to person, body or document."""
    return {r["noun"]: r["kind"] for r in rows("sources.csv")}


@cache
def deeds() -> frozenset[str]:
    """Verbs for what a state can undertake to do (`deeds.csv`): provide, waive, build …"""
    return frozenset(r["verb"] for r in rows("deeds.csv"))


@cache
def cue_forms() -> frozenset[str]:
    """The likely written forms of all verb cues, for cheap checks on raw text."""
    forms = {"said", "told", "wrote", "went", "swore", "thought", "knew", "felt", "read", "spoke", "held", "meant", "undertook"}
    for lemma in cues():
        verb = lemma.split()[0]
        stem = verb.removesuffix("e")
        forms |= {
            verb,
            verb + "s",
            stem + "ed",
            stem + "ing",
            verb + verb[-1] + "ed",
            verb[:-1] + "ied",
            verb[:-1] + "ies",
            verb + "es",
        }
    return frozenset(forms)
