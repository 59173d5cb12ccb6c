from __future__ import annotations

from math import log, pi, radians, tan

import pytest

from journey.basemap.mercator import Mercator

CORNERS = ((39.0, 125.7), (43.9, 132.0))


def test_corners_are_where_they_came_from() -> None:
    picture = Mercator.around(CORNERS, 1000, 1e-12)

    for told, meant in zip(picture.corners, CORNERS, strict=True):
        assert told == pytest.approx(meant)


def test_the_longer_side_has_the_size_and_north_is_above() -> None:
    picture = Mercator.around(CORNERS, 1000, 1e-12)

    (south, west), (north, east) = CORNERS
    assert max(picture.width, picture.height) == pytest.approx(1000)
    assert picture.place((north, west)) == pytest.approx((0, 0))
    assert picture.place((south, east)) == pytest.approx((picture.width, picture.height))


def test_parallels_lie_where_the_printed_formula_has_them() -> None:
    # y = ln tan(pi/4 + lat/2), with the world 2 pi wide (Snyder, 1987, 7-2).
    world = Mercator(0, 0, 2 * pi, 2 * pi, 2 * pi)

    _, y = world.place((45, 0))

    assert pi - y == pytest.approx(log(tan(pi / 4 + radians(45) / 2)))


def test_a_wider_picture_ends_where_the_map_of_the_world_does() -> None:
    picture = Mercator.around(((70, 0), (85, 10)), 100, 1e-12)

    wider = picture.widened(1e6)

    assert (wider.top, wider.top + wider.height / wider.side) == pytest.approx((0, 1))
    assert wider.corners[1][0] == pytest.approx(85.0511, abs=1e-4)


def test_one_point_is_a_picture_too() -> None:
    picture = Mercator.around(((40, 127), (40, 127)), 1000, 1e-12)

    assert picture.place((40, 127)) == pytest.approx((0, 0))
    assert (picture.width, picture.height) == pytest.approx((0, 0))
