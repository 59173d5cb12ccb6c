"""The dot that stands for a leg too short to be seen, without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

LEGS = [
    {"id": "long", "drawn": 500, "points": [[0, 0], [0, 4.5]]},
    {"id": "short", "drawn": 1, "points": [[0, 4.5], [0, 4.508]]},
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("speck"))


def speck(page: Page, near: str | None) -> dict[str, Any] | None:
    """What stands for the leg that has a view from near."""
    data = {"legs": LEGS, "closeUp": near and {"leg": near, "name": ""}}
    found: dict[str, Any] | None = page.evaluate("(data) => L.journey.speck(data)", data)
    return found


def test_a_dot_stands_on_the_middle_of_the_leg_until_it_is_as_long_as_the_dot(page: Page) -> None:
    found = speck(page, "short")

    assert found is not None
    assert (found["leg"], found["at"]) == (1, [0, pytest.approx(4.504)])
    # On the equator a pixel of zoom 11 is 40,075,017 m / 256 / 2,048 = 76.4 m, so that
    # 1 km is 13.08 px long.
    assert found["until"] == pytest.approx(11, abs=0.02)


def test_no_dot_stands_where_no_leg_has_a_view_from_near(page: Page) -> None:
    assert speck(page, None) is None
