from __future__ import annotations

import pytest

from journey import Track
from journey.geo.interval import Interval
from journey.model.claims import Basis
from journey.track.schedule import Slot, schedule
from tests.conftest import Data, amount, at, journey, known, leg

HOUR = 3_600.0
NINE = "2021-03-01T09:00+09:00"


def slots(*legs: Data) -> tuple[Slot, ...]:
    return schedule(journey(legs=list(legs)))


def test_legs_follow_each_other() -> None:
    first, second = slots(
        leg("a", "b", duration=amount(2, "h")), leg("b", "c", duration=amount(30, "min"))
    )

    assert (first.start, first.end) == (Interval.exactly(0), Interval.exactly(2 * HOUR))
    assert (second.start, second.end) == (first.end, Interval.exactly(2.5 * HOUR))


def test_of_several_durations_the_first_is_used() -> None:
    (slot,) = slots(leg("a", "b", duration=amount(2, "h") + amount(9, "h")))

    assert slot.duration == Interval.exactly(2 * HOUR)


def test_an_unknown_duration_adds_no_time_and_opens_the_upper_bound() -> None:
    first, second = slots(leg("a", "b"), leg("b", "c", duration=amount(1, "h")))

    assert first.duration is None
    assert first.end == Interval(0, 0, None)
    assert second.end == Interval(HOUR, HOUR, None)


def test_a_wait_after_a_leg_moves_the_next_one() -> None:
    end = known(place="b", dwell=[known(range=[1, 3], unit="h")])

    first, second = slots(leg("a", "b", duration=amount(1, "h"), to=end), leg("b", "c"))

    assert first.end == Interval.exactly(HOUR)
    assert first.wait == Interval(HOUR, 2 * HOUR, 3 * HOUR)
    assert second.start == Interval(2 * HOUR, 3 * HOUR, 4 * HOUR)


def test_a_window_of_departure_widens_by_what_is_not_known() -> None:
    departs = [known(between=[NINE, "2021-03-01T12:00+09:00"])]

    first, second = slots(
        leg("a", "b", departs=departs, duration=[known(range=[2, 3], unit="h")]), leg("b", "c")
    )

    assert first.arrives == (at("2021-03-01T11:00+09:00"), at("2021-03-01T15:00+09:00"))
    assert second.departs == first.arrives
    assert second.arrives == (at("2021-03-01T11:00+09:00"), None)


def test_a_clock_time_that_is_told_takes_the_place_of_the_one_that_was_counted() -> None:
    first, second = slots(
        leg("a", "b", departs=[known(at=NINE)], arrives=[known(at="2021-03-01T20:00+10:00")]),
        leg("b", "c", duration=amount(1, "h")),
    )

    assert first.arrives == (at("2021-03-01T19:00+09:00"),) * 2
    assert second.arrives == (at("2021-03-01T21:00+10:00"),) * 2


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ({"basis": "reported", "source": "s"}, [Basis.REPORTED, Basis.DERIVED]),
        (
            {"basis": "derived", "method": {"en": "Counted."}},
            [Basis.DERIVED, Basis.DERIVED],
        ),
        ({"basis": "assumed", "reason": {"en": "Guessed."}}, [Basis.ASSUMED, Basis.ASSUMED]),
    ],
)
def test_a_time_counted_on_from_a_report_is_derived(claim: Data, expected: list[Basis]) -> None:
    sources = [{"id": "s", "title": "S", "publisher": "P"}]
    legs = [leg("a", "b", departs=[{"at": NINE, **claim}]), leg("b", "c")]

    found = schedule(journey(legs=legs, sources=sources))

    assert [slot.clock for slot in found] == expected


def test_a_reported_arrival_is_the_base_of_what_follows() -> None:
    sources = [{"id": "s", "title": "S", "publisher": "P"}]
    met = {"at": NINE, "basis": "reported", "source": "s"}
    legs = [leg("a", "b", departs=[known(at=NINE)], arrives=[met]), leg("b", "c")]

    found = schedule(journey(legs=legs, sources=sources))

    assert [slot.clock for slot in found] == [Basis.ASSUMED, Basis.DERIVED]


@pytest.mark.parametrize("departs", [[], [known(at="2021-03-01")]])
def test_without_a_clock_time_none_is_invented(departs: list[Data]) -> None:
    first, second = slots(leg("a", "b", departs=departs, duration=amount(1, "h")), leg("b", "c"))

    assert (first.departs, first.arrives, first.clock) == (None, None, None)
    assert (second.departs, second.arrives, second.clock) == (None, None, None)


def test_the_first_moment_with_a_clock_time_is_used() -> None:
    (slot,) = slots(leg("a", "b", departs=[known(at="2021-03-01"), known(at=NINE)]))

    assert slot.departs == (at(NINE), at(NINE))


def test_clock_times_are_counted_on_from_the_day_of_departure_and_anew_from_the_crossing(
    handcar: Track,
) -> None:
    train, bus, crossing, last = (part.slot for part in handcar.legs)

    assert train.departs == (at("2021-02-23T00:00+09:00"), at("2021-02-23T23:59+09:00"))
    # 32 and 2 hours later.
    assert bus.arrives == (at("2021-02-24T10:00+09:00"), at("2021-02-25T09:59+09:00"))
    assert crossing.departs == (at("2021-02-25T07:01+09:00"), at("2021-02-25T18:01+09:00"))
    # 20 minutes and 4 hours, 60 minutes and 5 hours later.
    assert last.arrives == (at("2021-02-25T11:21+09:00"), at("2021-02-26T00:01+09:00"))
    known = [part.slot.clock for part in handcar.legs]
    assert known == [Basis.REPORTED, Basis.DERIVED, Basis.ASSUMED, Basis.ASSUMED]
