"""Plain texts to documents."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.documents import build
from communique.errors import DocumentError, SourceError
from communique.record import Document, Span
from communique.record.ids import document_id
from communique.settings import Settings
from communique.sources import Input

LEDE = "The minister of Portugal met his guest from Spain in Lisbon on Monday and talked about fish."
MORE = "He said that fewer fish were in the sea than there had been, and that this would have to change soon."
LAST = "His guest, for her part, said that both states would count the fish together."


def read(text: str, **metadata: str) -> Document:
    return build(Input("a.txt", text.encode(), **metadata))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(b.kind, b.span.of(document.text)) for b in document.blocks]


def test_a_wire_file_with_date_and_headline_on_one_line() -> None:
    text = f" date 2022-05-31 Ministers Hail Talks on Fish\n\nBy Staff, Agencies\n\n{LEDE}\n\n{MORE}"
    document = read(text)
    assert blocks(document) == [
        ("title", "Ministers Hail Talks on Fish"),
        ("byline", "By Staff, Agencies"),
        ("paragraph", LEDE),
        ("paragraph", MORE),
    ]
    assert (document.title, document.byline) == ("Ministers Hail Talks on Fish", "By Staff, Agencies")
    assert (str(document.published), document.published_from) == ("2022-05-31", "text")
    assert document.text == text[text.index("Ministers") :]
    assert document.id == document_id(document.text, None, "2022-05-31")
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert (document.language, document.media_type, document.source) == ("en", "text/plain", "a.txt")


def test_a_story_code_and_a_second_headline_are_left_out() -> None:
    head = "Ministers: States Must Count Fish"
    document = read(f"Tuesday 14 March 2023 - 10:25\n\n{head}\n\nStory Code : 1046\n{head}\n{LEDE}\n\n{MORE}")
    assert blocks(document) == [("title", head), ("paragraph", LEDE), ("paragraph", MORE)]
    assert (str(document.published), document.story_code) == ("2023-03-14T10:25", "1046")


def test_a_scraped_page_loses_its_menus_and_teasers() -> None:
    head = "Ministers of Portugal and Spain talk about fish in Lisbon"
    above = ["Home", "World | Politics | Sports", "Oil prices rise for third day", head]
    beside = ["Published: May 3, 2021 14:05 (UTC+3)", "By Jane Doe | Harbor Times", "Share this article", "Photo: HPA"]
    body = [f"LISBON, May 3 (HPA) - {LEDE}", "Read more: Boats go out", f"{MORE} /HPA/", "JD/RR", "Tags: fish, Lisbon"]
    below = ["Related stories", "Boats go out again", "Harbor opens on Monday.", "© 2021 Harbor Times. All rights reserved."]
    text = "\n".join([*above, *beside, *body, *below])
    document = read(text)
    assert blocks(document) == [
        ("title", head),
        ("byline", "By Jane Doe"),
        ("dateline", "LISBON, May 3 (HPA) -"),
        ("paragraph", LEDE),
        ("paragraph", MORE),
    ]
    assert (document.outlet, str(document.published)) == ("HPA", "2021-05-03T14:05+03:00")


def test_headers_with_keys_around_a_wrapped_text() -> None:
    wrapped = (
        "The minister of Portugal met his guest from Spain in Lisbon and talked with\n"
        "him about fish, which both sides said were fewer than they had been when the\n"
        "treaty was signed."
    )
    keys = "Title: Ministers Meet\nSource: Harbor Press\nDate: 14 March 2023, 10:25 GMT\nURL: https://harbor.example/1"
    document = read(f"{keys}\n\n{wrapped}\n\n{LEDE[:60]}\n{LEDE[61:]}\n\n(Reporting by Jane Doe; editing by John Roe)")
    assert [kind for kind, _ in blocks(document)] == ["title", "paragraph", "paragraph", "byline"]
    assert blocks(document)[1][1] == wrapped
    assert (document.title, document.outlet, document.url) == ("Ministers Meet", "Harbor Press", "https://harbor.example/1")
    assert str(document.published) == "2023-03-14T10:25Z"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Ministers talk about fish\n{LEDE}\n{MORE}", "Ministers talk about fish"),
        (f"Former minister calls for a count.\n\n{LEDE}\n\n{MORE}", "Former minister calls for a count."),
        (f"Do the States Agree?\n\n{LEDE}", "Do the States Agree?"),
        (f"The minister said on Monday that he agreed.\n\n{LEDE}\n\n{MORE}", None),
        (f"{LEDE}\n{MORE}", None),
        ("Fish", None),
        (
            "中国外长会见西班牙外交大臣\n\n中国外长星期一在北京会见了西班牙外交大臣，双方就渔业问题交换了意见。",
            "中国外长会见西班牙外交大臣",
        ),
    ],
)
def test_a_first_line_may_be_a_headline(text: str, title: str | None) -> None:
    assert read(text).title == title


def test_headings_lists_and_captions_are_kept_as_such() -> None:
    text = f"Talks on fish\n\n{LEDE}\n\nWhat was agreed\n\n1. Fish are counted.\n2. Boats are counted.\n- So are nets"
    text += f"\n\nFile photo: The minister on his boat in the year before the treaty.\n\n{MORE}"
    kinds = [kind for kind, _ in blocks(read(text))]
    assert kinds == ["title", "paragraph", "heading", "list_item", "list_item", "list_item", "caption", "paragraph"]


def test_no_sentence_is_lost_after_a_list_of_other_stories() -> None:
    document = read(f"Talks on fish\n\n{LEDE}\n\nMost read\n\nBoats go out again\n\n{MORE}\n\n{LAST}")
    assert [text for kind, text in blocks(document) if kind == "paragraph"] == [LEDE, MORE, LAST]


def test_lines_that_sign_a_statement_stay() -> None:
    signed = ["Done in Lisbon in Two Copies", "For the Republic of Portugal", "For the Kingdom of Spain"]
    assert read("\n\n".join(["Joint statement on fish", LEDE, *signed])).text.endswith(signed[-1])


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        ("2021", f"LISBON, May 3 (HPA) — {LEDE}", "2021"),
        (None, f"Date: 2021\n\nLISBON, May 3 (HPA) — {LEDE}", "2021-05-03"),
        (None, f"Date: 2021-06\n\nLISBON, May 3 (HPA) — {LEDE}", "2021-06"),
        (None, f"LISBON, May 3 (HPA) — {LEDE}", "None"),
        (None, f"LISBON, May 3, 2021 (HPA) — {LEDE}", "2021-05-03"),
        ("3 May 2021, 10:00 GMT", LEDE, "2021-05-03T10:00Z"),
        (None, f"Date: 03/04/2021\n\n{LEDE}", "None"),
    ],
)
def test_no_date_is_made_up(published: str | None, text: str, expected: str) -> None:
    document = build(Input("a.txt", text.encode()), published=published)
    assert str(document.published) == expected
    assert (document.published_from == "given") is (published is not None)


def test_what_is_given_counts_before_what_came_along_and_that_before_the_text() -> None:
    text = f"Talks on Fish\nSource: Harbor\n2021-05-03 10:25\n{LEDE}"
    row = read(text, outlet="Row", published="2021-05-03", title="Talks on fish", url="https://harbor.example/1")
    assert (row.outlet, str(row.published), row.published_from) == ("Row", "2021-05-03T10:25", "metadata")
    assert (row.title, row.url) == ("Talks on Fish", "https://harbor.example/1")
    given_ = build(Input("a.txt", text.encode(), outlet="Row", published="2021-05-04"), published="2020", outlet="Given")
    assert (given_.outlet, str(given_.published)) == ("Given", "2020")


def test_metadata_that_is_not_understood_is_warned_about() -> None:
    assert "'last week'" in read(LEDE, published="last week").warnings[0]


def test_a_date_that_is_none_says_how_to_write_it() -> None:
    with pytest.raises(SourceError, match="2022-05-31T10:25"):
        build(Input("a.txt", LEDE.encode()), published="31st")


@pytest.mark.parametrize("text", ["\n\n", "***", "123\n\n45", "\ufeff \n"])
def test_a_text_without_words_is_refused(text: str) -> None:
    with pytest.raises(DocumentError):
        read(text)


def test_a_text_that_is_too_long_is_refused() -> None:
    with pytest.raises(SourceError, match="max_input_bytes"):
        build(Input("a.txt", LEDE.encode()), settings=Settings(max_input_bytes=50))


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_offsets_are_of_the_file_with_its_mark_and_its_newlines(newline: str) -> None:
    text = f"\ufeffTalks on fish{newline}{newline}{LEDE}{newline}{newline}{MORE}{newline}"
    document = read(text)
    assert not document.text.startswith("\ufeff")
    at = document.text.index("fewer")
    assert document.origin.to_origin(Span(at, at + 5)).of(text) == "fewer"
    assert document.text == text.strip("\ufeff\r\n")


PROSE = [LEDE, MORE, LAST, f"LISBON (HPA) — {LAST}", "“We agree,” he said.", "Talks on Fish", "- one"]
AROUND = [
    "Home",
    "By Jane Doe",
    "2021-05-03",
    "Story Code: 12",
    "Related stories",
    "/HPA/",
    "* * *",
    "Photo: HPA",
    "Tags: a, b",
]
LINES = st.sampled_from([*PROSE, *AROUND, "", " ", "\ufeff", "\u200b \t"])


@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\u2028"]))
def test_every_character_leads_back_to_itself(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    try:
        document = read(text)
    except DocumentError:
        return
    for a, b, c, d in document.origin.pieces:
        assert document.text[a:b] == text[c:d]
    for block in document.blocks:
        assert document.origin.to_origin(block.span).of(text) == block.span.of(document.text)
    assert all(x.span.end <= y.span.start for x, y in zip(document.blocks, document.blocks[1:], strict=False))
    mapped = "\n".join(document.text[a:b] for a, b, _, _ in document.origin.pieces)
    assert mapped.split() == document.text.split()


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_a_document_or_refused(text: str) -> None:
    try:
        document = build(Input("a.txt", text.encode("utf-8", "replace")))
    except SourceError as error:
        assert "\n" not in str(error)
    else:
        assert document.text.strip()
