"""Which names of the base map are written beside those of a journey, without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# Two rivers, each with a point by which its line is known, and a village that is called as one is.
YALU = {"kind": "river", "at": [40, 125], "zoom": 6, "name": "압록강"}
TUMEN = {"kind": "river", "at": [42, 130], "zoom": 6, "name": "두만강"}
VILLAGE = {"kind": "village", "at": [42.4, 130.6], "zoom": 12, "name": "두만강"}
WRITTEN = """([places, taken]) => {
  const { project } = L.journey.mercator;
  const points = project(42.3, 130.4).concat(project(42.4, 130.6));
  const border = { kind: "river", sides: "", points, starts: [0] };
  const stage = { tale: { data: { language: "ko" } } };
  const ground = { areas: [], borders: [border] };
  return L.journey.toponyms(stage, { places, ground }, {}, new Set(taken))
    .map(({ kind, text }) => [kind, text]);
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("toponyms"))


def written(page: Page, *taken: str) -> Any:
    """Kind and text of what is written where the journey names those."""
    return page.evaluate(WRITTEN, [[YALU, TUMEN, VILLAGE], taken])


def test_a_river_has_its_own_name_where_a_village_of_the_journey_is_called_after_it(
    page: Page,
) -> None:
    assert written(page, "두만강") == [["river", "두만강"]]


def test_what_the_journey_does_not_name_is_named(page: Page) -> None:
    assert written(page) == [["river", "두만강"], ["village", "두만강"]]
