"""The sketch in the page that Streamlit brings, in a real Chromium."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import DRAWN, stage
from tests.serving import Server

pytestmark = pytest.mark.browser

PLACE = "#preview > div > div"
# Keeps where the sketch lay in the last frame in which it was there.
NOTED = """(() => {
  const look = () => {
    const found = document.querySelector("#preview > div > div");
    if (found) window.place = found.getBoundingClientRect().toJSON();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})()"""
SIZES = [(1440, 900), (1024, 768), (820, 1180), (390, 844), (320, 640), (844, 390)]


def come(page: Page, server: Server) -> None:
    """Go to the page; again where its sketch was still being made, for nobody waits for that."""
    for _ in range(100):
        page.goto(server.url, wait_until="commit")
        page.locator("#root").wait_for(state="attached")
        if page.locator(PLACE).count():
            return
    raise AssertionError("there is no sketch")


def test_the_sketch_lies_where_the_stage_will_be(page: Page, server: Server) -> None:
    page.add_init_script(NOTED)

    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        come(page, server)
        stage(page).locator(DRAWN).wait_for(state="attached")

        sketch = page.evaluate("window.place")
        there = page.locator("iframe[src*=folium]").bounding_box()
        assert there
        assert [sketch[side] for side in there] == pytest.approx(list(there.values()), abs=1)


def test_the_stage_takes_the_place_of_the_sketch(page: Page, server: Server) -> None:
    come(page, server)

    stage(page).locator(DRAWN).wait_for(state="attached")

    expect(page.locator(PLACE)).not_to_be_attached()


def test_a_page_that_is_scrolled_has_no_sketch_over_it(page: Page, server: Server) -> None:
    page.route("**/assets/journeys/**", lambda route: route.abort())  # No stage comes.
    come(page, server)
    page.locator(".hh.data").wait_for(state="attached")

    page.locator(".hh.data").scroll_into_view_if_needed()

    expect(page.locator(PLACE)).not_to_be_attached()
