"""How varied the corpus is: for each thing a reader will meet, in how many documents it stands and how often."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from corpus.annotation.model import Actor, Attribution, Document
from corpus.tables import regions, styles

Labels = Callable[[Document], Iterable[str]]

_PRONOUNS = frozenset("he she they it we i you who both him her them his their one all some others someone".split())
_HONORIFIC = re.compile(
    r"\b(excellency|majesty|highness|eminence|holiness|beatitude|grace|honou?r|amir|emir|custodian|sheikh|ayatollah|imam|leader|"
    r"daw|dato|dr|mr|mrs|ms|sir|lady|lord)\b",
    re.I,
)
_SEVERAL = re.compile(r"\b(both|two|three|sides|leaders|ministers|governments|parties|they|and)\b", re.I)


class Row(NamedTuple):
    """A thing a reader will meet; `least` documents must have it."""

    layer: str
    what: str
    documents: int
    times: int
    least: int

    @property
    def holds(self) -> bool:
        return self.documents >= self.least


def breadth(documents: Sequence[Document]) -> list[Row]:
    """One row for each value of each layer, the wanted ones first, whether they occur or not."""
    return [row for layer, (labels, wanted, least) in LAYERS.items() for row in _rows(documents, layer, labels, wanted, least)]


def _rows(documents: Sequence[Document], layer: str, labels: Labels, wanted: Iterable[str], least: int) -> Iterator[Row]:
    found = [Counter(labels(d)) for d in documents]
    times = sum(found, Counter[str]())
    needed = list(wanted)
    for what in (*needed, *sorted(w for w in times if w not in needed)):
        yield Row(layer, what, sum(what in f for f in found), times[what], least if what in needed else 0)


# ------------------------------------------------------------------ layers
def _style(document: Document) -> Iterator[str]:
    yield document.style


def _quoting(document: Document) -> Iterator[str]:
    """The marks around quotations, and what is out of the ordinary about them."""
    for made in document.attributions:
        if made.quote_type == "direct":
            yield _mark_before(document.text, made)
            if sum("\n" in document.text[a.end : b.start] for a, b in zip(made.content, made.content[1:], strict=False)) or (
                "\n" in made.content[0].of(document.text)
            ):
                yield "several paragraphs"
            if re.search(r"[“”\"‘«]|(?<!\w)'", made.content[0].of(document.text)):
                yield "a quotation inside"
        if made.quote_type == "mixed":
            yield "words quoted inside reported speech"
    yield from ("never closed" for trait in document.traits if trait == "unclosed-quote")
    if "[" in document.text and "brackets" in document.traits:
        yield "words in brackets"


_MARKS = {"“": "“ ”", '"': '" "', "«": "« »", "„": "„ “", "‘": "‘ ’", "'": "' '", "``": "'' ''"}


def _mark_before(text: str, made: Attribution) -> str:
    before = text[: made.content[0].start].rstrip(" [(…")
    if before.endswith("''"):
        return "'' ''"
    return _MARKS.get(before[-1:], "no marks: label, dash or message")


def _speakers(document: Document) -> Iterator[str]:
    actors = {a.key: a for a in document.actors}
    for made in document.attributions:
        words = made.source[0].of(document.text) if made.source else ""
        yield _speaker(words, [actors[k] for k in made.speakers if k in actors])


def _speaker(words: str, who: list[Actor]) -> str:
    """How a speaker is named."""
    kind = who[0].kind if who else "nobody"
    if not words:
        return "not named in the sentence"
    if len(who) > 1 and _SEVERAL.search(words):
        return "several together"
    if words.lower() in _PRONOUNS:
        return "pronoun"
    if kind == "state":
        return "state by its name" if who[0].name.lower() in words.lower() else "capital or other name of a state"
    if kind in ("unnamed", "work"):
        return "unnamed person or group" if kind == "unnamed" else "document"
    if kind != "person":
        return {"organ": "organ", "group": "armed group"}.get(kind, "organization")
    return _person(words, who[0])


def _person(words: str, actor: Actor) -> str:
    if re.search(r"\bspokes|press secretary", words, re.I):
        return "spokesperson"
    if any(part in words for part in actor.name.split() if len(part) > 1):
        return "name"
    return "honorific" if _HONORIFIC.search(words) else "office or description"


def _regions(document: Document) -> Iterator[str]:
    yield from (regions()[a.state] for a in document.actors if a.kind == "person" and a.state in regions())


def _cues(document: Document) -> Iterator[str]:
    for made in document.attributions:
        first, last = made.content[0].start, made.content[-1].end
        if not made.cue:
            yield "absent"
        elif made.cue[0].end <= first:
            yield "before the content"
        else:
            yield "after the content" if made.cue[0].start >= last else "inside the content"


def _ways(document: Document) -> Iterator[str]:
    """Ways of speaking and of being."""
    spans = {a.key: a.content for a in document.attributions}
    for made in document.attributions:
        if any(k != made.key and _inside(made.content, s) for k, s in spans.items()):
            yield "speech inside speech"
        if made.relays:
            yield "relayed speech"
        if not made.cue and not made.source and made.quote_type == "indirect":
            yield "free indirect speech"
        if "reject" in made.acts[:1]:
            yield "denial or refusal"
        if len(made.content) > 1:
            yield "content in several parts"
    yield from (f"{event.modality} event" for event in document.events if event.modality != "happened")
    yield from ("a promise to be checked" for c in document.commitments if c.deadline)


def _inside(inner: Sequence[tuple[int, int]], outer: Sequence[tuple[int, int]]) -> bool:
    return all(any(o[0] <= i[0] and i[1] <= o[1] for o in outer) for i in inner) and tuple(inner) != tuple(outer)


def _lengths(document: Document) -> Iterator[str]:
    steps = (50, 120, 250, 500, 1000, 1500)
    low = next((a for a, b in zip((0, *steps), steps, strict=False) if document.words < b), steps[-1])
    high = next((b for b in steps if document.words < b), None)
    yield f"{low} to {high} words" if high else f"{low} words and more"


_SPEAKERS = (
    "name", "office or description", "honorific", "pronoun", "organ", "capital or other name of a state", "spokesperson",
    "unnamed person or group", "several together", "document", "organization", "not named in the sentence",
)  # fmt: skip
_WAYS = (
    "speech inside speech", "relayed speech", "free indirect speech", "denial or refusal", "content in several parts",
    "denied event", "hypothetical event", "historical event", "planned event", "promised event",
)  # fmt: skip
LAYERS: dict[str, tuple[Labels, Iterable[str], int]] = {
    "house style": (_style, tuple(styles()), 4),
    "quotations": (
        _quoting,
        ("“ ”", '" "', "' '", "‘ ’", "« »", "'' ''", "several paragraphs", "never closed", "a quotation inside",
         "words quoted inside reported speech", "words in brackets", "no marks: label, dash or message"),
        5,
    ),
    "speaker": (_speakers, _SPEAKERS, 20),
    "cue": (_cues, ("before the content", "inside the content", "after the content", "absent"), 100),
    "way of speaking": (_ways, _WAYS, 20),
    "people from": (_regions, sorted(set(regions().values()) - {"none"}), 5),
    "length": (_lengths, ("0 to 50 words", "50 to 120 words", "120 to 250 words", "250 to 500 words", "500 to 1000 words",
                          "1500 words and more"), 1),
}  # fmt: skip
