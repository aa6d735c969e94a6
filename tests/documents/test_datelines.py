"""Datelines."""

from __future__ import annotations

import pytest

from communique.documents.datelines import find


@pytest.mark.parametrize(
    ("text", "dateline", "agency"),
    [
        ("LISBON, May 30 (HPA) — The minister met", "LISBON, May 30 (HPA) —", "HPA"),
        ("MADRID (HPA) - The minister", "MADRID (HPA) -", "HPA"),
        ("Madrid (Harbor Press) -- The minister", "Madrid (Harbor Press) --", "Harbor Press"),
        ("Lisbon, 12 March. /HARBOR/. The minister", "Lisbon, 12 March. /HARBOR/.", "HARBOR"),
        ("PORTO, Portugal — The minister", "PORTO, Portugal —", None),
        ("PORTO, Portugal, Feb. 3 – “We agree,” he", "PORTO, Portugal, Feb. 3 –", None),
        ("Porto, HARBOR- President", "Porto, HARBOR-", "HARBOR"),
        ("Lisbon, May 30, HARBOR – The minister", "Lisbon, May 30, HARBOR –", "HARBOR"),
        ("ST. PETERSBURG, Fla. (HPA) _ The minister", None, None),
        ("May 30 (HPA) - The minister", "May 30 (HPA) -", "HPA"),
        ("(HPA) — The minister", "(HPA) —", "HPA"),
        ("LISBON: The minister", None, None),
        ("LISBON (HPA): The minister", "LISBON (HPA):", "HPA"),
        ("The minister – a friend of fish – met", None, None),
        ("NATO — which has no fish — said", None, None),
        ("UPDATE - The minister met", None, None),
        ("MR DOE - The minister met", None, None),
        ("Lisbon is a city. The minister", None, None),
        ("“LISBON (HPA) —", None, None),
    ],
)
def test_a_dateline_is_told_from_a_sentence(text: str, dateline: str | None, agency: str | None) -> None:
    found = find(text, 0, len(text), first=True)
    assert (found and text[: found.end], found and found.agency) == (dateline, agency)


def test_a_place_and_a_dash_count_only_at_the_beginning_of_a_report() -> None:
    text = "OBAMA - The president of the club met his guest."
    assert find(text, 0, len(text), first=True) is not None
    assert find(text, 0, len(text), first=False) is None


def test_a_year_makes_a_date_and_no_year_makes_none() -> None:
    with_year = find("LISBON, May 30, 2022 (HPA) — The", 0, 32, first=True)
    without = find("LISBON, May 30 (HPA) — The", 0, 26, first=True)
    assert with_year is not None
    assert without is not None
    assert (str(with_year.date), with_year.month_day) == ("2022-05-30", None)
    assert (without.date, without.month_day) == (None, "-05-30")
