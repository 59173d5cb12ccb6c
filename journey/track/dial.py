"""What the clocks of places show, in whole microseconds."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journey.model.calendar import EAST, WEST, ClockTime, When
from journey.model.journey import Place

MICRO = 1_000_000
HOUR, DAY = 3_600 * MICRO, 86_400 * MICRO
# Clocks are told to be at most so far from UTC (tz database).
MOST_BEHIND, MOST_AHEAD = (edge // timedelta(microseconds=1) for edge in (WEST, EAST))
# And at most so far behind and before the sun (western Arizona, Xinjiang), in hours,
# but near the date line, which some cross by decree.
_BEHIND, _BEFORE = 2, 4
_NEAR_DATE_LINE = 140
# Offsets of a day that nobody dates: those of winter and of summer.
_SEASONS = (datetime(2025, 1, 1), datetime(2025, 7, 1))
_ZERO = datetime(1970, 1, 1, tzinfo=UTC)
_NAIVE = datetime(1970, 1, 1)
_TICK = timedelta(microseconds=1)


def micro(instant: datetime) -> int:
    """From 1970 in UTC to the instant."""
    return (instant - _ZERO) // _TICK


def instant(micro: float) -> datetime | None:
    """The instant so long after 1970, in UTC; None where no calendar reaches."""
    try:
        return _ZERO + timedelta(microseconds=int(micro))
    except OverflowError:
        return None


def midnight(day: date) -> int:
    """From 1970 to the start of the day, by one clock.

    >>> midnight(date(1970, 1, 3)) == 2 * DAY
    True
    """
    return (datetime.combine(day, time()) - _NAIVE) // _TICK


def plain(when: ClockTime) -> int:
    """From the midnight of the first day to that time, by one clock."""
    shown = datetime.combine(_NAIVE, when.time) + timedelta(days=when.day)
    return (shown - _NAIVE) // _TICK


def near_date_line(lon: float) -> bool:
    """Whether clocks there may be a day off those that the sun has."""
    return abs(lon) > _NEAR_DATE_LINE


def offsets(lon: float) -> tuple[int, int]:
    """The least and the most that a clock at that longitude may differ from UTC."""
    if near_date_line(lon):
        return MOST_BEHIND, MOST_AHEAD
    sun = round(lon / 15 * HOUR)
    return sun - _BEHIND * HOUR, sun + _BEFORE * HOUR


def ahead(home: Place, place: Place) -> tuple[int, int]:
    """By how much the clock of a place is ahead of that at home, at least and at most.

    It is not at all where nobody tells the zones.
    """
    if not home.zone or not place.zone or home.zone == place.zone:
        return 0, 0
    here, there = ZoneInfo(home.zone), ZoneInfo(place.zone)
    apart = [_offset(there, season) - _offset(here, season) for season in _SEASONS]
    return min(apart), max(apart)


def _offset(zone: ZoneInfo, when: datetime) -> int:
    return (zone.utcoffset(when) or timedelta()) // _TICK


def shown(
    low: float, high: float, when: tuple[When, When] | None, home: Place, place: Place
) -> tuple[float, float]:
    """What the clock of a place shows so long after the first midnight at home.

    Both are from midnight to midnight; of a claim ``when`` it is what it says.
    """
    if when and isinstance(when[0], ClockTime) and isinstance(when[1], ClockTime):
        return plain(when[0]), plain(when[1])
    least, most = ahead(home, place)
    return low + least, high + most
