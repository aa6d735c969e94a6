"""Attributions out of scores: parts of each, content in one piece where the scores waver, none without content."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import numpy as np
import pytest

from communique.reading.net.attributions import hung, in_content
from communique.reading.net.labels import BEGIN, CONTENT, CUE, SOURCE
from tests.reading.net.scored import RELATIONS, SURE, analysis, hang, scores, told

TEXT = "The lake, Ada Quist said, is rising fast."  # The lake , Ada Quist said , is rising fast .


def test_an_attribution_has_its_parts() -> None:
    made = scores(11)
    hang(made, 5, 1, {BEGIN: [0, 7], CONTENT: [1, 8, 9], SOURCE: [3, 4], CUE: [5]})
    (found,) = hung(analysis(TEXT, made), least=0.5)
    assert (found.anchor, found.nature) == (5, "statement")
    assert found.sure > 0.9
    assert (found.cue, found.source, found.content) == ((range(5, 6),), (range(3, 5),), (range(2), range(7, 10)))


def test_content_goes_on_only_from_where_it_began() -> None:
    made = scores(11)
    hang(made, 5, 2, {CUE: [5], BEGIN: [7], CONTENT: [8, 9]})
    told(made).role[5, 1, CONTENT] = SURE + 1  # a stray word, with nothing that begins it
    told(made).role[5, 8, 0] = SURE + 1  # and one that wavers
    (found,) = hung(analysis(TEXT, made), least=0.5)
    assert found.nature == "belief"
    assert found.content == (range(7, 10),)


def test_marks_do_not_part_content() -> None:
    made = scores(11)
    hang(made, 5, 1, {CUE: [5], BEGIN: [0], CONTENT: [1, 3, 4]})
    (found,) = hung(analysis(TEXT, made), least=0.5)
    assert found.content == (range(5),)


def test_nothing_hangs_where_nothing_is_content_or_sure() -> None:
    empty, unsure = scores(11), scores(11)
    hang(empty, 5, 1, {CUE: [5]})
    hang(unsure, 5, 1, {CUE: [5], BEGIN: [7]})
    unsure.anchors[5, 0] = SURE
    assert not list(hung(analysis(TEXT, empty), least=0.5))
    assert not list(hung(analysis(TEXT, unsure), least=0.6))
    assert list(hung(analysis(TEXT, unsure), least=0.4))


@pytest.mark.parametrize("seed", range(5))
def test_any_scores_make_whole_attributions(seed: int) -> None:
    made = scores(11)
    rng = np.random.default_rng(seed)
    for part in (made.anchors, made.acts, told(made).role):
        part += rng.normal(0, 3, part.shape).astype(np.float32)
    for found in hung(analysis(TEXT, made), least=0.1):
        every = [i for runs in (found.cue, found.source, found.content) for run in runs for i in run if i not in (2, 6, 10)]
        assert found.content
        assert len(every) == len(set(every))
        assert set(every) <= set(range(11))


@pytest.mark.parametrize("seed", range(40))
def test_no_row_of_content_is_better(seed: int) -> None:
    none, begin, inside = (part[None] for part in np.random.default_rng(seed).normal(0, 3, (3, 7)).astype(np.float32))

    def worth(row: Sequence[bool]) -> float:
        goes_on = [False, *row[:-1]]
        gained = [max(begin[0, i], inside[0, i] if goes_on[i] else -np.inf) for i in range(7)]
        return float(sum(gain if content else none[0, i] for i, (gain, content) in enumerate(zip(gained, row, strict=True))))

    best = max(worth(row) for row in product([False, True], repeat=7))
    assert worth(in_content(none, begin, inside)[0].tolist()) == pytest.approx(best, abs=1e-4)


def test_windows_are_numbered_through() -> None:
    one, two = scores(5), scores(6)
    hang(two, 0, 1, {CUE: [0], BEGIN: [2], CONTENT: [3, 4]})
    (found,) = hung(analysis(TEXT, one, two, starts=(0, 5)), least=0.5)
    assert (found.anchor, found.content) == (5, (range(7, 10),))


def test_a_content_does_not_break_off_inside_a_phrase() -> None:
    """TEXT with "rising" before its head "fast"."""
    made = scores(11)
    hang(made, 5, 1, {CUE: [5], BEGIN: [7], CONTENT: [8]})
    made.arcs[8, 10] = SURE
    told(made).relation[8, 10] = RELATIONS.index("amod")
    (found,) = hung(analysis(TEXT, made), least=0.5)
    assert found.content == (range(7, 10),)
    told(made).relation[8, 10] = RELATIONS.index("punct")
    (found,) = hung(analysis(TEXT, made), least=0.5)
    assert found.content == (range(7, 9),)
