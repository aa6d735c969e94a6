"""Scores a predicted record against a gold one: what counts as found, right and made up.

Gold items marked optional never count: missing one is no miss, finding one no false alarm.

statements    one to one by the F1 of the words of their content, at least 0.5; speaker, act, kind, cue and addressee are
              judged on matched ones. `speaker_alt`, `act_alt` hold other right answers
encounters    the same kind, and two right participants (one of a visit); the date is a figure of its own
commitments   a promisor in common, and evidence or action that agree with an F1 of at least 0.4
events        (type, actor, recipient), each once a document; symmetric ones either way round
times         by the F1 of their words, at least 0.5; the value by itself
negative_*    what is found in a document marked as not diplomatic, per document
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from benchmarks.items import Item
from benchmarks.matching import Tally, Words, pairs, wording_f1
from benchmarks.names import Coder, fold, same_name, states

Weight = Callable[[Item, Item], float]
Triple = tuple[str, str, str]

_LEAST = {"content": 0.5, "span": 0.5, "evidence": 0.4}
_PLAIN_VALUE = re.compile(r"\d{4}(-\d{2}(-\d{2})?|-W\d{2}|-(SP|SU|FA|WI))?(/\d{4}(-\d{2}(-\d{2})?)?)?")
_FUNCTION_WORDS = frozenset(
    "a an and as at be been by for from have he her his in into is it its of on or our s shall she should so than that the "
    "their them these they this those to under up was we were which will with would you your".split()
)


def score(gold: Item, predicted: Item, text: str) -> Tally:
    """Hits out of tries of every figure for one document; `text` is its original input, decoded."""
    judge = _Judge(gold, Words(text))
    judge.statements(predicted.items("statements"))
    judge.encounters(predicted.items("encounters"))
    judge.commitments(predicted.items("commitments"))
    if "events" in gold:
        judge.events(predicted.items("events"))
    judge.times(predicted.items("times"))
    judge.document(predicted)
    return judge.tally


class _Judge:
    def __init__(self, gold: Item, words: Words) -> None:
        self._gold, self._words = gold, words
        self._code = Coder([(a.text("name"), a.text("state")) for a in gold.items("actors") if a.holds("state")]).code
        self.tally = Tally()

    def _overlap(self, gold: Item, found: Item, field: str) -> float:
        """F1 of the words of a field; 0 where it is too little to be the same."""
        value = self._words.f1(gold.range(field), found.range(field))
        return value if value >= _LEAST[field] else 0.0

    def _matched(self, section: str, predicted: Sequence[Item], weight: Weight) -> list[tuple[Item, Item]]:
        """Matched (gold, predicted) facts; recall, precision and false alarms are counted on the way."""
        what = section.removesuffix("s")
        required = [x for x in self._gold.items(section) if not x.holds("optional")]
        optional = [x for x in self._gold.items(section) if x.holds("optional")]
        matches = pairs(len(required), len(predicted), lambda i, j: weight(required[i], predicted[j]))
        found, used = {i for i, _ in matches}, {j for _, j in matches}
        alarms = [p for j, p in enumerate(predicted) if j not in used and not any(weight(o, p) for o in optional)]
        self.tally.add(f"{what}_recall", len(matches), len(required))
        self.tally.add(f"{what}_precision", len(matches), len(matches) + len(alarms))
        for i, item in enumerate(required):
            if item.holds("kind"):
                self.tally.add(f"{what}_recall_{item.text('kind')}", i in found)
        if section != "statements":
            self._on_negative(section, len(alarms))
        return [(required[i], predicted[j]) for i, j in matches]

    def _on_negative(self, section: str, alarms: int) -> None:
        if self._gold.is_false("diplomatic"):
            self.tally.add(f"negative_{section}", alarms)

    def statements(self, predicted: Sequence[Item]) -> None:
        for gold, found in self._matched("statements", predicted, lambda g, p: self._overlap(g, p, "content")):
            self.tally.add("statement_span_f1", self._overlap(gold, found, "content"))
            self._speaker(gold, found)
            self._manner(gold, found)

    def _speaker(self, gold: Item, found: Item) -> None:
        """`speaker`: one of the right ones is named; `speaker_all`: all of them, and nobody else."""
        wanted, right, given = gold.texts("speaker"), gold.texts("speaker", "speaker_alt"), found.texts("speaker")
        other = any(same_name(o, g) for o in gold.texts("speaker_alt") for g in given)
        hit = any(same_name(w, g) for w in right for g in given)
        complete = other or all(any(same_name(w, g) for g in given) for w in wanted)
        exact = all(any(same_name(w, g) for w in right) for g in given)
        self.tally.add("statement_speaker", hit)
        self.tally.add("statement_speaker_all", hit and complete and exact)

    def _manner(self, gold: Item, found: Item) -> None:
        act = found.text("act").lower()
        self.tally.add("statement_act", act == gold.text("act"))
        self.tally.add("statement_act_lenient", act in (gold.text("act"), *gold.texts("act_alt")))
        self.tally.add("statement_kind", found.text("kind") == gold.text("kind"))
        if gold.holds("cue"):
            cue, given = gold.range("cue"), found.range("cue")
            self.tally.add("statement_cue", bool(cue and given and cue.start < given.end and given.start < cue.end))
        if gold.holds("addressee"):
            names = found.texts("addressee")
            self.tally.add("statement_addressee", any(same_name(gold.text("addressee"), n) for n in names))

    def encounters(self, predicted: Sequence[Item]) -> None:
        for gold, found in self._matched("encounters", predicted, self._encounter_weight):
            if re.match(r"\d{4}", gold.text("date")):
                self.tally.add("encounter_date", _same_date(gold, "date", found))
            self.tally.add("encounter_status", (found.text("status") or "occurred") == gold.text("status"))
            if gold.holds("host"):
                self.tally.add("encounter_host", self._code(found.text("host")) == self._code(gold.text("host")))
            if gold.holds("place"):
                self.tally.add("encounter_place", same_name(gold.text("place"), found.text("place")))

    def _encounter_weight(self, gold: Item, found: Item) -> float:
        if found.text("kind") not in (gold.text("kind"), *gold.texts("kind_alt")):
            return 0.0
        shared = self._shared(gold.texts("participants"), found.texts("participants"))
        if shared < (1 if gold.text("kind") == "visit" else max(1, min(2, len(gold.texts("participants"))))):
            return 0.0
        same_status = gold.text("status") == found.text("status")
        return shared + 0.5 * _same_date(gold, "date", found) + 0.25 * same_status

    def _shared(self, wanted: Sequence[str], given: Sequence[str]) -> int:
        """How many of the wanted are among the given; a state also by somebody who belongs to it."""
        rest = list(given)
        for name in wanted:
            hit = next((n for n in rest if same_name(name, n) or self._same_state(name, n)), None)
            if hit is not None:
                rest.remove(hit)
        return len(given) - len(rest)

    def _same_state(self, state: str, name: str) -> bool:
        return fold(state) in states() and self._code(state) == self._code(name)

    def commitments(self, predicted: Sequence[Item]) -> None:
        for gold, found in self._matched("commitments", predicted, self._commitment_weight):
            if gold.holds("deadline"):
                self.tally.add("commitment_deadline", _same_date(gold, "deadline", found))

    def _commitment_weight(self, gold: Item, found: Item) -> float:
        wanted, given = gold.texts("by"), found.texts("by")
        same_code = {self._code(x) for x in wanted} & {self._code(x) for x in given}
        if not same_code and not any(same_name(x, y) for x in wanted for y in given):
            return 0.0
        action = wording_f1(gold.text("action"), found.text("action"), _FUNCTION_WORDS)
        return max(self._overlap(gold, found, "evidence"), action if action >= _LEAST["evidence"] else 0.0)

    def _triple(self, event: Item) -> Triple:
        return event.text("type").upper(), self._code(event.text("actor")), self._code(event.text("recipient"))

    def _by_triple(self, events: Iterable[Item]) -> dict[Triple, Item]:
        """The first event of each triple, in order."""
        first: dict[Triple, Item] = {}
        for event in events:
            first.setdefault(self._triple(event), event)
        return first

    def _fits(self, gold: Item, triple: Triple) -> bool:
        _, actor, recipient = self._triple(gold)
        either_way = [(actor, recipient), (recipient, actor)] if gold.holds("symmetric") else [(actor, recipient)]
        return triple[0] in (gold.text("type"), *gold.texts("type_alt")) and triple[1:] in either_way

    def events(self, predicted: Sequence[Item]) -> None:
        every = self._gold.items("events")
        wanted = list(self._by_triple(e for e in every if not e.holds("optional")).values())
        optional = [e for e in every if e.holds("optional")]
        found: dict[int, list[Item]] = {}
        alarms = 0
        for triple, event in self._by_triple(predicted).items():
            fitting = [i for i, g in enumerate(wanted) if self._fits(g, triple)]
            if fitting:  # the same type before another that is right enough
                found.setdefault(min(fitting, key=lambda i: (wanted[i].text("type") != triple[0], i in found)), []).append(
                    event
                )
            else:
                alarms += not any(self._fits(g, triple) for g in optional)
        self._count_events(wanted, found, alarms)

    def _count_events(self, wanted: Sequence[Item], found: dict[int, list[Item]], alarms: int) -> None:
        self.tally.add("event_recall", len(found), len(wanted))
        self.tally.add("event_precision", len(found), len(found) + alarms)
        for i, events in found.items():
            if wanted[i].holds("date"):
                self.tally.add("event_date", any(_same_date(wanted[i], "date", e) for e in events))
        self._on_negative("events", alarms)

    def times(self, predicted: Sequence[Item]) -> None:
        wanted = [x for x in self._gold.items("times") if x.range("span")]
        matches = dict(pairs(len(wanted), len(predicted), lambda i, j: self._overlap(wanted[i], predicted[j], "span")))
        self.tally.add("time_recall", len(matches), len(wanted))
        for i, gold in enumerate(wanted):
            if _PLAIN_VALUE.fullmatch(gold.text("value")):
                right = i in matches and _same_date(gold, "value", predicted[matches[i]])
                self.tally.add("time_value", right)
                if i in matches:
                    self.tally.add("time_value_given_found", right)

    def document(self, predicted: Item) -> None:
        """The date of publication where the text gives it, and whether the text is about dealings between states."""
        from_text = (self._gold.text("published_source") or "text").startswith("text")
        if self._gold.holds("published") and "published" in predicted and from_text:
            self.tally.add("document_published", predicted.text("published")[:10] == self._gold.text("published")[:10])
        if "diplomatic" in self._gold and "diplomatic" in predicted:
            self.tally.add("document_diplomatic", predicted.text("diplomatic") == self._gold.text("diplomatic"))


def _same_date(gold: Item, field: str, found: Item) -> bool:
    """Equal, on the same day, or inside a coarser gold date; `FIELD_alt` holds other right ones."""
    given = found.text(field)
    return any(_date_fits(date, given) for date in (gold.text(field), *gold.texts(f"{field}_alt")))


def _date_fits(gold: str, given: str) -> bool:
    return bool(gold) and (given == gold or ("/" not in gold and given[:10].startswith(gold[:10])))
