"""What crowds a page: many names, long parts, phrases that identify nobody; and pages with hardly anything on them."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from communique.store import Archive

from .conftest import running
from .crowd import DELEGATES, crowd, plain_text

DOCUMENT = f"/documents/{crowd().document.id}"
MEETING, VISIT = crowd().encounters


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    path = tmp_path_factory.mktemp("crowd") / "archive.db"
    with Archive.open(path) as archive:
        for record in (crowd(), plain_text()):
            archive.add(record, record.document.text.encode())
    with running(path) as address:
        yield address


@pytest.fixture
def tab(browser: Browser, crowded: str) -> Iterator[Page]:
    context = browser.new_context(base_url=crowded, viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def get(address: str, path: str) -> str:
    answer = httpx.get(address + path, trust_env=False)
    assert answer.status_code == 200
    return answer.text


def test_a_long_list_of_names_is_cut_and_counted(crowded: str) -> None:
    home, meetings, meeting = get(crowded, "/"), get(crowded, "/encounters"), get(crowded, f"/encounters/{MEETING.id}")

    assert "Ane Birk, Bo Carr, Cy Dahl, Di Eide and 7 others</bdi>" in home
    assert '<span title="Ed Falk, Fe Gram,' in meetings and ">7 others</span>" in meetings
    assert "<h1><bdi>Ane Birk, Bo Carr, Cy Dahl, Di Eide and 7 others</bdi></h1>" in meeting
    assert all(f"<bdi>{name}</bdi></a>" in meeting for name in DELEGATES)


def test_an_inferred_day_is_told_in_words_and_valid_for_machines(crowded: str) -> None:
    for path in ("/", "/encounters", f"/encounters/{MEETING.id}", DOCUMENT):
        page = get(crowded, path)
        assert re.search(r'<time datetime="2026-01-31" title="[^"]+">(?:Saturday )?31 January 2026 \(inferred\)</time>', page)
        assert "2026-01-31?" not in page


def test_states_are_called_by_their_names(crowded: str) -> None:
    for path in ("/encounters", "/actors", DOCUMENT, f"/encounters/{MEETING.id}"):
        page = re.sub(r"<[^>]*>", " ", get(crowded, path))
        assert "Kuwait" in page and "KWT" not in page


def test_a_visit_is_called_by_where_it_led(crowded: str) -> None:
    assert "<h1><bdi>Ane Birk: visit to Kuwait</bdi></h1>" in get(crowded, f"/encounters/{VISIT.id}")


def test_words_that_identify_nobody_are_quoted_cut_and_explained(crowded: str) -> None:
    page = get(crowded, DOCUMENT)
    shown = "“people who had come over the pass in the night and who …”"

    assert f"<bdi>{shown}</bdi>" in page
    assert re.search(r'class="name unidentified" href="/actors/local%3A[^"]+" title="The text&#39;s own words', page)
    assert shown in get(crowded, "/actors?kind=unknown")
    assert shown not in get(crowded, "/actors?kind=person")


def test_a_document_without_a_title_is_called_by_its_file_and_opens_with_prose(crowded: str) -> None:
    home = get(crowded, "/")

    assert "Untitled: staff-report.txt" in home and "<bdi>It rained over the hills all day.</bdi>" in home
    assert '<h1 dir="auto">Untitled: staff-report.txt</h1>' in get(crowded, DOCUMENT)


def test_a_document_without_facts_says_so_and_has_no_controls(crowded: str) -> None:
    page = get(crowded, f"/documents/{plain_text().document.id}")

    assert "No statement, encounter, commitment or event was found in this text." in page
    assert 'id="controls"' not in page and "reader.js" not in page and "How to read it" not in page


def test_only_direct_speech_stands_in_quotation_marks(client: httpx.Client) -> None:
    page = client.get("/actors/wd:Q900001").text

    assert "<q><bdi>A neighbor without a door is only a wall</bdi></q>" in page
    assert "</b> <bdi>to reopen the consulate in the port of Salm</bdi></a>" in page


def test_statements_of_one_document_stand_under_one_title(client: httpx.Client) -> None:
    page = client.get("/actors/wd:Q900002").text

    assert page.count('<section class="told">') == 2
    assert page.count('<li class="said">') == 5


def test_a_person_that_wikidata_knows_leads_there_without_telling_from_where(crowded: str) -> None:
    known, unknown = (get(crowded, f"/actors/{actor.id}") for actor in crowd().actors[:2])

    assert 'href="https://www.wikidata.org/wiki/Q900003" rel="noreferrer noopener external"' in known
    assert "wikidata.org" not in unknown


def test_speakers_beyond_the_first_ten_are_folded_away(tab: Page) -> None:
    tab.goto(DOCUMENT)
    chips = tab.locator(".chip[data-filter=who]")

    assert chips.count() == len(DELEGATES) + 1
    assert tab.locator(".chip[data-filter=who]:visible").count() == 10
    tab.locator(".rest summary").click()
    expect(chips.last).to_be_visible()
    chips.last.click()
    assert tab.locator(".margin .fact:visible").count() == 1


def test_a_long_part_starts_closed_and_opens_for_the_fact_that_is_looked_for(tab: Page) -> None:
    tab.goto(DOCUMENT)
    dates = tab.locator(".rail details", has_text="Dates it names")
    expect(dates).not_to_have_attribute("open", "")

    tab.locator(".w.date").nth(12).click()
    expect(dates).to_have_attribute("open", "")
    expect(dates.locator(".fact[aria-current]")).to_be_in_viewport()


def test_a_kind_that_is_filtered_for_is_opened(tab: Page) -> None:
    tab.goto(DOCUMENT)
    tab.get_by_role("button", name="Dates").click()

    assert tab.locator(".rail .fact.date:visible").count() == 30


def test_an_item_with_its_own_number_gets_no_bullet(tab: Page) -> None:
    tab.goto(DOCUMENT)
    bullet = tab.locator(".list_item .words").evaluate("e => getComputedStyle(e, '::before').content")

    assert bullet == "none"


def test_no_crowd_makes_a_narrow_page_scroll_sideways(tab: Page) -> None:
    tab.set_viewport_size({"width": 390, "height": 844})
    for path in (DOCUMENT, "/", "/encounters", f"/encounters/{MEETING.id}", "/actors"):
        tab.goto(path)
        assert tab.evaluate("document.documentElement.scrollWidth") <= 390
