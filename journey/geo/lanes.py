"""Which lines run over one track, and beside each other in which lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import EDGE, Line

Floats = NDArray[np.float64]

CROWD = 250  # lines from which none has a lane: so many can't be told apart, and take long
MOST = 6  # lanes beside each other; what is more lies over those again
_SAMPLES = 16  # points of a line that are looked for on another
_SHARED = 1 / 3  # of the shorter of two lines, from which they have one track
_APART = 1 / 50  # of its length that they may be apart there
_SEEN = 1 / 400  # of the size of all lines: what is closer looks like one


def lanes(lines: Sequence[Line]) -> tuple[float, ...]:
    """How far each line lies to the right of its track, in lanes, as seen along it.

    It is 0 where a line has its track to itself, and for all of a crowd. Lines
    are measured as web maps draw them, on the Mercator map.

    >>> lanes([((0, 0), (0, 1)), ((0, 1), (0, 0)), ((0, 1), (1, 1))])
    (0.5, 0.5, 0.0)
    """
    if len(lines) >= CROWD:
        return (0.0,) * len(lines)
    plan = _Plan([_placed(line) for line in lines])
    for index in range(len(lines)):
        plan.add(index)
    return tuple(plan.off(index) for index in range(len(lines)))


class _Placed(NamedTuple):
    """A line on the Mercator map, and how long it is, all in degrees of longitude.

    ``steps`` lead from each dot to the next one, ``samples`` lie evenly along
    the line, and ``ways`` are the steps on which these lie.
    """

    dots: Floats
    steps: Floats
    box: Floats
    length: float
    samples: Floats
    ways: Floats


def _placed(line: Line) -> _Placed:
    lat, lon = np.array(line, dtype=float).T
    lat = np.radians(np.clip(lat, -EDGE, EDGE))
    dots = np.column_stack([lon, np.degrees(np.arcsinh(np.tan(lat)))])
    steps = np.diff(dots, axis=0)
    reached = np.concatenate([[0.0], np.cumsum(np.hypot(*steps.T))])
    length = float(reached[-1])
    at = (np.arange(_SAMPLES) + 0.5) / _SAMPLES * length
    samples = np.column_stack([np.interp(at, reached, axis) for axis in dots.T])
    ways = steps[np.clip(np.searchsorted(reached, at) - 1, 0, len(steps) - 1)]
    box = np.array([*dots.min(axis=0), *dots.max(axis=0)])
    return _Placed(dots, steps, box, length, samples, ways)


class _Plan:
    """The lanes taken so far: each line's lane, from 0 on, its way along the track, and its peers.

    Peers are all that run beside each other, in one way or another, so that they
    have the same middle.
    """

    def __init__(self, lines: list[_Placed]) -> None:
        self.lines = lines
        self.boxes = np.array([line.box for line in lines])
        low, high = self.boxes[:, :2].min(axis=0), self.boxes[:, 2:].max(axis=0)
        self.seen = float(max(high - low)) * _SEEN
        self.lengths = np.array([line.length for line in lines])
        self.samples = np.array([line.samples for line in lines])
        self.lane = [0] * len(lines)
        self.way = [1] * len(lines)
        self.peers = [[index] for index in range(len(lines))]

    def add(self, index: int) -> None:
        """Give the line the first lane that none of those before it has on the same track."""
        taken: set[int] = set()
        for other in self._near(index):
            if self.lane[other] in taken and self.peers[other] is self.peers[index]:
                continue
            way = _along(self.lines[index], self.lines[other], self._slack(index, other))
            if way:
                taken.add(self.lane[other])
                self._join(index, other, way)
            if len(taken) == MOST:
                break
        free = (lane for lane in range(MOST) if lane not in taken)
        self.lane[index] = next(free, index % MOST)

    def off(self, index: int) -> float:
        """Lanes to the right of the middle of all."""
        count = max(self.lane[peer] for peer in self.peers[index]) + 1
        return ((count - 1) / 2 - self.lane[index]) * self.way[index] + 0.0

    def _near(self, index: int) -> Iterator[int]:
        """The lines before it, the last first, whose box holds enough of it, or its box of them."""
        box, boxes, samples = self.boxes[index], self.boxes[:index], self.samples[:index]
        turned = np.outer(_turns(box, boxes), (1, 0))
        mine = (self.lengths[index] <= self.lengths[:index])[:, None]
        lows = np.where(mine, boxes[:, :2] + turned, box[:2])
        highs = np.where(mine, boxes[:, 2:] + turned, box[2:])
        slack = self._slack(index, slice(index))[:, None]
        dots = np.where(mine[..., None], self.samples[index], samples + turned[:, None])
        inside = (lows - slack)[:, None] <= dots, dots <= (highs + slack)[:, None]
        fits = np.logical_and(*inside).all(axis=2).mean(axis=1) >= _SHARED
        yield from map(int, np.flatnonzero(fits)[::-1])

    def _slack(self, index: int, other: int | slice) -> Any:
        """How far the lines may be apart on one track, in degrees of longitude."""
        shorter = np.minimum(self.lengths[other], self.lengths[index])
        return np.minimum(shorter * _APART, self.seen)

    def _join(self, index: int, other: int, way: int) -> None:
        """Make peers of both, and of all theirs, which then are told the same way."""
        mine, theirs = self.peers[index], self.peers[other]
        if mine is theirs:
            return
        turn = self.way[index] * self.way[other] * way
        for peer in mine:
            self.way[peer] *= turn
            self.peers[peer] = theirs
        theirs += mine


def _turns(box: Floats, boxes: Floats) -> Floats:
    """By how many degrees the boxes are turned round the world to be near the one."""
    gaps: Floats = box[0] + box[2] - boxes[..., 0] - boxes[..., 2]
    return 360 * np.round(gaps / 720)


def _along(one: _Placed, other: _Placed, slack: float) -> int:
    """1 or -1 where the lines share a track, by whether they run the same way; 0 where not."""
    short, long = sorted((one, other), key=lambda line: line.length)
    if not short.length:
        return 0
    dots = short.samples - np.array([float(_turns(short.box, long.box)), 0])
    # Only steps are looked at that lead past one of the samples.
    ends = long.dots[:-1], long.dots[1:]
    low, high = dots.min(axis=0) - slack, dots.max(axis=0) + slack
    near = ((np.minimum(*ends) <= high) & (np.maximum(*ends) >= low)).all(axis=1)
    if not near.any():
        return 0
    starts, steps = long.dots[:-1][near], long.steps[near]
    squares = np.maximum((steps**2).sum(axis=1), 1e-30)
    to = dots[:, None, :] - starts
    parts = np.clip((to * steps).sum(axis=2) / squares, 0, 1)
    gaps = np.hypot(*np.moveaxis(to - parts[..., None] * steps, 2, 0))
    nearest = gaps.argmin(axis=1)
    close = gaps[np.arange(_SAMPLES), nearest] <= slack
    if close.mean() < _SHARED:
        return 0
    return 1 if (short.ways * steps[nearest])[close].sum() >= 0 else -1
