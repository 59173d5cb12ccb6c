from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journey import Track
from journey.stage.clocks import clock, leg_zones, zones
from journey.words.wording import Wording, languages
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
NINE = "2021-03-01T09:00+09:00"


def between(before: str | None, after: str | None, *day: Data, **more: Any) -> Track:
    """The track of one leg between two zones."""
    places = [place("a", 0, 0, zone=before), place("b", 0, 1, zone=after)]
    return track(places=places, legs=[leg("a", "b", **more)], day=list(day))


def clocked(*legs: Data, **more: Any) -> list[list[dict[str, Any]]]:
    """What is known of when each of the legs was where."""
    return clock(track(legs=list(legs), **more))


def ends(events: list[dict[str, Any]]) -> list[tuple[float | None, float | None]]:
    """The windows of the events."""
    return [(event["early"], event["late"]) for event in events]


def utc(text: str) -> float:
    """The instant in seconds since 1970."""
    return (datetime.fromisoformat(text) - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(seconds=1)


def test_each_zone_is_told_once_in_the_order_of_places() -> None:
    names = ["Europe/London", None, "Asia/Tokyo", "Europe/London"]
    places = [place(key, 0, i, zone=names[i]) for i, key in enumerate("abcd")]

    found = zones(track(places=places), ENGLISH)

    assert list(found.items()) == [("Europe/London", "London"), ("Asia/Tokyo", "Tokyo")]


def test_a_journey_without_zones_has_none() -> None:
    assert zones(track(), ENGLISH) == {}


@pytest.mark.parametrize("language", languages())
def test_every_zone_has_a_name_in_every_language(language: str, handcar: Track) -> None:
    assert all(zones(handcar, Wording(language)).values())


def test_the_zones_of_a_leg_are_those_of_its_ends() -> None:
    (found,) = between("Asia/Tokyo", None).legs

    assert leg_zones(found) == ["Asia/Tokyo", None]


def test_an_exact_start_and_duration_have_windows_of_no_width() -> None:
    (events,) = clocked(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h")))

    nine, eleven = utc("2021-03-01T00:00+00:00"), utc("2021-03-01T02:00+00:00")
    assert ends(events) == [(nine, nine), (eleven, eleven)]
    assert [(event["at"], event["basis"]) for event in events] == [(0, "assumed"), (1, "assumed")]


def test_windows_widen_by_what_is_not_known() -> None:
    left = [known(between=[NINE, "2021-03-01T12:00+09:00"])]

    (events,) = clocked(leg("a", "b", departs=left, duration=[known(range=[2, 3], unit="h")]))

    assert ends(events) == [
        (utc(NINE), utc("2021-03-01T12:00+09:00")),
        (utc("2021-03-01T11:00+09:00"), utc("2021-03-01T15:00+09:00")),
    ]


@pytest.mark.parametrize("duration", [[], [known(more_than=2, unit="h")]])
def test_nothing_bounds_the_end_of_a_leg_of_unknown_time(duration: list[Data]) -> None:
    (events,) = clocked(leg("a", "b", departs=[known(at=NINE)], duration=duration))

    assert ends(events)[-1] == (utc(NINE) + (7_200 if duration else 0), None)


@pytest.mark.parametrize("more", [{}, {"duration": amount(2, "h")}])
def test_a_leg_of_which_nobody_told_the_hour_has_no_clock(more: dict[str, Any]) -> None:
    assert clocked(leg("a", "b", **more)) == [[]]


def test_what_is_counted_on_from_a_reported_hour_is_derived() -> None:
    source = {"id": "paper", "title": "T", "publisher": "P"}
    said = {"basis": "reported", "source": "paper"}
    lasts = [{**said, "value": 2, "unit": "h"}]
    first = leg("a", "b", departs=[{**said, "at": NINE}], duration=lasts)

    found = clocked(first, leg("b", "c", duration=lasts), sources=[source])

    assert [event["basis"] for events in found for event in events] == [
        "reported",
        *["derived"] * 3,
    ]


def test_instants_before_1970_are_below_nought() -> None:
    left = [known(at="1969-12-31T23:00+00:00")]

    (events,) = clocked(leg("a", "b", departs=left, duration=amount(2, "h")))

    assert [event["early"] for event in events] == [-3_600, 3_600]


def test_an_arrival_has_its_own_part_where_a_wait_follows() -> None:
    end = known(place="b", dwell=amount(3, "h"))

    (events,) = clocked(leg("a", "b", to=end, departs=[known(at=NINE)], duration=amount(1, "h")))

    assert [event["at"] for event in events] == [0, 0.25, 1]
    assert [event["early"] - utc(NINE) for event in events] == [0, 3_600, 4 * 3_600]


def test_what_is_counted_by_about_may_be_off_by_a_quarter() -> None:
    lasts = [known(about=2, unit="h")]

    (events,) = clocked(leg("a", "b", departs=[known(at=NINE)], duration=lasts))

    assert [event["rough"] for event in events] == [0, 1_800]


def test_a_day_is_that_of_the_place() -> None:
    places = [place("a", 0, 0, zone="Asia/Tokyo"), place("b", 0, 1, zone="Europe/London")]
    ride = leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h"))

    (events,) = clocked(ride, places=places)

    # Nine in Tokyo on 1 March is midnight in London; 18,687 days after 1970.
    assert [event["days"] for event in events] == [[18_687 * 86_400] * 2] * 2


@pytest.mark.parametrize("zone", [None, "America/Chicago"])
def test_where_there_is_no_zone_as_yet_only_the_day_is_told(zone: str | None) -> None:
    places = [place("a", 0, 0, zone=zone), place("b", 0, 1, zone=zone)]
    ride = leg("a", "b", departs=[known(at="1805-04-07T12:00-06:00")], duration=amount(2, "h"))

    (events,) = clocked(ride, places=places)

    assert {event["grain"] for event in events} == {"day"}


def test_zones_that_began_later_have_no_clock() -> None:
    places = [place("a", 0, 0, zone="America/Chicago"), place("b", 0, 1, zone="Europe/London")]
    ride = leg("a", "b", departs=[known(at="1860-04-07T12:00Z")])

    # London had Greenwich time from 1847 on, Chicago a zone from 1883 on.
    assert list(zones(track(places=places, legs=[ride]), ENGLISH)) == ["Europe/London"]


def test_a_clock_of_days_that_nobody_dates_counts_from_the_first_midnight() -> None:
    # Printed as 17:30, 19:06 and, on the next day, 06:10.
    ride = leg(
        "a",
        "c",
        departs=[known(at="17:30")],
        arrives=[known(at="+1 06:10")],
        stops=[known(place="b", at="19:06")],
    )

    (events,) = clocked(ride)

    minutes = 17 * 60 + 30, 19 * 60 + 6, 24 * 60 + 6 * 60 + 10
    assert [event["early"] / 60 for event in events] == list(minutes)
    assert {(event["grain"], *event["days"]) for event in events} == {("clock", None, None)}


def test_a_stop_of_known_time_has_its_own_part() -> None:
    # Off at 17:30, past the stop 96 minutes later, and 330 minutes in all.
    left, passed = known(at="2025-06-01T17:30+04:00"), "2025-06-01T19:06+04:00"
    ride = leg(
        "a", "c", departs=[left], duration=amount(330, "min"), stops=[known(place="b", at=passed)]
    )

    (events,) = clocked(ride)

    assert [event["at"] for event in events] == pytest.approx([0, 96 / 330, 1], abs=1e-6)
    assert events[1]["early"] == events[1]["late"] == utc(passed)


def test_who_waits_at_the_start_has_a_clock_from_the_beginning() -> None:
    start = known(place="a", dwell=amount(2, "h"))
    ride = leg("a", "b", **{"from": start}, departs=[known(at=NINE)], duration=amount(2, "h"))

    (events,) = clocked(ride)

    assert [event["at"] for event in events] == [0, 0.5, 1]
    assert [event["early"] - utc(NINE) for event in events] == [-7_200, 0, 7_200]


@pytest.mark.parametrize(
    ("when", "grain", "days"),
    [
        # Days since 1970, by the calendar: 3 August 2017; September 1804.
        ("2017-08-03", "day", [17_381, 17_381]),
        ("1804-09", "month", [-60_387, -60_358]),
    ],
)
def test_a_date_alone_bounds_what_was_before_it(when: str, grain: str, days: list[int]) -> None:
    (events,) = clocked(leg("a", "b", arrives=[known(at=when)]))

    assert [(event["at"], event["grain"]) for event in events] == [(0, grain), (1, grain)]
    assert [event["days"] for event in events] == [
        [None, days[1] * 86_400],
        [day * 86_400 for day in days],
    ]


def test_before_zone_time_days_are_counted_by_one_sun() -> None:
    # By the calendar 67 days after 7 April 1805 is 13 June.
    places = [
        place("a", 47, -101, zone="America/Chicago"),
        place("b", 47, -111, zone="America/Denver"),
    ]
    ride = leg("a", "b", departs=[known(at="1805-04-07")], duration=amount(67, "d"))

    (events,) = clocked(ride, places=places)

    left, met = (event["days"] for event in events)
    assert left[0] == left[1] == -60_169 * 86_400
    assert met == [left[0] + 67 * 86_400] * 2
