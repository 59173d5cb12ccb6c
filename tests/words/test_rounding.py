from __future__ import annotations

from datetime import date, datetime, time

import pytest

from journey.model.calendar import ClockTime, Month, When, Year
from journey.track.readings import Times
from journey.words.rounding import roundly
from tests.conftest import at

MINUTE, HOUR, DAY = 60.0, 3_600.0, 86_400.0


def rounded(early: When, off: float, late: When | None = None) -> tuple[When, When | None]:
    found = roundly(Times(early, late or early, off), "Europe/London")
    return found.early, found.late


@pytest.mark.parametrize(
    ("off", "told"),
    [
        (30, at("2024-05-11T13:02+01:00")),
        # A quarter of 50 minutes are 12.5, within which steps of five say enough.
        (12.5 * MINUTE, at("2024-05-11T13:00+01:00")),
        (HOUR, at("2024-05-11T13:00+01:00")),
        (DAY, date(2024, 5, 11)),
        (20 * DAY, Month(2024, 5)),
        (400 * DAY, Year(2024)),
    ],
)
def test_a_time_is_told_in_steps_as_wide_as_it_is_loose(off: float, told: When) -> None:
    assert rounded(at("2024-05-11T12:02+00:00"), off) == (told, told)


def test_a_clock_of_a_day_that_nobody_dates_is_rounded_over_midnight() -> None:
    late = ClockTime(0, time(23, 58))

    assert rounded(late, 10 * MINUTE)[0] == ClockTime(1, time(0, 0))


def test_what_lies_nearer_than_it_is_loose_is_one_time() -> None:
    early, late = at("2024-05-11T12:00+01:00"), at("2024-05-11T12:20+01:00")

    assert rounded(early, 15 * MINUTE, late) == (early, late)
    assert (
        rounded(early, 25 * MINUTE, late)
        == (datetime(2024, 5, 11, 12, 10, tzinfo=early.tzinfo),) * 2
    )
