"""The sets that dates are measured on, as texts with marked times: MEANTIME (TIMEX3) and GUM (TEI dates in CoNLL-U)."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.record import DateValue, Span

_LAST_SENTENCE = 5
_GUM_DATE = re.compile(r'<date ((?:\w+:::"[^"]*"\s*)+)>|(</date>)')
_NO_SPACE_BEFORE = re.compile(r"[.,;:!?%)\]]|'s|n't|''")


@dataclass(frozen=True)
class Gold:
    """A marked time: its span in the text and all values that are right; none given: found or not, it does not count."""

    span: Span
    values: frozenset[str]


@dataclass
class Sample:
    """A text with its marked times; `end` is where marking ended."""

    name: str
    text: str
    published: DateValue
    gold: list[Gold]
    end: int


def meantime(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.xml")):
        root = ET.parse(path).getroot()
        tokens = list(root.iter("token"))
        text, spans = _joined([(t.text or "", int(t.get("sentence", 0))) for t in tokens])
        place = {t.get("t_id"): span for t, span in zip(tokens, spans, strict=True)}
        marks = list(root.iter("TIMEX3"))
        created = _created(marks)
        values = {m.get("m_id"): m.get("value", "") for m in marks}
        gold = []
        for mark in marks:
            words = [place[a.get("t_id")] for a in mark.iter("token_anchor")]
            if words:
                points = "/".join(sorted(values.get(mark.get(p), "") for p in ("beginPoint", "endPoint")))
                right = {mark.get("value", ""), points if len(points) > 8 else ""} - {""}
                gold.append(Gold(Span(words[0].start, words[-1].end), frozenset(right)))
        end = max(s.end for t, s in zip(tokens, spans, strict=True) if int(t.get("sentence", 0)) <= _LAST_SENTENCE)
        yield Sample(path.stem, text, DateValue(created), gold, end)


def _created(marks: list[ET.Element]) -> str:
    """The day of an article; where none is marked as such, the first day marked."""
    marked = [m.get("value", "") for m in marks if m.get("functionInDocument") == "CREATION_TIME"]
    return next(v for v in (*marked, *(m.get("value", "") for m in marks)) if re.fullmatch(r"\d{4}-\d\d-\d\d", v))


def _joined(words: list[tuple[str, int]]) -> tuple[str, list[Span]]:
    """Words with their sentence as text, the title and the line of the date as paragraphs of their own."""
    text, spans, previous = "", list[Span](), 0
    for word, sentence in words:
        word = {"``": "“", "''": "”"}.get(word, word)
        gap = "\n\n" if previous != sentence and sentence <= 2 else "" if _NO_SPACE_BEFORE.fullmatch(word) else " "
        text += gap if text else ""
        spans.append(Span(len(text), len(text) + len(word)))
        text, previous = text + word, sentence
    return text, spans


def gum(folder: Path) -> Iterator[Sample]:
    for path in sorted(folder.glob("*.conllu")):
        source = path.read_text(encoding="utf-8")
        created = re.search(r"# meta::dateCreated = (\d{4}(?:-\d\d){0,2})", source)
        if created:
            text, gold = _gum_text(source)
            yield Sample(path.stem, text, DateValue(created[1]), gold, len(text))


def _gum_text(source: str) -> tuple[str, list[Gold]]:
    text, gold, open_marks = "", list[Gold](), list[tuple[int, str]]()
    for line in source.split("\n"):
        if line.startswith("# newpar"):
            text += "\n\n"
        columns = line.split("\t")
        if len(columns) < 10 or not columns[0].isdigit():
            continue
        start, text = len(text), text + columns[1]
        for mark in _GUM_DATE.finditer(columns[9]):
            if mark[1]:
                open_marks.append((start, mark[1]))
            elif open_marks:
                first, attributes = open_marks.pop()
                gold.append(Gold(Span(first, len(text)), _gum_values(attributes)))
        text += "" if "SpaceAfter=No" in columns[9] else " "
    return text, gold


def _gum_values(attributes: str) -> frozenset[str]:
    given = dict(re.findall(r'(\w+):::"([^"]*)"', attributes))
    if "when" in given:
        value = given["when"][:10]
    else:
        value = f"{given.get('from', '..')}/{given.get('to', '..')}" if "from" in given or "to" in given else ""
    return frozenset({value} if re.match(r"\d{4}|\.\./\d{4}", value) else ())
