"""What the words around a time say about it: the day of publication, the day last spoken of, the tense of the sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from communique.actors.when.lexer import Tokens
from communique.actors.when.tense import Tense, Tenses
from communique.record.dates import DateValue

_UP_TO_MONTHS = ("day", "instant", "month")
_UP_TO_YEARS = (*_UP_TO_MONTHS, "week", "quarter", "year")
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
    _tenses: Tenses | None = None

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
        """Whether the sentence around a token looks back or ahead."""
        if self._tenses is None:
            self._tenses = Tenses(self.tokens)
        return self._tenses.at(index)
