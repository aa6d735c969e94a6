"""Statements: what a reading attributes, with the speaker resolved, the addressee and the speech act."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.scene import Scene
from communique.codebooks.cues import cues, source_nouns
from communique.extract.acts import act_of
from communique.reading.protocol import Attribution
from communique.record import Evidence, Span, Statement
from communique.record.ids import fact_id
from communique.record.span import hull
from communique.record.statements import Nature, SpeechAct

_OWN = frozenset({"i", "we"})
_SURE_ENOUGH = 0.3
_SECOND_HAND = 0.7  # what somebody reports somebody to have said
_PLAIN = 0.8  # a quotation, or a clause with "that": whoever says it, it was said


def statements(scene: Scene) -> tuple[Statement, ...]:
    """The statements of a document, in text order."""
    found = (statement(scene, a) for a in scene.reading.attributions)
    return tuple(s for s in found if s is not None)


def _without_comma(text: str, span: Span) -> Span:
    """The comma before a closing mark is the reporting sentence's, not the speaker's."""
    return Span(span.start, span.end - 1) if len(span) > 1 and text[span.end - 1] == "," else span


def statement(scene: Scene, found: Attribution) -> Statement | None:
    """One attribution as a statement; None where it is no statement of anybody's."""
    speakers = tuple(dict.fromkeys(i for s in found.source for i in scene.cast.who(s)))
    if not _counts(scene, found, speakers):
        return None
    text, document = scene.text, scene.document
    found = replace(found, content=tuple(_without_comma(text, s) for s in found.content))
    content = " ".join(s.of(text) for s in found.content)
    cue = " ".join(s.of(text) for s in found.cue)
    spans = (*found.source, *found.cue, *found.content) if not found.inherited else (*found.cue, *found.content)
    inserts = tuple(i for i in scene.reading.inserts if any(i in c for c in found.content))
    sure = found.confidence * min((scene.cast.actor(i).confidence for i in speakers), default=0.6)
    return Statement(
        id=fact_id("s", document.id, found.content, *speakers),
        speakers=speakers,
        speaker_spans=found.source,
        cue_spans=found.cue,
        content=found.content,
        quote_type=found.quote_type,
        act=_act(scene, found, speakers, cue, content),
        evidence=Evidence(document.id, tuple(sorted(spans)), hull([found.sentence, *found.content]), round(sure, 3)),
        addressees=tuple(dict.fromkeys(i for s in found.addressee for i in scene.cast.who(s) if i not in speakers)),
        addressee_spans=found.addressee,
        inserts=inserts,
        inherited=found.inherited,
        nature=_nature(found),
    )


def _act(scene: Scene, found: Attribution, speakers: tuple[str, ...], cue: str, content: str) -> SpeechAct:
    """By the words, which say most acts outright; where they only assert, as the engine sees it."""
    own, link = _own_names(scene, speakers), _link(scene, found)
    by_words = act_of(found.lemma, cue, content, own, link, found.quote_type == "direct")
    return found.act if by_words == "assert" and found.act else by_words


def _nature(found: Attribution) -> Nature:
    """As the engine sees it, or else by the cue."""
    row = cues().get(found.lemma)
    return found.nature if found.act or row is None else row.nature


def _link(scene: Scene, found: Attribution) -> str:
    """The words between a cue and the content after it: "for" in "called for …"."""
    if not found.cue or found.content[0].start < found.cue[-1].end:
        return ""
    return scene.text[found.cue[-1].end : found.content[0].start].strip(" ,:“\"'").lower()


def _counts(scene: Scene, found: Attribution, speakers: tuple[str, ...]) -> bool:
    """Whether an attribution counts: labels that name nobody do not, nor what nobody is there to say."""
    if found.confidence < _SURE_ENOUGH:
        return False
    named = any(scene.cast.actor(i).kind != "unknown" for i in speakers)
    if found.depth and not _adds(scene, found, speakers, named):
        return False
    if found.lemma == ":":
        return named or (len(scene.reading.attributions) > 1 and found.quote_type == "direct")
    if found.act:  # the engine saw it as reporting, not by its cue alone
        return True
    if named:
        return True
    if _nature(found) != "statement":
        return _can_speak(scene, found)
    return found.confidence >= _PLAIN or _can_speak(scene, found)


def _adds(scene: Scene, found: Attribution, speakers: tuple[str, ...], named: bool) -> bool:
    """Whether what stands inside another's content is somebody else's: the engine saw it, or the rules and who tells it is a
    mouthpiece."""
    if not found.act:
        return named and _told_by_others(scene, found, speakers)
    own = any(span.of(scene.text).lower() in _OWN for span in found.source)
    return found.confidence >= _SECOND_HAND and bool(found.source) and not own and not _tellers(scene, found) & set(speakers)


def _told_by_others(scene: Scene, found: Attribution, speakers: tuple[str, ...]) -> bool:
    """Whether who passes a statement on has nothing to say himself: an organ, a spokesperson, "officials", a document."""
    tellers = _tellers(scene, found)
    return not tellers & set(speakers) and all(_passes_on(scene, i) for i in tellers)


def _tellers(scene: Scene, found: Attribution) -> set[str]:
    """Who says the content that another attribution stands in."""
    outer = (a for a in scene.reading.attributions if not a.depth and any(found.content[0] in piece for piece in a.content))
    return {i for a in outer for s in a.source for i in scene.cast.who(s)}


def _passes_on(scene: Scene, actor_id: str) -> bool:
    actor = scene.cast.actor(actor_id)
    office = actor.occupancy.position.office_class if actor.occupancy else None
    return actor.kind != "person" or office == "spokesperson"


def _can_speak(scene: Scene, found: Attribution) -> bool:
    """Whether an unnamed source is people, a body or a document ("military analysts"), not a thing that "promises"."""
    words = (
        found.source[0].of(scene.text).split(",")[0].split(" who ")[0].split(" of ")[0].split(" in ")[0].lower().split()
        if found.source
        else []
    )
    head = words[-1].strip("”\"’'.") if words else ""
    known = source_nouns()
    return (
        head in known
        or head.removesuffix("s") in known
        or head.removesuffix("es") in known
        or head.endswith(("men", "women", "ies"))
        or (head[:-3] + "y") in known
    )


def _own_names(scene: Scene, speakers: tuple[str, ...]) -> frozenset[str]:
    """Folded names of the states the speakers speak for."""
    codes = {scene.cast.state_of(i) for i in speakers} - {None}
    out: set[str] = set()
    for code in codes:
        state = scene.register.state(code or "")
        out |= {state.name.lower(), (state.capital or "").lower(), state.within.lower().removeprefix("the ")}
    return frozenset(out - {""})
