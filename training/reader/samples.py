"""One shape for all training data: the words of a document and whatever somebody has marked on them.

A layer that nobody marked is None, a word whose label is not known is `UNKNOWN`: both are left out of the loss. A word that
stands in none of the names which a source marks is `OPEN`: it may still be in one of a kind that the source does not mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

UNKNOWN = -100
OPEN = -1
ROOT = -1


@dataclass(frozen=True, slots=True)
class Frame:
    """An attribution in word numbers of its document. `begins` are the first words of the parts of the content."""

    anchor: int
    nature: int
    act: int
    cue: Sequence[int]
    source: Sequence[int]
    content: Sequence[int]
    begins: Sequence[int]
    optional: bool = False


@dataclass(slots=True)
class Sample:
    """A document, or a sentence that came alone. All lists have one entry a word.

    `gaps` as `communique.reading.net.words.gap` counts them; `ends` 1 where a sentence ends; `heads` are word numbers, `ROOT`
    for a root; `events` marks the types of which a word is evidence, one column each; an attribution may hang on a word of
    `maybe`, but nobody knows.
    """

    key: str
    words: list[str]
    gaps: list[int]
    ends: list[int] | None = None
    tags: list[int] | None = None
    fine_tags: list[int] | None = None
    heads: list[int] | None = None
    relations: list[int] | None = None
    names: list[int] | None = None
    frames: Sequence[Frame] | None = None
    maybe: Sequence[int] = ()
    events: list[list[int]] | None = None
    modalities: list[int] | None = None


class Inventory(dict[str, int]):
    """Labels as they are met, numbered from 0."""

    def number(self, label: str) -> int:
        return self.setdefault(label, len(self))


@dataclass(frozen=True, slots=True)
class Inventories:
    """The labels that come from the treebanks: universal tags, Penn tags, relations."""

    tags: Inventory
    fine_tags: Inventory
    relations: Inventory

    @classmethod
    def empty(cls) -> Inventories:
        return cls(Inventory(), Inventory(), Inventory())


@dataclass(frozen=True)
class Data:
    """`trees` are the same documents in several ways of cutting words: an epoch has one of them. `prose` has no marks."""

    trees: Sequence[Sequence[Sample]]
    prose: Sequence[Sample]
    named: Sequence[Sample]
    corpus: Sequence[Sample]
