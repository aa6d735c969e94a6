"""The language rules are written in, and the matching of them.

A pattern is a sequence of elements: `the? n:CARDINAL|few UNITS ago`. Upper case names a class of the lexicon, lower case a
word, a sign itself; `|` gives alternatives, `?` after it all makes an element optional, `n:` in front names it. Patterns
become regular expressions over the one-character-a-token string of `lexer.Tokens`, which is a sixth as long as the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from communique.actors.when.context import Context
from communique.actors.when.lexer import Tokens
from communique.actors.when.lexicon import BY_SHAPE, lexicon
from communique.record.dates import DateValue

_ELEMENT = re.compile(r"(?:(?P<name>\w+):)?(?P<choices>[^?]+)(?P<optional>\??)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule says that words mean; `value` None where that takes a date which is not known."""

    value: DateValue | None
    confidence: float = 0.9
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's pattern found at some tokens; elements are looked up by the names the pattern gave them."""

    context: Context
    match: re.Match[str]

    @property
    def first(self) -> int:
        return self.match.start()

    @property
    def end(self) -> int:
        return self.match.end()

    @property
    def tokens(self) -> Tokens:
        return self.context.tokens

    def has(self, name: str) -> bool:
        """Whether the pattern has such an element and the text too."""
        return name in self.match.re.groupindex and self.match[name] is not None

    def word(self, name: str) -> str:
        """An element's word in lower case, "" where an optional one is missing."""
        return self.tokens.word(self.match.start(name)).lower() if self.has(name) else ""

    def value(self, name: str, word_class: str) -> str | None:
        """An element's value in a class of the codebook."""
        return lexicon().value(word_class, self.match[name]) if self.has(name) else None

    def integer(self, name: str) -> int | None:
        """An element's number: of digits, "2nd", "two", "second"; None where it is missing or vague ("few")."""
        word = self.word(name)
        if word.rstrip("stndrh").isdigit():
            return int(word.rstrip("stndrh"))
        value = self.value(name, "number") or self.value(name, "ordinal") or self.value(name, "month")
        return int(value) if value else None


@dataclass(frozen=True)
class Rule:
    """A pattern and what it means: a `Reading`, or None where the words are no time after all."""

    pattern: str
    read: Callable[[Hit], Reading | None]
    expression: re.Pattern[str] = field(init=False)
    starts: str = field(init=False)

    def __post_init__(self) -> None:
        elements = [_element(e) for e in self.pattern.split()]
        expression = "".join(_source(*e) for e in elements)
        object.__setattr__(self, "expression", re.compile(expression))
        object.__setattr__(self, "starts", "".join(_first_characters(elements)))


def _element(source: str) -> tuple[str | None, str, bool]:
    """An element's name, the characters it takes, and whether it may be missing."""
    match = _ELEMENT.fullmatch(source)
    if match is None:
        raise ValueError(f"{source!r} is no element of a pattern")
    return match["name"], "".join(map(_characters, match["choices"].split("|"))), bool(match["optional"])


def _characters(choice: str) -> str:
    if choice.isupper():
        return BY_SHAPE.get(choice) or lexicon().of(choice)
    return lexicon().character(choice) if choice[0].isalnum() else choice


def _source(name: str | None, characters: str, optional: bool) -> str:
    group = f"?P<{name}>" if name else "?:"
    return f"({group}[{re.escape(characters)}]){'?' * optional}"


def _first_characters(elements: Iterable[tuple[str | None, str, bool]]) -> Iterator[str]:
    for _, characters, optional in elements:
        yield characters
        if not optional:
            return


class Grammar:
    """Rules by the character they may start with."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self._rules: dict[str, list[Rule]] = defaultdict(list)
        for rule in rules:
            for character in set(rule.starts):
                self._rules[character].append(rule)
        self._trigger = re.compile(f"[{re.escape(''.join(self._rules))}]")

    def next_start(self, classes: str, position: int) -> int | None:
        """The next token that some rule may start with."""
        match = self._trigger.search(classes, position)
        return match.start() if match else None

    def read(self, context: Context, position: int) -> tuple[Hit, Reading] | None:
        """The longest thing that rules read at a token; of equals, the rule written first."""
        classes = context.tokens.classes
        matches = [(rule, m) for rule in self._rules[classes[position]] if (m := rule.expression.match(classes, position))]
        for rule, match in sorted(matches, key=lambda pair: -pair[1].end()):
            hit = Hit(context, match)
            if reading := rule.read(hit):
                return hit, reading
        return None
