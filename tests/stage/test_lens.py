"""Where the camera stands when the stage opens."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from journey.track.track import Track, extent
from tests.browsing import NAMED

pytestmark = pytest.mark.browser

BOUNDS = """() => {
  const {_southWest: low, _northEast: high} = L.journey.map.getBounds();
  return [low.lat, low.lng, high.lat, high.lng];
}"""


# From 2049 pixels on the world is no longer wide enough at the zoom with which a map begins.
@pytest.mark.parametrize("size", [(320, 640), (2560, 1440), (3840, 1080)])
def test_a_stage_of_any_size_opens_on_the_whole_route(
    page: Page, file: Path, handcar: Track, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})

    page.goto(file.as_uri())
    page.locator(NAMED).wait_for(state="attached")
    page.clock.run_for(2000)

    (low, left), (high, right) = extent(handcar.legs)
    south, west, north, east = page.evaluate(BOUNDS)
    assert south < low
    assert high < north
    assert west < left < right < east
    assert north - south < 4 * (high - low)
