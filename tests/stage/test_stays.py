"""A leg that stays in its place, and the place's name, in a real Chromium."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from journey.pages.story import page as page_of
from journey.words.wording import Wording
from tests.browsing import DESK, NAMED, PATIENCE, rested, until
from tests.conftest import amount, leg, place, track

pytestmark = pytest.mark.browser

HOUR = amount(1, "h")
LEGS = [
    leg("home", "inn", duration=HOUR),
    leg("inn", "inn", mode="other", duration=amount(3, "d")),
    leg("inn", "home", duration=HOUR),
]
# The places of the journey whose names are in sight.
SEEN = """() => [...document.querySelectorAll(".jm-outer, .jm-end")]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }))
  .map((one) => one.innerText.split("\\n")[0])"""


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The story page of a way to an inn, a stay there, and the way back, without motion."""
    of = track(places=[place("home", 50, 8), place("inn", 50.1, 8.6)], legs=LEGS)
    file = tmp_path_factory.mktemp("stays") / "story.html"
    file.write_bytes(page_of(of, Wording("en")))
    context = browser.new_context(
        viewport={"width": DESK[0], "height": DESK[1]}, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE)
    found = context.new_page()
    found.goto(file.as_uri())
    found.locator(NAMED).wait_for(state="attached")
    yield found
    context.close()


def test_its_name_stands_on_the_whole_route(page: Page) -> None:
    page.locator(".jm-ladder button").first.click()
    rested(page)

    until(page, lambda _: set(page.evaluate(SEEN)) == {"Home", "Inn"})


def test_its_name_stands_beside_the_traveller_who_stays_there(page: Page) -> None:
    for part in (0.2, 0.7):
        page.evaluate(
            "(part) => L.journey.map.journey.stage.act(L.journey.actions.seek, {leg: 1, part})",
            part,
        )
        page.locator(".jm-ladder button").nth(1).click()
        rested(page)

        until(page, lambda _: page.evaluate(SEEN) == ["Inn"])
