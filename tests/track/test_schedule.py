from __future__ import annotations

from datetime import date, datetime

import pytest

from journey import Track
from journey.geo.interval import Interval
from journey.model.calendar import Grain, Year
from journey.model.claims import Basis
from journey.track.readings import Times
from journey.track.schedule import Reckoned, Slot, schedule
from journey.track.window import Window
from tests.conftest import Data, amount, at, journey, known, leg, place

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0
NINE = "2021-03-01T09:00+09:00"


def slots(*legs: Data, **more: object) -> tuple[Slot, ...]:
    return schedule(journey(legs=list(legs), **more))


def reported(**more: object) -> Data:
    return {"basis": "reported", "source": "s", **more}


SOURCES = [{"id": "s", "title": "S", "publisher": "P"}]


def figure(found: Reckoned | None) -> Interval:
    """The length of time, which has to be known."""
    assert found is not None
    return found.figure


def window(found: Window | None) -> tuple[datetime | None, datetime | None]:
    """The earliest and the latest instant of a moment that has to be known."""
    assert found is not None
    return found.early, found.late


def known_as(found: Window | None) -> Basis:
    assert found is not None
    return found.basis


def test_legs_follow_each_other() -> None:
    first, second = slots(
        leg("a", "b", duration=amount(2, "h")), leg("b", "c", duration=amount(30, "min"))
    )

    assert (first.start, first.end) == (Interval.exactly(0), Interval.exactly(2 * HOUR))
    assert (second.start, second.end) == (first.end, Interval.exactly(2.5 * HOUR))


def test_of_several_durations_the_first_is_used() -> None:
    (slot,) = slots(leg("a", "b", duration=amount(2, "h") + amount(9, "h")))

    assert figure(slot.duration) == Interval.exactly(2 * HOUR)


def test_an_unknown_duration_adds_no_time_and_opens_the_upper_bound() -> None:
    first, second = slots(leg("a", "b"), leg("b", "c", duration=amount(1, "h")))

    assert first.duration is None
    assert first.end == Interval(0, 0, None)
    assert second.end == Interval(HOUR, HOUR, None)


def test_a_wait_after_a_leg_moves_the_next_one() -> None:
    end = known(place="b", dwell=[known(range=[1, 3], unit="h")])

    first, second = slots(leg("a", "b", duration=amount(1, "h"), to=end), leg("b", "c"))

    assert first.end == Interval.exactly(HOUR)
    assert figure(first.wait) == Interval(HOUR, 2 * HOUR, 3 * HOUR)
    assert second.start == first.over == Interval(2 * HOUR, 3 * HOUR, 4 * HOUR)


def test_a_window_of_departure_widens_by_what_is_not_known() -> None:
    departs = [known(between=[NINE, "2021-03-01T12:00+09:00"])]

    first, second = slots(
        leg("a", "b", departs=departs, duration=[known(range=[2, 3], unit="h")]), leg("b", "c")
    )

    assert window(first.arrives) == (at("2021-03-01T11:00+09:00"), at("2021-03-01T15:00+09:00"))
    assert window(second.departs) == window(first.arrives)
    assert window(second.arrives) == (at("2021-03-01T11:00+09:00"), None)


def test_a_clock_time_that_is_told_takes_the_place_of_the_one_that_was_counted() -> None:
    first, second = slots(
        leg("a", "b", departs=[known(at=NINE)], arrives=[known(at="2021-03-01T20:00+10:00")]),
        leg("b", "c", duration=amount(1, "h")),
    )

    assert window(first.arrives) == (at("2021-03-01T19:00+09:00"),) * 2
    assert window(second.arrives) == (at("2021-03-01T21:00+10:00"),) * 2


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (reported(), [Basis.REPORTED, Basis.DERIVED]),
        (
            {"basis": "derived", "method": {"en": "Counted."}},
            [Basis.DERIVED, Basis.DERIVED],
        ),
        ({"basis": "assumed", "reason": {"en": "Guessed."}}, [Basis.ASSUMED, Basis.ASSUMED]),
    ],
)
def test_a_time_counted_on_from_a_report_is_derived(claim: Data, expected: list[Basis]) -> None:
    legs = [leg("a", "b", departs=[{"at": NINE, **claim}]), leg("b", "c")]

    found = slots(*legs, sources=SOURCES)

    assert [known_as(slot.departs) for slot in found] == expected


def test_a_reported_arrival_is_the_base_of_what_follows() -> None:
    met = reported(at="2021-03-01T10:00+09:00")
    legs = [leg("a", "b", departs=[known(at=NINE)], arrives=[met]), leg("b", "c")]

    found = slots(*legs, sources=SOURCES)

    assert [known_as(slot.departs) for slot in found] == [Basis.ASSUMED, Basis.DERIVED]


def test_without_a_clock_time_none_is_invented() -> None:
    first, second = slots(leg("a", "b", duration=amount(1, "h")), leg("b", "c"))

    assert (first.departs, first.arrives) == (None, None)
    assert (second.departs, second.arrives) == (None, None)


def test_what_follows_from_a_day_is_known_to_the_day() -> None:
    places = [place("a", 0, 0, zone="Asia/Tokyo"), place("b", 0, 1, zone="Asia/Tokyo")]
    departs = [known(at="2021-03-01")]

    (slot,) = slots(leg("a", "b", departs=departs, duration=amount(1, "h")), places=places)

    assert slot.arrives
    assert slot.arrives.grain is Grain.DAY
    assert window(slot.arrives) == (at("2021-03-01T01:00+09:00"), at("2021-03-02T01:00+09:00"))


def test_the_first_moment_with_a_clock_time_is_used() -> None:
    (slot,) = slots(leg("a", "b", departs=[known(at="2021-03-01"), known(at=NINE)]))

    assert window(slot.departs) == (at(NINE), at(NINE))


def test_clock_times_are_counted_on_from_the_day_of_departure_and_anew_from_the_crossing(
    handcar: Track,
) -> None:
    train, bus, crossing, last = (part.slot for part in handcar.legs)

    assert window(train.departs) == (at("2021-02-23T00:00+09:00"), at("2021-02-23T23:59+09:00"))
    # 32 and 2 hours later.
    assert window(bus.arrives) == (at("2021-02-24T10:00+09:00"), at("2021-02-25T09:59+09:00"))
    assert window(crossing.departs) == (at("2021-02-25T07:01+09:00"), at("2021-02-25T18:01+09:00"))
    # 20 minutes and 4 hours, 60 minutes and 5 hours later.
    assert window(last.arrives) == (at("2021-02-25T11:21+09:00"), at("2021-02-26T00:01+09:00"))
    known = [known_as(part.slot.departs) for part in handcar.legs]
    assert known == [Basis.REPORTED, Basis.DERIVED, Basis.ASSUMED, Basis.ASSUMED]


def test_where_clocks_allow_that_nobody_waited_no_wait_is_counted(handcar: Track) -> None:
    # 32 h, 2 h, 20 to 60 min and 4 to 5 h.
    assert handcar.duration.low == 38 * HOUR + 20 * MINUTE
    assert handcar.duration.high == 40 * HOUR
    assert all(part.slot.wait is None for part in handcar.legs)


def test_a_departure_after_a_claimed_wait_is_counted_on_through_legs_back_to_back() -> None:
    # From 10:00 on: 4 h, at once 5 h more, 3 h of waiting, 2 h: 22:00 and 24:00, to the minute.
    *_, last = slots(
        leg("a", "b", departs=[known(at="2024-06-10T10:00+00:00")], duration=amount(4, "h")),
        leg("b", "c", duration=amount(5, "h"), to=known(place="c", dwell=amount(3, "h"))),
        leg("c", "a", duration=amount(2, "h")),
    )

    ten, midnight = at("2024-06-10T22:00+00:00"), at("2024-06-11T00:00+00:00")
    assert window(last.departs) == (ten, ten)
    assert window(last.arrives) == (midnight, midnight)


def test_departures_are_counted_back_through_legs_back_to_back_from_the_one_arrival() -> None:
    # At 22:00 after 4 h, after 4 h more, and 2 h of waiting before: 14:00, and 18:00.
    first, last = slots(
        leg("a", "b", duration=amount(4, "h")) | {"from": known(place="a", dwell=amount(2, "h"))},
        leg("b", "c", arrives=[known(at="2024-06-10T22:00+00:00")], duration=amount(4, "h")),
    )

    two, six = at("2024-06-10T14:00+00:00"), at("2024-06-10T18:00+00:00")
    assert window(first.departs) == (two, two)
    assert window(first.arrives) == window(last.departs) == (six, six)


def test_the_journey_is_over_when_the_wait_at_its_end_is() -> None:
    # 10:00 and 4 h and 5 h and a day: the next day at 19:00.
    *_, last = slots(
        leg("a", "b", departs=[known(at="2024-06-10T10:00+00:00")], duration=amount(4, "h")),
        leg("b", "c", duration=amount(5, "h"), to=known(place="c", dwell=amount(1, "d"))),
    )

    over = at("2024-06-11T19:00+00:00")
    assert window(last.leaves) == (over, over)


def test_an_end_that_is_only_about_so_is_within_what_about_leaves_open() -> None:
    lasts = [known(about=50, unit="min")]

    (slot,) = slots(leg("a", "b", departs=[known(at="2024-05-11T12:10+01:00")], duration=lasts))

    # A quarter of 50 minutes are 12 min 30 s; twelve ten and fifty minutes are one o'clock.
    assert slot.arrives
    assert window(slot.arrives) == (at("2024-05-11T13:00+01:00"),) * 2
    assert slot.arrives.widest == (at("2024-05-11T12:47:30+01:00"), at("2024-05-11T13:12:30+01:00"))
    assert slot.arrives.off == 750


def test_what_is_only_about_so_is_no_later_than_what_came_after_it() -> None:
    lasts, nine = [known(about=50, unit="min")], [known(at=NINE)]

    there, _ = slots(
        leg("a", "b", departs=nine, duration=lasts),
        leg("b", "c", departs=[known(at="2021-03-01T09:55+09:00")]),
    )

    # Of the quarter five minutes are left until somebody leaves again.
    assert there.arrives
    assert there.arrives.widest == (at("2021-03-01T09:37:30+09:00"), at("2021-03-01T09:55+09:00"))


def test_a_clock_without_a_date_is_of_the_day_on_which_the_journey_is_known_to_start() -> None:
    zoned = [place(key, 51, lon, zone="Europe/London") for lon, key in enumerate("abc")]
    noon = [known(at="2025-06-01T12:00+01:00")]

    there, on = slots(
        leg("a", "b", arrives=noon, duration=amount(2, "h")),
        leg("b", "c", departs=[known(at="13:00")], duration=amount(1, "h")),
        places=zoned,
    )
    (dated,) = slots(
        leg("a", "b", departs=[known(at="10:00")]), places=zoned, day=[known(at="2025-06-01")]
    )

    # Noon on 1 June is two hours after the start, so both are of that day.
    assert figure(there.wait) == Interval.exactly(HOUR)
    assert window(on.departs) == (at("2025-06-01T13:00+01:00"),) * 2
    assert window(dated.departs) == (at("2025-06-01T10:00+01:00"),) * 2


def ends_on_the_third(day: str) -> tuple[Slot, ...]:
    """A clock time at the start of a journey of that day, of which a later end has a date."""
    zoned = [place(key, 51, lon, zone="Europe/London") for lon, key in enumerate("ab")]
    return slots(
        leg("a", "b", departs=[known(at="10:00")], arrives=[known(at="2025-06-03")]),
        places=zoned,
        day=[known(at=day)],
    )


def test_beside_a_date_the_journeys_day_says_from_which_day_its_clocks_count() -> None:
    (there,) = ends_on_the_third("2025-06-01")
    (known_for,) = ends_on_the_third("2025-06-05")

    assert window(there.departs) == (at("2025-06-01T10:00+01:00"),) * 2
    # It cannot have started after its end: that day is told of something else.
    assert window(known_for.departs) != (at("2025-06-05T10:00+01:00"),) * 2


@pytest.mark.parametrize(
    ("start", "years", "end"),
    [
        ("1834", 1, Times(Year(1835), Year(1835))),
        # 1836 has a day more.
        ("1836", 1, Times(Year(1837), Year(1837))),
        ("1834-05-03", 2, Times(date(1836, 5, 3), date(1836, 5, 3))),
        ("2024-02-29", 1, Times(date(2025, 2, 28), date(2025, 2, 28))),
    ],
)
def test_years_are_counted_on_by_the_calendar(start: str, years: int, end: Times) -> None:
    zoned = [place(key, 51, lon, zone="Europe/London") for lon, key in enumerate("abc")]
    left, lasts = [known(at=start)], amount(years, "y")

    (there,) = slots(leg("a", "b", departs=left, duration=lasts), places=zoned)
    (back,) = slots(leg("a", "b", arrives=left, duration=lasts), places=zoned)

    assert there.arrives
    assert Times.within(there.arrives, "Europe/London") == end
    assert back.departs
    gone = Times.within(back.departs, "Europe/London")
    assert gone
    assert str(gone.early)[:4] == str(gone.late)[:4] == str(int(start[:4]) - years)


@pytest.mark.parametrize(
    ("wait", "begins", "grain"),
    [
        (amount(90, "min"), "2021-03-01T07:30+09:00", Grain.MINUTE),
        (amount(2, "d"), "2021-02-27T09:00+09:00", Grain.DAY),
    ],
)
def test_a_journey_begins_with_the_wait_before_it_no_finer_known_than_that(
    wait: list[Data], begins: str, grain: Grain
) -> None:
    start = {"from": known(place="a", dwell=wait)}

    (slot,) = slots(leg("a", "b", duration=amount(2, "h"), departs=[known(at=NINE)]) | start)

    assert slot.begins
    assert window(slot.begins) == (at(begins),) * 2
    assert slot.begins.grain is grain
