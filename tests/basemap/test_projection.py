from __future__ import annotations

from itertools import pairwise
from math import hypot
from random import Random

import pytest

from journey.basemap.projection import Dot, Frame, clip_area, clip_line, simple
from journey.geo.geometry import distance

SQUARE = Frame.around(((-1, -1), (1, 1)), (100, 100), 0)


def area(ring: list[Dot]) -> float:
    """Gauss's formula."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def test_the_corners_are_where_they_belong() -> None:
    assert SQUARE.place((1, -1)) == pytest.approx((0, 0), abs=0.01)
    assert SQUARE.place((-1, 1)) == pytest.approx((100, 100), abs=0.01)


def test_a_frame_holds_what_it_is_drawn_around_with_room_to_spare() -> None:
    frame = Frame.around(((60, 10), (61, 30)), (300, 200), 20)

    assert all(frame.holds(frame.place(corner), 19.99) for corner in ((60, 10), (61, 30)))


def test_a_dot_leads_back_to_its_point() -> None:
    frame = Frame.around(((60, 10), (61, 30)), (300, 200), 20)

    assert frame.point(frame.place((60.5, 17))) == pytest.approx((60.5, 17))


def test_the_middle_parallel_is_true_to_scale() -> None:
    frame = Frame.around(((59, 10), (61, 14)), (300, 200), 0)

    (left, y), (right, _) = frame.place((60, 10)), frame.place((60, 14))
    east = (right - left) / distance((60, 10), (60, 14))
    north = (y - frame.place((60.5, 10))[1]) / distance((60, 10), (60.5, 10))
    # On the ellipsoid, not the sphere, degrees of latitude grow towards the poles.
    assert east == pytest.approx(north, rel=0.01)


@pytest.mark.parametrize(
    "corners", [((5, 5), (5, 5)), ((89, 0), (90, 0)), ((-90, -180), (90, 180))]
)
def test_any_piece_of_the_earth_has_a_frame(corners: tuple[Dot, Dot]) -> None:
    frame = Frame.around(corners, (300, 200), 20)

    assert frame.scale > 0
    assert all(frame.holds(frame.place(corner), 19.9) for corner in corners)


def test_an_area_is_cut_to_the_frame() -> None:
    ring = [(50.0, 50.0), (150.0, 50.0), (150.0, 150.0), (50.0, 150.0)]

    cut = clip_area(ring, SQUARE)

    assert area(cut) == pytest.approx(50 * 50, rel=1e-3)
    assert all(SQUARE.holds(dot, -1e-6) for dot in cut)


def test_an_area_outside_is_gone_and_one_around_is_the_frame() -> None:
    away = [(200.0, 0.0), (300.0, 0.0), (300.0, 100.0)]
    around = [(-500.0, -500.0), (500.0, -500.0), (500.0, 500.0), (-500.0, 500.0)]

    assert clip_area(away, SQUARE) == []
    assert area(clip_area(around, SQUARE)) == pytest.approx(100 * 100, rel=1e-3)


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line = [(50.0, 50.0), (150.0, 50.0), (150.0, 60.0), (50.0, 60.0)]

    pieces = list(clip_line(line, SQUARE))

    assert [[round(x) for x, _ in piece] for piece in pieces] == [[50, 100], [100, 50]]


@pytest.mark.parametrize("seed", range(5))
def test_a_simple_line_is_nowhere_further_off_than_it_may_be(seed: int) -> None:
    rng = Random(seed)
    line = [(float(x), rng.uniform(0, 8)) for x in range(60)]

    found = simple(line, 2)

    assert found[0] == line[0]
    assert found[-1] == line[-1]
    assert len(found) < len(line)
    for x, y in line:
        left, right = next((a, b) for a, b in pairwise(found) if a[0] <= x <= b[0])
        run, rise = right[0] - left[0], right[1] - left[1]
        assert abs(run * (y - left[1]) - rise * (x - left[0])) / hypot(run, rise) <= 2


def test_a_ring_of_one_dot_stays_as_it_is() -> None:
    assert simple([(1.0, 1.0)], 1) == [(1.0, 1.0)]
