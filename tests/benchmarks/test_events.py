"""How coded events are compared with the two event sets, on invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.event_sets import Coded, Pair, quads, read_petrarch, read_plv, types_of_cameo
from benchmarks.events import macro_f1, score_coded, score_pair
from benchmarks.items import Range
from benchmarks.running import read
from communique.record import Actor, Block, Document, Event, Evidence, OffsetMap, Record, Span
from communique.record.events import EventType

SENTENCE = "Norway warned Peru over Chile."
PLV = (
    "sentence_id\tsentence\tmarked_sentence\tgold_root\tgold_penta\n"
    "7\tx\t<s>Norway</s> warned <t>Peru </t>over Chile.\tTHREATEN\t3\n"
    '8\tx\t"Somebody called it ""war"" on <t>Peru</t>."\tACCUSE\t3\n'
)
PETRARCH = """<Validation>
<Sentence category="T" date="20200131" id="T_1" evaluate="true"/>
<!-- <EventCoding eventcode="190" sourcecode="NOR" targetcode="PER" /> -->
<EventCoding eventcode="130" sourcecode="NORGOV" targetcode="---MIL" />
<EventCoding eventcode="0841" sourcecode="IGOUNOHCR" targetcode="PER" />
<EventCoding eventcode="015" sourcecode="NOR" targetcode="PER" />
<Text>
Norway warned
Peru.
</Text>
<Parse>
1\tNorway\tNorway
</Parse></Sentence>
<Sentence category="T" date="20200131" id="T_2" evaluate="true">
<EventCoding noevents="True" />
<Text>
</Text>
<Parse>
1\tNorway\tNorway
2\tslept\tsleep
</Parse></Sentence>
"""


def actor(code: str, name: str) -> Actor:
    start = SENTENCE.index(name)
    return Actor(f"state:{code}", name, "state", state=code, mentions=(Span(start, start + len(name)),))


def record(kind: EventType, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Record:
    """A record of SENTENCE, which two line breaks were taken from, with one event."""
    whole = Span(0, len(SENTENCE))
    origin = OffsetMap(((0, len(SENTENCE), 2, len(SENTENCE) + 2),))
    document = Document("d-1", SENTENCE, (Block(whole, "paragraph"),), origin, "-", "text/plain", "")
    named = {code: actor(code, name) for code, name in (("NOR", "Norway"), ("PER", "Peru"), ("CHL", "Chile"))}
    ids = [tuple(named[code].id for code in codes) for codes in (actors, recipients)]
    event = Event("e-1", kind, ids[0], ids[1], "happened", Evidence("d-1", (whole,), whole, 0.9))
    return Record(document, "test", True, tuple(named.values()), events=(event,))


def pair(source: str, target: str | None, root: str = "THREATEN", quad: str = "3") -> Pair:
    places = [Range(SENTENCE.index(n) + 2, SENTENCE.index(n) + 2 + len(n)) if n else None for n in (source, target)]
    return Pair("1", f"\n\n{SENTENCE}", places[0], places[1], root, quad)


def test_plv_is_read_with_its_marks(tmp_path: Path) -> None:
    (tmp_path / "plv.tsv").write_text(PLV, encoding="utf-8")
    first, second = read_plv(tmp_path / "plv.tsv")
    assert first.source is not None
    assert first.target is not None
    assert first.sentence[slice(*first.source)] == "Norway"
    assert first.sentence[slice(*first.target)] == "Peru "
    assert second.source is None
    assert second.sentence == 'Somebody called it "war" on Peru.'


def test_petrarch_is_read_without_its_comments(tmp_path: Path) -> None:
    (tmp_path / "petrarch.xml").write_text(PETRARCH, encoding="utf-8")
    first, second = read_petrarch(tmp_path / "petrarch.xml")
    assert first.sentence == "Norway warned Peru."
    assert first.published == "2020-01-31"
    assert first.events == {("THREATEN", "NOR", "---"), ("RETREAT", "UN", "PER")}
    assert first.talk == 1
    assert second == Coded("T_2", "Norway slept", "2020-01-31", frozenset(), 0)


def test_every_event_type_has_a_quad_and_a_cameo_root() -> None:
    assert set(types_of_cameo().values()) == set(quads())
    assert set(quads().values()) == {"1", "2", "3", "4"}


@pytest.mark.parametrize(
    ("wanted", "coded", "root"),
    [
        (pair("Norway", "Peru"), 1, 1),
        (pair("Norway", None), 1, 1),
        (pair("Norway", "Peru", "REJECT"), 1, 0),
        (pair("Peru", "Norway"), 0, 0),
        (pair("Norway", "Chile"), 0, 0),
    ],
)
def test_an_event_counts_between_those_it_is_marked_for(wanted: Pair, coded: int, root: int) -> None:
    _, tally = score_pair(wanted, record("THREATEN", ("NOR",), ("PER",)))
    assert tally.fraction("pair_coded") == f"{coded}/1"
    assert tally.fraction("root") == f"{root}/1"
    assert tally.fraction("any_coded") == "1/1"


def test_talks_fit_either_way_round_and_yielding_is_one_type() -> None:
    found, tally = score_pair(pair("Peru", "Norway", "CONSULT", "1"), record("CONSULT", ("NOR", "PER"), ()))
    assert found == "CONSULT"
    assert tally.fraction("quad") == "1/1"
    found, _ = score_pair(pair("Norway", "Peru", "YIELD"), record("RETREAT", ("NOR",), ("PER",)))
    assert found == "YIELD"


def test_tuples_of_a_sentence() -> None:
    gold = Coded("x", SENTENCE, "2020-01-31", frozenset({("CONSULT", "NOR", "PER"), ("CONSULT", "PER", "NOR")}), 0)
    assert score_coded(gold, record("CONSULT", ("NOR", "PER"), ())).fraction("tuple_recall") == "2/2"
    wrong = score_coded(gold, record("CONSULT", ("NOR",), ("CHL",)))
    assert wrong.fraction("tuple_precision") == "0/1"
    assert wrong.fraction("root_precision") == "1/1"
    assert score_coded(gold, None).fraction("root_recall") == "0/1"


def test_an_event_where_there_is_none_is_counted() -> None:
    empty = Coded("x", SENTENCE, "2020-01-31", frozenset(), 0)
    assert score_coded(empty, record("AID", ("NOR",), ("PER",)))["events_in_empty"][0] == 1


def test_macro_f1_counts_every_wanted_type_alike() -> None:
    assert macro_f1([("AID", "AID"), ("AID", "AID"), ("REJECT", None)]) == 0.5
    assert macro_f1([("AID", "AID"), ("REJECT", "AID")]) == pytest.approx(1 / 3)


def test_what_cannot_be_read_is_named_and_counts_as_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert read("empty.txt", b"  \n") is None
    assert capsys.readouterr().err.startswith("empty.txt: ")
