"""An invented readout and its record, made by hand; also many like it, all different."""

from __future__ import annotations

from communique.record import (
    Actor,
    Block,
    Commitment,
    DateValue,
    Document,
    Encounter,
    Event,
    Evidence,
    Occupancy,
    OffsetMap,
    Position,
    Record,
    Span,
    Statement,
    TimeMention,
)
from communique.record.ids import digest, document_id, fact_id

HEAD = "Ruritania and Syldavia to reopen the ferry line\n\n"
BODY = (
    "Foreign Minister Anna Lindqvist received her Syldavian counterpart Ottokar Wenzel in Strelsau on Monday. "
    "“The ferry [line] will sail again,” Lindqvist told Wenzel, “and no later than June.” "
    "Wenzel thanked the café owners of Strelsau and vowed to send two ships by 1 June 2024.\n\n"
    "Talks on fishing rights are planned for May in Klow."
)
ENGINE = "by hand 1"


def invented(number: int = 0, *, outlet: str = "Strelsau Courier", day: str = "2024-03-12", engine: str = ENGINE) -> Record:
    """The record of the invented readout; another number, outlet or day gives another document."""
    text = HEAD + BODY + (f"\n\nNotice no. {number}." if number else "")
    document = _document(text, number, outlet, day)
    actors = _actors(text)
    minister, guest, ruritania, syldavia = (actor.id for actor in actors)
    proof = _Proof(document)
    statements = (
        Statement(
            id=proof.id("s", "The ferry [line] will sail again"),
            speakers=(minister,),
            speaker_spans=proof.spans("Lindqvist", after="again"),
            cue_spans=proof.spans("told"),
            content=proof.spans("The ferry [line] will sail again") + proof.spans("and no later than June"),
            quote_type="direct",
            act="promise",
            evidence=proof("The ferry [line] will sail again", "and no later than June"),
            addressees=(guest,),
            addressee_spans=proof.spans("Wenzel", after="told"),
            inserts=proof.spans("[line]"),
        ),
        Statement(
            id=proof.id("s", "the café owners of Strelsau"),
            speakers=(guest,),
            speaker_spans=proof.spans("Wenzel", after="June.”"),
            cue_spans=proof.spans("thanked"),
            content=proof.spans("the café owners of Strelsau"),
            quote_type="indirect",
            act="thank",
            evidence=proof("the café owners of Strelsau", confidence=0.75),
            inherited=True,
            nature="belief",
        ),
    )
    received = "received her Syldavian counterpart Ottokar Wenzel in Strelsau on Monday"
    talks = "Talks on fishing rights are planned for May in Klow"
    encounters = (
        Encounter(
            id=proof.id("e", received),
            kind="meeting",
            participants=(minister, guest),
            status="occurred",
            evidence=proof(received),
            host="RUR",
            place="Strelsau",
            date=DateValue("2024-03-11"),
        ),
        Encounter(proof.id("e", talks), "meeting", (ruritania, syldavia), "planned", proof(talks), date=DateValue("2024-05")),
    )
    event = Event(
        id=proof.id("v", received),
        event_type="CONSULT",
        actors=(guest, syldavia),
        recipients=(ruritania,),
        modality="happened",
        evidence=proof(received),
        mode="visit",
        contexts=("diplomatic",),
        date=DateValue("2024-03-11"),
    )
    commitment = Commitment(
        id=proof.id("c", "send two ships by 1 June 2024"),
        promisors=(guest,),
        promisees=(ruritania,),
        action="send two ships",
        status="announced",
        evidence=proof("vowed to send two ships by 1 June 2024"),
        deadline=DateValue("2024-06-01"),
    )
    times = (
        TimeMention(proof.spans("Monday")[0], DateValue("2024-03-11"), False, 0.9),
        TimeMention(proof.spans("by 1 June 2024")[0], DateValue("2024-06-01"), True, 1.0),
        TimeMention(proof.spans("no later than June")[0], None, True, 0.4),
    )
    return Record(document, engine, True, actors, statements, encounters, (event,), (commitment,), times)


def raw_of(record: Record) -> bytes:
    """The bytes the invented file would have: the text behind a byte-order mark."""
    return b"\xef\xbb\xbf" + record.document.text.encode()


def find(text: str, words: str, after: str = "") -> Span:
    start = text.index(words, text.index(after) + len(after))
    return Span(start, start + len(words))


def _document(text: str, number: int, outlet: str, day: str) -> Document:
    return Document(
        id=document_id(text, outlet, day),
        text=text,
        blocks=(
            Block(Span(0, len(HEAD) - 2), "title"),
            Block(Span(len(HEAD), len(HEAD) + len(BODY)), "paragraph"),
        ),
        origin=OffsetMap(((0, len(text), 1, len(text) + 1),)),
        source=f"ferry-{number}.txt",
        media_type="text/plain",
        sha256=digest(text) * 4,
        title=HEAD.strip(),
        byline="By our own reporter",
        outlet=outlet,
        url=f"https://courier.example/ferry/{number}",
        published=DateValue(day),
        published_from="metadata",
        language="en",
    )


def _actors(text: str) -> tuple[Actor, ...]:
    office = Occupancy(Position("Foreign Minister of Ruritania", "RUR", "foreign_minister"), "assumed", "2024-01-01")
    return (
        Actor(
            id="wd:Q900000001",
            name="Anna Lindqvist",
            kind="person",
            state="RUR",
            wikidata="Q900000001",
            occupancy=office,
            mentions=(find(text, "Foreign Minister Anna Lindqvist"), find(text, "Lindqvist", after="again")),
            aliases=("Foreign Minister Anna Lindqvist", "Lindqvist"),
        ),
        Actor(
            id="wd:Q900000002",
            name="Ottokar Wenzel",
            kind="person",
            state="SYL",
            mentions=(find(text, "Ottokar Wenzel"),),
            aliases=("Wenzel", "her Syldavian counterpart"),
            confidence=0.8,
        ),
        Actor(
            "state:RUR", "Ruritania", "state", "RUR", mentions=(find(text, "Ruritania"), find(text, "Strelsau", after="of "))
        ),
        Actor("state:SYL", "Syldavia", "state", "SYL", mentions=(find(text, "Syldavia"),), aliases=("Kingdom of Syldavia",)),
    )


class _Proof:
    """Evidence by words of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document

    def __call__(self, *words: str, confidence: float = 1.0) -> Evidence:
        spans = tuple(find(self.document.text, w) for w in words)
        return Evidence(self.document.id, spans, spans[0], confidence)

    def spans(self, words: str, after: str = "") -> tuple[Span, ...]:
        return (find(self.document.text, words, after),)

    def id(self, prefix: str, words: str) -> str:
        return fact_id(prefix, self.document.id, (find(self.document.text, words),), prefix)
