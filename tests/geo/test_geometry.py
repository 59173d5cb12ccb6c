from __future__ import annotations

from itertools import pairwise
from math import atan, cos, degrees, pi, radians, tan
from random import Random

import pytest
from geopy.distance import geodesic

from journey.geo.geometry import (
    Line,
    Point,
    along,
    bounds,
    cumulative,
    distance,
    geodesic_line,
    nearest,
    passes,
    rhumb,
    unwrap,
)

POLE, SOUTH_POLE = (90.0, 0.0), (-90.0, 0.0)


def dms(whole: int, minutes: float, seconds: float = 0) -> float:
    return whole + minutes / 60 + seconds / 3_600


@pytest.mark.parametrize(
    ("a", "b", "km"),
    [
        # Geocentric Datum of Australia, Technical Manual: Flinders Peak to Buninyong.
        (
            (-dms(37, 57, 3.72030), dms(144, 25, 29.52440)),
            (-dms(37, 39, 10.15610), dms(143, 55, 35.38390)),
            54.972271,
        ),
        ((0, 0), (0, 1), 2 * pi * 6378.137 / 360),
        ((0, 7), POLE, 10_001.965729),  # the quadrant of the WGS 84 meridian
        ((-10, 179.5), (-10, 179.5), 0),
    ],
)
def test_a_distance_is_the_one_that_is_printed(a: Point, b: Point, km: float) -> None:
    assert distance(a, b) == pytest.approx(km, abs=1e-5)


@pytest.mark.parametrize("lat", [0, 23.4, -45, 68, 80, 84.8, -84.9, 85.1, 89, -89.7])
def test_short_steps_are_within_a_hundred_thousandth_of_the_geodesic(lat: float) -> None:
    random = Random(lat)
    steps = [
        ((lat, 20.0), (lat + random.uniform(-0.2, 0.2), 20 + random.uniform(-0.2, 0.2)))
        for _ in range(200)
    ]

    measured = [cumulative(step)[-1] for step in steps]

    assert measured == pytest.approx([geodesic(*step).km for step in steps], rel=1e-5)


def test_a_long_step_is_the_geodesic() -> None:
    line = [(39.0, 125.7), (42.2, 130.3), (55.75, 37.6)]

    measured = cumulative(line)

    steps = [geodesic(a, b).km for a, b in pairwise(line)]
    assert measured == pytest.approx((0, steps[0], sum(steps)), rel=1e-12)


def test_a_step_across_the_pole_is_two_pieces_of_meridian() -> None:
    # A degree of latitude at the pole is 111.694 km (WGS 84).
    assert cumulative([(89.9, 0), (89.9, 180)])[-1] == pytest.approx(0.2 * 111.694, rel=1e-4)


def test_a_line_has_the_same_length_wherever_its_longitudes_are_counted_from() -> None:
    line = [(50.0, 179.0), (50.1, 179.95), (50.2, -179.95), (51.0, -178.0)]

    measured = cumulative(unwrap(line))[-1]

    assert measured == pytest.approx(sum(geodesic(*step).km for step in pairwise(line)), rel=1e-5)


@pytest.mark.parametrize(
    ("lons", "near", "expected"),
    [
        ([10, 20, 30], None, [10, 20, 30]),
        ([179, -178], None, [179, 182]),
        ([-179, 178], None, [-179, -182]),
        ([0, 120, -120, 0], None, [0, 120, 240, 360]),
        ([0, -120, 120, 0], None, [0, -120, -240, -360]),
        ([-178, -170], 181, [182, 190]),
        ([5, 6], 725, [725, 726]),
    ],
)
def test_an_unwrapped_line_never_jumps(
    lons: list[float], near: float | None, expected: list[float]
) -> None:
    line = unwrap([(1.0, lon) for lon in lons], near)

    assert [lon for _, lon in line] == expected


@pytest.mark.parametrize(
    ("km", "point"),
    [
        (-1, (0, 0)),
        (0, (0, 0)),
        (5, (0, 1)),
        (10, (0, 2)),
        (15, (1, 2)),
        (20, (2, 2)),
        (99, (2, 2)),
    ],
)
def test_a_point_along_a_line_stays_between_its_ends(km: float, point: Point) -> None:
    corner = [(0.0, 0.0), (0.0, 2.0), (0.0, 2.0), (2.0, 2.0)]

    found = along(corner, [0, 10, 10, 20], km)

    assert found == pytest.approx(point)


def test_a_point_along_a_line_of_no_length_is_its_end() -> None:
    assert along([(3, 4), (3, 4)], [0, 0], 0) == (3, 4)


@pytest.mark.parametrize(
    ("point", "foot"),
    [
        ((60.1, 11.0), (60, 11)),
        ((59.8, 11.5), (60, 11.5)),
        ((60.0, 9.0), (60, 10)),
        ((60.2, 12.4), (60, 12)),
        ((60.0, 10.5), (60, 10.5)),
    ],
)
def test_the_nearest_point_of_a_parallel_lies_due_south_or_at_an_end(
    point: Point, foot: Point
) -> None:
    line = [(60.0, 10.0), (60.0, 11.0), (60.0, 12.0)]

    at, off = nearest(line, cumulative(line), point)

    # A degree of longitude at 60 degrees is 55.800 km (WGS 84).
    assert at == pytest.approx((foot[1] - 10) * 55.800, rel=1e-4)
    assert off == pytest.approx(geodesic(foot, point).km, rel=1e-4)


def test_the_nearest_point_is_found_at_a_right_angle_on_the_ground() -> None:
    # At 60 degrees a degree of longitude is half of one of latitude: the line runs north-east.
    line = [(60.0, 10.0), (60.1, 10.2)]

    at, off = nearest(line, cumulative(line), (60.1, 10.0))

    assert at == pytest.approx(cumulative(line)[-1] / 2, rel=0.01)
    assert off == pytest.approx(cumulative(line)[-1] / 2, rel=0.01)


def test_a_geodesic_passes_the_waypoints_that_are_printed() -> None:
    # GeographicLib for Python, "Examples": from Beijing to San Francisco, a point each 1,000 km.
    beijing, san_francisco = (40.1, 116.6), (37.6, -122.4)
    printed = [(46.37321, 125.44903), (51.78786, 136.40751), (58.27452, 165.90776),
               (58.43499, 183.03167), (47.19436, 224.47209), (41.02145, 233.58294)]  # fmt: skip

    line = geodesic_line(beijing, san_francisco, step=10)

    reached = cumulative(line)
    found = [nearest(line, reached, point) for point in printed]
    assert max(off for _, off in found) < 0.1
    assert [at for at, _ in found] == pytest.approx([1e3, 2e3, 4e3, 5e3, 8e3, 9e3], abs=0.1)


@pytest.mark.parametrize(("lat", "start", "end"), [(60, 0, 90), (-35, 139, -121), (45, -20, 140)])
def test_a_geodesic_between_points_of_one_latitude_is_highest_half_way(
    lat: float, start: float, end: float
) -> None:
    east = (end - start) % 360

    line = geodesic_line((lat, start), (lat, end), step=distance((lat, start), (lat, end)) / 8)

    # On the sphere that is the top; on the ellipsoid it lies close to there.
    top = degrees(atan(tan(radians(lat)) / cos(radians(east / 2))))
    assert line[4] == pytest.approx((top, start + east / 2), abs=0.1)


ENDS = [
    ((42.4, 130.6), (43.1, 131.9)),
    ((35, 139), (37, -122)),
    ((35, 139), (-35, -41)),
    ((0, 0), (0, 180)),
    ((10, 20), (-10, -159.9999)),
    ((80, 0), (80, 180)),
    (POLE, SOUTH_POLE),
    (SOUTH_POLE, (12, 34)),
    ((5, 5), (5, 5)),
]


@pytest.mark.parametrize(("a", "b"), ENDS)
def test_a_geodesic_is_as_short_as_the_ellipsoid_allows(a: Point, b: Point) -> None:
    line = geodesic_line(a, b)

    steps = [geodesic(p, (q[0], (q[1] + 180) % 360 - 180)).km for p, q in pairwise(line)]
    assert sum(steps) == pytest.approx(geodesic(a, b).km, abs=1e-6)
    assert max(steps) < 150


@pytest.mark.parametrize(("a", "b"), ENDS)
def test_a_geodesic_starts_and_ends_where_it_should(a: Point, b: Point) -> None:
    line: Line = geodesic_line(a, b)

    assert line[0] == a
    assert distance(line[-1], b) == pytest.approx(0, abs=1e-6)


def test_bounds_are_the_south_west_and_the_north_east_corner() -> None:
    assert bounds([(1, 182), (-3, 179), (2, 181)]) == ((-3, 179), (2, 182))


@pytest.mark.parametrize(
    ("a", "b", "course"),
    [
        # Movable Type, "Rhumb lines": from Dover to Calais.
        ((51.127, 1.338), (50.964, 1.853), 116.7),
        # The gudermannian of 1, 49.605 degrees (DLMF 4.23): as far north as a radian is east.
        ((0, 0), (49.6049, degrees(1)), 45),
        ((0, 0), (-49.6049, -degrees(1)), 225),
        ((0, 0), (10, 0), 0),
        ((10, 0), (0, 0), 180),
        # Along a parallel, where the shortest way leads over the north.
        ((60, 10), (60, 100), 90),
        ((0, 179), (0, 181), 90),
        ((0, -179), (0, -181), 270),
        ((90, 7), (80, 7), 180),
        ((7, 7), (7, 7), 0),
    ],
)
def test_a_course_is_that_of_a_ruler_on_a_mercator_map(a: Point, b: Point, course: float) -> None:
    assert rhumb(a, b) == pytest.approx(course, abs=0.05)


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ([(0, 0), (0, 2)], 1),
        ([(0, 0), (0, 1), (0, 2)], 1),
        ([(0, 0), (0, 2), (0.0001, 0)], 2),
        ([(0, 0), (0, 1.0001), (0, 0)], 1),
        ([(0, 0), (0, 2), (1, 1), (0, 0)], 1),
        ([(0, 0), (0, 2), (1, 1), (-1, 1)], 2),
        ([(0, 1), (0, 2)], 1),
        ([(0, 1.0001), (0, 2), (0, 1)], 2),
    ],
)
def test_a_line_passes_a_point_as_often_as_it_comes_back_to_it(
    line: list[Point], count: int
) -> None:
    found = passes(line, cumulative(line), (0, 1), 0.05)

    assert len(found) == count
    assert all(off < 0.05 for _, off in found)
