from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from journey.model.calendar import Month
from journey.track.facts import about, facts
from journey.words import itinerary
from journey.words.facts import used
from journey.words.wording import Wording
from tests.conftest import Data, amount, journey, known, leg, place, track

ENGLISH = Wording("en")
Claiming = Callable[..., Data]


def derived(**more: object) -> Data:
    return {"basis": "derived", "method": {"en": "Counted."}, **more}


@pytest.mark.parametrize(
    ("time", "way", "basis"),
    [(derived, derived, "derived"), (known, derived, "assumed"), (derived, known, "assumed")],
)
def test_the_whole_is_no_better_known_than_its_times_and_distances(
    time: Claiming, way: Claiming, basis: str
) -> None:
    lasts, far = [time(value=2, unit="h")], [way(about=44, unit="km")]
    found = track(legs=[leg("a", "b", duration=lasts, distance=far)])

    assert itinerary.total_basis(found) == itinerary.shares_basis(found) == basis


def test_a_wait_that_is_assumed_makes_the_total_assumed() -> None:
    claims = {"duration": [derived(value=2, unit="h")], "distance": [derived(value=9, unit="km")]}
    waits = known(place="b", dwell=amount(1, "h"))

    found = track(legs=[leg("a", "b", to=waits, **claims)])

    assert (itinerary.total_basis(found), itinerary.shares_basis(found)) == ("assumed", "assumed")


def test_the_total_holds_the_waits_between_legs_and_at_their_ends() -> None:
    # A waits an hour, B three; two hours lie between, and four on to C, half of one waiting.
    start, end = known(place="a", dwell=amount(1, "h")), known(place="b", dwell=amount(3, "h"))
    stop = known(place="a", dwell=amount(30, "min"))
    first = {**leg("a", "b", duration=amount(2, "h"), to=end), "from": start}

    found = track(legs=[first, leg("b", "c", duration=amount(4, "h"), stops=[stop])])

    assert ENGLISH.measure(1 + 2 + 3 + 4, "h") in itinerary.total(found, ENGLISH)


def test_the_day_of_the_journey_is_told_as_each_tells_it() -> None:
    told = [known(at="2021-02-25"), known(at="1804-09", note={"en": "By others."})]

    found = itinerary.days(journey(day=told), ENGLISH)

    assert [day.said for day in found] == [
        ENGLISH.day(date(2021, 2, 25)), ENGLISH.dated(Month(1804, 9)),
    ]  # fmt: skip
    assert found[1].note == "By others."


def test_the_total_keeps_the_bounds_of_its_parts() -> None:
    legs = [
        leg("a", "b", duration=[known(range=[1, 2], unit="h")], distance=amount(10, "km")),
        leg("b", "c", duration=amount(1, "h"), distance=[known(range=[5, 7], unit="km")]),
    ]

    lasts = ENGLISH.say("range.words", low=2, high=ENGLISH.span(3 * 3_600))
    total = ENGLISH.say("itinerary.total", duration=lasts, distance="15 to 17 km")
    assert itinerary.total(track(legs=legs), ENGLISH) == total


def test_the_total_is_open_where_a_part_is_not_known() -> None:
    legs = [leg("a", "b", duration=amount(1, "h"), distance=amount(10, "km")), leg("b", "a")]

    least = ENGLISH.say("value.at_least", value=ENGLISH.span(3_600))
    assert least in itinerary.total(track(legs=legs), ENGLISH)


def test_a_total_of_which_nothing_is_known_says_so() -> None:
    unknown = ENGLISH.say("leg.unknown_duration")

    assert unknown in itinerary.total(track(legs=[leg("a", "b")]), ENGLISH)


def test_a_mode_of_which_no_time_is_known_has_no_share_of_the_time() -> None:
    # Two legs, of which one takes all the time that is known, and half of the way each.
    walk = {**leg("b", "c"), "mode": "walk"}
    ways = {"distance": amount(112, "km")}
    found = track(legs=[leg("a", "b", duration=amount(2, "h"), **ways), {**walk, **ways}])

    assert [share.count("%") for share in itinerary.shares(found, ENGLISH)] == [2, 1]


def test_shares_are_told_a_line_for_each_mode() -> None:
    legs = [
        leg("a", "b", duration=amount(1, "h"), distance=amount(30, "km")),
        leg("b", "c", mode="walk", duration=amount(3, "h"), distance=amount(10, "km")),
    ]

    bus, walk = itinerary.shares(track(legs=legs), ENGLISH)

    assert ENGLISH.say("mode.bus") in bus
    assert bus.index("25%") < bus.index("75%")
    assert ENGLISH.say("mode.walk") in walk
    assert walk.index("75%") < walk.index("25%")


def test_the_whole_way_is_the_sum_of_what_stands_beside_it() -> None:
    # Two legs of 2.44 km on the equator, whose degree is 111.319 km long (WGS 84).
    places = [place(key, 0, n * 2.44 / 111.319) for n, key in enumerate("abc")]

    found = track(places=places, legs=[leg("a", "b"), leg("b", "c")])

    said = [used(fact, ENGLISH) for leg in found.legs for fact in about(facts(leg), "distance")]
    assert ["2.4" in words for words in said] == [True, True]
    assert "4.8" in itinerary.total(found, ENGLISH)
