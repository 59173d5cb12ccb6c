"""Which lines run over one track, and beside each other in which lanes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import Line

Floats = NDArray[np.float64]

CROWD = 250  # lines from which none has a lane: so many can't be told apart, and take long
MOST = 6  # lanes beside each other; what is more lies over those again
_SAMPLES = 16  # points of a line that are looked for on another
_SHARED = 1 / 3  # of the shorter of two lines, from which they have one track
_APART = 1 / 50  # of its length that they may be apart there
_SEEN = 1 / 400  # of the size of all lines: what is closer looks like one
_EDGE = 85.0511  # degrees of latitude at which web maps end


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
    """A line on the Mercator map, and how long it is, all in degrees of longitude."""

    dots: Floats
    box: Floats
    length: float


def _placed(line: Line) -> _Placed:
    lat, lon = np.array(line, dtype=float).T
    lat = np.radians(np.clip(lat, -_EDGE, _EDGE))
    dots = np.column_stack([lon, np.degrees(np.arcsinh(np.tan(lat)))])
    steps = np.hypot(*np.diff(dots, axis=0).T)
    return _Placed(dots, np.array([*dots.min(axis=0), *dots.max(axis=0)]), float(steps.sum()))


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
        """The lines before it, the last first, that may share enough with it by their boxes."""
        box, boxes = self.boxes[index], self.boxes[:index]
        boxes = boxes + np.outer(_turns(box, boxes), (1, 0, 1, 0))
        sizes = np.maximum(*(boxes[:, 2:] - boxes[:, :2]).T)
        least = np.minimum(sizes, max(box[2:] - box[:2]))
        both = np.minimum(boxes[:, 2:], box[2:]) - np.maximum(boxes[:, :2], box[:2])
        both += 2 * self._slack(index, slice(index))[:, None]
        fits = (both.min(axis=1) >= 0) & (both.max(axis=1) >= least * _SHARED / 2)
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
    dots, ways = _sampled(short)
    starts = long.dots[:-1] + np.array([float(_turns(short.box, long.box)), 0])
    steps = np.diff(long.dots, axis=0)
    squares = np.maximum((steps**2).sum(axis=1), 1e-30)
    to = dots[:, None, :] - starts
    parts = np.clip((to * steps).sum(axis=2) / squares, 0, 1)
    gaps = np.hypot(*np.moveaxis(to - parts[..., None] * steps, 2, 0))
    nearest = gaps.argmin(axis=1)
    close = gaps[np.arange(_SAMPLES), nearest] <= slack
    if close.mean() < _SHARED:
        return 0
    return 1 if (ways * steps[nearest])[close].sum() >= 0 else -1


def _sampled(line: _Placed) -> tuple[Floats, Floats]:
    """Points evenly along a line, and which way it runs there."""
    steps = np.diff(line.dots, axis=0)
    reached = np.concatenate([[0.0], np.cumsum(np.hypot(*steps.T))])
    at = (np.arange(_SAMPLES) + 0.5) / _SAMPLES * line.length
    dots = np.column_stack([np.interp(at, reached, axis) for axis in line.dots.T])
    return dots, steps[np.clip(np.searchsorted(reached, at) - 1, 0, len(steps) - 1)]
