"""Lines that say something of a report."""

from __future__ import annotations

import pytest

from communique.documents.bylines import is_byline
from communique.documents.headers import Facts, LineKind, read_line


@pytest.mark.parametrize(
    ("line", "kind", "kept", "field", "value"),
    [
        ("Tuesday 14 March 2023 - 10:25", "header", "", "published", "2023-03-14T10:25"),
        ("Published: May 3, 2021 14:05 (UTC+3)", "header", "", "published", "2021-05-03T14:05+03:00"),
        ("date 2022-05-31 Ministers Hail Deal", "title", "Ministers Hail Deal", "published", "2022-05-31"),
        ("2022-05-31 | Ministers of both hail deals", "title", "Ministers of both hail deals", "published", "2022-05-31"),
        ("Lisbon, Portugal, March 14, 2023", "header", "", "published", "2023-03-14"),
        ("March 14, 2023  14:30  The Palace, Lisbon", "header", "", "published", "2023-03-14T14:30"),
        ("Published 3 May 2021 10:00 Updated 11:00", "header", "", "published", "2021-05-03T10:00"),
        ("Updated: 4 May 2021", "header", "", "published", None),
        ("Date: 03/04/2023", "header", "", "published", None),
        ("Story Code : 104", "header", "", "story_code", "104"),
        ("News ID: 12-34", "header", "", "story_code", "12-34"),
        ("Source: Harbor Press", "header", "", "outlet", "Harbor Press"),
        ("Source: Harbor| 2023-03-14 10:25:30|Editor: roe", "header", "", "published", "2023-03-14T10:25:30"),
        ("URL: https://harbor.example/1", "header", "", "url", "https://harbor.example/1"),
        ("Title: Ministers meet", "title", "Ministers meet", "title", None),
        ("Text: He met her.", "text", "He met her.", "title", None),
        ("By Jane Doe | Harbor Times | 14 March 2023", "byline", "By Jane Doe", "published", "2023-03-14"),
        ("By Staff, Agencies", "byline", "By Staff, Agencies", "byline", "By Staff, Agencies"),
        ("Jane Doe   |12.06.2024 - Update : 13.06.2024", "byline", "Jane Doe", "published", "2024-06-12"),
        ("Jane Doe   |12.06.2024 - Update : 13.06.2024", "byline", "Jane Doe", "updated", "2024-06-13"),
        ("Abidjan   |12.06.2024 - Update : 13.06.2024", "header", "", "byline", None),
        ("Middle East | 12.06.2024 - Update : 13.06.2024", "header", "", "byline", None),
        ("Jane Doe, Harbor Wire", "byline", "Jane Doe, Harbor Wire", "byline", "Jane Doe, Harbor Wire"),
        ("Lisbon, Portugal", "text", "Lisbon, Portugal", "byline", None),
        ("March 3, 2021 was a day of talks.", "text", "March 3, 2021 was a day of talks.", "published", None),
        ("Reporter: What do you say to that?", "text", "Reporter: What do you say to that?", "byline", None),
        ("1,200 boats came", "text", "1,200 boats came", "published", None),
    ],
)  # fmt: skip
def test_a_line_is_what_it_says(line: str, kind: LineKind, kept: str, field: str, value: str | None) -> None:
    facts = Facts()
    read = read_line(line, facts)
    assert (read.kind, line[read.start : read.end]) == (kind, kept)
    found = getattr(facts, field)
    assert (str(found) if found else None) == value


def test_the_first_of_a_kind_stays() -> None:
    facts = Facts()
    read_line("Published: 2021-05-03", facts)
    read_line("Published: 2022-06-04", facts)
    assert str(facts.published) == "2021-05-03"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Jane Doe", True),
        ("By Jane de la Doe and John Roe, Harbor Staff Writers", True),
        ("BY HARBOR STAFF", True),
        ("(Reporting by Jane Doe; editing by John Roe)", True),
        ("Web Desk", True),
        ("By Jane Doe, deep sea correspondent", True),
        ("Words: Jane Doe", True),
        ("Words: none were left", False),
        ("Staff Writer", True),
        ("By Monday the talks had ended", False),
        ("By noon", False),
        ("By what right?", False),
        ("Jane Doe", False),
    ],
)
def test_bylines(line: str, expected: bool) -> None:
    assert is_byline(line) is expected
