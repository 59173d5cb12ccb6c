"""Lines in pixels that railways and bridges are made of, and words about them; without a map."""

from __future__ import annotations

from math import atan2, hypot
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from journey.model.railway import SIZES
from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

Spot = list[float]
CORNER: list[Spot] = [[0, 0], [100, 0], [100, 100]]
FRAME = {"x": 0, "y": 0, "w": 400, "h": 300}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("deck", "beyond", "rings"))


def run(page: Page, call: str, *given: Any) -> Any:
    return page.evaluate(f"(given) => L.journey.{call}(...given)", list(given))


def test_a_rounded_corner_is_never_far_off_and_its_ends_stay(page: Page) -> None:
    found = run(page, "strokes.rounded", CORNER, 40)["spots"]

    assert (found[0], found[-1]) == (CORNER[0], CORNER[-1])
    # The middle of a quadratic curve between legs of 40 px lies 40 * sqrt(2) / 4 off its corner.
    assert min(hypot(x - 100, y) for x, y in found) == pytest.approx(40 * 2**0.5 / 4, abs=0.5)


def test_a_line_is_cut_where_the_traveller_is(page: Page) -> None:
    line = run(page, "strokes.rounded", CORNER, 10)

    assert run(page, "strokes.until", line, 0.5)[-1] == pytest.approx([50, 0])
    assert run(page, "strokes.until", line, 1.5)[-1] == pytest.approx([100, 50])
    assert run(page, "strokes.until", line, 9) == line["spots"]


def test_lines_cross_where_they_cross(page: Page) -> None:
    assert run(page, "strokes.crossing", CORNER, [[50, -10], [50, 10]]) == [50, 0]
    assert run(page, "strokes.crossing", CORNER, [[50, 5], [60, 10]]) is None


@pytest.mark.parametrize("size", [1, 0.8])
def test_a_bridge_has_its_sizes(page: Page, size: float) -> None:
    bridge = run(page, "deck", [[0, 0], [460, 0]], SIZES, size)

    (left, *_), walls = bridge["deck"], bridge["walls"]
    assert left == pytest.approx([0, -13 * size])
    # Wing walls go on by 9 px and as far out.
    assert walls[0][0] == pytest.approx([-9 * size, -22 * size])
    assert walls[1][-1] == pytest.approx([460 + 9 * size, 22 * size])
    # Piers every 46 px, on both sides, none at the ends.
    assert len(bridge["piers"]) == 2 * (round(10 / size) - 1)
    reach = sorted(abs(y) for pier in bridge["piers"] for _, y in pier)
    assert (reach[0], reach[-1]) == pytest.approx((13 * size, 20 * size))


@pytest.mark.parametrize("there", [(-900, 100), (200, -700), (5000, 5000), (200, 310)])
def test_words_that_point_beyond_the_edge_are_within_it_and_point_there(
    page: Page, there: tuple[float, float]
) -> None:
    found = run(page, "beyond", *there, 120, 30, FRAME)

    assert all(0 <= s["x"] <= 400 - 120 and 0 <= s["y"] <= 300 - 30 for s in found)
    first = found[0]
    x, y = first["x"] + 60, first["y"] + 15
    off = min(first["x"], first["y"], 280 - first["x"], 270 - first["y"])
    assert off == pytest.approx(0, abs=1e-6)
    assert first["aim"] == pytest.approx(atan2(there[1] - y, there[0] - x))


def test_words_that_point_beyond_the_edge_are_left_out_rather_than_far_from_it(page: Page) -> None:
    found = run(page, "beyond", 200, -700, 120, 30, FRAME)

    # A step of 22 px inwards at the most, for a place straight up.
    assert max(stand["y"] for stand in found) == pytest.approx(22)


def test_a_leader_is_no_longer_than_it_may_be(page: Page) -> None:
    found = run(page, "rings", 0, 0, 80, 20, 34, 44)

    across = (max(box["x"], 0, -box["x"] - box["w"]) for box in found)
    down = (max(box["y"], 0, -box["y"] - box["h"]) for box in found)
    assert max(map(hypot, across, down)) <= 44


def test_words_on_a_leader_lie_off_their_point_the_nearest_first(page: Page) -> None:
    found = run(page, "rings", 200, 150, 80, 20, 30)

    def off(box: dict[str, float]) -> float:
        across = max(box["x"] - 200, 0, 200 - box["x"] - box["w"])
        down = max(box["y"] - 150, 0, 150 - box["y"] - box["h"])
        return hypot(across, down)

    assert found[0]["x"] == 230
    assert min(map(off, found)) > 20
    assert off(found[0]) < off(found[-1])
