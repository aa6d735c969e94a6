"""Templates to HTML. Whatever a source wrote is escaped by the engine; no template marks anything of it as safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.store.rows import Hit, Party
from communique.views.web import labels


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("communique.views.web"),
        autoescape=True,  # for every template, whatever its name ends in
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "day": labels.day,
        "weekday": labels.weekday,
        "leading": _leading,
        "listed": _listed,
        "percent": _percent,
        "pieces": _pieces,
        "web_address": web_address,
    }
    made.globals |= {
        "acts": labels.ACTS,
        "encounter_kinds": labels.ENCOUNTERS,
        "tenures": labels.TENURES,
        "tenure_reason": labels.tenure_reason,
    }
    return made


def html(template: str, status: int = 200, **context: object) -> HTMLResponse:
    """A page as a response."""
    return HTMLResponse(_ENVIRONMENT.get_template(template).render(context), status_code=status)


def _leading(parties: Iterable[Party]) -> list[Party]:
    """Those who said or did the thing, not those it was said or done to."""
    return [party for party in parties if party.role in ("speaker", "participant", "actor", "promisor")]


def _listed(names: Iterable[str]) -> str:
    return labels.joined(list(names))


def _pieces(hit: Hit) -> Iterator[tuple[str, bool]]:
    """The words of a search result cut at the borders of what matched; true where they matched."""
    done = 0
    for start, end in hit.marks:
        yield hit.words[done:start], False
        yield hit.words[start:end], True
        done = end
    yield hit.words[done:], False


def _percent(share: float) -> str:
    return f"{share:.0%}"


def web_address(url: str | None) -> str | None:
    """An address if it may become a link: only http and https, as a source could hide a script in any other scheme."""
    return url if url and url.lower().startswith(("http://", "https://")) else None


_ENVIRONMENT: Final = _environment()
