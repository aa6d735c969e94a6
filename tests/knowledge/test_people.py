"""Spellings of names, all invented."""

from __future__ import annotations

import pytest

from communique.knowledge.people import fits_exactly, fits_nearly, words_of


def test_particles_and_hyphens() -> None:
    assert words_of("Abdel Karim el-Nassar") == ("abdel", "karim", "nassar")
    assert words_of("Zoë O’Neil-Šimić") == ("zoe", "oneil", "simic")


@pytest.mark.parametrize(
    ("written", "fits"), [("Petrov", True), ("Ivan Petrov", True), ("Ivan", False), ("Oleg Petrov", False)]
)
def test_the_family_name_alone_will_do_and_the_given_will_not(written: str, fits: bool) -> None:
    assert fits_exactly(written, "Ivan Sergeyevich Petrov", "RUS") is fits


def test_where_families_stand_first() -> None:
    assert fits_exactly("Zhao", "Zhao Lin", "CHN")
    assert not fits_exactly("Zhao", "Zhao Lin", "RUS")
    assert fits_exactly("Harun", "Harun bin Talal", "SAU", any_word=True)


@pytest.mark.parametrize(
    ("written", "known", "fits"),
    [
        ("Karim Baqeri", "Karim Bagheri", True),
        ("Khalid Qasemi", "Khaled Ghasemi", True),
        ("Mojtaba Sadri", "Ali Sadri", False),
        ("Sadri", "Ali Sadrin", True),
        ("Reza Sadri", "Raisa Zandi", False),
    ],
)
def test_other_spellings(written: str, known: str, fits: bool) -> None:
    assert fits_nearly(written, [known], "IRN") is fits
