"""The region and the world around it: its box, the bands outside it, and cuts.

Everything here is in degrees, WGS 84, as arrays of ``(lon, lat)`` rows, the
order of GeoJSON.

The region is a box. Land, lakes and borders are cut at its edge, and both
sides keep the very same cut vertices, so a fine coast inside continues as a
coarse one outside without a gap. Away from the box the coast grows coarser in
bands, so that no zoom shows where the detail ends.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import Polygon
from shapely.geometry.base import BaseGeometry

Coords = NDArray[np.float64]

WEST, SOUTH, EAST, NORTH = 123.0, 37.0, 135.0, 45.5
BOX = shapely.box(WEST, SOUTH, EAST, NORTH)
BRIDGE_BOX = (130.25, 42.15, 130.95, 42.75)

#: Band 0 is the surroundings of the bridge, band 1 the rest of the box; bands 2,
#: 3 and 4 end so many degrees outside the box; band 5 is the rest of the world
#: up to the polar latitude, in degrees, where Mercator blows up and band 6 begins.
BAND_ENDS = (1.0, 4.0, 12.0)
POLAR = 60.0
#: Decimals of a coordinate, by band. Three are about a hundred metres.
DECIMALS = (5, 4, 3, 3, 3, 3, 3)
#: Tolerance of the simplified coast in degrees, by band.
COAST = (0.0001, 0.0007, 0.008, 0.02, 0.03, 0.035, 0.07)
#: Tolerance of the simplified borders in degrees, by band.
BORDER = (0.00003, 0.001, 0.008, 0.02, 0.03, 0.05, 0.1)


def outside(points: Coords) -> Coords:
    """How far each point lies outside the box, in degrees; 0 within it.

    >>> outside(np.array([[130.0, 40.0], [120.0, 40.0], [136.0, 50.0]])).tolist()
    [0.0, 3.0, 4.5]
    """
    low = np.array([WEST, SOUTH]) - points
    high = points - np.array([EAST, NORTH])
    distance: Coords = np.maximum(np.maximum(low, high), 0).max(axis=1)
    return distance


def bands(points: Coords) -> NDArray[np.intp]:
    """Which band each point lies in, 0 (bridge) to 6 (polar).

    >>> bands(np.array([[130.6, 42.4], [130.0, 40.0], [122.5, 40.0], [0.0, 0.0]])).tolist()
    [0, 1, 2, 5]
    """
    distance = outside(points)
    band = np.where(distance == 0, 1, 2 + np.digitize(distance, BAND_ENDS))
    band[np.abs(points[:, 1]) > POLAR] = 6
    west, south, east, north = BRIDGE_BOX
    lon, lat = points[:, 0], points[:, 1]
    band[(lon >= west) & (lon <= east) & (lat >= south) & (lat <= north)] = 0
    return band


def cut_edges(points: Coords) -> NDArray[np.bool_]:
    """Which edges of a line are cuts and not coast, one flag an edge.

    A cut edge has both ends on one edge line of the box, or on one edge of the
    world as GSHHG cuts it.

    >>> cut_edges(np.array([[135.0, 40.0], [135.0, 41.0], [134.0, 41.5]])).tolist()
    [True, False]
    """
    start, end = points[:-1], points[1:]
    cut = np.zeros(len(start), dtype=np.bool_)
    for axis, values in ((0, (WEST, EAST, -180.0, 180.0)), (1, (SOUTH, NORTH, -90.0))):
        for value in values:
            cut |= (start[:, axis] == value) & (end[:, axis] == value)
    return cut & on_seam(start) & on_seam(end)


def on_seam(points: Coords) -> NDArray[np.bool_]:
    """Which points lie on the edge of the box or of the world.

    >>> on_seam(np.array([[135.0, 40.0], [135.0, 20.0], [180.0, 66.0]])).tolist()
    [True, False, True]
    """
    lon, lat = points[:, 0], points[:, 1]
    box = (outside(points) == 0) & ((lon == WEST) | (lon == EAST) | (lat == SOUTH) | (lat == NORTH))
    edge: NDArray[np.bool_] = box | (np.abs(lon) == 180) | (lat == -90)
    return edge


def simplify(points: Coords, tolerances: tuple[float, ...]) -> Coords:
    """The line or ring thinned by the tolerance, in degrees, of each band.

    Ends, cut edges and the vertices where the band changes all stay, so two
    pieces that share a cut vertex still share it afterwards.
    """
    band = bands(points)
    stops = np.flatnonzero(held(points, band))
    runs = [points[a : b + 1] for a, b in pairwise(stops)]
    limits = [tolerances[min(band[a], band[b])] for a, b in pairwise(stops)]
    thin = shapely.simplify(
        [shapely.LineString(run) for run in runs], limits, preserve_topology=False
    )
    pieces = [shapely.get_coordinates(line)[:-1] for line in thin]
    return round_off(np.concatenate([*pieces, points[-1:]]))


def held(points: Coords, band: NDArray[np.intp]) -> NDArray[np.bool_]:
    """Which points of a line stay however it is thinned; each lies in that band."""
    keep = np.zeros(len(points), dtype=np.bool_)
    keep[[0, -1]] = True
    keep[1:] |= band[1:] != band[:-1]
    cut = cut_edges(points)
    keep[:-1] |= cut
    keep[1:] |= cut
    if keep.sum() == 2 and (points[0] == points[-1]).all():
        keep[np.argmax(((points - points[0]) ** 2).sum(axis=1))] = True
    return np.asarray(keep | summits(points, keep))


def summits(points: Coords, keep: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """The vertex farthest from the seam on each run that leaves it and comes back.

    Without it a shallow cape or bay at the edge of the box would shrink to the
    edge, and pass for a cut where it is coast.
    """
    found = np.zeros(len(points), dtype=np.bool_)
    seam = on_seam(points)
    for a, b in pairwise(np.flatnonzero(keep)):
        if b - a > 1 and seam[a] and seam[b]:
            found[a + 1 + np.argmax(height(points[a + 1 : b], points[a], points[b]))] = True
    return found


def height(points: Coords, start: Coords, end: Coords) -> Coords:
    """How far each point lies from the line through two others, in degrees.

    >>> height(np.array([[5.0, 2.0]]), np.array([0.0, 0.0]), np.array([10.0, 0.0])).tolist()
    [2.0]
    """
    way, off = end - start, points - start
    long = float(np.hypot(*way))
    if long == 0:
        return np.asarray(np.hypot(off[:, 0], off[:, 1]))
    return np.asarray(np.abs(way[0] * off[:, 1] - way[1] * off[:, 0]) / long)


def round_off(points: Coords, more: int = 0) -> Coords:
    """The points rounded to the decimals of their band and so many more, without repetitions.

    A point on the edge of the box or the world keeps four decimals, whichever
    side it is seen from, and so does a point so close that it might fall on it.
    """
    decimals = np.minimum(np.array(DECIMALS)[bands(points)] + more, DECIMALS[0])
    decimals[on_seam(points) | ((outside(points) > 0) & (outside(points) < 0.01))] = 4
    rounded = points.copy()
    for places in np.unique(decimals):
        chosen = decimals == places
        rounded[chosen] = np.round(points[chosen], int(places))
    fresh = np.ones(len(rounded), dtype=np.bool_)
    fresh[1:] = (rounded[1:] != rounded[:-1]).any(axis=1)
    return rounded[fresh]


def thin_polygon(polygon: Polygon, tolerances: tuple[float, ...]) -> list[Polygon]:
    """The polygon thinned ring by ring; nothing, or the pieces that are left."""
    rings = [polygon.exterior, *polygon.interiors]
    return polygons([simplify(shapely.get_coordinates(ring), tolerances) for ring in rings])


def polygons(rings: Sequence[Coords]) -> list[Polygon]:
    """The polygon of an outer ring and its holes, less what thinning left no area of."""
    outer, *holes = rings
    if len(outer) < 4:
        return []
    return mended(Polygon(outer, [hole for hole in holes if len(hole) >= 4]))


def mended(whole: Polygon) -> list[Polygon]:
    """The polygon, taken apart where it crosses itself, without the slivers that fall off.

    Thinning and rounding can make a narrow neck cross itself.
    """
    if whole.is_valid:
        return [whole]
    pieces = list(parts(shapely.make_valid(whole), Polygon))
    largest = max((part.area for part in pieces), default=0.0)
    return [part for part in pieces if part.area > largest / 1000]


def parts(geometry: BaseGeometry, kind: type[Any]) -> Iterator[Any]:
    """The parts of the geometry that are of the kind, in their order."""
    every = shapely.get_parts(shapely.get_parts(geometry))  # Collections nest, one deep.
    return (part for part in every if isinstance(part, kind) and not part.is_empty)


def split(geometry: BaseGeometry, kind: type[Any]) -> tuple[list[Any], list[Any]]:
    """The parts of the geometry inside the box, and those outside it.

    The arithmetic of the cut leaves dust in the sixteenth digit; without it the
    cut vertices lie on the edge of the box, and are the same on both sides.
    """
    pieces = shapely.intersection(geometry, BOX), shapely.difference(geometry, BOX)
    inside, beyond = (shapely.transform(piece, lambda points: points.round(9)) for piece in pieces)
    return list(parts(inside, kind)), list(parts(beyond, kind))
