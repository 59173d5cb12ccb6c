"""Clock times that are only about so, in numbers as round as they are loose.

``arithmetic/dial.js`` rounds in the same way.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from journey.model.calendar import ClockTime, Month, When, Year
from journey.track.readings import Times
from journey.words.zones import local

# From so many s on a time is only about so.
LEAST = 60.0
_HOUR, _DAY = timedelta(hours=1), timedelta(days=1)
# How loose, and to what that is rounded.
_STEPS = ((_HOUR / 2, timedelta(minutes=5)), (_DAY / 2, _HOUR))
_ZERO = datetime(1970, 1, 1)


def held(found: Times, zone: str | None) -> Times:
    """The times in whole hours that hold them, where they lie more than an hour apart.

    Who reckons from daylight or from other such times knows no minute.

    >>> dawn, dusk = datetime(2021, 2, 25, 7, 1), datetime(2021, 2, 25, 18, 1)
    >>> [when.hour for when in held(Times(dawn, dusk), None)[:2]]
    [7, 19]
    """
    early, late = found.early, found.late
    if whole_day(found, zone) or not isinstance(early, datetime) or not isinstance(late, datetime):
        return found
    if late - early <= _HOUR:
        return found
    first, last = local(early, zone), local(late, zone)
    over = (_HOUR - (last - _down(last))) % _HOUR
    return found._replace(early=_down(first), late=last + over)


def _down(when: datetime) -> datetime:
    return when.replace(minute=0, second=0, microsecond=0)


def whole_day(found: Times, zone: str | None) -> date | None:
    """The day of which the times are the first and the last minute, if they are."""
    if not isinstance(found.early, datetime) or not isinstance(found.late, datetime):
        return None
    first, last = local(found.early, zone), local(found.late, zone)
    whole = (first.time(), last.time().replace(second=0, microsecond=0)) == (time(), time(23, 59))
    return first.date() if whole and first.date() == last.date() else None


def roundly(found: Times, zone: str | None) -> Times:
    """The time in round numbers by the clock of ``zone``; of one that is exact, as it is.

    What lies less far apart than it may be off is one time.

    >>> about = datetime(2024, 5, 11, 13, 2), datetime(2024, 5, 11, 13, 4)
    >>> roundly(Times(*about, off=750.0), None).early.isoformat()
    '2024-05-11T13:05:00'
    """
    if found.off < LEAST:
        return found
    early, late = found.early, found.late
    if isinstance(early, date) and isinstance(late, date):
        early, late = _one(early, late, found.off)
    off = timedelta(seconds=found.off)
    early = _rounded(early, off, zone)
    return found._replace(early=early, late=late and _rounded(late, off, zone))


def _one(early: date, late: date, off: float) -> tuple[date, date]:
    """What lies between the two, if they lie so near each other that it is one time."""
    width = late - early
    return (early + width / 2,) * 2 if width.total_seconds() < off else (early, late)


def _rounded(when: When, off: timedelta, zone: str | None) -> When:
    if isinstance(when, ClockTime):
        shown = datetime.combine(_ZERO, when.time) + timedelta(days=when.day)
        round_one = _stepped(shown, _step(off) or _HOUR)
        return ClockTime((round_one - _ZERO).days, round_one.time())
    if isinstance(when, datetime):
        at, step = local(when, zone), _step(off)
        return _stepped(at, step) if step else _coarser(at.date(), off)
    return _coarser(when, off) if isinstance(when, date) else when


def _step(off: timedelta) -> timedelta | None:
    """To what a clock time is rounded; None where it is so loose that a date says it."""
    return next((step for most, step in _STEPS if off < most), None)


def _stepped(when: datetime, step: timedelta) -> datetime:
    midnight = datetime.combine(when, time(), when.tzinfo)
    return midnight + (when - midnight + step / 2) // step * step


def _coarser(when: date, off: timedelta) -> When:
    """The day, or only its month or year where it may be off by half of one."""
    if off < timedelta(days=15):
        return when
    return Month(when.year, when.month) if off < timedelta(days=182) else Year(when.year)
