"""What all routes share: an archive for the length of a request, and one answer as a page or as JSON."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request
from fastapi.responses import JSONResponse, Response

from communique.record.plain import Plain, to_plain
from communique.store import Archive
from communique.views.web.rendering import html

PAGE_SIZE = 50
T = TypeVar("T")


def _opened(request: Request) -> Generator[Archive]:
    with Archive.open(request.app.state.archive_path, create=False, read_only=True) as archive:
        yield archive


Opened = Annotated[Archive, Depends(_opened)]
PageNumber = Annotated[int, Query(ge=1, le=100_000)]


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """One page of a list; `more` says whether another follows."""

    number: int
    rows: tuple[T, ...]
    more: bool


def window(number: int) -> tuple[int, int]:
    """Limit and offset of a page: one row more than is shown tells whether another page follows."""
    return PAGE_SIZE + 1, (number - 1) * PAGE_SIZE


def sheet(number: int, rows: Sequence[T]) -> Sheet[T]:
    """The page of the rows that `window` asked for."""
    return Sheet(number, tuple(rows[:PAGE_SIZE]), len(rows) > PAGE_SIZE)


def answer(request: Request, template: str, data: dict[str, object], status: int = 200, **context: object) -> Response:
    """`data` as JSON where the address ends in `.json`, else the page of a template, which sees `data` and `context`."""
    if request.url.path.endswith(".json"):
        return JSONResponse({name: to_plain(value) for name, value in data.items()}, status)
    path = request.url.path.rstrip("/") or "/index"
    query = f"?{request.url.query}" if request.url.query else ""
    return html(template, status, **data, **context, as_json=f"{path}.json{query}")


def plain(value: object) -> dict[str, Plain]:
    """A noun or row as a JSON object."""
    made = to_plain(value)
    if not isinstance(made, dict):
        raise TypeError(f"{type(value).__name__} is no object")
    return made
