"""The lowest Tumen as an area: as wide as its file says, with smooth banks, around the border."""

from __future__ import annotations

from itertools import pairwise
from math import atan2, cos, degrees, hypot, radians

import pytest

from journey.basemap.layers import shipped
from journey.geo.geometry import Point

# Where the border crosses the rails, and where three countries meet, (lat, lon), OpenStreetMap.
BRIDGE, TRIPOINT = (42.415217, 130.641271), (42.41833, 130.63701)
DEGREE = 111_195  # metres in a degree of latitude
(RING,) = shipped().rings("river")
BANKS = list(shipped().lines("river"))


def metres(point: Point, middle: Point = BRIDGE) -> tuple[float, float]:
    """The point to the east and north of another one, in metres."""
    east = (point[1] - middle[1]) * cos(radians(middle[0]))
    return east * DEGREE, (point[0] - middle[0]) * DEGREE


def wet(point: Point) -> bool:
    """Whether the point lies in the water, by counting crossings to the east."""
    inside = False
    for (a, b), (c, d) in pairwise(RING):
        if (a > point[0]) != (c > point[0]) and point[1] < b + (point[0] - a) * (d - b) / (c - a):
            inside = not inside
    return inside


def test_at_the_bridge_the_river_is_a_little_over_200_metres_wide() -> None:
    # The border runs there at 135 degrees, so the river is crossed at 45.
    steps = [(BRIDGE[0] + s * 0.5**0.5 / DEGREE, s) for s in range(-400, 400)]
    across = [
        (lat, BRIDGE[1] + s * 0.5**0.5 / DEGREE / cos(radians(BRIDGE[0]))) for lat, s in steps
    ]

    assert 200 <= sum(map(wet, across)) <= 215


def test_the_border_of_the_reach_lies_in_the_water() -> None:
    reach = [f for f in shipped().by_name["borders"]["features"] if "width" in f["properties"]]
    line = [(lat, lon) for f in reach for lon, lat in f["geometry"]["coordinates"]]

    # From where the river has its width to the coast.
    inside = [point for point in line if point[0] > 42.2965 and point[1] > 130.575]
    assert len(inside) > 90
    assert all(map(wet, inside))


def test_no_bank_has_a_notch_not_even_where_three_countries_meet() -> None:
    near = [metres(p, TRIPOINT) for line in BANKS for p in line]
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(near) if hypot(*a) < 1_500]
    headings = [degrees(atan2(north, east)) for east, north in steps]
    turns = [abs((b - a + 180) % 360 - 180) for a, b in pairwise(headings)]

    # Banks round to 60 m and more turn by 25 degrees at the most from a chord of 26 m to the next.
    assert len(turns) > 60
    # The two banks are parts of one line, and those turns lie where the circle cuts it.
    assert sorted(turns)[-3:][0] < 30


def test_the_banks_end_at_the_sea() -> None:
    coast = [point for ring in shipped().rings("land") for point in ring]

    for end in (end for line in BANKS for end in (line[0], line[-1])):
        assert min(hypot(*metres(point, end)) for point in coast) < 700
        assert end[0] < 42.3


def test_what_is_assumed_of_it_is_said() -> None:
    known = [feature["properties"] for feature in shipped().by_name["river"]["features"]]

    assert {(about["width"], about["basis"]) for about in known} == {(205, "assumed")}


@pytest.mark.parametrize("name", ["river", "borders"])
def test_it_is_under_the_licence_of_the_border_that_it_is_made_of(name: str) -> None:
    assert shipped().by_name[name]["licence"] == "ODbL-1.0"
