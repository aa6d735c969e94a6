"""Offices and styles that point at somebody: "the Tajik president", "His Eminence", "his counterpart", "the guest"."""

from __future__ import annotations

import re

from communique.actors.memory import Memory
from communique.actors.mentions import Mention
from communique.actors.people import Figure
from communique.knowledge import Answer, Designation, Office

_GENERIC = re.compile(
    r"(?i)\b(?:official|diplomat|politician|lawmaker|leader|statesman|legislator|envoy|representative|deputy|"
    r"parliamentarian|chief|head)$"
)


def office(m: Memory, found: Mention) -> Figure | Answer | None:
    """An office: its holder in this text, else its holder in the register, else somebody unnamed who holds it."""
    d = found.designation
    if not d.offices:
        return visitor(m, found)
    if d.offices[0].title.endswith("s") and not d.offices[0].title.lower().endswith("affairs"):
        return None
    if not re.match(r"(?i)an? ", found.text) and (known := _in_text(m, found)) is not None:
        return known
    answer = m.register.who(found.text, m.document.published, None if d.state else m.home)
    if answer.name:
        return m.as_figure(answer)
    if not re.match(r"(?i)an? ", found.text) and (d.state or d.organization) and d.offices[0].office_class != "other":
        figure = Figure(text=found.text, state=d.state, gender=d.gender, offices=list(d.offices))
        m.pointed.append(figure)
        return figure
    return None


def _in_text(m: Memory, found: Mention) -> Figure | None:
    """Whom of the people in the text a definite office means."""
    d = found.designation
    near = [f for f in m.everybody() if _compatible(f, d)]
    wanted, senses = {o.office_class for o in d.offices} - {"other"}, {o.sense for o in d.offices}
    fitting = [f for f in near if f.classes & wanted or _same_head(d.offices, f)]
    exact = [f for f in fitting if f.senses & senses] or fitting
    titled = {o.title.lower() for o in d.offices}
    if "monarch" in wanted or any(" of " in t for t in titled):  # a king is no amir
        exact = [f for f in exact if titled & {o.title.lower() for o in f.offices}] or exact
    if not d.state and len(exact) > 1:  # "the President", unqualified, is the outlet's own
        exact = [f for f in exact if f.home is None] or [f for f in exact if f.home == m.home] or exact
    if exact:
        return m.nearest(exact, found.span)
    named = [f for f in near if f.name]
    if _GENERIC.search(d.offices[0].title) and named:  # "the Hungarian diplomat"
        of_state = [f for f in named if f.home == d.state] if d.state else [w for _, w in m.speakers if isinstance(w, Figure)]
        return m.nearest(of_state or named, found.span) if of_state or len(named) == 1 else None
    return _first_told(m, d, named)


def _first_told(m: Memory, d: Designation, named: list[Figure]) -> Figure | None:
    """The one person the office can be told of now, where the text gave a name without an office before."""
    loose = [f for f in named if not f.classes - {"other"} and not f.answer.name and (" " in (f.name or "") or f.honorifics)]
    loose = [f for f in loose if any(s in m.active for s in f.mentions)]
    leading = d.offices[0].office_class in ("hos", "hog", "monarch", "fm", "speaker", "igo_head")
    if len(loose) != 1 or not (d.state or leading):
        return None
    loose[0].offices += [o for o in d.offices if o.office_class != "other"]
    loose[0].state = loose[0].state or d.state
    return loose[0]


def _compatible(f: Figure, d: Designation) -> bool:
    """Whether state and gender let a figure be the one a phrase speaks of."""
    return (not d.state or f.home in (None, d.state)) and not (d.gender and f.gender and f.gender != d.gender)


def _same_head(offices: tuple[Office, ...], figure: Figure) -> bool:
    """ "the minister" for a Minister of Foreign Affairs: the same noun at the head of both titles."""
    heads = {o.title.lower().split(" of ")[0].split(" for ")[0].split()[-1] for o in offices} - {
        "official",
        "leader",
        "head",
        "member",
        "chief",
    }
    return any(h in o.title.lower().split() for h in heads for o in figure.offices)


def visitor(m: Memory, found: Mention) -> Figure | None:
    """ "the guest", "the visiting dignitary": whoever the text says is visiting."""
    if re.match(r"(?i)(?:his|her|their) (?:guest|host|visitor|interlocutor)", found.text):
        owner = m.owner(found.span)
        home = owner.home if isinstance(owner, Figure) else None
        others = [f for f in m.everybody() if f is not owner and f.classes and f.home != home]
        return others[0] if others else None
    visiting = [f for f in m.everybody() if any("visiting" in s.of(m.document.text).lower() for s in f.mentions)]
    foreign = [f for f in m.everybody() if f.classes and f.home not in (None, m.home)] if m.home else []
    if "host" in found.text.lower():
        return None
    return m.nearest(visiting, found.span) if visiting else max(foreign, key=lambda f: len(f.mentions), default=None)


def _style(honorific: str) -> str:
    """ "His Highness" and "Highness" are one style."""
    return honorific.lower().removeprefix("his ").removeprefix("her ")


def honorific(m: Memory, found: Mention) -> Figure | None:
    """ "His Eminence": who bears it in this text, else who bears any, else the last speaker it can be."""
    wanted = {_style(h) for h in found.designation.honorifics}
    people = [f for f in m.everybody() if not (found.designation.gender and f.gender and f.gender != found.designation.gender)]
    for fitting in (
        [f for f in people if {_style(h) for h in f.honorifics} & wanted],
        [f for f in people if f.honorifics - {"mr", "mr.", "dr", "dr."}],
        people,
    ):
        if fitting:
            return m.nearest(fitting, found.span)
    return None


def counterpart(m: Memory, found: Mention) -> Figure | Answer | None:
    """ "his Iranian counterpart": who holds in that state the office of the one it is said of."""
    owner = m.owner(found.span)
    state = found.designation.state
    if not isinstance(owner, Figure) or not owner.classes:
        return None
    for f in m.everybody():
        if f is not owner and f.classes & owner.classes and (not state or f.home == state):
            return f
    if not state or (not owner.offices and not owner.answer.office):
        return None
    title = owner.offices[0].title if owner.offices else (owner.answer.office or "").split(" of ")[0]
    adjective = m.register.state(state).adjective or m.register.state(state).name
    answer = m.register.who(f"{adjective} {title}", m.document.published)
    if answer.name:
        return m.as_figure(answer)
    figure = Figure(text=f"{adjective} {title}", state=state, offices=owner.offices[:1])
    m.pointed.append(figure)
    return figure
