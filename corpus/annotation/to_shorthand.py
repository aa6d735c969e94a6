"""A document as people type it: the way back from TEI, for mending what `python -m corpus.add` then takes in again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.annotation import evidence
from corpus.annotation.model import Attribution, Commitment, Document, Encounter, Event, Span
from corpus.annotation.naming import mentions

_QUOTES = {"direct": '"', "mixed": "~", "indirect": ""}
_RANK = "csqdpn"  # of two marks with the same span the first holds the second


def to_shorthand(document: Document) -> str:
    """The document in shorthand; reading that gives the same document."""
    blocks = {
        "actors": [_line(a.key, a.kind, a.state, a.name, a.office, "; ".join(a.aliases)) for a in document.actors],
        "text": ["<<<", marked(document).removesuffix("\n"), ">>>"],
        "encounters": [_encounter(e, document.text) for e in document.encounters],
        "events": [_event(e, document.text) for e in document.events],
        "commitments": [_commitment(c, document.text) for c in document.commitments],
        "points": [f"{p.key} | {' '.join('#' + k[1:] for k in p.attributions)}" for p in document.points],
    }
    parts = ["\n".join(_head(document))] + ["\n".join([name, *lines]) for name, lines in blocks.items() if lines]
    return "\n\n".join(parts) + "\n"


def _head(document: Document) -> Iterator[str]:
    given = "" if any(t.published for t in document.times) else " given"
    yield f"= {document.key}"
    yield from (f"{name}: {getattr(document, name)}" for name in ("story", "style", "genre"))
    yield from (f"{name}: {value}" for name in ("outlet", "title", "byline") if (value := getattr(document, name)))
    yield f"published: {document.published}{given}"
    if document.traits:
        yield f"traits: {', '.join(document.traits)}"


# ------------------------------------------------------------------ the text
def marked(document: Document) -> str:
    """The text with its marks in braces."""
    text, out, at = document.text, list[str](), 0
    open_ends: list[int] = []
    for span, head in sorted(_marks(document), key=lambda m: (m[0].start, -m[0].end, _RANK.index(m[1][0]), m[1])):
        while open_ends and open_ends[-1] <= span.start:
            out += [text[at : open_ends[-1]], "}"]
            at = open_ends.pop()
        out += [text[at : span.start], f"{{{head}:"]
        at = span.start
        open_ends.append(span.end)
    for end in reversed(open_ends):
        out += [text[at:end], "}"]
        at = end
    return "".join((*out, text[at:]))


def _marks(document: Document) -> Iterator[tuple[Span, str]]:
    served: dict[tuple[str, Span], list[str]] = {}
    for made in document.attributions:
        yield made.content[0], f"c{made.key[1:]}{_QUOTES[made.quote_type]} {_who(made)}"
        yield from ((part, f"c{made.key[1:]}") for part in made.content[1:])
        for letter, spans in (("s", made.source), ("q", made.cue)):
            for span in spans:
                served.setdefault((letter, span), []).append(made.key[1:])
    yield from ((span, f"{letter}{','.join(sorted(numbers, key=int))}") for (letter, span), numbers in served.items())
    yield from ((t.span, f"{'p' if t.published else 'd'} {t.value}") for t in document.times)
    yield from _names_by_hand(document, [span for _, span in served])


def _names_by_hand(document: Document, walls: Sequence[Span]) -> Iterator[tuple[Span, str]]:
    """The names that a machine does not find by the aliases."""
    every = [*walls, *(t.span for t in document.times), *(c for a in document.attributions for c in a.content)]
    found = set(mentions(document.text, document.actors, every))
    yield from ((m.span, f"n {m.actor}") for m in document.mentions if m not in found)


def _who(made: Attribution) -> str:
    who = "+".join(made.speakers) or "-"
    to = f">{'+'.join(made.addressees)}" if made.addressees else ""
    relay = f"@{'+'.join(made.relays)}" if made.relays else ""
    return f"{who}{to}{relay} {'/'.join(made.acts) or made.nature}{' ?' if made.optional else ''}"


# ------------------------------------------------------------------ the facts
def _encounter(met: Encounter, text: str) -> str:
    story = f"@{met.story}" if met.story else None
    fields = [met.key, met.kind, ", ".join(met.participants), met.host, met.place, met.date, met.status]
    return _line(*fields, evidence.say(text, met.evidence), *([story] if story else []), optional=met.optional)


def _event(event: Event, text: str) -> str:
    sides = (", ".join(event.actors), "<>" if event.mutual else ">", ", ".join(event.recipients) or "-")
    words = _told(event.asserted, event.evidence, text)
    what = " ".join(filter(None, (event.event_type, event.mode)))
    return _line(what, " ".join(sides), event.date, event.modality, words, optional=event.optional)


def _commitment(made: Commitment, text: str) -> str:
    follows = [f"^{made.follows}"] if made.follows else []
    sides = f"{', '.join(made.by)} > {', '.join(made.to) or '-'}"
    words = _told(made.asserted, made.evidence, text)
    return _line(made.key, sides, made.action, made.deadline, made.status, words, *follows, optional=made.optional)


def _told(asserted: str | None, span: Span, text: str) -> str:
    return f"#{asserted[1:]}" if asserted else evidence.say(text, span)


def _line(*fields: str | None, optional: bool = False) -> str:
    return " | ".join(f or "-" for f in fields) + (" ?" if optional else "")
