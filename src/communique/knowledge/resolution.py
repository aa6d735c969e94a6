"""Who a designation means on a day: by office, by name, by both. One fits, or the candidates are kept and nothing is said."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from communique.knowledge.answers import Answer, Candidate
from communique.knowledge.designations import Designation, Office
from communique.knowledge.offices import Cover, Holder, fits, holder, seated, without_twins
from communique.knowledge.people import fits_exactly, fits_nearly, is_whole, words_of
from communique.knowledge.rows import Holding, Rows
from communique.record import DateValue

_ROYAL = frozenset({"monarch", "crown_prince", "pope"})
_ORDER = ("hos", "hog", "fm", "igo_head", "defense", "interior", "military_chief", "speaker", "deputy_hog", "deputy_hos")
_PROMINENT = frozenset({"hos", "hog", "fm", "defense", "igo_head"})
_KEPT_STATES = 64  # whose tenures stay in memory

_NICKNAME = re.compile(r" ['\"‘“][^'\"’”]+['\"’”]")
Pool = dict[int, list[Holding]]


def days_of(on: DateValue | None) -> tuple[date, ...]:
    """The first and the last day of a date: what holds on both holds for the date; none for a vague date."""
    if on is None or on.first is None or on.last is None:
        return ()
    return (on.first,) if on.first == on.last else (on.first, on.last)


class Resolver:
    """Answers questions on people from the register's rows."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._held: dict[tuple[str | None, str | None], list[Holding]] = {}

    def held_in(self, state: str | None, organization: str | None = None) -> list[Holding]:
        """All tenures of a state or an organization."""
        key = (state, organization)
        if key not in self._held:
            if len(self._held) >= _KEPT_STATES:
                self._held.clear()
            self._held[key] = self._rows.held_in(state, organization)
        return self._held[key]

    def by_office(self, asked: Designation, on: DateValue | None, state: str | None) -> Answer:
        """The holder of an office that is named without a person."""
        answer = self._worded(asked, state)
        days = days_of(on)
        if asked.former or not days or "elect" in asked.modifiers:
            return answer
        for office in asked.offices:
            rows = self._scope(asked, state)
            if found := self._on_all(days, partial(seated, office, rows)):
                return self._decide(found, answer)
        return answer

    def by_name(self, asked: Designation, on: DateValue | None, state: str | None) -> Answer:
        """The person of a name, with or without an office."""
        name = _NICKNAME.sub("", asked.name or "")
        exact = self._exact(name, asked)
        if asked.offices:
            answer = self._by_both(asked, name, exact, days_of(on), state)
            if answer is not None:
                return answer
        return self._by_name_only(asked, name, exact, days_of(on), state)

    def _by_both(self, asked: Designation, name: str, exact: Pool, days: tuple[date, ...], state: str | None) -> Answer | None:
        answer = self._worded(asked, state)
        scope = self._scope(asked, state) if state or asked.organization else [r for rows in exact.values() for r in rows]
        held = _pool(r for r in scope if any(fits(o, r) for o in asked.offices))
        known = {p: rows for p, rows in held.items() if p in exact} or self._near(name, held, state, asked, days)
        if not known:
            return answer if self._stranger(exact, name, state) else None
        if not asked.former and days and (now := self._on_all(days, lambda day: _holding_now(known, day))):
            return self._decide(now, answer)
        if len(known) == 1 and (asked.former or len(words_of(name)) > 1):
            person, rows = next(iter(known.items()))
            title = max(rows, key=lambda r: r.as_of).title
            return self._told(person, rows[0], answer, f"former {title}" if asked.former else answer.office)
        return self._conflict(known, answer) if len(known) > 1 else answer

    def _near(self, name: str, held: Pool, state: str | None, asked: Designation, days: tuple[date, ...]) -> Pool:
        """Other spellings, among those who held the office in that state; on that day where a day is known."""
        now = {p for day in days for p, rows in held.items() if holder(p, rows, day)}
        pool = {p: rows for p, rows in held.items() if not days or asked.former or p in now}
        return {p: r for p, r in pool.items() if fits_nearly(name, self._rows.aliases(p), state, _royal(r))}

    def _stranger(self, exact: Pool, name: str, state: str | None) -> bool:
        """Whether nobody of that name is known in that state."""
        return len(words_of(name)) < 2 or not any(r.state == state for rows in exact.values() for r in rows)

    def _by_name_only(self, asked: Designation, name: str, exact: Pool, days: tuple[date, ...], state: str | None) -> Answer:
        answer = self._worded(asked, state)
        at_home = {p: rows for p, rows in exact.items() if any(r.state == state for r in rows)} if state else {}
        pool = at_home or ({} if asked.state else exact)
        if not pool and state and days:
            pool = self._near(name, _pool(r for r in self.held_in(state) if r.office_class in _ORDER), state, asked, days)
        now = self._on_all(days, lambda day: _prominent(pool, day)) if days else []
        if len(now) == 1 and not asked.offices:
            return self._decide(now, answer)
        if len(pool) == 1 and (len(words_of(name)) > 1 or not days):
            person, rows = next(iter(pool.items()))
            return self._told(person, rows[0], answer, answer.office)
        if len(now) > 1:
            return self._decide(now, answer)
        return self._conflict(pool, answer) if pool and len(words_of(name)) > 1 else answer

    def _exact(self, name: str, asked: Designation) -> Pool:
        """People one of whose names has all the words; where a name is the very same, only those."""
        royal = any(o.sense in _ROYAL for o in asked.offices) or any(
            h.casefold() in ("prince", "sheikh") for h in asked.honorifics
        )
        pool: Pool = defaultdict(list)
        for row in self._rows.held_by(self._rows.with_words(words_of(name))):
            pool[row.person].append(row)
        kept, same = {}, {}
        for person, rows in pool.items():
            aliases, states = self._rows.aliases(person), {r.state for r in rows}
            if any(fits_exactly(name, a, s, _royal(rows)) for a in aliases for s in states):
                kept[person] = rows
                if any(is_whole(name, a, states) for a in aliases):
                    same[person] = rows
        return kept if royal else same or kept

    def _scope(self, asked: Designation, state: str | None) -> list[Holding]:
        body = asked.organization
        if body and body.kind in ("organization", "group") and (rows := self.held_in(None, body.id)):
            return rows
        return self.held_in(state) if state else []

    def _on_all(self, days: tuple[date, ...], ask: Callable[[date], list[Holder]]) -> list[Holder]:
        """The holders on each of the days; where they differ, all of them, and it is a conflict."""
        found: dict[int, Holder] = {}
        for day in days:
            for one in ask(day):
                found.setdefault(one.person, one)
        return list(found.values())

    def _decide(self, every: list[Holder], answer: Answer) -> Answer:
        found = without_twins(every)
        if len(found) > 1:
            states = {h.holding.state for h in found}
            state = states.pop() if len(states) == 1 else answer.state
            told = Answer(kind="person", office=answer.office, office_class=answer.office_class, state=state, status="conflict")
            return replace(told, candidates=tuple(_candidate(h.holding, h.status) for h in found))
        one = found[0]
        row = one.holding
        told = self._told(one.person, row, answer, row.title)
        return replace(told, status=one.status, as_of=_as_of(row), office_class=row.office_class, state=row.state)

    def _told(self, person: int, row: Holding, answer: Answer, office: str | None) -> Answer:
        return Answer(
            row.name, row.wikidata, "person", office, answer.state or row.state, "unknown", None, (), answer.office_class,
            None, row.gender or answer.gender, self._rows.aliases(person),
        )  # fmt: skip

    def _conflict(self, pool: Pool, answer: Answer) -> Answer:
        rows = [max(rows, key=_rank) for rows in pool.values()]
        candidates = tuple(_candidate(r, "unknown") for r in sorted(rows, key=lambda r: r.name)[:20])
        return replace(answer, kind="person", status="conflict", candidates=candidates)

    def _worded(self, asked: Designation, state: str | None) -> Answer:
        """What the words alone tell."""
        office = asked.offices[0] if asked.offices else None
        title = _title(asked, office) if office else None
        return Answer(
            kind="person", office=title, state=state, gender=asked.gender, office_class=office.office_class if office else None
        )


def _title(asked: Designation, office: Office) -> str:
    return f"former {office.title}" if asked.former else office.title


def _pool(rows: Iterable[Holding]) -> Pool:
    pool: Pool = defaultdict(list)
    for row in rows:
        pool[row.person].append(row)
    return dict(pool)


def _holding_now(pool: Pool, day: date) -> list[Holder]:
    return [h for p, rows in pool.items() if (h := holder(p, rows, day))]


def _prominent(pool: Pool, day: date) -> list[Holder]:
    """Each person's highest office on a day; only the prominent where there are any, the surer before the assumed."""
    found = []
    for person, rows in pool.items():
        by_office = _by_position(rows)
        held = [h for own in by_office.values() if (h := holder(person, own, day))]
        if held:
            found.append(max(held, key=lambda h: (h.cover > Cover.ASSUMED, *_rank(h.holding))))
    prominent = [h for h in found if h.holding.office_class in _PROMINENT]
    sure = [h for h in prominent or found if h.cover > Cover.ASSUMED]
    return sure or prominent or found


def _by_position(rows: list[Holding]) -> dict[tuple[str | None, str, str], list[Holding]]:
    offices: dict[tuple[str | None, str, str], list[Holding]] = defaultdict(list)
    for row in rows:
        offices[row.state, row.sense, row.title if row.sense in ("minister", "other") else ""].append(row)
    return offices


def _rank(row: Holding) -> tuple[int, bool, bool, date]:
    order = _ORDER.index(row.office_class) if row.office_class in _ORDER else len(_ORDER)
    return -order, row.sense not in ("realm", "co_prince"), row.state is not None, row.as_of


def _royal(rows: Iterable[Holding]) -> bool:
    return any(r.sense in _ROYAL for r in rows)


def _as_of(row: Holding) -> str:
    return row.as_of.isoformat()


def _candidate(row: Holding, status: str) -> Candidate:
    return Candidate(row.name, row.wikidata, row.title, row.state, status)  # type: ignore[arg-type]
