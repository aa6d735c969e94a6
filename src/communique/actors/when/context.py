"""What the words around a time say about it: the day of publication, the day last spoken of, the tense of the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.actors.when.lexer import Tokens
from communique.actors.when.lexicon import OTHER, PAST_FORM, lexicon
from communique.record.dates import DateValue

_UP_TO_MONTHS = ("day", "instant", "month")
_UP_TO_YEARS = (*_UP_TO_MONTHS, "week", "quarter", "year")
Tense = Literal["past", "future", "unknown"]
_REACH = 4  # tokens between an auxiliary and its participle: "will also be jointly signed"
_ANCHOR_REACH = 60  # tokens for which "the next day" still follows the day named last


@dataclass(slots=True)
class Context:
    """One text being read. `published` is its day; `given_anchor` the day of the event the text tells of, if known.

    `last` and `last_end` are the time named last and the token after it; the finder keeps them up.
    """

    tokens: Tokens
    published: date | None
    given_anchor: date | None = None
    last: DateValue | None = None
    last_end: int = -_ANCHOR_REACH

    def told_day(self, index: int) -> date | None:
        """The day the text speaks of at a token, where it or the caller named one."""
        if self.given_anchor:
            return self.given_anchor
        return self.last.day if self.last and index - self.last_end < _ANCHOR_REACH else None

    def anchor(self, index: int) -> date | None:
        """The day the text speaks of at a token, else the day of publication."""
        return self.told_day(index) or self.published

    def period_anchor(self, index: int) -> date | None:
        """As `anchor`, but the time named last may also be a year, month or week: its first day counts."""
        return self.given_anchor or self._last_first(index) or self.published

    def told_period(self, index: int, length: str) -> date | None:
        """The first day of the time named last, where that is no coarser than a length: days are not counted from years."""
        if self.given_anchor:
            return self.given_anchor
        fine = {"Y": _UP_TO_YEARS, "M": _UP_TO_MONTHS}.get(length[-1], ("day", "instant"))
        return self._last_first(index) if self.last and self.last.precision in fine else None

    def _last_first(self, index: int) -> date | None:
        if self.last is None or index - self.last_end >= _ANCHOR_REACH:
            return None
        return self.last.first or (date(int(self.last.text[:4]), 1, 1) if self.last.text[:4].isdigit() else None)

    def follows(self, index: int, characters: str) -> bool:
        """Whether the token before a position is one of some (`Lexicon.words`)."""
        return self.tokens.at(index - 1) in characters

    def tense(self, index: int) -> Tense:
        """The tense around a token: the verb nearest before it in its sentence, else the first after it."""
        start, end = self.tokens.sentence(index)
        for position in range(index - 1, start - 1, -1):
            if tense := self._tense_of(position, start):
                return tense
        for position in range(index + 1, end):
            if tense := self._tense_of(position, start):
                return tense
        return "future" if self._infinitive_before(index, start) else "unknown"

    def _tense_of(self, position: int, start: int) -> Tense | None:
        character = self.tokens.classes[position]
        if character in _of("FUTURE") or (character in _of("FUTURE_TO") and self.tokens.at(position + 1) == _to()):
            return "future"
        if character != PAST_FORM and character not in _of("PAST"):
            return None
        before = self.tokens.classes[max(start, position - _REACH) : position]
        if before[-1:] and before[-1] in _of("ARTICLE") and character == PAST_FORM:
            return None  # "the agreed text" is no verb
        return "future" if any(c in _of("BE") for c in _after_past(before)) else "past"

    def _infinitive_before(self, index: int, start: int) -> bool:
        """Whether a bare infinitive stands before, as headlines write the future: "Minister to visit on Friday"."""
        return any(self.tokens.classes[i] == _to() and self.tokens.at(i + 1) == OTHER for i in range(start, index))


def _after_past(before: str) -> str:
    """The part of some tokens after the last past form in them: "be" further back belongs to another verb."""
    cut = max((i for i, c in enumerate(before) if c == PAST_FORM or c in _of("PAST")), default=-1)
    return before[cut + 1 :]


def _of(word_class: str) -> str:
    return lexicon().of(word_class)


def _to() -> str:
    return lexicon().character("to")
