"""Lines that name who publishes."""

from __future__ import annotations

import pytest

from communique.documents import build
from communique.documents.outlets import is_release, outlet_of
from communique.record import Document
from communique.sources import Input

LEDE = "The minister of Portugal met his guest from Spain in Lisbon on Monday and talked about fish."
MORE = "He said that fewer fish were in the sea than there had been, and that this would have to change soon."
HEADLINE = "Ministers agree to count the fish"


def read(*lines: str) -> Document:
    return build(Input("a.txt", "\n\n".join(lines).encode()))


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("Press Service of the President of Marovia", "Press Service of the President of Marovia"),
        ("OFFICE OF THE PRIME MINISTER / Media Office", "Office of the Prime Minister"),
        ("Press Service — Ministry of Fisheries of Marovia", "Ministry of Fisheries of Marovia"),
        ("Ministry of Fisheries, Press Center", "Ministry of Fisheries"),
        ("Permanent Mission of Marovia to the League in Geneva", "Permanent Mission of Marovia to the League in Geneva"),
        ("Marovian Presidency", "Marovian Presidency"),
        ("The Lagoon Courier", "The Lagoon Courier"),
        ("The Lagoon Times", "The Lagoon Times"),
        ("Foreign Ministry Summons Envoy of Spain", None),
        ("Foreign Ministry to Host Talks on Fish", None),
        ("Ministry of Fisheries Under Fire", None),
        ("Statement by the Ministry of Fisheries", None),
        ("Visit to the Ministry of Fisheries", None),
        ("Hard Times", None),
        ("Envoy Leaves the Lagoon Post", None),
        ("Contact: Media Office", None),
        ("What is the Press Office of the Palace?", None),
        ("Office", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_line_names_an_outlet_or_may_be_a_headline(line: str, outlet: str | None) -> None:
    assert outlet_of(line) == outlet


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("COMMUNIQUÉ", True),
        ("Joint Statement", True),
        ("Press release No. 14/23", True),
        ("PRESS RELEASE 7", True),
        ("*** STATEMENT ***", True),
        ("Joint statement on fish", False),
        ("Statement 14 makes fishermen angry", False),
    ],
)
def test_kinds_of_paper(line: str, expected: bool) -> None:
    assert is_release(line) is expected


@pytest.mark.parametrize(
    "head",
    [
        ("Press Office of the Lagoon Palace", HEADLINE),
        ("PRESS RELEASE", "Press Office of the Lagoon Palace", HEADLINE),
        (HEADLINE, "3 May 2021", "Press Office of the Lagoon Palace"),
        ("Press Office of the Lagoon Palace — Bulletin, 03.05.2021", HEADLINE),
        ("3 May 2021 - Lisbon - Press Office of the Lagoon Palace", HEADLINE),
        ("PRESS OFFICE OF THE LAGOON PALACE", "Communications Directorate", "---", "PRESS RELEASE", HEADLINE),
    ],
)
def test_an_office_in_the_head_is_the_outlet_and_no_headline(head: tuple[str, ...]) -> None:
    document = read(*head, LEDE, MORE)
    assert (document.title, document.outlet) == (HEADLINE, "Press Office of the Lagoon Palace")
    assert "Lagoon" not in document.text
    assert document.text.endswith(f"{LEDE}\n\n{MORE}")


@pytest.mark.parametrize("label", ["COMMUNIQUÉ", "JOINT STATEMENT"])
def test_the_kind_of_paper_is_the_headline_only_where_there_is_no_other(label: str) -> None:
    assert read("Presidency of the Republic", label, LEDE, MORE).title == label
    assert read(label, HEADLINE, LEDE, MORE).title == HEADLINE


def test_an_office_alone_gives_no_headline() -> None:
    document = read("Ministry of Fisheries of Marovia", LEDE, MORE)
    assert (document.title, document.outlet) == (None, "Ministry of Fisheries of Marovia")


def test_a_text_that_is_only_an_office_is_kept() -> None:
    assert read("Ministry of Fisheries of Marovia").text == "Ministry of Fisheries of Marovia"


def test_an_entry_of_a_menu_is_no_outlet() -> None:
    assert read("Home | News | Contact", "Press Center", HEADLINE, LEDE, MORE).outlet is None


@pytest.mark.parametrize(
    ("foot", "outlet"),
    [
        ("Press Service of the Ministry of Fisheries", "Press Service of the Ministry of Fisheries"),
        ("HPA 031455 May 21", "HPA"),
        ("/HPA/", "HPA"),
        ("His guest agreed with all of that on Monday. /HPA/", "HPA"),
    ],
)
def test_an_outlet_may_sign_at_the_foot(foot: str, outlet: str) -> None:
    assert read(HEADLINE, LEDE, MORE, foot).outlet == outlet
    assert read("The Lagoon Courier", HEADLINE, LEDE, MORE, foot).outlet == "The Lagoon Courier"


def test_a_dateline_counts_before_the_foot() -> None:
    document = read(HEADLINE, f"Lisbon, May 3 (HPA).- {LEDE}", MORE, "Press Service of the Ministry of Fisheries")
    assert document.outlet == "HPA"
    assert document.text.count("Press Service") == 1


def test_the_agency_behind_the_last_sentence_is_left_out() -> None:
    document = read(HEADLINE, f"Lisbon, May 3 (HPA).- {LEDE}", f"{MORE} HPA", "jd.rr")
    assert document.text.endswith(MORE)
    assert read(HEADLINE, f"Lisbon, May 3 (HPA).- {LEDE}", "He thanked the HPA").text.endswith("the HPA")


def test_initials_of_writers_are_no_agency() -> None:
    assert read(HEADLINE, LEDE, f"{MORE} /JDR").outlet is None
