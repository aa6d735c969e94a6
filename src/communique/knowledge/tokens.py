"""The words of a short phrase with the part each plays: office, honorific, state, name …"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum, auto

from communique.codebooks.titles import WORD, Honorific, Key, Title, fold, honorifics, modifiers, nouns, titles
from communique.knowledge.answers import NameMatch
from communique.knowledge.people import PARTICLES

_PIECE = re.compile(rf"{WORD.pattern}|[,;:()–—/]")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_PREFIX = re.compile(r"(then|ex)-(.+)", re.IGNORECASE)
_SUFFIX = re.compile(r"(.+)-(elect|designate)$", re.IGNORECASE)
_LINKS = frozenset({"of", "the", "and", "for", "to", "in", "at", "on", "with", "by", "an", "a", "de", "plus", "its"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "you", "his", "her", "their", "our", "its", "who", "both", "this"})


class Part(Enum):
    """What a word is in a designation."""

    TITLE = auto()
    HONORIFIC = auto()
    MODIFIER = auto()
    NOUN = auto()
    ENTITY = auto()
    NAME = auto()
    LINK = auto()
    STOP = auto()
    PLACE = auto()
    OTHER = auto()


@dataclass(slots=True)
class Token:
    """A word; `start` and `end` are of the phrase, without a possessive 's."""

    text: str
    start: int
    end: int
    key: str
    part: Part = Part.OTHER
    title: Title | None = None
    honorific: Honorific | None = None
    match: NameMatch | None = None

    @property
    def capital(self) -> bool:
        return (
            self.text[0].isupper()
            or self.text[0].isdigit()
            or self.text[:1] in "‘'"
            or ("-" in self.text and self._inner_capital)
        )

    @property
    def _inner_capital(self) -> bool:
        return any(piece[:1].isupper() for piece in self.text.split("-"))


def tokens_of(text: str, names: Collection[NameMatch]) -> list[Token]:
    """The labelled words of a phrase, given the names of states and organizations in it."""
    tokens = list(_split(text))
    _mark_titles(tokens, least=2)
    _mark_entities(tokens, names)
    _mark_titles(tokens, least=1)
    _mark_honorifics(tokens)
    _mark_rest(tokens)
    return tokens


def _split(text: str) -> Iterator[Token]:
    for match in _PIECE.finditer(text):
        word, start = match[0], match.start()
        if prefix := _PREFIX.match(word):
            yield _token(prefix[1].lower(), start)
            yield _token(prefix[2], start + prefix.start(2))
        elif suffix := _SUFFIX.match(word):
            yield _token(suffix[1], start)
            yield _token(suffix[2], start + suffix.start(2))
        else:
            yield _token(_POSSESSIVE.sub("", word) or word, start)


def _token(word: str, start: int) -> Token:
    part = Part.STOP if not word[0].isalnum() else Part.OTHER
    return Token(word, start, start + len(word), fold(word) or word, part)


def _longest(tokens: list[Token], at: int, keys: Collection[Key], least: int, most: int) -> int:
    """How many words from `at` on form one of some keys; 0 for none."""
    for length in range(min(most, len(tokens) - at), least - 1, -1):
        window = tokens[at : at + length]
        if all(t.part is Part.OTHER for t in window) and tuple(t.key for t in window) in keys:
            return length
    return 0


def _mark_titles(tokens: list[Token], least: int) -> None:
    at = 0
    while at < len(tokens):
        length = _longest(tokens, at, titles(), least, 8)
        window = tokens[at : at + length]
        if length and not _is_address(tokens, at, length):
            title = titles()[tuple(t.key for t in window)]
            for token in window:
                token.part, token.title = Part.TITLE, title
        at += max(length, 1)


def _is_address(tokens: list[Token], at: int, length: int) -> bool:
    """Whether a word that can be both ("Chief", "Lord") is an address here: a single word, capital, straight before a name."""
    if length > 1 or (tokens[at].key,) not in honorifics():
        return False
    after = tokens[at + 1 : at + 2]
    return at == 0 and bool(after) and after[0].capital


def _mark_entities(tokens: list[Token], names: Collection[NameMatch]) -> None:
    for name in names:
        for token in tokens:
            if token.part is Part.OTHER and name.span.start <= token.start and token.end <= name.span.end:
                token.part, token.match = Part.ENTITY, name


def _mark_honorifics(tokens: list[Token]) -> None:
    at = 0
    while at < len(tokens):
        length = _longest(tokens, at, honorifics(), 1, 4)
        if length and _honors(tokens, at, length):
            honorific = honorifics()[tuple(t.key for t in tokens[at : at + length])]
            for token in tokens[at : at + length]:
                token.part, token.honorific = Part.HONORIFIC, honorific
        at += max(length, 1)


def _honors(tokens: list[Token], at: int, length: int) -> bool:
    """Honorifics begin with a capital, do not follow a name, and stand before one or alone."""
    first, before, after = tokens[at], tokens[at - 1 : at], tokens[at + length : at + length + 1]
    if not first.capital or (len(first.key) <= 2 and first.key == "he" and not first.text.isupper()):
        return False
    if (
        before
        and at
        and before[0].part is Part.OTHER
        and before[0].capital
        and before[0].key not in _LINKS | modifiers().keys()
    ):
        return before[0].key in nouns()
    if not after:
        return length == len(tokens) or (at > 0 and tokens[at - 1].key == "the")
    return after[0].part in (Part.STOP, Part.TITLE) or (after[0].capital and after[0].key not in nouns())


def _mark_rest(tokens: list[Token]) -> None:
    official = any(t.part is Part.TITLE for t in tokens)
    for at, token in enumerate(tokens):
        if token.part is not Part.OTHER:
            continue
        if _modifies(tokens, at):
            token.part = Part.MODIFIER
        elif official and token.key in nouns() and not (at and tokens[at - 1].part is Part.HONORIFIC):
            token.part = Part.NOUN
        elif (token.capital and not (at == 0 and token.key in _LINKS | _PRONOUNS)) or _joins_name(tokens, at):
            token.part = Part.NAME
        elif token.key in _LINKS:
            token.part = Part.LINK


def _modifies(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.key not in modifiers():
        return False
    return token.text.islower() or at == 0 or tokens[at - 1].part is Part.TITLE or any(
        t.part is Part.TITLE for t in tokens[at + 1 : at + 2]
    )  # fmt: skip


def _joins_name(tokens: list[Token], at: int) -> bool:
    """Small words inside a name: "bin", "van der", "al-Sisi"."""
    token = tokens[at]
    if token.key not in PARTICLES or token.key == "of" or at + 1 >= len(tokens):
        return False
    after = tokens[at + 1]
    follows = (after.capital and after.part is Part.OTHER) or after.key in PARTICLES
    before = tokens[at - 1].part if at else Part.STOP
    return follows and before in (Part.NAME, Part.HONORIFIC, Part.TITLE)
