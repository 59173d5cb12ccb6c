"""What stands on the map of a lesson: names of places free of lines, and nothing under a panel."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browsing import in_sight, rest
from tests.pages.presenting import HALL, ROOM, act, go, present
from tests.pages.test_names_browser import meet
from tests.stage.measures import Look

pytestmark = pytest.mark.browser

STROKES = Path(__file__).parent.parent / "stage" / "strokes.js"


@pytest.fixture(params=[ROOM, (1440, 900), HALL, (390, 844)], ids="{0[0]}x{0[1]}".format)
def look(request: pytest.FixtureRequest, browser: Browser, file: Path) -> Iterator[Look]:
    opened = Look(browser, file.as_uri(), request.param, STROKES.read_text("utf-8"))
    present(opened.page)
    yield opened
    opened.close()


# Names and degrees in sight, and the rings of places, with their boxes in pixels of the window.
BOXES = """() => {
  const map = L.journey.map;
  const home = map.getContainer().getBoundingClientRect();
  const rings = map.journey.stage.tale.data.ends.map(({ at, name }) => {
    const { x, y } = map.latLngToContainerPoint(at);
    const [left, top] = [home.x + x - 5, home.y + y - 5];
    return { text: name, degree: false, x: left, y: top, w: 10, h: 10 };
  });
  const seen = [...document.querySelectorAll("#stage .jm-label")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }));
  return [...rings, ...seen.map((one) => {
    const { x, y, width: w, height: h } = one.getBoundingClientRect();
    return { text: one.innerText, degree: one.matches(".jm-degree"), x, y, w, h };
  })];
}"""


def crossed(look: Look) -> dict[str, Any]:
    """What is drawn once the step is there."""
    rest(look.page, 2)
    found: dict[str, Any] = look.page.evaluate("crossed()")
    return found


def test_at_the_end_of_a_lesson_every_name_is_free_of_lines(look: Look) -> None:
    look.page.keyboard.press("End")

    seen = crossed(look)

    assert {"Pyongyang", "Rajin", "Vladivostok"} <= set(seen["names"])
    assert seen["lines"] > 10
    assert seen["found"] == []


def test_degrees_at_the_edge_keep_off_names_and_rings(look: Look) -> None:
    look.page.keyboard.press("End")
    rest(look.page, 2)

    found = look.page.evaluate(BOXES)

    degrees = [one for one in found if one["degree"]]
    others = [one for one in found if not one["degree"]]
    assert len(degrees) >= 3
    assert [(a["text"], b["text"]) for a in degrees for b in others if meet(a, b)] == []
    assert [(a["text"], b["text"]) for a, b in combinations(degrees, 2) if meet(a, b)] == []


# The traveller, panels and credits.
STANDING = {
    "traveller": ".jm-vehicle",
    "panels": ".jm-legend, .jm-scale, .jm-strip",
    "credits": ".leaflet-control-attribution",
}


def test_the_traveller_stands_above_the_timeline_that_has_grown(look: Look) -> None:
    page = look.page
    go(page, 17)
    rest(page, 2)
    low = page.locator(".jm-strip").bounding_box()

    act(page, "reveal").click()
    rest(page, 4)

    high, found = page.locator(".jm-strip").bounding_box(), in_sight(page, **STANDING)
    assert bool(low) == bool(high)
    assert not (low and high) or high["height"] > low["height"]
    assert len(found["traveller"]) == 1
    assert not any(meet(found["traveller"][0], panel) for panel in found["panels"])


def test_panels_of_the_map_lie_above_whose_the_map_is(look: Look) -> None:
    look.page.keyboard.press("End")
    rest(look.page, 2)

    found = in_sight(look.page, **STANDING)

    assert len(found["credits"]) == 1
    assert not any(meet(found["credits"][0], panel) for panel in found["panels"])
