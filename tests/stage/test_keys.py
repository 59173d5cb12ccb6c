"""Which keys are the stage's, and which stay with the page and with what has the focus."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from journey.words.wording import Wording
from tests.browsing import clocked, inside, open_stage, rest
from tests.conftest import Viewer
from tests.serving import Server

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

STATE = """() => {
  const { leg, playing, at, open } = L.journey.map.journey.stage.now();
  return { leg, playing, at, help: open.help };
}"""
# Back to how the page was when it opened, on the leg of that index, but that scrolling tells
# nothing: so it is where the map fills the screen.
FRESH = """leg => {
  const { stage } = L.journey.map.journey;
  const { at, rest, playing, open, by } = L.journey.first;
  scrollTo(0, 0);
  stage.act(() => ({ leg, at, rest, playing, open, by, over: null, full: true }));
  document.activeElement.blur();
}"""


@pytest.fixture(scope="module")
def story(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield clocked(context, file.as_uri())
    context.close()


@pytest.fixture
def page(story: Page) -> Page:
    fresh(story)
    return story


def fresh(page: Page, leg: int | None = None) -> None:
    """As it was when it opened, but with that leg picked."""
    page.evaluate(FRESH, leg)
    rest(page, 0.1)


def now(page: Page) -> dict[str, object]:
    """What the stage is at."""
    found: dict[str, object] = page.evaluate(STATE)
    return found


def test_space_plays_right_after_loading_and_does_not_scroll(page: Page) -> None:
    page.evaluate("document.addEventListener('keydown', (e) => { taken = e.defaultPrevented; })")

    page.keyboard.press(" ")

    assert now(page)["playing"] is True
    assert page.evaluate("taken") is True


def test_space_that_is_held_down_plays_once(page: Page) -> None:
    for _ in range(3):
        page.keyboard.down(" ")
    page.keyboard.up(" ")

    assert now(page)["playing"] is True


def test_space_plays_after_a_card_is_closed(page: Page) -> None:
    fresh(page, 1)
    page.locator(".jm-card").get_by_role("button", name=ENGLISH.say("map.close")).click()
    rest(page, 0.1)

    page.keyboard.press(" ")

    assert now(page)["playing"] is True


@pytest.mark.parametrize(
    "where", [".jm-segment >> nth=1", ".jm-ladder .jm-button >> nth=0", ".jm-legend summary"]
)
def test_space_plays_after_a_click_by_mouse(page: Page, where: str) -> None:
    page.locator(where).click()
    rest(page, 0.1)
    before = now(page)

    page.keyboard.press(" ")

    assert now(page)["playing"] is True
    assert now(page)["leg"] == (before["leg"] or 0)


def test_what_was_reached_by_keyboard_keeps_its_keys(page: Page) -> None:
    block = page.locator(".jm-segment").nth(1)
    page.locator("#stage").focus()
    for _ in range(40):
        page.keyboard.press("Tab")
        if block.evaluate("element => element === document.activeElement"):
            break

    page.keyboard.press(" ")
    assert now(page) == {"leg": 1, "playing": False, "at": None, "help": False}
    page.keyboard.press("Enter")

    assert now(page)["leg"] is None


@pytest.mark.parametrize("key", ["ctrl", "alt", "meta"])
@pytest.mark.parametrize("held", ["1", "ArrowRight", "f", " "])
def test_no_key_is_taken_with_another_one_held(page: Page, key: str, held: str) -> None:
    page.evaluate("document.addEventListener('keydown', (e) => { taken = e.defaultPrevented; })")
    before = now(page)

    # Pressed in the page alone, for the browser would do what it does with these.
    page.evaluate(
        """([key, held]) => document.body.dispatchEvent(new KeyboardEvent('keydown', {
            key: held, [`${key}Key`]: true, bubbles: true, cancelable: true,
        }))""",
        [key, held],
    )

    assert page.evaluate("taken") is False
    assert now(page) == before


@pytest.mark.parametrize("key", ["PageDown", "ArrowDown", "End", "Shift+ "])
def test_keys_that_move_through_a_page_stay_the_browsers(page: Page, key: str) -> None:
    taken = page.evaluate(
        """key => {
            const more = { bubbles: true, cancelable: true, shiftKey: key.startsWith('Shift+') };
            const event = new KeyboardEvent('keydown', { key: key.replace('Shift+', ''), ...more });
            return !document.body.dispatchEvent(event);
        }""",
        key,
    )

    assert taken is False
    assert now(page)["at"] is None


def test_arrows_to_the_sides_step_through_the_legs(page: Page) -> None:
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert now(page)["leg"] == 1
    page.keyboard.press("ArrowLeft")

    assert now(page)["leg"] == 0


def test_where_the_stage_is_not_in_sight_all_keys_are_the_pages(page: Page) -> None:
    page.evaluate("scrollTo(0, 1e6)")
    before = now(page)

    page.keyboard.press("2")
    page.keyboard.press("ArrowLeft")

    assert now(page) == before


def test_keys_typed_into_a_field_stay_there(page: Page) -> None:
    field = "<input id=own style='position: fixed; top: 0'>"
    page.evaluate("html => document.body.insertAdjacentHTML('beforeend', html)", field)
    page.locator("#own").focus()

    page.keyboard.type("3 f")

    assert page.locator("#own").input_value() == "3 f"
    assert now(page) == {"leg": None, "playing": False, "at": None, "help": False}
    page.evaluate("document.getElementById('own').remove()")


def test_escape_closes_help_before_the_card(page: Page) -> None:
    fresh(page, 2)
    page.keyboard.press("?")
    rest(page, 0.1)

    page.keyboard.press("Escape")
    assert now(page)["help"] is False
    assert now(page)["leg"] == 2
    page.keyboard.press("Escape")

    assert now(page)["leg"] is None


def test_in_the_dashboard_space_plays_right_after_loading(viewer: Viewer, server: Server) -> None:
    page = viewer().new_page()
    frame = open_stage(page, server.url)

    page.keyboard.press(" ")

    expect(frame.get_by_role("button", name=ENGLISH.say("play.pause"))).to_be_visible()
    assert inside(page).evaluate("document.hasFocus()") is False


def test_what_folds_the_diagram_hands_the_focus_to_what_leads_to_it(page: Page) -> None:
    page.evaluate("scrollTo(0, 0)")
    controls = page.get_by_role("button", name=ENGLISH.say("play.controls"))
    controls.press("Enter")
    page.get_by_role("button", name=ENGLISH.say("strip.diagram")).press("Enter")
    page.locator(".jm-diagram svg").first.wait_for()

    page.keyboard.press("Enter")

    rest(page, 0.5)
    expect(page.locator(".jm-diagram")).to_be_hidden()
    expect(controls).to_be_focused()
