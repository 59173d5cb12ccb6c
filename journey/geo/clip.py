"""Lines and areas cut at an edge: at the antimeridian, or at the sides of a rectangle.

Points are pairs, of whatever unit the edge has: ``(lat, lon)`` in degrees, or
``(x, y)`` on a plane. An edge lies across one axis, 0 or 1, at a bound.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import floor

from journey.geo.geometry import Line, Point


def cut(line: Sequence[Point]) -> list[Line]:
    """The continuous ``line`` in pieces within -180..180, each as long as it can be.

    Points are ``(lat, lon)`` in degrees. Where two pieces meet, the first ends
    on the antimeridian and the second starts there (RFC 7946, section 3.1.9).

    >>> cut([(50, 179), (52, 181)])
    [((50, 179), (51.0, 180)), ((51.0, -180), (52, -179))]
    """
    lons = [lon for _, lon in line]
    if min(lons) >= -180 and max(lons) <= 180:
        return [tuple(line)]
    first, last = (floor((lon + 180) / 360) for lon in (min(lons), max(lons)))
    edges = [360 * turn - 180 for turn in range(first + 1, last + 1)]
    turns = ((360 * (first + gap), piece) for gap, piece in _pieces(line, 1, edges))
    return [tuple((lat, lon - turn) for lat, lon in piece) for turn, piece in turns]


def clip_line(line: Sequence[Point], low: Point, high: Point) -> Iterator[Line]:
    """The pieces of ``line`` in the rectangle between two corners.

    >>> list(clip_line([(0, 1), (4, 1)], (1, 0), (3, 2)))
    [((1, 1.0), (3, 1.0))]
    """
    for gap, across in _pieces(line, 0, (low[0], high[0])):
        if gap == 1:
            inside = _pieces(across, 1, (low[1], high[1]))
            yield from (piece for gap, piece in inside if gap == 1)


def clip_area(ring: Sequence[Point], low: Point, high: Point) -> list[Point]:
    """The part of an area in the rectangle, cut side after side (Sutherland and Hodgman, 1974).

    Neither the ring nor what is left of it repeats its first point.

    >>> clip_area([(0, 0), (4, 0), (4, 4), (0, 4)], (1, 1), (9, 9))
    [(1.0, 1), (4.0, 1), (4, 4), (1, 4.0)]
    """
    found = list(ring)
    for axis in (0, 1):
        for bound, inward in ((low[axis], 1), (high[axis], -1)):
            found = _side(found, axis, bound, inward)
    return found


def _side(ring: Sequence[Point], axis: int, bound: float, inward: int) -> list[Point]:
    """The part of an area on the inner side of one edge."""
    inside = [(point[axis] - bound) * inward >= 0 for point in ring]
    if all(inside):
        return list(ring)
    found: list[Point] = []
    if any(inside):
        befores = zip([*ring[-1:], *ring], [*inside[-1:], *inside], strict=False)
        for (a, was), b, now in zip(befores, ring, inside, strict=False):
            if was != now:
                found.append(_crossing(a, b, axis, bound))
            if now:
                found.append(b)
    return found


def _pieces(line: Sequence[Point], axis: int, bounds: Sequence[float]) -> list[tuple[int, Line]]:
    """The line cut at sorted ``bounds``, and between which of them each piece lies.

    What runs along an edge belongs to both sides, so to the piece before.
    """
    across = [point[axis] for point in line]
    least, most = bisect_right(bounds, min(across)), bisect_left(bounds, max(across))
    if least == most:
        return [(least, tuple(line))]
    found: list[tuple[int, list[Point]]] = []
    for a, b in pairwise(_stepped(line, axis, bounds)):
        middle = (a[axis] + b[axis]) / 2
        gap = bisect_right(bounds, middle)
        if not found or (found[-1][0] != gap and middle not in bounds):
            found.append((gap, [a]))
        found[-1][1].append(b)
    return [(gap, tuple(piece)) for gap, piece in found]


def _stepped(line: Sequence[Point], axis: int, bounds: Sequence[float]) -> Iterator[Point]:
    """The points of ``line``, with one more wherever it crosses a bound."""
    yield line[0]
    for a, b in pairwise(line):
        low, high = sorted((a[axis], b[axis]))
        crossed = bounds[bisect_right(bounds, low) : bisect_left(bounds, high)]
        for bound in crossed if a[axis] < b[axis] else reversed(crossed):
            yield _crossing(a, b, axis, bound)
        yield b


def _crossing(a: Point, b: Point, axis: int, bound: float) -> Point:
    """Where the straight way from ``a`` to ``b`` is at ``bound``."""
    other = 1 - axis
    there = a[other] + (b[other] - a[other]) * (bound - a[axis]) / (b[axis] - a[axis])
    return (there, bound) if axis else (bound, there)
