"""Who held an office on a day, as the sources have it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum

from communique.knowledge.designations import Office
from communique.knowledge.people import fits_nearly
from communique.knowledge.rows import Holding
from communique.record.actors import TenureStatus

_CHIEFS = frozenset(
    {"president", "prime_minister", "monarch", "supreme_leader", "leader", "pope", "head_of_state", "head_of_government"}
)
# Heads by name of their seat, in this order: where a state has a king the king is its head, else its president …
_GENERAL: dict[str, tuple[frozenset[str], ...]] = {
    "head_of_state": (frozenset({"monarch", "supreme_leader", "pope", "realm"}), frozenset({"president"}), frozenset()),
    "head_of_government": (frozenset({"prime_minister"}), frozenset({"president"}), frozenset()),
}
# Titles that mean the foreign minister in these states only; elsewhere an official or a junior minister has them.
_MINISTER_IN = {"foreign_secretary": frozenset({"GBR", "PHL"}), "secretary_of_state": frozenset({"USA"})}
_HEADS = _CHIEFS | {"secretary_general", "director_general", "managing_director", "executive_director", "chairperson", "chair"}
# After this many days about half of the holders have gone (shares in LICENSES.md): the register then stops assuming.
_KEPT = {"hos": 1095, "hog": 730, "fm": 730, "defense": 545, "interior": 545}
_KEPT_ELSE = 545
_SAME_SPELL, _HANDOVER = timedelta(days=400), timedelta(days=31)


class Cover(IntEnum):
    """How well a row covers a day; higher is surer."""

    NONE = 0
    ASSUMED = 1
    EDGE = 2  # the row's dates are years or months, and the day lies in one of them
    OPEN = 3
    SURE = 4


@dataclass(frozen=True, slots=True)
class Holder:
    """A person with the row that covers the day best."""

    person: int
    holding: Holding
    cover: Cover
    sources: int

    @property
    def status(self) -> TenureStatus:
        return "assumed" if self.cover is Cover.ASSUMED else "in_force"


def cover(row: Holding, day: date) -> Cover:
    """How well one row covers a day. A row without a start covers none: nothing tells how far back it reaches."""
    start = row.valid_from
    if start is None or start.first is None or start.last is None or day < start.first:
        return Cover.NONE
    edge = day < start.last
    if row.valid_to is not None and row.valid_to.first is not None and row.valid_to.last is not None:
        if day > row.valid_to.last:
            return Cover.NONE
        if edge or (day >= row.valid_to.first and row.closed):
            return Cover.EDGE
        return Cover.SURE if row.closed else Cover.OPEN
    if day <= row.as_of:
        return Cover.EDGE if edge else Cover.OPEN
    return Cover.ASSUMED if (day - row.as_of).days <= _KEPT.get(row.office_class, _KEPT_ELSE) else Cover.NONE


def holders(rows: Iterable[Holding], day: date) -> list[Holder]:
    """The people who hold one office on a day: one where it is clear, several where it is not, best covered first."""
    by_person: dict[int, list[Holding]] = defaultdict(list)
    for row in rows:
        by_person[row.person].append(row)
    found = [h for person, own in by_person.items() if (h := holder(person, own, day))]
    found = [h for h in found if not any(_superseded(h, other, by_person[other.person], day) for other in found)]
    found = [h for h in found if not any(_replaced(h, own, day) for person, own in by_person.items() if person != h.person)]
    best = max((h.cover for h in found), default=Cover.NONE)
    if best >= Cover.OPEN:
        found = [h for h in found if h.cover >= Cover.OPEN]
    elif best is Cover.EDGE:
        found = [h for h in found if h.cover is Cover.EDGE]
    return without_twins(sorted(found, key=lambda h: (-h.cover, h.holding.wikidata is None, h.holding.name)))


def seated(office: Office, rows: Iterable[Holding], day: date) -> list[Holder]:
    """The holders of an office on a day, of a state's rows; a "leader" may sit in any high seat, and each is asked."""
    fitting = [r for r in rows if fits(office, r)]
    if office.sense in _GENERAL:
        for senses in _GENERAL[office.sense]:
            if found := holders([r for r in fitting if r.sense in senses or not senses], day):
                return found
        return []
    if office.sense != "leader":
        return holders(fitting, day)
    every = [h for sense in sorted({r.sense for r in fitting}) for h in holders([r for r in fitting if r.sense == sense], day)]
    return list({h.person: h for h in every}.values())


def without_twins(found: list[Holder]) -> list[Holder]:
    """Two entries of one person under spellings of one name are one."""
    kept: list[Holder] = []
    for one in found:
        if not any(fits_nearly(one.holding.name, [k.holding.name], None) and " " in one.holding.name for k in kept):
            kept.append(one)
    return kept


def holder(person: int, rows: list[Holding], day: date) -> Holder | None:
    """One person's best row for a day, of the rows for one office; None where none covers it."""
    covering = [(c, r) for r in rows if (c := cover(r, day)) and not (r.valid_to is None and _ended(r, rows, day))]
    if not covering:
        return None
    best, row = max(covering, key=lambda x: (x[0], *_weight(x[1])))
    return Holder(person, row, best, len({r.source.split("/")[0] for _, r in covering}))


def _weight(row: Holding) -> tuple[bool, bool, bool, date]:
    """Of rows that cover a day alike: a state's own head before a shared one, then the better dated, then the newer."""
    own = row.sense not in ("realm", "co_prince") and (row.state is not None or row.organization is not None)
    return own, row.office_class == "hos", len(row.valid_from.text if row.valid_from else "") == 10, row.as_of


def _ended(row: Holding, rows: list[Holding], day: date) -> bool:
    """Whether a source that closes the spell, and lists no other, is at odds with this row, which left it open."""
    start = _first(row)
    unsure = {r.source for r in rows if r.valid_to is None and cover(r, day)}
    closing = [r for r in rows if r.closed and r.source not in unsure and abs(_first(r) - start) <= _SAME_SPELL]
    ends = [r.valid_to.last for r in closing if r.valid_to and r.valid_to.last]
    return any(start + _HANDOVER < end <= day for end in ends)


def _first(row: Holding) -> date:
    """The first day a row can begin; the first of all where it has no start."""
    return (row.valid_from and row.valid_from.first) or date(1, 1, 1)


def _superseded(one: Holder, other: Holder, rows: list[Holding], day: date) -> bool:
    """Whether a later holder ends a spell that no source closes."""
    if one.person == other.person or one.cover is Cover.SURE or other.cover < Cover.EDGE:
        return False
    return any(_first(one.holding) < _first(r) <= day for r in rows)


def _replaced(one: Holder, rows: list[Holding], day: date) -> bool:
    """Whether somebody who has come and gone since shows that a spell known from one source only is long over."""
    if one.cover is Cover.SURE or (one.sources > 1 and one.cover is not Cover.ASSUMED):
        return False
    return any(_first(one.holding) < _first(r) <= day for r in rows if not r.acting)


def fits(office: Office, row: Holding) -> bool:
    """Whether a phrase's office can be a row's office: by its sense, and by its field where it names one."""
    if office.sense == row.sense or (office.sense, row.sense) == ("monarch", "realm"):
        return _same_field(office.field, row.field)
    if office.sense == "leader":
        return row.sense in (_HEADS if row.organization else _CHIEFS)
    if office.sense in _MINISTER_IN:
        return row.sense == "foreign" and row.state in _MINISTER_IN[office.sense]
    if office.sense in _GENERAL:
        return row.office_class == ("hos" if office.sense == "head_of_state" else "hog")
    if row.organization and office.sense in _HEADS and row.sense in _HEADS:
        return office.sense == "chair" and row.sense == "chairperson"
    if office.field and {office.sense, row.sense} & {"minister", "secretary_of", "finance", "commander_of"}:
        return office.office_class == row.office_class and _same_field(office.field, row.field)
    return False


def _same_field(one: frozenset[str], other: frozenset[str]) -> bool:
    if not one or not other:
        return not one or (not other and len(one) <= 1)
    return len(one & other) >= max(1, round(0.6 * min(len(one), len(other))))
