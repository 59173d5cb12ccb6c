from __future__ import annotations

import pytest

from journey.geo.lanes import CROWD, MOST, lanes

EAST = ((0, 0), (0.3, 0.5), (0, 1))
BACK = EAST[::-1]


def test_a_way_there_and_a_way_back_lie_each_to_its_right() -> None:
    assert lanes([EAST, BACK]) == (0.5, 0.5)


def test_ways_that_only_meet_or_cross_have_no_lane() -> None:
    onward, across = ((0, 1), (0.3, 1.5)), ((-1, 0.5), (1, 0.5))

    assert lanes([EAST, onward, across]) == (0, 0, 0)


def test_rounds_the_same_way_lie_from_the_right_to_the_left_of_the_track() -> None:
    assert lanes([EAST, EAST, EAST]) == (1, 0, -1)


def test_a_way_back_in_one_leg_lies_beside_each_leg_of_the_way_there() -> None:
    there = [((0, lon), (0, lon + 1)) for lon in range(5)]

    assert lanes([*there, ((0, 5), (0, 0))]) == (0.5,) * 6
    assert lanes([((0, 5), (0, 0)), *there]) == (0.5,) * 6


def test_a_track_that_was_recorded_twice_is_one() -> None:
    # A thousandth of its length apart, by other points.
    other = ((0.001, 1), (0.1502, 0.75), (0.301, 0.5), (0.0001, 0))

    assert lanes([EAST, other]) == (0.5, 0.5)


def test_two_roads_side_by_side_are_two_tracks() -> None:
    other = tuple((lat + 0.05, lon) for lat, lon in BACK)

    assert lanes([EAST, other]) == (0, 0)


def test_bends_in_a_small_place_are_as_much_of_a_track_as_a_straight_road() -> None:
    bends = [(0.01 * (turn % 2), 0.001 * turn) for turn in range(101)]

    assert lanes([((0, -1), *bends), (*bends[::-1], (-1, 0))]) == (0.5, 0.5)


def test_a_track_over_the_antimeridian_is_the_same_on_each_turn_round_the_world() -> None:
    assert lanes([((10, 170), (20, 190)), ((20, -170), (10, -190))]) == (0.5, 0.5)


def test_a_leg_that_stays_has_no_lane() -> None:
    assert lanes([EAST, ((0, 1), (0, 1)), BACK]) == (0.5, 0, 0.5)
    assert lanes([((0, 1), (0, 1))]) == (0,)


def test_so_many_on_one_track_have_the_lanes_again_and_a_crowd_has_none() -> None:
    assert len(set(lanes([EAST] * (MOST + 3)))) == MOST
    assert set(lanes([EAST, BACK] * (CROWD // 2))) == {0}


@pytest.mark.parametrize("at", [1, 2])
def test_all_of_one_track_are_beside_each_other_whichever_way_they_run(at: int) -> None:
    # Where each lies north of the track: what leads west has its right there.
    ways = [EAST, BACK, EAST, BACK]
    ways.insert(at, BACK)

    norths = [off * (1 if way is BACK else -1) for off, way in zip(lanes(ways), ways, strict=True)]

    assert sorted(norths) == [-2, -1, 0, 1, 2]
