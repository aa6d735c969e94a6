"""A document with who, when and where filled in."""

from __future__ import annotations

from communique.record import DateValue, Span
from tests.actors.casting import meant, scene

TEXT = (
    "Kenyan President William Ruto met Ugandan President Yoweri Museveni in Nairobi on Monday. He praised the crew.",
    "They will leave on 20 March.",
)


def test_times_and_places_stand_in_text_order() -> None:
    found = scene(*TEXT)
    assert [(t.span.of(found.text), str(t.value)) for t in found.times] == [
        ("Monday", "2024-03-11"),
        ("20 March", "2024-03-20"),
    ]
    assert [(p.name, p.state) for p in found.places if p.literal] == [("Nairobi", "KEN")]


def test_the_date_around_some_words() -> None:
    found = scene(*TEXT)
    met = found.text.index("met Ugandan")
    assert found.when(Span(met, met + 3)) == DateValue("2024-03-11")


def test_the_sentence_and_block_of_a_place_in_the_text() -> None:
    found = scene(*TEXT)
    praised = found.text.index("praised")
    assert found.sentence(Span(praised, praised + 7)).of(found.text) == "He praised the crew."
    assert (found.block(praised), found.block(found.text.index("They"))) == (0, 1)


def test_who_does_what_a_verb_says() -> None:
    found = scene("Kenyan President William Ruto and Ugandan President Yoweri Museveni met in Nairobi.")
    met = next(p for p in found.reading.predicates if p.lemma == "meet")
    assert {found.cast.actor(i).name for i in found.whom(met)} == {"William Ruto", "Yoweri Museveni"}


def test_the_outlet_tells_whose_minister_is_meant() -> None:
    at_home = scene("Foreign Minister Orla Fenwick said the sea was calm.", outlet="The Irish Courier")
    assert meant(at_home, "Foreign Minister Orla Fenwick") == ["Orla Fenwick"]
    assert [a.state for a in at_home.cast.actors.values()] == ["IRL"]
