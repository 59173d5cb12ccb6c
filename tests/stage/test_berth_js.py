"""Where a large box stands on the map, without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

FRAME = {"x": 0, "y": 0, "w": 800, "h": 400}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("berth"))


def berth(page: Page, w: float, h: float, **room: Any) -> dict[str, float] | None:
    """Where a box of that size stands in a room of 800 by 400 pixels."""
    told = {"frame": FRAME, "taken": [], "lines": [], "points": [], "grid": None, **room}
    call = "([w, h, room]) => L.journey.berth(w, h, room)"
    found: dict[str, float] | None = page.evaluate(call, [w, h, told])
    return found


def grid(*land: range) -> dict[str, Any]:
    """Cells of 100 pixels, of which those in these columns are land, one range a row."""
    cells = [int(col in row) for row in land for col in range(8)]
    return {"cols": 8, "rows": len(land), "cell": 100, "land": cells}


def test_it_stands_in_the_middle_of_an_open_sea(page: Page) -> None:
    found = berth(page, 200, 100)

    assert found is not None
    assert abs(found["x"] + 100 - 400) <= 8
    assert abs(found["y"] + 50 - 200) <= 8


def test_it_stands_on_the_water_where_there_is_room(page: Page) -> None:
    found = berth(page, 200, 100, grid=grid(*[range(5)] * 4))

    assert found is not None
    assert found["land"] == 0
    assert found["x"] >= 500


def test_where_there_is_no_water_it_stands_on_land_and_says_so(page: Page) -> None:
    found = berth(page, 200, 100, grid=grid(*[range(8)] * 4))

    assert found is not None
    assert found["land"] == 1


def test_it_is_clear_of_route_ends_and_panels(page: Page) -> None:
    line = [{"x": 0, "y": 200}, {"x": 500, "y": 200}]
    panel = {"x": 0, "y": 0, "w": 500, "h": 150}

    found = berth(page, 200, 100, lines=[line], points=[line[1]], taken=[panel])

    assert found is not None
    assert found["y"] >= 230 or found["x"] >= 544


def test_there_may_be_no_place(page: Page) -> None:
    zigzag = [{"x": x, "y": 400 * (i % 2)} for i, x in enumerate(range(0, 801, 80))]

    assert berth(page, 200, 100, lines=[zigzag]) is None
    assert berth(page, 900, 100) is None
