"""Which words of a sentence are one name: proper nouns, "of" between them, a name set beside its office by commas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from communique.codebooks.titles import titles

CALENDAR = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
    november december today yesterday tomorrow""".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday today yesterday".split())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT"})
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "VBN", "VBG", "FW"})
_ORGAN = frozenset({"Minister", "Ministry", "Department", "Secretary", "Committee", "Commission", "Ministers"})
_PARTICLES = frozenset("bin ibn bint al el de da dos van von der den ould ul y e".split())
_OFFICE = re.compile(
    r"(?:President|Prime|Minister|King|Queen|Chancellor|Secretary|Crown|Prince|Sheikh|Premier|Foreign|Mr|Ms|"
    r"Mrs|Dr|General|Chairman|Speaker)\b"
)
STYLES = frozenset(  # forms of address: "His Highness the Amir"
    {"Highness", "Majesty", "Excellency", "Eminence", "Holiness", "Honor", "Honour", "Beatitude"}
)
_LONGEST_APPOSITION = 14  # words

Group = tuple[range, int]  # the words of a name, and the one that stands for them


def groups(forms: list[str], tags: list[str]) -> list[Group]:
    """The names of a sentence, in order, without overlap."""
    runs = [(r, r[-1]) for r in _runs(forms, tags)]
    return _apposed(forms, tags, runs)


@cache
def _title_nouns() -> frozenset[str]:
    """The last words of all titles, in lower case: minister, president, spokeswoman …"""
    return frozenset(key[-1] for key in titles()) | {
        "counterpart",
        "colleague",
        "host",
        "guest",
        "predecessor",
        "successor",
        "interlocutor",
    }


# ------------------------------------------------------------------ runs of proper nouns
def _runs(forms: list[str], tags: list[str]) -> Iterator[range]:
    i = 0
    while i < len(forms):
        after_style = _after_style(forms, i)
        end = _with_of(forms, tags, i, _run_end(forms, tags, after_style))
        if end == after_style > i:
            end = _run_end(forms, tags, i)
        if (
            end > i
            and _organ(forms[i:end])
            and end + 1 < len(forms)
            and forms[end] == "and"
            and not _OFFICE.match(forms[end + 1])
        ):
            after = _run_end(forms, tags, end + 1)
            end = _with_of(forms, tags, end + 1, after) if after > end + 1 else end
        if end > i:
            yield range(i, end)
        i = max(end, i + 1)


def _after_style(forms: list[str], i: int) -> int:
    """Where a name goes on after a style of address: "His Highness the | Amir Sheikh Nasser"; `i` where none stands."""
    styled = forms[i].lower() in ("his", "her", "their") and forms[i + 1 : i + 2] and forms[i + 1].removesuffix("es") in STYLES
    if not styled or i + 3 >= len(forms):
        return i
    after = i + 2 + (forms[i + 2] == "the")
    return after if _OFFICE.match(forms[after]) or forms[after].lower() in _title_nouns() else i


def _with_of(forms: list[str], tags: list[str], i: int, end: int) -> int:
    """Where a run ends with the runs that "of" and "for" tie to it."""
    while end > i and end < len(forms) - 1 and (forms[end] == "of" or (forms[end] == "for" and forms[end - 1] in _ORGAN)):
        after = end + 1 + (forms[end + 1].lower() == "the")
        more = _run_end(forms, tags, after) if after < len(forms) else after
        if more == after:
            break
        end = more
    return end


def _run_end(forms: list[str], tags: list[str], i: int) -> int:
    k = i
    while k < len(forms) and (_in_name(forms, tags, k) or _particle(forms, i, k)):
        k += 1
    while k > i and not tags[k - 1].startswith("NN") and not forms[k - 1][:1].isupper():
        k -= 1
    return k


def _particle(forms: list[str], start: int, k: int) -> bool:
    """ "bin" in "Sultan bin Rakan": small words inside a name."""
    return k > start and forms[k] in _PARTICLES and k + 1 < len(forms) and forms[k + 1][:1].isupper()


def _in_name(forms: list[str], tags: list[str], k: int) -> bool:
    if forms[k].lower() in CALENDAR:
        return False
    return tags[k] in ("NNP", "NNPS") or (k > 0 and forms[k][:1].isupper() and tags[k] in _NOMINAL and len(forms[k]) > 1)


def _organ(forms: list[str]) -> bool:
    """Whether a name is still inside the name of a ministry: "Minister of Foreign Affairs and Trade" goes on after "and"."""
    return any(f in _ORGAN for f in forms) and any(f in ("of", "for", "Affairs", "Relations", "Trade") for f in forms[1:])


# ------------------------------------------------------------------ names beside offices
def _apposed(forms: list[str], tags: list[str], runs: list[Group]) -> list[Group]:
    out: list[Group] = []
    for span, keep in runs:
        left = out[-1] if out and out[-1][0].stop == span.start - 1 else None
        if (
            span.start >= 2
            and forms[span.start - 1] == ","
            and len(span) >= 2
            and _closed(forms, span.stop)
            and (first := _office_before(forms, span, left))
        ):
            if left is not None:
                out.pop()
            out.append((range(first[0], span.stop + (forms[span.stop : span.stop + 1] == [","])), first[1]))
        elif len(span) >= 2 and (end := _office_after(forms, tags, span)) is not None:
            out.append((range(span.start, end), keep))
        elif not out or out[-1][0].stop <= span.start:
            out.append((span, keep))
    return out


def _closed(forms: list[str], k: int) -> bool:
    return k >= len(forms) or forms[k] in (",", ".", "who", "and", "–", "—", ")", ";") or k == len(forms)


def _office_before(forms: list[str], span: range, left: Group | None) -> tuple[int, int] | None:
    """(first word, word to keep) of an office before the comma that a name follows."""
    if left is not None and any(_OFFICE.match(forms[k]) or forms[k].lower() in _title_nouns() for k in left[0]):
        return left[0].start, left[1]
    at = span.start - 2
    return (at, at) if left is None and forms[at].lower() in _title_nouns() else None


def _office_after(forms: list[str], tags: list[str], span: range) -> int | None:
    """The end of an apposition with an office after a name: "Lauren Oberholt, a State Department spokeswoman,"."""
    if forms[span.stop : span.stop + 1] != [","]:
        return None
    inserted = tags[span.stop + 1 : span.stop + 2] in (["VBN"], ["VBG"])
    for k in range(span.stop + 1, min(span.stop + 2 + _LONGEST_APPOSITION, len(forms))):
        if forms[k] in (",", "."):
            inside = forms[span.stop + 1 : k]
            if forms[k] == "," and tags[k + 1 : k + 2] == ["NNP"] and tags[k + 2 : k + 3] == ["NNP"]:
                return None  # the office belongs to the name that follows
            if inserted and forms[k] == "," and tags[k + 1 : k + 2] and tags[k + 1] in ("VBD", "VBZ", "MD", "VBP"):
                return k + 1
            office = any(f.lower() in _title_nouns() for f in inside) and not inserted
            return k + (forms[k] == ",") if office and (len(inside) > 1 or forms[k] == ",") else None
        if tags[k] in _FINITE or forms[k] in (";", ":", "–", "—", "(") or tags[k] == "CC":
            return None
    return None


# ------------------------------------------------------------------ days between a name and its verb
def days_aside(forms: list[str], tags: list[str]) -> dict[int, tuple[int, str]]:
    """The words of a day set between a name and its verb ("Premier X on Thursday met …"): word to (head, relation).

    They hang on the verb; the parser, which never saw such sentences, is spared them.
    """
    out: dict[int, tuple[int, str]] = {}
    for i in range(1, len(forms) - 2):
        day = i + 1 if forms[i].lower() == "on" else i
        verb = day + 1
        named = tags[i - 1] in ("NNP", "NNPS", "NN", "PRP") and forms[i - 1].lower() not in CALENDAR
        if named and forms[day].lower() in _WEEKDAYS and verb < len(forms) and tags[verb] in ("VBD", "VBZ", "MD"):
            out[day] = (verb, "obl")
            if day != i:
                out[i] = (day, "case")
    return out
