"""How a page calls people, states and documents."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Final, Protocol

from communique.errors import KnowledgeError
from communique.knowledge import Register
from communique.record.actors import ActorKind

UNIDENTIFIED: Final = "The text's own words; who is meant was not identified."

_LONG = 60  # code points of an unidentified phrase before it is cut
_MARKER: Final = re.compile(r"^[\s\-–—•·*▪‣]+|[\s,;:]+$")
# What every text calls everybody: no name, and no news to a reader who asks what an outlet calls somebody.
_PRONOUNS: Final = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "i me my we us our ours you your who whom whose which".split()
)


class Named(Protocol):
    """Whatever has a name and a kind: an actor, a party to a fact, a row of a list."""

    @property
    def name(self) -> str: ...

    @property
    def kind(self) -> ActorKind: ...


class Untitled(Protocol):
    """A document or a row of a list of documents."""

    @property
    def title(self) -> str | None: ...

    @property
    def source(self) -> str: ...


@cache
def state(code: str) -> str:
    """The short English name of a state by its ISO 3166-1 alpha-3 code; the code where the register does not know it."""
    try:
        return Register.shipped().state(code).name
    except KnowledgeError:
        return code


def called(actor: Named) -> str:
    """An actor's name; the text's words in quotation marks, cut short, where nobody was identified."""
    if actor.kind != "unknown":
        return actor.name
    words = _MARKER.sub("", actor.name) or actor.name
    return f"“{clipped(words, _LONG)}”"


def titled(document: Untitled) -> str:
    """A document's title, or the name of its file or the last part of its address."""
    return document.title or f"Untitled: {document.source.rstrip('/').rsplit('/', 1)[-1]}"


def telling(names: Iterable[str]) -> list[str]:
    """Names without pronouns and without those that differ from an earlier one only in case."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(name.casefold(), name)
    return [name for folded, name in found.items() if folded not in _PRONOUNS]


def joined(names: Iterable[str], most: int = 5) -> str:
    """A list of names in prose: "A", "A and B", "A, B and C"; of more than `most`, the last are only counted."""
    every = list(names)
    if len(every) > most:
        every = [*every[: most - 1], f"{len(every) - most + 1} others"]
    return " and ".join(part for part in (", ".join(every[:-1]), *every[-1:]) if part)


def clipped(words: str, length: int) -> str:
    """Words on one line, cut between two of them, with an ellipsis, where they are longer than `length` code points."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    return f"{line[:length].rsplit(' ', 1)[0].rstrip(',;:–—-. ')} …"
