"""What a moment reads by the clock of a place, in the grain in which it is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone, tzinfo
from itertools import combinations
from typing import NamedTuple
from zoneinfo import ZoneInfo

from journey.model.calendar import EAST, WEST, ClockTime, Grain, Month, When, Year, span
from journey.model.claims import Moment
from journey.track.dial import plain
from journey.track.window import Window

# Where a day begins first, and where it ends last.
_EAST, _WEST = timezone(EAST), timezone(WEST)


class Times(NamedTuple):
    """When: the earliest and the latest, which is None where nothing bounds it.

    Both are of one grain, the same where it is exact. Where they were counted on
    from times of which some are known only roughly, they may be ``off`` by so
    many s, and are within the ``widest``.
    """

    early: When
    late: When | None
    off: float = 0.0
    widest: tuple[When | None, When | None] | None = None

    @property
    def rough(self) -> bool:
        """Whether some of the times that they follow from are known only roughly."""
        return self.off > 0

    @classmethod
    def of(cls, claim: Moment) -> Times:
        """The time that is claimed."""
        return cls(*claim.ends)

    @classmethod
    def within(cls, window: Window, zone: str | None, home: str | None = None) -> Times | None:
        """The window by the clock of ``zone``, in its grain; None where nothing begins it.

        Before zone time the sun told the hour, and who counts days on from his
        ``home`` counts no minutes between the two: it is the day by either.
        """
        early, late = ends(window, zone)
        if home and zone and early != late and _by_sun(window, zone):
            early, late = min((early, late), ends(window, home), key=_width)
        if early is None:
            return None
        return cls(early, late, window.off, widest(window, zone) if window.rough else None)


def _by_sun(window: Window, zone: str) -> bool:
    """Whether it is a day counted on from another, before there were zones."""
    if window.early is None or window.grain is not Grain.DAY or window.claimed:
        return False
    return window.early.astimezone(ZoneInfo(zone)).tzname() == "LMT"


def _width(found: tuple[When | None, When | None]) -> timedelta:
    early, late = found
    if isinstance(early, date) and isinstance(late, date):
        return late - early
    return timedelta.max


def ends(window: Window, zone: str | None) -> tuple[When | None, When | None]:
    """The earliest and the latest by the clock of ``zone``, in the window's grain.

    Each is None where nothing bounds it.
    """
    early = _shown(window.early, window, zone, _EAST) if window.early else None
    if window.late is None:
        return early, None
    # What ends with a day ends before the next one begins.
    over = window.grain > Grain.MINUTE and (window.early is None or window.late > window.early)
    late = window.late - timedelta.resolution if over else window.late
    return early, _shown(late, window, zone, _WEST)


def widest(window: Window, zone: str | None) -> tuple[When | None, When | None]:
    """The same where what is told as "about" is off."""
    early, late = window.widest or (window.early, window.late)
    return ends(replace(window, early=early, late=late), zone)


def _shown(instant: datetime, window: Window, zone: str | None, edge: tzinfo) -> When:
    """The instant by the clock there, as finely as anything is known."""
    if not window.dated:
        return ClockTime((instant.replace(tzinfo=None) - datetime(1970, 1, 1)).days, instant.time())
    at = instant.astimezone(ZoneInfo(zone) if zone else window.clock or edge)
    match window.grain:
        case Grain.DAY:
            return at.date()
        case Grain.MONTH:
            return Month(at.year, at.month)
        case Grain.YEAR:
            return Year(at.year)
    return instant.astimezone(window.clock) if window.clock else at


def apart(claims: Sequence[Moment], zone: str | None) -> bool:
    """Whether two of the claims can't both be true: one is over before the other begins.

    What a clock alone tells is compared with what it tells elsewhere.
    """
    told = [Times.of(claim) for claim in claims]
    return any(
        a[1] < b[0] or b[1] < a[0]
        for kind in ((_span(found, zone) for found in told), map(_by_clock, told))
        for a, b in combinations(filter(None, kind), 2)
    )


def _span(found: Times, zone: str | None) -> tuple[float, float] | None:
    """Start and end, in s since 1970; None where no day is told."""
    early, late = found.early, found.late or found.early
    if isinstance(early, ClockTime) or isinstance(late, ClockTime):
        return None
    return span(early, zone)[0], span(late, zone)[1]


def _by_clock(found: Times) -> tuple[int, int] | None:
    """Start and end by a clock alone, in microseconds since the first midnight; else None."""
    early, late = found.early, found.late or found.early
    if not isinstance(early, ClockTime) or not isinstance(late, ClockTime):
        return None
    return plain(early), plain(late)
