"""What a line with a time for each point tells of itself: where it stood still, gaps, jumps.

A receiver that lost its signal leaves a gap, in which the way is only a straight
line; one that found a wrong position leaves a jump, which nobody travelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from journey.geo.geometry import Line, Point, cumulative, step, unwrap
from journey.model.journey import Shape

# A gap is so many times longer than the usual step, and no shorter than this, in s.
_TIMES, _LEAST = 10.0, 60.0
# From so many times the usual step on it is told how long nobody recorded the way.
_LOOSE = 3.0
# What is nearer may be one place, for so far off is a position between houses or
# trees (GPS Standard Positioning Service Performance Standard, 2020, has 8 m
# under an open sky), in km.
_NEAR = 0.1
# So long somebody stands still; who walks past has left that neighbourhood sooner, in s.
_STILL = 180.0


class Step(NamedTuple):
    """From the point of the index ``start`` to the next with a time: s passed, and km of line."""

    start: int
    seconds: float
    km: float


class Stay(NamedTuple):
    """From when to when somebody stood still, in s, and at which point."""

    start: float
    end: float
    point: Point


def steps(line: Line, times: Sequence[datetime | None]) -> list[Step]:
    """The steps of the line from each point with a time to the next one.

    >>> nine, ten = datetime(2025, 6, 1, 9), datetime(2025, 6, 1, 10)
    >>> [(one.start, one.seconds) for one in steps(((0, 0), (0, 1), (0, 2)), [nine, None, ten])]
    [(0, 3600.0)]
    """
    reached = cumulative(unwrap(line))
    known = [(index, when.timestamp()) for index, when in enumerate(times) if when]
    return [
        Step(a, then - when, reached[b] - reached[a]) for (a, when), (b, then) in pairwise(known)
    ]


def _seconds(one: Step) -> float:
    return one.seconds


def gaps(found: Sequence[Step]) -> list[Step]:
    """Those of the steps in which nobody recorded the way for much longer than usual."""
    if not found:
        return []
    usual = median(one.seconds for one in found)
    return [one for one in found if one.seconds >= max(_TIMES * usual, _LEAST) and one.km > _NEAR]


def jumps(found: Sequence[Step], fastest: float) -> list[Step]:
    """Those of the steps that are faster than anybody can have been, ``fastest`` in km/h."""
    return [one for one in found if one.km > _NEAR and one.km * 3_600 > fastest * one.seconds]


def left(shape: Shape) -> datetime | None:
    """When a recorded line has left the neighbourhood of its start, None if it never does."""
    return _away(shape.line, shape.times)


def reached(shape: Shape) -> datetime | None:
    """When a recorded line was last outside the neighbourhood of its end, None if it never was."""
    return _away(shape.line[::-1], shape.times[::-1])


def _away(line: Line, times: Sequence[datetime | None]) -> datetime | None:
    """The first of the times of which the point is not near the first point."""
    timed = ((point, when) for point, when in zip(line, times, strict=True) if when)
    return next((when for point, when in timed if step(line[0], point) > _NEAR), None)


def longest(found: Sequence[Step]) -> Step | None:
    """The longest of the steps on which the way was not recorded as closely as elsewhere."""
    usual = median(one.seconds for one in found) if found else 0.0
    open_ones = [one for one in found if one.seconds >= max(_LOOSE * usual, _LEAST)]
    return max((one for one in open_ones if one.km > _NEAR), key=_seconds, default=None)


def standstills(line: Line, known: Sequence[float | None]) -> list[Stay]:
    """Where somebody stood still on the line, as far as its points have times.

    ``known`` is when each of its points was passed, in s, None where nobody knows.
    """
    timed = [(at, line[index]) for index, at in enumerate(known) if at is not None]
    if len(timed) < len(known):
        # Who goes round between two times at one point is seen where nobody knows when.
        timed = _filled(line, known)
    found: list[Stay] = []
    first = later = 0
    while first < len(timed):
        start, point = timed[first]
        while later < len(timed) and timed[later][0] < start + _STILL:
            later += 1
        last = _last_near(timed, first, later) if later < len(timed) else first
        if last > first:
            found.append(Stay(start, timed[last][0], point))
        first = last + 1
    return found


def _filled(line: Line, known: Sequence[float | None]) -> list[tuple[float, Point]]:
    """All points from the first to the last with a time; the others at the time before them."""
    found: list[tuple[float, Point]] = []
    for point, at in zip(line, known, strict=True):
        if at is not None or found:
            found.append((found[-1][0] if at is None else at, point))
    return found


def _last_near(timed: Sequence[tuple[float, Point]], first: int, later: int) -> int:
    """Up to which point nobody left the neighbourhood of the first; that itself, if too soon."""
    point = timed[first][1]
    if not near(timed[later][1], point):
        return first
    last = first
    while last + 1 < len(timed) and near(timed[last + 1][1], point):
        last += 1
    return last if last >= later else first


def near(a: Point, b: Point) -> bool:
    """Whether who is seen at the one point may stand at the other."""
    return step(a, b) < _NEAR / 2


def stood(
    line: Line, known: Sequence[float | None], index: int, place: Point
) -> tuple[float, float] | None:
    """From when to when somebody stood still at a ``place`` of the line, or None.

    ``known`` is when each of its points was passed, in s, None where nobody
    knows; the point of that ``index`` is the one passed before the place.
    """
    first, last = index + 1, index
    while first > 0 and near(line[first - 1], place):
        first -= 1
    while last < len(line) - 1 and near(line[last + 1], place):
        last += 1
    times = [at for at in known[first : last + 1] if at is not None]
    return (times[0], times[-1]) if times and times[-1] - times[0] >= _STILL else None
