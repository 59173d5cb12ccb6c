"""How narrow land and water are: canals, straits and spits, which a coarser coast would close.

Two banks that are each drawn farther off than they lie apart cross and part
again: wedges of sea on land, and of land in the sea.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from journey.geo.simplify import ends

Coords = NDArray[np.float64]
_Indexes = NDArray[np.intp]

# A bank lies across from a point if it is so many times as far along the coast as it may be off.
_ACROSS = 6.0
_PAIRS = 4_000_000  # that are looked at in one go


def narrows(lines: list[Coords], reach: float) -> list[Coords]:
    """How far the bank across lies from each point of the lines; infinity beyond ``reach``.

    Lines are rows of lon and lat; all is in degrees.

    >>> canal = [np.array([[0.0, y], [0.5, y], [1.0, y]]) for y in (0.0, 0.01)]
    >>> [found.tolist() for found in narrows(canal, 0.02)]
    [[0.01, 0.01, 0.01], [0.01, 0.01, 0.01]]
    """
    sizes = [len(line) for line in lines]
    points, which, along, behind = _dense(lines, reach / 2)
    closed = np.array([len(line) > 1 and bool((line[0] == line[-1]).all()) for line in lines])
    around = np.where(
        closed, np.maximum.reduceat(along, np.searchsorted(which, range(len(lines)))), np.inf
    )
    apart = np.full(len(points), np.inf)
    for a, b in _pairs(points, reach):
        far = np.hypot(*(points[a] - points[b]).T)
        way = np.abs(along[a] - along[b])
        way = np.minimum(way, around[which[a]] - way)
        across = (far <= reach) & ((which[a] != which[b]) | (way > _ACROSS * reach))
        np.minimum.at(apart, a[across], far[across])
    found = np.full(sum(sizes), np.inf)
    # What lies between two points counts for both.
    np.minimum.at(found, behind, apart)
    inner = ~(ends(sizes)[behind] & np.isin(behind + 1, np.cumsum(sizes)))
    np.minimum.at(found, behind[inner] + 1, apart[inner])
    return np.split(found, np.cumsum(sizes)[:-1])


def _dense(lines: list[Coords], step: float) -> tuple[Coords, _Indexes, Coords, _Indexes]:
    """Points a step apart at the most: of which line, how far along it, and behind which point."""
    sizes = [len(line) for line in lines]
    points = np.concatenate(lines)
    last = np.isin(np.arange(1, len(points) + 1), np.cumsum(sizes))
    after = np.where(last, np.arange(len(points)), np.arange(1, len(points) + 1))
    long = np.hypot(*(points[after] - points).T)
    parts = np.maximum(1, np.ceil(long / step)).astype(np.intp)
    behind = np.repeat(np.arange(len(points)), parts)
    part = (np.arange(len(behind)) - np.repeat(np.cumsum(parts) - parts, parts)) / parts[behind]
    ways = np.concatenate([[0.0], np.cumsum(long)[:-1]])
    which = np.repeat(np.arange(len(lines)), sizes)
    ways -= ways[np.cumsum(sizes) - sizes][which]
    dense = points[behind] + part[:, None] * (points[after] - points)[behind]
    return dense, which[behind], ways[behind] + part * long[behind], behind


def _pairs(points: Coords, reach: float) -> Iterator[tuple[_Indexes, _Indexes]]:
    """Points that lie in one cell, or in two beside each other, so many at a time."""
    keys = np.floor(points / reach).astype(np.int64) @ np.array([2**31, 1])
    order = np.argsort(keys, kind="stable")
    known = keys[order]
    for beside in (east * 2**31 + north for east in (-1, 0, 1) for north in (-1, 0, 1)):
        begins = np.searchsorted(known, keys + beside)
        sizes = np.searchsorted(known, keys + beside, "right") - begins
        upto = np.cumsum(sizes)
        cuts = [*np.searchsorted(upto, np.arange(0, int(upto[-1]), _PAIRS)), len(points)]
        for first, end in pairwise(cuts):
            some = sizes[first:end]
            one = np.repeat(np.arange(first, end), some)
            place = np.arange(len(one)) - np.repeat(np.cumsum(some) - some, some)
            yield one, order[begins[one] + place]
