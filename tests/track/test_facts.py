from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any, get_args

import pytest

from journey.geo.interval import Interval
from journey.model.calendar import ClockTime, Month, Year
from journey.model.claims import Basis
from journey.model.journey import Place
from journey.track.facts import ON_THE_WAY, About, Drawn, Fact, Follows, about, facts
from journey.track.readings import Times
from journey.track.track import Track
from tests.conftest import Data, amount, at, known, leg, place, track

NINE = "2021-02-25T09:00+09:00"
TEN = "2021-02-25T10:30+09:00"
LATER = "2021-02-25T10:40+09:00"
NOON = "2021-02-25T12:00+09:00"
HOUR = 3_600.0


def of_leg(start: str = "a", end: str = "b", **more: Any) -> tuple[Fact, ...]:
    """The facts of the only leg of a journey."""
    (found,) = track(legs=[leg(start, end, **more)]).legs
    return facts(found)


def one(found: tuple[Fact, ...], key: About) -> Fact:
    (fact,) = about(found, key)
    return fact


FULL = {
    "departs": [known(at=NINE)],
    "arrives": [known(at=NOON)],
    "duration": amount(3, "h"),
    "distance": amount(90, "km"),
    "stops": [
        known(place="b", km=30, at="2021-02-25T10:00+09:00"),
        known(place="b", km=60, arrives=TEN, dwell=amount(10, "min"), departs=[known(at=LATER)]),
    ],
    "to": known(place="c", dwell=amount(1, "h")),
}


def test_every_kind_of_fact_is_told_in_one_order() -> None:
    found = of_leg("a", "c", **FULL)

    kinds = list(dict.fromkeys(fact.about for fact in found))
    assert kinds == list(get_args(About))
    assert all(fact.claimed for fact in found if fact.about not in ("speed", "line"))


def test_what_nobody_knows_is_no_fact() -> None:
    assert [fact.about for fact in of_leg()] == ["from", "to", "distance", "line"]


def test_the_first_claim_is_used_and_the_others_stand_beside_it() -> None:
    fact = one(of_leg(duration=amount(2, "h") + amount(3, "h")), "duration")

    assert fact.used.figure == Interval.exactly(2 * HOUR)
    assert [other.figure for other in fact.others] == [Interval.exactly(3 * HOUR)]
    assert fact.differ


def test_places_that_others_give_for_an_end_stand_beside_the_one_used() -> None:
    fact = one(of_leg(to=known(place="b", others=[known(place="c")])), "to")

    said = [statement.figure for statement in fact.statements]
    assert [figure.id for figure in said if isinstance(figure, Place)] == ["b", "c"]
    assert fact.differ
    assert not one(of_leg(to=known(place="b", others=[known(place="b")])), "to").differ


def test_claims_that_can_all_be_true_do_not_differ() -> None:
    lasts = [known(range=[1, 3], unit="h"), known(value=2, unit="h")]

    assert not one(of_leg(duration=lasts), "duration").differ


def test_a_distance_that_nobody_claims_is_measured_along_the_line() -> None:
    found = of_leg()
    fact, line = one(found, "distance"), one(found, "line")

    assert not fact.claimed
    assert (fact.used.follows, fact.used.grounds) == (Follows.MEASURED, (line,))
    # A degree of the equator (NGA calculator).
    assert isinstance(line.used.figure, Drawn)
    assert line.used.figure.km == pytest.approx(111.319, abs=0.001)
    assert (line.used.follows, line.used.basis) == (Follows.STRAIGHT, Basis.ASSUMED)


def test_a_line_that_is_given_is_a_claim() -> None:
    shape = {"basis": "derived", "method": {"en": "Traced."}, "line": [(0, 0), (0, 1)]}

    line = one(of_leg(shape=shape), "line")

    assert (line.claimed, line.used.follows, line.used.basis) == (True, None, Basis.DERIVED)


def test_a_speed_follows_from_the_time_and_the_distance_that_are_used() -> None:
    found = of_leg(duration=amount(2, "h"), distance=amount(90, "km"))
    speed = one(found, "speed").used

    assert speed.figure == Interval.exactly(45)
    assert speed.follows is Follows.DIVIDED
    assert speed.grounds == (one(found, "distance"), one(found, "duration"))


def counted(**more: Any) -> tuple[Fact, ...]:
    """The facts of a leg that starts at nine."""
    return of_leg(departs=[known(at=NINE)], **more)


def test_an_arrival_that_nobody_claims_is_counted_on() -> None:
    found = counted(duration=amount(2, "h"))
    arrives = one(found, "arrives")

    eleven = at(NINE) + timedelta(hours=2)
    assert arrives.used.figure == Times(eleven, eleven)
    assert arrives.used.follows is Follows.COUNTED
    assert arrives.used.grounds == (one(found, "departs"), one(found, "duration"))


def test_a_time_counted_on_from_a_rough_one_is_rough_and_one_without_an_end_is_open() -> None:
    rough = one(counted(duration=[known(about=2, unit="h")]), "arrives").used.figure
    open_ended = one(counted(), "arrives").used.figure

    assert isinstance(rough, Times)
    assert rough.rough
    assert open_ended == Times(at(NINE), None)


def test_a_claimed_arrival_is_told_also_where_no_departure_is() -> None:
    found = of_leg(arrives=[known(at=NOON)])

    assert one(found, "arrives").claimed
    assert about(found, "departs") == []


def test_a_clock_time_is_used_before_a_day_as_the_schedule_does() -> None:
    departs = one(of_leg(departs=[known(at="2021-02-25"), known(at=NINE)]), "departs")

    assert departs.used.figure == Times(at(NINE), at(NINE))
    assert [other.figure for other in departs.others] == [
        Times(date(2021, 2, 25), date(2021, 2, 25))
    ]


@pytest.mark.parametrize(
    ("one_says", "other_says", "differ"),
    [
        ({"at": NINE}, {"at": NOON}, True),
        ({"at": NINE}, {"between": [NINE, NOON]}, False),
        ({"at": NINE}, {"at": "2021-02-25"}, False),
        ({"at": NINE}, {"at": "2021-02-27"}, True),
        ({"at": "2021-02-25"}, {"at": "2021-02-26"}, False),
        ({"at": "2021-02-25"}, {"at": "2021-02-28"}, True),
        ({"at": "15:10"}, {"at": "15:20"}, True),
        ({"at": "15:10"}, {"at": "+1 15:10"}, True),
        ({"at": "15:10"}, {"between": ["15:00", "15:20"]}, False),
        ({"at": "15:10"}, {"at": NINE}, False),
    ],
)
def test_times_differ_where_one_is_over_before_the_other_begins(
    one_says: Data, other_says: Data, differ: bool
) -> None:
    # Days without a zone begin and end at any offset from UTC.
    claims = [known(**one_says), known(**other_says)]

    assert one(of_leg(departs=claims), "departs").differ == differ


@pytest.mark.parametrize(("day", "differ"), [("2021-02-25", False), ("2021-02-26", True)])
def test_a_day_is_that_of_its_place(day: str, differ: bool) -> None:
    places = [place("a", 0, 0, zone="Asia/Tokyo"), place("b", 0, 1)]
    claims = [known(at=NINE), known(at=day)]

    (found,) = track(places=places, legs=[leg("a", "b", departs=claims)]).legs

    assert one(facts(found), "departs").differ == differ


def test_each_wait_has_its_place_and_all_its_claims() -> None:
    stop = known(place="b", dwell=amount(10, "min") + amount(20, "min"))
    end = known(place="c", dwell=amount(1, "h"))

    waits = about(of_leg("a", "c", stops=[stop], to=end), "wait")

    told = [(fact.place.id if fact.place else "", len(fact.statements)) for fact in waits]
    assert told == [("b", 2), ("c", 1)]
    assert [fact.differ for fact in waits] == [True, False]


def test_what_is_told_of_the_way_is_told_place_by_place() -> None:
    # By hand: at b from 10:10 to 10:30, at d from 10:40 to 11:00; at c for an hour.
    stops = [
        known(place=place, arrives=f"2021-02-25T10:{i}0+09:00", dwell=amount(20, "min"))
        for i, place in ((1, "b"), (4, "d"))
    ]
    stops[0]["departs"] = "2021-02-25T10:30+09:00"
    start = known(place="a", dwell=amount(5, "min"))
    end = known(place="c", dwell=amount(1, "h"))
    more: Data = {"from": start, "to": end, "stops": stops, "departs": [known(at=NINE)]}
    places = [place(key, 0, number) for number, key in enumerate("abdc")]

    found = facts(track(places=places, legs=[leg("a", "c", **more)]).legs[0])

    told = [(f.about, f.place.id if f.place else "") for f in about(found, ON_THE_WAY)]

    assert told == [
        ("wait", "a"), ("departs", "a"),
        ("stop", "b"), ("reaches", "b"), ("wait", "b"), ("leaves", "b"),
        ("stop", "d"), ("reaches", "d"), ("wait", "d"),
        ("arrives", "c"), ("wait", "c"),
    ]  # fmt: skip


def test_facts_are_chosen_in_the_order_asked_for(handcar: Track) -> None:
    found = facts(handcar.legs[2])

    assert [fact.about for fact in about(found, "to", "distance", "from")] == [
        "to", "distance", "from",
    ]  # fmt: skip
    # Five reports of how far they pushed.
    assert len(one(found, "distance").statements) == 5


@pytest.mark.parametrize(
    ("stops", "follows"), [([], Follows.STRAIGHT), ([known(place="b")], Follows.BY_STOPS)]
)
def test_a_line_that_nobody_gives_says_how_it_is_assumed(
    stops: list[Data], follows: Follows
) -> None:
    (part,) = track(legs=[leg("a", "c", stops=stops)]).legs

    (line,) = about(facts(part), "line")

    assert (line.used.follows, line.used.basis) == (follows, Basis.ASSUMED)


def test_a_line_with_times_says_when_its_leg_starts_and_ends_and_where_it_waits() -> None:
    clocks = ["09:00", "10:00", "10:30", "12:00"]
    times = [f"2025-06-01T{clock}:00Z" for clock in clocks]
    shape = known(line=[(0, 0), (0, 1), (0, 1), (0, 2)], times=times)

    found = of_leg("a", "c", shape=shape, stops=[known(place="b")])

    left, met, lasts, wait = about(found, "departs", "arrives", "duration", "wait")
    ends = [at("2025-06-01T09:00+00:00"), at("2025-06-01T12:00+00:00")]
    assert [fact.used.figure for fact in (left, met)] == [Times(end, end) for end in ends]
    assert [fact.used.basis for fact in (left, met)] == [Basis.ASSUMED] * 2
    assert (lasts.used.figure, lasts.used.grounds) == (Interval.exactly(3 * HOUR), (left, met))
    assert wait.used.figure == Interval(HOUR / 2, HOUR / 2, HOUR / 2, rough=True)
    assert (wait.used.follows, wait.place and wait.place.id) == (Follows.RECORDED, "b")


def test_a_duration_that_nobody_claims_follows_from_the_times_that_are() -> None:
    found = of_leg(departs=[known(at=NINE)], arrives=[known(at=NOON)], distance=amount(90, "km"))
    duration = one(found, "duration")

    assert duration.used.figure == Interval.exactly(3 * HOUR)
    assert duration.used.follows is Follows.TIMES
    assert duration.used.grounds == (one(found, "departs"), one(found, "arrives"))
    assert one(found, "speed").used.figure == Interval.exactly(30)


def test_a_departure_is_counted_back_from_the_arrival() -> None:
    found = of_leg(arrives=[known(at=NOON)], duration=amount(3, "h"))

    assert one(found, "departs").used.figure == Times(at(NINE), at(NINE))
    assert one(found, "departs").used.follows is Follows.TIMES


def waits(*legs: Data) -> list[list[Fact]]:
    """The waits on each leg."""
    return [about(facts(part), "wait") for part in track(legs=list(legs)).legs]


def test_a_wait_between_clock_times_follows_from_them() -> None:
    (wait,), none = waits(
        leg("a", "b", arrives=[known(at=NINE)]), leg("b", "c", departs=[known(at=NOON)])
    )

    assert wait.used.figure == Interval.exactly(3 * HOUR)
    assert wait.used.follows is Follows.TIMES
    assert (wait.place and wait.place.id, none) == ("b", [])


def test_a_wait_before_a_leg_stands_with_the_leg_before_it() -> None:
    claims = amount(10, "min") + amount(20, "min")

    (wait,), none = waits(leg("a", "b"), leg("b", "c", **{"from": known(place="b", dwell=claims)}))

    assert (len(wait.statements), wait.differ, none) == (2, True, [])


def test_waits_told_at_both_ends_are_summed() -> None:
    told = {"dwell": amount(1, "h")}

    (wait,), _ = waits(
        leg("a", "b", to=known(place="b", **told)),
        leg("b", "c", **{"from": known(place="b", **told)}),
    )

    assert wait.used.figure == Interval.exactly(2 * HOUR)
    assert (wait.used.follows, len(wait.used.claims)) == (Follows.SUMMED, 2)


@pytest.mark.parametrize(
    ("departs", "lasts", "expected"),
    [
        # As finely as the coarsest of what it follows from is told; a calendar.
        ("2021-02-25", amount(3, "d"), Times(date(2021, 2, 28), date(2021, 2, 28))),
        ("2021-02-25", amount(30, "h"), Times(date(2021, 2, 26), date(2021, 2, 27))),
        ("1804-09", amount(20, "d"), Times(Month(1804, 9), Month(1804, 10))),
        ("0629", amount(70_000, "h"), Times(Year(636), Year(637))),
        ("17:30", amount(8, "h"), Times(ClockTime(1, time(1, 30)), ClockTime(1, time(1, 30)))),
    ],
)
def test_what_is_counted_on_is_told_no_finer_than_what_it_stands_on(
    departs: str, lasts: list[Data], expected: Times
) -> None:
    found = of_leg(departs=[known(at=departs)], duration=lasts)

    assert one(found, "arrives").used.figure == expected


def test_stops_tell_when_they_are_passed_reached_and_left() -> None:
    stops = [known(place="b", at=TEN), known(place="b", arrives=TEN, departs=[known(at=NOON)])]

    found = of_leg("a", "c", stops=stops)

    told = [(fact.about, fact.place and fact.place.id, fact.used.figure) for fact in found]
    assert ("passes", "b", Times(at(TEN), at(TEN))) in told
    assert ("reaches", "b", Times(at(TEN), at(TEN))) in told
    assert ("leaves", "b", Times(at(NOON), at(NOON))) in told
    assert one(found, "wait").used.figure == Interval.exactly(1.5 * HOUR)


def test_a_clock_time_has_its_day_where_the_first_one_is_told() -> None:
    # The night after Saturday, 30 March 2024.
    zones = {"zone": "Europe/Zurich"}
    ride = leg("a", "b", departs=[known(at="2024-03-30")], arrives=[known(at="+1 07:50")])
    found = track(legs=[ride], places=[place("a", 47, 8, **zones), place("b", 48, 9, **zones)])

    figure = one(facts(found.legs[0]), "arrives").used.figure

    assert isinstance(figure, Times)
    assert figure.early == figure.late == at("2024-03-31T07:50+02:00")


def test_a_recording_dates_the_clock_time_at_its_start() -> None:
    # From ten to twenty to eleven.
    shape = known(
        line=[(0, 0), (0, 1)], times=[at("2024-06-01T10:00+00:00"), at("2024-06-01T10:40+00:00")]
    )
    walk = leg("a", "b", departs=[known(at="10:00")], shape=shape)
    places = [place("a", 0, 0, zone="Etc/UTC"), place("b", 0, 1, zone="Etc/UTC")]
    found = facts(track(legs=[walk], places=places).legs[0])

    assert one(found, "duration").used.figure == Interval.exactly(40 * 60)
    ten = at("2024-06-01T10:00+00:00")
    assert one(found, "departs").used.figure == Times(ten, ten)


def recorded_ride(*clocks: str, lons: list[float]) -> tuple[Fact, ...]:
    times = [f"2025-06-01T{clock}:00Z" for clock in clocks]
    return of_leg(shape=known(line=[(0, lon) for lon in lons], times=times))


def test_a_wait_that_was_only_recorded_on_the_way_has_no_place() -> None:
    wait = one(recorded_ride("09:00", "10:00", "10:25", "12:00", lons=[0, 0.5, 0.5001, 1]), "wait")

    assert (wait.place, wait.used.follows) == (None, Follows.RECORDED)
    assert isinstance(wait.used.figure, Interval)
    assert wait.used.figure.used == 25 * 60


def test_the_line_tells_the_longest_time_for_which_nobody_recorded_it() -> None:
    clocks = [f"10:{minute:02}" for minute in range(30)]
    lons = [minute * 0.01 for minute in range(30)]

    gap = one(recorded_ride(*clocks, "11:29", lons=[*lons, 1]), "line").used.figure
    none = one(recorded_ride(*clocks, "10:30", lons=[*lons, 1]), "line").used.figure

    # From 10:29 to 11:29 is an hour, among points once a minute.
    assert isinstance(gap, Drawn)
    assert isinstance(none, Drawn)
    assert (gap.gap, none.gap) == (3_600, 0)


@pytest.mark.parametrize(("most", "told"), [(20, True), (100, False)])
def test_a_speed_of_which_the_bounds_lie_far_apart_is_not_told(most: float, told: bool) -> None:
    lasts = [known(range=[5, most], unit="h")]

    found = of_leg(duration=lasts, distance=amount(100, "km"))

    # From 5 to 20 km/h says something, from 1 to 20 nothing.
    assert bool(about(found, "speed")) is told


def test_before_zone_time_an_arrival_counted_in_days_is_of_one_day() -> None:
    # By the calendar 67 days after 7 April 1805 is 13 June.
    places = [
        place("a", 47, -101, zone="America/Chicago"),
        place("b", 47, -111, zone="America/Denver"),
    ]
    ride = leg("a", "b", departs=[known(at="1805-04-07")], duration=amount(67, "d"))

    (found,) = track(places=places, legs=[ride]).legs

    day = date(1805, 6, 13)
    assert one(facts(found), "arrives").used.figure == Times(day, day)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, []),
        ({"distance": amount(6, "km")}, ["distance", "speed"]),
        ({"stops": [known(place="b")]}, ["distance", "speed"]),
    ],
)
def test_a_leg_that_stays_has_no_distance_and_no_speed(more: Any, told: list[str]) -> None:
    found = of_leg("a", "a", duration=amount(3, "h"), **more)

    assert [fact.about for fact in about(found, "distance", "speed")] == told
