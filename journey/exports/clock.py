"""Dates and clock times as data formats write them: as finely as they are known (ISO 8601).

A day, a month or a year stays one, an instant has its offset from UTC, and of a
day that nobody dates there is its clock alone.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import NamedTuple

from journey.model.calendar import Grain, When
from journey.track.readings import widest
from journey.track.window import Window
from journey.words.zones import local


class Clock(NamedTuple):
    """A moment: the earliest and the latest that it may be, None where nothing bounds it."""

    early: When | None
    late: When | None


def clock(window: Window | None, zone: str | None) -> Clock | None:
    """The window by the clock of ``zone``, as wide as it is if "about" is off.

    None where no clock tells anything.
    """
    if window is None:
        return None
    early, late = (_by(when, zone) for when in widest(window, zone))
    return Clock(early, late) if early is not None or late is not None else None


def _by(when: When | None, zone: str | None) -> When | None:
    return local(when, zone) if isinstance(when, datetime) else when


def written(when: When | None) -> str:
    """The moment in ISO 8601, by its own offset; "" for None.

    >>> written(date(2017, 8, 3)), written(datetime.fromisoformat("2017-08-03T12:00+02:00"))
    ('2017-08-03', '2017-08-03T12:00:00+02:00')
    """
    return when.isoformat() if isinstance(when, date) else str(when or "")


def universal(when: When | None) -> str:
    """The same with instants in UTC, for XML Schema; "" where no date is known.

    >>> universal(datetime.fromisoformat("2017-08-03T12:00+02:00"))
    '2017-08-03T10:00:00Z'
    """
    if isinstance(when, datetime):
        return when.astimezone(UTC).isoformat().replace("+00:00", "Z")
    dated = when is not None and hasattr(when, "year")
    return written(when) if dated else ""


def exact(window: Window | None) -> datetime | None:
    """The instant, where a clock time is claimed that is exact."""
    return certain(window) if window and window.claimed else None


def certain(window: Window | None) -> datetime | None:
    """The instant, also where it follows from claims, but only from such as are exact."""
    if window is None or window.rough or not window.dated or window.grain > Grain.MINUTE:
        return None
    return window.early if window.early == window.late else None
