"""What the server answers: pages, JSON, refusals, and the headers on all of them."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from pathlib import Path

import httpx
import pytest

from communique.errors import StoreError
from communique.record import Record
from communique.record.plain import from_plain, to_plain
from communique.store import Archive
from communique.views.web import serve
from communique.views.web.rendering import web_address
from communique.views.web.security import HEADERS

from .conftest import running
from .records import BREAKER, SCRIPT, harbor, hostile, river

STATIC = Path(str(files("communique.views.web"))) / "static"
PAGES = ["/", "/search?q=road", "/encounters", "/encounters?status=planned", "/commitments", "/actors", "/actors/wd:Q900001"]


def of(record: Record) -> str:
    return f"/documents/{record.document.id}"


@pytest.mark.parametrize("path", [*PAGES, of(harbor()), of(hostile()), f"/encounters/{harbor().encounters[0].id}"])
def test_every_page_is_html_without_inline_script_or_style(client: httpx.Client, path: str) -> None:
    answer = client.get(path)

    assert answer.status_code == 200
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert not re.search(r"<script(?![^>]*\ssrc=\"/static/)", answer.text)
    assert not re.search(r"<[^>]*\s(?:style|on\w+)=", answer.text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//(?!harborwire\.example)", answer.text)


@pytest.mark.parametrize("path", ["/", of(harbor()), "/index.json", "/static/page.css", "/nothing", "/search?q=before:xx"])
def test_every_answer_tells_the_browser_to_run_nothing_else(client: httpx.Client, path: str) -> None:
    answer = client.get(path)

    assert {name: answer.headers[name] for name in HEADERS} == HEADERS
    assert "'unsafe" not in answer.headers["content-security-policy"]


def test_another_host_name_is_refused(client: httpx.Client) -> None:
    answer = client.get("/", headers={"host": "rebound.example"})

    assert answer.status_code == 400
    assert "Ilana" not in answer.text


def test_nothing_can_be_changed(client: httpx.Client) -> None:
    assert client.post("/").status_code == 405
    assert client.delete(of(harbor())).status_code == 405


def test_the_document_as_json_is_the_record(client: httpx.Client) -> None:
    assert from_plain(Record, client.get(of(harbor()) + ".json").json()) == harbor()


@pytest.mark.parametrize("path", PAGES)
def test_every_page_has_its_json_twin(client: httpx.Client, path: str) -> None:
    page = client.get(path).text
    twin = re.search(r'<link rel="alternate" type="application/json" href="([^"]+)"', page)
    assert twin

    answer = client.get(twin[1])
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()


def test_json_lists_hold_what_the_pages_show(client: httpx.Client) -> None:
    planned = client.get("/encounters.json?status=planned").json()["encounters"]
    met = client.get(f"/encounters/{harbor().encounters[0].id}.json").json()

    assert [row["id"] for row in planned["rows"]] == [harbor().encounters[2].id]
    assert planned["more"] is False
    assert met["encounter"] == to_plain(harbor().encounters[0])
    assert [a["name"] for a in met["participants"]] == ["Ilana Voss", "Daro Melk"]
    assert len(met["statements"]) == 8
    assert client.get("/index.json").json()["counts"]["documents"] == 3
    assert client.get("/actors/wd:Q900002.json").json()["profile"]["actor"]["statements"] == 5


def test_the_home_page_lists_documents_newest_first_and_who_met_whom(client: httpx.Client) -> None:
    page = client.get("/").text

    assert page.index("Two Summers") < page.index("Norvia to Open") < page.index("esrever")
    assert re.search(r'Ilana Voss and Daro Melk</bdi></a> <span class="day"><time[^>]*>16 November 2026', page)


def test_search_marks_the_words_and_links_to_the_fact(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": "consulate"}).text
    said = harbor().statements[9]

    assert "<mark>consulate</mark>" in page
    assert f'href="{of(harbor())}#{said.id}"' in page


def test_a_search_that_finds_nothing_says_so(client: httpx.Client) -> None:
    assert "Nothing found for <bdi>“zeppelins”</bdi>" in client.get("/search?q=zeppelins").text


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/documents/d-none", 404, "d-none"),
        ("/actors/wd:Q1", 404, "wd:Q1"),
        ("/encounters/e-none", 404, "e-none"),
        ("/nothing/here", 404, "no such page"),
        ("/?page=0", 400, "page"),
        ("/commitments?status=lost", 400, "status"),
        ("/search?q=before:someday", 400, "at "),
    ],
)
def test_a_refusal_is_one_clear_line_in_both_forms(client: httpx.Client, path: str, status: int, words: str) -> None:
    page = client.get(path)
    place, _, query = path.partition("?")
    twin = client.get(f"{place if place != '/' else '/index'}.json?{query}")

    assert (page.status_code, twin.status_code) == (status, status)
    line = re.search(r'<p class="error"><bdi>([^\n]+)</bdi></p>', page.text)
    assert line and words in line[1]
    assert words in twin.json()["error"] and "\n" not in twin.json()["error"]


def test_a_fact_of_another_kind_is_no_encounter(client: httpx.Client) -> None:
    answer = client.get(f"/encounters/{harbor().statements[0].id}")

    assert answer.status_code == 404
    assert "another kind" in answer.text


def test_the_beginning_of_an_id_leads_to_the_words(client: httpx.Client) -> None:
    said = harbor().statements[0].id

    assert client.get(f"/facts/{said[:12]}").headers["location"] == f"{of(harbor())}#{said}"
    assert client.get(f"/facts/{river().document.id}").headers["location"] == of(river())


@pytest.mark.parametrize("path", ["/", of(hostile()), f"/encounters/{hostile().encounters[0].id}", "/commitments", "/actors"])
def test_nothing_a_source_wrote_becomes_markup(client: httpx.Client, path: str) -> None:
    page = client.get(path).text

    assert SCRIPT not in page and BREAKER not in page
    assert "<img" not in page and "<b>&#34;" not in page
    assert "&lt;script&gt;alert(" in page


def test_a_script_in_a_query_stays_words(client: httpx.Client) -> None:
    page = client.get("/search", params={"q": f'"{SCRIPT}"'}).text

    assert SCRIPT not in page
    assert "&lt;script&gt;" in page


def test_only_web_addresses_become_links(client: httpx.Client) -> None:
    assert "javascript:" not in client.get(of(hostile())).text
    assert (
        'href="https://harborwire.example/2026/11/17/ports" rel="noreferrer noopener external"' in client.get(of(harbor())).text
    )
    assert [web_address(url) for url in ("JavaScript:alert(1)", "data:text/html,x", None, "//x.example")] == [None] * 4


def test_bidi_controls_are_kept_inside_their_element(client: httpx.Client) -> None:
    page = client.get(of(hostile())).text

    for override in re.finditer("\u202e", page.split("</title>")[1]):
        before = page.split("</title>")[1][: override.start()]
        assert before.rfind("<bdi") > before.rfind("</bdi>") or re.search(r'dir="auto"[^\n]*$', before)


def test_a_missing_archive_is_told_before_anything_is_served(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no such archive"):
        serve(tmp_path / "missing.db")


def test_a_page_shows_what_was_added_since_and_tells_when_the_archive_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "archive.db"
    with Archive.open(path) as archive, running(path) as address:
        assert "Nothing here yet" in httpx.get(address, trust_env=False).text
        archive.add(river(), b"River Post")
        assert "Two Summers" in httpx.get(address, trust_env=False).text
    with running(tmp_path / "gone.db") as address:
        answer = httpx.get(address, trust_env=False)
        assert (answer.status_code, "no such archive" in answer.text) == (503, True)


def test_vendored_files_are_the_ones_that_were_checked() -> None:
    vendor = STATIC / "vendor"
    listed = {line.split()[1]: line.split()[0] for line in (vendor / "HASHES").read_text().splitlines()[1:]}

    assert {path.name for path in vendor.iterdir()} == {*listed, "HASHES"}
    assert all(hashlib.sha256((vendor / name).read_bytes()).hexdigest() == digest for name, digest in listed.items())


def test_our_own_scripts_stay_small() -> None:
    assert sum(len(path.read_text().splitlines()) for path in STATIC.glob("*.js")) <= 200
