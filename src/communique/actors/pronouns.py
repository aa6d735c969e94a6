"""Pronouns and pairs: "he", "it", "the two sides"."""

from __future__ import annotations

import re

from communique.actors.memory import Memory
from communique.actors.mentions import OF_SEVERAL, Mention
from communique.actors.people import Figure
from communique.knowledge import Answer
from communique.record import Span

_MALE = frozenset({"he", "him", "himself", "his"})
_FEMALE = frozenset({"she", "her", "herself"})
_OBJECTS = frozenset({"him", "her"})
_IT = frozenset({"it", "itself", "its"})
_LEADERS = {
    "presidents": {"hos"},
    "ministers": {"fm", "minister_other", "defense"},
    "prime ministers": {"hog"},
    "premiers": {"hog"},
}
_REACH = 3  # paragraphs back that a pronoun may point to


def pronoun(m: Memory, found: Mention, source: bool) -> Figure | Answer | None:
    word = found.text.lower()
    if word in _MALE | _FEMALE:
        gender = "m" if word in _MALE else "f"
        who = he_or_she(m, found, gender, source)
        if who is not None and source:
            who.gender = who.gender or gender  # the next "he" is somebody else than this "she"
        return who
    if word in _IT:
        return body(m, found)
    return None


def he_or_she(m: Memory, found: Mention, gender: str, source: bool) -> Figure | None:
    """The last speaker where the pronoun speaks; else the last subject, else the last person named, of that gender."""
    here = m.paragraph(found.span.start)

    def near(seen: list[tuple[Span, Figure | Answer]]) -> list[tuple[Span, Figure]]:
        return [
            (s, w)
            for s, w in seen
            if isinstance(w, Figure)
            and s.end <= found.span.start
            and w.gender in (None, gender)
            and here - m.paragraph(s.start) <= _REACH
        ]

    sentence = next((s for s in m.reading.sentences if found.span in s), None)
    inside = (
        []
        if not source and found.text.lower() in _OBJECTS
        else [(s, w) for s, w in near(m.recent) if sentence and s in sentence and s in m.active]
    )
    if inside and not (source and found.span in m.sources and found.span.start == sentence.start if sentence else False):
        return inside[-1][1]
    people = near(m.recent)
    if not source and found.text.lower() in _OBJECTS:
        doers = [w for s, w in m.recent if sentence and s in sentence and s in m.active]
        others = [w for _, w in people if all(w is not d for d in doers)]
        return others[-1] if others else None
    if not people:
        return None
    subjects = [(s, w) for s, w in people if s in m.active]
    last = (subjects or people)[-1]
    if source and m.speakers:
        said = near(m.speakers)
        if said and here - m.paragraph(said[-1][0].start) <= here - m.paragraph(last[0].start):
            return said[-1][1]
    return last[1]


def body(m: Memory, found: Mention) -> Answer | None:
    earlier = ((s, w) for s, w in reversed(m.recent) if s.end <= found.span.start and s in m.active)
    return next((w for _, w in earlier if isinstance(w, Answer)), None)


def plural(m: Memory, found: Mention) -> list[Figure | Answer]:
    """ "the two sides": the two people, or states, that the text has set side by side."""
    if found.designation.entities:
        return of_states(m, found)
    word = re.sub(r"(?i)^(?:the|both|two|of|each|either)\s+|(?<=\s)(?:two)\s+", "", found.text.lower()).strip()
    office = next((held for name, held in _LEADERS.items() if name in found.text.lower()), None)
    people = [f for f in m.everybody() if f.home and (not office or f.classes & office)]
    pair: list[Figure] = []
    for f in people:
        if all(f.home != p.home for p in pair):
            pair.append(f)
    if word in ("countries", "nations", "states", "peoples", "governments", "neighbors", "neighbours", "capitals"):
        return states(m, pair)
    return list(pair[:2]) if len(pair) >= 2 else (states(m, pair) if "side" in word or "part" in word else [])


def side_by_side(m: Memory, found: Mention) -> list[Figure | Answer]:
    """ "A and B met. They …": those that "and" joined as the last subject before, in this paragraph or the one before."""
    here = m.paragraph(found.span.start)
    known: dict[Span, Figure | Answer] = {**dict(m.recent), **m.figures}
    for p in reversed(m.joined):
        if p.span.end <= found.span.start:
            near = here - m.paragraph(p.span.start) <= 1
            told = [known[x.span] for x in p.subjects if x.span in known]
            return told if near and len(told) == len(p.subjects) else []
    return []


def of_states(m: Memory, found: Mention) -> list[Figure | Answer]:
    """ "The foreign ministers of Oman and Qatar": one each, from the text, else from the register, else unnamed."""
    match = OF_SEVERAL.search(found.text)
    title = match["office"].lower() if match else "leader"
    out: list[Figure | Answer] = []
    for entity in {e.state: e for e in found.designation.entities if e.kind == "state"}.values():
        asked = m.register.parse(f"the {title} of {entity.name}")
        held = {o.office_class for o in asked.offices}
        told = [f for f in m.everybody() if f.home == entity.state and (f.classes & held or (title == "leader" and f.classes))]
        answer = m.register.who(asked.text, m.document.published)
        if told:
            out.append(told[0])
        elif title == "leader":
            out.append(m.register.who(entity.name, m.document.published))
        elif answer.name:
            out.append(m.as_figure(answer))
        else:
            out.append(Figure(text=f"{entity.name}'s {title}", state=entity.state, offices=list(asked.offices)))
    return out


def states(m: Memory, pair: list[Figure]) -> list[Figure | Answer]:
    homes = [f.home for f in pair[:2]] if len(pair) >= 2 else []
    if not homes:
        homes = list(dict.fromkeys(w.state for _, w in reversed(m.recent) if isinstance(w, Answer) and w.kind == "state"))[:2]
    known = [h for h in homes if h]
    return [m.register.who(m.register.state(h).name, m.document.published) for h in known] if len(known) == 2 else []
