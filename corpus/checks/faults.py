"""What is wrong with one document. Each rule yields plain sentences; the words quoted in them can be searched in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from corpus.annotation.model import ACTOR_KINDS, GENRES, Attribution, Document, Span
from corpus.annotation.naming import stands
from corpus.checks import dating, facts, quoting

Rule = Callable[[Document], Iterable[str]]


def faults(document: Document) -> list[str]:
    """Every fault of a document; none if it is sound by itself."""
    return [fault for rule in RULES for fault in rule(document)]


def head(document: Document) -> Iterator[str]:
    if document.genre not in GENRES:
        yield f"genre {document.genre!r} is none of {', '.join(GENRES)}"
    if not document.text.strip():
        yield "no text"
    if document.title and document.title not in document.text:
        yield f"the title is not in the text: {document.title!r}"
    if document.byline and document.byline not in document.text:
        yield f"the byline is not in the text: {document.byline!r}"
    if any(ord(c) < 32 and c != "\n" for c in document.text):
        yield "a control character in the text"


def actors(document: Document) -> Iterator[str]:
    keys = Counter(a.key for a in document.actors)
    yield from (f"two actors are called {key}" for key, n in keys.items() if n > 1)
    for name, owners in _owners(document).items():
        if len(owners) > 1:
            yield f"{name!r} is an alias of {' and '.join(sorted(owners))}; mark the mentions with {{n KEY:…}} instead"
    for actor in document.actors:
        if actor.kind not in ACTOR_KINDS:
            yield f"actor {actor.key}: kind {actor.kind!r} is none of {', '.join(ACTOR_KINDS)}"
        if actor.state and not facts.is_state(actor.state):
            yield f"actor {actor.key}: {actor.state!r} is no ISO 3166-1 alpha-3 code"
        if actor.kind == "state" and not actor.state:
            yield f"actor {actor.key}: a state without its code"
        for alias in actor.aliases:
            if not stands(alias, document.text):
                yield f"actor {actor.key}: alias {alias!r} is not in the text"


def _owners(document: Document) -> dict[str, set[str]]:
    owners: dict[str, set[str]] = {}
    for actor in document.actors:
        for name in (actor.name, *actor.aliases):
            owners.setdefault(name, set()).add(actor.key)
    return owners


def marks(document: Document) -> Iterator[str]:
    """Spans lie in the text, hold words, and can be nested."""
    spans = sorted(set(_spans(document)), key=lambda s: (s.start, -s.end))
    for span in spans:
        words = span.of(document.text)
        if not 0 <= span.start < span.end <= len(document.text):
            yield f"a span outside the text: {tuple(span)}"
        elif words != words.strip():
            yield f"a mark begins or ends with a blank: {_short(words)}"
    yield from (
        f"two marks cross: {_short(a.of(document.text))} and {_short(b.of(document.text))}" for a, b in _crossing(spans)
    )


def _spans(document: Document) -> Iterator[Span]:
    yield from (m.span for m in document.mentions)
    yield from (t.span for t in document.times)
    for made in document.attributions:
        yield from (*made.content, *made.cue, *made.source)


def _crossing(spans: list[Span]) -> Iterator[tuple[Span, Span]]:
    open_spans: list[Span] = []
    for span in spans:
        open_spans = [s for s in open_spans if s.end > span.start]
        yield from ((s, span) for s in open_spans if s.end < span.end)
        open_spans.append(span)


def attributions(document: Document) -> Iterator[str]:
    for made in document.attributions:
        name = f"attribution {made.key[1:]} ({_short(made.content[0].of(document.text))})" if made.content else made.key
        yield from (f"{name}: {fault}" for fault in (*facts.attribution_faults(made, document), *_apart(made)))
        yield from (f"{name}: {fault}" for fault in quoting.faults(made, document))
    yield from _doubles(document)


def _apart(made: Attribution) -> Iterator[str]:
    for role, spans in (("source", made.source), ("cue", made.cue)):
        if any(s.start < c.end and c.start < s.end for s in spans for c in made.content):
            yield f"its {role} stands inside its content, or holds it"


def _doubles(document: Document) -> Iterator[str]:
    seen = Counter((a.speakers, a.content) for a in document.attributions)
    for (_, content), n in seen.items():
        if n > 1:
            yield f"one content is attributed {n} times to the same speaker: {_short(content[0].of(document.text))}"


def encounters(document: Document) -> Iterator[str]:
    for met in document.encounters:
        yield from (f"encounter {met.key}: {fault}" for fault in facts.encounter_faults(met, document))
    yield from _repeated("encounter", (e.key for e in document.encounters))


def events(document: Document) -> Iterator[str]:
    for event in document.events:
        name = f"event {event.event_type} {', '.join(event.actors)} > {', '.join(event.recipients)}"
        yield from (f"{name}: {fault}" for fault in facts.event_faults(event, document))
    same = Counter((e.event_type, e.mode, e.actors, e.recipients, e.modality, e.date, e.evidence) for e in document.events)
    yield from (f"event {key[0]} is written twice" for key, n in same.items() if n > 1)


def commitments(document: Document) -> Iterator[str]:
    for made in document.commitments:
        yield from (f"commitment {made.key}: {fault}" for fault in facts.commitment_faults(made, document))
    yield from _repeated("commitment", (c.key for c in document.commitments))


def points(document: Document) -> Iterator[str]:
    keys = {a.key for a in document.attributions}
    for point in document.points:
        for key in point.attributions:
            if key not in keys:
                yield f"talking point {point.key}: there is no attribution {key[1:]}"


def negatives(document: Document) -> Iterator[str]:
    """A text that only looks like diplomacy holds none of its facts."""
    if document.genre == "lookalike" and (document.encounters or document.events or document.commitments):
        yield "a lookalike has no encounters, events or commitments"


def _repeated(what: str, keys: Iterable[str]) -> Iterator[str]:
    yield from (f"two {what}s are called {key}" for key, n in Counter(keys).items() if n > 1)


def _short(words: str) -> str:
    return repr(words if len(words) <= 50 else f"{words[:25]}…{words[-20:]}")


RULES: tuple[Rule, ...] = (
    head, actors, marks, dating.faults, attributions, encounters, events, commitments, points, negatives,
)  # fmt: skip
