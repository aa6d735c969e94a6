"""HTML pages to documents."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.documents import build
from communique.errors import DocumentError
from communique.record import Document, Span
from communique.settings import Settings
from communique.sources import Input, decode

SAID = [f"The minister said in his {n} remark that the two states would count the fish in the sea together." for n in
        ("first", "second", "third", "fourth", "fifth")]  # fmt: skip
PROSE = "".join(f"<p>{x}</p>\n" for x in SAID)
LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": ["NewsArticle"], '
    '"headline": "Talks on fish", "datePublished": "2021-05-03T14:05:00+03:00", "author": [{"name": "Jane Doe"}],'
    '"publisher": {"name": "Harbor"}}]}</script>'
)


def page(body: str, head: str = "<title>Ministers talk about fish | Harbor Times</title>") -> str:
    menu = "<nav><ul><li><a href='/'>Home</a><li><a href='/w'>World</a></ul></nav>"
    return (
        f"<!doctype html><html lang='en-GB'><head>{head}</head><body>{menu}{body}<footer>© 2021 Harbor</footer></body></html>"
    )


def read(source: str, published: str | None = None) -> Document:
    return build(Input("a.html", source.encode(), "text/html"), published=published)


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


def shown(source: str, document: Document, words: str) -> str:
    at = document.text.index(words)
    return document.origin.to_origin(Span(at, at + len(words))).of(source)


def test_an_article_is_taken_out_of_its_page() -> None:
    source = page(f"<article><h1>Ministers talk about fish</h1><p>By Jane Doe</p>{PROSE}<p>Tags: fish</p></article>")
    document = read(source)
    assert blocks(document) == [
        ("title", "Ministers talk about fish"),
        ("byline", "By Jane Doe"),
        *(("paragraph", x) for x in SAID),
    ]
    assert (document.media_type, document.byline, document.language) == ("text/html", "By Jane Doe", "en")
    assert document.warnings == ()


def test_characters_lead_back_through_entities_tags_and_white_space() -> None:
    said = "&ldquo;we&#8217;ll <b>mee</b>t&rdquo; once &lt;more&gt; to count the fish."
    first = f"<p>LISBON (HPA) &mdash; He &amp; she   said:\n {said}</p>"
    source = page(f"<article><h1>Ministers talk\n  about fish</h1>{first}{PROSE}</article>")
    document = read(source)
    assert blocks(document)[:3] == [
        ("title", "Ministers talk about fish"),
        ("dateline", "LISBON (HPA) —"),
        ("paragraph", "He & she said: “we’ll meet” once <more> to count the fish."),
    ]
    assert shown(source, document, "“we’ll meet”") == "&ldquo;we&#8217;ll <b>mee</b>t&rdquo;"
    assert shown(source, document, "&") == "&amp;"
    assert shown(source, document, "talk about") == "talk\n  about"
    assert document.outlet == "HPA"


def test_linked_data_says_when_where_and_who() -> None:
    document = read(page(f"<h1>Talks on fish</h1>{PROSE}", LINKED + '<link rel="canonical" href="https://harbor.example/1">'))
    assert (document.title, document.byline, document.outlet) == ("Talks on fish", "Jane Doe", "Harbor")
    assert (str(document.published), document.published_from) == ("2021-05-03T14:05:00+03:00", "metadata")
    assert document.url == "https://harbor.example/1"


def test_the_host_is_the_outlet_where_no_name_is() -> None:
    head = '<title>Talks</title><meta property="og:url" content="https://www.harbor.example/1">'
    assert read(page(f"<h1>Talks on fish</h1>{PROSE}", head)).outlet == "harbor.example"


def test_a_date_line_under_the_headline_counts_and_gets_the_zone_of_the_metadata() -> None:
    body = f"<article><h1>Ministers talk about fish</h1><div class='d'>Monday 3 May 2021 - 14:05</div>{PROSE}</article>"
    assert str(read(page(body)).published) == "2021-05-03T14:05"
    assert str(read(page(body, LINKED)).published) == "2021-05-03T14:05:00+03:00"
    assert str(read(page(body, LINKED), published="2020").published) == "2020"


def test_the_clock_of_the_page_is_no_date_of_publication() -> None:
    assert (
        read(page(f"<div>Sunday 22 November 2026</div><article><h1>Ministers talk about fish</h1>{PROSE}</article>")).published
        is None
    )


def test_the_title_element_serves_where_there_is_no_heading() -> None:
    source = page(f"<div>{PROSE}</div>")
    document = read(source)
    assert document.title == "Ministers talk about fish"
    assert shown(source, document, "Ministers talk about fish") == "Ministers talk about fish"


def test_hidden_text_and_scripts_are_left_out() -> None:
    hidden = "<div style='display: none'><p>The hidden minister said nothing about any of the fish in the sea.</p></div>"
    script = '<script>var x = "<p>The minister of scripts said a lot about variables and their values.</p>";</script>'
    assert [x for _, x in blocks(read(page(f"<article><h1>Talks on fish</h1>{hidden}{script}{PROSE}</article>")))][1:] == SAID


def test_a_paragraph_said_twice_is_found_twice() -> None:
    document = read(page(f"<article><h1>Talks on fish</h1>{PROSE}<p>{SAID[0]}</p></article>"))
    assert [x for _, x in blocks(document)].count(SAID[0]) == 2


def test_line_breaks_part_paragraphs() -> None:
    document = read(page(f"<article><h1>Talks on fish</h1><div>{'<br><br>'.join(SAID)}</div></article>"))
    assert [x for _, x in blocks(document)][1:] == SAID


def test_headings_and_lists_are_known_by_their_tags() -> None:
    extra = "<h2>What was agreed</h2><ul><li>Fish will be counted by both</li><li>Boats too, in due course</li></ul>"
    kinds = [kind for kind, _ in blocks(read(page(f"<article><h1>Talks on fish</h1>{PROSE}{extra}{PROSE}</article>")))]
    assert kinds.count("heading") == 1
    assert kinds.count("list_item") == 2


def test_a_fragment_is_enough() -> None:
    assert read("<p>The minister met his guest &amp; left.</p>").text == "The minister met his guest & left."


@pytest.mark.parametrize(
    "source",
    [
        "<html><head><title>Harbor</title></head><body></body></html>",
        page("<ul><li><a href='/a'>Sports</a></li><li><a href='/b'>Weather</a></li></ul>"),
        page("<p>The page was not found.</p>"),
        "<!--" * 1000,
        "<p",
        "<script>" + PROSE,
    ],
)
def test_a_page_without_an_article_is_refused_in_one_line(source: str) -> None:
    with pytest.raises(DocumentError, match=r"no article was found.*\.txt") as caught:
        read(source)
    assert "\n" not in str(caught.value)


def test_a_page_with_too_many_tags_is_refused() -> None:
    with pytest.raises(DocumentError, match="max_html_tags"):
        build(Input("a.html", page(PROSE).encode()), settings=Settings(max_html_tags=5))


@pytest.mark.parametrize(
    "noise",
    [
        "<div>" * 20_000,
        "<b><i>" * 10_000,
        "<table><tr><td>" * 5_000,
        "<p title='" + "x" * 2_000_000 + "'>",
        "<!-- <p> " * 20_000 + "-->",
        "<a " + "=" * 500_000 + ">",
        "\u202e\u2066\u00ad" * 1000,
        "&" * 100_000,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        "</div></p></body></html>" * 1000,
    ],
)
def test_hostile_pages_end_one_way_or_the_other(noise: str) -> None:
    source = page(f"{noise}<article><h1>Talks on fish</h1>{PROSE}</article>")
    try:
        document = read(source)
    except DocumentError:
        return
    check_map(source, document)


def check_map(source: str, document: Document) -> None:
    """Every piece leads to what it shows: itself, an entity, or white space and tags between words."""
    for a, b, c, d in document.origin.pieces:
        there, here = source[c:d], document.text[a:b]
        assert here == re.sub(r"\s", " ", there) or here == html.unescape(there) or here.isspace()
        assert 0 <= c < d <= len(source)
    for block in document.blocks:
        span = document.origin.to_origin(block.span)
        assert 0 <= span.start < span.end <= len(source)


TAGS = [
    "<p>",
    "</p>",
    "<div>",
    "</div>",
    "<b>",
    "</b>",
    "<br>",
    "<li>",
    '<p class="a>b">',
    "<div hidden>",
    "<h1>Talks on fish</h1>",
]
ODD = ["<!-- x -->", "<", ">", "&amp;", "&nbsp;", "&#x41;", "&bogus;", "\n  ", "<script>a<b</script>", "\u00ad"]
PARTS = st.sampled_from([*TAGS, *ODD, *SAID])


@settings(max_examples=60, deadline=None)
@given(st.lists(PARTS, max_size=25))
def test_any_soup_of_tags_keeps_its_places(parts: list[str]) -> None:
    source = page("".join(parts))
    try:
        document = read(source)
    except DocumentError:
        return
    assert decode(source.encode())[0] == source
    check_map(source, document)
