"""Which places a line passes; of many of both only those are compared that lie near each other."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import DEGREE
from journey.importers.found import Floats, Line

# Points by which a long line is compared: what lies between two was passed, too.
_MOST = 20_000
_BLOCK = 64  # pieces of a line that are near a place, or not, together
_LOOKED = 200_000  # pairs of a block and a place that are looked at at once
_PAIRS = 5_000  # those that are compared at once

Ints = NDArray[np.intp]


def passed(line: Line, places: Floats, within: float) -> list[int]:
    """Those of the places that the line passes within so many km, in the order in which it does.

    A place is a row of its latitude and longitude, and told by its index. What
    is nearest to an end of the line is not passed.

    >>> from journey.importers.found import Drawn
    >>> drawn = Drawn()
    >>> for lon in range(8, 12):
    ...     drawn.add(46, lon)
    >>> places = np.array([(46.001, 10.5), (46.001, 8.5), (47, 9), (46, 7.999)])
    >>> passed(drawn.line(), places, 0.5)
    [1, 0]
    """
    if len(line) < 2 or not len(places):
        return []
    lats, lons = _thinned(line)
    at, off = np.full(len(places), np.nan), np.full(len(places), np.inf)
    for blocks, some in _near(lats, lons, places, within):
        parts, km = _compared(lats, lons, blocks, places[some])
        # Of the blocks near a place the first counts that comes nearest.
        order = np.lexsort((parts, km, some))
        first = order[np.unique(some[order], return_index=True)[1]]
        better = first[km[first] < off[some[first]]]
        at[some[better]], off[some[better]] = parts[better], km[better]
    between = np.flatnonzero((off < within) & (at > 0) & (at < len(lats) - 1))
    order = np.argsort(at[between], kind="stable")
    return [int(index) for index in between[order]]


def length(line: Line) -> float:
    """How long the line is, in km, as if the earth were a sphere.

    >>> from journey.importers.found import Drawn
    >>> drawn = Drawn()
    >>> drawn.extend([0, 0], [179, -179], [0, 0], [0, 0])
    >>> round(length(drawn.line()))
    222
    """
    east = (np.diff(line.lons) + 180) % 360 - 180
    return float(np.hypot(np.diff(line.lats), east * _narrow(line.lats[:-1])).sum() * DEGREE)


def _thinned(line: Line) -> tuple[Floats, Floats]:
    """Latitudes and longitudes of its points, or of enough of them; no step is over 180° wide."""
    some = np.unique(np.linspace(0, len(line) - 1, min(len(line), _MOST)).astype(int))
    return line.lats[some], np.unwrap(line.lons[some], period=360)


def _near(lats: Floats, lons: Floats, places: Floats, within: float) -> Iterator[tuple[Ints, Ints]]:
    """Blocks of the line and places that may be within so many km, some pairs at a time."""
    starts = np.arange(0, len(lats) - 1, _BLOCK)
    ends = np.minimum(starts + _BLOCK, len(lats) - 1)
    (south, north), (west, east) = (
        (
            np.minimum(np.minimum.reduceat(column[:-1], starts), column[ends]),
            np.maximum(np.maximum.reduceat(column[:-1], starts), column[ends]),
        )
        for column in (lats, lons)
    )
    high = within / DEGREE
    wide = high / _narrow(places[:, 0])
    many = max(1, _LOOKED // len(places))
    for start in range(0, len(starts), many):
        some = slice(start, start + many)
        fits = (places[:, :1] > south[some] - high) & (places[:, :1] < north[some] + high)
        middle, half = (west[some] + east[some]) / 2, (east[some] - west[some]) / 2
        aside = np.abs((places[:, 1:] - middle + 180) % 360 - 180)
        of, blocks = np.nonzero(fits & (aside < half + wide[:, None]))
        for first in range(0, len(of), _PAIRS):
            pairs = slice(first, first + _PAIRS)
            yield starts[blocks[pairs] + start], of[pairs]


def _compared(lats: Floats, lons: Floats, starts: Ints, places: Floats) -> tuple[Floats, Floats]:
    """Where each place is nearest to its block, as points and parts of a step; how far, in km.

    Each step is taken as straight, with longitude shrunk by the cosine of the latitude.
    """
    which = np.minimum(starts[:, None] + np.arange(_BLOCK + 1), len(lats) - 1)
    norths = lats[which] - places[:, :1]
    turns = np.round((lons[starts] - places[:, 1]) / 360) * 360
    easts = (lons[which] - (places[:, 1] + turns)[:, None]) * _narrow(places[:, 0])[:, None]
    rise, run = np.diff(norths), np.diff(easts)
    square = np.maximum(rise**2 + run**2, 1e-18)
    parts = np.clip(-(norths[:, :-1] * rise + easts[:, :-1] * run) / square, 0, 1)
    off = np.hypot(norths[:, :-1] + parts * rise, easts[:, :-1] + parts * run)
    nearest = np.argmin(off, axis=1)
    rows = np.arange(len(which))
    at = which[rows, nearest] + parts[rows, nearest]
    return at, off[rows, nearest] * DEGREE


def _narrow(lats: Floats) -> Floats:
    """How much narrower a degree of longitude is there than at the equator."""
    found: Floats = np.maximum(np.cos(np.radians(lats)), 1e-3)
    return found
