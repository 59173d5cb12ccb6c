"""Where the lines of the graticule run, in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("lattice"))


def lattice(page: Page, south: float, west: float, north: float, east: float) -> Any:
    bounds = (
        f"getSouth: () => {south}, getNorth: () => {north},"
        f"getWest: () => {west}, getEast: () => {east}"
    )
    return page.evaluate(f"() => L.journey.lattice({{{bounds}}})")


def test_lines_lie_on_whole_degrees_all_over_the_view(page: Page) -> None:
    found = lattice(page, 37.5, 123.5, 43.5, 131.5)

    assert found == {"parallels": [38, 40, 42], "meridians": [124, 126, 128, 130]}


def test_meridians_go_on_beyond_the_date_line(page: Page) -> None:
    assert 180 in lattice(page, -10, 170, 10, 190)["meridians"]
    assert 190 in lattice(page, -10, 170, 10, 190)["meridians"]


def test_no_parallel_lies_beyond_the_edge_of_the_map(page: Page) -> None:
    parallels = lattice(page, -89.9, 0, 89.9, 80)["parallels"]

    assert parallels
    assert max(map(abs, parallels)) <= 85
