from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from journey.model.calendar import ClockTime
from journey.model.journey import Place
from journey.track import dial
from tests.conftest import place


def of(zone: str | None) -> Place:
    return Place.model_validate(place("a", 0, 0, zone=zone))


def test_instants_are_told_to_the_microsecond() -> None:
    when = datetime(1804, 5, 14, 12, 0, 0, 1, tzinfo=UTC)

    assert dial.instant(dial.micro(when)) == when


def test_no_calendar_reaches_beyond_the_year_9999() -> None:
    assert dial.instant(dial.micro(datetime(9999, 1, 1, tzinfo=UTC)) + 400 * dial.DAY) is None


@pytest.mark.parametrize(
    ("home", "there", "hours"),
    [
        ("Europe/Paris", "Europe/London", (-1, -1)),
        ("America/New_York", "America/Phoenix", (-3, -2)),
        # Summer is in January there.
        ("Europe/London", "Pacific/Auckland", (11, 13)),
        (None, "Europe/London", (0, 0)),
    ],
)
def test_clocks_are_ahead_by_what_both_seasons_allow(
    home: str | None, there: str, hours: tuple[int, int]
) -> None:
    least, most = dial.ahead(of(home), of(there))

    assert (least // dial.HOUR, most // dial.HOUR) == hours


@pytest.mark.parametrize(
    ("lon", "offset"),
    # Urumqi, Madrid, Reykjavik, Kiritimati, Honolulu (tz database).
    [(87.6, 8), (-3.7, 2), (-21.9, 0), (-157.4, 14), (-157.9, -10)],
)
def test_clocks_are_within_what_their_longitude_allows(lon: float, offset: int) -> None:
    west, east = dial.offsets(lon)

    assert west <= offset * dial.HOUR <= east


def test_hours_count_on_over_midnight() -> None:
    assert dial.plain(ClockTime(1, time(6, 10))) == dial.DAY + 6 * dial.HOUR + dial.HOUR // 6
    assert dial.midnight(date(1969, 12, 31)) == -dial.DAY
