"""Takes a phrase such as "the visiting President of Tajikistan Emomali Rahmon" apart into office, state, honorifics, name."""

from __future__ import annotations

from dataclasses import dataclass

from communique.codebooks.titles import Title, modifiers
from communique.knowledge.answers import Entity
from communique.knowledge.gazetteer import Gazetteer
from communique.knowledge.tokens import Part, Token, tokens_of
from communique.record import Span

_FIELDED = frozenset(
    {"president", "chair", "leader", "secretary", "minister", "director", "commander", "prosecutor", "secretary_general"}
)
_THE_STATE_ITSELF = frozenset({"republic", "state"})  # "President of the Republic" is no president of a body
_SENDERS = frozenset({"ambassador", "envoy", "permanent_representative", "consul", "charge_d_affaires"})
_OF, _TOWARD = frozenset({"of"}), frozenset({"to", "in", "at", "for"})
_PLACED = _SENDERS | {"governor", "mayor", "commissioner", "cleric"}


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the phrase words it. `span` is of the phrase; `field` the folded words of a minister's or body's field.

    `office_class` and `sense` are those of `titles.csv`; a deputy's begin with `deputy_`; an office of a body that is named
    by its field only ("Head of the Customs Service") has the class `other`.
    """

    title: str
    office_class: str
    sense: str
    span: Span
    field: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Designation:
    """The parts of a phrase. Spans are of the phrase. `name` is the personal name without honorifics, None where it has none.

    `state` is ISO 3166-1 alpha-3 of the state the office belongs to, `organization` the body named with it; `modifiers` are
    folded words such as `visiting`, `former`, `elect`; `entities` all states and bodies named, in order; `unread` the words
    that none of this explains.
    """

    text: str
    name: str | None = None
    name_span: Span | None = None
    honorifics: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    state: str | None = None
    organization: Entity | None = None
    modifiers: tuple[str, ...] = ()
    gender: str | None = None
    entities: tuple[Entity, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def former(self) -> bool:
        """Whether the phrase says that the office is no longer held."""
        return any(modifiers().get(m) == "former" for m in self.modifiers)


def parse_designation(text: str, gazetteer: Gazetteer) -> Designation:
    """The parts of a noun phrase that names somebody by office, name or both; never fails, unread words are kept."""
    tokens = tokens_of(text, gazetteer.find_names(text))
    _mark_place(tokens)
    run = _name_run(tokens)
    offices = _offices(text, tokens)
    organization = next(
        (t.match.entity for t in tokens if t.match and t.match.entity.kind in ("organization", "organ", "group")), None
    )
    return Designation(
        text=text,
        name=text[run[0].start : run[-1].end] if run else None,
        name_span=Span(run[0].start, run[-1].end) if run else None,
        honorifics=_honorifics(text, tokens),
        offices=offices,
        state=_state(tokens, offices, organization),
        organization=organization,
        modifiers=tuple(t.key for t in tokens if t.part is Part.MODIFIER),
        gender=_gender(tokens),
        entities=tuple(dict.fromkeys(t.match.entity for t in tokens if t.match)),
        unread=tuple(t.text for t in tokens if t.part is Part.OTHER or (t.part is Part.NAME and t not in run)),
    )


def _mark_place(tokens: list[Token]) -> None:
    """ "Mayor of London Sadiq Khan": one name after "of" is the place."""
    for at, token in enumerate(tokens[:-2]):
        if (
            token.title
            and token.title.sense in _PLACED
            and tokens[at + 1].part is Part.LINK
            and tokens[at + 2].part is Part.NAME
        ):
            tokens[at + 2].part = Part.PLACE


def _name_run(tokens: list[Token]) -> list[Token]:
    """The words of the personal name: the run after an honorific, else after an office, else the first."""
    runs: list[tuple[int, list[Token]]] = []
    for at, token in enumerate(tokens):
        if token.part is not Part.NAME:
            continue
        before = tokens[at - 1].part if at else Part.STOP
        if before is Part.NAME:
            runs[-1][1].append(token)
        else:
            runs.append(
                ({Part.HONORIFIC: 0, Part.TITLE: 1, Part.NOUN: 1, Part.ENTITY: 1, Part.PLACE: 1}.get(before, 2), [token])
            )
    return min(runs, key=lambda r: r[0])[1] if runs else []


def _groups(tokens: list[Token]) -> list[tuple[int, int, Title]]:
    """Stretches of words that form one title each."""
    found: list[tuple[int, int, Title]] = []
    for at, token in enumerate(tokens):
        if token.title is None:
            continue
        if found and found[-1][1] == at and found[-1][2] is token.title:
            found[-1] = (found[-1][0], at + 1, token.title)
        else:
            found.append((at, at + 1, token.title))
    return found


def _offices(text: str, tokens: list[Token]) -> tuple[Office, ...]:
    return tuple(_office(text, tokens, start, end, title) for start, end, title in _groups(tokens))


def _office(text: str, tokens: list[Token], start: int, end: int, title: Title) -> Office:
    first, last = start, end
    while first and tokens[first - 1].part is Part.NOUN:
        first -= 1
    ahead = last
    while ahead < len(tokens) and tokens[ahead].part in (Part.NOUN, Part.LINK):
        ahead += 1
        if tokens[ahead - 1].part is Part.NOUN:
            last = ahead
    field = frozenset(t.key for t in tokens[first:last] if t.part is Part.NOUN) - _THE_STATE_ITSELF
    office_class, sense = title.office_class, title.sense
    if field and sense in _FIELDED and sense != "minister":
        office_class, sense = ("military_chief" if sense == "commander" else "other"), f"{sense}_of"
    if first and tokens[first - 1].part is Part.MODIFIER and modifiers()[tokens[first - 1].key] == "deputy":
        office_class, sense, first = f"deputy_{office_class}", f"deputy_{sense}", first - 1
    span = Span(tokens[first].start, tokens[last - 1].end)
    return Office(span.of(text), office_class, sense, span, field)


def _state(tokens: list[Token], offices: tuple[Office, ...], organization: Entity | None) -> str | None:
    """The state an office belongs to: the one after "of", else the first; an envoy's is never the one he is sent to."""
    states = [(at, t.match.entity.state) for at, t in enumerate(tokens) if t.match and t.match.entity.kind == "state"]
    if any(o.sense in _SENDERS for o in offices):
        chosen = [state for at, state in states if not _behind(tokens, at, _TOWARD)]
    else:
        chosen = [state for at, state in states if _behind(tokens, at, _OF)] or [state for _, state in states]
    titled = next((t.title.state for t in tokens if t.title and t.title.state), None)
    return (chosen[0] if chosen else None) or titled or (organization.state if organization else None)


def _behind(tokens: list[Token], at: int, words: frozenset[str]) -> bool:
    before = [t.key for t in tokens[max(0, at - 2) : at] if t.key != "the"]
    return bool(before) and before[-1] in words


def _honorifics(text: str, tokens: list[Token]) -> tuple[str, ...]:
    found: list[tuple[Token, Token]] = []
    for at, token in enumerate(tokens):
        if token.honorific is None:
            continue
        if found and at and tokens[at - 1] is found[-1][1] and tokens[at - 1].honorific is token.honorific:
            found[-1] = (found[-1][0], token)
        else:
            found.append((token, token))
    return tuple(text[a.start : b.end] for a, b in found)


def _gender(tokens: list[Token]) -> str | None:
    """What the honorifics and titles tell; None where they tell nothing, or both."""
    told = {g for t in tokens for g in (t.honorific and t.honorific.gender, t.title and t.title.gender) if g}
    return told.pop() if len(told) == 1 else None
