"""When two written names can be one person's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.actors.names import same_person, words


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("Orla Fenwick", ("orla", "fenwick")),
        ("Ó Dálaigh", ("o", "dalaigh")),
        ("Fenwick’s", ("fenwick",)),
        ("J. K. Rell", ("j", "k", "rell")),
        ("Omar bin Salim Al-Farsi", ("omar", "salim", "farsi")),
        ("Marie-Anne de la Tour", ("marie", "anne", "tour")),
        ("Al", ("al",)),
        ("", ()),
    ],
)
def test_words_of_a_name(name: str, found: tuple[str, ...]) -> None:
    assert words(name) == found


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Fenwick", "Orla Fenwick", True),
        ("Orla", "Orla Fenwick", True),
        ("O. Fenwick", "Orla Fenwick", True),
        ("Orla M. Fenwick", "Orla Fenwick", True),
        ("Al-Farsi", "Omar bin Salim Al-Farsi", True),
        ("Tomas Fenwick", "Orla Fenwick", False),
        ("Rell", "Orla Fenwick", False),
        ("T. Fenwick", "Orla Fenwick", False),
        ("F", "Fenwick", False),
        ("", "Fenwick", False),
        ("Ali Rahmani", "Mojtaba Rahmani", False),
    ],
)
def test_short_forms(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@given(st.text(max_size=30))
def test_any_text_has_words_and_is_a_name_of_itself(name: str) -> None:
    found = words(name)
    assert found == words(name) and all(w == w.strip() for w in found)
    if len(found) > 1:
        assert same_person(name, name)
