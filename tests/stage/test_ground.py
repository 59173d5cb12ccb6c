"""What the canvas under the route shows: land with its hills, and sea without."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from journey.basemap.browser import basemap
from journey.pages.story import page as page_of
from journey.track.track import Track
from journey.words.wording import Wording
from tests.browsing import NAMED, until
from tests.conftest import Viewer

pytestmark = pytest.mark.browser

HILLS = "[data-relief]"
# In the mountains north of Hamhung and far from any line or name, and in the middle of the sea.
LAND, SEA = (40.75, 127.6), (39.5, 131.5)

# Red, green, blue and strength of the pixels of a square around a point.
PIXELS = """([lat, lon, side]) => {
  const map = L.journey.map;
  const canvas = document.querySelector('.leaflet-base-pane canvas');
  const at = map.latLngToLayerPoint([lat, lon]).subtract(L.DomUtil.getPosition(canvas));
  const {data} = canvas.getContext('2d').getImageData(at.x - side / 2, at.y - side / 2, side, side);
  return Array.from({length: data.length / 4}, (_, i) => [...data.slice(4 * i, 4 * i + 4)]);
}"""


def pixels(page: Page, point: tuple[float, float], side: int = 24) -> list[tuple[int, ...]]:
    return [tuple(pixel) for pixel in page.evaluate(PIXELS, [*point, side])]


def spread(found: list[tuple[int, ...]]) -> int:
    """How far the lightest of the pixels is from the darkest, by their green."""
    greens = [green for _, green, _, _ in found]
    return max(greens) - min(greens)


def opened(context: BrowserContext, file: Path) -> Page:
    """The story page, drawn; what its scripts throw fails the test."""
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")
    page.clock.run_for(3000)
    assert faults == []
    return page


@pytest.fixture(scope="module")
def ground(browser: Browser, file: Path) -> Iterator[Page]:
    """The story page with its hills, for tests that look at it alone."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator(HILLS).wait_for(state="attached")
    yield page
    context.close()


def look(page: Page, point: tuple[float, float], zoom: float) -> None:
    page.evaluate(
        "([at, zoom]) => L.journey.map.setView(at, zoom, {animate: false})", [point, zoom]
    )


# What stands on the map when it is said to be drawn, and whether all names are said to be there.
FIRST = """new MutationObserver(() => {
  const map = document.querySelector('[data-drawn]');
  if (!map || window.first) return;
  const words = [...map.querySelectorAll('.jm-label')];
  const seen = words.filter((one) => one.style.visibility === 'visible');
  window.first = {words: seen.map((one) => one.classList[1]), named: 'named' in map.dataset};
}).observe(document, {subtree: true, childList: true, attributes: true})"""


def test_what_is_said_to_be_drawn_has_the_journeys_own_words_and_other_names_follow(
    browser: Browser, file: Path
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.add_init_script(FIRST)

    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")

    first = page.evaluate("first")
    assert first["words"].count("jm-outer") == 2
    assert {"jm-mode", "jm-speck"} <= set(first["words"])
    assert not first["named"]
    assert "jm-country" not in first["words"]
    assert page.locator(".jm-country").count() > 0
    page.close()


@pytest.mark.parametrize("zoom", [5.0, 6.5, 8.0])
def test_there_are_hills_on_land(ground: Page, zoom: float) -> None:
    look(ground, LAND, zoom)

    assert spread(pixels(ground, LAND, 40)) > 12


@pytest.mark.parametrize("zoom", [5.0, 6.5, 8.0])
def test_nothing_is_drawn_on_the_open_sea(ground: Page, zoom: float) -> None:
    look(ground, SEA, zoom)

    assert set(pixels(ground, SEA)) == {(0, 0, 0, 0)}


def test_from_near_the_land_is_plain(ground: Page) -> None:
    look(ground, LAND, 10)

    assert len(set(pixels(ground, LAND))) == 1


def test_water_is_paler_along_a_coast(ground: Page) -> None:
    look(ground, (41.0, 129.72), 7)
    # Off the straight coast at Kimchaek, 4 pixels and 40.
    near, far = pixels(ground, (40.66, 129.26), 2), pixels(ground, (40.4, 130.2), 2)

    assert {strength for *_, strength in far} == {0}
    assert all(0 < strength < 255 for *_, strength in near)


def test_hills_are_tinted_anew_for_another_theme(viewer: Viewer, file: Path) -> None:
    dark = opened(viewer(color_scheme="dark"), file)
    dark.locator(HILLS).wait_for(state="attached")

    found = pixels(dark, LAND, 40)

    assert spread(found) > 6
    assert max(green for _, green, _, _ in found) < 110


WITHOUT: dict[str, Any] = {
    "no file": None,
    "no picture": {"data": "AAAA"},
    "an address where nothing is": {"data": None, "url": "relief.webp"},
}


@pytest.mark.parametrize("name", WITHOUT)
def test_without_a_relief_the_map_is_drawn_all_the_same(
    viewer: Viewer, handcar: Track, tmp_path: Path, name: str
) -> None:
    base = deepcopy(basemap([point for leg in handcar.legs for point in leg.line], "en"))
    base["relief"] = WITHOUT[name] and {**base["relief"], **WITHOUT[name]}
    file = tmp_path / "plain.html"
    file.write_bytes(page_of(handcar, Wording("en"), base))

    page = opened(viewer(), file)

    assert page.locator(HILLS).count() == 0
    assert len(set(pixels(page, LAND))) == 1


def test_a_browser_that_gives_false_pixels_shows_no_false_hills(viewer: Viewer, file: Path) -> None:
    context = viewer()
    context.add_init_script(
        """CanvasRenderingContext2D.prototype.getImageData = (x, y, w, h) => {
          window.read = true;
          return {data: new Uint8ClampedArray(4 * w * h).fill(255)};
        };"""
    )

    page = opened(context, file)
    until(page, "window.read")
    page.clock.run_for(3000)

    assert page.locator(HILLS).count() == 0
