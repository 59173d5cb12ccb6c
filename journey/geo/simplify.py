"""Lines with fewer points, no farther from the full ones than is allowed.

After Ramer (1972), "An iterative procedure for the polygonal approximation of
plane curves", and Douglas & Peucker (1973): a stretch whose points all lie
close enough to the straight line between its ends becomes that line, another
one is divided at its farthest point. All stretches are tried at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
_Indexes = NDArray[np.intp]

# Every so many points one stays, so that no shape of a line makes this slow.
_HELD = 1_000


def kept(points: Floats, tolerance: Floats, held: Flags) -> Flags:
    """Which ``points``, rows of x and y on a plane, stay.

    ``held`` ones stay in any case, among them the ends of every line. Each
    other point lies within its ``tolerance``, in the plane's unit, of the
    straight line between the two that stay beside it.

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
        off = _gap(points[tried], points[first], points[last]) / tolerance[tried]
        heads, sizes = _runs(first)
        most = np.repeat(np.maximum.reduceat(off, heads), sizes)
        turn = np.repeat(_first(off == most, heads, tried), sizes)
        stay[turn[most > 1]] = True
        split = (most > 1) & (tried != turn)
        first = np.where(tried > turn, turn, first)[split]
        last = np.where(tried < turn, turn, last)[split]
        tried = tried[split]
    return stay


def _gap(points: Floats, starts: Floats, ends: Floats) -> Floats:
    """How far each point lies from the straight stretch between its two ends."""
    way, off = ends - starts, points - starts
    square = (way * way).sum(axis=1)
    part = (way * off).sum(axis=1) / np.where(square > 0, square, 1)
    foot = off - way * np.clip(part, 0, 1)[:, None]
    return np.asarray(np.hypot(foot[:, 0], foot[:, 1]))


def _runs(labels: _Indexes) -> tuple[_Indexes, _Indexes]:
    """Where each run of equal labels begins, and how long it is."""
    heads = np.flatnonzero(np.concatenate(([True], labels[1:] != labels[:-1])))
    return heads, np.diff(heads, append=len(labels))


def _first(flags: Flags, heads: _Indexes, indexes: _Indexes) -> _Indexes:
    """Of each run, the first index whose flag is set."""
    marked = np.where(flags, indexes, np.iinfo(np.intp).max)
    return np.asarray(np.minimum.reduceat(marked, heads))
