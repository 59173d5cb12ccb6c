"""The world's coast thinned as a whole, so that no line comes to cross another.

A line that is thinned alone cuts its own corners: a narrow strait becomes a
wedge, and a cape crosses the bay beside it. Here all lines are thinned, and
where two have come to cross, or one crosses itself, they keep more of their
points, until they do not.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
import shapely
from numpy.typing import NDArray
from region import Coords, bands, held, polygons, round_off
from shapely import LineString, Polygon

Lines = NDArray[np.object_]

#: A ring may be off by so small a part of how wide it is, so that an islet keeps its shape.
SHAPE = 1 / 5
#: How often the tolerance of a stretch is halved before its points are taken as they are.
HALVED = 7
#: Degrees from which on a straight line is long, and how often its tolerance is halved then.
LONGEST, STRAIGHTER = 0.6, 2
#: The tolerance in degrees from which on three decimals, a hundred metres, are enough.
COARSE = 0.002


class Stretches(NamedTuple):
    """Pieces of rings between points that stay: their points, their ring and their tolerance."""

    lines: Lines
    ring: NDArray[np.intp]
    limits: NDArray[np.float64]

    @classmethod
    def of(cls, rings: list[Coords], tolerances: tuple[float, ...]) -> Self:
        """The stretches of all rings, in their order; tolerances are in degrees, by band."""
        lines, owner, limits = [], [], []
        for index, points in enumerate(rings):
            band = bands(points)
            allowed = np.minimum(
                np.array(tolerances)[band], SHAPE * float(np.ptp(points, axis=0).min())
            )
            for first, last in pairwise(np.flatnonzero(held(points, band))):
                limit = max(allowed[first], allowed[last])
                for start, end in pairwise(turns(points, int(first), int(last), limit)):
                    lines.append(LineString(points[start : end + 1]))
                    owner.append(index)
                    limits.append(limit)
        return cls(np.array(lines, dtype=object), np.array(owner), np.array(limits))


def turns(
    points: Coords, first: int, last: int, limit: float, halved: int = STRAIGHTER
) -> list[int]:
    """Which points from the first to the last stay in a line that is thinned alone.

    What would be straight for long is told more finely.
    """
    # The index of a point goes along as its height.
    marked = np.column_stack([points[first : last + 1], np.arange(first, last + 1)])
    thin = shapely.simplify(LineString(marked), limit, preserve_topology=False)
    stay = shapely.get_coordinates(thin, include_z=True)[:, 2].astype(int).tolist()
    found = [first]
    for a, b in pairwise(stay):
        long = b - a > 1 and float(np.hypot(*(points[b] - points[a]))) > LONGEST
        found += turns(points, a, b, limit / 2, halved - 1)[1:] if long and halved else [b]
    return found


def together(shapes: list[Polygon], tolerances: tuple[float, ...]) -> list[Polygon]:
    """The shapes thinned by the tolerance of each band, in degrees; none crosses another."""
    rings = [shapely.get_coordinates(ring) for shape in shapes for ring in outlines(shape)]
    stretches = Stretches.of(rings, tolerances)
    thin = untangled(stretches)
    after = np.searchsorted(stretches.ring, np.arange(len(rings) + 1))
    made = (
        joined(thin[first:last], float(stretches.limits[first:last].min()))
        for first, last in pairwise(after)
    )
    thinned = ([next(made) for _ in outlines(shape)] for shape in shapes)
    return [part for rings in thinned for part in polygons(rings)]


def outlines(shape: Polygon) -> Iterator[shapely.LinearRing]:
    """The outer ring of a shape, then its holes."""
    yield shape.exterior
    yield from shape.interiors


def untangled(stretches: Stretches) -> Lines:
    """The stretches thinned, with more points where they would cross."""
    limits = stretches.limits.copy()
    thin = shapely.simplify(stretches.lines, limits, preserve_topology=False)
    for turn in range(HALVED + 1):
        bad = tangled(thin)
        if not len(bad):
            break
        limits[bad] *= 0.5 if turn < HALVED else 0.0
        thin[bad] = shapely.simplify(stretches.lines[bad], limits[bad], preserve_topology=False)
    return np.asarray(thin)


def tangled(lines: Lines) -> NDArray[np.intp]:
    """Which lines cross themselves or another one."""
    one, other = shapely.STRtree(lines).query(lines)
    pairs = one < other
    one, other = one[pairs], other[pairs]
    shapely.prepare(lines)
    across = shapely.crosses(lines[one], lines[other]) | shapely.overlaps(lines[one], lines[other])
    loops = np.flatnonzero(~shapely.is_simple(lines))
    return np.unique(np.concatenate([one[across], other[across], loops]))


def joined(stretches: Lines, limit: float) -> Coords:
    """The ring that follows stretches, thinned by the tolerance in degrees, rounded."""
    pieces = [shapely.get_coordinates(line)[:-1] for line in stretches]
    first = pieces[0][:1]
    return round_off(np.concatenate([*pieces, first]), 0 if limit >= COARSE else 1)
