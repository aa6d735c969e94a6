"""The search language: words, "phrases" and `field:value` terms.

    sanctions "join hands" speaker:Lukashenko after:2023-03 -outlet:example

All terms must hold; of one field given more than once, or values with commas between (`act:praise,thank`), any. `-` before
a term turns it round. A word may end in `*` for all that begin like it. `before:` takes what lies before the first day of
its date, `after:` that day and what follows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NoReturn, get_args

from communique.errors import QueryError, RecordError
from communique.record.commitments import CommitmentStatus
from communique.record.dates import DateValue
from communique.record.encounters import EncounterKind, EncounterStatus
from communique.record.events import EventType
from communique.record.statements import Nature, QuoteType, SpeechAct
from communique.store.rows import Section

Field = Literal["speaker", "to", "about", "country", "outlet", "act", "kind", "status", "type", "before", "after"]

FIELDS: tuple[Field, ...] = get_args(Field)
CHOICES: Mapping[Field, tuple[str, ...]] = {
    "act": get_args(SpeechAct),
    "kind": (*get_args(Section), "document", *get_args(QuoteType), *get_args(Nature)[1:], *get_args(EncounterKind)),
    "status": (*get_args(EncounterStatus), *get_args(CommitmentStatus)),
    "type": tuple(name.lower() for name in get_args(EventType)),
}
LONGEST = 2_000  # characters
MOST = 64  # terms; SQLite limits how deep an expression may be

_CLOSING = {'"': '"', "“": "”", "„": "“”", "«": "»"}
_HEAD = re.compile(r"(?P<minus>-(?=[\w\"“„«]))?(?:(?P<field>[A-Za-z_]+):)?")
_BARE = re.compile(r"[^\s\"“”„«»]+")
_SPACE = re.compile(r"\s*")


@dataclass(frozen=True, slots=True)
class Term:
    """One term; `field` is None for words of the text. `at` is its first character in the query, counted from 1."""

    field: Field | None
    values: tuple[str, ...]
    at: int
    negated: bool = False
    prefix: bool = False


def parse(text: str) -> tuple[Term, ...]:
    """The terms of a search.

    Raises:
        QueryError: with the place, counted from 1, of the character that can't be understood.
    """
    if len(text) > LONGEST:
        _fail(LONGEST + 1, f"a search can have {LONGEST:,} characters at most, this has {len(text):,}")
    if half := re.search("[\ud800-\udfff]", text):
        _fail(half.start() + 1, "this character is half of a pair and not valid Unicode; type it again")
    text = text.replace("\0", " ")  # C strings end there, and SQLite reads queries as such
    terms, position = list[Term](), _space(text, 0)
    while position < len(text):
        term, position = _term(text, position)
        if term is not None:
            terms.append(term)
        if len(terms) > MOST:
            _fail(terms[-1].at, f"a search can have {MOST} terms at most")
        position = _space(text, position)
    if not terms:
        _fail(1, f'there is nothing to search for; give a word, a "phrase" or a field such as {FIELDS[0]}:NAME')
    return tuple(terms)


def _space(text: str, position: int) -> int:
    found = _SPACE.match(text, position)
    return found.end() if found else position


def _term(text: str, position: int) -> tuple[Term | None, int]:
    """The term at a position, None where it is punctuation only, and the position behind it."""
    head = _HEAD.match(text, position)
    field_text = head and head["field"]
    start = head.end() if head else position
    at, negated = position + 1, bool(head and head["minus"])
    if field_text is None:
        value, quoted, end = _value(text, start)
        return _words(value, quoted, at, negated), end
    name = field_text.lower()
    if start == len(text) or text[start].isspace():
        return _without_value(field_text, at, negated, start), start
    value, quoted, end = _value(text, start)
    field = next((known for known in FIELDS if known == name), None)
    if field is None:
        _fail(at, f"there is no field {field_text}: (there are {', '.join(FIELDS)}); quotes make it plain words")
    return Term(field, _checked(field, value, quoted, start + 1), at, negated), end


def _without_value(name: str, at: int, negated: bool, start: int) -> Term | None:
    """`Name: …` as headlines have it is a word; a field of ours wants a value."""
    if name.lower() in FIELDS:
        _fail(start + 1, f"{name}: needs a value right after the colon")
    return _words(name, False, at, negated)


def _value(text: str, start: int) -> tuple[str, bool, int]:
    """The value at a position, whether it stood in quotes, and the position behind it."""
    closing = _CLOSING.get(text[start])
    if closing is None:
        bare = _BARE.match(text, start)
        end = bare.end() if bare else start + 1  # a closing mark that closes nothing
        return text[start:end] if bare else "", False, end
    ends = [end for mark in closing if (end := text.find(mark, start + 1)) >= 0]
    if not ends:
        _fail(start + 1, f"this quotation mark is never closed; put {closing[-1]} behind the phrase")
    return text[start + 1 : min(ends)], True, min(ends) + 1


def _words(value: str, quoted: bool, at: int, negated: bool) -> Term | None:
    if _speakable(value):
        return Term(None, (value,), at, negated, prefix=not quoted and value.endswith("*"))
    if quoted:
        _fail(at, "there is no word between these quotation marks")
    return None


def _checked(field: Field, value: str, quoted: bool, at: int) -> tuple[str, ...]:
    values = tuple(part.strip() for part in ([value] if quoted else value.split(",")))
    for part in values:
        if not _speakable(part):
            _fail(at, f"{field}: needs a value right after the colon")
        if field in CHOICES and part.lower() not in CHOICES[field]:
            _fail(at, f"{field}: can't be {part}; it is one of {', '.join(CHOICES[field])}")
    if field in ("before", "after"):
        return (_day(field, value, at),)
    return tuple(part.lower() for part in values) if field in CHOICES else values


def _day(field: Field, value: str, at: int) -> str:
    """The first day of a date, as YYYY-MM-DD."""
    try:
        first = DateValue(value).first
    except (RecordError, ValueError):
        first = None
    if first is None:
        _fail(at, f"{field}: needs a date like 2022, 2022-05 or 2022-05-30, not {value}")
    return first.isoformat()


def _speakable(value: str) -> bool:
    """Whether the full-text index can hold anything of it: it keeps letters and digits only."""
    return any(unicodedata.category(character)[0] in "LN" for character in value)


def _fail(at: int, message: str) -> NoReturn:
    raise QueryError(f"at {at}: {message}")
