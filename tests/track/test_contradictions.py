from __future__ import annotations

from typing import Any

import pytest

from journey.model.part import Fault
from journey.track.contradictions import contradictions, settled
from journey.track.schedule import schedule
from tests.conftest import Data, amount, journey, known, leg, place

EIGHT, NINE, TEN = (f"2024-06-01T{hour}:00+02:00" for hour in ("08", "09", "10"))


def found(*legs: Data, **more: Any) -> list[Fault]:
    return contradictions(journey(legs=list(legs), **more))


def at(*times: str) -> list[Data]:
    return [known(at=time) for time in times]


def others(fault: Fault) -> set[str]:
    listed = fault.figures["others"]
    return set(listed) if isinstance(listed, tuple) else set()


def told(faults: list[Fault]) -> list[tuple[str, str]]:
    return [(".".join(map(str, fault.path)), fault.code) for fault in faults]


def test_clock_times_that_contradict_each_other_are_each_told_once() -> None:
    faults = found(
        leg("a", "b", departs=at(TEN), arrives=at(EIGHT), duration=amount(2, "h")),
        leg(
            "b",
            "c",
            departs=at("2024-05-31T09:00+02:00"),
            arrives=at("2024-05-31T10:00+02:00"),
            duration=amount(26, "h"),
        ),
    )

    assert told(faults) == [
        ("legs.0.arrives.0", "arrives_before_departing"),
        ("legs.1.departs.0", "departs_before_arriving"),
        ("legs.1.duration.0", "time_against_clocks"),
    ]
    assert [fault.figures["others"] for fault in faults] == [
        ("legs[0].departs[0]",),
        ("legs[0].arrives[0]",),
        ("legs[1].departs[0]", "legs[1].arrives[0]"),
    ]


@pytest.mark.parametrize(
    ("lasts", "sound"),
    [
        # From eight to ten.
        (known(value=2, unit="h"), True),
        # Half an hour of a whole one is rounding, and a quarter of "about".
        (known(value=119, unit="min"), False),
        (known(value=1.75, unit="h"), False),
        (known(value=3, unit="h"), False),
        (known(about=2.5, unit="h"), True),
        (known(about=3, unit="h"), False),
        (known(value=1, unit="d"), False),
        (known(more_than=90, unit="min"), True),
        (known(less_than=90, unit="min"), False),
        (known(range=[1, 1.5], unit="h"), False),
    ],
)
def test_a_duration_may_be_off_its_times_by_as_much_as_it_was_rounded(
    lasts: Data, sound: bool
) -> None:
    faults = found(leg("a", "b", departs=at(EIGHT), arrives=at(TEN), duration=[lasts]))

    assert [fault.code for fault in faults] == ([] if sound else ["time_against_clocks"])


def test_only_the_claims_that_are_used_are_held_against_each_other() -> None:
    times = {"departs": at(EIGHT, TEN), "arrives": at("2024-06-01", NINE)}

    faults = found(leg("a", "b", **times, duration=amount(1, "h") + amount(9, "h")))

    assert faults == []


@pytest.mark.parametrize(
    ("stops", "path"),
    [
        ([known(place="b", at="2024-06-01T07:30+02:00")], "legs.0.stops.0.at"),
        ([known(place="b", at=TEN), known(place="b", at=NINE)], "legs.0.stops.1.at"),
        ([known(place="b", arrives=TEN, departs=NINE)], "legs.0.stops.0.departs.0"),
    ],
)
def test_stops_are_passed_in_their_order_and_after_the_start(stops: list[Data], path: str) -> None:
    faults = found(leg("a", "c", departs=at(EIGHT), stops=stops))

    assert told(faults) == [(path, "times_out_of_order")]


def test_a_stop_after_the_arrival_is_told_at_the_arrival() -> None:
    stops = [known(place="b", at=TEN)]

    faults = found(leg("a", "c", departs=at(EIGHT), arrives=at(NINE), stops=stops))

    assert told(faults) == [("legs.0.arrives.0", "times_out_of_order")]


def test_a_wait_is_held_against_the_clocks_at_its_ends() -> None:
    end = known(place="b", dwell=amount(5, "h"))

    faults = found(
        leg("a", "b", to=end, departs=at(EIGHT), arrives=at(NINE)),
        leg("b", "c", departs=at(TEN)),
    )

    assert told(faults) == [("legs.0.to.dwell.0", "time_against_clocks")]


def test_what_only_all_legs_together_show_names_all_of_them() -> None:
    faults = found(
        leg("a", "b", departs=at(EIGHT), duration=amount(3, "h")),
        leg("b", "c", arrives=at(NINE)),
    )

    # Three hours from eight are past nine, whatever the second leg takes.
    (fault,) = faults
    assert fault.path == ("legs", 0, "duration", 0)
    assert others(fault) == {"legs[0].departs[0]", "legs[1].arrives[0]"}


def test_two_lengths_that_fit_each_alone_contradict_together() -> None:
    faults = found(
        leg("a", "b", departs=at(EIGHT), duration=amount(90, "min")),
        leg("b", "c", arrives=at(TEN), duration=amount(90, "min")),
    )

    # Three hours do not fit between eight and ten.
    (fault,) = faults
    assert fault.code == "times_contradict"
    assert others(fault) == {
        "legs[0].departs[0]",
        "legs[0].duration[0]",
        "legs[1].arrives[0]",
    }


@pytest.mark.parametrize(
    ("zones", "met", "sound"),
    [
        # A day earlier is right only over the date line, from west to east.
        ((None, None), "2017-08-02", True),
        ((None, None), "2017-07-31", False),
        (("Pacific/Auckland", "Pacific/Honolulu"), "2017-08-02", True),
        (("Pacific/Auckland", "Pacific/Auckland"), "2017-08-02", False),
    ],
)
def test_days_may_go_back_over_the_date_line(
    zones: tuple[str | None, str | None], met: str, sound: bool
) -> None:
    places = [place("a", -36.8, 174.8, zone=zones[0]), place("b", 21.3, -157.9, zone=zones[1])]
    flight = leg("a", "b", departs=at("2017-08-03"), arrives=at(met))

    faults = contradictions(journey(places=places, legs=[flight]))

    assert [fault.code for fault in faults] == ([] if sound else ["arrives_before_departing"])


def test_clocks_of_one_day_are_told_apart_from_dates_that_go_back() -> None:
    ride = leg("a", "b", departs=at("21:40"), arrives=at("07:50"))
    night = leg("a", "b", departs=at("21:40"), arrives=at("+1 07:50"))

    assert told(contradictions(journey(legs=[ride]))) == [
        ("legs.0.arrives.0", "clock_out_of_order")
    ]
    assert contradictions(journey(legs=[night])) == []


def test_days_do_not_go_back_far_from_the_date_line() -> None:
    places = [place("a", 50, 8), place("b", 51, 9)]
    walk = leg("a", "b", departs=at("2017-08-03"), arrives=at("2017-08-02"))

    assert told(contradictions(journey(places=places, legs=[walk]))) == [
        ("legs.0.arrives.0", "arrives_before_departing")
    ]


def test_a_journey_that_contradicts_itself_still_has_a_schedule() -> None:
    told_twice = journey(
        legs=[
            leg("a", "b", departs=at(TEN), arrives=at(EIGHT), duration=amount(2, "h")),
            leg("b", "c", duration=amount(1, "h")),
        ]
    )

    first, second = schedule(told_twice)

    assert (first.departs, first.end.used, second.end.used) == (None, 7_200, 10_800)


def test_many_contradictions_are_told_in_one_go() -> None:
    legs = [
        leg("a", "b", id=f"l{i}", departs=at(NINE), arrives=at(TEN), duration=amount(5, "h"))
        | {"to": known(place="a")}
        for i in range(3)
    ]
    places = [place("a", 0, 0), place("b", 0, 1)]

    faults = contradictions(journey(places=places, legs=legs))

    # Each takes five hours in one, and two leave an hour before the one before arrives.
    codes = [fault.code for fault in faults]
    assert codes.count("time_against_clocks") == 3
    assert codes.count("departs_before_arriving") == 2


def test_the_network_that_is_left_holds() -> None:
    held = settled(journey(legs=[leg("a", "b", departs=at(EIGHT), arrives=at(TEN))]))

    assert held.faults == ()
    assert len(held.origins) == 1


def ridden(**more: object) -> list[Fault]:
    """Faults of a ride along the equator that was recorded from 10:00 to 12:30."""
    times = [f"2025-06-01T{clock}:00Z" for clock in ("10:00", "10:05", "12:25", "12:30")]
    line = [(0, 0), (0, 0.1), (0, 1.9), (0, 2)]
    return found(leg("a", "c", shape=known(line=line, times=times), **more))


@pytest.mark.parametrize(
    ("key", "clock"), [("departs", "2025-06-01T11:00Z"), ("arrives", "2025-06-01T12:00Z")]
)
def test_a_recording_that_goes_on_before_the_departure_or_after_the_arrival_contradicts_it(
    key: str, clock: str
) -> None:
    (fault,) = ridden(**{key: at(clock)})

    assert fault.path == ("legs", 0, key, 0)
    assert others(fault) == {"legs[0].shape"}


def test_a_recording_may_begin_before_the_departure_and_end_after_the_arrival() -> None:
    # Within the first five minutes somebody left, and within the last five she came.
    assert ridden(departs=at("2025-06-01T10:04Z"), arrives=at("2025-06-01T12:26Z")) == []
