"""What happened, in PLOVER: `python -m benchmarks.events [--data ../shared/data]`.

plv        1,050 sentences with a marked source and target: is there an event between the two (`pair_coded`), and is it the
           right one of 15 types (CONCEDE and RETREAT are one) or of 4 quads? A pair without an event counts as wrong.
           `any_coded` and `root_anywhere` look at all events of the sentence. Where one side is not named any will do
petrarch   62 sentences with whole tuples, CAMEO codes taken to PLOVER types: F1 of the type, and of type, source and target by
           state; how many events are found in the sentences that hold none. Public statements (CAMEO 01) have no PLOVER type:
           they are left out of what is wanted

The figures speak of single sentences out of their document, harder than what the extractors are made for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from benchmarks.event_sets import Coded, Pair, quads, read_petrarch, read_plv
from benchmarks.items import Range
from benchmarks.matching import Tally, harmonic
from benchmarks.names import fold, states
from benchmarks.running import Figures, arguments, counts, finish, rates, read, shown, skip, table
from communique.record import Actor, Event, Record

_FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}


def between(record: Record, pair: Pair) -> list[Event]:
    """Events of a record between those who are named in two places, the surest first."""
    source, target = _parties(record, pair.source), _parties(record, pair.target)
    every = sorted(record.events, key=lambda e: -e.evidence.confidence)
    return [e for e in every if _joins(record, e, source, target)]


def _joins(record: Record, event: Event, source: set[str] | None, target: set[str] | None) -> bool:
    """Whether the source acts and the target receives; where all act together, as in talks, whether both do."""
    actors = _keys(record.actor(a) for a in event.actors)
    recipients = _keys(record.actor(a) for a in event.recipients) if event.recipients else actors
    return (source is None or bool(source & actors)) and (target is None or bool(target & recipients))


def _parties(record: Record, place: Range | None) -> set[str] | None:
    """Who is named in a place of the original input; None without a place."""
    if place is None:
        return None
    origin = record.document.origin
    spans = [(actor, origin.to_origin(mention)) for actor in record.actors for mention in actor.mentions]
    return _keys(actor for actor, span in spans if span.start < place.end and place.start < span.end)


def _keys(actors: Iterable[Actor]) -> set[str]:
    """Ids of actors, and the states they stand for."""
    return {key for actor in actors for key in (actor.id, actor.state) if key}


def score_pair(pair: Pair, record: Record | None) -> tuple[str | None, Tally]:
    """The type found between the pair, if any, and what it is worth."""
    events = between(record, pair) if record else []
    found = events[0].event_type if events else None
    every = {_root(e.event_type) for e in record.events} if record else set()
    tally = Tally()
    tally.add("pair_coded", found is not None)
    tally.add("any_coded", bool(every))
    tally.add("root_anywhere", pair.root in every)
    tally.add("root", found is not None and _root(found) == pair.root)
    tally.add("quad", found is not None and quads()[found] == pair.quad)
    if found:
        tally.add("root_given_coded", _root(found) == pair.root)
        tally.add("quad_given_coded", quads()[found] == pair.quad)
    return _root(found) if found else None, tally


def _root(event_type: str) -> str:
    return _FOLDED.get(event_type, event_type)


def measure_plv(pairs: Sequence[Pair]) -> tuple[Tally, Figures]:
    total, answers = Tally(), list[tuple[str, str | None]]()
    for pair in shown(pairs, "PLV"):
        found, tally = score_pair(pair, read(f"{pair.name}.txt", pair.sentence.encode()))
        total.merge(tally)
        answers.append((pair.root, found))
    return total, rates(total, ()) | {"root_macro_f1": round(macro_f1(answers), 4)}


def macro_f1(answers: Sequence[tuple[str, str | None]]) -> float:
    """Mean F1 over the wanted types of (wanted, found)."""
    hits = Counter(wanted for wanted, found in answers if wanted == found)
    wanted, found = Counter(w for w, _ in answers), Counter(f for _, f in answers)
    each = [harmonic(hits[t] / found[t] if found[t] else 0.0, hits[t] / wanted[t]) for t in wanted]
    return sum(each) / len(each)


def score_coded(gold: Coded, record: Record | None) -> Tally:
    """Types and tuples of one sentence, each once."""
    found = {t for e in record.events for t in _tuples(record, e)} if record else set()
    tally = Tally()
    for figure, wanted, given in (("root", {e[0] for e in gold.events}, {t[0] for t in found}), ("tuple", gold.events, found)):
        tally.add(f"{figure}_recall", len(wanted & given), len(wanted))
        tally.add(f"{figure}_precision", len(wanted & given), len(given))
    if not gold.events and not gold.talk:
        tally.add("events_in_empty", len(found))
    return tally


def _tuples(record: Record, event: Event) -> set[tuple[str, str, str]]:
    """An event as (type, source, target); where all act together every ordered pair, as CAMEO has it."""
    actors = [_state(record.actor(a)) for a in event.actors]
    recipients = [_state(record.actor(a)) for a in event.recipients]
    pairs = product(actors, recipients) if recipients else ((a, b) for a, b in product(actors, actors) if a != b)
    return {(event.event_type, a, b) for a, b in pairs} or {(event.event_type, a, "---") for a in actors}


def _state(actor: Actor) -> str:
    return actor.state or states().get(fold(actor.name), "---")


def measure_petrarch(sentences: Sequence[Coded]) -> tuple[Tally, Figures]:
    total = Tally()
    for gold in shown(sentences, "PETRARCH-2"):
        total.merge(score_coded(gold, read(f"{gold.name}.txt", gold.sentence.encode(), gold.published)))
    return total, rates(total, ("root", "tuple"))


def main() -> None:
    data: Path = arguments("PLOVER events on PLV and PETRARCH-2's validation records.").parse_args().data
    folder = data / "events"
    if not folder.is_dir():
        skip("events", folder)
        return
    measured = {
        "plv": measure_plv(list(read_plv(folder / "PLV_train.tsv"))),
        "petrarch": measure_petrarch(list(read_petrarch(folder / "PETR2_GSR_validation_no_afp.xml"))),
    }
    result: dict[str, object] = {}
    for name, (tally, figures) in measured.items():
        table(name, figures, tally)
        result[name] = {"figures": figures, "counts": counts(tally)}
    finish("events", result)


if __name__ == "__main__":
    main()
