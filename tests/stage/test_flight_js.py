"""The way of the camera, run in a browser without a map.

The right values come from the paper (van Wijk and Nuij, "Smooth and efficient
zooming and panning", 2003): its metric, and the circle that a best way is in
the half-plane of distance times rho squared and width.
"""

from __future__ import annotations

from itertools import pairwise
from math import acosh, hypot, log

import pytest
from playwright.sync_api import Browser, Page

from tests.browsing import of_stage, scripted

pytestmark = pytest.mark.browser

Sight = tuple[float, float, float]
RHO = 1.42
KM = 1 / 40_075  # of the Mercator square at the equator
WHOLE: Sight = (0.85, 0.37, 1_500 * KM)
BRIDGE: Sight = (0.85 + 500 * KM, 0.37 + 300 * KM, 2.8 * KM)
NEXT: Sight = (0.85 + 40 * KM, 0.37, 2.8 * KM)


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("flight"))


def flown(
    page: Page, a: Sight, b: Sight, steps: int = 200, widest: float = 1e9
) -> tuple[float, list[Sight]]:
    """The length of the way, and what is seen after each of so many parts of it."""
    length, sights = page.evaluate(
        """([a, b, steps, widest]) => {
          const sight = ([x, y, w]) => ({x, y, w});
          const path = L.journey.flight.path(sight(a), sight(b), widest);
          const parts = Array.from({length: steps + 1}, (_, i) => path.at(i / steps));
          return [path.length, parts.map(({x, y, w}) => [x, y, w])];
        }""",
        [a, b, steps, widest],
    )
    return length, [(x, y, w) for x, y, w in sights]


def apart(a: Sight, b: Sight) -> float:
    """How long the best way is: the distance of two points of the hyperbolic half-plane, in
    which the paper's metric becomes the usual one when distances are taken times rho squared."""
    along = RHO**2 * hypot(b[0] - a[0], b[1] - a[1])
    return acosh(1 + (along**2 + (b[2] - a[2]) ** 2) / (2 * a[2] * b[2])) / RHO


def seen(target: Sight, view: Sight) -> float:
    """How far the middle of the target is from that of the view, in widths of the view."""
    return hypot(target[0] - view[0], target[1] - view[1]) / view[2]


@pytest.mark.parametrize("way", [(WHOLE, BRIDGE), (BRIDGE, NEXT), (WHOLE, (*WHOLE[:2], 0.001))])
def test_a_way_begins_and_ends_exactly_where_it_should(
    page: Page, way: tuple[Sight, Sight]
) -> None:
    _, sights = flown(page, *way)

    assert (sights[0], sights[-1]) == way


@pytest.mark.parametrize("way", [(WHOLE, BRIDGE), (BRIDGE, NEXT), (WHOLE, (*WHOLE[:2], 0.001))])
def test_a_way_is_as_long_as_the_shortest_in_the_papers_metric(
    page: Page, way: tuple[Sight, Sight]
) -> None:
    length, sights = flown(page, *way)

    assert length == pytest.approx(apart(*way), rel=1e-6)
    # At one speed: all parts of it are alike.
    for a, b in pairwise(sights):
        assert apart(a, b) == pytest.approx(length / 200, rel=1e-4)


def test_the_way_back_is_the_same_way(page: Page) -> None:
    length, there = flown(page, WHOLE, BRIDGE)
    other, back = flown(page, BRIDGE, WHOLE)

    assert other == pytest.approx(length)
    for a, b in zip(there, reversed(back), strict=True):
        assert a == pytest.approx(b, rel=1e-6)


def test_the_target_stays_in_view_from_1500_kilometres_to_less_than_three(page: Page) -> None:
    _, sights = flown(page, WHOLE, BRIDGE)

    offs = [seen(BRIDGE, sight) for sight in sights]
    assert max(offs) == offs[0] < 0.5
    assert all(before >= after for before, after in pairwise(w for _, _, w in sights))


def test_from_near_to_near_it_goes_up_until_both_can_be_seen(page: Page) -> None:
    _, sights = flown(page, BRIDGE, NEXT)

    widest = max(sights, key=lambda sight: sight[2])
    assert widest[2] > hypot(BRIDGE[0] - NEXT[0], BRIDGE[1] - NEXT[1])
    assert seen(BRIDGE, widest) < 0.5


def test_a_way_is_not_wider_than_the_map_can_show(page: Page) -> None:
    most = 1.2 * WHOLE[2]
    far: Sight = (WHOLE[0] + 0.5, WHOLE[1], WHOLE[2])

    _, free = flown(page, WHOLE, far)
    _, held = flown(page, WHOLE, far, widest=most)

    assert max(w for *_, w in free) > 2 * most
    assert max(w for *_, w in held) == pytest.approx(most, rel=1e-3)
    assert held[-1] == far


def test_straight_on_it_takes_the_logarithm_of_how_much_nearer_it_is(page: Page) -> None:
    length, sights = flown(page, WHOLE, (*WHOLE[:2], WHOLE[2] / 100))

    assert length == pytest.approx(log(100) / RHO)
    assert sights[100][2] == pytest.approx(WHOLE[2] / 10)


def test_from_half_the_world_to_ten_metres_no_digit_is_lost(page: Page) -> None:
    world, spot = (0.5, 0.5, 0.5), (0.75, 0.3, 0.01 * KM)

    length, sights = flown(page, world, spot)

    assert length == pytest.approx(apart(world, spot), rel=1e-6)
    assert all(b[2] < a[2] for a, b in pairwise(sights[20:]))
    assert max(seen(spot, sight) for sight in sights[-20:]) < 0.5


def test_neighbours_take_less_than_half_a_second_and_the_bridge_about_three(page: Page) -> None:
    near, far, most = page.evaluate(
        "lengths => lengths.map(L.journey.flight.lasts)",
        [0.1, apart(WHOLE, BRIDGE), apart((0.5, 0.5, 0.5), (0.75, 0.3, 0.01 * KM))],
    )

    assert 400 <= near < 500
    assert 2_800 <= far <= 3_600
    assert most == 3_600


def test_it_takes_off_and_lands_softly_and_goes_on_from_a_flight_at_its_speed(page: Page) -> None:
    rest, moving = page.evaluate(
        """() => [0, 2].map((slope) =>
          Array.from({length: 101}, (_, i) => L.journey.flight.eased(i / 100, slope)))"""
    )

    for parts in (rest, moving):
        assert parts[0] == 0
        assert parts[-1] == 1
        assert all(b >= a for a, b in pairwise(parts))
        assert parts[-1] - parts[-2] < 0.001
    assert rest[1] < 0.001
    assert moving[1] == pytest.approx(0.02, abs=0.001)
