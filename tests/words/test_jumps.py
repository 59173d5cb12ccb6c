"""How clocks jump: the right values are those of the laws on time, as newspapers printed them."""

from __future__ import annotations

from typing import Any

import pytest

from journey import Track
from journey.words.jumps import jump
from journey.words.wording import Wording, languages
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
NINE = "2021-03-01T09:00+09:00"


def jumped(before: str | None, after: str | None, *day: Data, **more: Any) -> str:
    """How the clocks jump on a leg between two zones."""
    places = [place("a", 0, 0, zone=before), place("b", 0, 1, zone=after)]
    found = track(places=places, legs=[leg("a", "b", **more)], day=list(day))
    return jump(found.legs[0], found.journey, ENGLISH)


def hours(number: float) -> str:
    """So many hours in words."""
    return ENGLISH.span(number * 3_600)


FOUR_HOURS = hours(4)


@pytest.mark.parametrize(
    ("ends", "key", "gap", "said"),
    [
        (
            ("Asia/Pyongyang", "Asia/Vladivostok"), "clock.forward", 1,
            ("Pyongyang (UTC+9)", "Vladivostok (UTC+10)"),
        ),
        (
            ("Asia/Vladivostok", "Asia/Pyongyang"), "clock.back", 1,
            ("Vladivostok (UTC+10)", "Pyongyang (UTC+9)"),
        ),
        (
            ("Asia/Kolkata", "Asia/Kathmandu"), "clock.forward", 0.25,
            ("Kolkata (UTC+5:30)", "Kathmandu (UTC+5:45)"),
        ),
        (
            ("Europe/London", "America/St_Johns"), "clock.back", 3.5,
            ("London (UTC+0)", "St John’s (UTC−3:30)"),
        ),
    ],
)  # fmt: skip
def test_clocks_jump_by_the_difference_of_the_offsets(
    ends: tuple[str, str], key: str, gap: float, said: tuple[str, str]
) -> None:
    words = jumped(*ends, departs=[known(at=NINE)])

    assert words == ENGLISH.say(key, hours=hours(gap), before=said[0], after=said[1])


@pytest.mark.parametrize(
    ("day", "gap"),
    [
        # Summer time began on 14 March 2021 in New York and on the 28th in London.
        ("2021-03-13", 5),
        ("2021-03-20", 4),
        ("2021-03-29", 5),
    ],
)
def test_clocks_jump_as_they_did_on_that_day(day: str, gap: int) -> None:
    words = jumped("America/New_York", "Europe/London", known(at=day))

    assert hours(gap) in words


def test_the_hour_of_the_leg_goes_before_the_day_of_the_journey() -> None:
    words = jumped(
        "America/New_York",
        "Europe/London",
        known(at="2021-03-13"),
        departs=[known(at="2021-03-20T09:00-04:00")],
    )

    assert FOUR_HOURS in words


@pytest.mark.parametrize(
    "day",
    [
        known(at="2021-03-20"),
        known(at="2021-03-20T23:30-11:00"),
        known(between=["2021-03-20", "2021-03-26"]),
        known(between=["2021-03-20T09:00Z", "2021-03-27T09:00Z"]),
    ],
)
def test_any_kind_of_day_will_do(day: Data) -> None:
    assert FOUR_HOURS in jumped("America/New_York", "Europe/London", day)


def test_the_first_day_that_is_told_is_taken() -> None:
    days = [known(at="2021-03-20"), known(at="2021-03-29")]

    assert FOUR_HOURS in jumped("America/New_York", "Europe/London", *days)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Asia/Tokyo", "Asia/Tokyo"),
        ("Asia/Tokyo", "Asia/Seoul"),
        ("Asia/Tokyo", None),
        (None, "Asia/Tokyo"),
        (None, None),
    ],
)
def test_clocks_do_not_jump_where_they_agree_or_nobody_knows(
    before: str | None, after: str | None
) -> None:
    assert jumped(before, after, departs=[known(at=NINE)]) == ""


def test_clocks_do_not_jump_on_a_day_that_nobody_knows() -> None:
    assert jumped("America/New_York", "Europe/London") == ""


@pytest.mark.parametrize("language", languages())
def test_the_jump_is_told_in_every_language(language: str, handcar: Track) -> None:
    told = [jump(part, handcar.journey, Wording(language)) for part in handcar.legs]

    assert [bool(words) for words in told] == [False, False, True, False]
    assert "{" not in told[2]


def said(key: str, gap: float, before: str, after: str) -> str:
    """The sentence of that key."""
    return ENGLISH.say(key, hours=hours(gap), before=before, after=after)


def test_the_offset_at_the_end_is_that_of_the_arrival() -> None:
    # Off at midnight UTC, down at 07:00 UTC: British Summer Time had begun on
    # that 31 March 2024 at 01:00 UTC. Eight in London is five hours after three.
    flight = {"departs": [known(at="2024-03-30T20:00-04:00")], "duration": amount(7, "h")}

    words = jumped("America/New_York", "Europe/London", **flight)

    assert words == said("clock.forward", 5, "New York (UTC−4)", "London (UTC+1)")


@pytest.mark.parametrize(
    ("left", "key", "offsets"),
    [
        # Summer time began on 31 March 2024 at 01:00 UTC, and ended on 27 October.
        ("2024-03-30T22:00+01:00", "clock.way_forward", ("UTC+1", "UTC+2")),
        ("2024-10-26T22:00+02:00", "clock.way_back", ("UTC+2", "UTC+1")),
    ],
)
@pytest.mark.parametrize("end", ["Europe/Zurich", "Europe/Berlin"])
def test_a_change_of_the_clocks_under_way_is_told(
    left: str, key: str, offsets: tuple[str, str], end: str
) -> None:
    words = jumped("Europe/Zurich", end, departs=[known(at=left)], duration=amount(9, "h"))

    assert words == said(key, 1, *offsets)


@pytest.mark.parametrize("duration", [amount(2, "h"), amount(10, "d"), amount(300, "d")])
def test_no_change_is_told_that_is_none_or_that_nobody_counts(duration: list[Data]) -> None:
    left = [known(at="2024-04-01T10:00+02:00")]

    assert jumped("Europe/Zurich", "Europe/Berlin", departs=left, duration=duration) == ""


def test_a_change_that_only_may_fall_on_the_way_is_not_told() -> None:
    # It may have ended before the change, at 02:00, or after it.
    ride = {"departs": [known(at="2024-03-30T22:00+01:00")]}

    words = jumped(
        "Europe/Zurich", "Europe/Zurich", **ride, duration=[known(range=[2, 9], unit="h")]
    )

    assert words == ""


def test_a_jump_whose_size_nobody_knows_is_not_told() -> None:
    # Four hours while only New York had summer time, and five again from 28 March on.
    days = [known(between=["2021-03-20", "2021-04-20"])]

    assert jumped("America/New_York", "Europe/London", *days) == ""


def test_where_only_the_jump_is_certain_no_offset_is_told() -> None:
    # Athens is an hour ahead of Paris in summer and in winter.
    days = [known(between=["2021-03-20", "2021-04-20"])]

    assert jumped("Europe/Paris", "Europe/Athens", *days) == said(
        "clock.forward", 1, "Paris", "Athens"
    )


@pytest.mark.parametrize("day", ["0629-08-01", "1805-04-07", "1883-11-17"])
def test_before_zone_time_no_clock_jumps(day: str) -> None:
    # American railways took up zones at noon of 18 November 1883.
    assert jumped("America/Chicago", "America/Denver", departs=[known(at=f"{day}T09:00Z")]) == ""
    assert jumped("America/Chicago", "America/Denver", known(at=day)) == ""


def test_from_zone_time_on_clocks_jump() -> None:
    words = jumped("America/Chicago", "America/Denver", known(at="1883-11-20"))

    assert words == said("clock.back", 1, "Chicago (UTC−6)", "Denver (UTC−7)")


def test_zones_at_sea_are_told_by_their_offset_alone() -> None:
    words = jumped("Etc/GMT+3", "Etc/GMT+2", known(at="2017-08-03"))

    assert words == said("clock.forward", 1, "UTC−3", "UTC−2")


def test_a_ship_before_there_were_zones_at_sea_has_no_jump() -> None:
    assert jumped("Etc/GMT+3", "Etc/GMT+2", known(at="1915-01-18")) == ""


@pytest.mark.parametrize(
    ("ends", "key"),
    [
        (("Pacific/Niue", "Pacific/Tongatapu"), "clock.date_on"),  # UTC-11 and UTC+13
        (("Pacific/Tongatapu", "Pacific/Niue"), "clock.date_back"),
        (("Etc/GMT+12", "Etc/GMT-12"), "clock.date_on"),
    ],
)
def test_over_the_date_line_it_is_the_date_that_jumps(ends: tuple[str, str], key: str) -> None:
    assert jumped(*ends, known(at="2017-08-03")) == ENGLISH.say(key)


def test_over_the_date_line_clocks_jump_by_the_rest() -> None:
    # Kiritimati is at UTC+14 and Pago Pago at UTC-11: a day and an hour.
    words = jumped("Pacific/Kiritimati", "Pacific/Pago_Pago", known(at="2017-08-03"))

    ends = "Kiritimati (UTC+14)", "Pago Pago (UTC−11)"
    assert words == f"{ENGLISH.say('clock.date_back')} {said('clock.back', 1, *ends)}"


def test_a_place_that_changes_sides_of_the_date_line_skips_a_date() -> None:
    # Samoa had no 30 December 2011.
    left = [known(at="2011-12-29T12:00-10:00")]

    words = jumped("Pacific/Apia", "Pacific/Apia", departs=left, duration=amount(20, "h"))

    assert words == ENGLISH.say("clock.way_skipped", place="Apia")


def test_a_month_without_a_change_of_clocks_is_as_good_as_a_day() -> None:
    # Central European clocks changed on 28 March 2021, and stood at UTC+1 all February.
    zones = ("Europe/London", "Europe/Berlin")

    february, march = (jumped(*zones, known(at=month)) for month in ("2021-02", "2021-03"))

    assert "UTC+1" in february
    assert march
    assert "UTC" not in march


def test_a_change_while_they_wait_is_told_apart_from_the_way() -> None:
    # An hour's ride, then a night in which summer time ended: 27 October 2024.
    places = [place(key, 0, i, zone="Europe/Zurich") for i, key in enumerate("abc")]
    first = leg("a", "b", departs=[known(at="2024-10-26T20:00+02:00")], duration=amount(1, "h"))
    second = leg("b", "c", departs=[known(at="2024-10-27T09:00+01:00")], duration=amount(1, "h"))
    found = track(places=places, legs=[first, second])

    words = [jump(part, found.journey, ENGLISH) for part in found.legs]

    assert words == [said("clock.wait_back", 1, "UTC+2", "UTC+1"), ""]
