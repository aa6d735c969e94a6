"""Places: ground or government, cities that are no capitals, datelines, hosts."""

from __future__ import annotations

import pytest

from communique.actors.where import find_places, host_of
from communique.codebooks.cities import cities
from communique.knowledge import Register


def read(text: str) -> list[tuple[str, str | None, bool]]:
    return [(p.name, p.state, p.literal) for p in find_places(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The two ministers dined in Tehran after the ceremony.", ("Tehran", "IRN", True)),
        ("The premier arrived in Sharm el-Sheikh for the summit.", ("Sharm el-Sheikh", "EGY", True)),
        ("Her trip to Samarkand lasted two days.", ("Samarkand", "UZB", True)),
        ("His visit to Iran opened a new chapter.", ("Iran", "IRN", True)),
        ("Geneva talks on the river are to resume.", ("Geneva", "CHE", True)),
        ("Tehran said it would answer in kind.", ("Tehran", "IRN", False)),
        ("He accused Washington of bad faith.", ("Washington", "USA", False)),
        ("A letter to Ankara was never answered.", ("Ankara", "TUR", False)),
        ("The Kremlin said nothing of it.", ("Kremlin", "RUS", False)),
        ("The President of Tajikistan thanked his host.", ("Tajikistan", "TJK", False)),
        ("DOHA, May 30 — The emir spoke of gas.", ("Doha", "QAT", True)),
        ("He will speak at Saint Petersburg.", ("St. Petersburg", "RUS", True)),
    ],
)
def test_ground_or_government(text: str, place: tuple[str, str, bool]) -> None:
    assert read(text) == [place]


def test_names_joined_by_and_read_alike() -> None:
    assert read("The ties between Tehran and Minsk are deep.") == [("Tehran", "IRN", False), ("Minsk", "BLR", False)]
    assert read("They flew on to Samarkand and Tashkent.") == [("Samarkand", "UZB", True), ("Tashkent", "UZB", True)]
    assert read("Moscow and Minsk agreed on a plan.") == [("Moscow", "RUS", False), ("Minsk", "BLR", False)]


def test_newspapers_treaties_and_adjectives_are_no_places() -> None:
    assert read("The New York Times wrote that the Iranian envoy praised the Istanbul Convention.") == []


def test_spans_are_of_the_text_and_apart() -> None:
    text = "From Jeddah he flew to Ho Chi Minh City, then home to Istanbul."
    found = find_places(text)
    assert [p.span.of(text) for p in found] == ["Jeddah", "Ho Chi Minh City", "Istanbul"]
    assert all(0 < p.confidence <= 1 for p in found)


def test_host_of_a_name_or_a_mention() -> None:
    assert [host_of(name) for name in ("Geneva", "Tehran", "Iran", "Atlantis")] == ["CHE", "IRN", "IRN", None]
    (place,) = find_places("They met in Davos.")
    assert host_of(place) == "CHE"


def test_every_city_lies_in_a_state_of_the_register() -> None:
    codes = {state.iso3 for state in Register.shipped().states()}
    assert {city.state for city in cities().values()} <= codes
    assert all(cities()[city.name] == city for city in cities().values())
