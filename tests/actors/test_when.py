"""Times in texts: the expressions a date reader must get right, in sentences of our own; documents of Tuesday 2022-05-31."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.actors.when import find_times
from communique.record import DateValue, TimeMention

TUESDAY = DateValue("2022-05-31")


def read(text: str, published: str | None = "2022-05-31", anchor: date | None = None) -> list[tuple[str, str | None]]:
    """The words and values of every time in a text."""
    found = find_times(text, DateValue(published) if published else None, anchor)
    return [(t.span.of(text), str(t.value) if t.value else None) for t in found]


def only(text: str) -> TimeMention:
    (found,) = find_times(text, TUESDAY)
    return found


SIXTEEN = [
    ("The envoy made the offer in a Monday meeting.", "2022-05-30"),
    ("The two ministers met in the palace on Monday.", "2022-05-30"),
    ("The two ministers met in the palace on Tuesday.", "2022-05-31"),
    ("Trade has doubled during the past 12 years.", "2010-05-31/2022-05-31"),
    ("The chancellor will fly home later this week.", "2022-06-01/2022-06-05"),
    ("The bridge will be open by the end of next year.", "2023-12-31"),
    ("The accord was initialed on the 9th of March.", "2022-03-09"),
    ("He came home two days after.", "P2D"),
    ("Experts will gather next Monday.", "2022-06-06"),
    ("The embassy reopened last week.", "2022-W21"),
    ("The king had received him the previous day.", "2022-05-30"),
    ("The speaker arrived earlier in the day.", "2022-05-31"),
    ("The fair runs from 5 to 7 June.", "2022-06-05/2022-06-07"),
    ("Both banks will sign in the coming months.", "FUTURE_REF"),
    ("She spoke of a recent trip to the valley.", "PAST_REF"),
    ("The border has been shut since 1979.", "1979/.."),
    ("Exports grew in the first quarter of 2023.", "2023-Q1"),
]


@pytest.mark.parametrize(("text", "value"), SIXTEEN)
def test_the_sixteen_expressions(text: str, value: str) -> None:
    assert [v for _, v in read(text)] == [value]


def test_a_known_day_of_the_event_is_counted_from() -> None:
    event = date(2022, 5, 30)
    assert read("He left two days after the dinner.", anchor=event) == [("two days after", "2022-06-01")]
    assert read("He had come the previous day.", anchor=event) == [("the previous day", "2022-05-29")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On Friday, the prince will arrive in the port.", ["2022-06-03"]),
        ("The minister said on Monday that he will travel on Friday.", ["2022-05-30", "2022-06-03"]),
        ("Premier to visit the island on Thursday", ["2022-06-02"]),
        ("Talks scheduled for Wednesday were confirmed.", ["2022-06-01"]),
        ("The delegation is due to land on Saturday.", ["2022-06-04"]),
        ("The charter is to be signed on Thursday.", ["2022-06-02"]),
        ("The premier plans to fly out on Sunday.", ["2022-06-05"]),
        ("Saturday's talks dealt with water.", ["2022-05-28"]),
        ("He landed on Monday evening, having left Sunday night.", ["2022-05-30", "2022-05-29"]),
        ("They spoke last Tuesday; this Friday they will speak again.", ["2022-05-24", "2022-06-03"]),
        ("At 10:25 GMT on Tuesday the doors opened.", ["2022-05-31"]),
        ("The council sat from Monday to Wednesday.", ["2022-05-30/2022-06-01"]),
        ("They called on Friday of last week.", ["2022-05-27"]),
    ],
)
def test_weekdays_follow_the_tense_of_their_sentence(text: str, values: list[str]) -> None:
    dated = [v for _, v in read(text)]
    assert dated == values


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("30 May 2022", "2022-05-30"),
        ("May 30, 2022", "2022-05-30"),
        ("Tuesday, 31 May 2022", "2022-05-31"),
        ("the 30th of May, 2022", "2022-05-30"),
        ("30/05/2022", "2022-05-30"),
        ("2022-05-30", "2022-05-30"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("August 2021", "2021-08"),
        ("June 5-7", "2022-06-05/2022-06-07"),
        ("5–7 June 2022", "2022-06-05/2022-06-07"),
        ("between 3 and 5 June", "2022-06-03/2022-06-05"),
        ("12 March–2 April 2022", "2022-03-12/2022-04-02"),
        ("31 December 2021 - 2 January 2022", "2021-12-31/2022-01-02"),
        ("between July and September 2021", "2021-07/2021-09"),
        ("2021-2022", "2021/2022"),
        ("the 1990s", "199X"),
        ("the 19th century", "18XX"),
        ("the second half of 2024", "2024-H2"),
        ("Q3 2024", "2024-Q3"),
        ("fiscal 2023", "2023"),
        ("Spring 2021", "2021-SP"),
        ("last summer", "2021-SU"),
        ("mid-2011", "2011"),
        ("late May", "2022-05"),
        ("9 Khordad 1401", "2022-05-30"),
        ("10 Ramadan 1443", "2022-04-11/2022-04-13"),
    ],
)
def test_dates_of_the_calendar(words: str, value: str) -> None:
    text = f"The pact will be concluded ({words}) without a dissenting voice."
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on May 28.", "2022-05-28"),
        ("They will meet on May 28.", "2023-05-28"),
        ("They met on 4 July.", "2021-07-04"),
        ("They will meet on 4 July.", "2022-07-04"),
        ("They met in November.", "2021-11"),
        ("They will meet in November.", "2022-11"),
    ],
)
def test_a_missing_year_is_taken_from_the_tense(text: str, value: str) -> None:
    assert [v for _, v in read(text)] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("yesterday", "2022-05-30"),
        ("tomorrow", "2022-06-01"),
        ("the day before yesterday", "2022-05-29"),
        ("two days ago", "2022-05-29"),
        ("three months ago", "2022-02"),
        ("a decade ago", "2012"),
        ("last month", "2022-04"),
        ("next year", "2023"),
        ("this year", "2022"),
        ("the past decade", "2012-05-31/2022-05-31"),
        ("over the last year", "2021-05-31/2022-05-31"),
        ("the next three days", "2022-05-31/2022-06-03"),
        ("in recent years", "PAST_REF"),
        ("in the near future", "FUTURE_REF"),
        ("currently", "PRESENT_REF"),
        ("a three-day visit", "P3D"),
        ("two and a half years", "P2.5Y"),
        ("several months", "PXM"),
        ("every year", "SET:P1Y"),
        ("twice a week", "SET:P1W"),
        ("every Monday", "SET:XXXX-WXX-1"),
    ],
)
def test_relative_vague_and_lasting_times(words: str, value: str) -> None:
    assert [v for _, v in read(f"It was so {words}.")] == [value]


def test_later_times_count_from_the_day_told_of() -> None:
    text = "They met on 20 May. The next day they signed. Three weeks later they fell out."
    assert [v for _, v in read(text)] == ["2022-05-20", "2022-05-21", "2022-W23"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("by Friday", "2022-06-03"),
        ("by 2030", "2030"),
        ("until 2025", "2025"),
        ("before the end of the month", "2022-05-31"),
        ("by the end of June", "2022-06-30"),
        ("within two months", "2022-07-31"),
        ("no later than 15 June", "2022-06-15"),
        ("by year-end", "2022-12-31"),
    ],
)
def test_deadlines(words: str, value: str) -> None:
    found = only(f"The dam will be finished {words}.")
    assert found.deadline
    assert str(found.value) == value


@pytest.mark.parametrize(
    "text",
    [
        "Theresa May thanked her hosts. It may rain. May I ask?",
        "They march to the square, and a second group follows.",
        "The Fourth Republic had twenty governments.",
        "Some 2000 troops crossed over, and 1900 soldiers stayed.",
        "It fits the 2030 agenda, Agenda 2030, Vision 2030, UNSCR 2231 and Resolution 1701.",
        "The Sunday Times and the Mail on Sunday wrote of Black Friday.",
        "The 45-year-old envoy paid $2022 for 12 chairs.",
        "On 05/06/2022 nobody can say which comes first.",
        "China Daily and USA Today had the story.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert read(text) == []


def test_without_a_day_of_publication_only_dates_have_values() -> None:
    assert read("On Monday and on 30 May 2022, and since 1979.", None) == [
        ("Monday", None),
        ("30 May 2022", "2022-05-30"),
        ("since 1979", "1979/.."),
    ]


def test_the_time_and_zone_of_publication_do_not_matter() -> None:
    assert read("They met yesterday.", "2022-05-31T23:30+03:30") == [("yesterday", "2022-05-30")]


def test_today_as_our_age_is_no_day() -> None:
    assert read("“Today, rivers are a matter of security,” he said today.") == [
        ("Today", "PRESENT_REF"),
        ("today", "2022-05-31"),
    ]


def test_a_dateline_is_one_time() -> None:
    assert read("Tuesday 14 March 2023 - 10:25\n\nThe ministers met.") == [("Tuesday 14 March 2023", "2023-03-14")]


@given(st.text(alphabet=st.sampled_from("May 30 2022,-/.\n“”'sMondaylastweekbyof the0123456789 June to and"), max_size=120))
def test_mentions_are_in_order_and_apart_in_any_text(text: str) -> None:
    found = find_times(text, TUESDAY)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(t.span.end <= len(text) and t.span.of(text).strip() == t.span.of(text) for t in found)


def test_long_lines_take_linear_time() -> None:
    for piece in ("2022-", ". ", "\n ", "May ", "Monday ", "on Friday, ", "the end of ", "1,", "é" * 10):
        assert find_times(piece * 20_000, TUESDAY) is not None
