"""The lower row of the timeline of very many legs, painted in a browser without a map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

# Legs of as much time as their weights say, in a row of so many pixels, and the colours of these.
PAINTED = """([weights, width]) => {
    const row = document.body.appendChild(document.createElement("div"));
    row.style.cssText = `width: ${width}px; height: 4px`;
    const colours = ["#ff0000", "#0000ff"];
    const legs = weights.map((_, i) => ({ mode: colours[i % 2], timed: "reported", waits: [] }));
    const bar = L.journey.division(weights.map((weight, leg) => ({ leg, from: 0, to: 1, weight })));
    const view = () => ({ colour: (mode) => mode, colours: { paper: "#ffffff" } });
    L.journey.slices({ tale: { legs, divisions: { bar } }, view }, row);
    const { data } = row.querySelector("canvas").getContext("2d").getImageData(0, 1, width, 1);
    return Array.from({ length: width }, (_, i) => [...data.slice(4 * i, 4 * i + 3)]);
}"""
RED, BLUE = [255, 0, 0], [0, 0, 255]


def painted(browser: Browser, weights: list[float], width: int) -> list[list[int]]:
    page = scripted(browser, *of_stage("slices"), *of_stage("division"))
    found: list[list[int]] = page.evaluate(PAINTED, [weights, width])
    return found


def test_a_pixel_shared_by_several_legs_has_the_colour_of_the_longest(browser: Browser) -> None:
    # In the first pixel three reds of a sixth lie about two blues of a quarter.
    pixel = [1 / 6, 1 / 4, 1 / 6, 1 / 4, 1 / 6]

    assert painted(browser, pixel * 2, 2) == [BLUE, RED]


def test_legs_as_wide_as_pixels_have_all_of_theirs_beside_narrow_ones(browser: Browser) -> None:
    assert painted(browser, [2, 1, 1 / 4, 1 / 4, 1 / 4, 1 / 4], 4) == [RED, RED, BLUE, RED]
