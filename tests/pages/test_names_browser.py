"""What the map of the story page names, at the sizes of a desk, a tablet and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import ENGLISH, PATIENCE, rested

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (820, 1180), (390, 844)]
WHOLE, CLOSE = 0, 2  # rungs of the ladder, from the left
# Names in sight, and what stands over the map, with their boxes in pixels of the window.
SEEN = """() => {
  const box = (one) => {
    const { x, y, width: w, height: h } = one.getBoundingClientRect();
    return { x, y, w, h };
  };
  const seen = (css) => [...document.querySelectorAll(css)]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return {
    names: seen(".jm-label").map((one) => (
      { text: one.innerText.replace(/\\s+/g, " ").toUpperCase(), ...box(one) })),
    panels: seen(".jm-ladder, .jm-legend, .jm-strip, .jm-zoom, .leaflet-control").map(box),
    map: box(document.querySelector(".jm-stage")),
  };
}"""

SEOUL = [37.57, 126.98]
IN_VIEW = """(at) => {
  const { x, y } = L.journey.map.latLngToContainerPoint(at);
  const { width } = document.querySelector(".jm-stage").getBoundingClientRect();
  return x > 0 && x < width && y > 0 && y < document.querySelector(".jm-strip").offsetTop;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """One page for all of these, without motion."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.locator("[data-named]").wait_for(state="attached")
    yield opened
    context.close()


def seen(page: Page, size: tuple[int, int], rung: int) -> dict[str, Any]:
    """What is on the map of that size once it rests on that rung."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    button = page.locator(".jm-ladder button").nth(rung)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    rested(page)
    found: dict[str, Any] = page.evaluate(SEEN)
    return found


def named(found: dict[str, Any]) -> set[str]:
    return {name["text"] for name in found["names"]}


@pytest.mark.parametrize("size", SIZES)
def test_both_ends_and_every_country_in_view_are_named(page: Page, size: tuple[int, int]) -> None:
    found = seen(page, size, WHOLE)

    assert {"PYONGYANG", "VLADIVOSTOK"} <= named(found)
    assert {"NORTH KOREA", "CHINA", "RUSSIA"} <= named(found)


@pytest.mark.parametrize("size", SIZES)
def test_every_country_around_is_named_where_the_land_south_of_the_border_is_in_view(
    page: Page, size: tuple[int, int]
) -> None:
    """A map that is low ends at the border, which is told from farther out."""
    found = seen(page, size, WHOLE)
    if not page.evaluate(IN_VIEW, SEOUL):
        page.get_by_role("button", name=ENGLISH.say("map.zoom_out"), exact=True).click()
        rested(page)
        found = page.evaluate(SEEN)

    assert page.evaluate(IN_VIEW, SEOUL)
    assert {"NORTH KOREA", "SOUTH KOREA", "CHINA", "RUSSIA"} <= named(found)


@pytest.mark.parametrize("size", SIZES)
def test_from_near_the_three_countries_that_meet_are_named(
    page: Page, size: tuple[int, int]
) -> None:
    found = seen(page, size, CLOSE)

    assert {"NORTH KOREA", "CHINA", "RUSSIA"} <= named(found)


@pytest.mark.parametrize("rung", [WHOLE, CLOSE])
@pytest.mark.parametrize("size", SIZES)
def test_no_name_lies_under_a_panel_or_leaves_the_map(
    page: Page, size: tuple[int, int], rung: int
) -> None:
    found = seen(page, size, rung)

    stage = found["map"]
    under = [n["text"] for n in found["names"] if any(meet(n, panel) for panel in found["panels"])]
    assert len(found["names"]) > 5
    assert under == []
    assert all(
        stage["x"] <= n["x"] and n["x"] + n["w"] <= stage["x"] + stage["w"] for n in found["names"]
    )


def meet(a: dict[str, float], b: dict[str, float]) -> bool:
    """Whether two boxes cover each other by more than a pixel."""
    across = min(a["x"] + a["w"], b["x"] + b["w"]) - max(a["x"], b["x"])
    down = min(a["y"] + a["h"], b["y"] + b["h"]) - max(a["y"], b["y"])
    return across > 1 and down > 1
