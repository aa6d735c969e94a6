"""People of the corpus are invented: none has all the names of somebody in the shipped register of office-holders."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import cache
from importlib.resources import as_file, files

from communique.knowledge.people import words_of
from corpus.annotation.model import Document


@cache
def _real() -> dict[frozenset[str], str]:
    """The words of a name to the name, of everybody in the register who has two words and more."""
    with as_file(files("communique.knowledge") / "register.sqlite") as path, closing(sqlite3.connect(path)) as register:
        names = [str(row[0]) for row in register.execute("SELECT name FROM person_name")]
    return {words: name for name in names if len(words := frozenset(words_of(name))) > 1}


def faults(documents: Sequence[Document]) -> Iterator[str]:
    """Whoever has the name of a real office-holder, in any order of its words."""
    for document in documents:
        for actor in document.actors:
            if actor.kind == "person" and (name := _real().get(frozenset(words_of(actor.name)))):
                yield f"{document.key}: {actor.name} has the name of a real office-holder, {name}"
