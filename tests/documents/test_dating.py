"""Where the date of publication is found, and what counts before what."""

from __future__ import annotations

import pytest

from communique.documents import build
from communique.documents.dated import date_behind, without_kicker
from communique.record import DateValue, Document
from communique.sources import Input

LEDE = "The minister of Portugal met his guest from Spain in Lisbon on Monday and talked about fish."
MORE = "He said that fewer fish were in the sea than there had been, and that this would have to change soon."
HEADLINE = "Ministers agree to count the fish"


def read(*lines: str) -> Document:
    return build(Input("a.txt", "\n\n".join(lines).encode()))


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Updated: May 4, 2021 00:15", "2021-05-04T00:15"),
        ("Last updated on 4 May 2021", "2021-05-04"),
        ("Published: 03.05.2021. 15:20", "2021-05-03T15:20"),
        ("3. 5. 2021", "2021-05-03"),
        ("Published: 3 May 2021 10:25 IST", "2021-05-03T10:25"),
        ("Published: 3 May 2021 10:25 SGT", "2021-05-03T10:25+08:00"),
        ("No. 124/2021 | 3 May 2021", "2021-05-03"),
        ("Press release 14/21 - Lisbon, 3 May 2021", "2021-05-03"),
        ("The Lagoon Courier, 3 May 2021", "2021-05-03"),
        ("Ministry of Fisheries of the Republic of Marovia, 3 May 2021", "2021-05-03"),
        ("Jane Doe   |03.05.2021 - Update : 04.05.2021", "2021-05-03"),
        ("Updated: 03/04/2021", "None"),
        ("Updated yesterday", "None"),
    ],
)
def test_dates_of_the_head(line: str, published: str) -> None:
    document = read(HEADLINE, line, LEDE, MORE)
    assert (document.title, str(document.published)) == (HEADLINE, published)
    assert line not in document.text


@pytest.mark.parametrize(
    ("line", "kept", "published"),
    [
        ("Done at Lisbon, 3 May 2021", True, "2021-05-03"),
        ("Done at Lisbon, this 3rd day of May 2021, in two copies.", True, "2021-05-03"),
        ("Signed at Lisbon on 3 May 2021", True, "2021-05-03"),
        ("Adopted in Lisbon on 3 May 2021 and amended on 4 May 2022", True, "None"),
        ("Lisbon, 3 May 2021", False, "2021-05-03"),
        ("Lisbon, 03.05.2021", False, "2021-05-03"),
        ("(END) 3 May 2021", False, "2021-05-03"),
        ("HPA 031455 May 21", False, "2021-05-03T14:55"),
        ("HPA 031455 GMT May 2021", False, "2021-05-03T14:55Z"),
        ("HPA 331455 May 21", True, "None"),
        ("Done with fish since 3 May 2021", True, "None"),
    ],
)
def test_dates_of_the_foot(line: str, kept: bool, published: str) -> None:
    document = read(HEADLINE, LEDE, MORE, line)
    assert str(document.published) == published
    assert (line in document.text) is kept
    assert str(read(HEADLINE, "Published: 2 May 2021", LEDE, MORE, line).published) == "2021-05-02"


def test_a_signing_told_in_the_middle_is_no_date_of_the_report() -> None:
    document = read(HEADLINE, "Signed at Lisbon on 3 May 2021, the treaty holds.", *([LEDE, MORE] * 8))
    assert document.published is None


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ((f"LISBON, May 3 (HPA) — {LEDE}", "They had met on 3 May 2021 at noon, and not on 4 May 2020."), "2021-05-03"),
        ((f"LISBON, May 3 (HPA) — {LEDE}", "They met on 3 May 2021, as on 3 May 2020."), "None"),
        ((f"LISBON, May 3 (HPA) — {LEDE}", MORE), "None"),
        (("Updated: 4 May 2021", f"LISBON, May 3 (HPA) — {LEDE}", MORE), "2021-05-03"),
        (("Updated: 3 May 2021 10:25", f"LISBON, May 3 (HPA) — {LEDE}", MORE), "2021-05-03T10:25"),
        (("Updated: 4 July 2021", f"LISBON, May 3 (HPA) — {LEDE}", MORE), "2021-07-04"),
        (("Updated: 4 July 2021", "Published: 5 May 2021", LEDE, MORE), "2021-05-05"),
        ((f"LISBON, May 3, 2021 (HPA) — {LEDE}", MORE, "Done at Lisbon, 4 May 2021"), "2021-05-03"),
    ],
)
def test_a_datelines_year_is_read_and_never_guessed(lines: tuple[str, ...], published: str) -> None:
    assert str(read(HEADLINE, *lines).published) == published


@pytest.mark.parametrize(
    ("line", "headline", "day"),
    [
        ("World in short | Tuesday, May 4, 2021", "World in short", "2021-05-04"),
        ("Joint statement on fish, Lisbon, 3 May 2021", "Joint statement on fish, Lisbon, 3 May 2021", "2021-05-03"),
        ("Daily Press Briefing – May 3, 2021", "Daily Press Briefing – May 3, 2021", "2021-05-03"),
        ("Remembering the flood, 3 May 1921", None, None),
        ("Ministers agree on 14 points", None, None),
        ("| 3 May 2021", None, None),
    ],
)
def test_dates_behind_headlines(line: str, headline: str | None, day: str | None) -> None:
    found = date_behind(line)
    assert found == ((len(headline), DateValue(day)) if headline and day else None)


def test_a_headline_keeps_neither_its_kicker_nor_a_date_behind_a_bar() -> None:
    document = read("LIVE | Fish talks in Lisbon | 3 May 2021", LEDE, MORE)
    assert (document.title, str(document.published)) == ("Fish talks in Lisbon", "2021-05-03")
    assert without_kicker("Live fish are counted") == 0


def test_the_date_of_another_headline_is_not_taken() -> None:
    document = read(
        "Home | News", "Boats stay in port | 9 May 2022", HEADLINE, LEDE.replace("fish", "fish to count, as ministers agree")
    )
    assert (document.title, document.published) == (HEADLINE, None)
