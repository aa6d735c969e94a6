"""How well `actors.when` reads dates: value F1 on MEANTIME (TIMEX3) and on the marked dates of GUM.

    python -m benchmarks.dates [--data ../shared/data] [--errors]

MEANTIME (60 Wikinews articles, times marked in the title and the first five sentences): a time counts where its span overlaps
a marked one and the value is right. `value_f1` takes as right what differs in notation only (see `_equal`), `exact_f1` equal
strings. The apple half may be tuned on, the airbus half is the measure. GUM marks dates in 124 documents of nine genres, not
lengths and recurring times: those are left out of the count there. The last line printed is one JSON object.
"""

from __future__ import annotations

import argparse
import json
import platform
import re
import time
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from importlib.metadata import version
from pathlib import Path

from communique.actors.when import find_times
from communique.errors import RecordError
from communique.record import DateValue, Span, TimeMention

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


@dataclass
class Score:
    wanted: int = 0
    found: int = 0
    spans: int = 0
    right: int = 0
    exact: int = 0
    errors: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float | int]:
        def f1(hits: int) -> float:
            return round(200 * hits / max(1, self.wanted + self.found), 1)

        return {
            "span_f1": f1(self.spans), "value_f1": f1(self.right), "exact_f1": f1(self.exact),
            "value_recall": round(100 * self.right / max(1, self.wanted), 1), "wanted": self.wanted, "found": self.found,
        }  # fmt: skip


# ------------------------------------------------------------------ the sets
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


# ------------------------------------------------------------------ right or not
def _equal(found: DateValue, gold: str) -> bool:
    """Equal but for notation: parts of days, `SET:`, weeks or decades as from–to, a window as its length, open spans."""
    value, gold = found.text.removeprefix("SET:"), re.sub(r"T(?:MO|AF|EV|NI|\d.*)$", "", gold.removeprefix("SET:"))
    if gold == value or value.removesuffix("/..").removeprefix("../") == gold or gold in _lengths(found):
        return True
    return _days(value) is not None and _days(value) == _days(gold)


def _days(value: str) -> tuple[date | None, date | None] | None:
    decade = re.fullmatch(r"(\d{2,3})(X{1,2})", value)
    if decade:
        value = f"{value.replace('X', '0')}/{value.replace('X', '9')}"
    try:
        parsed = DateValue(value)
    except RecordError:
        return None
    return (parsed.first, parsed.last) if parsed.first and parsed.last else None


def _lengths(found: DateValue) -> set[str]:
    first, last = found.first, found.last
    if found.precision != "interval" or not first or not last:
        return set()
    months, days = (last.year - first.year) * 12 + last.month - first.month, (last - first).days
    whole = last.day == first.day
    units = [("Y", months / 12 if whole else 0.5), ("M", months if whole else 0.5), ("W", days / 7), ("D", days)]
    units += [("E", months / 120 if whole else 0.5)]
    return {f"P{int(n)}{unit}" for unit, n in units if n == int(n)}


def score(samples: Iterator[Sample], partial: bool) -> Score:
    """Count hits; `partial` where lengths and recurring times are not marked."""
    total = Score()
    for sample in samples:
        found = [t for t in find_times(sample.text, sample.published) if t.span.start < sample.end and t.value]
        gold = [g for g in sample.gold if g.values]
        idle = [g for g in sample.gold if not g.values]
        if partial:
            found = [t for t in found if t.value and t.value.precision not in ("duration", "set") and "REF" not in t.value.text]
        found = [p for t in found if not any(g.span.overlaps(t.span) for g in idle) for p in _pieces(t, gold)]
        _count(total, sample, gold, found)
    return total


def _pieces(found: TimeMention, gold: list[Gold]) -> list[TimeMention]:
    """A span between two times, where the set marks both by themselves: its two ends."""
    marks = [g.span for g in gold if g.span.overlaps(found.span)]
    ends = found.value.text.split("/") if found.value else []
    if len(marks) != 2 or len(ends) != 2 or ".." in ends:
        return [found]
    return [replace(found, span=span, value=DateValue(end)) for span, end in zip(marks, ends, strict=True)]


def _count(total: Score, sample: Sample, gold: list[Gold], found: list[TimeMention]) -> None:
    total.wanted += len(gold)
    total.found += len(found)
    free = list(found)
    for mark in gold:
        near = [t for t in free if t.span.overlaps(mark.span)]
        best = next((t for t in near if t.value and any(_equal(t.value, v) for v in mark.values)), near[0] if near else None)
        if best is None or best.value is None:
            total.errors.append(f"missed {mark.span.of(sample.text)!r} {set(mark.values)}  [{sample.name}]")
            continue
        free.remove(best)
        right = any(_equal(best.value, v) for v in mark.values)
        total.spans += 1
        total.right += right
        total.exact += best.value.text in mark.values
        if not right:
            total.errors.append(f"wrong  {best.span.of(sample.text)!r} {best.value}, want {set(mark.values)}  [{sample.name}]")
    total.errors += [f"extra  {t.span.of(sample.text)!r} {t.value}  [{sample.name}]" for t in free]


def speed(samples: list[Sample]) -> int:
    """Documents of 500 words a second, on one core."""
    words, start = 0, time.perf_counter()
    for sample in samples:
        words += sample.text.count(" ")
        find_times(sample.text, sample.published)
    return round(words / 500 / (time.perf_counter() - start))


def main() -> None:
    options = argparse.ArgumentParser(description="Value F1 of dates on MEANTIME and GUM.")
    options.add_argument("--data", type=Path, default=Path("../shared/data"))
    options.add_argument("--errors", action="store_true", help="print what was missed, wrong or too much")
    given = options.parse_args()
    result: dict[str, object] = {"benchmark": "dates"}
    if not (given.data / "time/meantime").is_dir():
        print(f"skipped: no folder {given.data / 'time/meantime'}; name the data with --data")
        print(json.dumps(result | {"skipped": True}))
        return
    parts = {
        "meantime_apple": (given.data / "time/meantime/corpus_apple", meantime, False),
        "meantime_airbus": (given.data / "time/meantime/corpus_airbus", meantime, False),
        "gum": (given.data / "gum/conllu", gum, True),
    }
    for name, (folder, read, partial) in parts.items():
        total = score(read(folder), partial)
        result[name] = total.figures()
        print(name, json.dumps(result[name]))
        if given.errors:
            print(*total.errors, sep="\n")
    result["documents_per_second"] = speed(list(gum(parts["gum"][0])))
    result["versions"] = {
        "communique": version("communique") if _installed() else "source",
        "python": platform.python_version(),
    }
    print(json.dumps(result))


def _installed() -> bool:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        distribution("communique")
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    main()
