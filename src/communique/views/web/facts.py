"""Routes: encounters, commitments and actors across documents, and the way from a fact's id to its words."""

from __future__ import annotations

from itertools import groupby
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from communique.errors import UnknownIdError
from communique.record import Encounter
from communique.record.actors import ActorKind
from communique.record.commitments import CommitmentStatus
from communique.record.encounters import EncounterStatus
from communique.views.web.answers import Opened, PageNumber, answer, sheet, window
from communique.views.web.page import document_page

router = APIRouter()


@router.get("/encounters")
@router.get("/encounters.json")
def encounters(request: Request, archive: Opened, page: PageNumber = 1, status: EncounterStatus | None = None) -> Response:
    """Who met whom, newest first."""
    limit, offset = window(page)
    rows = sheet(page, archive.encounters(status=status, limit=limit, offset=offset))
    return answer(request, "encounters.html", {"encounters": rows}, here="/encounters", status_shown=status)


@router.get("/encounters/{encounter_id}")
@router.get("/encounters/{encounter_id}.json")
def encounter(request: Request, encounter_id: str, archive: Opened) -> Response:
    """One encounter: who, where, when, and what its participants said, as one document tells it."""
    document_id, met = archive.fact(encounter_id)
    if not isinstance(met, Encounter):
        raise UnknownIdError(f"{encounter_id} is a fact of another kind; see /facts/{encounter_id}")
    page = document_page(archive.record(document_id), home=f"/documents/{quote(document_id)}")
    record, taking_part = page.record, set(met.participants)
    return answer(
        request,
        "encounter.html",
        {
            "document_id": document_id,
            "encounter": met,
            "participants": tuple(page.actors(met.participants)),
            "statements": tuple(s for s in record.statements if taking_part & {*s.speakers}),
            "commitments": tuple(c for c in record.commitments if taking_part & {*c.promisors}),
        },
        page=page,
        here="/encounters",
    )


@router.get("/commitments")
@router.get("/commitments.json")
def commitments(request: Request, archive: Opened, page: PageNumber = 1, status: CommitmentStatus | None = None) -> Response:
    """Who undertook what, newest first."""
    limit, offset = window(page)
    rows = sheet(page, archive.commitments(status=status, limit=limit, offset=offset))
    return answer(request, "commitments.html", {"commitments": rows}, here="/commitments", status_shown=status)


@router.get("/actors")
@router.get("/actors.json")
def actors(request: Request, archive: Opened, page: PageNumber = 1, kind: ActorKind | None = None) -> Response:
    """Everybody and everything the documents speak of."""
    limit, offset = window(page)
    rows = sheet(page, archive.actors(limit=limit, offset=offset, kind=kind))
    return answer(request, "actors.html", {"actors": rows}, here="/actors", kind_shown=kind)


@router.get("/actors/{actor_id}")
@router.get("/actors/{actor_id}.json")
def actor(request: Request, actor_id: str, archive: Opened) -> Response:
    """One actor: offices, names used, what it said."""
    profile = archive.actor(actor_id)
    said = [(source, list(rows)) for source, rows in groupby(profile.statements, key=lambda row: row.document)]
    return answer(request, "actor.html", {"profile": profile}, here="/actors", said=said)


@router.get("/facts/{beginning}")
def fact(beginning: str, archive: Opened) -> Response:
    """From an id, or enough of its beginning, to the words in the document."""
    found = archive.resolve(beginning)
    place = "" if found.section == "document" else f"#{quote(found.id)}"
    return RedirectResponse(f"/documents/{quote(found.document_id)}{place}", 303)
