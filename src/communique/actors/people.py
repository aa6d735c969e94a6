"""The people a document names, each with all that it says of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from communique.actors.mentions import Mention
from communique.actors.names import same_person, words
from communique.knowledge import Answer, Office, Register
from communique.record import DateValue, Span


@dataclass(slots=True)
class Figure:
    """Somebody a document speaks of; what is known of them grows as it is read.

    `answer` is what the register knows; `name` the fullest name the text gives, None for "the Tajik president".
    """

    name: str | None = None
    names: set[str] = field(default_factory=set)
    offices: list[Office] = field(default_factory=list)
    state: str | None = None
    gender: str | None = None
    honorifics: set[str] = field(default_factory=set)
    mentions: list[Span] = field(default_factory=list)
    text: str = ""
    answer: Answer = field(default_factory=Answer)
    former: bool = False

    def add(self, found: Mention) -> None:
        """Takes what a mention says."""
        d = found.designation
        if found.span not in self.mentions:
            self.mentions.append(found.span)
        if d.name:
            self.names.add(d.name)
            if self.name is None or len(words(d.name)) > len(words(self.name)):
                self.name = d.name
        if d.offices and (d.name or not self.offices):
            self._holds(d.offices, d.former)
        self.state = self.state or d.state
        self.gender = self.gender or d.gender
        self.honorifics |= {h.lower() for h in d.honorifics}
        if len(found.text) > len(self.text) and (d.name or not self.text):
            self.text = found.text

    def _holds(self, offices: Iterable[Office], former: bool) -> None:
        """Takes offices; what somebody was counts only where the text gives nothing that they are."""
        known = {o.sense for o in self.offices}
        new = [o for o in offices if o.sense not in known]
        if former and known and not self.former:
            return
        if new and not former and self.former:
            self.offices, self.former = [], False
        self.offices += new
        self.former = self.former or former

    @property
    def classes(self) -> set[str]:
        held = {o.office_class for o in self.offices}
        return held | ({self.answer.office_class} if self.answer.office_class else set())

    @property
    def senses(self) -> set[str]:
        return {o.sense for o in self.offices}

    @property
    def home(self) -> str | None:
        return self.answer.state or self.state


def named(mentions: list[Mention], in_headline: Callable[[Span], bool]) -> list[Figure]:
    """The people named, one figure each: short forms with the full names they belong to.

    Headlines come last: their capitals may take a verb for a part of the name.
    """
    figures: list[Figure] = []
    people = [m for m in mentions if m.kind == "person"]
    for m in sorted(people, key=lambda m: (in_headline(m.span), -len(words(m.name or "")), m.span)):
        fitting = [f for f in figures if f.name and m.name and same_person(m.name, f.name) and _offices_fit(f, m)]
        if len(fitting) > 1:
            fitting = sorted(fitting, key=lambda f: _distance(f, m))[:1]
        figure = fitting[0] if fitting else Figure()
        longer = figure.name
        figure.add(m)
        if fitting and in_headline(m.span):
            figure.name = longer
        if not fitting and (not in_headline(m.span) or m.designation.offices or m.designation.honorifics):
            figures.append(figure)
    for figure in figures:
        figure.mentions.sort()
    return figures


def are_people(figures: list[Figure], acting: set[Span], speaking: set[Span]) -> list[Figure]:
    """Those who really are people: in office, with an honorific, known to the register, or with a name that acts or speaks.

    "El Obeid" after "in" is none, whatever its capitals.
    """
    return [
        f
        for f in figures
        if f.offices
        or f.honorifics
        or f.answer.name
        or any(s in speaking for s in f.mentions)
        or (len(words(f.name or "")) > 1 and any(s in acting for s in f.mentions))
    ]


def _offices_fit(figure: Figure, m: Mention) -> bool:
    """Two people of one surname hold different offices: not one figure."""
    d = m.designation
    if d.state and figure.state and d.state != figure.state and d.offices and figure.offices:
        return False
    return not (d.gender and figure.gender and d.gender != figure.gender)


def _distance(figure: Figure, m: Mention) -> int:
    before = [m.span.start - s.start for s in figure.mentions if s.start < m.span.start]
    return min(before) if before else 1 << 30


def identify(figure: Figure, register: Register, on: DateValue | None, hint: str | None, states: frozenset[str]) -> None:
    """Asks the register who a figure is: with every name and office the text gives, the fullest first.

    A bare surname counts only where the text names the state as well (`states`): not every Kato is the minister.
    """
    title = max((o for o in figure.offices), key=lambda o: (o.office_class != "other", len(o.title)), default=None)
    asked: list[tuple[str, str | None]] = []
    if figure.text:
        asked.append((figure.text, figure.state))
    if figure.name:
        if title is not None:
            asked.append((f"{title.title} {figure.name}", figure.state))
        asked += [(figure.name, figure.state), (figure.name, hint)]
    for words_, state in asked:
        answer = register.who(words_, on, state)
        bare = not figure.offices and len(words(figure.name or "")) < 2
        if answer.name and answer.kind == "person" and not (bare and answer.state not in states):
            if words_ == figure.name and _namesake(figure, answer, register, on):
                continue
            figure.answer = answer
            figure.gender = figure.gender or answer.gender
            return


def _namesake(figure: Figure, answer: Answer, register: Register, on: DateValue | None) -> bool:
    """Whether one found by the name alone is somebody else: of another state, or with more names, and in another office."""
    if not figure.offices or figure.name is None:
        return False
    home = register.who(figure.name, on).state
    whole = any(set(words(a)) == set(words(figure.name)) for a in (*answer.aliases, answer.name or ""))
    return bool(figure.state and home and home != figure.state) or not whole
