"""Where a sign points to on what is to be seen of its leg."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

FRAME = {"x": 0, "y": 0, "w": 400, "h": 300}
ACROSS = [{"x": -400, "y": 150}, {"x": 800, "y": 150}]
LOOK = 4  # pixels between two looks


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("midway"))


def midway(page: Page, lines: list[Any], panels: list[Any]) -> dict[str, float] | None:
    call = "([lines, frame, panels]) => L.journey.midway(lines, frame, panels)"
    found: dict[str, float] | None = page.evaluate(call, [lines, FRAME, panels])
    return found


@pytest.mark.parametrize(
    ("left", "right", "middle"), [(0, 0, 200), (0, 100, 250), (240, 260, 120), (100, 160, 280)]
)
def test_it_is_the_middle_of_the_longest_stretch_in_sight(
    page: Page, left: float, right: float, middle: float
) -> None:
    panel = {"x": left, "y": 100, "w": right - left, "h": 100}

    found = midway(page, [ACROSS], [panel] if right else [])

    assert found == {"x": pytest.approx(middle, abs=LOOK), "y": 150}


def test_a_line_out_of_sight_has_none(page: Page) -> None:
    below = [{"x": 0, "y": 350}, {"x": 400, "y": 350}]

    assert midway(page, [ACROSS], [FRAME]) is None
    assert midway(page, [below], []) is None
    assert midway(page, [], []) is None
