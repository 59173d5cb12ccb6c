"""The places along the route that are drawn as rings, run in a browser without a map."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("dots"))


def radii(page: Page, legs: int, zoom: float) -> Any:
    """The radii of the rings of changes on a way of so many legs of a degree, in pixels.

    They are those in a view of the whole, and those along the first leg.
    """
    found = page.evaluate(
        """([count, zoom]) => {
            const point = (lon) => [0, lon];
            const legs = Array.from({ length: count }, (_, i) =>
                ({ id: `${i}`, points: [point(i), point(i + 1)], stops: [], drawn: 111 }));
            const ends = Array.from({ length: count + 1 }, (_, i) =>
                ({ at: point(i), leg: Math.max(0, i - 1), outer: i === 0 || i === count }));
            const bounds = [point(0), point(count)];
            const dots = L.journey.dots({ legs, ends, elsewhere: [], bounds });
            const view = { x: 0, y: 0, w: 390, h: 600, zoom, scale: 256 * 2 ** zoom };
            return [dots.shown(view), dots.along(view, 0)]
                .map((all) => all.filter(({ kind }) => kind === "change"))
                .map((all) => all.map(({ radius }) => radius));
        }""",
        [legs, zoom],
    )
    return [set(some) for some in found]


def test_rings_of_many_legs_that_are_short_on_the_screen_leave_their_line_to_be_seen(
    page: Page,
) -> None:
    # A degree is 256 * 2^zoom / 360 px long: 11 at zoom 4, 91 at zoom 7.
    (crowded,), (chosen,) = radii(page, 30, 4)
    (near,), _ = radii(page, 30, 7)
    (few,), _ = radii(page, 8, 4)

    # With its line a ring takes at most half of what a leg has.
    assert 2 * crowded < 11 / 2
    assert near == few == chosen > crowded
