"""Templates to HTML. Whatever a source wrote is escaped by the engine; no template marks anything of it as safe."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from communique.store.rows import DocumentRow, Hit, Party
from communique.views.web import dates, labels, naming
from communique.views.web.page import evidenced

_PROSE: Final = 60  # code points from which a line is taken for a paragraph
_SNIPPET: Final = 240


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("communique.views.web"),
        autoescape=True,  # for every template, whatever its name ends in
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "called": naming.called,
        "day": dates.day,
        "evidenced": evidenced,
        "joined": naming.joined,
        "leading": _leading,
        "machine": dates.machine,
        "opening": opening,
        "percent": _percent,
        "pieces": _pieces,
        "state": naming.state,
        "telling": naming.telling,
        "titled": naming.titled,
        "web_address": web_address,
        "weekday": dates.weekday,
    }
    made.globals |= {
        "acts": labels.ACTS,
        "actor_kinds": labels.KINDS,
        "encounter_kinds": labels.ENCOUNTERS,
        "inferred": dates.INFERRED,
        "unidentified": naming.UNIDENTIFIED,
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


def opening(row: DocumentRow) -> str:
    """How a text begins, without its title, byline and other short lines ahead of the first paragraph."""
    lines = [line for line in row.opening.split("\n") if line.strip() != row.title]
    body = next((n for n, line in enumerate(lines) if len(line) >= _PROSE), 0)
    words = " ".join(lines[body:]).rstrip()
    is_cut = not words.endswith((".", "!", "?", "”", '"'))  # the archive gives so many characters, not so many words
    return naming.clipped(words, min(_SNIPPET, len(words) - 1) if is_cut else _SNIPPET)


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
