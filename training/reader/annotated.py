"""Our corpus as samples: attributions, names, events; sentences as the rules end them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from communique.knowledge import Register
from communique.reading.net.labels import ACTS, EVENTS, MODALITIES, NATURES
from communique.reading.net.texts import Words
from corpus.annotation.files import load
from corpus.annotation.model import Actor, Attribution, Document
from corpus.tables import TEXTS, splits
from training.reader.named import label
from training.reader.samples import UNKNOWN, Frame, Sample

_KINDS = {
    "person": "person", "organ": "organization", "organization": "organization", "group": "organization", "place": "place",
    "state": "place",
}  # fmt: skip
Spans = Iterable[tuple[int, int]]
_PARTICLES = frozenset("to of for on over with against about at in as up out down off that by from into upon the a an".split())
_NAME_WORD = re.compile(r"[\w’'-]+")


def documents(split: str) -> Iterator[Sample]:
    """The documents of a part of the corpus."""
    yield from (sample(d) for d in load(TEXTS) if splits()[d.key] == split)


def sample(document: Document) -> Sample:
    words = Words(document.text)
    events, modalities = _events(document, words)
    return Sample(
        document.key, [words[i] for i in range(len(words))], words.gaps, ends=words.ends, names=_names(document, words),
        frames=[f for a in document.attributions if (f := _frame(a, words))], events=events, modalities=modalities,
    )  # fmt: skip


def _frame(made: Attribution, words: Words) -> Frame | None:
    act = ACTS.index(made.acts[0]) if made.acts else UNKNOWN
    return frame(words, made.cue, made.source, made.content, made.nature, act, made.optional)


def frame(
    words: Words, cue: Spans, source: Spans, content: Spans, nature: str = "statement", act: int = UNKNOWN,
    optional: bool = False,
) -> Frame | None:  # fmt: skip
    """An attribution in numbers of words; None where its content has none."""
    parts = [part for span in content if (part := words.of(*span))]
    if not parts:
        return None
    cue_words, content_words = words.of_all(cue), sorted({i for part in parts for i in part})
    number = 1 + NATURES.index(nature) + (0 if cue_words else len(NATURES))
    hangs = _anchor(cue_words, words) if cue_words else content_words[0]
    begins = [part[0] for part in parts]
    return Frame(hangs, number, act, cue_words, words.of_all(source), content_words, begins, optional)


def _anchor(cue: Sequence[int], words: Words) -> int:
    """The last word of a cue that is no particle and no mark: of "has called for" it is "called"."""
    full = [i for i in cue if words[i][0].isalnum() and words[i].lower() not in _PARTICLES]
    return full[-1] if full else cue[0]


def _names(document: Document, words: Words) -> list[int]:
    """Names as the corpus lists them, the longest last, so that it stays; lower-case descriptions are none.

    The corpus lists actors, not every place and person that is mentioned: a capital that it does not explain is unknown.
    """
    labels = [UNKNOWN if words[i][0].isupper() else 0 for i in range(len(words))]
    actors = {actor.key: actor for actor in document.actors}
    for mention in sorted(document.mentions, key=lambda m: m.span.end - m.span.start):
        covered, actor = words.of(*mention.span), actors[mention.actor]
        if covered and actor.kind in _KINDS and words[covered[0]][0].isupper():
            for part, kind in _parts(actor, covered, words):
                _put(labels, part, kind)
    for time in document.times:
        _put(labels, words.of(*time.span), "date")
    return labels


def _parts(actor: Actor, covered: range, words: Words) -> Iterator[tuple[range, str]]:
    """A title and a name ("Foreign Minister | Olha Bilyk"), or one of them; an adjective of a state is a nationality."""
    own = set(_NAME_WORD.findall(actor.name))
    named = [i for i in covered if words[i] in own]
    if actor.kind == "person":
        if named and named[0] > covered.start:
            yield range(covered.start, named[0]), "title"
        if named:
            yield range(named[0], covered.stop), "person"
        elif actor.office:
            yield covered, "title"
    elif actor.kind == "state" and _is_adjective(" ".join(words[i] for i in covered)):
        yield covered, "nationality"
    else:
        yield covered, _KINDS[actor.kind]


@cache
def _is_adjective(alias: str) -> bool:
    """Whether a name of a state is its adjective or what its people are called, not its name or its capital."""
    return any(match.form in ("adjective", "demonym") for match in Register.shipped().find_names(alias))


def _put(labels: list[int], covered: range, kind: str) -> None:
    for i in covered:
        labels[i] = label("B" if i == covered.start else "I", kind)


def _events(document: Document, words: Words) -> tuple[list[list[int]], list[int]]:
    """Of each word the event types that it is evidence of, and the modality; doubtful events are not known."""
    types, modalities = [[0] * len(EVENTS) for _ in range(len(words))], [UNKNOWN] * len(words)
    for event in document.events:
        for i in words.of(*event.evidence):
            types[i][EVENTS.index(event.event_type)] = UNKNOWN if event.optional else 1
            modalities[i] = MODALITIES.index(event.modality)
    return types, modalities
