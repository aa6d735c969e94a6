"""Whether the sentence around a time looks back or ahead, by the verb nearest before it, else the first one after it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from communique.actors.when.lexer import Tokens
from communique.actors.when.lexicon import BREAK, OTHER, PAST_FORM, lexicon

Tense = Literal["past", "future", "unknown"]
_REACH = 4  # tokens between an auxiliary and its participle: "will also be jointly signed"
_PAST, _BE, _ARTICLE = lexicon().of("PAST") + PAST_FORM, lexicon().of("BE"), lexicon().of("ARTICLE")
_TO = lexicon().character("to")
_CUE = re.compile(f"(?P<ahead>[{lexicon().of('FUTURE')}]|[{lexicon().of('FUTURE_TO')}](?={_TO}))|[{_PAST}]")
_INFINITIVE = re.compile(_TO + OTHER)
_OTHER_VERB = re.compile(f"[{_PAST}{BREAK}]")


@dataclass(slots=True)
class Tenses:
    """The verbs of a text that tell past from future: their tokens, and whether each looks ahead."""

    tokens: Tokens
    _places: array[int] = field(init=False)
    _ahead: list[bool] = field(init=False)

    def __post_init__(self) -> None:
        self._places, self._ahead = array("L"), []
        for match in _CUE.finditer(self.tokens.classes):
            ahead = True if match["ahead"] else self._passive(match.start())
            if ahead is not None:
                self._places.append(match.start())
                self._ahead.append(ahead)

    def at(self, index: int) -> Tense:
        """The tense around a token."""
        start, end = self.tokens.sentence(index)
        after = bisect_left(self._places, index)
        if after and self._places[after - 1] >= start:
            return "future" if self._ahead[after - 1] else "past"
        if after < len(self._places) and self._places[after] < end:
            return "future" if self._ahead[after] else "past"
        # Headlines write the future as a bare infinitive: "Minister to visit on Friday".
        return "future" if _INFINITIVE.search(self.tokens.classes, start, index) else "unknown"

    def _passive(self, position: int) -> bool | None:
        """Whether a past form is the participle of "to be signed"; None where it is no verb: "the agreed text"."""
        before = _OTHER_VERB.split(self.tokens.classes[max(0, position - _REACH) : position])[-1]
        if before and before[-1] in _ARTICLE and self.tokens.classes[position] == PAST_FORM:
            return None
        return any(character in _BE for character in before)
