"""What follows from what: times from durations, durations from times, waits from gaps."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest

from journey.geo.interval import Interval
from journey.model.calendar import Grain
from journey.model.claims import Basis
from journey.track.schedule import Reckoned, Slot, schedule
from tests.conftest import Data, amount, at, journey, known, leg, place

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
SOURCES = [{"id": "s", "title": "S", "publisher": "P"}]


def reported(**more: Any) -> Data:
    return {"basis": "reported", "source": "s", **more}


def moment(text: str) -> list[Data]:
    return [reported(at=text)]


def slots(*legs: Data, zones: tuple[str | None, ...] = (), **more: Any) -> tuple[Slot, ...]:
    """The slots of legs between A, B and C, perhaps in those zones."""
    told = dict(zip("abc", zones, strict=False))
    places = [place(key, 0, east, zone=told.get(key)) for east, key in enumerate("abc")]
    return schedule(journey(legs=list(legs), sources=SOURCES, **{"places": places, **more}))


def figure(found: Reckoned | None) -> Interval:
    assert found is not None
    return found.figure


def hours(low: float, used: float, high: float | None) -> Interval:
    return Interval(low * HOUR, used * HOUR, None if high is None else high * HOUR)


@pytest.mark.parametrize(
    ("left", "met", "expected"),
    [
        # An Eurostar: 18:15 in Paris to 19:40 in London (printed timetable, summer 2019).
        ("2019-08-09T18:15+02:00", "2019-08-09T19:40+01:00", 2 * HOUR + 25 * MINUTE),
        # It lands earlier by the clock than it left: 02:00 to 14:30 UTC.
        ("2024-11-09T11:00+09:00", "2024-11-09T09:30-05:00", 12 * HOUR + 30 * MINUTE),
        # The clocks of Berlin went from 02:00 to 03:00 in between.
        ("2024-03-30T22:00+01:00", "2024-03-31T06:00+02:00", 7 * HOUR),
    ],
)
def test_a_duration_follows_from_its_times(left: str, met: str, expected: float) -> None:
    (slot,) = slots(leg("a", "b", departs=moment(left), arrives=moment(met)))

    assert slot.duration
    assert figure(slot.duration) == Interval.exactly(expected)
    assert (slot.duration.basis, slot.duration.claimed) == (Basis.DERIVED, False)
    assert slot.duration.claims == (slot.leg.departs[0], slot.leg.arrives[0])
    assert slot.end == Interval.exactly(expected)


@pytest.mark.parametrize(
    ("left", "met", "low", "high"),
    [
        # From the last moment of the one to the first of the other, and the other way round.
        ("2021-03-01", "2021-03-03", 1, 3),
        ("2021-03-01", "2021-03-01", 0, 1),
        # June, July and August; 1 May to 30 September (a calendar).
        ("1804-05", "1804-09", 30 + 31 + 31, 31 + 30 + 31 + 31 + 30),
        # The years 630 to 644, of which 632, 636, 640 and 644 had a day more; 629 to 645.
        (629, 645, 15 * 365 + 4, 17 * 365 + 4),
        ("2021-03-01", "2021-03", 0, 31),
    ],
)
@pytest.mark.parametrize("zone", [None, "UTC"])
def test_a_duration_from_days_months_and_years_has_their_bounds(
    left: Any, met: Any, low: int, high: int, zone: str | None
) -> None:
    ride = leg("a", "b", departs=moment(left), arrives=moment(met))

    (slot,) = slots(ride, zones=(zone, zone))

    found = figure(slot.duration)
    assert (found.low, found.high) == (low * DAY, high * DAY)


def test_a_day_in_which_clocks_change_is_shorter() -> None:
    # London, 31 March 2024: 23 hours.
    ride = leg("a", "b", departs=moment("2024-03-31"), arrives=moment("2024-04-01"))

    (slot,) = slots(ride, zones=("Europe/London", "Europe/London"))

    assert figure(slot.duration).high == (23 + 24) * HOUR


def test_times_follow_from_a_duration_in_both_directions() -> None:
    nine, eleven = "2021-03-01T09:00+09:00", "2021-03-01T11:00+09:00"
    lasts = [reported(value=2, unit="h")]

    (forth,) = slots(leg("a", "b", departs=moment(nine), duration=lasts))
    (back,) = slots(leg("a", "b", arrives=moment(eleven), duration=lasts))

    assert forth.arrives
    assert back.departs
    assert forth.arrives.early == forth.arrives.late == at(eleven)
    assert back.departs.early == back.departs.late == at(nine)
    assert (forth.arrives.basis, back.departs.basis) == (Basis.DERIVED, Basis.DERIVED)
    assert forth.arrives.claims == (forth.leg.departs[0], forth.leg.duration[0])


def test_three_nights_between_two_rides_are_a_wait() -> None:
    first, second = slots(
        leg("a", "b", departs=moment("2024-06-01T10:00+02:00"), duration=amount(2, "h")),
        leg("b", "c", departs=moment("2024-06-04T09:00+02:00"), duration=amount(3, "h")),
    )

    # From noon to nine, three days later; 74 hours in all.
    assert figure(first.wait) == Interval.exactly(69 * HOUR)
    assert first.wait
    assert not first.wait.claimed
    assert (second.start, second.over) == (
        Interval.exactly(71 * HOUR),
        Interval.exactly(74 * HOUR),
    )


@pytest.mark.parametrize(
    ("to", "start", "expected"),
    [(2, None, 2), (None, 3, 3), (2, 3, 5)],
)
def test_a_wait_may_be_told_at_either_end(to: int | None, start: int | None, expected: int) -> None:
    end = known(place="b", dwell=amount(to, "h") if to else [])
    begin = known(place="b", dwell=amount(start, "h") if start else [])

    first, second = slots(
        leg("a", "b", to=end, duration=amount(1, "h")),
        leg("b", "c", duration=amount(1, "h"), **{"from": begin}),
    )

    assert figure(first.wait) == Interval.exactly(expected * HOUR)
    assert second.start == Interval.exactly((1 + expected) * HOUR)


def test_a_wait_before_the_first_leg_comes_before_it_starts() -> None:
    begin = known(place="a", dwell=amount(90, "min"))

    (slot,) = slots(leg("a", "b", duration=amount(1, "h"), **{"from": begin}))

    assert figure(slot.before) == Interval.exactly(90 * MINUTE)
    assert (slot.start, slot.end) == (hours(1.5, 1.5, 1.5), hours(2.5, 2.5, 2.5))


def test_a_wait_after_the_last_leg_counts() -> None:
    end = known(place="b", dwell=amount(1, "h"))

    (slot,) = slots(leg("a", "b", duration=amount(2, "h"), to=end))

    assert (slot.end, slot.over) == (Interval.exactly(2 * HOUR), Interval.exactly(3 * HOUR))


def test_a_wait_between_days_has_their_bounds() -> None:
    first, _ = slots(
        leg("a", "b", arrives=moment("2017-08-03")), leg("b", "c", departs=moment("2017-08-05"))
    )

    assert first.wait
    assert first.wait.figure == hours(24, 48, 72)
    assert first.wait.basis is Basis.DERIVED


def test_days_at_both_ends_bound_all_that_is_between() -> None:
    # 14 May 1804 to 20 November 1805 (a calendar): 555 days from date to date.
    first, second = slots(
        leg("a", "b", departs=moment("1804-05-14"), arrives=moment("1804-10-28")),
        leg("b", "c", departs=moment("1805-04-07"), arrives=moment("1805-11-20")),
    )

    assert second.over == Interval(554 * DAY, 555 * DAY, 556 * DAY)
    assert second.basis is Basis.DERIVED
    assert first.end.used + figure(first.wait).used == second.start.used


def test_a_leg_between_others_is_known_to_take_less_than_is_left() -> None:
    first, second = slots(
        leg("a", "b", departs=moment("2021-03-01T08:00+09:00")),
        leg("b", "c", arrives=moment("2021-03-01T12:00+09:00"), duration=amount(3, "h")),
    )

    assert first.duration
    assert first.duration.figure == hours(0, 1, 1)
    assert second.end == Interval.exactly(4 * HOUR)


def test_legs_of_unknown_times_share_what_is_left_by_how_far_they_lead() -> None:
    # One degree of longitude, and three.
    places = [place("a", 0, 0), place("b", 0, 1), place("c", 0, 4)]

    first, second = slots(
        leg("a", "b", departs=moment("2021-03-01T08:00+09:00")),
        leg("b", "c", arrives=moment("2021-03-01T12:00+09:00")),
        places=places,
    )

    assert first.end.used == pytest.approx(HOUR)
    assert figure(first.duration) == hours(0, first.end.used / HOUR, 4)
    assert second.end == Interval.exactly(4 * HOUR)


def test_what_is_rounded_gives_way_to_clock_times_and_is_told_as_it_is_claimed() -> None:
    times = {
        "departs": moment("2021-03-01T08:00+09:00"),
        "arrives": moment("2021-03-01T10:20+09:00"),
    }

    (slot,) = slots(leg("a", "b", duration=amount(2, "h"), **times))

    assert figure(slot.duration) == Interval.exactly(2 * HOUR)
    assert slot.end == Interval.exactly(2 * HOUR + 20 * MINUTE)


def test_a_stop_is_passed_at_its_time() -> None:
    # 17:30 to 19:06 is an hour and 36 minutes.
    stop = reported(place="b", at="2025-06-01T19:06+04:00")
    ride = leg("a", "c", departs=moment("2025-06-01T17:30+04:00"), stops=[stop])

    (slot,) = slots({**ride, "duration": amount(330, "min")})

    (pause,) = slot.stops
    assert pause.start == pause.end == Interval.exactly(96 * MINUTE)
    assert pause.arrives
    assert pause.arrives.claimed
    assert pause.wait is None


def test_a_wait_at_a_stop_follows_from_its_times() -> None:
    stop = reported(place="b", arrives="2025-06-01T19:06+04:00", departs="2025-06-01T19:10+04:00")
    times = {
        "departs": moment("2025-06-01T17:30+04:00"),
        "arrives": moment("2025-06-01T23:00+04:00"),
    }

    (slot,) = slots(leg("a", "c", stops=[stop], **times))

    (pause,) = slot.stops
    assert figure(pause.wait) == Interval.exactly(4 * MINUTE)
    assert (pause.start.used, pause.end.used) == (96 * MINUTE, 100 * MINUTE)


def test_a_leg_takes_longer_than_the_waits_at_its_stops() -> None:
    stops = [known(place="b", dwell=amount(3, "h")), known(place="b", dwell=amount(4, "h"))]

    (slot,) = slots(leg("a", "c", stops=stops))

    assert figure(slot.duration) == Interval(7 * HOUR, 7 * HOUR, None)


@pytest.mark.parametrize(
    ("met", "zones", "expected"),
    [
        # A night train of which the timetable tells the hours.
        ("+1 06:10", (), (12 * HOUR + 40 * MINUTE,) * 2),
        ("+2 00:05", (), (30 * HOUR + 35 * MINUTE,) * 2),
        # London is an hour behind Paris, in winter and in summer.
        ("19:40", ("Europe/Paris", "Europe/London"), (3 * HOUR + 10 * MINUTE,) * 2),
        # Phoenix is two hours behind New York in winter, and three in summer.
        ("21:30", ("America/New_York", "America/Phoenix"), (6 * HOUR, 7 * HOUR)),
    ],
)
def test_hours_of_a_day_that_nobody_dates_count_on_from_its_midnight(
    met: str, zones: tuple[str, ...], expected: tuple[float, float]
) -> None:
    ride = leg("a", "b", departs=moment("17:30"), arrives=moment(met))

    (slot,) = slots(ride, zones=zones)

    found = figure(slot.duration)
    assert (found.low, found.high) == expected
    assert slot.departs
    assert not slot.departs.dated


def test_an_hour_on_the_way_is_that_of_the_day_of_departure() -> None:
    # The day is told by the departure, the hour of arrival by a timetable.
    departs = [reported(at="2025-06-01T17:30+02:00")]

    (slot,) = slots(
        leg("a", "b", departs=departs, arrives=moment("+1 06:10")),
        zones=("Europe/Berlin", "Europe/Berlin"),
    )

    assert slot.arrives
    assert slot.arrives.dated
    assert slot.arrives.early == slot.arrives.late == at("2025-06-02T06:10+02:00")


def test_days_without_a_zone_are_counted_by_one_clock() -> None:
    ride = leg("a", "b", departs=moment("2021-03-01"), duration=amount(20, "d"))

    (slot,) = slots(ride)

    # From the east of the date line to its west a day lasts 50 hours.
    assert slot.arrives
    assert slot.arrives.early == at("2021-03-21T00:00+14:00")
    assert slot.arrives.late == at("2021-03-22T00:00-12:00")


def test_over_the_date_line_days_are_those_of_each_place() -> None:
    places = [place("a", -36.8, 174.8), place("b", 21.3, -157.9)]
    ride = leg("a", "b", departs=moment("2017-08-03"), arrives=moment("2017-08-02"))

    (slot,) = slots(ride, places=places)

    # The day ends at UTC-12 on the 3rd at noon, and began at UTC+14 on the 2nd at ten.
    assert figure(slot.duration) == Interval(0, figure(slot.duration).used, 26 * HOUR)


def test_what_is_known_to_the_day_is_no_finer_after_it_was_counted_on() -> None:
    first, second = slots(
        leg("a", "b", departs=moment("1831-12-27T14:00+00:00"), duration=amount(400, "d")),
        leg("b", "c", duration=amount(20, "min")),
    )

    assert first.departs
    assert first.arrives
    assert second.arrives
    grains = [first.departs.grain, first.arrives.grain, second.arrives.grain]
    assert grains == [Grain.MINUTE, Grain.DAY, Grain.DAY]
    # A calendar: 1832 had 366 days.
    assert first.arrives.early == datetime.fromisoformat("1833-01-30T14:00+00:00")


def test_an_arrival_alone_bounds_the_departure() -> None:
    (slot,) = slots(leg("a", "b", arrives=moment("2017-08-03")), zones=("UTC", "UTC"))

    assert slot.departs
    assert slot.arrives
    assert (slot.departs.early, slot.departs.late) == (None, at("2017-08-04T00:00+00:00"))
    assert slot.arrives.claimed
    assert slot.duration is None


def test_a_total_between_reported_times_does_not_stand_on_what_is_assumed_between() -> None:
    first, second = slots(
        leg("a", "b", departs=moment("2021-03-01T08:00+09:00"), duration=amount(1, "h")),
        leg("b", "c", arrives=moment("2021-03-01T12:00+09:00")),
    )

    assert (first.basis, second.basis) == (Basis.ASSUMED, Basis.DERIVED)


def test_two_thousand_legs_are_counted_on_to_the_second() -> None:
    places = [place("a", 0, 0), place("b", 0, 1)]
    ways = [("a", "b"), ("b", "a")] * 1_000
    legs = [leg(*way, id=f"l{i}", duration=amount(61, "s")) for i, way in enumerate(ways)]
    legs[0]["departs"] = moment("2021-03-01T00:00+00:00")

    found = slots(*legs, places=places)

    assert found[-1].arrives
    over = at("2021-03-01T00:00+00:00") + timedelta(seconds=122_000)
    assert found[-1].arrives.early == found[-1].arrives.late == over
    assert len(found[-1].arrives.claims) == 2_001
