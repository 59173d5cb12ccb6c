"""The story page for everyone: by keyboard alone, in colours of one's own, for who hears it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from journey.words.wording import Wording
from tests.browsing import NAMED, PHONE, TARGETS, clocked, rest, touching
from tests.pages.presenting import at

ENGLISH = Wording("en")

pytestmark = pytest.mark.browser

NEAR = "leg=handcar&at=30"
# The element that has the focus: its role or name, and its class.
HELD = "document.activeElement.getAttribute('aria-label') || document.activeElement.innerText"
NOW = "L.journey.map.journey.stage.now()"
MIDDLE = "L.journey.map.getCenter().lng"
COLOURS = """(css) => [...document.querySelectorAll(css)].map((one) => {
  const { backgroundColor, backgroundImage, color } = getComputedStyle(one);
  return [backgroundColor, backgroundImage, color].join();
})"""

UNFOLD = """(open) => {
  for (const one of document.querySelectorAll("details")) one.open = open;
}"""

# The boxes of what can be seen of those.
BOXES = """(parts) => parts.map((css) => [css, document.querySelector(css)])
  .filter(([, one]) => one.getClientRects().length)
  .map(([css, one]) => [css, one.getBoundingClientRect().toJSON()])"""


@pytest.fixture(scope="module")
def story(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield clocked(context, f"{file.as_uri()}#{NEAR}")
    context.close()


@pytest.fixture
def page(story: Page) -> Page:
    """The page with the map in sight, its leg seen from near, and the focus nowhere."""
    story.evaluate(f"""() => {{
        const {{ stage }} = L.journey.map.journey;
        const {{ open }} = L.journey.first;
        stage.act(() => ({{ open, letters: true, playing: false, ways: [] }}));
        document.activeElement.blur();
        scrollTo(0, scrollY);
        location.hash = "{NEAR}";
    }}""")
    rest(story, 1)
    return story


@pytest.fixture
def phone(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": PHONE[0], "height": PHONE[1]},
        has_touch=True,
        is_mobile=True,
        reduced_motion="reduce",
    )
    yield clocked(context, f"{file.as_uri()}#{NEAR}")
    context.close()


def button(page: Page, name: str) -> None:
    """Give the focus to the button of that name, as the tab key does."""
    page.keyboard.press("Tab")
    page.get_by_role("button", name=ENGLISH.say(name), exact=True).focus()


def test_arrows_move_the_map_that_was_reached_by_keyboard_and_else_the_story(page: Page) -> None:
    page.keyboard.press("Tab")
    page.locator("#stage").focus()
    before = page.evaluate(MIDDLE)

    page.keyboard.press("ArrowRight")

    assert page.evaluate(MIDDLE) > before
    assert page.evaluate(f"{NOW}.at.leg") == 2


@pytest.mark.parametrize("name", ["map.back", "map.inset"])
def test_what_goes_away_leaves_the_focus_to_the_map(page: Page, name: str) -> None:
    page.evaluate("L.journey.zoom(L.journey.map.journey.stage, 1)")
    rest(page, 1)
    button(page, name)

    page.keyboard.press("Enter")
    rest(page, 2)

    assert page.evaluate("document.activeElement.id") == "stage"


def test_who_has_come_as_near_as_can_be_keeps_the_focus(page: Page) -> None:
    button(page, "map.zoom_in")

    for _ in range(9):
        page.keyboard.press("Enter")
        rest(page, 1)

    found = page.get_by_role("button", name=ENGLISH.say("map.zoom_in"))
    expect(found).to_have_attribute("aria-disabled", "true")
    assert page.evaluate(HELD) == ENGLISH.say("map.zoom_in")


def test_compare_tells_whether_it_is_open_takes_the_focus_and_gives_it_back(page: Page) -> None:
    button(page, "class.compare")
    page.keyboard.press("Enter")
    rest(page, 1)
    opener = page.locator("[data-act='compare']").first
    assert (opener.get_attribute("aria-expanded"), page.evaluate(HELD)) == (
        "true",
        ENGLISH.say("play.play"),
    )

    page.keyboard.press("Escape")
    rest(page, 1)

    expect(opener).to_have_attribute("aria-expanded", "false")
    assert page.evaluate(HELD) == ENGLISH.say("class.compare")


def test_keys_of_one_letter_can_be_turned_off(page: Page) -> None:
    page.keyboard.press("?")
    page.get_by_role("checkbox", name=ENGLISH.say("help.letters")).uncheck()
    page.keyboard.press("Escape")
    rest(page, 0.1)
    assert page.evaluate(f"{NOW}.open.help") is False

    for key in "1c?p":
        page.keyboard.press(key)
    rest(page, 0.1)

    assert page.evaluate(f"[{NOW}.leg, {NOW}.open.help]") == [2, False]
    assert page.evaluate("document.documentElement.className") == ""


def test_escape_puts_away_what_a_mark_says_and_nothing_else(page: Page) -> None:
    page.keyboard.press("Tab")
    mark = page.locator(".jm-label [role=img]:visible").first
    mark.focus()
    content = "(one) => getComputedStyle(one, '::after').content"
    assert mark.evaluate(content) != "none"

    page.keyboard.press("Escape")

    assert mark.evaluate(content) == "none"
    assert page.evaluate(f"{NOW}.leg") == 2


def test_no_dot_of_the_text_is_a_stop_of_the_tab_key(page: Page) -> None:
    assert page.locator("#text .mark").count() > 50
    assert page.locator("#text .mark[tabindex]").count() == 0


def test_the_row_of_true_time_is_met_within_24_pixels(page: Page) -> None:
    bar = page.locator(".jm-true").bounding_box()
    assert bar

    hit = "([x, y]) => document.elementFromPoint(x, y).className"
    met = [page.evaluate(hit, [bar["x"] + 9, bar["y"] + y]) for y in (-5, 17)]

    assert met == ["jm-true", "jm-true"]


def test_in_colours_of_ones_own_what_tells_something_can_be_told_apart(page: Page) -> None:
    page.emulate_media(forced_colors="active")

    marks = page.evaluate(COLOURS, ".jm-legend [role=img]")
    pressed = page.evaluate(COLOURS, ".jm-ladder [aria-pressed]")
    slices = page.evaluate(COLOURS, ".jm-slice")
    legs = page.evaluate(COLOURS, ".jm-segment")
    page.emulate_media(forced_colors="none")
    assert len(set(marks)) == 3
    assert len(set(pressed)) == 2
    assert len(set(slices)) == 4  # Those of the bus, before the border and after, are known apart.
    assert len(set(legs)) >= 3


def test_in_colours_of_ones_own_the_title_has_no_halo_and_the_sea_its_colour(page: Page) -> None:
    ground = "getComputedStyle(document.querySelector('#stage')).backgroundColor"
    sea = page.evaluate(ground)

    page.emulate_media(forced_colors="active")
    found = [
        page.evaluate(
            "getComputedStyle(document.querySelector('.jm-opening')).webkitTextStrokeWidth"
        ),
        page.evaluate(ground),
    ]

    page.emulate_media(forced_colors="none")
    assert found == ["0px", sea]


def test_what_a_mouse_presses_is_24_pixels_each_way(page: Page) -> None:
    page.evaluate(UNFOLD, True)

    found = page.evaluate(TARGETS, 24)

    page.evaluate(UNFOLD, False)
    assert found == []


def test_what_a_finger_presses_is_44_pixels_each_way(phone: Page) -> None:
    phone.evaluate(UNFOLD, True)
    found = {"story": phone.evaluate(TARGETS, 44)}

    phone.keyboard.press("p")
    for step in (2, 3, 19):
        phone.keyboard.type(f"{step}\n")
        at(phone, step)
        found[f"step {step}"] = phone.evaluate(TARGETS, 44)

    assert {where: small for where, small in found.items() if small} == {}


def test_axe_finds_nothing_where_a_pupil_begins_in_colours_of_ones_own(phone: Page) -> None:
    phone.emulate_media(forced_colors="active", color_scheme="dark")
    phone.evaluate("location.hash = 'pupil=1'")
    expect(phone.locator("#held")).to_be_visible()
    phone.locator(NAMED).wait_for(state="attached")

    found = {"opening": Axe().run(phone)}
    phone.keyboard.press("p")
    phone.keyboard.type("3\n")
    at(phone, 3)
    found["asked"] = Axe().run(phone)

    assert {n: one.generate_report() for n, one in found.items() if one.violations_count} == {}


@pytest.mark.parametrize("size", [(1200, 800), (390, 844)])
def test_what_leads_back_to_the_story_lies_under_nothing(page: Page, size: tuple[int, int]) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.evaluate("L.journey.zoom(L.journey.map.journey.stage, 1)")
    rest(page, 1)

    parts = [".jm-ladder > :first-child", ".jm-back", ".jm-inset", "#tools"]
    boxes = page.evaluate(BOXES, parts)

    page.set_viewport_size({"width": 1440, "height": 900})
    assert len(boxes) == 4
    assert touching(boxes) == []


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    page: Page,
    scheme: Literal["light", "dark"],
    size: tuple[int, int],
    forced: Literal["none", "active"],
) -> None:
    page.emulate_media(color_scheme=scheme, forced_colors=forced)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    expect(page.locator("#stage")).to_have_attribute("data-theme", scheme)
    rest(page, 2)

    found = Axe().run(page)

    page.emulate_media(color_scheme="light", forced_colors="none")
    page.set_viewport_size({"width": 1440, "height": 900})
    assert found.violations_count == 0, found.generate_report()
