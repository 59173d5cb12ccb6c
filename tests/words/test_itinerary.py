from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from journey.model.calendar import Month
from journey.track.track import Track
from journey.words import itinerary
from journey.words.wording import Wording
from tests.conftest import Data, amount, journey, known, leg, place, track

ENGLISH = Wording("en")
Claiming = Callable[..., Data]


def row(**more: object) -> dict[str, itinerary.Cell]:
    """The only row of the table of a leg from A to B, by column."""
    (cells,) = itinerary.rows(track(legs=[leg("a", "b", **more)]), ENGLISH)
    return dict(zip(itinerary.COLUMNS, cells, strict=True))


def test_the_table_has_a_head_for_every_column() -> None:
    heads = itinerary.heads(ENGLISH)

    assert len(heads) == len(itinerary.COLUMNS)
    assert all(heads)


def test_a_row_says_what_is_claimed_and_how_it_is_known() -> None:
    found = row(duration=amount(2, "h"), distance=amount(90, "km"))

    assert found["duration"] == ("2 hrs", "assumed")
    assert found["distance"] == ("90 km", "assumed")
    assert found["speed"] == ("45 km/h", "assumed")
    assert (found["mode"].words, found["start"], found["end"]) == (
        "Bus",
        ("A", "assumed"),
        ("B", "assumed"),
    )


def derived(**more: object) -> Data:
    return {"basis": "derived", "method": {"en": "Counted."}, **more}


@pytest.mark.parametrize(
    ("time", "way", "basis"),
    [(derived, derived, "derived"), (known, derived, "assumed"), (derived, known, "assumed")],
)
def test_a_speed_is_no_better_known_than_its_time_and_distance(
    time: Claiming, way: Claiming, basis: str
) -> None:
    lasts, far = [time(value=2, unit="h")], [way(about=44, unit="km")]
    found = track(legs=[leg("a", "b", duration=lasts, distance=far)])

    (cells,) = itinerary.rows(found, ENGLISH)

    assert cells[itinerary.COLUMNS.index("speed")] == ("about 22 km/h", basis)
    assert itinerary.total_basis(found) == itinerary.shares_basis(found) == basis


def test_a_distance_measured_along_a_derived_line_is_derived() -> None:
    found = row(duration=[derived(value=2, unit="h")], shape=derived(line=[(0, 0), (0, 1)]))

    assert found["distance"] == ("about 111.3 km", "derived")
    assert found["speed"] == ("about 56 km/h", "derived")


def test_a_wait_that_is_assumed_makes_the_total_assumed() -> None:
    claims = {"duration": [derived(value=2, unit="h")], "distance": [derived(value=9, unit="km")]}
    waits = known(place="b", dwell=amount(1, "h"))

    found = track(legs=[leg("a", "b", to=waits, **claims)])

    assert (itinerary.total_basis(found), itinerary.shares_basis(found)) == ("assumed", "assumed")


def test_a_row_invents_nothing_that_is_not_known() -> None:
    found = row()

    assert found["duration"] == (ENGLISH.say("leg.unknown_duration"), "")
    assert found["speed"] == ("–", "")
    assert found["departs"] == ("–", "")
    # A degree of the equator.
    assert found["distance"] == ("about 111.3 km", "assumed")


def test_a_speed_has_decimals_only_where_it_is_slow() -> None:
    slow = row(duration=[known(range=[20, 60], unit="min")], distance=amount(1.2, "km"))
    open_ended = row(duration=amount(30, "min"), distance=[known(more_than=1, unit="km")])

    assert slow["speed"].words == "1.2–3.6 km/h"
    assert open_ended["speed"].words == "more than 2 km/h"


@pytest.mark.parametrize(
    ("departs", "words"),
    [
        ({"at": "2021-02-25T09:00+09:00"}, "25 Feb 2021, 09:00"),
        (
            {"between": ["2021-02-24T22:00+09:00", "2021-02-25T01:00+09:00"]},
            "between 24 Feb 2021, 22:00 and 25 Feb 2021, 01:00",
        ),
    ],
)
def test_a_departure_is_told_as_exactly_as_it_is_known(departs: Data, words: str) -> None:
    assert row(departs=[known(**departs)])["departs"] == (words, "assumed")


def test_a_paragraph_tells_leg_stops_and_text() -> None:
    stops = [known(place="a"), known(place="b")]

    (found,) = itinerary.paragraphs(
        track(
            legs=[leg("a", "c", stops=stops, duration=amount(1, "h"), text={"en": "So it was."})]
        ),
        ENGLISH,
    )

    way, after = ENGLISH.listing(["A", "B"]), "So it was."
    assert [part in found for part in ("A – C", "1 hr", "222.6 km", way, after)] == [True] * 5
    assert found.index("1 hr") < found.index(way) < found.index(after)


def waiting() -> Track:
    """A waits an hour, B three; two hours lie between, and four on to C, half of one waiting."""
    start, end = known(place="a", dwell=amount(1, "h")), known(place="b", dwell=amount(3, "h"))
    stop = known(place="a", dwell=amount(30, "min"))
    first = {**leg("a", "b", duration=amount(2, "h"), to=end), "from": start}
    return track(legs=[first, leg("b", "c", duration=amount(4, "h"), stops=[stop])])


def test_a_wait_between_legs_has_a_row_and_the_times_come_to_the_total() -> None:
    found = itinerary.rows(waiting(), ENGLISH)

    table = [dict(zip(itinerary.COLUMNS, cells, strict=True)) for cells in found]
    assert [cells["number"].words for cells in table] == ["", "1", "", "2", ""]
    assert [cells["start"].words for cells in table] == ["A", "A", "B", "B", "A"]
    assert [cells["duration"].words for cells in table] == [
        *(ENGLISH.measure(n, "h") for n in (1, 2, 3, 4)),
        # What passes at a stop is part of the four hours.
        ENGLISH.measure(30, "min"),
    ]
    assert "2" in table[-1]["mode"].words
    assert ENGLISH.measure(1 + 2 + 3 + 4, "h", long=True) in itinerary.total(waiting(), ENGLISH)


def test_every_wait_stands_in_the_text_in_its_order() -> None:
    first, second = itinerary.paragraphs(waiting(), ENGLISH)

    said = [ENGLISH.say("value.known", value=ENGLISH.span(3_600 * h), basis="assumed")
            for h in (1, 3, 0.5)]  # fmt: skip
    waits = [ENGLISH.say("itinerary.waits", time=time, place=place)
             for time, place in zip(said, "ABA", strict=True)]  # fmt: skip
    assert first.startswith(waits[0])
    assert first.index("A – B") < first.index(waits[1])
    assert second.endswith(waits[2])


def test_a_gap_between_two_clock_times_is_told_as_a_wait() -> None:
    # From 10:00 to 12:00, and on three days later at 9:00: 69 hours between.
    legs = [leg("a", "b", departs=[known(at="2024-06-01T10:00Z")], duration=amount(2, "h")),
            leg("b", "c", departs=[known(at="2024-06-04T09:00Z")])]  # fmt: skip

    (first, _) = itinerary.paragraphs(track(legs=legs), ENGLISH)

    said = ENGLISH.say("value.known", value=ENGLISH.measure(69, "h"), basis="assumed")
    assert ENGLISH.say("itinerary.waits", time=said, place="B") in first


def test_an_arrival_that_is_claimed_stands_in_the_table() -> None:
    found = row(arrives=[known(at="2017-08-03")])

    assert found["arrives"] == (ENGLISH.dates(date(2017, 8, 3), date(2017, 8, 3)), "assumed")
    assert found["departs"] == ("–", "")


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

    lasts = ENGLISH.say("range", low=2, high=ENGLISH.span(3 * 3_600, long=True))
    total = ENGLISH.say("itinerary.total", duration=lasts, distance="15–17 km")
    assert itinerary.total(track(legs=legs), ENGLISH) == total


def test_the_total_is_open_where_a_part_is_not_known() -> None:
    legs = [leg("a", "b", duration=amount(1, "h"), distance=amount(10, "km")), leg("b", "a")]

    least = ENGLISH.say("value.at_least", value=ENGLISH.span(3_600, long=True))
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

    said = [
        cells[itinerary.COLUMNS.index("distance")].words for cells in itinerary.rows(found, ENGLISH)
    ]
    assert ["2.4" in words for words in said] == [True, True]
    assert "4.8" in itinerary.total(found, ENGLISH)
