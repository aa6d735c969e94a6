"""One character for every word that matters to times, so that a text becomes a short string rules can be matched on.

A word keeps its one character in every class it belongs to: "May" is a month and nothing else, "may" a modal verb, "past"
both a shift ("the past week") and nothing of a verb. Words outside the codebook share a few characters by their looks.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from communique.codebooks.times import time_words

_FIRST = 0xE000  # Unicode's private use area: these characters mean nothing to anybody else
BREAK, OTHER, NAME, PAST_FORM, GENITIVE, PUNCTUATION = "\n", "~", "A", "e", "'", "#"
# What numbers look like: a possible day, a possible year, any other integer, any other number; ordinals; whole dates.
BY_SHAPE = {
    "DAY": "do",
    "CARDINAL": "dn",
    "YEAR": "y",
    "INTEGER": "dny",
    "NTH": "oq",
    "ISO": "I",
    "NUMERIC": "N",
    "DECADE": "D",
    "CLOCK": "C",
    "TITLE": NAME,
    "S": GENITIVE,
    "WORD": OTHER,
}


class Lexicon:
    """The words of `codebooks/times.csv`, and those that rules name, each with its character."""

    def __init__(self) -> None:
        self.characters: dict[str, str] = {}
        self._classes: dict[str, str] = defaultdict(str)
        self._values: dict[tuple[str, str], str] = {}
        for word, word_class, value in time_words():
            character = self.character(word)
            self._classes[word_class] += character
            self._values[word_class, character] = value

    def character(self, word: str) -> str:
        """The character of a word, given one if it had none."""
        if word not in self.characters:
            self.characters[word] = chr(_FIRST + len(self.characters))
            if word[:1].isupper():  # headlines in capitals
                self.characters.setdefault(word.upper(), self.characters[word])
        return self.characters[word]

    def of(self, word_class: str) -> str:
        """All characters of a class, by its name in the codebook or in `BY_SHAPE`.

        Raises:
            KeyError: if there is no such class.
        """
        return BY_SHAPE[word_class] if word_class in BY_SHAPE else self._classes[_known(word_class.lower(), self._classes)]

    def words(self, listed: str) -> str:
        """The characters of some words or signs, separated by blanks."""
        return "".join(self.character(word) if word[0].isalnum() else word for word in listed.split())

    def value(self, word_class: str, character: str) -> str | None:
        """A word's value in a class, None where it is not of it."""
        return self._values.get((word_class, character))


def _known(name: str, classes: dict[str, str]) -> str:
    if name not in classes:
        raise KeyError(f"no class of time words is called {name!r}")
    return name


@cache
def lexicon() -> Lexicon:
    """The one lexicon; rules add their own words to it as they are made."""
    return Lexicon()
