from __future__ import annotations

from typing import Any

import pytest

from journey.errors import dotted
from journey.files.distances import distances
from tests.conftest import amount, known, leg, place, told

# A degree of the equator is 111.319 km long: 6378.137 km times pi, by 180.
# The places of told() lie a degree apart and are assumed, to the full degree.


def faults(*legs: Any, **more: Any) -> list[tuple[str, str]]:
    """Path and code of each fault of a journey of these legs."""
    return [(dotted(fault.path), fault.code) for fault in distances(told(legs=legs, **more))]


@pytest.mark.parametrize(
    "said",
    [
        {"value": 60, "unit": "mi"},  # 96.6 km
        {"about": 80, "unit": "km"},
        {"less_than": 100, "unit": "km"},
        {"range": [50, 100], "unit": "km"},
    ],
)
def test_a_distance_below_the_straight_line_can_not_be(said: Any) -> None:
    ride = leg("a", "b", distance=[known(**said)])

    assert faults(ride) == [("legs[0].distance[0]", "shorter_than_straight")]


def test_a_claim_alone_is_told_where_it_stands() -> None:
    ride = leg("a", "b", distance=known(value=50, unit="miles"))

    assert faults(ride) == [("legs[0].distance", "shorter_than_straight")]


@pytest.mark.parametrize(
    "said",
    [
        {"value": 110, "unit": "km"},  # measured and rounded
        {"about": 90, "unit": "km"},  # a quarter more is 112.5 km
        {"more_than": 50, "unit": "km"},
        {"range": [50, 112], "unit": "km"},
        {"value": 70, "unit": "mi"},
        {"value": "far", "unit": "km"},
        {"range": 5, "unit": []},
    ],
)
def test_a_distance_that_may_be_as_long_as_the_straight_line_is_none(said: Any) -> None:
    assert faults(leg("a", "b", distance=[known(**said)])) == []


def test_a_distance_is_also_too_short_for_the_way_over_a_stop() -> None:
    # From A to C and on to B: two degrees and back one, 334 km.
    ride = leg("a", "b", distance=amount(200, "km"), stops=[known(place="c")])

    (fault,) = distances(told(legs=[ride]))

    assert fault.code == "shorter_than_straight"
    assert fault.figures["straight"] == pytest.approx(3 * 111.319, abs=0.01)


def test_what_others_say_is_shown_beside_it_and_no_fault() -> None:
    said = [known(value=120, unit="km"), known(value=20, unit="km")]

    assert faults(leg("a", "b", distance=said)) == []


def test_places_are_as_far_off_as_their_digits_leave_open() -> None:
    # 0.01 degrees of the equator are 1.11 km, and each end may be 0.56 km off.
    near = [place("a", 0.01, 0.01, basis="derived"), place("b", 0.01, 0.02, basis="derived")]
    exact = [
        place("a", 0.0001, 0.0101, basis="derived"),
        place("b", 0.0001, 0.0201, basis="derived"),
    ]
    walk = leg("a", "b", distance=amount(0.25, "km"))

    assert faults(walk, places=near) == []
    assert faults(walk, places=exact) == [("legs[0].distance[0]", "shorter_than_straight")]


def test_a_stop_beyond_the_end_of_its_leg_can_not_be() -> None:
    stops = [known(place="b", km=120), known(place="b", km=126)]

    assert faults(leg("a", "c", distance=amount(225, "km"), stops=stops)) == []
    assert faults(leg("a", "b", distance=amount(125, "km"), stops=stops)) == [
        ("legs[0].stops[1].km", "stop_beyond_leg")
    ]


def test_no_stop_is_beyond_a_leg_that_may_be_longer() -> None:
    open_ended = [known(more_than=112, unit="km"), known(value=112, unit="km")]

    assert faults(leg("a", "b", distance=open_ended, stops=[known(place="b", km=500)])) == []
    assert faults(leg("a", "b", stops=[known(place="b", km=500)])) == []


def test_a_stop_can_not_be_nearer_along_the_way_than_it_lies() -> None:
    # B lies a degree of the equator from A, which is 111.3 km.
    stops = [known(place="b", km=90)]

    assert faults(leg("a", "c", stops=stops)) == [("legs[0].stops[0].km", "shorter_than_straight")]
    # The zero of a railway need not be where the leg starts.
    assert faults(leg("a", "c", stops=[known(place="b", km=103)])) == []
