"""The pages in Chromium: finding words from facts and facts from words, filters, schemes, narrow screens, no script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, BrowserContext, Dialog, Locator, Page, expect

from .records import harbor, hostile

DOCUMENT = f"/documents/{harbor().document.id}"
REJECTION, CLAIM = harbor().statements[5], harbor().statements[6]
PROMISE = harbor().commitments[1]


def shown_words(page: Page) -> str:
    return "".join(page.locator(".w.found").all_text_contents())


def inside_window(locator: Locator) -> bool:
    """Whether an element lies wholly inside the window."""
    inside: bool = locator.evaluate(
        "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }"
    )
    return inside


def test_a_click_on_a_fact_finds_and_marks_its_words(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 420})
    page.goto(DOCUMENT)
    page.locator(f"[id='{harbor().statements[9].id}']").click()

    assert "to reopen the consulate in the port of Salm" in shown_words(page)
    assert inside_window(page.locator(".w.found.content").first)
    expect(page).to_have_url(re.compile(f"#{harbor().statements[9].id}$"))


def test_the_marked_words_are_all_words_of_the_fact_and_no_others(page: Page) -> None:
    page.goto(DOCUMENT)
    page.locator(f"[id='{REJECTION.id}'] .find").click()

    spans = sorted((*REJECTION.content, *REJECTION.cue_spans, *REJECTION.speaker_spans))
    assert shown_words(page) == "".join(span.of(harbor().document.text) for span in spans)


def test_a_click_on_words_focuses_the_innermost_card_and_then_the_next_one_out(page: Page) -> None:
    page.goto(DOCUMENT)
    words = page.locator(".w.content", has_text="the treaty sells the").first

    words.click()
    expect(page.locator(f"[id='{CLAIM.id}'] .find")).to_be_focused()
    words.click()
    expect(page.locator(f"[id='{REJECTION.id}'] .find")).to_be_focused()
    expect(page.locator(".fact[aria-current]")).to_have_count(1)


def test_a_card_far_down_comes_into_view_when_its_words_are_clicked(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 700})
    page.goto(DOCUMENT)
    page.locator(".w.encounter", has_text="three hours of talks").click()

    card = page.locator(f"[id='{harbor().encounters[0].id}']")
    expect(card).to_have_attribute("aria-current", "true")
    expect(card).to_be_in_viewport()


def test_enter_on_a_focused_card_finds_its_words(page: Page) -> None:
    page.goto(DOCUMENT)
    page.locator(f"[id='{PROMISE.id}'] .find").focus()
    page.keyboard.press("Enter")

    assert PROMISE.evidence.hull.of(harbor().document.text) in shown_words(page)


def test_j_and_k_walk_the_facts_and_escape_lets_go(page: Page) -> None:
    page.goto(DOCUMENT)
    first, second = (page.locator(".margin .fact").nth(n) for n in (0, 1))

    page.keyboard.press("j")
    expect(first).to_have_attribute("aria-current", "true")
    page.keyboard.press("j")
    expect(second.locator(".find")).to_be_focused()
    page.keyboard.press("k")
    expect(first).to_have_attribute("aria-current", "true")
    page.keyboard.press("Escape")
    assert shown_words(page) == ""


def test_letters_typed_into_the_search_box_stay_there(page: Page) -> None:
    page.goto(DOCUMENT)
    page.get_by_role("searchbox").press_sequentially("jk")

    expect(page.get_by_role("searchbox")).to_have_value("jk")
    expect(page.locator(".fact[aria-current]")).to_have_count(0)


def test_a_permalink_shows_its_fact(page: Page) -> None:
    page.goto(f"{DOCUMENT}#{PROMISE.id}")

    expect(page.locator(f"[id='{PROMISE.id}']")).to_have_attribute("aria-current", "true")
    assert shown_words(page)


def test_filters_show_only_one_speaker_and_only_one_kind(page: Page) -> None:
    page.goto(DOCUMENT)
    page.get_by_role("button", name="Joren Ast").click()

    assert page.locator(".margin .fact:visible").count() == 2
    expect(page.locator(".w.content", has_text="eleven years")).to_have_count(0)
    page.get_by_role("button", name="Joren Ast").click()
    page.get_by_role("button", name="Commitments").click()
    assert page.locator(".fact:visible").count() == len(harbor().commitments)
    expect(page.locator("article .w.content")).to_have_count(0)
    assert page.locator("article .w.commitment").count() > 0
    page.get_by_role("button", name="Commitments").click()
    assert page.locator(".margin .fact:visible").count() == len(harbor().statements)


@pytest.mark.parametrize(
    "path", ["/", DOCUMENT, f"/documents/{hostile().document.id}", "/search?q=road", "/encounters", "/commitments", "/actors",
             "/actors/wd:Q900001", f"/encounters/{harbor().encounters[0].id}"],
)  # fmt: skip
def test_a_narrow_page_never_scrolls_sideways(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(path)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_notes_stand_beside_their_paragraph_and_beneath_it_when_narrow(page: Page) -> None:
    page.goto(DOCUMENT)
    row = page.locator(".row", has_text="steady hand").first
    words, margin = row.locator(".words").bounding_box(), row.locator(".margin").bounding_box()
    assert words and margin and margin["x"] > words["x"] + words["width"] / 2 and abs(margin["y"] - words["y"]) < 10

    page.set_viewport_size({"width": 390, "height": 844})
    words, margin = row.locator(".words").bounding_box(), row.locator(".margin").bounding_box()
    assert words and margin and margin["y"] >= words["y"] + words["height"]


def test_the_dark_scheme_is_dark_and_its_ink_readable(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(DOCUMENT)

    assert lightness(page, "body", "background-color") < 0.25
    assert lightness(page, "body", "color") > 0.8
    assert lightness(page, ".w.content", "background-color") < 0.45


def lightness(page: Page, selector: str, name: str) -> float:
    """The lightness (0 to 1) of a computed color, drawn on a canvas to have it in sRGB whatever its notation."""
    share: float = page.locator(selector).first.evaluate(
        """(element, name) => {
            const brush = document.createElement("canvas").getContext("2d");
            brush.fillStyle = getComputedStyle(element)[name];
            brush.fillRect(0, 0, 1, 1);
            const [r, g, b] = brush.getImageData(0, 0, 1, 1).data;
            return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255;
        }""",
        name,
    )
    return share


def test_speakers_have_different_tints(page: Page) -> None:
    page.goto(DOCUMENT)
    tints = page.locator(".chip[data-filter=who]").evaluate_all("all => all.map((e) => getComputedStyle(e).backgroundColor)")

    assert len({*tints}) == len(tints) == 4


def test_a_hostile_page_does_nothing(page: Page) -> None:
    dialogs: list[str] = []

    def note(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", note)
    page.goto(f"/documents/{hostile().document.id}")
    page.locator(".w.content").first.hover()
    page.locator(".w.content").first.click()

    assert dialogs == []
    expect(page.locator("article")).to_contain_text("<img src=x onerror=alert(2)>")


def test_results_change_while_typing(page: Page) -> None:
    page.goto("/search?q=road")
    expect(page.locator("#results li").first).to_contain_text("road")
    box = page.get_by_role("searchbox")
    box.fill("")
    box.press_sequentially("consulate")

    expect(page.locator("#results mark").first).to_have_text("consulate")
    expect(page).to_have_url(re.compile(r"/search\?q=consulate$"))
    expect(box).to_be_focused()


def test_the_whole_page_reads_and_links_without_script(browser: Browser, site: str) -> None:
    context: BrowserContext = browser.new_context(base_url=site, java_script_enabled=False, reduced_motion="reduce")
    page = context.new_page()
    page.goto(DOCUMENT)

    expect(page.locator(".chip").first).to_be_hidden()
    expect(page.locator(".margin .fact").first).to_be_visible()
    link = page.locator(f"[id='{PROMISE.id}'] .find")
    link.scroll_into_view_if_needed()
    box = link.bounding_box()
    assert box
    # The bare mouse: Playwright's own check of a click's target swallows the click where scripts are off.
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page).to_have_url(re.compile(f"#at-{PROMISE.id}$"))
    expect(page.locator(f"[id='at-{PROMISE.id}'] + .w")).to_be_in_viewport()
    context.close()
