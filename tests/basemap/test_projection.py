from __future__ import annotations

from math import atan2, log, pi, radians, tan

import pytest

from journey.basemap.projection import Dot, Projection
from journey.geo.geometry import distance

SQUARE = Projection.around(((-1, -1), (1, 1)), (100, 100), 0)


def test_the_corners_are_where_they_belong() -> None:
    assert SQUARE.place((1, -1)) == pytest.approx((0, 0), abs=0.01)
    assert SQUARE.place((-1, 1)) == pytest.approx((100, 100), abs=0.01)


def test_a_picture_holds_what_it_is_drawn_around_with_room_to_spare() -> None:
    projection = Projection.around(((60, 10), (61, 30)), (300, 200), 20)

    assert all(projection.holds(projection.place(corner), 19.99) for corner in ((60, 10), (61, 30)))


def test_a_dot_leads_back_to_its_point() -> None:
    projection = Projection.around(((60, 10), (61, 30)), (300, 200), 20)

    assert projection.point(projection.place((60.5, 17))) == pytest.approx((60.5, 17))


def test_the_middle_parallel_is_true_to_scale() -> None:
    projection = Projection.around(((59, 10), (61, 14)), (300, 200), 0)

    (left, y), (right, _) = projection.place((60, 10)), projection.place((60, 14))
    east = (right - left) / distance((60, 10), (60, 14))
    north = (y - projection.place((60.5, 10))[1]) / distance((60, 10), (60.5, 10))
    # On the ellipsoid, not the sphere, degrees of latitude grow towards the poles.
    assert east == pytest.approx(north, rel=0.01)


@pytest.mark.parametrize(
    "corners", [((5, 5), (5, 5)), ((89, 0), (90, 0)), ((-90, -180), (90, 180))]
)
def test_any_piece_of_the_earth_has_a_picture(corners: tuple[Dot, Dot]) -> None:
    projection = Projection.around(corners, (300, 200), 20)

    assert projection.scale > 0
    assert all(projection.holds(projection.place(corner), 19.9) for corner in corners)


@pytest.mark.parametrize(
    ("corners", "a", "b"),
    [
        (((-40, -60), (65, 140)), (65, -60), (-40, 140)),
        (((40, 120), (44, 132)), (40, 132), (44, 120)),
        (((-80, 170), (10, 190)), (10, 170), (-80, 190)),
    ],
)
def test_a_ruler_on_a_conformal_picture_shows_the_rhumb_line(
    corners: tuple[Dot, Dot], a: Dot, b: Dot
) -> None:
    projection = Projection.around(corners, (300, 200), 20, conformal=True)

    (x, y), (u, v) = projection.place(a), projection.place(b)

    # Snyder 1987, 7-9: the rhumb line's bearing, on a sphere.
    north = log(tan(pi / 4 + radians(b[0]) / 2) / tan(pi / 4 + radians(a[0]) / 2))
    assert atan2(u - x, y - v) == pytest.approx(atan2(radians(b[1] - a[1]), north))


def test_a_conformal_picture_holds_its_corners_and_its_dots_lead_back() -> None:
    corners = ((-40, -60), (70, 140))
    projection = Projection.around(corners, (300, 200), 20, conformal=True)

    assert all(projection.holds(projection.place(corner), 19.9) for corner in corners)
    assert projection.point(projection.place((60.5, 17))) == pytest.approx((60.5, 17))
