"""A piece of the earth on paper: where points are in it, and lines cut to it.

Lines of a picture are ``(x, y)``, to the right and down from its upper left
corner, in units of the picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import cos, hypot, log2, radians
from typing import NamedTuple

from journey.geo.geometry import Point

Dot = tuple[float, float]
Stroke = list[Dot]


class Frame(NamedTuple):
    """A piece of the earth, drawn ``width`` by ``height`` units large.

    ``scale`` is units to a degree of latitude. The projection is
    equirectangular, true to scale along the middle parallel (Snyder, Map
    Projections: A Working Manual, 1987, 12-1 and 12-2).
    """

    south: float
    west: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(cls, corners: tuple[Point, Point], size: tuple[float, float], pad: float) -> Frame:
        """The frame of that size that holds both corners, and ``pad`` units around them."""
        (south, west), (north, east) = corners
        width, height = size
        middle, centre = (south + north) / 2, (west + east) / 2
        tall, wide = max(north - south, 1e-4), max((east - west) * _shrink(middle), 1e-4)
        scale = min((width - 2 * pad) / wide, (height - 2 * pad) / tall)
        left = centre - width / scale / _shrink(middle) / 2
        return cls(middle - height / scale / 2, left, scale, width, height)

    @property
    def middle(self) -> float:
        """Latitude of the middle parallel, in degrees."""
        return self.south + self.height / self.scale / 2

    @property
    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east corner, in degrees."""
        east = self.west + self.width / self.scale / _shrink(self.middle)
        return (self.south, self.west), (self.south + self.height / self.scale, east)

    @property
    def zoom(self) -> float:
        """The zoom of a web map (tiles of 256) in which things are as large."""
        return log2(360 * self.scale * _shrink(self.middle) / 256)

    def nearest(self, point: Point) -> Point:
        """The same point on that turn round the earth on which the frame is."""
        (_, west), (_, east) = self.corners
        return point[0], point[1] + 360 * round(((west + east) / 2 - point[1]) / 360)

    def place(self, point: Point) -> Dot:
        """Where ``(lat, lon)`` is in the picture."""
        x = (point[1] - self.west) * self.scale * _shrink(self.middle)
        return x, self.height - (point[0] - self.south) * self.scale

    def point(self, dot: Dot) -> Point:
        """The ``(lat, lon)`` of a dot in the picture."""
        lon = self.west + dot[0] / self.scale / _shrink(self.middle)
        return self.south + (self.height - dot[1]) / self.scale, lon

    def holds(self, dot: Dot, pad: float = 0.0) -> bool:
        """Whether the dot is in the picture, and ``pad`` units from its edge."""
        return pad <= dot[0] <= self.width - pad and pad <= dot[1] <= self.height - pad


def _shrink(lat: float) -> float:
    """Length of a degree of longitude beside one of latitude."""
    return max(cos(radians(lat)), 0.02)


def clip_area(ring: Sequence[Dot], frame: Frame) -> Stroke:
    """The part of an area in the frame, cut side after side (Sutherland and Hodgman, 1974)."""
    found = list(ring)
    for axis, bound, sign in _sides(frame):
        if not found:
            break
        cut: Stroke = []
        for a, b in pairwise([found[-1], *found]):
            inside = [(p[axis] - bound) * sign >= 0 for p in (a, b)]
            if inside[0] != inside[1]:
                cut.append(_crossing(a, b, axis, bound))
            if inside[1]:
                cut.append(b)
        found = cut
    return found


def clip_line(line: Sequence[Dot], frame: Frame) -> Iterator[Stroke]:
    """The pieces of a line in the frame."""
    piece: Stroke = []
    for a, b in pairwise(line):
        part = _clip_edge(a, b, frame)
        if part is None:
            continue
        if not piece or piece[-1] != part[0]:
            if piece:
                yield piece
            piece = [part[0]]
        piece.append(part[1])
    if piece:
        yield piece


def _sides(frame: Frame) -> Iterator[tuple[int, float, int]]:
    """Axis, bound and inward direction of each side."""
    yield from ((0, 0.0, 1), (0, frame.width, -1), (1, 0.0, 1), (1, frame.height, -1))


def _crossing(a: Dot, b: Dot, axis: int, bound: float) -> Dot:
    part = (bound - a[axis]) / (b[axis] - a[axis])
    return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)


def _clip_edge(a: Dot, b: Dot, frame: Frame) -> tuple[Dot, Dot] | None:
    for axis, bound, sign in _sides(frame):
        inside = [(p[axis] - bound) * sign >= 0 for p in (a, b)]
        if not any(inside):
            return None
        if not inside[0]:
            a = _crossing(a, b, axis, bound)
        elif not inside[1]:
            b = _crossing(a, b, axis, bound)
    return a, b


def simple(line: Sequence[Dot], tolerance: float) -> Stroke:
    """The line with fewer points, nowhere further off than ``tolerance``.

    After Douglas and Peucker, 1973.

    >>> simple([(0, 0), (5, 0.1), (10, 0)], 0.2)
    [(0, 0), (10, 0)]
    """
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        off = _off(line[first], line[last])
        far = max(range(first + 1, last), key=lambda i: off(line[i]), default=None)
        if far is not None and off(line[far]) > tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [line[index] for index in sorted(kept)]


def _off(a: Dot, b: Dot) -> Callable[[Dot], float]:
    """How far a dot is off the straight line from ``a`` to ``b``."""
    run, rise = b[0] - a[0], b[1] - a[1]
    span = hypot(run, rise)
    if span == 0:
        return lambda dot: hypot(dot[0] - a[0], dot[1] - a[1])
    return lambda dot: abs(run * (dot[1] - a[1]) - rise * (dot[0] - a[0])) / span
