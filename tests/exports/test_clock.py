from __future__ import annotations

from datetime import UTC, date, time

import pytest

from journey.exports.clock import Clock, clock, exact, universal, written
from journey.model.calendar import ClockTime, Month, When, Year
from tests.conftest import amount, at, known, leg, place, track


def windows(**more: object) -> tuple[Clock | None, Clock | None]:
    """When a leg from New York to London, with those claims, departs and arrives."""
    places = [
        place("a", 40.64, -73.78, zone="America/New_York"),
        place("b", 51.47, -0.45, zone="Europe/London"),
    ]
    (found,) = track(places=places, legs=[leg("a", "b", **more)]).legs
    return (
        clock(found.slot.departs, found.start_place.zone),
        clock(found.slot.arrives, found.end_place.zone),
    )


def test_each_end_has_the_offset_of_its_own_place_and_hour() -> None:
    # Off at midnight UTC. In that night London went to UTC+1 at 1:00; 7:00 UTC was 8:00 there.
    departs, arrives = windows(
        departs=[known(at="2024-03-30T20:00-04:00")], duration=amount(7, "h")
    )

    assert [written(end.early) for end in (departs, arrives) if end] == [
        "2024-03-30T20:00:00-04:00", "2024-03-31T08:00:00+01:00",
    ]  # fmt: skip


def test_an_arrival_to_the_day_bounds_the_departure_from_above() -> None:
    departs, arrives = windows(arrives=[known(at="2017-08-03")])

    assert arrives == Clock(date(2017, 8, 3), date(2017, 8, 3))
    assert departs is not None
    assert departs.early is None
    assert isinstance(departs.late, date)


def test_a_month_stays_a_month_and_where_no_clock_tells_there_is_nothing() -> None:
    departs, _ = windows(departs=[known(at="1804-09")])

    assert departs == Clock(Month(1804, 9), Month(1804, 9))
    assert windows(duration=amount(2, "h")) == (None, None)


# The forms of ISO 8601, and those of them that XML Schema part 2 has: gYear, gYearMonth, date
# and dateTime, but no time of a day that has no date.
@pytest.mark.parametrize(
    ("when", "iso", "xsd"),
    [
        (Year(629), "0629", "0629"),
        (Month(1804, 9), "1804-09", "1804-09"),
        (date(2017, 8, 3), "2017-08-03", "2017-08-03"),
        (at("2017-08-03T12:00+09:00"), "2017-08-03T12:00:00+09:00", "2017-08-03T03:00:00Z"),
        (ClockTime(1, time(6, 10)), "+1 06:10", ""),
        (None, "", ""),
    ],
)
def test_a_moment_is_written_as_finely_as_it_is_known(when: When, iso: str, xsd: str) -> None:
    assert (written(when), universal(when)) == (iso, xsd)


def test_only_an_instant_that_is_claimed_is_exact() -> None:
    slot = track(
        legs=[leg("a", "b", departs=[known(at="2021-02-25T07:00Z")], duration=amount(2, "h"))]
    ).legs[0].slot  # fmt: skip
    day = track(legs=[leg("a", "b", departs=[known(at="2021-02-25")])]).legs[0].slot

    assert exact(slot.departs) == at("2021-02-25T07:00Z").astimezone(UTC)
    assert [exact(window) for window in (slot.arrives, day.departs, None)] == [None] * 3
