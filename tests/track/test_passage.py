from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from itertools import pairwise
from random import Random
from typing import Any

import pytest

from journey import Track
from journey.model.claims import Basis
from journey.track.passage import Wait, passed
from tests.conftest import amount, at, known, leg, place, track

MINUTE, HOUR = 60.0, 3_600.0


def told(wait: Wait) -> tuple[str, float, float]:
    """The place of the wait, and from when to when it lasts, in h."""
    return (
        wait.place.id if wait.place else "",
        round(wait.start / HOUR, 6),
        round(wait.end / HOUR, 6),
    )


def test_waits_are_told_in_their_order_with_their_claims() -> None:
    stops = [known(place="b", dwell=amount(2, "h"))]
    end = known(place="c", dwell=amount(3, "h"))
    legs = [leg("a", "c", stops=stops, to=end, duration=amount(10, "h")), leg("c", "a")]

    part, after = track(legs=legs).legs

    # Eight hours of riding, half of them before B; then three hours at the end.
    assert [told(wait) for wait in part.waits] == [("b", 4, 6), ("c", 10, 13)]
    assert [wait.reckoned.claims[0] for wait in part.waits] == [
        part.leg.stops[0].dwell[0],
        part.leg.end.dwell[0],
    ]
    assert (part.begin, part.span, after.begin) == (0, 13 * HOUR, 13 * HOUR)


def test_a_wait_at_the_last_point_of_the_line_is_within_the_leg() -> None:
    stops = [known(place="b", dwell=amount(1, "h"))]

    (part,) = track(legs=[leg("a", "b", stops=stops, duration=amount(4, "h"))]).legs

    assert [told(wait) for wait in part.waits] == [("b", 3, 4)]


def timetable(**stop: object) -> Track:
    """The train from Tbilisi to Poti, which calls at Khashuri, as its timetable prints it."""
    places = [
        place("tbilisi", 41.72, 44.8, zone="Asia/Tbilisi"),
        place("khashuri", 42.0, 43.6, zone="Asia/Tbilisi"),
        place("poti", 42.15, 41.68, zone="Asia/Tbilisi"),
    ]
    departs = [known(at="2025-06-01T17:30+04:00")]
    stops = [known(place="khashuri", **stop)]
    more = {"departs": departs, "duration": amount(330, "min"), "stops": stops}
    return track(places=places, legs=[leg("tbilisi", "poti", **more)])


def test_the_train_is_at_a_stop_when_its_timetable_says_so() -> None:
    found = timetable(at="2025-06-01T19:06+04:00").at(96 * MINUTE)

    # From 17:30 to 19:06 are an hour and 36 minutes.
    assert (found.lat, found.lon) == pytest.approx((42.0, 43.6))


def test_the_train_stands_at_a_stop_from_its_arrival_to_its_departure() -> None:
    journey = timetable(arrives="2025-06-01T19:06+04:00", departs="2025-06-01T19:20+04:00")

    (part,) = journey.legs

    assert [(wait.place and wait.place.id, wait.start, wait.end) for wait in part.waits] == [
        ("khashuri", 96 * MINUTE, 110 * MINUTE)
    ]
    assert journey.at(97 * MINUTE).lon == journey.at(109 * MINUTE).lon == pytest.approx(43.6)
    assert journey.at(111 * MINUTE).lon < 43.6


def recorded(times: Sequence[str | None], lons: list[float], **more: Any) -> Track:
    """A ride along the equator from A, with a time for each of its points, by B if it stops."""
    shape = known(line=[(0, lon) for lon in lons], times=list(times))
    places = [place("a", 0, 0), place("b", 0, 0.2), place("c", 0, lons[-1])]
    return track(places=places, legs=[leg("a", "c", shape=shape, **more)])


NINE, TEN, HALF, NOON = (
    f"2025-06-01T{clock}:00Z" for clock in ("09:00", "10:00", "10:30", "12:00")
)


def test_each_point_of_a_recorded_line_is_passed_at_its_time() -> None:
    found = recorded([NINE, TEN, HALF, NOON], [0, 0.1, 0.8, 1])

    # From nine on: an hour, an hour and a half, three hours; half an hour is half-way to the first.
    assert [found.at(hours * HOUR).lon for hours in (0.5, 1, 1.5, 3)] == pytest.approx(
        [0.05, 0.1, 0.8, 1]
    )
    assert found.duration.used == 3 * HOUR


def test_between_two_known_times_the_pace_is_even() -> None:
    found = recorded([NINE, None, None, NOON], [0, 0.1, 0.8, 1])

    assert found.at(1.5 * HOUR).lon == pytest.approx(0.5)


def test_a_recorded_line_is_told_by_the_clock_of_its_leg_where_it_begins_unrecorded() -> None:
    departs = [known(at="2025-06-01T08:30Z")]

    found = recorded([None, TEN, HALF, NOON], [0, 0.1, 0.8, 1], departs=departs)

    # Ten is an hour and a half after the departure.
    assert found.at(1.5 * HOUR).lon == pytest.approx(0.1)


def test_a_line_of_which_only_the_middle_is_recorded_is_passed_at_the_known_times() -> None:
    found = recorded([None, TEN, HALF, NOON, None], [0, 0.1, 0.8, 1, 2])

    (part,) = found.legs
    # From ten to noon are two hours; how long it was on the way before and after nobody knows.
    assert (part.slot.duration and part.slot.duration.figure.low) == 2 * HOUR
    assert (part.slot.duration and part.slot.duration.figure.high) is None
    assert found.at(HOUR / 2).lon == pytest.approx(0.8)


def test_who_was_recorded_standing_at_a_stop_waits_there() -> None:
    times = [NINE, TEN, HALF, NOON]

    (part,) = recorded(times, [0, 0.2, 0.2001, 1], stops=[known(place="b")]).legs

    (wait,) = part.waits
    assert told(wait) == ("b", 1, 1.5)
    assert (wait.reckoned.figure.used, wait.reckoned.basis) == (HOUR / 2, Basis.ASSUMED)
    assert wait.reckoned.claims == (part.leg.shape,)


def test_who_was_recorded_walking_past_a_stop_does_not_wait() -> None:
    (part,) = recorded([NINE, TEN, HALF, NOON], [0, 0.2, 0.3, 1], stops=[known(place="b")]).legs

    assert part.waits == ()


def test_a_stop_told_out_of_order_with_a_recorded_line_leaves_the_line_as_it_is() -> None:
    stops = [known(place="b", at="2025-06-01T11:00Z")]

    found = recorded([NINE, TEN, HALF, NOON], [0, 0.1, 0.8, 1], stops=stops)

    assert [found.at(hours * HOUR).lon for hours in (1, 1.5)] == pytest.approx([0.1, 0.8])


def test_waits_are_cut_where_nothing_is_left_for_the_ride() -> None:
    assert passed([0, 1, 1, 2], [0, None, None, 5], {1: 60}) == [0, 0, 5, 5]


@pytest.mark.parametrize("seed", range(20))
def test_fixes_are_in_order_whatever_is_told_on_the_way(seed: int) -> None:
    chance = Random(seed)
    start = at("2025-06-01T09:00Z")
    instants = sorted(start + timedelta(minutes=chance.randrange(300)) for _ in range(12))
    times = [when.isoformat() if chance.random() < 0.6 else None for when in instants]
    stop = {"at": f"2025-06-01T{chance.randrange(9, 14):02}:30Z"} if seed % 2 else {}
    stops = [known(place="b", **stop, **({} if seed % 3 else {"dwell": amount(20, "min")}))]

    lons = [0.0, *sorted(chance.random() for _ in range(10)), 1.0]
    found = recorded(times, lons, stops=stops)

    fixes = found.fixes
    assert all(a.seconds <= b.seconds and a.km <= b.km for a, b in pairwise(fixes))
    assert (fixes[0].seconds, fixes[-1].seconds) == (0, found.duration.used)
    assert all(wait.start <= wait.end for part in found.legs for wait in part.waits)


def test_who_was_recorded_standing_away_from_any_stop_waits_on_the_way() -> None:
    (part,) = recorded([NINE, TEN, HALF, NOON], [0, 0.5, 0.5001, 1]).legs

    # The points of ten and of half past lie 11 m apart.
    assert [told(wait) for wait in part.waits] == [("", 1, 1.5)]
    assert part.under_way == 2.5 * HOUR


def test_who_was_recorded_standing_where_the_leg_starts_waits_there() -> None:
    (part,) = recorded([NINE, TEN, HALF, NOON], [0, 0, 0.5, 1]).legs

    assert [told(wait) for wait in part.waits] == [("a", 0, 1)]


def test_who_goes_on_slowly_does_not_wait() -> None:
    # A metre a second, recorded once a minute: 60 m from each point to the next.
    times = [f"2025-06-01T09:{minute:02}:00Z" for minute in range(30)]

    (part,) = recorded(times, [minute * 60 / 111_320 for minute in range(30)]).legs

    assert part.waits == ()


def test_who_goes_round_between_two_times_at_one_point_does_not_stand_still() -> None:
    line = [(0, 0), (0, 0.5), (0.5, 0.5), (0, 0.5), (0, 1)]
    eight = at("2024-06-01T08:00+00:00")
    times = [None if n is None else eight + timedelta(minutes=n) for n in (0, 15, None, 45, 60)]

    (found,) = track(legs=[leg("a", "b", shape=known(line=line, times=times))]).legs

    assert found.waits == ()
