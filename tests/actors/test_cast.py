"""Who is who: names with their short forms, offices at the document's day, and nobody by accident.

The offices of real people are facts of the shipped register; everybody else is invented.
"""

from __future__ import annotations

import pytest

from communique.record.actors import TenureStatus
from tests.actors.casting import actors, meant, scene

READOUT = (
    "Foreign Minister Orla Fenwick of Ireland said the sea was calm. Fenwick thanked Dublin. "
    "The foreign minister praised Cork. Dr. Fenwick will sail in May."
)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Foreign Minister Orla Fenwick of Ireland", "Orla Fenwick"),
        ("Fenwick", "Orla Fenwick"),
        ("The foreign minister", "Orla Fenwick"),
        ("Dr. Fenwick", "Orla Fenwick"),
        ("Dublin", "Ireland"),
    ],
)
def test_every_form_of_a_name_leads_to_one_person(words: str, name: str) -> None:
    assert meant(scene(READOUT), words) == [name]


def test_somebody_the_register_does_not_know_is_kept_with_the_words_of_the_text() -> None:
    fenwick = actors(READOUT)["Orla Fenwick"]
    assert fenwick.id.startswith("local:") and fenwick.wikidata is None
    assert (fenwick.kind, fenwick.state, fenwick.office) == ("person", "IRL", "Foreign Minister of Ireland")
    assert fenwick.occupancy is not None and fenwick.occupancy.status == "unknown"
    assert fenwick.aliases == ("Foreign Minister Orla Fenwick of Ireland", "Fenwick", "The foreign minister", "Dr. Fenwick")
    assert [s.of(READOUT) for s in fenwick.mentions] == list(fenwick.aliases)


def test_a_headline_may_name_first_what_the_body_names_in_full() -> None:
    found = scene("Foreign Minister Orla Fenwick said the sea was calm.", title="Fenwick: Sea is calm")
    assert meant(found, "Fenwick") == ["Orla Fenwick"]


def test_two_people_of_one_surname_stay_two() -> None:
    found = scene("Dr. Ewa Lind said the sea was calm. Tomas Lind said the wind was strong.")
    assert meant(found, "Dr. Ewa Lind") == ["Ewa Lind"]
    assert meant(found, "Tomas Lind") == ["Tomas Lind"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Foreign Minister Orla Fenwick said the sea was calm.",
        "Orla Fenwick, the foreign minister, said the sea was calm.",
        "The Irish foreign minister, Orla Fenwick, said the sea was calm.",
        "Irish Foreign Minister Orla Fenwick said the sea was calm.",
        "H.E. Ms. Orla Fenwick, Minister for Foreign Affairs of Ireland, said the sea was calm.",
    ],
)
def test_an_office_on_either_side_of_a_name(sentence: str) -> None:
    fenwick = actors(sentence)["Orla Fenwick"]
    assert fenwick.occupancy is not None
    assert fenwick.occupancy.position.office_class == "fm"


# ------------------------------------------------------------------ the register at the document's day
@pytest.mark.parametrize(
    ("words", "day", "name", "status"),
    [
        ("The Tajik president", "2022-05-31", "Emomali Rahmon", "in_force"),
        ("The Finnish president", "2015-03-02", "Sauli Niinistö", "in_force"),
        ("The Finnish president", "2024-03-12", "Alexander Stubb", "in_force"),
        ("Finnish President Alexander Stubb", "2026-03-02", "Alexander Stubb", "assumed"),
        ("Kenyan President William Ruto", "2024-03-12", "William Ruto", "in_force"),
    ],
)
def test_an_office_means_who_held_it_that_day(words: str, day: str, name: str, status: TenureStatus) -> None:
    holder = actors(f"{words} said the sea was calm.", published=day)[name]
    assert holder.wikidata is not None and holder.id == f"wd:{holder.wikidata}"
    assert holder.occupancy is not None and holder.occupancy.status == status
    assert holder.occupancy.as_of is not None


def test_without_a_day_an_office_names_nobody() -> None:
    (holder,) = actors("The Finnish president said the sea was calm.", published=None).values()
    assert (holder.wikidata, holder.state, holder.office) == (None, "FIN", "President of Finland")


def test_a_former_holder_is_marked_so() -> None:
    niinisto = actors("Former Finnish President Sauli Niinistö said the sea was calm.", published="2025-03-02")[
        "Sauli Niinistö"
    ]
    assert niinisto.office == "former President of Finland"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Foreign Minister Anna Khamenei", "Anna Khamenei"),
        ("Mojtaba Khamenei", "Mojtaba Khamenei"),
        ("President Ewa Macron of Poland", "Ewa Macron"),
        ("Foreign Minister Babak Rahmon of Iran", "Babak Rahmon"),
        ("Finnish President Aino Stubb", "Aino Stubb"),
        ("Irish Foreign Minister Orla Fenwick", "Orla Fenwick"),
    ],
)
def test_an_invented_person_is_never_replaced_by_one_of_the_register(words: str, name: str) -> None:
    found = actors(f"{words} said the sea was calm.", published="2022-05-31")
    assert list(found) == [name]
    assert found[name].wikidata is None and found[name].id.startswith("local:")


# ------------------------------------------------------------------ who is nobody
def test_a_place_is_no_person() -> None:
    found = actors("Irish Foreign Minister Orla Fenwick met Polish President Ewa Lind in El Obeid. The river Lorne was high.")
    assert {n for n, a in found.items() if a.kind == "person"} == {"Orla Fenwick", "Ewa Lind"}


def test_a_day_is_no_person() -> None:
    assert set(actors("Foreign Minister Orla Fenwick sailed on Monday and will be back in June.")) == {"Orla Fenwick"}


@pytest.mark.parametrize(
    ("sentence", "name", "kind", "state"),
    [
        ("NATO said the sea was calm.", "NATO", "organization", None),
        ("Kenya said the sea was calm.", "Kenya", "state", "KEN"),
        ("The Kremlin said the sea was calm.", "Russia", "state", "RUS"),
        ("The Foreign Ministry of Kenya said the sea was calm.", "Ministry of Foreign Affairs of Kenya", "organ", "KEN"),
        ("Three senior officials said the sea was calm.", "Three senior officials", "unknown", None),
    ],
)
def test_states_organs_and_the_unnamed(sentence: str, name: str, kind: str, state: str | None) -> None:
    (found,) = actors(sentence).values()
    assert (found.name, found.kind, found.state) == (name, kind, state)


def test_everybody_linked_is_in_the_cast_and_keeps_the_place() -> None:
    found = scene(READOUT, "Kenya said the two sides met. They said so too.")
    for span, ids in found.cast.links.items():
        assert all(span in found.cast.actor(i).mentions for i in ids)


def test_who_is_named_inside_a_stretch_of_text() -> None:
    found = scene("Kenya praised Uganda. NATO praised Kenya and Kenya.")
    second = next(s for s in found.reading.sentences if s.of(found.text).startswith("NATO"))
    assert [found.cast.actor(i).name for i in found.cast.named_in(second)] == ["NATO", "Kenya"]
