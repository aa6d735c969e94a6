"""The word lists: every row read, every code known, no key twice, no pattern slow."""

from __future__ import annotations

import csv
import re
import time
from importlib.resources import files
from typing import get_args

import pytest

from communique.codebooks.acts import act_rows
from communique.codebooks.cities import cities
from communique.codebooks.cues import cue_forms, cue_nouns, cues
from communique.codebooks.encounters import triggers
from communique.codebooks.events import event_words, modes
from communique.codebooks.times import time_words
from communique.codebooks.titles import fold, honorifics, key_of, modifiers, nouns, titles
from communique.knowledge import Register
from communique.record.events import EventType
from communique.record.statements import SpeechAct

ACTS, TYPES = set(get_args(SpeechAct)), set(get_args(EventType))
KEYS = {
    "acts.csv": ("act", "where", "pattern"),
    "cities.csv": ("name",),
    "cue_nouns.csv": ("noun",),
    "cues.csv": ("lemma",),
    "encounters.csv": ("lemma", "form"),
    "event_words.csv": ("lemma", "form"),
    "honorifics.csv": ("words",),
    "plover_events.csv": ("event",),
    "plover_modes.csv": ("event", "mode"),
    "times.csv": ("word", "class"),
    "titles.csv": ("kind", "words", "state"),
}
FRAMES = set(
    """that quote inverted np to tell obj_to gerund whether np_of np_for np_on np_as np_with np_to to_say on_to upon_to to_to
    on upon of about for against at with from into""".split()
)


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(files("communique.codebooks").joinpath(name).read_text("utf-8").splitlines()))


@pytest.mark.parametrize("name", sorted(f.name for f in files("communique.codebooks").iterdir() if f.name.endswith(".csv")))
def test_every_table_is_whole(name: str) -> None:
    table = rows(name)
    assert table
    columns = list(table[0])
    assert len(columns) == len(set(columns))
    for number, row in enumerate(table, 2):
        assert list(row) == columns and None not in row.values(), f"{name} line {number}: too many or too few columns"
        assert all(v == v.strip() for v in row.values()), f"{name} line {number}: spaces at an edge"


@pytest.mark.parametrize(("name", "key"), KEYS.items())
def test_no_key_stands_twice(name: str, key: tuple[str, ...]) -> None:
    seen = [tuple(row[k] for k in key) for row in rows(name)]
    assert sorted({k for k in seen if seen.count(k) > 1}) == []


# ------------------------------------------------------------------ codes
def test_acts_are_those_of_the_record() -> None:
    assert {r.act for r in act_rows()} | {c.act for c in cues().values()} | set(cue_nouns().values()) <= ACTS
    assert {r.where for r in act_rows()} <= {"any", "start", "end", "self"}


def test_cues_have_a_kind_and_known_frames() -> None:
    assert {c.kind for c in cues().values()} <= {"speech", "thought", "intention", "document"}
    assert {f for c in cues().values() for f in c.frames} - FRAMES == set()
    assert all(c.frames for c in cues().values())


@pytest.mark.parametrize("form", ["said", "told", "tells", "vowing", "denied", "planned", "urges", "noted", "says"])
def test_written_forms_of_cues(form: str) -> None:
    assert form in cue_forms()


def test_encounter_words_read_as_their_rows_say() -> None:
    assert len(triggers()) == len(rows("encounters.csv"))
    assert triggers()["meet", False].kind == "meeting" and triggers()["visit", True].kind == "visit"
    assert {r["form"] for r in rows("encounters.csv")} == {"verb", "noun"}


def test_event_words_carry_types_and_modes_of_plover() -> None:
    assert {w.event_type for w in event_words().values()} <= TYPES
    assert {(w.event_type, w.mode) for w in event_words().values() if w.mode} <= modes()
    assert {r["event"] for r in rows("plover_events.csv")} == TYPES
    assert {event for event, _ in modes()} <= TYPES


def test_states_are_codes_the_register_knows() -> None:
    used = {c.state for c in cities().values()} | {t.state for t in titles().values() if t.state}
    unknown = sorted(code for code in used if not Register.shipped().state(code).name)
    assert unknown == []
    assert all(re.fullmatch("[A-Z]{3}", code) for code in used)


def test_a_city_by_another_spelling_is_the_same_city() -> None:
    assert cities()["Saint Petersburg"] == cities()["St. Petersburg"]
    assert all(row["same_as"] in cities() for row in rows("cities.csv") if row["same_as"])


def test_titles_and_honorifics_are_found_by_folded_words() -> None:
    assert titles()[key_of("Prime Minister")].office_class == "hog"
    assert titles()[key_of("TÁNAISTE")].state == "IRL"
    assert honorifics()[key_of("Her Majesty")].gender == "f"
    assert modifiers()["former"] == "former" and "visiting" in modifiers()
    assert nouns() and all(n == fold(n) for n in nouns())
    assert {t.gender for t in titles().values()} | {h.gender for h in honorifics().values()} <= {None, "m", "f"}


@pytest.mark.parametrize(
    ("text", "folded"), [("Türkiye", "turkiye"), ("Al-Ra'is", "al-rais"), ("H.E.", "he"), ("Łódź", "lodz"), ("ẞ", "ss")]
)
def test_folding(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(folded) == folded


def test_time_words_have_a_class() -> None:
    words = time_words()
    assert len(words) == len(rows("times.csv"))
    assert {w.value for w in words if w.word_class == "month"} == {str(n) for n in range(1, 13)}
    assert all(w.word and w.word_class for w in words)


# ------------------------------------------------------------------ patterns
@pytest.mark.parametrize("filler", ["a", "a ", "we ", ", and ", "will also "])
def test_no_pattern_is_slow_on_a_long_line(filler: str) -> None:
    line = (filler * 100_000)[:100_000]
    for row in act_rows():
        began = time.process_time()
        row.pattern.search(line)
        assert time.process_time() - began < 1, f"{row.act}: {row.pattern.pattern[:60]}"


def test_patterns_ignore_case() -> None:
    assert all(r.pattern.flags & re.IGNORECASE for r in act_rows())
    assert any(r.act == "promise" and r.pattern.search("WE PLEDGED help") for r in act_rows())
