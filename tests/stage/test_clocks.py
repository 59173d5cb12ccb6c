from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from journey import Track
from journey.stage.clocks import leg_zones, windows, zones
from journey.words.wording import Wording, languages
from tests.conftest import Data, amount, known, leg, place, track

ENGLISH = Wording("en")
NINE = "2021-03-01T09:00+09:00"


def between(before: str | None, after: str | None, *day: Data, **more: Any) -> Track:
    """The track of one leg between two zones."""
    places = [place("a", 0, 0, zone=before), place("b", 0, 1, zone=after)]
    return track(places=places, legs=[leg("a", "b", **more)], day=list(day))


def windowed(**more: Any) -> dict[str, Any] | None:
    """The windows of one leg."""
    return windows(track(legs=[leg("a", "b", **more)]).legs[0].slot)


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
    assert windowed(departs=[known(at=NINE)], duration=amount(2, "h")) == {
        "early": [utc("2021-03-01T00:00+00:00"), utc("2021-03-01T02:00+00:00")],
        "late": [utc("2021-03-01T00:00+00:00"), utc("2021-03-01T02:00+00:00")],
        "basis": "assumed",
    }


def test_windows_widen_by_what_is_not_known() -> None:
    found = windowed(
        departs=[known(between=[NINE, "2021-03-01T12:00+09:00"])],
        duration=[known(range=[2, 3], unit="h")],
    )

    assert found is not None
    assert found["early"] == [utc(NINE), utc("2021-03-01T11:00+09:00")]
    assert found["late"] == [utc("2021-03-01T12:00+09:00"), utc("2021-03-01T15:00+09:00")]


@pytest.mark.parametrize("duration", [[], [known(more_than=2, unit="h")]])
def test_nothing_bounds_the_end_of_a_leg_of_unknown_time(duration: list[Data]) -> None:
    found = windowed(departs=[known(at=NINE)], duration=duration)

    assert found is not None
    assert found["late"] is None
    assert found["early"] == [utc(NINE), utc(NINE) + (7_200 if duration else 0)]


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"duration": amount(2, "h")},
        {"departs": [known(at="2021-03-01")]},
        {"departs": [known(between=["2021-03-01", "2021-03-02"])]},
    ],
)
def test_a_leg_of_which_nobody_told_the_hour_has_no_clock(more: dict[str, Any]) -> None:
    assert windowed(**more) is None


def test_what_is_counted_on_from_a_reported_hour_is_derived() -> None:
    source = {"id": "paper", "title": "T", "publisher": "P"}
    said = {"basis": "reported", "source": "paper", "at": NINE}
    first = leg("a", "b", departs=[said], duration=amount(2, "h"))

    found = track(sources=[source], legs=[first, leg("b", "c")]).legs

    told = [windows(part.slot) for part in found]
    assert [one and one["basis"] for one in told] == ["reported", "derived"]


def test_instants_before_1970_are_below_nought() -> None:
    found = windowed(departs=[known(at="1969-12-31T23:00+00:00")], duration=amount(2, "h"))

    assert found is not None
    assert found["early"] == [-3_600, 3_600]
