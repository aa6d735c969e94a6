"""What the network and the rules found as one list: whose words stand where both speak."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from communique.reading import joining
from communique.reading.joining import ALONE, EXACT, LEAST, joined
from communique.reading.net.attributions import Hung
from communique.reading.protocol import Attribution, Predicate, Reading
from communique.record import Span
from communique.record.statements import Nature
from tests.reading.net.scored import SURE, TAGS, analysis, scores

TEXT = "Quist said the quay is closed. She hopes it opens. “We wait,” she said."
# 0 Quist 1 said 2 the 3 quay 4 is 5 closed, 7 She 8 hopes 9 it 10 opens, 12 “ 13 We 14 wait 15 , 16 ” 17 she 18 said 19 .
Join = Callable[..., list[Attribution]]
FIRST, SECOND, THIRD = Span(0, 30), Span(31, 50), Span(51, 72)


def at(words: str) -> tuple[Span, ...]:
    start = TEXT.index(words)
    return (Span(start, start + len(words)),)


def by_rules(*found: Attribution, predicates: tuple[Predicate, ...] = ()) -> Reading:
    return Reading("rules", (), (), (), (FIRST, SECOND, THIRD), (), predicates, found, at("“We wait,”"), ())


REPORT = Attribution(at("Quist"), at("said"), at("the quay is closed"), "indirect", "say", FIRST, confidence=0.8)
QUOTATION = Attribution(at("she"), (Span(67, 71),), at("We wait,"), "direct", "say", THIRD, confidence=0.9)


def seen(anchor: int, content: range, *, sure: float = 0.8, nature: Nature = "statement", source: int | None = None,
         cue: bool = True) -> Hung:  # fmt: skip
    """One of the network's: its cue is the word it hangs on."""
    of = (range(source, source + 1),) if source is not None else ()
    return Hung(anchor, sure, nature, "call", (range(anchor, anchor + 1),) if cue else (), of, (content,))


@pytest.fixture
def join(monkeypatch: pytest.MonkeyPatch) -> Join:
    def run(
        rules: Reading, *net: Hung, headlines: Sequence[Span] = (), tags: Mapping[int, str] | None = None
    ) -> list[Attribution]:
        monkeypatch.setattr(joining, "hung", lambda _, least: [h for h in net if h.sure >= least])
        made = scores(20)
        for word, tag in (tags or {}).items():
            made.fine_tags[word, TAGS.index(tag)] = SURE
        return list(joined(analysis(TEXT, made), rules, headlines))

    return run


def contents(found: Sequence[Attribution]) -> list[str]:
    return [" ".join(span.of(TEXT) for span in made.content) for made in found]


def test_what_the_network_alone_is_sure_of_is_added(join: Join) -> None:
    found = join(by_rules(REPORT), seen(8, range(9, 11), nature="belief", source=7), seen(14, range(13, 14), sure=LEAST - 0.01))
    assert contents(found) == ["the quay is closed", "it opens"]
    assert (found[1].nature, found[1].act, found[1].quote_type, found[1].sentence) == ("belief", "call", "indirect", SECOND)
    assert [span.of(TEXT) for span in found[1].source] == ["She"]


def test_where_both_found_it_the_rules_words_stand(join: Join) -> None:
    (found,) = join(by_rules(REPORT), seen(1, range(3, 6), sure=EXACT - 0.05))
    assert contents([found]) == ["the quay is closed"]
    assert (found.act, found.confidence) == ("call", EXACT - 0.05)


def test_a_network_that_is_sure_says_where_indirect_speech_begins_and_ends(join: Join) -> None:
    assert contents(join(by_rules(REPORT), seen(1, range(3, 6), sure=EXACT + 0.05))) == ["quay is closed"]
    quoted = join(by_rules(QUOTATION), seen(18, range(13, 14), sure=EXACT + 0.05))
    assert contents(quoted) == ["We wait,"]


def test_of_two_cues_the_surer_stands(join: Join) -> None:
    misread = replace(REPORT, cue=at("closed"), content=at("the quay is"), lemma="close")
    (kept,) = join(by_rules(misread), seen(1, range(2, 5), sure=0.7))
    (given,) = join(by_rules(misread), seen(1, range(2, 5), sure=0.85), tags={1: "VBD"})
    assert (kept.lemma, given.lemma) == ("close", "say")


def test_a_hope_inside_a_quotation_does_not_make_it_one(join: Join) -> None:
    found = join(by_rules(QUOTATION), seen(14, range(13, 15), nature="belief", sure=0.99))
    assert [(made.nature, made.act) for made in found] == [("statement", None)]


def test_what_is_quoted_as_said_is_a_statement(join: Join) -> None:
    (found,) = join(by_rules(QUOTATION), seen(18, range(13, 15), nature="finding", sure=0.99))
    assert (found.nature, found.act) == ("statement", "call")


def test_a_quotation_is_not_repeated(join: Join) -> None:
    around = seen(18, range(7, 15), sure=0.99)
    assert contents(join(by_rules(QUOTATION), around)) == ["We wait,"]


def test_doubtful_rules_need_the_network(join: Join) -> None:
    doubtful = replace(REPORT, confidence=ALONE - 0.1)
    assert not join(by_rules(doubtful))
    assert join(by_rules(doubtful), seen(1, range(2, 6)))
    assert join(by_rules(replace(QUOTATION, confidence=0.3)))


def test_a_source_in_sight_is_better_than_one_carried_over(join: Join) -> None:
    carried = replace(REPORT, source=at("she"), inherited=True)
    (found,) = join(by_rules(carried), seen(1, range(2, 6), source=0))
    assert ([span.of(TEXT) for span in found.source], found.inherited) == (["Quist"], False)


def test_small_words_are_nobody(join: Join) -> None:
    made = replace(seen(8, range(9, 11)), source=(range(2, 4), range(4, 6)))
    (found,) = join(by_rules(), made, tags={2: "IN", 3: "DT", 4: "RB"})
    assert [span.of(TEXT) for span in found.source] == ["closed"]


def test_what_is_left_out(join: Join) -> None:
    """Words that say nothing, what was not said, and what a headline repeats."""
    made = seen(8, range(9, 11))
    assert not join(by_rules(), made, tags={9: "PRP$", 10: "PRP$"})
    assert not join(by_rules(), made, headlines=[SECOND])
    denied = Predicate(at("hopes")[0], "hope", "finite", SECOND, SECOND, negated=True)
    assert not join(by_rules(predicates=(denied,)), made)
    assert join(by_rules(predicates=(denied,)), replace(made, nature="belief"))


def test_what_somebody_reports_somebody_to_say_is_deeper(join: Join) -> None:
    found = join(by_rules(), seen(1, range(2, 11)), seen(8, range(9, 11)))
    assert [made.depth for made in found] == [0, 1]


def test_text_order_whatever_the_order_found(join: Join) -> None:
    starts = [made.content[0].start for made in join(by_rules(QUOTATION, REPORT), seen(8, range(9, 11)))]
    assert starts == sorted(starts) and np.unique(starts).size == 3
