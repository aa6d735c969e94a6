"""Where: cities and countries as places, told from governments that go by the same names.

"In Tehran" is a place; in "Tehran said" it is a government (`ground` tells them apart); a name joined to another by "and"
goes with it. Names come from the register (states, capitals, seats of power) and from `codebooks/cities.csv`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from communique.actors.ground import is_ground
from communique.codebooks.cities import cities
from communique.knowledge import NameMatch, Register
from communique.record.span import Span

_WORD = re.compile(r"(?<!\w)[^\W\d_a-z]\w*")
_TITLE_AFTER = re.compile(
    r"\s(?:Times|Post|Herald|Tribune|Review|Fed|United|Protocol|Process|Agreement|Convention|Accords?|Declaration)\b"
)
# "DOHA, May 30 (AFP) —": a city in capitals opens a paragraph.
_DATELINE = re.compile(r"(?:^|\n)[ \t]*([A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,2})(?=,| \(|\s?[-–—:])")
_OPENING = re.compile(r"(?:^|\n)[ \t]*$")
_OPENING_AFTER = re.compile(r"(?:,\s[A-Z][\w. ]{2,20})?\s?(?:\([^)\n]{2,40}\)\s?)?[-–—]{1,2}\s")
_JOINT = re.compile(r",?\s(?:and|or)\s(?:the\s)?|,\s(?:the\s)?")


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A city, country or seat of power named in a text.

    `span` is of the text given. `name` is the city's or state's main name; `state` the ISO 3166-1 alpha-3 code of the state it
    is or lies in. `literal` is true where the ground is meant, false where its government is; `confidence` is of that.
    """

    span: Span
    name: str
    state: str | None
    literal: bool
    confidence: float


def find_places(text: str, register: Register | None = None) -> tuple[PlaceMention, ...]:
    """The places of a text, in text order, without overlap; `register` is the shipped one where none is given.

    Raises:
        KnowledgeError: if the register is missing or broken.
    """
    names = register or Register.shipped()
    found = [_named(text, match) for match in names.find_names(text) if _is_place(match)]
    taken = [place.span for place in found]
    more = [*_datelines(text, names), *_cities(text)]
    found += [place for place in more if not _overlaps(taken, place.span)]
    return _carried(text, sorted(found, key=lambda place: (place.span, -place.confidence)))


def host_of(place: PlaceMention | str, register: Register | None = None) -> str | None:
    """The state (ISO 3166-1 alpha-3) a place lies in: of a mention, or of a name such as "Geneva" or "Tehran"."""
    if isinstance(place, PlaceMention):
        return place.state
    if city := cities().get(place):
        return city.state
    names = (register or Register.shipped()).find_names(place)
    return next((m.entity.state for m in names if _is_place(m)), None)


def _is_place(match: NameMatch) -> bool:
    """Whether a name is a state's, its capital's or its seat of power, not an adjective or a ministry."""
    return match.form in ("capital", "seat") or (match.form == "name" and match.entity.kind == "state")


def _named(text: str, match: NameMatch) -> PlaceMention:
    words = match.span.of(text).removeprefix("the ").removeprefix("The ")
    name = match.entity.name if match.form == "name" else words
    if match.form == "capital" and _opens(text, match.span):
        return PlaceMention(match.span, name, match.entity.state, True, 0.95)
    return PlaceMention(match.span, name, match.entity.state, *is_ground(text, match.span, unless_known=False))


def _opens(text: str, span: Span) -> bool:
    """Whether a name is a dateline: "Doha (AFP) - …"."""
    return bool(_OPENING.search(text, max(0, span.start - 20), span.start) and _OPENING_AFTER.match(text, span.end))


@cache
def _by_first_word() -> dict[str, list[str]]:
    """Spellings of cities by their first word, the longest first."""
    table: dict[str, list[str]] = defaultdict(list)
    for name in sorted(cities(), key=len, reverse=True):
        if first := _WORD.match(name):
            table[first[0]].append(name)
    return dict(table)


def _cities(text: str) -> Iterator[PlaceMention]:
    end = 0
    for word in _WORD.finditer(text):
        name = _city_at(text, word.start(), word[0]) if word.start() >= end else None
        if name:
            end = word.start() + len(name)
            span, city = Span(word.start(), end), cities()[name]
            yield PlaceMention(span, city.name, city.state, *is_ground(text, span, unless_known=True))


def _city_at(text: str, start: int, word: str) -> str | None:
    """The longest city's name at a place, unless it is part of a newspaper's, a treaty's or a club's."""
    for name in _by_first_word().get(word, ()):
        end = start + len(name)
        if text.startswith(name, start) and not text[end : end + 1].isalnum():
            named = _TITLE_AFTER.match(text, end) or (start > 0 and text[start - 1] in "-@#")
            return None if named else name
    return None


def _datelines(text: str, register: Register) -> Iterator[PlaceMention]:
    for match in _DATELINE.finditer(text):
        name = match[1].title()
        if state := host_of(name, register):
            main = cities()[name].name if name in cities() else name
            yield PlaceMention(Span(*match.span(1)), main, state, True, 0.95)


def _overlaps(spans: list[Span], span: Span) -> bool:
    """Whether a span overlaps one of a sorted list without overlap."""
    index = bisect_left(spans, span)
    return any(span.overlaps(s) for s in spans[max(0, index - 1) : index + 1])


def _carried(text: str, places: list[PlaceMention]) -> tuple[PlaceMention, ...]:
    """Names joined by "and" or a comma read alike, as the surer of two says."""
    for index in range(1, len(places)):
        gap = text[places[index - 1].span.end : places[index].span.start]
        if len(gap) > 12 or not _JOINT.fullmatch(gap):
            continue
        low, high = sorted((index - 1, index), key=lambda i: places[i].confidence)
        sure = places[high].confidence * 0.9
        if sure > places[low].confidence:
            places[low] = replace(places[low], literal=places[high].literal, confidence=sure)
    return tuple(places)
