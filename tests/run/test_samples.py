"""The texts that ship with the package give what somebody who reads them would expect: a few strong facts of each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import pytest

from communique.record import Encounter, Record, Statement
from communique.run.pipeline import read_input
from communique.sources import Input


@cache
def sample(name: str) -> Record:
    return read_input(Input(name, files("communique").joinpath("samples", name).read_bytes()))


def names(record: Record, ids: tuple[str, ...]) -> set[str]:
    return {record.actor(i).name for i in ids}


def statement(record: Record, beginning: str) -> Statement:
    return next(s for s in record.statements if s.content[0].of(record.document.text).startswith(beginning))


def encounter(record: Record, kind: str, *people: str) -> Encounter:
    return next(e for e in record.encounters if e.kind == kind and set(people) <= names(record, e.participants))


@pytest.mark.parametrize("name", sorted(f.name for f in files("communique").joinpath("samples").iterdir()))
def test_each_sample_has_a_title_and_statements(name: str) -> None:
    record = sample(name)
    assert record.document.title
    assert len(record.statements) >= 5
    assert record.diplomatic == (name != "goodwill-ambassador.txt")


def test_a_football_report_holds_no_encounters() -> None:
    record = sample("goodwill-ambassador.txt")
    assert record.encounters == ()
    hailed = statement(record, "a “historic visit”")
    assert (names(record, hailed.speakers), hailed.act, hailed.quote_type) == (
        {"Rovers captain Lars Ekdahl"},
        "praise",
        "mixed",
    )
    nobody = statement(record, "We shook hands.")
    assert names(record, nobody.speakers) == {"Geoff Tranmer"}


def test_a_joint_statement() -> None:
    record = sample("joint-statement.txt")
    visit = encounter(record, "visit", "Ratna Widyawati")
    assert (visit.host, str(visit.date), visit.status) == ("ZAF", "2025-05-19/2025-05-21", "occurred")
    talks = encounter(record, "meeting", "Ratna Widyawati", "Sipho Madondo")
    assert (talks.place, str(talks.date)) == ("Pretoria", "2025-05-20")
    asked = statement(record, "to open all crossings")
    assert (asked.act, names(record, asked.addressees)) == ("call", {"Israel"})
    assert names(record, asked.speakers) == {"Ratna Widyawati", "Sipho Madondo"}
    lifted = next(c for c in record.commitments if c.action.startswith("lift its restrictions"))
    assert (names(record, lifted.promisors), names(record, lifted.promisees), str(lifted.deadline)) == (
        {"Indonesia"},
        {"South Africa"},
        "2025-09-30",
    )


def test_a_call_as_one_side_tells_it() -> None:
    record = sample("phone-call-readout.txt")
    call = encounter(record, "call", "Chen Weiguo", "Caroline Whitfield")
    assert (str(call.date), call.status) == ("2026-03-05", "occurred")
    quoted = statement(record, "Dialogue and pressure")
    assert (names(record, quoted.speakers), quoted.quote_type) == ({"Chen Weiguo"}, "direct")
    urged = statement(record, "to lift them")
    assert (urged.act, names(record, urged.addressees)) == ("call", {"United States"})


def test_the_same_call_as_a_wire_tells_it() -> None:
    record = sample("phone-call-wire.txt")
    assert encounter(record, "call", "Caroline Whitfield", "Chen Weiguo").status == "occurred"
    trip = encounter(record, "visit", "Caroline Whitfield")
    assert (trip.host, trip.status, str(trip.date)) == ("CHN", "planned", "2026-04")
    quoted = statement(record, "We're not going to negotiate")
    assert names(record, quoted.speakers) == {"Aaron Pruitt"}
    assert len(quoted.content) == 2
    scholar = statement(record, "The last three calls")
    assert names(record, scholar.speakers) == {"Leonard Hauck"}


def test_a_reception_at_a_palace() -> None:
    record = sample("palace-reception.txt")
    received = encounter(record, "meeting", "Nasser Al-Khaled Al-Sabah", "Raed Majali")
    assert received.host == "KWT"
    arrived = encounter(record, "visit", "Raed Majali")
    assert (arrived.host, str(arrived.date)) == ("KWT", "2024-11-16")
    offered = next(c for c in record.commitments if "double the number of seats" in c.action)
    assert names(record, offered.promisors) == {"Raed Majali"}


def test_a_page_of_a_ministry() -> None:
    record = sample("ministry-readout.html")
    assert str(record.document.published) == "2026-02-11T20:15:00+05:30"
    sea = statement(record, "The sea between us")
    assert (names(record, sea.speakers), sea.quote_type) == ({"Anirudh Deshmukh"}, "direct")
    thanks = statement(record, "the assistance")
    assert (thanks.act, names(record, thanks.speakers)) == ("thank", {"Devanand Ramsurrun"})
