"""Texts with marked attributions in the layout of PolNeAR: `text/NAME.txt` and `attributions/NAME_XXXX.ann` (brat stand-off).

XXXX names an annotator; where several annotated a text, the first by name is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from benchmarks.items import Item, Range

Role = Literal["source", "cue", "content"]
ROLES: tuple[Role, ...] = get_args(Role)
Attribution = Mapping[Role, tuple[Range, ...]]
"""Who said what: each role in pieces, code points of the text as it is in the file."""

_EXPORTED: Mapping[Role, str] = {"source": "speaker_spans", "cue": "cue_spans", "content": "content_spans"}
_ANNOTATOR = re.compile(r"_[0-9a-f]{4}$")
_MARKED_WORDS = re.compile(r"^(T\d+)\t\S+ ([\d ;]+)\t", re.M)
_MARKED_EVENT = re.compile(r"^E\d+\t(.+)$", re.M)


@dataclass(frozen=True)
class Annotated:
    name: str
    data: bytes
    attributions: tuple[Attribution, ...]

    @property
    def text(self) -> str:
        return self.data.decode("utf-8")


def read_polnear(folder: Path) -> Iterator[Annotated]:
    """All annotated texts of a folder, by name."""
    first: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first.setdefault(_ANNOTATOR.sub("", path.stem), path)
    for name, path in sorted(first.items()):
        data = (folder / "text" / f"{name}.txt").read_bytes()
        yield Annotated(name, data, _attributions(path.read_text(encoding="utf-8")))


def _attributions(source: str) -> tuple[Attribution, ...]:
    words = {m[1]: _pieces(m[2]) for m in _MARKED_WORDS.finditer(source)}
    events = [m[1].split() for m in _MARKED_EVENT.finditer(source)]
    return tuple({role: _ranges(event, role, words) for role in ROLES} for event in events)


def _pieces(offsets: str) -> list[Range]:
    pairs = (piece.split() for piece in offsets.split(";"))
    return [Range(int(start), int(end)) for start, end in pairs]


def _ranges(event: list[str], role: Role, words: dict[str, list[Range]]) -> tuple[Range, ...]:
    """The pieces of the words that an event names for a role; a second argument of one role is `Content2`."""
    named = [argument.partition(":") for argument in event]
    mine = (key for label, _, key in named if label.rstrip("0123456789").lower() == role)
    return tuple(sorted({r for key in mine for r in words.get(key, [])}))


def predicted(statements: Iterable[Item]) -> tuple[Attribution, ...]:
    """Statements of the `gold` export as attributions."""
    return tuple({role: tuple(s.ranges(_EXPORTED[role])) for role in ROLES} for s in statements)
