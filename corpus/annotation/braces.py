"""The marks of shorthand: the text without its braces, and what stood in them."""

from __future__ import annotations

import re

from corpus.annotation.model import Attribution, Mention, Span, Time, in_text_order

_OPEN = re.compile(r"\{([sqcdpn])([^:{}\n]*):")
_CONTENT = re.compile(r"(\d+)(?:([\"~]?)\s+(\S+)\s+([a-z/]+)(\s*\?)?)?")
_QUOTE_TYPES = {"": "indirect", '"': "direct", "~": "mixed"}
_NATURES = ("belief", "intention", "decision", "finding")


class ShorthandError(Exception):
    """What is wrong, and in which line of the file."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")


class Marks:
    """The text without braces, and what stood in them."""

    def __init__(self, line: int, source: str) -> None:
        self.times: list[Time] = []
        self.mentions: list[Mention] = []
        self.walls: list[Span] = []
        self._source: dict[str, list[Span]] = {}
        self._cue: dict[str, list[Span]] = {}
        self._content: dict[str, list[Span]] = {}
        self._heads: dict[str, tuple[int, str]] = {}
        self._line = line
        self.text = self._strip(source)
        self._made: tuple[Attribution, ...] | None = None

    def _strip(self, source: str) -> str:
        out: list[str] = []
        size, at, line = 0, 0, self._line
        stack: list[tuple[str, str, int, int]] = []
        while at < len(source):
            if opened := _OPEN.match(source, at):
                stack.append((opened[1], opened[2].strip(), size, line))
                at = opened.end()
                continue
            letter = source[at]
            if letter == "{":
                raise ShorthandError(line, f"not a mark: {source[at : at + 30]!r}")
            if letter == "}":
                if not stack:
                    raise ShorthandError(line, f"a brace closes nothing: {source[max(0, at - 30) : at + 1]!r}")
                kind, head, start, began = stack.pop()
                self._keep(kind, head, Span(start, size), began)
            else:
                out.append(letter)
                size += 1
                line += letter == "\n"
            at += 1
        if stack:
            raise ShorthandError(stack[-1][3], f"a brace is never closed: {{{stack[-1][0]}{stack[-1][1]}:")
        return "".join(out)

    def _keep(self, kind: str, head: str, span: Span, line: int) -> None:
        if span.start == span.end:
            raise ShorthandError(line, f"an empty mark {{{kind}{head}:}}")
        self.walls.append(span)
        if kind in "dp":
            self.times.append(Time(head, span, kind == "p"))
        elif kind == "n":
            self.mentions.append(Mention(head, span))
        elif kind == "c":
            self._keep_content(head, span, line)
        else:
            spans = self._source if kind == "s" else self._cue
            for number in head.split(","):
                if not number.strip().isdigit():
                    raise ShorthandError(line, f"{{{kind}{head}: needs numbers, such as {{{kind}3: or {{{kind}3,4:")
                spans.setdefault("s" + number.strip(), []).append(span)

    def _keep_content(self, head: str, span: Span, line: int) -> None:
        found = _CONTENT.fullmatch(head)
        if not found:
            raise ShorthandError(line, f'{{c{head}: is not {{c7 who>whom act: (c7" direct, c7~ mixed)')
        key = "s" + found[1]
        self._content.setdefault(key, []).append(span)
        if found[3]:
            if key in self._heads:
                raise ShorthandError(line, f"attribution {found[1]} is described twice; a later part is just {{c{found[1]}:")
            self._heads[key] = (line, head)

    def attributions(self) -> tuple[Attribution, ...]:
        if self._made is None:
            loose = [k for k in (*self._source, *self._cue, *self._content) if k not in self._heads]
            if loose:
                raise ShorthandError(self._line, f"attribution {loose[0][1:]} has no content mark that says who and which act")
            self._made = in_text_order(self._attribution(key) for key in self._heads)
        return self._made

    def _attribution(self, key: str) -> Attribution:
        found = _CONTENT.fullmatch(self._heads[key][1])
        assert found
        people, _, relays = found[3].partition("@")
        speakers, _, addressees = people.partition(">")
        nature = found[4] if found[4] in _NATURES else "statement"
        return Attribution(
            key=key,
            nature=nature,
            quote_type=_QUOTE_TYPES[found[2] or ""],
            content=tuple(sorted(self._content[key])),
            cue=tuple(sorted(self._cue.get(key, []))),
            source=tuple(sorted(self._source.get(key, []))),
            speakers=keys(speakers, "+"),
            addressees=keys(addressees, "+"),
            relays=keys(relays, "+"),
            acts=tuple(found[4].split("/")) if nature == "statement" else (),
            optional=bool(found[5]),
        )


def keys(words: str, between: str = ",") -> tuple[str, ...]:
    return tuple(w.strip() for w in words.split(between) if w.strip() and w.strip() != "-")
