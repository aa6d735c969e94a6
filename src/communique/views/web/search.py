"""Route: search over statements and documents."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import Response

from communique.errors import QueryError
from communique.store.rows import Hit
from communique.views.web.answers import Opened, PageNumber, answer, sheet, window

router = APIRouter()


@router.get("/search")
@router.get("/search.json")
def search(request: Request, archive: Opened, q: str = "", page: PageNumber = 1) -> Response:
    """Facts and documents that a query finds; a query that can't be understood is told so beside its own words."""
    limit, offset = window(page)
    fault: str | None = None
    hits: list[Hit] = []
    try:
        hits = archive.search(q, limit=limit, offset=offset) if q.strip() else []
    except QueryError as error:
        fault = str(error)
    data: dict[str, object] = {"query": q, "error": fault} if fault else {"query": q, "hits": sheet(page, hits)}
    return answer(request, "search.html", data, 400 if fault else 200, fault=fault, sheet_shown=sheet(page, hits))
