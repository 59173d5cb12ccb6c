"""The board of many legs under the stage: their chapters, which are opened and shut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.dashboard.board import script
from journey.pages import cards, legs
from journey.words.wording import Wording
from tests.browsing import PATIENCE, PHONE
from tests.conftest import amount, leg, place, track

pytestmark = pytest.mark.browser
ENGLISH = Wording("en")
SHOW = """async ([script, html, chosen]) => {
  const { default: board } = await import(script);
  const data = { html, version: "1", chosen, language: "en" };
  board({ data, parentElement: document.body, setTriggerValue() {} });
}"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A phone that shows the board of 120 legs."""
    page = browser.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    page.set_default_timeout(PATIENCE)
    places = [place(f"p{i}", 0, i / 100) for i in range(121)]
    made = track(
        places=places,
        legs=[leg(f"p{i}", f"p{i + 1}", duration=amount(2, "h")) for i in range(120)],
    )
    file = tmp_path / "board.html"
    file.write_text(f"<!doctype html><style>{cards.style()}{cards.signs(made)}</style>", "utf-8")
    page.goto(file.as_uri())
    page.evaluate("html => { window.html = html; }", str(legs.table(made, ENGLISH, unfolds=True)))
    choose(page, None)
    yield page
    page.close()


def choose(page: Page, chosen: str | None) -> None:
    """Show the board for that leg, as the page in Streamlit does."""
    address = f"data:text/javascript,{quote(script())}"
    page.evaluate(SHOW, [address, page.evaluate("html"), chosen])


def test_on_a_phone_120_legs_are_a_few_screens_high_until_a_chapter_is_opened(page: Page) -> None:
    assert page.evaluate("document.body.scrollHeight") < 3 * PHONE[1]
    expect(page.locator("article:visible")).to_have_count(0)


def test_a_chapter_is_opened_by_keyboard_and_says_what_it_holds_to_those_who_hear_it(
    page: Page,
) -> None:
    chapter = page.locator(".chapter").nth(1)

    chapter.locator("summary").press("Enter")

    expect(chapter.get_by_role("heading", level=3)).to_have_text("Legs 11–20")
    expect(chapter.locator("summary")).to_contain_text("10 legs")
    expect(chapter.get_by_role("heading", level=4)).to_have_count(10)
    expect(page.locator("article:visible")).to_have_count(10)


def test_the_chapter_of_the_leg_that_is_chosen_is_open_and_no_other(page: Page) -> None:
    for chosen in ("p44-p45", "p77-p78"):
        choose(page, chosen)

        expect(page.locator("article.chosen")).to_be_visible()
        expect(page.locator(".chapter[open]")).to_have_count(1)


def test_a_chapter_that_was_opened_by_hand_stays_open(page: Page) -> None:
    page.locator(".chapter summary").first.click()

    choose(page, "p44-p45")
    choose(page, None)

    expect(page.locator(".chapter[open]")).to_have_count(1)
    expect(page.locator("article:visible")).to_have_count(10)
