"""What a predicted record is worth, on an invented document."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from benchmarks.items import Item
from benchmarks.matching import Tally
from benchmarks.scoring import score

TEXT = (
    "Mira Dahl met Tomas Okoro in Riga on 3 June 2024. Dahl said that the ferry would sail again by autumn. "
    "Okoro praised the plan and promised to lend two ships."
)


def at(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


GOLD: dict[str, Any] = {
    "published": "2024-06-04",
    "diplomatic": True,
    "actors": [{"name": "Mira Dahl", "state": "NOR"}, {"name": "Tomas Okoro", "state": "GHA"}],
    "statements": [
        {"speaker": "Mira Dahl", "kind": "indirect", "act": "assert", "act_alt": ["promise"], "cue": at("said"),
         "content": at("the ferry would sail again by autumn")},
        {"speaker": "Tomas Okoro", "kind": "indirect", "act": "praise", "cue": at("praised"), "content": at("the plan")},
        {"speaker": "Tomas Okoro", "kind": "indirect", "act": "promise", "cue": at("promised"),
         "content": at("to lend two ships"), "optional": True},
    ],
    "encounters": [
        {"kind": "meeting", "participants": ["Mira Dahl", "Tomas Okoro"], "host": "LVA", "place": "Riga", "date": "2024-06-03",
         "status": "occurred"},
    ],
    "events": [
        {"type": "CONSULT", "actor": "NOR", "recipient": "GHA", "date": "2024-06-03", "symmetric": True},
        {"type": "AGREE", "type_alt": ["AID"], "actor": "GHA", "recipient": "NOR", "date": None},
    ],
    "commitments": [{"by": ["Tomas Okoro", "GHA"], "action": "lend two ships", "deadline": "2024-11",
                     "evidence": at("promised to lend two ships")}],
    "times": [{"span": at("3 June 2024"), "value": "2024-06-03"}, {"span": at("autumn"), "value": "2024-FA"}],
}  # fmt: skip


def scored(change: Callable[[dict[str, Any]], None] = lambda _: None) -> Tally:
    predicted = copy.deepcopy(GOLD)
    change(predicted)
    return score(Item(GOLD), Item(predicted), TEXT)


def test_gold_itself_is_perfect() -> None:
    figures = {figure: scored().rate(figure) for figure in scored()}
    assert set(figures.values()) == {1.0}
    assert {"statement_cue", "encounter_host", "event_date", "commitment_deadline", "time_value"} <= set(figures)


def test_nothing_found_is_no_precision_and_no_recall() -> None:
    found = score(Item(GOLD), Item({}), TEXT)
    assert found.fraction("statement_recall") == "0/2"
    assert found.rate("statement_precision") is None
    assert found.fraction("event_recall") == "0/2"
    assert found.fraction("time_value") == "0/2"


def test_an_optional_statement_is_neither_miss_nor_false_alarm() -> None:
    assert scored(lambda d: d["statements"].pop()).fraction("statement_precision") == "2/2"
    assert scored().fraction("statement_recall") == "2/2"


def test_a_content_half_right_is_found_and_less_is_not() -> None:
    def cut(words: str) -> Callable[[dict[str, Any]], None]:
        return lambda d: d["statements"][0].update(content=at(words))

    assert scored(cut("sail again by autumn")).fraction("statement_recall") == "2/2"
    assert scored(cut("by autumn")).fraction("statement_recall") == "1/2"
    assert scored(cut("by autumn")).fraction("statement_precision") == "1/2"


@pytest.mark.parametrize(
    ("speaker", "right", "complete"),
    [("Dahl", 1, 1), ("Tomas Okoro", 0, 0), (["Mira Dahl", "Tomas Okoro"], 1, 0), (None, 0, 0)],
)
def test_speakers(speaker: object, right: int, complete: int) -> None:
    found = scored(lambda d: d["statements"][0].update(speaker=speaker))
    assert found.fraction("statement_speaker") == f"{1 + right}/2"
    assert found.fraction("statement_speaker_all") == f"{1 + complete}/2"


def test_another_act_that_is_right_enough_counts_leniently() -> None:
    found = scored(lambda d: d["statements"][0].update(act="promise"))
    assert found.fraction("statement_act") == "1/2"
    assert found.fraction("statement_act_lenient") == "2/2"


def test_a_meeting_needs_both_who_met() -> None:
    assert scored(lambda d: d["encounters"][0].update(participants=["Mira Dahl"])).fraction("encounter_recall") == "0/1"
    assert scored(lambda d: d["encounters"][0].update(kind="call")).fraction("encounter_precision") == "0/1"


def test_a_wrong_or_vaguer_date_is_counted_by_itself() -> None:
    for date in ("2024-06-02", "2024-06", None):
        found = scored(lambda d, date=date: d["encounters"][0].update(date=date))  # type: ignore[misc]
        assert found.fraction("encounter_recall") == "1/1"
        assert found.fraction("encounter_date") == "0/1"


def test_symmetric_events_fit_either_way_round_and_others_do_not() -> None:
    def turn(number: int) -> Callable[[dict[str, Any]], None]:
        return lambda d: d["events"][number].update(actor=GOLD["events"][number]["recipient"],
                                                    recipient=GOLD["events"][number]["actor"])  # fmt: skip

    assert scored(turn(0)).fraction("event_recall") == "2/2"
    assert scored(turn(1)).fraction("event_recall") == "1/2"


def test_an_event_twice_and_another_name_of_its_type_count_once() -> None:
    extra = {"type": "AID", "actor": "Okoro", "recipient": "NOR"}
    found = scored(lambda d: d["events"].extend([extra, extra]))
    assert found.fraction("event_recall") == "2/2"
    assert found.fraction("event_precision") == "2/2"


def test_a_commitment_of_somebody_else_is_none() -> None:
    found = scored(lambda d: d["commitments"][0].update(by=["Mira Dahl"]))
    assert found.fraction("commitment_recall") == "0/1"
    assert "commitment_deadline" not in found


def test_a_deadline_inside_a_month_fits_the_month() -> None:
    assert scored(lambda d: d["commitments"][0].update(deadline="2024-11-30")).fraction("commitment_deadline") == "1/1"
    assert scored(lambda d: d["commitments"][0].update(deadline="2024")).fraction("commitment_deadline") == "0/1"


def test_facts_in_a_text_that_is_not_diplomatic_are_counted_apart() -> None:
    negative = Item({**GOLD, "diplomatic": False, "encounters": [], "events": [], "commitments": []})
    found = score(negative, Item(GOLD), TEXT)
    assert found.fraction("negative_encounters") == "1/1"
    assert found.fraction("negative_events") == "2/1"
    assert found.fraction("document_diplomatic") == "0/1"
