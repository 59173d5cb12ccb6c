"""The end of the story, in a real Chromium: when it comes, what it shows, and how it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from journey.words.wording import Wording
from tests.browsing import DRAWN, until

pytestmark = pytest.mark.browser

ENGLISH = Wording("en")
SIZES = [
    (1440, 900), (1024, 768), (820, 1180), (390, 844), (320, 640), (844, 390), (420, 260),
]  # fmt: skip
# Plays the last thousandth of the last leg.
ENDS = """(pacing) => {
  const { stage } = L.journey.map.journey;
  const { actions } = L.journey;
  stage.act(actions.pace, pacing);
  stage.act(actions.seek, { leg: stage.tale.legs.length - 1, part: 0.999 });
  stage.act(actions.run);
  for (let i = 0; i < 100 && stage.now().over !== "end"; i += 1) stage.act(actions.tick, 1000);
  stage.paint();
}"""


@pytest.fixture(scope="module")
def opened(browser: Browser, file: Path) -> Iterator[Page]:
    """The story of a viewer who wants no motion."""
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(10_000)
    page.goto(file.as_uri())
    page.locator(DRAWN).wait_for(state="attached")
    yield page
    context.close()


def end(page: Page, size: tuple[int, int] = (1440, 900), pacing: str = "story") -> Locator:
    """The panel at the end of the story, in a window of that size."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    until(page, "(x) => L.journey.map.getSize().x === x", arg=size[0])
    page.evaluate(ENDS, pacing)
    return page.locator(".jm-ending")


def state(page: Page, key: str) -> object:
    return page.evaluate(f"L.journey.map.journey.stage.now().{key}")


@pytest.mark.parametrize("size", SIZES)
def test_the_whole_route_is_seen_beside_it_at_every_size(
    opened: Page, size: tuple[int, int]
) -> None:
    panel = end(opened, size)

    expect(panel).to_be_visible()
    expect(opened.locator(".jm-card")).to_be_hidden()
    hidden = opened.evaluate(
        """() => {
            const { stage } = L.journey.map.journey;
            const home = stage.box.getBoundingClientRect();
            const r = document.querySelector(".jm-ending").getBoundingClientRect();
            return stage.tale.legs.flatMap(({ points }) => points)
              .map((at) => stage.map.latLngToContainerPoint(at).add([home.x, home.y]))
              .filter(({ x, y }) => (x > r.left && x < r.right && y > r.top && y < r.bottom)
                || x < 0 || x > home.right || y < home.top).length;
        }"""
    )
    assert state(opened, "aim.to") == "whole"
    assert hidden == 0


def test_it_tells_figures_with_their_marks_and_what_came_next(opened: Page) -> None:
    panel = end(opened)

    marks = panel.get_by_role("img").evaluate_all("(all) => all.map((one) => one.className)")
    assert marks == [
        f"jm-mark jm-mark-{basis}"
        for basis in ("reported", "assumed", "assumed", "derived", "reported", "reported")
    ]
    expect(panel.get_by_role("heading")).to_contain_text("Vladivostok")
    expect(panel).to_contain_text("Moscow")


def test_its_heading_is_called_by_the_place_and_not_by_all_sources_of_that(opened: Page) -> None:
    arrived = ENGLISH.say("ending.arrived", place="Vladivostok")

    expect(end(opened).get_by_role("heading")).to_have_accessible_name(arrived)


def test_its_link_leaves_the_page_in_a_new_tab_and_says_so(opened: Page) -> None:
    link = end(opened).get_by_role("link")

    expect(link).to_have_attribute("target", "_blank")
    expect(link).to_have_attribute("rel", "noopener noreferrer")
    said = ENGLISH.say("ending.leaves", host="themoscowtimes.com")
    expect(opened.locator(".jm-ending-pictures")).to_contain_text(said)


def test_it_can_be_played_again(opened: Page) -> None:
    end(opened).get_by_role("button", name=ENGLISH.say("ending.replay")).click()

    expect(opened.locator(".jm-ending")).to_be_hidden()
    assert (state(opened, "playing"), state(opened, "at.leg")) == (True, 0)


def test_after_true_time_it_can_be_told_again_slowly(opened: Page) -> None:
    slowly = ENGLISH.say("ending.slowly")
    expect(end(opened).get_by_role("button", name=slowly)).to_have_count(0)

    end(opened, pacing="truth").get_by_role("button", name=slowly).click()

    assert (state(opened, "pacing"), state(opened, "at.leg")) == ("story", 0)


def test_escape_closes_it_and_gives_the_focus_to_the_map(opened: Page) -> None:
    panel = end(opened)
    panel.get_by_role("button", name=ENGLISH.say("map.close")).focus()

    opened.keyboard.press("Escape")

    expect(panel).to_be_hidden()
    expect(opened.locator(".jm-stage")).to_be_focused()
    assert state(opened, "leg") == 3


def test_it_is_said_to_those_who_do_not_see_it(opened: Page) -> None:
    end(opened)

    expect(opened.locator(".jm-voice")).to_contain_text("Vladivostok")
    expect(opened.locator(".jm-voice")).to_contain_text("km")
