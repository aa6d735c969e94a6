"""Finds names of states, organs, organizations, armed groups and blocs in running text: one pass, longest match first."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.codebooks.titles import key_of, titles
from communique.knowledge.answers import Entity, NameForm, NameMatch
from communique.record import Span

_START = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W_]*")  # a word that does not begin with a small letter
_EVEN = str.maketrans({"’": "'", "‘": "'", "\n": " ", "\t": " ", "\xa0": " ", "‑": "-"})  # one for one: offsets stay
_BEFORE = re.compile(r"([^\W\d_][\w'’-]*) $")
_AFTER = re.compile(r" ([^\W\d_a-z][\w'’-]*)")
_OF = re.compile(r" of (?:the )?")
_GAP = re.compile(r"(?:'s)? ")
_PERSONAL: frozenset[str] = frozenset({"name", "capital", "adjective", "demonym"})

Names = Iterable[tuple[str, NameForm, Entity]]


@dataclass(slots=True)
class Gazetteer:
    """Names by their first word.

    `names` are exact, case included; an entity of kind `bloc` and no id is a decoy: it swallows its words ("Washington
    Post") and is not reported. `organs` are words that name an organ once a state stands by them ("Foreign Ministry").
    `given` and `family` are words of people's names: "Michael Jordan" and "Chad Brown" are no states.
    """

    names: Names = ()
    organs: Iterable[tuple[str, str]] = ()
    given: frozenset[str] = frozenset()
    family: frozenset[str] = frozenset()
    _first: dict[str, list[tuple[str, NameForm, Entity]]] = field(init=False)
    _small: re.Pattern[str] | None = field(init=False)
    _organ: re.Pattern[str] | None = field(init=False)
    _organ_names: dict[str, str] = field(init=False)
    _title_words: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self._first = defaultdict(list)
        small = []
        for name, form, entity in self.names:
            if not (match := re.match(r"\w+", name)):
                continue
            self._first[match[0]].append((name.translate(_EVEN), form, entity))
            if name[0].islower():
                small.append(match[0])
        for entries in self._first.values():
            entries.sort(key=lambda e: -len(e[0]))
        self._small = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, set(small))))})\b") if small else None
        self._organ_names = dict(self.organs)
        words = sorted(self._organ_names, key=len, reverse=True)
        self._organ = re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b") if words else None
        self._title_words = frozenset(w for key in titles() for w in key)

    def find_names(self, text: str) -> tuple[NameMatch, ...]:
        """Matches in text order, without overlap; spans are of `text`, in code points."""
        even = text.translate(_EVEN)
        starts = [m.span() for m in _START.finditer(even)]
        if self._small:
            starts = sorted(starts + [m.span() for m in self._small.finditer(even)])
        found: list[NameMatch] = []
        end = 0
        for start, stop in starts:
            if start < end:
                continue
            if match := self._at(even, start, even[start:stop]):
                end = match.span.end
                if match.entity.id:
                    found.append(match)
        return tuple(found)

    def _at(self, text: str, start: int, word: str) -> NameMatch | None:
        for name, form, entity in self._first.get(word, ()):
            end = start + len(name)
            if text.startswith(name, start) and not _inside_word(text, end):
                if form in _PERSONAL and " " not in name and self._is_personal(text, start, end, name):
                    return None
                return self._with_organ(text, NameMatch(Span(start, end), form, entity))
        return self._organ_of(text, start)

    def _is_personal(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether a word that is also a state's stands inside a person's name, or in a headline in capitals."""
        before, after = _BEFORE.search(text[max(0, start - 40) : start]), _AFTER.match(text, end)
        if len(name) == 2 and name.isupper():
            around = [m[1] for m in (before, after) if m]
            return bool(around) and all(len(w) > 3 and w.isupper() for w in around)
        if before and name in self.family and before[1] in self.given and before[1] not in self._first:
            return True
        return bool(
            after and name in self.given and after[1] in self.family and after[1].lower() not in self._title_words
            and after[1] not in self._first
        )  # fmt: skip

    def _with_organ(self, text: str, match: NameMatch) -> NameMatch:
        """ "Iranian" with "Foreign Ministry" after it, "Iran's" likewise."""
        gap = _GAP.match(text, match.span.end)
        state = match.entity.state
        if self._organ is None or match.entity.kind != "state" or gap is None or state is None:
            return match
        organ = self._organ.match(text, gap.end())
        return match if organ is None else self._organ_match(Span(match.span.start, organ.end()), organ[0], match.entity)

    def _organ_of(self, text: str, start: int) -> NameMatch | None:
        """ "Ministry of Defense of Belarus": the words first, the state after "of"."""
        organ = self._organ.match(text, start) if self._organ else None
        if organ is None or (of := _OF.match(text, organ.end())) is None:
            return None
        word = _START.match(text, of.end())
        match = self._at(text, of.end(), word[0]) if word else None
        if match is None or match.entity.kind != "state" or match.form != "name":
            return None
        return self._organ_match(Span(start, match.span.end), organ[0], match.entity)

    def _organ_match(self, span: Span, words: str, state: Entity) -> NameMatch:
        name = self._organ_names[words]
        slug = "-".join(key_of(name))
        entity = Entity(f"register:{state.state}/{slug}", f"{name} of {state.name}", "organ", state.state)
        return NameMatch(span, "name", entity)


def _inside_word(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum()
