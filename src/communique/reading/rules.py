"""Rules over quotation marks and trees: an engine of their own, and a part of the others, which bring better trees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from communique.reading.attribution import direct, indirect, labels
from communique.reading.attribution.according import according
from communique.reading.attribution.edges import Content
from communique.reading.attribution.frames import Frame, frames
from communique.reading.grammar import Grammar, by_rules
from communique.reading.predicates import predicates
from communique.reading.protocol import Attribution, Phrase, Predicate, Reading
from communique.reading.quotes import Quote, inserts, quote_type, quotes
from communique.reading.syntax import Syntax
from communique.reading.units import Unit, units
from communique.record import Block, Document, Span
from communique.record.documents import BlockKind
from communique.record.span import hull, trimmed
from communique.record.statements import QuoteType

_CAPITAL = re.compile(r"(?<=[\w,;:] )[A-ZÀ-Þ][\w’'.-]*\w")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b")
_FEW_MARKS = 2  # quotation marks in a text that reports speech in its own words
_NESTED = 0.7
_HEADLINE = 0.8  # a headline that only tells what was done ("X hails Y") repeats what the article says
_PHOTO = re.compile(r"(?i)(?:file )?(?:photo|picture|image|caption)s?\s*[:|]\s*")
_READ: tuple[BlockKind, ...] = ("title", "paragraph", "caption", "heading", "list_item")


@dataclass
class RuleEngine:
    """`name` is kept with every fact; a change of the rules changes its number."""

    name: str = "rules 1"

    def read(self, documents: Sequence[Document]) -> list[Reading]:
        return [RuleReader(d, self.name, capitals(d)).reading() for d in documents]


@dataclass
class RuleReader:
    """Reads one document; what it finds gathers in its lists. `names` are its `capitals`."""

    document: Document
    engine: str
    names: frozenset[str]
    grammar: Grammar = by_rules
    units: list[Unit] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    predicates: list[Predicate] = field(default_factory=list)
    attributions: list[Attribution] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    last: Attribution | None = None
    open_speech: bool = False
    monologue: Frame | None = None  # whose speech without marks is going on
    reported: bool = False  # whether the text reports speech in its own words only
    turn: labels.Label | None = None  # whose turn it is in a transcript
    pending: Frame | None = None  # a reporting clause with a colon that ends a paragraph: the next one is what it reports

    def __post_init__(self) -> None:
        text = _body(self.document)
        marks = sum(words.count(m) for words in text for m in '“”"«»„')
        self.reported = marks <= _FEW_MARKS and len(text) > 2

    def reading(self) -> Reading:
        text = self.document.text
        turns = {label.what.start: label for label in labels.turns(text, self.document.blocks_of("paragraph"))}
        for block in self.document.blocks_of(*_READ):
            label = next((turn for start, turn in turns.items() if start in block.span), None)
            if block.kind == "caption" or _PHOTO.match(text, block.span.start):
                for unit in self._units(_uncaptioned(text, block.span)):
                    self._grammar(unit)
            elif (
                block.kind == "title"
                and (label := labels.signed_headline(text, block) or labels.headline(text, block)) is not None
            ):
                self._labelled(label, block, 0.7)
            elif label is not None:
                self._labelled(label, block, 0.9)
                self.turn = label
            elif (
                self.turn is not None
                and block.kind == "paragraph"
                and len(turns) > 1
                and block.span.start > self.turn.what.start
            ):
                self._labelled(replace(self.turn, what=block.span), block, 0.85)
            else:
                self._block(block)
        return self._gathered()

    def _units(self, span: Span, found: Sequence[Quote] = (), proper: frozenset[str] | None = None) -> list[Unit]:
        return units(self.document.text, span, list(found), proper, self.grammar)

    def _labelled(self, label: labels.Label, block: Block, sure: float) -> None:
        for unit in self._units(block.span, proper=self.names if block.kind == "title" else None):
            self._grammar(unit)
        found = Attribution((label.who,), (label.colon,), (label.what,), "indirect", ":", block.span, confidence=sure)
        self.attributions.append(replace(found, quote_type="direct" if sure > 0.8 else self._type(found.content)))
        self.quotes += quotes(self.document.text, block.span.start, block.span.end)

    # ------------------------------------------------------------------ one paragraph
    def _block(self, block: Block) -> None:
        found = quotes(self.document.text, block.span.start, block.span.end)
        self.quotes += found
        if self._speaks_on(block, found):
            return
        before = len(self.attributions)
        previous: direct.Speech | None = None
        for unit in self._units(block.span, found, self.names if block.kind in ("title", "heading") else None):
            syntax = self._grammar(unit)
            if unit.quoted is None:
                count = len(self.attributions)
                previous = self._frame(syntax, previous, block, before)
                if len(self.attributions) == count > before and self.reported:
                    self._runs_on(syntax)
        self.pending = _introduces(self.units[-1], self.document.text, block) if self.units else None
        self.open_speech = bool(found) and not found[-1].closed

    def _speaks_on(self, block: Block, found: list[Quote]) -> bool:
        """ "The minister said:" and then paragraphs in the first person without marks: each is speech."""
        frame = self.pending or self.monologue
        words = block.span.of(self.document.text)
        speaks = frame is not None and block.kind == "paragraph" and not found and _FIRST_PERSON.search(words) is not None
        self.monologue = frame if speaks else None
        if not speaks or frame is None:
            return False
        for unit in self._units(block.span):
            self._grammar(unit)
        span = trimmed(self.document.text, block.span.start, block.span.end)
        self.pending = None
        self._add(replace(self._attribution(frame, (span or block.span,), 0.8, "direct", None), sentence=block.span))
        return True

    def _runs_on(self, syntax: Syntax) -> None:
        """In a readout without quotations speech goes on in the present: "X stressed that … . Arms sales run counter …"."""
        unit, last = syntax.unit, self.last
        tense = next((t for t in unit.tags if t in ("VBD", "VBZ", "VBP", "MD")), None)
        if (
            last is None
            or last.quote_type != "indirect"
            or tense in ("VBD", None)
            or "VBD" in unit.tags
            or unit.quotes
            or len(unit) < 6
        ):
            return
        start, end = syntax.trimmed(0, len(unit))
        self._add(
            Attribution(
                last.source, (), (syntax.span(start, end),), "indirect", "", syntax.sentence, inherited=True, confidence=0.5
            )
        )

    def _grammar(self, unit: Unit) -> Syntax:
        syntax = Syntax(unit)
        self.units.append(unit)
        self.predicates += predicates(syntax)
        self.phrases += _phrases(syntax)
        return syntax

    def _frame(self, syntax: Syntax, previous: direct.Speech | None, block: Block, before: int) -> direct.Speech | None:
        found = list(frames(syntax))
        used: set[int] = set()
        speech: direct.Speech | None = None
        for speech in direct.speeches(syntax, found):
            if speech.frame is not None:
                used.add(speech.frame.verb)
                self._add(self._direct(speech, speech.frame))
            elif (signed := direct.signature(self.document.text, speech.quotes[-1], block.span.end)) is not None:
                content = tuple(q.inner for q in speech.quotes)
                self._add(Attribution((signed,), (), content, "direct", "", syntax.sentence, confidence=0.85))
            elif self.pending is not None and len(self.attributions) == before:
                self._add(self._direct(speech, self.pending))
            else:
                self._carried(speech, continues=len(self.attributions) > before)
        floor = 0
        for frame in found:
            floor = self._indirect(frame, found, used, floor, block.kind)
        self._according(syntax)
        return speech or previous

    def _direct(self, speech: direct.Speech, frame: Frame) -> Attribution:
        content = tuple(q.inner for q in speech.quotes)
        return self._attribution(frame, content, speech.sure, "direct", None)

    def _carried(self, speech: direct.Speech, continues: bool) -> None:
        """A quotation without a reporting clause: the speech goes on, or the last speaker speaks again."""
        content = tuple(q.inner for q in speech.quotes)
        last = self.last
        if last is None or (not continues and not self.open_speech and last.quote_type == "indirect" and last.confidence < 0.5):
            return
        if continues and last.quote_type != "indirect" and self.attributions and self.attributions[-1] is last:
            merged = replace(last, content=(*last.content, *content), sentence=hull([last.sentence, speech.syntax.sentence]))
            self.attributions[-1] = self.last = merged
        else:
            sure = 0.75 if continues or self.open_speech else 0.6
            self._add(
                Attribution(last.source, (), content, "direct", "", speech.syntax.sentence, inherited=True, confidence=sure)
            )

    def _indirect(self, frame: Frame, found: Sequence[Frame], used: set[int], floor: int, kind: BlockKind) -> int:
        """Adds what a frame reports in its own words; gives back the first word that later content may begin with."""
        s = frame.syntax
        content = indirect.content(frame, found, floor)
        if (
            content is None
            or _leads_on(frame, content)
            or (kind in ("title", "heading") and content.sure < _HEADLINE)
            or (frame.verb in used and not _beside_quote(frame, content))
        ):
            return floor
        spans = tuple(s.span(a, b) for a, b in content.pieces)
        if any(spans[0] in piece for other in self.attributions for piece in other.content if other.lemma != ":"):
            if (
                frame.subject is not None
                and content.sure >= _NESTED
                and frame.cue.kind == "speech"
                and s.unit.heads[frame.subject] == frame.verb
            ):
                inner = self._attribution(frame, spans, content.sure * 0.8, None, content.cue_end)
                self.attributions.append(replace(inner, depth=1))
            return floor
        self._add(
            self._attribution(frame, spans, content.sure * (0.85 if frame.cue.kind != "speech" else 1.0), None, content.cue_end)
        )
        return max(floor, content.pieces[-1][1])

    def _attribution(
        self, frame: Frame, content: tuple[Span, ...], sure: float, kind: QuoteType | None, cue_end: int | None
    ) -> Attribution:
        s = frame.syntax
        start, end = frame.cue_words
        source: tuple[Span, ...] = ()
        if frame.subject is not None:
            source = _source(s, frame.subject)
        inherited = not source and self.last is not None
        if inherited and self.last is not None:
            source, sure = self.last.source, sure * 0.7
        addressee = (s.phrase(frame.addressee).span,) if frame.addressee is not None else ()
        return Attribution(
            source,
            (s.span(start, cue_end or end),),
            content,
            kind or self._type(content),
            frame.cue.lemma,
            s.sentence,
            addressee,
            inherited,
            sure,
        )

    def _according(self, syntax: Syntax) -> None:
        for cue, cue_end, start, end, content in according(syntax):
            spans = tuple(syntax.span(a, b) for a, b in content.pieces)
            self._add(
                Attribution(
                    (syntax.span(start, end),),
                    (syntax.span(cue, cue_end),),
                    spans,
                    self._type(spans),
                    "according to",
                    syntax.sentence,
                    confidence=content.sure,
                )
            )

    def _add(self, found: Attribution) -> None:
        self.attributions.append(found)
        self.last = found

    def _type(self, content: tuple[Span, ...]) -> QuoteType:
        """As `quote_type` has it; a single word in quotation marks quotes nobody."""
        return quote_type(content, [q.inner for q in self.quotes if len(q.inner.of(self.document.text).split()) > 1])

    # ------------------------------------------------------------------ all of it
    def _gathered(self) -> Reading:
        words = sorted((s, t, m) for u in self.units for s, t, m in zip(u.spans, u.tags, u.lemmas, strict=True))
        text, end = self.document.text, len(self.document.text)
        return Reading(
            engine=self.engine,
            tokens=tuple(s for s, _, _ in words),
            tags=tuple(t for _, t, _ in words),
            lemmas=tuple(m for _, _, m in words),
            sentences=tuple(u.sentence for u in self.units),
            phrases=tuple(sorted(self.phrases, key=lambda p: (p.span.start, p.span.end))),
            predicates=tuple(sorted(self.predicates, key=lambda p: (p.span.start, p.span.end))),
            attributions=tuple(sorted(self.attributions, key=lambda a: (a.content[0], a.cue))),
            quotes=tuple(q.outer for q in self.quotes),
            inserts=tuple(inserts(text, 0, end)),
        )


def _body(document: Document) -> list[str]:
    return [b.span.of(document.text) for b in document.blocks_of("paragraph", "caption", "list_item")]


def capitals(document: Document) -> frozenset[str]:
    """The words that the article itself, not its headlines, writes with a capital inside a sentence."""
    return frozenset(m[0] for words in _body(document) for m in _CAPITAL.finditer(words))


def _uncaptioned(text: str, span: Span) -> Span:
    """A caption without the word "Photo:"."""
    match = _PHOTO.match(text, span.start)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def _source(s: Syntax, subject: int) -> tuple[Span, ...]:
    """The words that name the source: one span, or one each where several people are joined by "and"."""
    members = s.joined(subject)
    if len(members) == 1:
        return (s.phrase(subject, loose=True).span,)
    return tuple(s.phrase(m).span for m in members)


def _introduces(unit: Unit, text: str, block: Block) -> Frame | None:
    if not block.span.of(text).rstrip().endswith(":") or unit.quoted is not None:
        return None
    found = list(frames(Syntax(unit)))
    return found[-1] if found else None


def _leads_on(frame: Frame, content: Content) -> bool:
    """ "Speaking ahead of the talks, the President said:": what is reported comes in the next paragraph."""
    s = frame.syntax
    before = content.pieces[-1][1] <= frame.verb or frame.cue.frames == {"quote"}
    return s.low(len(s.unit) - 1) == ":" and not s.unit.quotes and before


def _beside_quote(frame: Frame, content: Content) -> bool:
    """Whether a frame that introduces a quotation reports something of its own too: "X said A, “B.”"."""
    s = frame.syntax
    place = next((k for k, _ in s.unit.quotes if k > frame.verb), None)
    a, b = content.pieces[0]
    return place is not None and a > frame.verb and b <= place and b - a > 3 and any(a <= k < b for k in s.verbs)


def _phrases(syntax: Syntax) -> Iterator[Phrase]:
    """The noun phrases of a unit that can name somebody: with a proper noun, a pronoun, or standing as subject or object."""
    for i, tag in enumerate(syntax.unit.tags):
        if (
            tag[:2] in ("NN", "PR")
            and tag != "PRP$"
            and syntax.label(i) not in ("compound", "flat", "nmod:poss", "case", "amod", "det")
        ) or syntax.label(i) == "nmod:poss":
            yield syntax.phrase(i)
