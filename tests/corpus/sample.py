"""A sound document in shorthand, and what becomes of it when words of it are exchanged."""

from __future__ import annotations

from corpus.annotation.model import Document
from corpus.annotation.shorthand import read_shorthand

SHORTHAND = """\
= t01-ferry-1
story: t01-ferry
style: western-wire
genre: diplomatic
outlet: Northern Press Agency
published: 2025-06-24
title: Ferry line to reopen, says Okello
byline: Ann Reed
traits: denial, nested

actors
okello | person | UGA | Grace Okello | Minister of Works of Uganda | Works Minister Grace Okello; Okello
mushi | person | TZA | Baraka Mushi | Minister of Transport of Tanzania | Mushi
tza | state | TZA | Tanzania | - | Tanzanian
port | organ | TZA | Mwanza Port Authority | - | the authority
daily | organization | KEN | Lake Daily
crew | unnamed | - | two sailors | - | two sailors
mwanza | place | TZA | Mwanza

text
<<<
{c1 okello promise:Ferry line to reopen}, {q1:says} {s1:Okello}
By Ann Reed
KAMPALA, {p 2025-06-24:June 24, 2025} - {s2,3:Works Minister Grace Okello} {q2:told} her Tanzanian counterpart, Baraka Mushi, in
Mwanza on {d 2025-06-23:Monday} that {c2 okello>mushi promise:the ferry line would reopen by {d 2025-12-01:December 1}} and
{q3:thanked} him for “{c3" okello>mushi thank:a patient hand}.”
“{c4" mushi reject/assert:Nobody & nothing was late},” {s4:Mushi} {q4:said}. “{c4:The lake was low.}”
{c5~ port accuse:{s6:two sailors} {q6:had said} {c6 crew assert:the pilot slept} and "left the wheel"}, {q5:according to}
{s5:the authority}. {c7 crew@daily assert:It was foggy}, {s7:they} {q7:were quoted} by Lake Daily {q7:as saying}. {s8:Mushi}
{q8:hopes} {c8 mushi belief:to travel next year}.
>>>

encounters
e1 | meeting | okello, mushi | TZA | Mwanza | 2025-06-23 | occurred | "told her … on Monday" | @t01-ferry-talks
e2 | visit | okello | TZA | Mwanza | 2025-06-23 | occurred | "told her … on Monday"

events
CONSULT visit | UGA > TZA | 2025-06-23 | happened | "told her … on Monday"
AGREE | okello > tza | 2025-06-23 | promised | #2
SUPPORT | UGA <> TZA | 2025-06-23 | happened | #3 ?

commitments
k1 | okello, UGA > TZA | reopen the ferry line | 2025-12-01 | announced | #2

points
t01-lake-was-low | #4
"""


def sample(*changes: tuple[str, str]) -> Document:
    """The document, after each pair's first words were replaced by its second (they must be there)."""
    source = SHORTHAND
    for old, new in changes:
        assert old in source, old
        source = source.replace(old, new)
    return next(read_shorthand(source))


def later(*changes: tuple[str, str]) -> Document:
    """A second document of the story, some weeks on, that says the promise was kept."""
    return sample(
        ("= t01-ferry-1", "= t01-ferry-2"),
        ("published: 2025-06-24", "published: 2025-12-02 given"),
        ("{p 2025-06-24:June 24, 2025}", "June 24"),
        ("outlet: Northern Press Agency", "outlet: Lake Daily"),
        ("announced | #2", "kept | #2 | ^t01-ferry-1.k1"),
        ("Nobody & nothing", "Nothing"),
        *changes,
    )
