"""How well `actors.when` reads dates: value F1 on MEANTIME (TIMEX3) and on the marked dates of GUM.

    python -m benchmarks.dates [--data ../shared/data] [--errors]

MEANTIME (60 Wikinews articles, times marked in the title and the first five sentences): a time counts where its span overlaps
a marked one and the value is right. `value_f1` takes as right what differs in notation only (see `_equal`), `exact_f1` equal
strings; a span between two times counts as its ends where a set marks these (`_pieces`). The apple half was tuned on; the
airbus half is the measure (81.1 before its errors were first read), GUM's errors were read too. GUM marks dates in 124
documents of nine genres, not lengths and recurring times: those are left out of the count there. The last line printed is one
JSON object.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from benchmarks.date_sets import Gold, Sample, gum, meantime
from benchmarks.running import arguments, finish, shown, skip
from communique.actors.when import find_times
from communique.errors import RecordError
from communique.record import DateValue, TimeMention


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
    options = arguments("Value F1 of dates on MEANTIME and GUM.")
    options.add_argument("--errors", action="store_true", help="print what was missed, wrong or too much")
    given = options.parse_args()
    if not (given.data / "time/meantime").is_dir():
        skip("dates", given.data / "time/meantime")
        return
    parts = {
        "meantime_apple": (given.data / "time/meantime/corpus_apple", meantime, False),
        "meantime_airbus": (given.data / "time/meantime/corpus_airbus", meantime, False),
        "gum": (given.data / "gum/conllu", gum, True),
    }
    result: dict[str, object] = {}
    for name, (folder, read, partial) in parts.items():
        total = score(iter(shown(list(read(folder)), name)), partial)
        result[name] = total.figures()
        print(name, json.dumps(result[name]))
        if given.errors:
            print(*total.errors, sep="\n")
    result["documents_per_second"] = speed(list(gum(parts["gum"][0])))
    finish("dates", result)


if __name__ == "__main__":
    main()
