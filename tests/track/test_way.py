from __future__ import annotations

from itertools import pairwise

import pytest

from journey.geo.geometry import distance
from tests.conftest import known, leg, place, track

# A round of parks in Copenhagen, whose corners no straight line joins.
PARKS = [
    place("a", 55.6867, 12.5590),
    place("b", 55.6936, 12.5832),
    place("c", 55.6852, 12.5797),
    place("d", 55.6813, 12.5660),
]
CORNERS = [(park["lat"], park["lon"]) for park in PARKS]
STOPS = [known(place="b"), known(place="c")]


def test_an_assumed_line_runs_through_the_stops() -> None:
    (part,) = track(places=PARKS, legs=[leg("a", "d", stops=STOPS)]).legs

    steps = [distance(a, b) for a, b in pairwise(CORNERS)]
    assert set(CORNERS) <= set(part.line)
    assert [halt.point for halt in part.halts] == CORNERS[1:3]
    assert part.drawn_km == pytest.approx(sum(steps), rel=1e-4)
    assert [halt.km for halt in part.halts] == pytest.approx([steps[0], sum(steps[:2])], rel=1e-4)


def test_a_line_that_is_drawn_takes_no_stop_in() -> None:
    shape = known(line=[CORNERS[0], CORNERS[3]])

    (part,) = track(places=PARKS, legs=[leg("a", "d", stops=STOPS, shape=shape)]).legs

    assert part.line == (CORNERS[0], CORNERS[3])


def test_a_stop_that_the_line_passes_twice_is_where_its_turn_is() -> None:
    stops = [known(place="b"), known(place="c"), known(place="b")]

    (part,) = track(legs=[leg("a", "a", stops=stops)]).legs

    # A degree of the equator is 111.319 km long: out by B to C, and back by B.
    assert [halt.km for halt in part.halts] == pytest.approx([111.319, 222.639, 333.958], abs=0.001)


def test_an_assumed_line_over_the_antimeridian_is_one_line() -> None:
    places = [place("a", 0, 178), place("b", 1, -179), place("c", -1, 179), place("d", 0, -178)]
    stops = [known(place="b"), known(place="c")]

    (part,) = track(places=places, legs=[leg("a", "d", stops=stops)]).legs

    assert [halt.point for halt in part.halts] == [(1, 181), (-1, 179)]
    assert part.line[-1] == (0, 182)


def test_a_line_may_lead_from_a_place_back_to_it() -> None:
    line = [(0, 0), (0, 1), (1, 1), (0, 0)]
    legs = [leg("a", "a", shape=known(line=line))]

    (part,) = track(places=[place("a", 0, 0)], legs=legs).legs

    # By geodesics a degree east, a degree north, and the diagonal of both.
    steps = [distance(a, b) for a, b in pairwise(line)]
    assert part.distance.used == pytest.approx(sum(steps), rel=1e-4)


def test_stops_are_passed_in_their_order_on_a_line_there_and_back() -> None:
    shape = known(line=[(0, 0), (0, 2), (0.0001, 0)])
    stops = [known(place="b"), known(place="c"), known(place="b")]

    (part,) = track(legs=[leg("a", "a", shape=shape, stops=stops)]).legs

    # A degree of the equator is 111.319 km long: out by B to C, and back by B.
    assert [halt.km for halt in part.halts] == pytest.approx([111.319, 222.639, 333.958], abs=0.02)


def test_stops_in_another_order_than_the_line_stay_where_it_passes_them() -> None:
    places = [place(key, 0, lon) for key, lon in (("a", 0), ("b", 1), ("c", 2), ("d", 3))]
    shape = known(line=[(0, 0), (0, 3)])
    stops = [known(place="c"), known(place="b")]

    (part,) = track(places=places, legs=[leg("a", "d", shape=shape, stops=stops)]).legs

    assert [halt.point for halt in part.halts] == [pytest.approx((0, 2)), pytest.approx((0, 1))]
