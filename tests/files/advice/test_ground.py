"""Who looks closely at a leg is told that the shipped map is coarse there."""

from __future__ import annotations

from typing import Any

from journey import Journey, Track
from journey.files.advice.ground import ground
from tests.conftest import leg, place, told


def track(lat: float, lon: float, degrees: float, **more: Any) -> Track:
    """A journey of one leg, so many degrees to the north."""
    places = [place("a", lat, lon), place("b", lat + degrees, lon)]
    return Track.of(Journey.model_validate(told(places=places, legs=[leg("a", "b")], **more)))


def test_a_short_leg_outside_the_region_asks_for_a_map_of_its_own() -> None:
    (fault,) = ground(track(38.7, -9.1, 0.1))

    # A tenth of a degree of latitude is 11.1 km.
    assert (fault.path, fault.code, round(float(str(fault.figures["metres"])), -2)) == (
        ("legs", 0), "coarse_map", 11_100
    )  # fmt: skip


def test_a_long_leg_does_not() -> None:
    assert list(ground(track(38.7, -9.1, 0.5))) == []


def test_nor_does_one_where_the_shipped_map_is_in_detail() -> None:
    assert list(ground(track(42.4, 130.6, 0.1))) == []


def test_nor_does_a_journey_that_has_such_a_map() -> None:
    made = track(38.7, -9.1, 0.1)

    assert list(ground(Track.of(made.journey.on(b"{}")))) == []


def test_nor_does_one_far_from_every_shore_and_border() -> None:
    # In the plain of Great Poland, in a desert of Australia, and on the border in Lake Geneva.
    legs = track(51.58, 16.12, 0.07), track(-25.0, 125.0, 0.05), track(46.4, 6.5, 0.03)

    assert [len(list(ground(one))) for one in legs] == [0, 0, 1]


def test_one_on_an_island_that_the_shipped_map_leaves_out_does() -> None:
    # Pitcairn, 4 km across.
    assert [fault.code for fault in ground(track(-25.07, -130.11, 0.01))] == ["coarse_map"]
