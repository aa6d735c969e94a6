"""Who is who in one document: every noun phrase that matters to a fact, led to an actor.

Three passes. The named come first, over the whole text, so that "Imam Khamenei" in a headline is the "Sayyed Ali Khamenei" of
the last paragraph. Then the register says who they were on the document's day. Then, in text order, what only points:
offices, honorifics, "his counterpart", "the two sides", pronouns. Where nobody is left, nobody is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.actors.anaphora import resolve
from communique.actors.memory import Memory
from communique.actors.mentions import Mention, mention
from communique.actors.people import Figure, are_people, identify, named
from communique.knowledge import Answer, Register
from communique.reading.protocol import Reading
from communique.record import Actor, Document, Occupancy, Position, Span, TimeMention
from communique.record.ids import local_actor_id

_OF_A_STATE = frozenset(
    {"hos", "hog", "monarch", "fm", "speaker", "defense", "interior", "crown_prince", "minister_other", "spokesperson"}
)


@dataclass
class Cast:
    """The actors of one document. `who` answers for any phrase the reading has."""

    document: Document
    actors: dict[str, Actor] = field(default_factory=dict)
    links: dict[Span, tuple[str, ...]] = field(default_factory=dict)

    def who(self, span: Span) -> tuple[str, ...]:
        """Ids of the actors a phrase of `Document.text` means; empty where it names nobody."""
        return self.links.get(span, ())

    def actor(self, actor_id: str) -> Actor:
        return self.actors[actor_id]

    def state_of(self, actor_id: str) -> str | None:
        return self.actors[actor_id].state

    def named_in(self, span: Span) -> tuple[str, ...]:
        """The actors mentioned inside a span, in order, each once."""
        inside = sorted((s, ids) for s, ids in self.links.items() if s in span)
        return tuple(dict.fromkeys(i for _, ids in inside for i in ids))


def build(document: Document, reading: Reading, register: Register, times: Sequence[TimeMention] = ()) -> Cast:
    """The cast of a document that an engine has read; `times` are no names."""
    return _Builder(document, reading, register, times).cast()


_OF_A_SIDE = re.compile(  # "two Canadian diplomats": what is done to them is done to their state
    r"\b(?:diplomats?|ambassador|envoys?|consuls?|citizens|nationals|troops|soldiers|forces|exports|imports|goods|companies|"
    r"firms|banks|vessels?|aircraft)$"
)


class _Builder:
    def __init__(self, document: Document, reading: Reading, register: Register, times: Sequence[TimeMention]) -> None:
        self.document, self.reading, self.register = document, reading, register
        dates = {t.span.start for t in times} | {t.span.end for t in times}
        spans = [s for s in sorted(_spans(reading)) if not (s.end in dates and any(s.overlaps(t.span) for t in times))]
        heads = {p.span: p.head.of(document.text) for p in reading.phrases}
        self.mentions = {s: mention(document.text, s, register, heads.get(s)) for s in spans}
        self.titles = document.blocks_of("title", "heading")
        self.body = "\n".join(b.span.of(document.text) for b in document.blocks if b.kind not in ("title", "heading", "byline"))
        self.figures: dict[Span, Figure] = {}
        self.result = Cast(document)
        self.ids: dict[int, str] = {}
        self.many: tuple[str, ...] = ()  # the unnamed people who spoke last: "they"

    def cast(self) -> Cast:
        on = self.document.published
        people = named([m for m in self.mentions.values() if self._counts(m)], self._in_headline)
        hint = self._home_state()
        states = frozenset(m.entity.state for m in self.register.find_names(self.document.text) if m.entity.state)
        for figure in people:
            identify(figure, self.register, on, hint, states)
        acting, sources = self._roles()
        people = are_people(people, acting, sources)
        for figure in people:
            for span in figure.mentions:
                self.figures[span] = figure
        own = self._own_state()
        self._at_home(people, own)
        self._owned(people, acting)
        memory = Memory(self.document, self.reading, self.register, people, self.figures, own)
        told = {s for a in self.reading.attributions for s in a.addressee if any(c.isupper() for c in s.of(self.document.text))}
        speaking = sources | told
        for span, found in self.mentions.items():
            self._link(span, found, memory, span in speaking)
        return self.result

    def _in_headline(self, span: Span) -> bool:
        return any(span in b.span for b in self.titles)

    def _counts(self, found: Mention) -> bool:
        """Whether a name can be trusted: one in a headline only where the article has its words too."""
        if found.name is None or not self._in_headline(found.span):
            return True
        if " " in found.name and (found.designation.offices or found.designation.honorifics):
            return True
        return found.name.split()[-1] in self.body

    def _roles(self) -> tuple[set[Span], set[Span]]:
        """Phrases that act (subjects, those met or told), and phrases that speak."""
        verbs = [p for p in self.reading.predicates if p.form != "noun"]
        acting = {x.span for p in verbs for x in (*p.subjects, *p.objects, *p.with_("with", "by"))}
        return acting, {s for a in self.reading.attributions for s in a.source}

    def _at_home(self, people: list[Figure], own: str | None) -> None:
        """ "the Amir" in a Kuwaiti text: the first of each office whose state is not told is the outlet's own."""
        taken = {c for f in people if f.home == own for c in f.classes}
        told = {id(f): [s for s in f.mentions if not self._in_headline(s)] or f.mentions for f in people}
        for figure in sorted(people, key=lambda f: told[id(f)][0]):
            held = figure.classes & _OF_A_STATE
            if figure.home is None and own and held and not held & taken and not figure.former:
                figure.state = own
                taken |= held

    def _owned(self, people: list[Figure], acting: set[Span]) -> None:
        """ "Its foreign minister": of the state that acted last before these words."""
        for figure in people:
            first = next((s for s in figure.mentions if self.mentions[s].text.lower().startswith("its ")), None)
            if figure.home is None and first is not None:
                before = [
                    m for s, m in self.mentions.items() if s.end <= first.start and m.kind == "entity" and m.designation.state
                ]
                subjects = [m for m in before if m.span in acting] or before
                figure.state = subjects[-1].designation.state if subjects else None

    def _own_state(self) -> str | None:
        """The state the text is from: the outlet's, else the dateline's."""
        words = [self.document.outlet or "", *(b.span.of(self.document.text) for b in self.document.blocks_of("dateline"))]
        found = (m.entity.state for w in words for m in self.register.find_names(w.title() if w.isupper() else w))
        return next((s for s in found if s), None)

    def _home_state(self) -> str | None:
        """The outlet's state, else the one most named in the text: a hint for surnames that the register holds twice."""
        if (home := self._own_state()) is not None:
            return home
        counts: dict[str, int] = {}
        for m in self.mentions.values():
            if m.designation.state:
                counts[m.designation.state] = counts.get(m.designation.state, 0) + 1
        return max(counts, key=lambda k: (counts[k], k)) if counts else None

    def _link(self, span: Span, found: Mention, memory: Memory, source: bool) -> None:
        if found.kind == "person":
            if span in self.figures:
                self._put(span, [self._person(self.figures[span])])
        elif found.kind == "entity":
            self._put(span, [self._entity(found)])
            memory.entity(found)
        elif found.kind == "nominal":
            if source:
                self._put(span, [self._unnamed(found)])
                self.many = self.result.links.get(span, ()) if found.text.endswith("s") else self.many
        else:
            meant = resolve(memory, found, source)
            self._put(span, [self._any(m) for m in meant])
            if not meant and found.text.lower() == "they":
                self._put(span, self.many)
            if not meant and source and found.kind in ("office", "honorific", "counterpart"):
                self._put(span, [self._unnamed(found)])
        state = found.designation.state
        if state and not source and span not in self.result.links and _OF_A_SIDE.search(found.text):
            self._put(span, [self._answer(self.register.who(self.register.state(state).name))])
        memory.saw(found)

    def _put(self, span: Span, ids: Iterable[str | None]) -> None:
        kept = tuple(dict.fromkeys(i for i in ids if i))
        if not kept:
            return
        self.result.links[span] = kept
        for i in kept:
            self.result.actors[i] = _with_mention(self.result.actors[i], span, self.mentions[span].text)

    def _any(self, meant: Figure | Answer) -> str | None:
        return self._person(meant) if isinstance(meant, Figure) else self._answer(meant)

    def _person(self, figure: Figure) -> str | None:
        known = self.ids.get(id(figure))
        if known:
            return known
        answer = figure.answer
        name = answer.name or figure.name or figure.text
        actor_id = answer.actor_id or local_actor_id(self.document.id, name)
        self.ids[id(figure)] = actor_id
        if actor_id not in self.result.actors:
            self.result.actors[actor_id] = Actor(
                actor_id,
                name,
                "person",
                answer.state or figure.state,
                answer.wikidata,
                _occupancy(figure, self.register),
                confidence=0.95 if answer.name else 0.8 if figure.name else 0.6,
            )
        return actor_id

    def _entity(self, found: Mention) -> str | None:
        answer = self.register.who(found.text, self.document.published)
        if answer.name is None and found.designation.entities:  # "the U.S. side"
            answer = self.register.who(found.designation.entities[0].name, self.document.published)
        return self._answer(answer)

    def _answer(self, answer: Answer) -> str | None:
        if answer.name is None or answer.kind == "unknown":
            return None
        actor_id = answer.actor_id or local_actor_id(self.document.id, answer.name)
        if actor_id not in self.result.actors:
            self.result.actors[actor_id] = Actor(
                actor_id, answer.name, answer.kind, answer.state, answer.wikidata, answer.occupancy
            )
        return actor_id

    def _unnamed(self, found: Mention) -> str | None:
        """A source the text does not name: "three senior officials", "the statement"."""
        words = found.text
        first = words.split(" ", 1)[0].lower()
        name = words.split(" ", 1)[1] if first in ("the", "a", "an") and " " in words else words
        if not any(c.isalpha() for c in name) or len(name) > 120:
            return None
        actor_id = local_actor_id(self.document.id, name.lower())
        state = found.designation.state
        occupancy = (
            Occupancy(Position(found.designation.offices[0].title, state), "unknown") if found.designation.offices else None
        )
        self.result.actors.setdefault(actor_id, Actor(actor_id, name, "unknown", state, None, occupancy, confidence=0.5))
        return actor_id


def _with_mention(actor: Actor, span: Span, words: str) -> Actor:
    place = bisect_left(actor.mentions, span)
    if actor.mentions[place : place + 1] == (span,):
        return actor
    mentions = (*actor.mentions[:place], span, *actor.mentions[place:])
    aliases = actor.aliases if words in actor.aliases else (*actor.aliases, words)
    return Actor(
        actor.id, actor.name, actor.kind, actor.state, actor.wikidata, actor.occupancy, mentions, aliases, actor.confidence
    )


def _occupancy(figure: Figure, register: Register) -> Occupancy | None:
    """The office that day: the register's, else the one the text gives, with its state."""
    if figure.answer.office and figure.answer.status != "unknown":
        return figure.answer.occupancy
    if not figure.offices:
        return figure.answer.occupancy
    office = max(figure.offices, key=lambda o: (o.office_class != "other", len(o.title)))
    title = office.title[:1].upper() + office.title[1:]
    state = figure.state
    if state and " of " not in title:
        title = f"{title} of {register.state(state).within}"
    return Occupancy(Position(f"former {title}" if figure.former else title, state, office.office_class), "unknown")


def _spans(reading: Reading) -> set[Span]:
    """Every phrase that may name somebody: those of the reading, and the sources and addressees as they stand."""
    spans = {p.span for p in reading.phrases}
    for a in reading.attributions:
        spans |= {*a.source, *a.addressee}
    for p in reading.predicates:
        spans |= {x.span for x in (*p.subjects, *p.objects, *(o.phrase for o in p.obliques))}
    return spans
