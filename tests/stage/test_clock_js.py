"""What the clocks say, run in a browser without a map."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from journey import Track
from journey.stage.wire import wire
from journey.words.wording import Wording, languages
from tests.browsing import of_stage, scripted
from tests.conftest import Data, amount, known, leg, place, track

pytestmark = pytest.mark.browser

MINUTE, HOUR, DAY, YEAR = 60, 3_600, 86_400, 31_557_600  # seconds
NINE = "2021-03-01T09:00+09:00"  # a Monday
PLACES = [
    place("a", 0, 0, zone="Asia/Tokyo"),
    place("b", 0, 1, zone="Asia/Vladivostok"),
    place("c", 0, 2, zone="Europe/London"),
]


@pytest.fixture(scope="module")
def page(browser: Browser) -> Page:
    return scripted(browser, *of_stage("unpack", "pace", "clock"))


def told(*legs: Data, places: list[Data] = PLACES) -> dict[str, Any]:
    """What the browser is told of a journey of those legs."""
    return wire(track(places=places, legs=list(legs)), Wording("en"))


def say(page: Page, data: dict[str, Any], leg: int = 0, part: float = 0) -> dict[str, Any]:
    """What the clocks say at a moment of the journey."""
    found: dict[str, Any] = page.evaluate(
        """([sent, moment]) => {
          const data = { ...sent, legs: sent.legs.map(L.journey.unpack.leg) };
          const { legs } = data;
          const { km } = L.journey.pace.place(legs[moment.leg], moment.part);
          const gone = legs.slice(0, moment.leg).reduce((sum, { span }) => sum + span, 0);
          const seconds = gone + moment.part * legs[moment.leg].span;
          return L.journey.clock(data)({ ...moment, km, seconds });
        }""",
        [data, {"leg": leg, "part": part}],
    )
    return found


def test_the_clocks_of_both_sides_are_told(page: Page) -> None:
    data = told(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h")))

    assert say(page, data)["local"] == [
        {"name": "Tokyo", "said": "Mon 09:00", "here": True},
        {"name": "Vladivostok", "said": "Mon 10:00", "here": False},
    ]
    assert say(page, data, part=1)["local"] == [
        {"name": "Tokyo", "said": "Mon about 11:00", "here": False},
        {"name": "Vladivostok", "said": "Mon about 12:00", "here": True},
    ]


def here(page: Page, data: dict[str, Any], leg: int = 0, part: float = 0) -> list[str]:
    """The names of the clocks that are the traveller's."""
    return [clock["name"] for clock in say(page, data, leg, part)["local"] if clock["here"]]


def test_a_clock_in_between_is_told_while_it_is_theirs(page: Page) -> None:
    first = leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h"))
    data = told(first, leg("b", "c", duration=amount(2, "h")))

    names = [clock["name"] for clock in say(page, data, leg=1, part=0.5)["local"]]

    assert names == ["Tokyo", "Vladivostok", "London"]
    assert here(page, data, leg=1, part=0.5) == ["Vladivostok"]
    assert "Vladivostok" not in [clock["name"] for clock in say(page, data)["local"]]


def test_ends_in_one_zone_have_one_clock(page: Page) -> None:
    places = [place("a", 0, 0, zone="Asia/Tokyo"), place("b", 0, 1, zone="Asia/Tokyo")]

    data = told(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h")), places=places)

    assert say(page, data, part=0.25)["local"] == [
        {"name": "Tokyo", "said": "Mon about 09:30", "here": True}
    ]


@pytest.mark.parametrize(
    ("part", "name"),
    [(0, "Tokyo"), (0.49, "Tokyo"), (0.5, "Vladivostok"), (0.9, "Vladivostok"), (1, "London")],
)
def test_the_clock_is_that_of_the_last_stop_passed(page: Page, part: float, name: str) -> None:
    data = told(
        leg(
            "a",
            "c",
            departs=[known(at=NINE)],
            duration=amount(2, "h"),
            distance=amount(200, "km"),
            stops=[known(place="b", km=100)],
        )
    )

    assert here(page, data, part=part) == [name]


def test_a_stop_without_a_zone_changes_no_clock(page: Page) -> None:
    places = [PLACES[0], place("b", 0, 1), PLACES[2]]
    stops = [known(place="b")]

    data = told(
        leg("a", "c", departs=[known(at=NINE)], duration=amount(2, "h"), stops=stops), places=places
    )

    assert here(page, data, part=0.75) == ["Tokyo"]


def test_at_an_end_that_nothing_bounds_time_is_in_the_words_of_the_total(page: Page) -> None:
    first = leg("a", "b", duration=[known(range=[3.5, 4], unit="h")])
    last = leg("b", "c", duration=[known(more_than=5, unit="h")])
    data = told(first, last)

    total = data["ending"]["totals"][0]["said"]
    assert total.startswith("at least 8 h")
    assert say(page, data, 1, 1)["time"] == f"after {total}"
    assert "at least" not in say(page, data, 0, 1)["time"]


def test_who_waits_at_the_end_of_a_leg_goes_by_the_clock_there(page: Page) -> None:
    end = known(place="b", dwell=amount(2, "h"))

    data = told(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h"), to=end))

    assert here(page, data, part=0.75) == ["Vladivostok"]


@pytest.mark.parametrize("leg_and_part", [(0, 0), (0, 0.25), (0, 0.5), (0, 1), (1, 0), (1, 0.5)])
def test_clocks_go_on_while_they_wait(page: Page, leg_and_part: tuple[int, float]) -> None:
    end = known(place="b", dwell=amount(3, "h"))
    first = leg("a", "b", departs=[known(at=NINE)], duration=amount(1, "h"), to=end)
    index, part = leg_and_part
    # Four hours with the wait, and then two; all but the departure follows from what is assumed.
    hours = 4 * part if index == 0 else 4 + 2 * part

    data = told(first, leg("b", "c", duration=amount(2, "h")))

    said = say(page, data, index, part)["local"][0]["said"]
    assert said == f"Mon {'about ' if index or part else ''}{9 + hours:02.0f}:00"


def test_a_journey_of_unknown_hours_has_no_clock(page: Page) -> None:
    said = say(page, told(leg("a", "b", duration=amount(2, "h"))), part=0.5)

    assert (said["local"], said["basis"]) == ([], "")
    assert said["time"] == "after about 1 hour"


def test_places_of_unknown_zone_have_a_date_and_no_clock(page: Page) -> None:
    places = [place("a", 0, 0), place("b", 0, 1)]
    ride = leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h"))

    said = say(page, told(ride, places=places))

    assert [(clock["name"], clock["said"]) for clock in said["local"]] == [("", "1 Mar 2021")]


@pytest.mark.parametrize(
    ("days", "title", "words"),
    [
        (2, "A walk", "Mon 09:00"),
        (20, "A walk", "1 Mar 2021, 09:00"),
        (20, "A walk in 2021", "1 Mar, 09:00"),
        (400, "A walk in 2021", "1 Mar 2021, 09:00"),
    ],
)
def test_the_year_stands_where_nobody_could_know_it(
    page: Page, days: int, title: str, words: str
) -> None:
    walk = leg("a", "b", departs=[known(at=NINE)], duration=amount(days, "d"))
    journey = track(places=PLACES, legs=[walk], title={"en": title})

    said = say(page, wire(journey, Wording("en")))

    assert said["local"][0]["said"] == words


def test_a_time_without_an_upper_bound_is_told_as_such(page: Page) -> None:
    data = told(leg("a", "b", departs=[known(at=NINE)]))

    assert say(page, data, part=1)["local"][1]["said"] == "not before Mon 10:00"


def test_the_basis_is_that_of_the_leg(page: Page) -> None:
    first = leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h"))

    assert say(page, told(first))["basis"] == "assumed"


def test_the_way_done_and_the_way_to_go_make_the_whole(page: Page) -> None:
    said = say(page, told(leg("a", "b", distance=amount(200, "km"))), part=0.25)

    assert (said["way"], said["left"]) == ("50 km of 200 km", "150 km to go")


@pytest.mark.parametrize(
    ("whole", "way"),
    [
        (0.016, "4 m of 16 m"),
        (8.4, "2.1 km of 8.4 km"),
        (110, "28 km of 110 km"),
        (1_200, "300 km of 1,200 km"),
    ],
)
def test_a_way_is_told_in_the_unit_of_its_size(page: Page, whole: float, way: str) -> None:
    data = told(leg("a", "b", distance=amount(whole, "km")))

    assert say(page, data, part=0.25)["way"] == way


def test_time_is_counted_over_the_legs(page: Page) -> None:
    first = leg("a", "b", duration=amount(1_920, "min"))
    data = told(first, leg("b", "c", duration=amount(120, "min")))

    # 32 hours, and a quarter of two.
    assert say(page, data, leg=1, part=0.25)["time"] == "after about 32 hours 30 minutes"


@pytest.mark.parametrize(
    ("leg", "part", "time"),
    [
        # The 32 hours by train and the 2 by bus are reported; how evenly it ran is not.
        (0, 0.51, "after about 16 hours"),
        (0, 1, "after 32 hours"),
        (1, 0, "after 32 hours"),
        (1, 1, "after 34 hours"),
        # The half hour by handcar and what follows are assumed.
        (2, 1, "after about 35 hours"),
        (3, 1, "after about 39 hours"),
    ],
)
def test_a_time_is_about_so_only_where_it_is_not_known(
    page: Page, handcar: Track, leg: int, part: float, time: str
) -> None:
    assert say(page, wire(handcar, Wording("en")), leg, part)["time"] == time


def test_between_times_that_are_told_to_the_minute_none_is(page: Page) -> None:
    ends = {"departs": [known(at=NINE)], "arrives": [known(at="2021-03-01T21:07+09:00")]}

    said = say(page, told(leg("a", "b", **ends)), part=0.51)

    # 12 hours and 7 minutes, of which it is 6 hours and 11 minutes if it runs evenly.
    assert said["time"] == "after about 6 hours"
    assert said["local"][0]["said"] == "Mon about 15:00"
    assert say(page, told(leg("a", "b", **ends)), part=1)["local"][0]["said"] == "Mon 21:07"


def test_the_way_ends_with_the_total_that_is_told_everywhere(page: Page, handcar: Track) -> None:
    said = say(page, wire(handcar, Wording("en")), leg=3, part=1)

    # 801.9, more than 43, more than 1 and 270 km are more than 1,115.9 km.
    assert said["way"] == "1,115 km of more than 1,115 km"
    assert said["left"] == "0 km to go"


def test_time_is_told_no_finer_than_the_claims(page: Page) -> None:
    data = told(leg("a", "b", duration=[known(about=33, unit="h")]))

    # Half of it is 16 hours and 30 minutes, which nobody knows to the minute.
    assert say(page, data, part=0.5)["time"] == "after about 17 hours"


def test_a_zone_that_the_browser_does_not_know_stops_no_other_clock(page: Page) -> None:
    # Debian's files of time zones have such names, and Python takes them.
    data = told(leg("a", "b", departs=[known(at=NINE)], duration=amount(2, "h")))
    data["zones"] = {"posix/Asia/Tokyo": "Tokyo", "Asia/Vladivostok": "Vladivostok"}
    data["legs"][0]["zones"] = ["posix/Asia/Tokyo", "Asia/Vladivostok"]

    said = say(page, data)["local"]

    assert "Mon 10:00" in [clock["said"] for clock in said if clock["name"] == "Vladivostok"]


@pytest.mark.parametrize("language", languages())
def test_the_clocks_speak_every_language(page: Page, language: str, handcar: Track) -> None:
    data = wire(handcar, Wording(language))

    said = say(page, data, leg=2, part=0.5)

    assert len(said["local"]) == 2
    assert "{" not in str([said["time"], said["way"], said["left"], said["local"][0]["said"]])


def test_the_crossing_of_the_tumen_lies_within_its_day(page: Page, handcar: Track) -> None:
    data = wire(handcar, Wording("en"))
    handcar_leg = next(i for i, one in enumerate(data["legs"]) if one["id"] == "handcar")
    early = datetime.fromtimestamp(data["legs"][handcar_leg]["clock"][0]["early"], UTC)

    said = say(page, data, leg=handcar_leg)["local"][0]["said"]

    assert early.astimezone(ZoneInfo("Asia/Pyongyang")).strftime("%a %H:") in said


def test_before_any_time_that_can_be_told_it_is_the_start(page: Page) -> None:
    data = told(leg("a", "b", duration=amount(3, "d")), leg("b", "c", duration=amount(30, "d")))

    start, later = (say(page, data, part=part)["time"] for part in (0, 0.5))

    assert start == Wording("en").say("play.start")
    assert later != start
