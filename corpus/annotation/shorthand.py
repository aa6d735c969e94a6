"""Shorthand: documents as people type them (GUIDELINES.md, "Shorthand"), read into the nouns of `model`.

A file holds any number of documents. Each has a head of `name: value` lines, then blocks of one fact a line, with ` | `
between the fields. The words of the text carry their marks in braces, which no news text uses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.annotation import evidence
from corpus.annotation.braces import Marks, ShorthandError, keys
from corpus.annotation.model import Actor, Commitment, Document, Encounter, Event, Point, Span, in_lists
from corpus.annotation.naming import mentions, stands

_BLOCKS = ("actors", "text", "encounters", "events", "commitments", "points")
_EVIDENCE = re.compile(r'"([^"]+)"(?: (\d+))?')


def read_shorthand(source: str) -> Iterator[Document]:
    """The documents of a file, in order; a fault raises ShorthandError."""
    parts: list[list[tuple[int, str]]] = []
    for number, line in enumerate(source.splitlines(), 1):
        if line.startswith("= "):
            parts.append([])
        if parts:
            parts[-1].append((number, line))
        elif line.strip():
            raise ShorthandError(number, "a document begins with '= KEY'")
    for part in parts:
        yield _Reader(part).document()


class _Reader:
    """Reads one document."""

    def __init__(self, lines: list[tuple[int, str]]) -> None:
        self.first = lines[0][0]
        self.key = lines[0][1][2:].strip()
        self.head: dict[str, str] = {}
        self.blocks: dict[str, list[tuple[int, str]]] = {name: [] for name in _BLOCKS}
        self._split(lines[1:])
        self.marks = Marks(*self._body())

    def _split(self, lines: list[tuple[int, str]]) -> None:
        block, inside = "", False
        for number, line in lines:
            if block == "text":
                inside, done = (inside or line == "<<<"), line == ">>>"
                self.blocks["text"].append((number, line))
                block = "" if done else block
            elif line.strip() in _BLOCKS:
                block = line.strip()
            elif not line.strip() or line.startswith("%"):
                continue
            elif block:
                self.blocks[block].append((number, line))
            else:
                name, colon, value = line.partition(":")
                if not colon:
                    raise ShorthandError(number, f"neither 'name: value' nor the name of a block: {line!r}")
                self.head[name.strip()] = value.strip()

    def _body(self) -> tuple[int, str]:
        lines = [line for _, line in self.blocks["text"]]
        if not lines or lines[0] != "<<<" or lines[-1] != ">>>":
            raise ShorthandError(self.first, f"{self.key}: the text stands between a line '<<<' and a line '>>>'")
        return self.blocks["text"][1][0], "\n".join(lines[1:-1]) + "\n"

    def document(self) -> Document:
        published, _, where = self._need("published").partition(" ")
        if where.strip() != "given" and not any(t.published for t in self.marks.times):
            raise ShorthandError(
                self.first, f"{self.key}: no {{p DATE:…}} in the text; if it has none, write 'published: DATE given'"
            )
        actors = tuple(self._actor(n, line) for n, line in self.blocks["actors"])
        text = self.marks.text
        marked = tuple(self.marks.mentions)
        return Document(
            key=self.key,
            story=self._need("story"),
            style=self._need("style"),
            genre=self._need("genre"),
            outlet=self.head.get("outlet") or None,
            published=published,
            title=self.head.get("title") or None,
            byline=self.head.get("byline") or None,
            traits=tuple(t.strip() for t in self.head.get("traits", "").split(",") if t.strip()),
            text=text,
            actors=in_lists(actors),
            mentions=tuple(sorted((*marked, *mentions(text, actors, self.marks.walls, marked)), key=lambda m: m.span)),
            times=tuple(sorted(self.marks.times, key=lambda t: t.span)),
            attributions=self.marks.attributions(),
            encounters=tuple(self._encounter(n, line) for n, line in self.blocks["encounters"]),
            events=tuple(self._event(n, line) for n, line in self.blocks["events"]),
            commitments=tuple(self._commitment(n, line) for n, line in self.blocks["commitments"]),
            points=tuple(self._point(n, line) for n, line in self.blocks["points"]),
        )

    def _need(self, name: str) -> str:
        if name not in self.head:
            raise ShorthandError(self.first, f"{self.key}: no '{name}:' in the head")
        return self.head[name]

    def _actor(self, number: int, line: str) -> Actor:
        key, kind, state, name, office, aliases = _fields(number, line, 4, 6, "key | kind | state | name | office | aliases")
        used = dict.fromkeys(a.strip() for a in aliases.split(";") if stands(a.strip(), self.marks.text))
        return Actor(key, kind, name, state or None, office or None, tuple(used))

    def _encounter(self, number: int, line: str) -> Encounter:
        form = "key | kind | participants | host | place | date | status | evidence | @story"
        line, optional = _optional(line)
        key, kind, who, host, place, date, status, evidence, story = _fields(number, line, 8, 9, form)
        span, _ = self._evidence(number, evidence)
        story_key = story.removeprefix("@") or None
        return Encounter(key, kind, keys(who), status, span, host or None, place or None, date or None, story_key, optional)

    def _event(self, number: int, line: str) -> Event:
        line, optional = _optional(line)
        what, who, date, modality, evidence = _fields(
            number, line, 5, 5, "TYPE mode | actors > recipients | date | modality | evidence"
        )
        kind, _, mode = what.partition(" ")
        mutual = "<>" in who
        actors, _, recipients = who.replace("<>", ">").partition(">")
        span, asserted = self._evidence(number, evidence)
        return Event(
            kind, mode.strip().strip("-") or None, keys(actors), keys(recipients), modality, span, date or None,
            mutual, asserted, optional,
        )  # fmt: skip

    def _commitment(self, number: int, line: str) -> Commitment:
        form = "key | by > to | action | deadline | status | evidence | ^DOCUMENT.KEY"
        line, optional = _optional(line)
        key, who, action, deadline, status, evidence, follows = _fields(number, line, 6, 7, form)
        by, _, to = who.partition(">")
        span, asserted = self._evidence(number, evidence)
        return Commitment(
            key, keys(by), keys(to), action, status, span, deadline or None, asserted,
            follows.removeprefix("^").strip() or None, optional,
        )  # fmt: skip

    def _point(self, number: int, line: str) -> Point:
        key, made = _fields(number, line, 2, 2, "point-key | #1 #2")
        return Point(key, tuple("s" + m.strip("#,") for m in made.split()))

    def _evidence(self, number: int, words: str) -> tuple[Span, str | None]:
        """`#7` is attribution 7 from cue to content; "first words … last words" is the first such stretch of the text."""
        if words.startswith("#"):
            key = "s" + words[1:].strip()
            made = next((a for a in self.marks.attributions() if a.key == key), None)
            if made is None:
                raise ShorthandError(number, f"{self.key}: no attribution {words} in the text")
            return made.evidence, key
        quoted = _EVIDENCE.fullmatch(words)
        if not quoted:
            raise ShorthandError(number, f'{self.key}: evidence is #NUMBER or "words", not {words!r}')
        span = evidence.find(self.marks.text, quoted[1], int(quoted[2] or 1))
        if span is None:
            raise ShorthandError(
                number, f"{self.key}: the text has no {quoted[1]!r} (the words without their marks, quotes as ' or left out)"
            )
        return span, None


def _fields(number: int, line: str, least: int, most: int, form: str) -> list[str]:
    """The fields of a line, `-` and nothing as empty, filled up to the most there can be."""
    parts = [p.strip() for p in line.split("|")]
    if not least <= len(parts) <= most:
        raise ShorthandError(number, f"{len(parts)} fields where '{form}' has {least} to {most}: {line!r}")
    return ["" if p == "-" else p for p in parts] + [""] * (most - len(parts))


def _optional(line: str) -> tuple[str, bool]:
    kept = line.rstrip()
    return (kept[:-1].rstrip().rstrip("|").rstrip(), True) if kept.endswith("?") else (kept, False)
