"""Which names can mean the same, and which must not."""

from __future__ import annotations

import pytest

from benchmarks.names import Coder, fold, same_name

CODER = Coder([("Nadia Brandt", "NOR"), ("Ministry of the Interior", "PER")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Brandt", "Nadia Brandt"),
        ("President Nadia Brandt", "Dr. Nadia Brandt"),
        ("Müller", "Muller"),
        ("Sergei Lavrentyev", "Sergey Lavrentyev"),
        ("the United Kingdom", "the United Kingdom"),
        ("UK", "United Kingdom"),
        ("Türkiye", "TUR"),
    ],
)
def test_these_can_mean_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("President of Peru", "Peru"),
        ("the President", "the President of the Republic"),
        ("North Korea", "South Korea"),
        ("Wang Yi", "Wang Wenbin"),
        ("Nadia Brandt", "Nadia Olsen"),
        ("Niger", "Nigeria"),
    ],
)
def test_these_cannot(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


def test_folding_leaves_bare_words() -> None:
    assert fold("Côte d’Ivoire’s  Dr. İnönü") == "cote d ivoire s dr inonu"


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Peru", "PER"),
        ("EUR", "EU"),
        ("XYZ", "XYZ"),
        ("Brandt", "NOR"),
        ("Interior Ministry", "PER"),
        ("Some Body", "some body"),
        ("", ""),
    ],
)
def test_codes_by_way_of_the_gold_documents_own_actors(name: str, code: str) -> None:
    assert CODER.code(name) == code
