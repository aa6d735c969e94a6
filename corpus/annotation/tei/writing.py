"""A document as a TEI file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from corpus.annotation.model import Actor, Commitment, Document, Encounter, Event, Span
from corpus.annotation.tei import inline
from corpus.annotation.tei.pointing import NS, XML_ID, Words, pointer, pointers

_LISTS = {"person": "listPerson", "unnamed": "listPerson", "place": "listPlace"}  # any other kind of actor is an org
_LICENSE = "CC0 1.0 Universal"


def write_tei(document: Document) -> bytes:
    """The canonical file of a document."""
    root = etree.Element(f"{{{NS}}}TEI", nsmap={None: NS})
    root.set(XML_ID, document.key)
    _write_header(root, document)
    standoff = etree.SubElement(root, f"{{{NS}}}standOff")
    _write_actors(standoff, document.actors)
    words = Words(document.text, {a.key: a for a in document.attributions})
    _write_list(standoff, "encounters", (_encounter_element(e, words) for e in document.encounters))
    _write_list(standoff, "events", (_event_element(e, words) for e in document.events))
    _write_list(standoff, "commitments", (_commitment_element(c, words) for c in document.commitments))
    if document.points:
        group = etree.SubElement(standoff, f"{{{NS}}}spanGrp", type="points")
        for point in document.points:
            etree.SubElement(group, f"{{{NS}}}span", ana=f"point:{point.key}", target=pointers(point.attributions))
    etree.indent(root, " ")
    shell = etree.tostring(root, encoding="unicode")
    body = f' <text>\n  <body>\n   <ab xml:space="preserve">{inline.write(document)}</ab>\n  </body>\n </text>\n'
    head, tail = shell.split(" <standOff", 1)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}{body} <standOff{tail}\n'.encode()


def _write_header(root: etree._Element, document: Document) -> None:
    header = etree.SubElement(root, f"{{{NS}}}teiHeader")
    file = etree.SubElement(header, f"{{{NS}}}fileDesc")
    _text(etree.SubElement(file, f"{{{NS}}}titleStmt"), "title", document.title or document.key)
    _text(etree.SubElement(file, f"{{{NS}}}publicationStmt"), "p", _LICENSE)
    bibl = etree.SubElement(etree.SubElement(file, f"{{{NS}}}sourceDesc"), f"{{{NS}}}bibl")
    for name, value in (("title", document.title), ("author", document.byline), ("publisher", document.outlet)):
        if value:
            _text(bibl, name, value)
    etree.SubElement(bibl, f"{{{NS}}}date", when=document.published)
    profile = etree.SubElement(etree.SubElement(header, f"{{{NS}}}profileDesc"), f"{{{NS}}}textClass")
    keywords = etree.SubElement(profile, f"{{{NS}}}keywords")
    terms = [("story", document.story), ("style", document.style), ("genre", document.genre)]
    for kind, value in (*terms, *(("trait", t) for t in document.traits)):
        _text(keywords, "term", value).set("type", kind)


def _write_actors(standoff: etree._Element, actors: tuple[Actor, ...]) -> None:
    for name in ("listPerson", "listOrg", "listPlace"):
        mine = [a for a in actors if _LISTS.get(a.kind, "listOrg") == name]
        if mine:
            part = etree.SubElement(standoff, f"{{{NS}}}{name}")
            for actor in mine:
                _actor_element(part, actor, name.removeprefix("list").lower())


def _actor_element(part: etree._Element, actor: Actor, what: str) -> None:
    element = etree.SubElement(part, f"{{{NS}}}{what}")
    element.set(XML_ID, actor.key)
    if what == "org":
        element.set("type", actor.kind)
    elif actor.kind == "unnamed":
        element.set("role", "unnamed")
    tag = {"person": "persName", "org": "orgName", "place": "placeName"}[what]
    _text(element, tag, actor.name)
    for alias in actor.aliases:
        _text(element, tag, alias).set("type", "alias")
    if actor.office:
        _text(element, "occupation", actor.office)
    if actor.state:
        etree.SubElement(element, f"{{{NS}}}{'nationality' if what == 'person' else 'country'}", key=actor.state)


def _write_list(standoff: etree._Element, kind: str, elements: Iterator[etree._Element]) -> None:
    made = list(elements)
    if made:
        etree.SubElement(standoff, f"{{{NS}}}listEvent", type=kind).extend(made)


def _encounter_element(met: Encounter, words: Words) -> etree._Element:
    e = _fact(met.kind, [met.status], met.key, met.optional)
    _set_when(e, "when", met.date)
    if met.story:
        e.set("corresp", f"story:{met.story}")
    _quote(e, words, met.evidence, None)
    if met.place or met.host:
        where = etree.SubElement(e, f"{{{NS}}}desc", type="where")
        if met.place:
            _text(where, "placeName", met.place)
        if met.host:
            etree.SubElement(where, f"{{{NS}}}country", key=met.host)
    _point(e, "participant", met.participants)
    return e


def _event_element(event: Event, words: Words) -> etree._Element:
    e = _fact(event.event_type, [event.modality, *(["mutual"] if event.mutual else [])], None, event.optional)
    if event.mode:
        e.set("subtype", event.mode)
    _set_when(e, "when", event.date)
    _quote(e, words, event.evidence, event.asserted)
    _point(e, "actor", event.actors)
    _point(e, "recipient", event.recipients)
    return e


def _commitment_element(made: Commitment, words: Words) -> etree._Element:
    e = _fact("commitment", [made.status], made.key, made.optional)
    _set_when(e, "notAfter", made.deadline)
    if made.follows:
        e.set("corresp", ".xml#".join(made.follows.rsplit(".", 1)))
    _text(e, "desc", made.action).set("type", "action")
    _quote(e, words, made.evidence, made.asserted)
    _point(e, "by", made.by)
    _point(e, "to", made.to)
    return e


def _fact(kind: str, analysis: list[str], key: str | None, optional: bool) -> etree._Element:
    e = etree.Element(f"{{{NS}}}event", type=kind, ana=pointers(analysis))
    if key:
        e.set(XML_ID, key)
    if optional:
        e.set("cert", "low")
    return e


def _set_when(e: etree._Element, name: str, value: str | None) -> None:
    if value:
        e.set(name if inline.is_plain(value) else f"{name}-custom", value)


def _quote(e: etree._Element, words: Words, evidence: Span, asserted: str | None) -> None:
    """The words of the evidence; left out where they are those of the attribution that tells the fact."""
    if asserted:
        e.set("source", f"#{asserted}")
    if not words.told_by(asserted, evidence):
        quoted, number = words.quote(evidence)
        quote = _text(etree.SubElement(e, f"{{{NS}}}desc"), "quote", quoted)
        if number > 1:
            quote.set("n", str(number))


def _point(e: etree._Element, kind: str, targets: Iterable[str]) -> None:
    made = " ".join(pointer(t) for t in targets)
    if made:
        etree.SubElement(e, f"{{{NS}}}ptr", type=kind, target=made)


def _text(parent: etree._Element, name: str, value: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{NS}}}{name}")
    element.text = value
    return element
