"""The search language: what a query means, and where it can't be understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import QueryError
from communique.store.query import FIELDS, LONGEST, Term, parse


def words(value: str, at: int = 1) -> Term:
    return Term(None, (value,), at)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("ferry line", (words("ferry"), words("line", 7))),
        ('"ferry line"', (words("ferry line"),)),
        ("“ferry line” sails", (words("ferry line"), words("sails", 14))),
        ("„ferry line“", (words("ferry line"),)),
        ("  ferry — ! ", (words("ferry", 3),)),
        ("10:25", (words("10:25"),)),
        ("Wenzel: ferry", (words("Wenzel"), words("ferry", 9))),
        ("ferr*", (Term(None, ("ferr*",), 1, prefix=True),)),
        ('"ferr*"', (words("ferr*"),)),
        ("-ferry", (Term(None, ("ferry",), 1, negated=True),)),
        ("speaker:Wenzel", (Term("speaker", ("Wenzel",), 1),)),
        ('SPEAKER:"Ottokar Wenzel"', (Term("speaker", ("Ottokar Wenzel",), 1),)),
        ('speaker:"Wenzel, Ottokar"', (Term("speaker", ("Wenzel, Ottokar",), 1),)),
        ("speaker:wd:Q42", (Term("speaker", ("wd:Q42",), 1),)),
        ("act:Praise,thank", (Term("act", ("praise", "thank"), 1),)),
        ("-to:Wenzel", (Term("to", ("Wenzel",), 1, negated=True),)),
        ("after:2022-05", (Term("after", ("2022-05-01",), 1),)),
        ("before:2022", (Term("before", ("2022-01-01",), 1),)),
        ("ferry\0line", (words("ferry"), words("line", 7))),
    ],
)
def test_meaning(text: str, terms: tuple[Term, ...]) -> None:
    assert parse(text) == terms


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "at 1: there is nothing to search for"),
        (" — ", "at 1: there is nothing to search for"),
        ("ferry speeker:Wenzel", "at 7: there is no field speeker: (there are speaker, to, about"),
        ("http://courier.example", "at 1: there is no field http:"),
        ("to: Wenzel", "at 4: to: needs a value right after the colon"),
        ("ferry to:", "at 10: to: needs a value"),
        ("to:!!", "at 4: to: needs a value"),
        ('say "ferry', 'at 5: this quotation mark is never closed; put " behind the phrase'),
        ("say “ferry", "at 5: this quotation mark is never closed; put ” behind the phrase"),
        ('""', "at 1: there is no word between these quotation marks"),
        ("act:bark", "at 5: act: can't be bark; it is one of assert, praise"),
        ("act:praise,bark", "at 5: act: can't be bark"),
        ("kind:x", "at 6: kind: can't be x; it is one of statement, encounter"),
        ("status:x", "at 8: status: can't be x; it is one of occurred"),
        ("type:x", "at 6: type: can't be x; it is one of agree"),
        ("ferry before:May", "at 14: before: needs a date like 2022, 2022-05 or 2022-05-30, not May"),
        ("after:2022-02-31", "at 7: after: needs a date"),
        ("after:2022-W53", "at 7: after: needs a date"),
        ("after:0000", "at 7: after: needs a date"),
        ("ab\ud800", "at 3: this character is half of a pair"),
        ("x" * (LONGEST + 1), "at 2001: a search can have 2,000 characters at most, this has 2,001"),
        ("x " * 65, "at 129: a search can have 64 terms at most"),
    ],
)
def test_errors_point_at_the_character(text: str, message: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert str(caught.value).startswith(message)


PIECES = st.sampled_from(
    [f"{field}:" for field in FIELDS] + ['"', "“", "”", "-", "*", ",", " ", "2022-05", "act:praise", "ferry"]
)


@given(st.text() | st.lists(PIECES | st.text(max_size=3)).map("".join))
def test_any_text_is_understood_or_refused(text: str) -> None:
    try:
        terms = parse(text)
    except QueryError as error:
        assert str(error).startswith("at ")
    else:
        assert terms
        assert all(1 <= term.at <= len(text) and all(term.values) for term in terms)
