"""What the scale says of its latitude, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.words.wording import Wording
from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

WORDS = {
    key: Wording("en").say(key)
    for key in ("map.scale_at", "map.ends", "map.beyond", "map.north_south")
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("latitude"))


def said(page: Page, lat: float, south: float, north: float, farthest: float = 0) -> Any:
    found = page.evaluate(
        "([words, ...more]) => Object.values(L.journey.latitude(words, '50 km', ...more))",
        [WORDS, lat, south, north, farthest],
    )
    return [text.replace("\u2068", "").replace("\u2069", "") for text in found]


@pytest.mark.parametrize(
    ("lat", "south", "north", "bar"),
    [
        (40, 30, 50, "50 km"),
        (10, -70, 80, "50 km"),
        (-66.6, -76, -54, "50 km at 67° S"),
        (58, 54, 61.7, "50 km at 58° N"),
    ],
)
def test_where_lengths_differ_in_a_view_the_scale_names_its_latitude(
    page: Page, lat: float, south: float, north: float, bar: str
) -> None:
    assert said(page, lat, south, north) == [bar, ""]


@pytest.mark.parametrize(
    ("view", "ends"),
    [
        ((80, 70, 85.05), WORDS["map.ends"]),
        ((-80, -85.05, -70), WORDS["map.ends"]),
        ((80, 78, 82), ""),
        ((0, -85.05, 85.05), ""),
        ((0, -85.05, 85.05, 88), WORDS["map.beyond"]),
    ],
)
def test_about_a_pole_and_of_a_way_beyond_it_the_map_says_where_it_ends(
    page: Page, view: tuple[float, ...], ends: str
) -> None:
    assert said(page, *view)[1] == ends
