"""What a page says of itself in its head: JSON-LD (schema.org), Open Graph and older meta tags."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import urlsplit

from communique.documents import published
from communique.documents.headers import Facts
from communique.documents.page import Page
from communique.record import DateValue

_DATES = ("article:published_time", "og:article:published_time", "datepublished", "publishdate", "pubdate", "publish-date",
          "publish_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date", "date", "parsely-pub-date",
          "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "release_date")  # fmt: skip
_TITLES = ("og:title", "twitter:title", "headline", "dc.title", "title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher", "citation_publisher")
_AUTHORS = ("author", "article:author", "dc.creator", "byl", "parsely-author", "sailthru.author")
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "Report", "WebPage", "PressRelease")
_DEEPEST = 8  # levels of JSON-LD looked into
_MOST = 2000  # values of JSON-LD looked at


def stated(page: Page) -> Facts:
    """What the page's metadata says, JSON-LD before meta tags; the outlet falls back on the host of its address."""
    facts = Facts()
    for thing in _articles(page):
        facts.learn(_from_article(thing))
    metas: dict[str, str] = {}
    for name, content in page.metas:
        if content:
            metas.setdefault(name, content)
    facts.learn(
        Facts(
            title=_first(metas, _TITLES),
            byline=next((x for name in _AUTHORS if (x := metas.get(name)) and "://" not in x), None),
            outlet=_first(metas, _OUTLETS),
            url=page.canonical or metas.get("og:url"),
            published=next((d for name in _DATES if (d := _date(metas.get(name)))), None),
        )
    )
    facts.outlet = facts.outlet or _host(facts.url)
    return facts


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _from_article(thing: dict[str, object]) -> Facts:
    return Facts(
        title=_name(thing.get("headline")),
        byline=_name(thing.get("author")),
        outlet=_name(thing.get("publisher")),
        published=_date(_name(thing.get("datePublished"))),
    )


def _name(value: object) -> str | None:
    """The text of a value that schema.org lets be a text, a thing with a name, or a list of either."""
    if isinstance(value, list):
        names = [x for x in map(_name, value[:20]) if x]
        return ", ".join(names) or None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _date(text: str | None) -> DateValue | None:
    return published.parse(text) if text else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _articles(page: Page) -> Iterator[dict[str, object]]:
    for script in page.scripts:
        try:
            value: object = json.loads(script)
        except (ValueError, RecursionError):
            continue
        things = [x for x in _things(value) if _is_article(x)]
        # A WebPage often stands before the article it holds.
        yield from sorted(things, key=lambda x: "WebPage" in str(x.get("@type")))


def _things(value: object) -> Iterator[dict[str, object]]:
    """All objects within a value, outermost first, as far as is reasonable."""
    level, seen = [value], 0
    for _ in range(_DEEPEST):
        below: list[object] = []
        for each in level[: _MOST - seen]:
            seen += 1
            if isinstance(each, dict):
                yield each
                below.extend(each.values())
            elif isinstance(each, list):
                below.extend(each)
        level = below


def _is_article(thing: dict[str, object]) -> bool:
    kinds = thing.get("@type")
    return any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds]))
