"""The points of a leg with the times that are claimed of them: recorded, or read at a stop.

Points are ``(lat, lon)`` in degrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from journey.exports.clock import certain, exact
from journey.geo.clip import cut
from journey.geo.geometry import Line, Point
from journey.track.schedule import Pause
from journey.track.track import LegTrack
from journey.track.way import Halt, way

_SAME = 1e-6  # km within which a stop is at a point of the line


class Passing(NamedTuple):
    """A line, and the exact times of its points, by their index."""

    line: Line
    times: Mapping[int, datetime]

    def pieces(self) -> list[Passing]:
        """The same, cut at the antimeridian."""
        lines = cut(self.line)
        if not self.times or len(lines) == 1:
            return [Passing(line, self.times) for line in lines]
        return list(_cut(self, lines))


def _cut(whole: Passing, lines: list[Line]) -> Iterator[Passing]:
    """The pieces, each with the times of those of its points that are of the whole line."""
    index = 0
    for line in lines:
        times: dict[int, datetime] = {}
        for place, point in enumerate(line):
            if index < len(whole.line) and _same(point, whole.line[index]):
                if index in whole.times:
                    times[place] = whole.times[index]
                index += 1
        yield Passing(line, times)


def _same(a: Point, b: Point) -> bool:
    """Whether it is the same point, perhaps on another turn round the earth."""
    return a[0] == b[0] and abs((a[1] - b[1] + 180) % 360 - 180) < 1e-9


def passing(leg: LegTrack, left: datetime | None, met: datetime | None) -> Passing:
    """The leg's line with a point at each stop whose time is known exactly.

    ``left`` and ``met`` are the times at its ends. A time that is before one
    that comes before it is left out.
    """
    shape = leg.leg.shape
    recorded = shape.times if shape and shape.times else ()
    read = [(h, p) for h, p in zip(leg.halts, leg.slot.stops, strict=True) if any(_times(p))]
    if not recorded and not read:
        ends = {0: left, len(leg.line) - 1: met}
        return Passing(leg.line, {index: when for index, when in ends.items() if when})
    points: list[_Timed] = list(zip(leg.line, recorded or (None,) * len(leg.line), strict=True))
    if read:
        _put_all(points, leg, read)
    points[0] = (points[0][0], left or points[0][1])
    points[-1] = (points[-1][0], met or points[-1][1])
    line = tuple(point for point, _ in points)
    return Passing(line, dict(_rising(when for _, when in points)))


_Timed = tuple[Point, datetime | None]


def _put_all(points: list[_Timed], leg: LegTrack, read: Sequence[tuple[Halt, Pause]]) -> None:
    """Put the stops among the points."""
    places = {leg.start_place.id: leg.start_place, leg.end_place.id: leg.end_place}
    km = way(leg.leg, {**places, **{halt.place.id: halt.place for halt in leg.halts}}).km
    # From the last to the first, so that what is put in moves none that comes before.
    for halt, pause in reversed(read):
        _put(points, km, halt, pause)


def _put(points: list[_Timed], km: tuple[float, ...], halt: Halt, pause: Pause) -> None:
    """Put the stop among the points, once a time."""
    at = bisect_left(km, halt.km - _SAME)
    there = at < len(km) and km[at] <= halt.km + _SAME
    point, recorded = points[at] if there else (halt.point, None)
    times = [recorded] if recorded else list(dict.fromkeys(filter(None, _times(pause))))
    points[at : at + there] = [(point, when) for when in times]


def _times(pause: Pause) -> tuple[datetime | None, datetime | None]:
    """When it is reached and left: where one is claimed, the other may follow exactly."""
    met, left = exact(pause.arrives), exact(pause.departs)
    return met or (left and certain(pause.arrives)), left or (met and certain(pause.departs))


def _rising(times: Iterator[datetime | None]) -> Iterator[tuple[int, datetime]]:
    last: datetime | None = None
    for index, when in enumerate(times):
        if when and (last is None or when >= last):
            last = when
            yield index, when
