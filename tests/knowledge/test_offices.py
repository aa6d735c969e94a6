"""Who holds an office when sources disagree; invented rows."""

from __future__ import annotations

from datetime import date

from communique.knowledge.offices import Cover, cover, holders
from communique.knowledge.rows import Holding
from communique.record import DateValue

DAY = date(2022, 5, 30)


def row(
    person: int, start: str, end: str | None = None, as_of: str = "2022-07-01", source: str = "one", closed: bool = True
) -> Holding:
    names = {1: "Ana Alder", 2: "Boris Birch", 3: "Cem Cedar"}
    return Holding(
        person, names[person], f"Q{person}", None, "President of Ruritania", "RUR", None, "hos", "president", frozenset(),
        DateValue(start), DateValue(end) if end else None, bool(end) and closed, date.fromisoformat(as_of), False, source,
    )  # fmt: skip


def test_cover() -> None:
    assert cover(row(1, "2020-01-01", "2023-01-01"), DAY) is Cover.SURE
    assert cover(row(1, "2020-01-01"), DAY) is Cover.OPEN
    assert cover(row(1, "2022"), DAY) is Cover.EDGE
    assert cover(row(1, "2020-01-01", as_of="2021-06-01"), DAY) is Cover.ASSUMED
    assert cover(row(1, "2010-01-01", as_of="2012-06-01"), DAY) is Cover.NONE
    assert cover(row(1, "2022-06-01"), DAY) is Cover.NONE


def test_a_later_start_ends_what_a_source_left_open() -> None:
    (held,) = holders([row(1, "2015-01-01"), row(2, "2021-01-01", source="two")], DAY)
    assert held.person == 2


def test_a_source_that_closes_a_spell_beats_one_that_forgot() -> None:
    rows = [
        row(1, "2015-01-01"),
        row(1, "2015-01-02", "2019-01-01", source="two"),
        row(2, "2014-01-01", "2023-01-01", source="two"),
    ]
    assert [h.person for h in holders(rows, DAY)] == [2]


def test_two_who_began_together_share_the_seat() -> None:
    assert [h.person for h in holders([row(1, "2022-04-01"), row(2, "2022-04-01")], DAY)] == [1, 2]


def test_one_who_came_and_went_shows_that_an_older_spell_is_over() -> None:
    assert holders([row(1, "2015-01-01"), row(3, "2018-01-01", "2020-01-01", source="two")], DAY) == []
