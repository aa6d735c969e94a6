"""A crowded report of ours: many at one table, many speakers, words that identify nobody, and no title."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from communique.record import Record

from .builder import Draft

DELEGATES = (
    "Ane Birk",
    "Bo Carr",
    "Cy Dahl",
    "Di Eide",
    "Ed Falk",
    "Fe Gram",
    "Gus Holt",
    "Ida Juhl",
    "Jo Kvam",
    "Kai Lund",
    "Lea Moe",
)
PHRASE = "people who had come over the pass in the night and who would not give the names of their villages"


@cache
def crowd() -> Record:
    """Eleven delegates who all speak, a phrase that speaks, thirty days named, an inferred day, a host."""
    d = Draft(
        [
            ("byline", "By our staff"),
            ("paragraph", f"{', '.join(DELEGATES)} sat down at one table in Salmiya."),
            *(("paragraph", f"{name} said the table was number {number}.") for number, name in enumerate(DELEGATES)),
            ("paragraph", f"The — {PHRASE} said they were tired."),
            ("list_item", "1. The next round has no day yet."),
            *(("paragraph", f"The log of 2026-01-{day:02} is blank.") for day in range(1, 31)),
        ],
        None,
        "2026-02-01",
    )
    people = [d.actor(name, "person", "KWT", name, office=(f"Delegate of {name[0]}", "unknown")) for name in DELEGATES]
    d.actors[0] = replace(d.actors[0], wikidata="Q900003")
    for number, person in enumerate(people):
        d.say(person, f"{DELEGATES[number]}", f"the table was number {number}.", cue="said")
    nobody = d.actor(f"— {PHRASE}", "unknown", None, PHRASE)
    d.say(nobody, PHRASE, "they were tired", cue="said")
    d.meet("meeting", "sat down at one table in Salmiya", *people, place="Salmiya", host="KWT", date="2026-01-31?")
    d.meet("visit", "sat down at one table in Salmiya", people[0], host="KWT")
    for day in range(1, 31):
        d.time(f"2026-01-{day:02}", f"2026-01-{day:02}")
    return d.record("staff-report.txt")


@cache
def plain_text() -> Record:
    """A text in which nothing was found."""
    return Draft([("title", "Rain"), ("paragraph", "It rained over the hills all day.")], None, None).record("rain.txt")
