"""Coordinates and the way laid over them, run in a browser without a page to show it on."""

from __future__ import annotations

from itertools import pairwise
from math import cos, radians, sin
from typing import Any

import pytest
from geographiclib.geodesic import Geodesic
from playwright.sync_api import Browser, Page

from journey.pages import presenter
from tests.pages.test_lesson_js import of_lesson

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    """A page with both as they are sent, made small."""
    made = browser.new_page()
    made.evaluate("window.L = {journey: {}}")
    made.add_script_tag(content=presenter.packed(of_lesson("coordinates", "laid")))
    return made


def read(page: Page, text: str) -> Any:
    return page.evaluate("(text) => L.journey.coordinates(text)", text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("51.5, -0.12", [51.5, -0.12]),
        (" 51.5 -0.12 ", [51.5, -0.12]),
        ("51.5; -0.12", [51.5, -0.12]),
        ("51.5N 0.12W", [51.5, -0.12]),
        ("51.5° n, 0.12° w", [51.5, -0.12]),
        ("N 51.5, W 0.12", [51.5, -0.12]),
        ("0.12 W, 51.5 N", [51.5, -0.12]),
        ("33.9s18.4e", [-33.9, 18.4]),
        ("\u221233.9, 18.4", [-33.9, 18.4]),
        ("51°30′ N 0°07′30″ W", [51.5, -0.125]),
        ("51°30'N,0°7'30\"W", [51.5, -0.125]),
        ("51,5 -0,12", [51.5, -0.12]),
        ("51,12", [51, 12]),
        ("90, 180", [90, 180]),
    ],
)
def test_a_place_is_read_as_people_write_it(page: Page, text: str, at: list[float]) -> None:
    assert read(page, text) == {"at": pytest.approx(at)}


@pytest.mark.parametrize(
    "text",
    ["", "London", "51.5", "51,5,7", "1 2 3", "51 N 12 N", "12 E 51 E", "-51 S 0 E", "51°75' N 0 E",
     "NaN, NaN", "1e1, 2", "<b>"],
)  # fmt: skip
def test_what_is_no_place_is_said_to_be_none(page: Page, text: str) -> None:
    assert read(page, text) == {"fault": "class.home_unread"}


@pytest.mark.parametrize("text", ["90.1, 0", "-91 0", "0, 180.5", "139.7, 35.7"])
def test_a_place_off_the_earth_is_refused(page: Page, text: str) -> None:
    assert read(page, text) == {"fault": "class.home_off"}


def laid(page: Page, home: list[float], *lines: list[float], others: Any = ()) -> Any:
    """The lines and the ends by others, over that home; None where they leave the map."""
    outline = {"lines": list(lines), "others": list(others)}
    return page.evaluate("([home, way]) => L.journey.laid(home, way)", [home, outline])


@pytest.mark.parametrize("home", [[51.5, -0.12], [0, 179.9], [-33.9, 18.4], [69.6, 18.9]])
@pytest.mark.parametrize(("bearing", "km"), [(39.3, 690), (180, 690), (44.9, 1.209), (0, 0)])
def test_so_many_km_east_and_north_lead_to_where_they_lead_on_the_earth(
    page: Page, home: list[float], bearing: float, km: float
) -> None:
    there = Geodesic.WGS84.Direct(*home, bearing, km * 1000)
    off = [km * sin(radians(bearing)), km * cos(radians(bearing))]

    (line,) = laid(page, home, [0, 0, *off])["lines"]

    lat, lon = line[-1]
    assert Geodesic.WGS84.Inverse(lat, lon, there["lat2"], there["lon2"])["s12"] <= 6 * km + 1e-6
    assert abs(lon - home[1]) < 180  # The line goes on over the date line.


# A quarter of the earth's mean circumference, in km (R = 6371.0088 km).
QUARTER = 10_007.557


def test_a_long_line_is_bent_as_the_shortest_way_is(page: Page) -> None:
    # From 60° N due east, the great circle crosses the equator a quarter of the earth on, 90° east.
    (line,) = laid(page, [60, 0], [0, 0, QUARTER, 0])["lines"]

    assert len(line) > 100
    assert line[-1] == pytest.approx([0, 90], abs=1e-4)
    # Half of that on: sin(lat) = sin(60°) cos(45°), by the law of cosines of the sphere.
    middle = line[len(line) // 2]
    assert middle[0] == pytest.approx(37.76, abs=0.3)


def test_a_way_round_the_earth_goes_on_beside_the_map_and_never_across_it(page: Page) -> None:
    found = laid(page, [0, 170], [0, 0, QUARTER, 0], [QUARTER, 0, 1.9 * QUARTER, 0],
                 others=[[1.9 * QUARTER, 0, "there"]])  # fmt: skip

    lons = [lon for line in found["lines"] for _, lon in line]
    assert max(abs(b - a) for a, b in pairwise(lons)) < 1
    assert lons[-1] == pytest.approx(170 + 171, abs=1e-4)
    assert found["others"][0] == pytest.approx([0, 170 + 171], abs=1e-4)


@pytest.mark.parametrize("home", [[84, 0], [-90, 0], [90, 12]])
def test_what_would_lie_beyond_the_map_is_not_laid(page: Page, home: list[float]) -> None:
    assert laid(page, home, [0, 0, 0, 690 if home[0] > 0 else -690]) is None
