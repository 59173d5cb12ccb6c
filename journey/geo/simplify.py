"""Lines with fewer points, no farther from the full ones than is allowed.

After Ramer (1972), "An iterative procedure for the polygonal approximation of
plane curves", and Douglas & Peucker (1973): a stretch whose points all lie
close enough to the straight line between its ends becomes that line, another
one is divided at its farthest point. All stretches are tried at once. Points
that were passed at known times are held against where the one who moves evenly
along that line is at their time (Meratnia & de By, 2004, "Spatiotemporal
compression techniques for moving point objects").
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import Point

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_Indexes = NDArray[np.intp]

# Every so many points one stays, so that no shape of a line makes this slow.
_HELD = 1_000


def kept(points: Floats, tolerance: Floats, held: Flags, times: Floats | None = None) -> Flags:
    """Which ``points``, rows of x and y on a plane, stay.

    ``held`` ones stay in any case, among them the ends of every line. Each
    other point lies within its ``tolerance``, in the plane's unit, of the
    straight line between the two that stay beside it: of the whole of it, or of
    where it is passed at the point's time. ``times`` rise between two that are
    held, in any unit, and are NaN where nobody knows.

    >>> flat = np.array([[0.0, 0.0], [1.0, 1.4], [2.0, 3.0], [3.0, 0.0]])
    >>> kept(flat, np.full(4, 0.5), np.array([True, False, False, True])).tolist()
    [True, False, True, True]
    """
    stay = held.copy()
    stay[::_HELD] = True
    anchors = np.flatnonzero(stay)
    tried = np.flatnonzero(~stay)
    after = np.searchsorted(anchors, tried)
    first, last = anchors[after - 1], anchors[after]
    while tried.size:
        parts = None if times is None else _parts(times[tried], times[first], times[last])
        off = _gap(points[tried], points[first], points[last], parts) / tolerance[tried]
        heads, sizes = _runs(first)
        most = np.repeat(np.maximum.reduceat(off, heads), sizes)
        turn = np.repeat(_first(off == most, heads, tried), sizes)
        stay[turn[most > 1]] = True
        split = (most > 1) & (tried != turn)
        first = np.where(tried > turn, turn, first)[split]
        last = np.where(tried < turn, turn, last)[split]
        tried = tried[split]
    return stay


def ends(sizes: Sequence[int]) -> Flags:
    """The first and the last point of each line, where lines of those sizes follow each other.

    >>> ends([2, 3]).tolist()
    [True, True, True, False, True]
    """
    after = np.cumsum(sizes, dtype=np.intp)
    held = np.zeros(int(after[-1]), dtype=np.bool_)
    held[after - 1] = held[after - np.asarray(sizes)] = True
    return held


def simplified(lines: Sequence[Sequence[Point]], tolerance: float) -> list[list[Point]]:
    """Each of the lines with fewer points, nowhere farther off than ``tolerance``.

    Points are on a plane, the tolerance is in its unit. A ring whose last point
    is its first stays closed.

    >>> simplified([[(0, 0), (5, 0.1), (10, 0)]], 0.2)
    [[(0, 0), (10, 0)]]
    """
    if not lines:
        return []
    points = [point for line in lines for point in line]
    sizes = list(map(len, lines))
    stay = kept(np.array(points), np.full(len(points), tolerance), ends(sizes))
    after = list(accumulate(sizes, initial=0))
    return [[points[i] for i in a + np.flatnonzero(stay[a:b])] for a, b in pairwise(after)]


def _parts(times: Floats, starts: Floats, ends: Floats) -> Floats:
    """What part of the time from start to end has passed at each time, 0..1 or NaN."""
    span = ends - starts
    return np.asarray((times - starts) / np.where(span == 0, 1, span))


def _gap(points: Floats, starts: Floats, ends: Floats, parts: Floats | None) -> Floats:
    """How far each point lies from the straight stretch between its two ends.

    Where there is a part it is that of the stretch from which the point is far;
    else it is the nearest.
    """
    way, off = ends - starts, points - starts
    square = (way * way).sum(axis=1)
    part = np.clip((way * off).sum(axis=1) / np.where(square > 0, square, 1), 0, 1)
    if parts is not None:
        part = np.where(np.isnan(parts), part, parts)
    foot = off - way * part[:, None]
    return np.asarray(np.hypot(foot[:, 0], foot[:, 1]))


def _runs(labels: _Indexes) -> tuple[_Indexes, _Indexes]:
    """Where each run of equal labels begins, and how long it is."""
    heads = np.flatnonzero(np.concatenate(([True], labels[1:] != labels[:-1])))
    return heads, np.diff(heads, append=len(labels))


def _first(flags: Flags, heads: _Indexes, indexes: _Indexes) -> _Indexes:
    """Of each run, the first index whose flag is set."""
    marked = np.where(flags, indexes, np.iinfo(np.intp).max)
    return np.asarray(np.minimum.reduceat(marked, heads))
