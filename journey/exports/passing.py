"""The points of a leg with the times that are claimed of them: recorded, or read at a stop.

Points are ``(lat, lon)`` in degrees.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import NamedTuple

from journey.exports.clock import certain, exact
from journey.geo.clip import cut
from journey.geo.geometry import Line, Point
from journey.track.schedule import Pause
from journey.track.track import LegTrack
from journey.track.way import Halt, way

_SAME = 1e-6  # km within which a stop is at a point of the line


class Passing(NamedTuple):
    """A line, and the exact times of its points and their heights in m, by their index."""

    line: Line
    times: Mapping[int, datetime]
    heights: Mapping[int, float] = MappingProxyType({})

    def pieces(self) -> list[Passing]:
        """The same, cut at the antimeridian."""
        lines = cut(self.line)
        if len(lines) == 1:
            return [self._replace(line=lines[0])]
        if not self.times and not self.heights:
            return [Passing(line, {}) for line in lines]
        return list(_cut(self, lines))


def _cut(whole: Passing, lines: list[Line]) -> Iterator[Passing]:
    """The pieces, each with the times and heights of its points that are of the whole line.

    Where it is cut it is as high as on the straight way between the two points around.
    """
    index = 0
    for line in lines:
        times: dict[int, datetime] = {}
        heights: dict[int, float] = {}
        for place, point in enumerate(line):
            if index < len(whole.line) and _same(point, whole.line[index]):
                if index in whole.times:
                    times[place] = whole.times[index]
                if index in whole.heights:
                    heights[place] = whole.heights[index]
                index += 1
            elif index - 1 in whole.heights and index in whole.heights:
                heights[place] = _crossing(whole, index, point)
        yield Passing(line, times, heights)


def _crossing(whole: Passing, index: int, point: Point) -> float:
    """The height where the line crosses the antimeridian before the point of that index, in m."""
    (_, start), (_, end) = whole.line[index - 1 : index + 1]
    gone = abs((point[1] - start + 180) % 360 - 180)
    a, b = whole.heights[index - 1], whole.heights[index]
    return a + (b - a) * gone / abs(end - start)


def _same(a: Point, b: Point) -> bool:
    """Whether it is the same point, perhaps on another turn round the earth."""
    return a[0] == b[0] and abs((a[1] - b[1] + 180) % 360 - 180) < 1e-9


def metres(height: float) -> str:
    """The height in m, to a centimetre, as XML has numbers.

    >>> metres(1234.50001), metres(-0.001), metres(1e5)
    ('1234.5', '0', '100000')
    """
    text = f"{height:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def passing(leg: LegTrack, left: datetime | None, met: datetime | None) -> Passing:
    """The leg's line with a point at each stop whose time is known exactly.

    ``left`` and ``met`` are the times at its ends. A time that is before one
    that comes before it is left out.
    """
    shape = leg.leg.shape
    recorded = shape.times if shape and shape.times else ()
    high = shape.heights if shape and shape.heights else ()
    read = [(h, p) for h, p in zip(leg.halts, leg.slot.stops, strict=True) if any(_times(p))]
    if not recorded and not read:
        ends = {0: left, len(leg.line) - 1: met}
        times = {index: when for index, when in ends.items() if when}
        return Passing(leg.line, times, _known(high))
    unknown = (None,) * len(leg.line)
    points = list(map(_Spot, leg.line, recorded or unknown, high or unknown))
    if read:
        _put_all(points, leg, read)
    points[0] = points[0]._replace(when=left or points[0].when)
    points[-1] = points[-1]._replace(when=met or points[-1].when)
    line = tuple(spot.point for spot in points)
    times = dict(_rising(spot.when for spot in points))
    return Passing(line, times, _known([spot.metres for spot in points]))


class _Spot(NamedTuple):
    """A point, when it is passed, and how high it is in m; None where nobody knows."""

    point: Point
    when: datetime | None
    metres: float | None


def _known(heights: Sequence[float | None]) -> dict[int, float]:
    return {index: metres for index, metres in enumerate(heights) if metres is not None}


def _put_all(points: list[_Spot], leg: LegTrack, read: Sequence[tuple[Halt, Pause]]) -> None:
    """Put the stops among the points."""
    places = {leg.start_place.id: leg.start_place, leg.end_place.id: leg.end_place}
    km = way(leg.leg, {**places, **{halt.place.id: halt.place for halt in leg.halts}}).km
    high = [spot.metres for spot in points]
    # From the last to the first, so that what is put in moves none that comes before.
    for halt, pause in reversed(read):
        beside = _Spot(halt.point, None, _between(high, km, halt.km))
        _put(points, km, halt, pause, beside)


def _put(
    points: list[_Spot], km: tuple[float, ...], halt: Halt, pause: Pause, beside: _Spot
) -> None:
    """Put the stop among the points, once a time; where none is, as the one ``beside`` them."""
    at = bisect_left(km, halt.km - _SAME)
    there = at < len(km) and km[at] <= halt.km + _SAME
    spot = points[at] if there else beside
    times = [spot.when] if spot.when else list(dict.fromkeys(filter(None, _times(pause))))
    points[at : at + there] = [spot._replace(when=when) for when in times]


def _between(high: Sequence[float | None], km: tuple[float, ...], here: float) -> float | None:
    """The height at so many km, on the straight way between the points around, in m."""
    at = bisect_left(km, here)
    if not 0 < at < len(km):
        return None
    a, b = high[at - 1], high[at]
    if a is None or b is None:
        return None
    return a + (b - a) * (here - km[at - 1]) / (km[at] - km[at - 1])


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
