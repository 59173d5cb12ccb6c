"""Places in the order in which they were visited, as legs from each to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise, takewhile
from math import inf
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np

from journey.geo.geometry import step
from journey.importers.found import Ends, Found, Line, Remark, Spot
from journey.model.calendar import ClockTime, Date, When, first_day, last_day, span
from journey.track.dial import near_date_line

_WINTER = datetime(2001, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Hop:
    """The way from a spot to the next one; ``is_first`` where no other leads to its start."""

    file: str
    start: Spot
    end: Spot
    is_first: bool

    @property
    def departs(self) -> When | None:
        """When it starts, as far as that is told: a spot's only time is that of its arrival."""
        return self.start.departs or (self.start.arrives if self.is_first else None)

    @property
    def arrives(self) -> When | None:
        """When it ends."""
        return self.end.arrives or (self.end.departs if not self.end.arrives else None)

    @property
    def begins(self) -> float | None:
        """When it starts or at the latest ends, in s since 1970, for putting it into order."""
        known = (self.start.departs, self.start.arrives, self.end.arrives, self.end.departs)
        found = next((one for one in known if one), None)
        return None if found is None else bounds(found)[0]

    def speed(self, zones: tuple[str, str]) -> float | None:
        """The speed over the shortest way, in km/h, where both moments are told.

        ``zones`` are those of its ends, "" where nobody knows them.
        """
        passed = self._passed(zones)
        if passed <= 0 or not (self.start.point and self.end.point):
            return None
        return step(self.start.point, self.end.point) * 3_600 / passed

    def _passed(self, zones: tuple[str, str]) -> float:
        """How long it took, in s; 0 where that is not known."""
        match self.departs, self.arrives:
            case datetime() as departs, datetime() as arrives:
                return (arrives - departs).total_seconds()
            case ClockTime() as departs, ClockTime() as arrives if all(zones):
                # Nobody tells the date: whether it was summer is left out.
                west, east = (_WINTER.astimezone(ZoneInfo(key)).utcoffset() for key in zones)
                ahead = ((east or timedelta()) - (west or timedelta())).total_seconds()
                return bounds(arrives)[0] - bounds(departs)[0] - ahead
        return 0.0


def hops(
    found: Found, zone_of: Callable[[Spot], str | None]
) -> tuple[list[Hop], tuple[Remark, ...]]:
    """The legs from each of its spots to the next, and what was left out.

    ``zone_of`` tells the time zone at a spot that has a point.
    """
    placed = [spot for spot in found.spots if spot.point]
    spots, back = _rising(placed, zone_of)
    lost = len(found.spots) - len(placed)
    told = [
        *([Remark(found.file, "spots_without_position", lost)] if lost else []),
        *([Remark(found.file, "times_back", back)] if back else []),
    ]
    spots = _from_day_0(spots)
    made = [Hop(found.file, a, b, i == 0) for i, (a, b) in enumerate(pairwise(spots))]
    return made, tuple(told)


def _rising(spots: list[Spot], zone_of: Callable[[Spot], str | None]) -> tuple[list[Spot], int]:
    """The spots without the times that are before earlier ones, and how many these are."""
    back, kept, rise = 0, list[Spot](), _Rise()
    for spot in spots:
        assert spot.point
        told: dict[str, When | None] = {}
        for key, when in (("arrives", spot.arrives), ("departs", spot.departs)):
            fits = when is None or rise.takes(when, zone_of(spot), spot.point[1])
            back += not fits
            told[key] = when if fits else None
        kept.append(replace(spot, arrives=told["arrives"], departs=told["departs"]))
    return kept, back


class _Rise:
    """The latest that is known of times in order."""

    def __init__(self) -> None:
        self.latest = -inf
        self.day = date.min

    def takes(self, when: When, zone: str | None, lon: float) -> bool:
        """Whether the time can be one after those before; it is one of them from then on."""
        low, high = bounds(when, zone)
        # A day is over when the next one begins.
        fits = high > self.latest or low == high == self.latest
        # Without their zones, days are those of one clock, but where there may be two of them.
        by_day = zone is None and not isinstance(when, datetime) and not near_date_line(lon)
        if by_day and isinstance(when, Date):
            fits = fits and last_day(when) >= self.day
            self.day = max(self.day, first_day(when)) if fits else self.day
        if fits:
            self.latest = max(self.latest, low)
        return fits


def _from_day_0(spots: list[Spot]) -> list[Spot]:
    """The spots with their clock times counted from the day on which the first was left."""
    # Rows of one place before the first leg are that place; the last of them tells of leaving.
    here = [
        *takewhile(lambda spot: (spot.name, spot.point) == (spots[0].name, spots[0].point), spots)
    ]
    for index, spot in enumerate(here):
        if index + 1 < len(here):
            here[index] = replace(spot, arrives=None, departs=None)
        elif spot.departs:
            here[index] = replace(spot, arrives=None)
    spots = [*here, *spots[len(here) :]]
    clocks = (one for spot in spots for one in (spot.arrives, spot.departs))
    first = next((one.day for one in clocks if isinstance(one, ClockTime)), 0)

    def shifted(when: When | None) -> When | None:
        return ClockTime(when.day - first, when.time) if isinstance(when, ClockTime) else when

    if not first:
        return spots
    return [
        replace(spot, arrives=shifted(spot.arrives), departs=shifted(spot.departs))
        for spot in spots
    ]


def bounds(when: When, zone: str | None = None) -> tuple[float, float]:
    """The first and the last instant that it may mean, in s since 1970, or since day 0 began.

    Days, months and years are those of the ``zone``, as far as that is known.
    """
    if isinstance(when, ClockTime):
        shown = timedelta(hours=when.time.hour, minutes=when.time.minute, seconds=when.time.second)
        from_start = (timedelta(days=when.day) + shown).total_seconds()
        return from_start, from_start
    return span(when, zone)


def written(when: When) -> str:
    """The moment as a file has it."""
    if not isinstance(when, datetime):
        return str(when)
    spec = "minutes" if not (when.second or when.microsecond) else "seconds"
    return when.isoformat(timespec=spec)


def texts(hop: Hop) -> Iterator[str]:
    """What is told of the leg: at its end, and of the first one at its start."""
    if hop.is_first and hop.start.text:
        yield hop.start.text
    if hop.end.text:
        yield hop.end.text


def timed(line: Line, ends: Ends) -> tuple[Line, dict[str, Any]]:
    """The line of a leg of our own, and when it starts and ends.

    A line that has times at its ends alone was not recorded: the moments say them, as
    finely as they are known.
    """
    if np.isnan(line.times[1:-1]).all():
        line = replace(line, times=np.full(len(line), np.nan))
    told = (("departs", ends.departs, 0), ("arrives", ends.arrives, -1))
    return line, {
        key: {"at": written(when)}
        for key, when, at in told
        if when is not None and np.isnan(line.times[at])
    }


def by_clock(leg: dict[str, Any]) -> bool:
    """Whether the leg of a file starts or ends at a time of a clock that nobody dates."""
    told = (str(leg.get(key, {}).get("at", "")) for key in ("departs", "arrives"))
    return any(":" in at and "T" not in at for at in told)
