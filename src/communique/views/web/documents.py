"""Routes: the list of documents, and one document with its evidence."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response

from communique.record import Record
from communique.views.web.answers import Opened, PageNumber, answer, plain, sheet, window
from communique.views.web.marks import time_id
from communique.views.web.page import Page, document_page, quoted
from communique.views.web.rendering import html

router = APIRouter()


@router.get("/")
@router.get("/index.json")
def home(request: Request, archive: Opened, page: PageNumber = 1) -> Response:
    """What is in the archive, and its documents, newest first."""
    documents = sheet(page, archive.documents(*window(page)))
    return answer(request, "home.html", {"counts": archive.counts(), "documents": documents}, here="/")


@router.get("/documents/{document_id}.json")
def document_json(document_id: str, archive: Opened) -> Response:
    """A document's whole record, as `record.plain.to_plain` writes it."""
    return JSONResponse(plain(archive.record(document_id)))


@router.get("/documents/{document_id}")
def document(document_id: str, archive: Opened) -> Response:
    """A document's text with its evidence, and who says what beside each paragraph."""
    page = document_page(archive.record(document_id))
    headline = next((n for n, row in enumerate(page.rows) if row.kind == "title"), None)
    return html("document.html", page=page, headline=headline, kinds=_kinds(page.record), times=_times(page))


def _kinds(record: Record) -> list[tuple[str, str, int]]:
    """The kinds of fact this record has: the code, the label, how many."""
    every = [
        ("statement", "Statements", len(record.statements)),
        ("encounter", "Encounters", len(record.encounters)),
        ("commitment", "Commitments", len(record.commitments)),
        ("event", "Events", len(record.events)),
        ("date", "Dates", len(record.times)),
    ]
    return [kind for kind in every if kind[2]]


def _times(page: Page) -> list[tuple[str, str, object]]:
    """Each time mention with its id on the page and its words."""
    document = page.record.document
    return [(time_id(mention), quoted(document, [mention.span]), mention) for mention in page.record.times]
