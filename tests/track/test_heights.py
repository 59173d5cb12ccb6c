from __future__ import annotations

from typing import Any

import pytest

from journey import Track
from journey.track.heights import Level, climb, runs, turns
from journey.track.thin import thin
from tests.conftest import amount, known, leg, place, track


def hilly(heights: list[float | None], **more: Any) -> Track:
    """A leg from A to B whose line has a point for each of the heights."""
    last = len(heights) - 1
    line = [[0, index / last] for index in range(last + 1)]
    shape = known(line=line, heights=heights)
    return track(legs=[leg("a", "b", shape=shape, **more)])


@pytest.mark.parametrize(
    ("heights", "found"),
    [
        ([5], []),
        ([0, 9, 0, 9], []),  # less than an error
        ([0, 10], [0, 10]),
        ([0, 4, 8, 12], [0, 12]),  # steps that are small alone
        ([0, 100, 95, 200], [0, 200]),  # a dip that is none
        ([0, 100, 90, 200], [0, 100, 90, 200]),
        ([50, 45, 60, 41], [45, 60, 41]),
        ([100, 20, 25, 0], [100, 0]),
    ],
)
def test_low_and_high_points_take_turns(heights: list[float], found: list[float]) -> None:
    assert turns(heights) == found


def test_a_hike_climbs_what_its_rises_come_to() -> None:
    # By hand: 300 up to the hut, 50 down, 450 up to the top; then 700 down.
    (one,) = hilly([1200, 1350, 1500, 1450, 1900, 1200]).legs

    assert climb([one.levels]) == (750, 750, 1200, 1900, True)


def test_what_lies_in_a_gap_is_not_climbed() -> None:
    (one,) = hilly([100, 150, None, 900, 880]).legs

    assert climb([one.levels]) == (50, 20, 100, 900, False)


def test_legs_without_heights_take_no_part() -> None:
    found = hilly([0, 30]).legs[0].levels

    assert climb([(), found, ()]) == (30, 0, 0, 30, False)
    assert climb([found]) == (30, 0, 0, 30, True)
    assert climb([()]) is None


def test_heights_stand_at_the_part_of_the_leg_that_is_passed() -> None:
    (one,) = hilly([0, 10, 20], duration=amount(2, "h")).legs

    assert one.levels == (Level(0, 0), Level(0.5, 10), Level(1, 20))


def test_who_waits_stays_as_high_as_before() -> None:
    stop = known(place="m", dwell=amount(1, "h"))
    places = [place("a", 0, 0), place("m", 0, 0.5), place("b", 0, 1)]
    shape = known(line=[[0, 0], [0, 0.5], [0, 1]], heights=[0, 10, 20])
    legs = [leg("a", "b", shape=shape, stops=[stop], duration=amount(3, "h"))]

    (one,) = track(places=places, legs=legs).legs

    pairs = [(round(part, 6), metres) for part, metres in one.levels]
    assert [pairs[0], pairs[-1]] == [(0, 0), (1, 20)]
    assert {(round(1 / 3, 6), 10), (round(2 / 3, 6), 10)} <= set(pairs)


def test_a_gap_ends_a_run() -> None:
    assert runs([Level(0, None), Level(0.5, 1), Level(1, None)]) == [[(0.5, 1)]]


def test_a_thinned_track_climbs_as_much() -> None:
    full = hilly([float(index % 40) for index in range(500)])

    thinned = thin(full, 20).track

    assert len(thinned.legs[0].fixes) < 100
    assert thinned.legs[0].levels == full.legs[0].levels
