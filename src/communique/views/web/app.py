"""The application: routes, guards and error pages put together."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware

from communique.errors import CommuniqueError, QueryError, StoreError, UnknownIdError
from communique.views.web import documents, facts, search
from communique.views.web.rendering import html
from communique.views.web.security import HEADERS, LOOPBACK, SecurityHeaders

_STATUS: tuple[tuple[type[CommuniqueError], int], ...] = ((UnknownIdError, 404), (QueryError, 400), (StoreError, 503))


def create_app(archive_path: Path, hosts: Sequence[str] = LOOPBACK) -> FastAPI:
    """The web application over one archive; it only reads.

    Args:
        archive_path: the database; opened anew for each request, so that pages show what was added meanwhile.
        hosts: the values of the Host header that are answered. Any other is refused, as a page elsewhere could have
            its own name resolved to this machine (DNS rebinding).
    """
    # No interactive API page: it would load its scripts from another host.
    app = FastAPI(title="communique", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.archive_path = archive_path
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    app.add_middleware(SecurityHeaders)
    app.mount("/static", StaticFiles(directory=str(files("communique.views.web") / "static")), name="static")
    for room in (documents, facts, search):
        app.include_router(room.router)
    app.add_exception_handler(CommuniqueError, _refused)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _refused)
    app.add_exception_handler(Exception, _refused)
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """One clear line, as a page or as JSON, as the address asked."""
    status, line = _told(error)
    if request.url.path.endswith(".json"):
        return JSONResponse({"error": line}, status, headers=HEADERS)
    page = html("error.html", status, line=line, code=status)
    page.headers.update(HEADERS)  # the server's last resort stands outside the middleware
    return page


def _told(error: Exception) -> tuple[int, str]:
    if isinstance(error, CommuniqueError):
        return next((status for kind, status in _STATUS if isinstance(error, kind)), 500), str(error)
    if isinstance(error, RequestValidationError):
        fault = error.errors()[0]
        return 400, f"{fault['loc'][-1]}: {fault['msg']}; correct the address and try again"
    if isinstance(error, HTTPException):
        return error.status_code, {404: "There is no such page; start from the list of documents."}.get(
            error.status_code, str(error.detail)
        )
    return 500, "Something failed while this page was made; the terminal that serves it says more."
