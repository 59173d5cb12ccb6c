from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from journey.words.zones import kept, local, nautical, offset, twice, utc


@pytest.mark.parametrize(
    ("zone", "day"),
    [
        # From the laws on time: the last day before zone time, and the first of it.
        ("America/Chicago", "1883-11-18"),
        ("Asia/Tokyo", "1887-12-31"),
        ("Europe/Berlin", "1893-03-31"),
        ("Europe/Moscow", "1919-06-30"),
    ],
)
def test_a_zone_has_an_offset_from_its_zone_time_on(zone: str, day: str) -> None:
    last = datetime.fromisoformat(day).replace(tzinfo=UTC)

    assert offset(zone, last - timedelta(days=1)) is None
    assert offset(zone, last + timedelta(days=3)) is not None


def test_nobody_kept_the_clocks_of_places_where_nobody_lived() -> None:
    # Casey station was opened in 1969.
    assert offset("Antarctica/Casey", datetime(1950, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize("zone", ["Etc/GMT+3", "Etc/GMT-14", "UTC", "Etc/UTC", "GMT", "Zulu"])
def test_a_mere_offset_is_named_after_no_city(zone: str) -> None:
    assert nautical(zone)


@pytest.mark.parametrize("zone", ["Europe/London", "Asia/Tokyo", "Pacific/Apia"])
def test_other_zones_are_named_after_a_city(zone: str) -> None:
    assert not nautical(zone)


def test_the_sign_of_a_zone_at_sea_is_that_of_its_offset() -> None:
    # The database of time zones counts these west of Greenwich as positive.
    ahead = kept("Etc/GMT+3", datetime(2017, 8, 3, tzinfo=UTC))

    assert ahead == timedelta(hours=-3)
    assert utc(ahead) == "UTC−3"


@pytest.mark.parametrize(
    ("told", "again"),
    [
        # Clocks in Zurich went back at 01:00 UTC on 27 October 2024, and forward on 31 March.
        ("2024-10-26T23:59Z", False),
        ("2024-10-27T00:30Z", True),
        ("2024-10-27T01:30Z", True),
        ("2024-10-27T02:00Z", False),
        ("2024-03-31T00:59Z", False),
        ("2024-03-31T01:00Z", False),
    ],
)
def test_the_clock_shows_an_hour_twice_where_it_is_put_back(told: str, again: bool) -> None:
    assert twice(local(datetime.fromisoformat(told), "Europe/Zurich")) is again


@pytest.mark.parametrize("zone", [None, "America/Chicago"])
def test_a_time_before_zone_time_stands_as_it_was_told(zone: str | None) -> None:
    told = datetime.fromisoformat("1805-04-07T12:00-06:00")

    assert local(told, zone).isoformat() == "1805-04-07T12:00:00-06:00"


def test_an_hour_told_in_utc_before_zone_time_stands_where_the_sun_agrees() -> None:
    # Greenwich itself; the sun over London is 75 s behind it, and over Chicago almost six hours.
    told = datetime.fromisoformat("1831-12-27T14:00+00:00")

    assert local(told, "Europe/London").isoformat() == "1831-12-27T14:00:00+00:00"
    assert local(told, "America/Chicago").replace(second=0).isoformat()[:16] == "1831-12-27T08:09"
