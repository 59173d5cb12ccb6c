"""What a reader sees of the story page before its stage is there, and where there is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import DRAWN
from tests.conftest import Viewer

pytestmark = pytest.mark.browser

SKETCH = ".jm-sketch"
# A tab that is not shown gets no frames.
FRAMELESS = "window.requestAnimationFrame = () => 0;"
# When the stage's map was made, and when the page was first painted, in ms.
ORDER = """() => [
  performance.getEntriesByType("paint").at(-1).startTime, window.opened,
]"""
NOTED = """
Object.defineProperty(window, "L", { configurable: true, get: () => window.leaflet, set: (L) => {
  window.leaflet = L;
  const { map } = L;
  if (map) L.map = (...all) => { window.opened = performance.now(); return map(...all); };
} });
"""

SIZES = [
    (1920, 1080), (1440, 900), (1024, 768), (820, 1180), (390, 844), (320, 640), (844, 390),
    (420, 260),
]  # fmt: skip
# How far the ends of the route in the sketch lie from those on the map, in pixels.
APART = """() => {
  const svg = document.querySelector(".jm-sketch svg");
  svg.closest(".jm-sketch").classList.remove("jm-covered");
  const { a, d, e, f } = svg.getScreenCTM();
  const sketched = [...svg.querySelectorAll('path[stroke-width="15.8"]')].map((path) => {
    const [x, y] = path.getAttribute("d").match(/-?[\\d.]+/g).map(Number);
    return [a * x + e, d * y + f];
  });
  const { map } = L.journey;
  const { left, top } = map.getContainer().getBoundingClientRect();
  const { legs } = map.journey.stage.tale;
  const drawn = [legs[0].points[0], legs.at(-1).points.at(-1)].map((at) => {
    const { x, y } = map.latLngToContainerPoint(at);
    return [x + left, y + top];
  });
  return sketched.map(([x, y], i) => Math.hypot(x - drawn[i][0], y - drawn[i][1]));
}"""


def test_the_map_takes_the_place_of_the_sketch(page: Page, file: Path) -> None:
    page.goto(file.as_uri())

    page.locator(DRAWN).wait_for(state="attached")

    expect(page.locator(SKETCH)).to_be_hidden()


def test_nothing_moves_when_the_map_takes_the_place_of_the_sketch(page: Page, file: Path) -> None:
    apart = {}

    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        page.goto(file.as_uri())
        page.locator(DRAWN).wait_for(state="attached")
        apart[width, height] = page.evaluate(APART)

    assert {size: off for size, off in apart.items() if len(off) != 2 or max(off) > 2} == {}


def test_without_scripts_the_sketch_stays(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto(file.as_uri())

    expect(page.locator(SKETCH)).to_be_visible()
    context.close()


def test_on_paper_the_sketch_stands_for_the_map(page: Page, file: Path) -> None:
    page.goto(file.as_uri())
    page.locator(DRAWN).wait_for(state="attached")

    page.emulate_media(media="print")

    expect(page.locator(SKETCH)).to_be_visible()
    expect(page.locator(".leaflet-map-pane")).to_be_hidden()


def test_in_a_tab_that_is_not_shown_the_stage_opens_under_the_sketch(
    viewer: Viewer, file: Path
) -> None:
    page = viewer().new_page()
    page.add_init_script(FRAMELESS)

    page.goto(file.as_uri())
    page.locator(".leaflet-map-pane").wait_for(state="attached")

    expect(page.locator(SKETCH)).to_be_visible()


def test_a_stage_that_fails_leaves_the_sketch(browser: Browser, file: Path, tmp_path: Path) -> None:
    page = browser.new_page()
    broken = tmp_path / "broken.html"
    broken.write_text(file.read_text("utf-8").replace('"legs":', '"lost":'), "utf-8")

    with page.expect_event("pageerror"):
        page.goto(broken.as_uri())

    expect(page.locator(SKETCH)).to_be_visible()
    page.close()


def test_the_page_is_painted_before_its_stage_opens(browser: Browser, file: Path) -> None:
    page = browser.new_page()
    page.add_init_script(NOTED)

    page.goto(file.as_uri())
    page.locator(DRAWN).wait_for(state="attached")

    painted, opened = page.evaluate(ORDER)
    assert 0 < painted < opened
    page.close()
