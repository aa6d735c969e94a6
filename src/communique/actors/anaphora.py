"""What only points at somebody: "the Tajik president", "His Eminence", "his counterpart", "the two sides", "he"."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from communique.actors.mentions import Mention
from communique.actors.people import Figure
from communique.knowledge import Answer, Office, Register
from communique.reading.protocol import Reading
from communique.record import Document, Span

_MALE, _FEMALE = frozenset({"he", "him", "himself", "his"}), frozenset({"she", "her", "herself"})
_OBJECTS = frozenset({"him", "her"})
_THEY = frozenset({"they", "them", "themselves", "their"})
_IT = frozenset({"it", "itself", "its"})
_LEADERS = {
    "presidents": {"hos"},
    "ministers": {"fm", "minister_other", "defense"},
    "prime ministers": {"hog"},
    "premiers": {"hog"},
}
_REACH = 3  # paragraphs back that a pronoun may point to


_GENERIC = re.compile(r"(?i)\b(?:official|diplomat|politician|lawmaker|leader|statesman|legislator|envoy|representative|deputy|parliamentarian|chief|head)$")


def _same_head(offices: tuple[Office, ...], figure: Figure) -> bool:
    """"the minister" for a Minister of Foreign Affairs: the same noun at the head of both titles."""
    heads = {o.title.lower().split(" of ")[0].split(" for ")[0].split()[-1] for o in offices} - {"official", "leader", "head", "member", "chief"}
    return any(h in o.title.lower().split() for h in heads for o in figure.offices)


@dataclass
class Anaphora:
    """Resolves pointing phrases in text order; `saw` must be told of every mention."""

    document: Document
    reading: Reading
    register: Register
    people: list[Figure]
    figures: dict[Span, Figure]
    home: str | None = None
    recent: list[tuple[Span, Figure | Answer]] = field(default_factory=list)
    speakers: list[tuple[Span, Figure | Answer]] = field(default_factory=list)
    pointed: list[Figure] = field(default_factory=list)
    plural: list[Figure | Answer] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.starts = [b.span.start for b in self.document.blocks]
        self.sources = {s for a in self.reading.attributions for s in a.source}
        self.subjects = {p.span for x in self.reading.predicates if x.form != "noun" for p in x.subjects}

    # ------------------------------------------------------------------ what has been seen
    def saw(self, found: Mention) -> None:
        figure = self.figures.get(found.span)
        if figure is not None:
            self.note(found.span, figure)

    def entity(self, found: Mention) -> None:
        answer = self.register.who(found.text, self.document.published)
        if answer.name:
            self.note(found.span, answer)

    def note(self, span: Span, who: Figure | Answer) -> None:
        self.recent.append((span, who))
        if span in self.sources:
            self.speakers.append((span, who))

    # ------------------------------------------------------------------ who is meant
    def resolve(self, found: Mention, source: bool) -> list[Figure | Answer]:
        """Those a pointing phrase means; none where it can't be told."""
        if found.kind == "pronoun" and found.text.lower() in _THEY:
            return self.plural
        if found.kind == "pronoun":
            meant = self._pronoun(found, source)
        elif found.kind == "plural":
            self.plural = self._plural(found) or self.plural
            return self.plural
        elif found.kind == "counterpart":
            meant = self._counterpart(found)
        elif found.kind == "honorific":
            meant = self._honorific(found)
        else:
            meant = self._office(found)
        if isinstance(meant, Figure):
            meant.mentions.append(found.span)
            self.figures[found.span] = meant
        elif meant is not None:
            self.note(found.span, meant)
        return [meant] if meant is not None else []

    def _office(self, found: Mention) -> Figure | Answer | None:
        """An office: its holder in this text, else its holder in the register, else somebody unnamed who holds it."""
        d = found.designation
        if not d.offices:
            return self._visitor(found)
        plural = d.offices[0].title.endswith("s") and not re.search(r"(?i)affairs$", d.offices[0].title)
        if plural:
            return None
        wanted, senses = {o.office_class for o in d.offices}, {o.sense for o in d.offices}
        definite = bool(re.match(r"(?i)(?:the|his|her|its|their|visiting|our|[A-Z])", found.text)) and not re.match(
            r"(?i)an? ", found.text
        )
        fitting = [
            f
            for f in self._recent_people()
            if f.classes & wanted
            and (not d.state or f.home in (None, d.state))
            and not (d.gender and f.gender and f.gender != d.gender)
        ]
        exact = [f for f in fitting if f.senses & senses] or fitting
        if definite and exact:
            return self._nearest(exact, found.span)
        loose = [f for f in self._recent_people() if d.state and f.home in (None, d.state) and not f.classes - {"other"} and f.name]
        if definite and len(loose) == 1:
            loose[0].offices += [o for o in d.offices if o.office_class != "other"]
            loose[0].state = loose[0].state or d.state
            return loose[0]
        nameless = [f for f in self._recent_people() if f.name and (" " in f.name or f.honorifics) and not f.offices and not f.answer.name and not (d.gender and f.gender and f.gender != d.gender)]
        leading = d.offices[0].office_class in ("hos", "hog", "monarch", "fm", "speaker", "igo_head")
        if definite and leading and not d.state and len(nameless) == 1:
            nameless[0].offices += d.offices
            return nameless[0]
        answer = self.register.who(found.text, self.document.published, None if d.state else self.home)
        if answer.name:
            return self._as_figure(answer)
        if definite and (d.state or d.organization) and d.offices[0].office_class != "other":
            figure = Figure(text=found.text, state=d.state, gender=d.gender, offices=list(d.offices))
            self.pointed.append(figure)
            return figure
        return None

    def _as_figure(self, answer: Answer) -> Figure:
        known = next(
            (f for f in (*self.people, *self.pointed) if f.answer.wikidata and f.answer.wikidata == answer.wikidata), None
        )
        if known is None:
            known = Figure(text=answer.name or "", state=answer.state, gender=answer.gender, answer=answer)
            self.pointed.append(known)
        return known

    def _visitor(self, found: Mention) -> Figure | None:
        """ "the guest", "the visiting dignitary": whoever the text says is visiting."""
        if re.match(r"(?i)(?:his|her|their) (?:guest|host|visitor|interlocutor)", found.text):
            owner = self._owner(found.span)
            home = owner.home if isinstance(owner, Figure) else None
            others = [f for f in self._recent_people() if f is not owner and f.classes and f.home != home]
            return others[0] if others else None
        visiting = [f for f in self._recent_people() if any("visiting" in s.of(self.document.text).lower() for s in f.mentions)]
        return self._nearest(visiting, found.span) if visiting and "host" not in found.text.lower() else None

    def _honorific(self, found: Mention) -> Figure | None:
        """ "His Eminence": who bears it in this text, else who bears any, else the last speaker it can be."""
        wanted = {h.lower() for h in found.designation.honorifics}
        people = [
            f
            for f in self._recent_people()
            if not (found.designation.gender and f.gender and f.gender != found.designation.gender)
        ]
        for fitting in (
            [f for f in people if f.honorifics & wanted],
            [f for f in people if f.honorifics - {"mr", "mr.", "dr", "dr."}],
            people,
        ):
            if fitting:
                return self._nearest(fitting, found.span)
        return None

    def _counterpart(self, found: Mention) -> Figure | Answer | None:
        """ "his Iranian counterpart": who holds in that state the office of the one it is said of."""
        owner = self._owner(found.span)
        state = found.designation.state
        if not isinstance(owner, Figure) or not owner.classes:
            return None
        for f in self._recent_people():
            if f is not owner and f.classes & owner.classes and (not state or f.home == state):
                return f
        if not state or (not owner.offices and not owner.answer.office):
            return None
        title = owner.offices[0].title if owner.offices else (owner.answer.office or "").split(" of ")[0]
        adjective = self.register.state(state).adjective or self.register.state(state).name
        answer = self.register.who(f"{adjective} {title}", self.document.published)
        if answer.name:
            return self._as_figure(answer)
        figure = Figure(text=f"{adjective} {title}", state=state, offices=owner.offices[:1])
        self.pointed.append(figure)
        return figure

    def _owner(self, span: Span) -> Figure | Answer | None:
        earlier = [(s, w) for s, w in self.recent if s.start < span.start and isinstance(w, Figure)]
        sentence = next((s for s in self.reading.sentences if span in s), None)
        if sentence:
            subjects = [w for s, w in earlier if s in sentence and s in self.subjects | self.sources]
            if subjects:
                return subjects[0]
        return earlier[-1][1] if earlier else None

    def _plural(self, found: Mention) -> list[Figure | Answer]:
        """ "the two sides": the two people, or states, that the text has set side by side."""
        word = re.sub(r"(?i)^(?:the|both|two|of|each|either)\s+|(?<=\s)(?:two)\s+", "", found.text.lower()).strip()
        office = next((held for name, held in _LEADERS.items() if name in found.text.lower()), None)
        people = [f for f in self._recent_people() if f.home and (not office or f.classes & office)]
        pair: list[Figure] = []
        for f in people:
            if all(f.home != p.home for p in pair):
                pair.append(f)
        if word in ("countries", "nations", "states", "peoples", "governments", "neighbors", "neighbours", "capitals"):
            return self._states(found, pair)
        return list(pair[:2]) if len(pair) >= 2 else (self._states(found, pair) if "side" in word or "part" in word else [])

    def _states(self, found: Mention, pair: list[Figure]) -> list[Figure | Answer]:
        homes = [f.home for f in pair[:2]] if len(pair) >= 2 else []
        if not homes:
            homes = list(
                dict.fromkeys(w.state for _, w in reversed(self.recent) if isinstance(w, Answer) and w.kind == "state")
            )[:2]
        known = [h for h in homes if h]
        return (
            [self.register.who(self.register.state(h).name, self.document.published) for h in known] if len(known) == 2 else []
        )

    # ------------------------------------------------------------------ pronouns
    def _pronoun(self, found: Mention, source: bool) -> Figure | Answer | None:
        word = found.text.lower()
        if word in _MALE | _FEMALE:
            return self._he_or_she(found, "m" if word in _MALE else "f", source)
        if word in _IT:
            return self._body(found)
        return None

    def _he_or_she(self, found: Mention, gender: str, source: bool) -> Figure | None:
        """The last speaker where the pronoun speaks; else the last subject, else the last person named, of that gender."""
        here = self._paragraph(found.span.start)

        def near(seen: list[tuple[Span, Figure | Answer]]) -> list[tuple[Span, Figure]]:
            return [
                (s, w)
                for s, w in seen
                if isinstance(w, Figure)
                and s.end <= found.span.start
                and w.gender in (None, gender)
                and here - self._paragraph(s.start) <= _REACH
            ]

        sentence = next((s for s in self.reading.sentences if found.span in s), None)
        inside = [] if not source and found.text.lower() in _OBJECTS else [(s, w) for s, w in near(self.recent) if sentence and s in sentence and s in self.subjects | self.sources]
        if inside and not (source and found.span in self.sources and found.span.start == sentence.start if sentence else False):
            return inside[-1][1]
        people = near(self.recent)
        if not source and found.text.lower() in _OBJECTS:
            doers = [w for s, w in self.recent if sentence and s in sentence and s in self.subjects | self.sources]
            others = [w for _, w in people if all(w is not d for d in doers)]
            return others[-1] if others else None
        if not people:
            return None
        subjects = [(s, w) for s, w in people if s in self.subjects | self.sources]
        last = (subjects or people)[-1]
        if source and self.speakers:
            said = near(self.speakers)
            if said and here - self._paragraph(said[-1][0].start) <= here - self._paragraph(last[0].start):
                return said[-1][1]
        return last[1]

    def _body(self, found: Mention) -> Answer | None:
        bodies = [
            (s, w)
            for s, w in self.recent
            if isinstance(w, Answer) and s.end <= found.span.start and s in self.subjects | self.sources
        ]
        return bodies[-1][1] if bodies and isinstance(bodies[-1][1], Answer) else None

    # ------------------------------------------------------------------ nearness
    def _recent_people(self) -> list[Figure]:
        """Everybody seen so far, last seen first; then those the text names only later."""
        seen = [w for _, w in reversed(self.recent) if isinstance(w, Figure)]
        return list({id(f): f for f in (*seen, *self.people, *self.pointed)}.values())

    def _nearest(self, fitting: list[Figure], span: Span) -> Figure:
        def distance(f: Figure) -> int:
            before = [span.start - s.start for s in f.mentions if s.start < span.start]
            return min(before) if before else 1 << 30

        return min(fitting, key=distance)

    def _paragraph(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1
