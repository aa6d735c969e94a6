"""Names of states and bodies in running text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.knowledge import NameMatch, Register


def find(text: str) -> tuple[NameMatch, ...]:
    return Register.shipped().find_names(text)


def seen(text: str) -> list[tuple[str, str, str | None]]:
    return [(m.span.of(text), m.form, m.entity.state) for m in find(text)]


def test_forms_of_states() -> None:
    text = "Tehran and the Iranians: the Kremlin told Iran’s envoy that U.S. officials in Minsk agreed."
    assert seen(text) == [
        ("Tehran", "capital", "IRN"),
        ("Iranians", "demonym", "IRN"),
        ("Kremlin", "seat", "RUS"),
        ("Iran", "name", "IRN"),
        ("U.S.", "name", "USA"),
        ("Minsk", "capital", "BLR"),
    ]


def test_longest_match_wins() -> None:
    assert [s for s, _, _ in seen("Papua New Guinea, South Korean aides, Guinea-Bissau")] == [
        "Papua New Guinea",
        "South Korean",
        "Guinea-Bissau",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Michael Jordan played",
        "He told us.",
        "They polish it",
        "The Washington Post wrote",
        "the Persian Gulf",
        "Chad Brown sang",
    ],
)
def test_other_meanings_are_left_out(text: str) -> None:
    assert find(text) == ()


def test_organs_take_their_state() -> None:
    (one, two) = find("Turkey's Foreign Ministry and the Ministry of Defense of Belarus")
    assert (one.entity.kind, one.entity.state, one.entity.name) == ("organ", "TUR", "Ministry of Foreign Affairs of Turkey")
    assert (two.entity.name, two.entity.state) == ("Ministry of Defense of Belarus", "BLR")


def test_kinds() -> None:
    kinds = {m.entity.name: m.entity.kind for m in find("The EU, Hezbollah, the West, world powers and the IRGC")}
    assert kinds == {
        "European Union": "organization",
        "Hezbollah": "group",
        "the West": "bloc",
        "world powers": "bloc",
        "Islamic Revolutionary Guard Corps": "organ",
    }


@given(
    st.lists(st.sampled_from(["Iran", "US", "the EU", "said", "Jordan", "’s", ".", "\n", "Ministry of Defense of", "é"])).map(
        " ".join
    )
)
def test_matches_are_in_order_and_apart(text: str) -> None:
    spans = [m.span for m in find(text)]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.end <= len(text) for s in spans)
