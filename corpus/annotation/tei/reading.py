"""A TEI file as a document."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lxml import etree

from corpus.annotation.model import Actor, Commitment, Document, Encounter, Event, Point
from corpus.annotation.tei import marks
from corpus.annotation.tei.pointing import NS, XML_ID, Words, keys

_SCHEMA = Path(__file__).resolve().parents[2] / "schema.rng"


class TeiError(Exception):
    """A file that is not the TEI of this corpus; says where and why."""


@cache
def _schema() -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(_SCHEMA))


def read_tei(data: bytes, name: str) -> Document:
    """The document in a file's bytes; TeiError names the line where they are not well-formed or not our subset."""
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))
    except etree.XMLSyntaxError as error:
        raise TeiError(f"{name}: {error}") from None
    if not _schema().validate(root):
        fault = _schema().error_log.last_error
        raise TeiError(f"{name}: line {fault.line}: {fault.message}" if fault else f"{name}: not our TEI")
    try:
        return _document(root)
    except (KeyError, ValueError) as error:
        raise TeiError(f"{name}: {error}") from None


def _document(root: etree._Element) -> Document:
    header, standoff = root[0], root.find(f"{{{NS}}}standOff")
    terms = [(str(t.get("type")), t.text or "") for t in header.iter(f"{{{NS}}}term")]
    bibl = next(header.iter(f"{{{NS}}}bibl"))
    marked = marks.read(next(root.iter(f"{{{NS}}}ab")))
    words = Words(marked.text, {a.key: a for a in marked.attributions})
    date = bibl.find(f"{{{NS}}}date")
    assert date is not None and standoff is not None
    facts = {str(part.get("type")): list(part) for part in standoff if part.get("type")}
    return Document(
        key=str(root.get(XML_ID)),
        story=dict(terms)["story"],
        style=dict(terms)["style"],
        genre=dict(terms)["genre"],
        outlet=_child(bibl, "publisher"),
        published=str(date.get("when")),
        title=_child(bibl, "title"),
        byline=_child(bibl, "author"),
        traits=tuple(value for kind, value in terms if kind == "trait"),
        text=marked.text,
        actors=tuple(
            _actor(e) for name in ("listPerson", "listOrg", "listPlace") for e in standoff.iterfind(f"{{{NS}}}{name}/*")
        ),
        mentions=marked.mentions,
        times=marked.times,
        attributions=marked.attributions,
        encounters=tuple(_encounter(e, words) for e in facts.get("encounters", [])),
        events=tuple(_event(e, words) for e in facts.get("events", [])),
        commitments=tuple(_commitment(e, words) for e in facts.get("commitments", [])),
        points=tuple(Point(str(e.get("ana")).removeprefix("point:"), keys(e.get("target"))) for e in facts.get("points", [])),
    )


def _actor(element: etree._Element) -> Actor:
    kind = {"person": element.get("role") or "person", "place": "place"}.get(etree.QName(element).localname) or element.get(
        "type"
    )
    names = [e for e in element if etree.QName(e).localname in ("persName", "orgName", "placeName")]
    state = next((e.get("key") for e in element if etree.QName(e).localname in ("nationality", "country")), None)
    aliases = tuple(e.text or "" for e in names[1:])
    return Actor(str(element.get(XML_ID)), str(kind), names[0].text or "", state, _child(element, "occupation"), aliases)


def _encounter(e: etree._Element, words: Words) -> Encounter:
    host = e.find(f"{{{NS}}}desc/{{{NS}}}country")
    place = e.find(f"{{{NS}}}desc/{{{NS}}}placeName")
    story = (e.get("corresp") or "").removeprefix("story:") or None
    evidence, _ = words.evidence(e.find(f"{{{NS}}}desc/{{{NS}}}quote"), e.get("source"))
    return Encounter(
        str(e.get(XML_ID)), str(e.get("type")), _targets(e, "participant"), keys(e.get("ana"))[0], evidence,
        None if host is None else host.get("key"), None if place is None else place.text, _when(e, "when"), story, _doubtful(e),
    )  # fmt: skip


def _event(e: etree._Element, words: Words) -> Event:
    evidence, asserted = words.evidence(e.find(f"{{{NS}}}desc/{{{NS}}}quote"), e.get("source"))
    modality, *rest = keys(e.get("ana"))
    return Event(
        str(e.get("type")), e.get("subtype"), _targets(e, "actor"), _targets(e, "recipient"), modality, evidence,
        _when(e, "when"), "mutual" in rest, asserted, _doubtful(e),
    )  # fmt: skip


def _commitment(e: etree._Element, words: Words) -> Commitment:
    evidence, asserted = words.evidence(e.find(f"{{{NS}}}desc/{{{NS}}}quote"), e.get("source"))
    action = next(d.text or "" for d in e.iterfind(f"{{{NS}}}desc") if d.get("type") == "action")
    follows = (e.get("corresp") or "").replace(".xml#", ".") or None
    return Commitment(
        str(e.get(XML_ID)), _targets(e, "by"), _targets(e, "to"), action, keys(e.get("ana"))[0], evidence,
        _when(e, "notAfter"), asserted, follows, _doubtful(e),
    )  # fmt: skip


def _child(element: etree._Element, name: str) -> str | None:
    found = element.find(f"{{{NS}}}{name}")
    return None if found is None else found.text


def _targets(e: etree._Element, kind: str) -> tuple[str, ...]:
    return tuple(k for p in e.iterfind(f"{{{NS}}}ptr") if p.get("type") == kind for k in keys(p.get("target")))


def _when(e: etree._Element, name: str) -> str | None:
    return e.get(name) or e.get(f"{name}-custom")


def _doubtful(e: etree._Element) -> bool:
    return e.get("cert") == "low"
