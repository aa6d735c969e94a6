"""The sets that events are measured on: PLV (sentences with a marked pair) and the validation records of PETRARCH-2 (CAMEO)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from benchmarks.items import Range
from benchmarks.names import states
from communique.codebooks.cues import rows

_TAG = re.compile(r"</?[st]>")
_RECORD = re.compile(r"<Sentence [^>]*?date=\"(\d{8})\"[^>]*?id=\"([^\"]+)\"[^>]*>(.*?)</Parse>", re.S)
_CODING = re.compile(r"<EventCoding ([^>]*)/>")
_ATTRIBUTE = re.compile(r"(\w+)=\"([^\"]*)\"")
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_TEXT = re.compile(r"<Text>(.*?)</Text>", re.S)
_PARSED_WORD = re.compile(r"^\d+\t(\S+)\t", re.M)
_BODIES = {"IGOUNO": "UN", "IGOEUR": "EU"}
_TALK = "01"  # CAMEO's public statements, which PLOVER has no event type for


@cache
def types_of_cameo() -> dict[str, str]:
    """PLOVER type by CAMEO root of two digits (08 by three), from the codebook; appeals (02) are REQUEST, as we rule.

    Yielding that is not specified (080) is CONCEDE, as in the conversion table of PLOVER's authors.
    """
    found = {"02": "REQUEST", "080": "CONCEDE"}
    for row in rows("plover_events.csv"):
        for code in re.findall(r"\d+(?:-\d+)?", row["cameo"]):
            first, _, last = code.partition("-")
            found |= {f"{n:0{len(first)}}": row["event"] for n in range(int(first), int(last or first) + 1)}
    return found


@cache
def quads() -> dict[str, str]:
    """PLOVER's quad of each event type, 1 to 4."""
    return {row["event"]: row["quad_code"] for row in rows("plover_events.csv")}


@dataclass(frozen=True)
class Pair:
    """A sentence of PLV: the event type and quad of what its source does to its target; ranges of the sentence.

    None for a side that the sentence does not name.
    """

    name: str
    sentence: str
    source: Range | None
    target: Range | None
    root: str
    quad: str


def read_plv(path: Path) -> Iterator[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            sentence, marks = _unmarked(row["marked_sentence"])
            yield Pair(row["sentence_id"], sentence, marks.get("s"), marks.get("t"), row["gold_root"], row["gold_penta"])


def _unmarked(marked: str) -> tuple[str, dict[str, Range]]:
    """A sentence without its marks, and where the marked words stand in it."""
    starts: dict[str, int] = {}
    marks: dict[str, Range] = {}
    removed = 0
    for tag in _TAG.finditer(marked):
        place, letter = tag.start() - removed, tag[0][-2]
        if tag[0].startswith("</"):
            marks[letter] = Range(starts[letter], place)
        else:
            starts[letter] = place
        removed += len(tag[0])
    return _TAG.sub("", marked), marks


@dataclass(frozen=True)
class Coded:
    """A sentence of PETRARCH-2 with its events as (type, source, target), states by code, `---` for nobody's state."""

    name: str
    sentence: str
    published: str
    events: frozenset[tuple[str, str, str]]
    talk: int


def read_petrarch(path: Path) -> Iterator[Coded]:
    """The file is no well-formed XML: records are cut out by their tags."""
    source = _COMMENT.sub("", path.read_text(encoding="utf-8"))
    for day, name, body in _RECORD.findall(source):
        codings = [dict(_ATTRIBUTE.findall(c)) for c in _CODING.findall(body)]
        codings = [c for c in codings if "eventcode" in c]
        events = frozenset(
            (kind, _state(c["sourcecode"]), _state(c["targetcode"])) for c in codings if (kind := _type(c["eventcode"]))
        )
        talk = sum(c["eventcode"].startswith(_TALK) for c in codings)
        published = f"{day[:4]}-{day[4:6]}-{day[6:]}"
        yield Coded(name, _sentence(body), published, events, talk)


def _sentence(body: str) -> str:
    """The text of a record; of one that lost it the words of its tree."""
    text = _TEXT.search(body)
    return " ".join(text[1].split() if text and text[1].strip() else _PARSED_WORD.findall(body))


def _type(cameo: str) -> str | None:
    known = types_of_cameo()
    return known.get(cameo[:2]) or known.get(cameo[:3])


def _state(code: str) -> str:
    """The state or body of a CAMEO actor code; roles behind it are left out. Other bodies keep their code."""
    if code[:6] in _BODIES:
        return _BODIES[code[:6]]
    return code[:3] if code[:3] in set(states().values()) | {"---"} else code
