"""Borders around a route in full, each with the countries left and right of it.

They are the edges that the shapes of two countries share, and, where both claim
a stretch of land, the edges of each inside the other. Out at sea there are
none. Far from the route they are those that the project ships.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.basemap.corridor import Corridor
from journey.basemap.layers import Layers, shipped
from journey.basemap.towns import Town
from journey.basemap.zones import Coords, Territory, held, territories

Pair = tuple[str, str]
Indexes = NDArray[np.intp]

# Degrees off the route up to which borders are told in full, and towns ask for their zones.
NEAR, ASKED = 8.0, 14.0
# Degrees of a straight border, between two points of which it may cross an island.
LONG = 0.05
# A country that is less wide, in degrees, has borders on the map within so many of the route.
ENCLAVE, BESIDE = 0.5, 1.0
MILLION = 1e6  # coordinates are counted in millionths of a degree, as the package keeps them
_HALVED = 20  # times a piece of border is halved to find the coast that it ends at


class Frontier(NamedTuple):
    """A line, rows of lon and lat in degrees, and the countries left and right of it."""

    line: Coords
    sides: Pair


class Edges(NamedTuple):
    """The edges of all shapes, ring by ring, the country's own land to their left."""

    start: Coords
    end: Coords
    ring: Indexes
    owner: Indexes

    def only(self, which: NDArray[np.bool_] | Indexes) -> Edges:
        """Those of the flags, or of the indexes."""
        return Edges(self.start[which], self.end[which], self.ring[which], self.owner[which])


def around(corridor: Corridor, towns: Sequence[Town]) -> list[Territory]:
    """The shapes of the countries near the route; raises :class:`MissingPackageError`."""
    near = corridor.off(np.array([(town.lon, town.lat) for town in towns])) <= ASKED
    zones = {town.zone for town, is_near in zip(towns, near, strict=True) if is_near}
    return list(territories((t.zone, t.country, t.lon, t.lat) for t in towns if t.zone in zones))


def frontiers(
    corridor: Corridor, lands: Sequence[Territory], land: Sequence[Coords]
) -> list[Frontier]:
    """The borders on the land, whose rings are given, fine near the route."""
    codes = sorted({code for code, _ in lands})
    if not lands:
        return _shipped(corridor)
    edges = _near(_edges(lands, codes), corridor)
    if not len(edges.ring):
        return _shipped(corridor)
    other = _neighbours(edges, lands, codes, land)
    edges, other = _ashore(edges, other, land)
    runs = [
        Frontier(
            np.vstack([edges.start[first:last], edges.end[last - 1]]),
            (codes[edges.owner[first]], codes[other[first]]),
        )
        for first, last in _runs(edges, other)
    ]
    return [*(run for run in runs if _counts(run.line, corridor)), *_shipped(corridor)]


def _counts(line: Coords, corridor: Corridor) -> bool:
    """Whether a border is no small ring far from the route, whose inside would pass for more."""
    if (line[0] != line[-1]).any() or np.ptp(line, axis=0).max() > ENCLAVE:
        return True
    return bool(corridor.off(line).min() <= BESIDE)


def _edges(lands: Sequence[Territory], codes: Sequence[str]) -> Edges:
    """All edges, turned so that the owner is left of each."""
    starts, ends, sizes, owners = [], [], [], []
    for country, loops in lands:
        for i, loop in enumerate(loops):
            grid = np.rint(loop * MILLION)
            (x, y), (u, v) = grid.T, np.roll(grid, -1, axis=0).T
            counterclockwise = float((x * v - u * y).sum()) > 0
            grid = grid if counterclockwise is (i == 0) else grid[::-1]
            starts.append(grid)
            ends.append(np.roll(grid, -1, axis=0))
            sizes.append(len(grid))
            owners.append(codes.index(country))
    rings = np.repeat(np.arange(len(sizes)), sizes)
    start, end = (np.concatenate(parts) / MILLION for parts in (starts, ends))
    return Edges(start, end, rings, np.repeat(np.array(owners), sizes))


def _near(edges: Edges, corridor: Corridor) -> Edges:
    """Those of which an end is near the route."""
    near = corridor.off(edges.start) <= NEAR
    near |= corridor.off(edges.end) <= NEAR
    near &= (edges.start != edges.end).any(axis=1)
    return edges.only(near)


def _neighbours(
    edges: Edges, lands: Sequence[Territory], codes: Sequence[str], land: Sequence[Coords]
) -> Indexes:
    """The country right of each edge that is to be drawn, and -1 for all others."""
    a, b = (_number(points) for points in (edges.start, edges.end))
    one, two = np.minimum(a, b), np.maximum(a, b)
    order = np.lexsort((edges.owner, two, one))
    twin = (one[order][1:] == one[order][:-1]) & (two[order][1:] == two[order][:-1])
    first, second = order[:-1][twin], order[1:][twin]
    other = np.full(len(a), -1, dtype=np.intp)
    apart = edges.owner[first] != edges.owner[second]
    other[first[apart]] = edges.owner[second[apart]]
    alone = np.ones(len(a), dtype=bool)
    alone[first], alone[second] = False, False
    middles = (edges.start + edges.end) / 2
    spots = np.flatnonzero(alone)
    spots = spots[held(middles[spots], land)]
    for country, loops in lands:
        foreign = spots[edges.owner[spots] != codes.index(country)]
        other[foreign[held(middles[foreign], loops)]] = codes.index(country)
    return other


def _number(points: Coords) -> NDArray[np.int64]:
    """A number for each point that no other has."""
    counted = np.rint(points * MILLION).astype(np.int64)
    return np.asarray(counted[:, 0] * 2**30 + counted[:, 1])


def _runs(edges: Edges, other: Indexes) -> Iterator[tuple[int, int]]:
    """Where each line of edges between the same two countries begins and ends."""
    turns = (edges.ring[1:] != edges.ring[:-1]) | (other[1:] != other[:-1])
    turns |= (edges.start[1:] != edges.end[:-1]).any(axis=1)
    stops = [0, *(np.flatnonzero(turns) + 1).tolist(), len(other)]
    yield from (span for span in pairwise(stops) if span[0] < span[1])


def _ashore(edges: Edges, other: Indexes, land: Sequence[Coords]) -> tuple[Edges, Indexes]:
    """The edges that are to be drawn, each as far as it lies on land."""
    edges, other = _short(edges.only(other >= 0), other[other >= 0])
    start, end, *_ = edges
    dry, after = held(start, land), held(end, land)
    crossing = np.flatnonzero(dry != after)
    inland = np.where(dry[crossing, None], start[crossing], end[crossing])
    asea = np.where(dry[crossing, None], end[crossing], start[crossing])
    for _ in range(_HALVED):
        middle = (inland + asea) / 2
        found = held(middle, land)[:, None]
        inland, asea = np.where(found, middle, inland), np.where(found, asea, middle)
    leaves = dry[crossing]
    end[crossing[leaves]], start[crossing[~leaves]] = inland[leaves], inland[~leaves]
    on = dry | after
    return edges._replace(start=start, end=end).only(on), other[on]


def _short(edges: Edges, other: Indexes) -> tuple[Edges, Indexes]:
    """The edges in pieces of ``LONG`` at the most, each with its neighbour."""
    start, end = edges.start, edges.end
    counts = np.ceil(np.abs(end - start).max(axis=1) / LONG).astype(np.intp)
    edge = np.repeat(np.arange(len(counts)), counts)
    piece = np.arange(len(edge)) - np.repeat(np.cumsum(counts) - counts, counts)
    way = (end - start)[edge] / counts[edge, None]
    before, after = start[edge] + way * piece[:, None], start[edge] + way * (piece + 1)[:, None]
    last = piece == counts[edge] - 1
    after[last] = end
    # The end of a piece is where the next begins, to the last bit.
    after[~last] = before[1:][~last[:-1]]
    return edges.only(edge)._replace(start=before, end=after), other[edge]


def _shipped(corridor: Corridor, layers: Layers | None = None) -> list[Frontier]:
    """The borders that the project ships, as far as they are not near the route."""
    found = []
    for line, sides in (layers or shipped()).borders("borders", "world_borders"):
        points = np.array(line)[:, ::-1]
        far = corridor.off(points) > NEAR
        edges = far[1:] | far[:-1]
        stops = [0, *(np.flatnonzero(edges[1:] != edges[:-1]) + 1).tolist(), len(edges)]
        found += [Frontier(points[a : b + 1], sides) for a, b in pairwise(stops) if edges[a]]
    return found
