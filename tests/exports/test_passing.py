from __future__ import annotations

from datetime import datetime

from journey.exports.passing import Passing, passing
from tests.conftest import Data, at, known, leg, place, track

NINE, TEN, ELEVEN = (at(f"2021-02-25T{hour}:00+09:00") for hour in ("09", "10", "11"))
LINE = [(0.0, 0.0), (0.0, 1.0), (0.0, 2.0)]


def passed(**more: object) -> Passing:
    """The line of a leg from A to C with B on the way, a degree of the equator each."""
    (found,) = track(legs=[leg("a", "c", **more)]).legs
    return passing(found, None, None)


def drawn(*times: datetime | None) -> Data:
    return known(line=LINE, times=times) if times else known(line=LINE)


def test_the_points_of_a_recorded_line_keep_their_times() -> None:
    found = passed(shape=drawn(NINE, None, ELEVEN))

    assert (list(found.line), found.times) == (LINE, {0: NINE, 2: ELEVEN})


def test_a_stop_with_a_time_gives_it_to_the_point_of_the_line_where_it_is() -> None:
    found = passed(shape=drawn(), stops=[known(place="b", at=TEN)])

    assert (list(found.line), found.times) == (LINE, {1: TEN})


def test_a_stop_between_two_points_becomes_one_of_them() -> None:
    line = known(line=[LINE[0], LINE[2]])
    found = passed(shape=line, stops=[known(place="b", at=TEN)])

    assert [round(lon, 6) for _, lon in found.line] == [0, 1, 2]
    assert found.times == {1: TEN}


def test_who_stands_still_is_at_one_point_twice() -> None:
    stop = known(place="b", arrives=[known(at=TEN)], departs=[known(at=ELEVEN)])
    found = passed(shape=drawn(), stops=[stop])

    assert list(found.line) == [LINE[0], LINE[1], LINE[1], LINE[2]]
    assert found.times == {1: TEN, 2: ELEVEN}


def test_a_time_within_bounds_is_the_time_of_no_point() -> None:
    found = passed(shape=drawn(), stops=[known(place="b", arrives=[known(between=[NINE, TEN])])])

    assert found.times == {}


def test_times_stay_with_their_points_where_a_line_is_cut() -> None:
    # From 178 E over the antimeridian, which is crossed halfway, to 178 W.
    places = [place("a", 0, 178), place("b", 0, -179), place("c", 0, -178)]
    line = known(line=[(0.0, 178.0), (0.0, -179.0), (0.0, -178.0)], times=(NINE, TEN, ELEVEN))
    (found,) = track(places=places, legs=[leg("a", "c", shape=line)]).legs

    west, east = passing(found, None, None).pieces()

    assert (west.line, west.times) == (((0.0, 178.0), (0.0, 180)), {0: NINE})
    assert (east.line[1:], east.times) == (((0.0, -179.0), (0.0, -178.0)), {1: TEN, 2: ELEVEN})
