"""The people a document names: figures gathered from mentions."""

from __future__ import annotations

from communique.actors.mentions import mention
from communique.actors.people import Figure, are_people, named
from communique.knowledge import Register
from communique.record import Span


def figures(*phrases: str, headline: str | None = None) -> list[Figure]:
    text = "; ".join(phrases)
    spans = [Span(text.index(p), text.index(p) + len(p)) for p in phrases]
    register = Register.shipped()
    return named([mention(text, s, register) for s in spans], lambda s: s.of(text) == headline)


def test_short_forms_join_the_fullest_name() -> None:
    (fenwick,) = figures("Ms. Fenwick", "Orla Fenwick", "Foreign Minister Fenwick")
    assert fenwick.name == "Orla Fenwick"
    assert fenwick.gender == "f"
    assert fenwick.classes == {"fm"}
    assert fenwick.mentions == sorted(fenwick.mentions) and len(fenwick.mentions) == 3


def test_offices_of_two_states_are_two_people() -> None:
    found = figures("Irish President Orla Lind", "Polish President Lind")
    assert {f.state for f in found} == {"IRL", "POL"}


def test_two_genders_are_two_people() -> None:
    assert len(figures("Mr. Tomas Lind", "Ms. Lind")) == 2


def test_a_headline_does_not_lengthen_a_name() -> None:
    (fenwick,) = figures("Orla Fenwick Hails", "Orla Fenwick", headline="Orla Fenwick Hails")
    assert fenwick.name == "Orla Fenwick"


def test_who_really_is_a_person() -> None:
    found = figures("Minister Rell", "Dr. Lind", "Port Lorne", "Orla Fenwick", "Tamsin")
    acting = {s for f in found if f.name == "Orla Fenwick" for s in f.mentions}
    speaking = {s for f in found if f.name == "Tamsin" for s in f.mentions}
    assert {f.name for f in are_people(found, acting, speaking)} == {"Rell", "Lind", "Orla Fenwick", "Tamsin"}
