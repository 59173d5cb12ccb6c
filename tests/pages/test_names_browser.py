"""What the map of the story page names, at the sizes of a desk, a tablet and a phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import ENGLISH, PATIENCE, in_sight, rested

pytestmark = pytest.mark.browser

SIZES = [(1440, 900), (820, 1180), (390, 844)]
WHOLE, CLOSE = 0, 2  # rungs of the ladder, from the left
# Names, and what stands over the map.
SEEN = {
    "names": ".jm-label",
    "panels": ".jm-ladder, .jm-legend, .jm-strip, .jm-zoom, .leaflet-control",
    "map": ".jm-stage",
}

SEOUL = [37.57, 126.98]
IN_VIEW = """(at) => {
  const { x, y } = L.journey.map.latLngToContainerPoint(at);
  const { width } = document.querySelector(".jm-stage").getBoundingClientRect();
  return x > 0 && x < width && y > 0 && y < document.querySelector(".jm-strip").offsetTop;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser, file: Path) -> Iterator[Page]:
    """One page for all of these, without motion and past its opening, which hides the ladder."""
    context = browser.new_context(reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.locator("[data-named]").wait_for(state="attached")
    opened.locator(".jm-ladder button").first.click()
    yield opened
    context.close()


def seen(page: Page, size: tuple[int, int], rung: int) -> dict[str, list[Any]]:
    """What is on the map of that size once it rests on that rung."""
    page.set_viewport_size({"width": size[0], "height": size[1]})
    button = page.locator(".jm-ladder button").nth(rung)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    rested(page)
    return in_sight(page, **SEEN)


def named(found: dict[str, list[Any]]) -> set[str]:
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
        found = in_sight(page, **SEEN)

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

    (stage,) = found["map"]
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
