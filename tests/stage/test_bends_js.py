"""Ways that the journey is compared with, as lines of the diagram, run without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# An hour for 10 km, a leg of unknown time for 10 more, and an hour for 20; on the bar a half
# and twice a quarter.
TALE = """{
  legs: [{span: 3600, km: [0, 10]}, {span: 0, km: [10, 20]}, {span: 3600, km: [20, 40]}],
  starts: [0, 3600, 3600], divisions: {bar: L.journey.pace.division([.5, .25, .25])},
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("pace", "bends"))


def bends(page: Page, **way: float) -> Any:
    full = {"kmh": 10, "seconds": 0, "km": 0, "end": 40, **way}
    return page.evaluate(f"L.journey.bends({full}, {TALE})")


def test_a_way_bends_where_the_scale_of_the_time_changes(page: Page) -> None:
    assert bends(page) == [[0, 0], [0.5, 10], [0.75, 10], [1, 20]]


@pytest.mark.parametrize(("end", "last"), [(5, [0.25, 5]), (15, [0.875, 15]), (90, [1, 20])])
def test_it_ends_with_its_own_way_or_the_journeys_time(
    page: Page, end: float, last: list[float]
) -> None:
    assert bends(page, end=end)[-1] == pytest.approx(last)


def test_a_fast_one_ends_with_the_journeys_way(page: Page) -> None:
    assert bends(page, kmh=80, end=90) == [[0, 0], [pytest.approx(0.25), 40]]


def test_it_begins_where_it_leaves(page: Page) -> None:
    assert bends(page, seconds=5400, km=30)[0] == pytest.approx([0.875, 30])


def test_without_a_speed_it_has_no_line(page: Page) -> None:
    assert bends(page, kmh=0) == []
