"""Borders, read off the time zones of OpenStreetMap, cut at the box, thinned.

Where two zones of different countries touch, they share every edge: that edge
is the border. Zones reach out to sea, so the lines are cut to the land.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
import shapely
from numpy.typing import NDArray
from region import BORDER, Coords, on_seam, parts, round_off, simplify, split
from shapely import LineString, MultiLineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from journey.basemap.zones import Territory

#: Coordinates are counted in millionths of a degree, as the package keeps them.
MILLION = 1e6
#: Between the headwaters of Yalu and Tumen the border crosses Mount Paektu on
#: dry land: west, south, east, north in degrees, read off the line itself.
PAEKTU = shapely.box(128.0, 41.94, 128.435, 42.2)
#: How far past the drawn coast a border may run, in degrees, so that it meets
#: the water where coast and border come from different surveys.
OVERLAP = 0.002
#: The shortest piece of border that is kept, in degrees: about four pixels at
#: zoom 12 for an islet in a river, at zoom 5 for an exclave far away.
LEAST_INSIDE, LEAST_OUTSIDE = 0.012, 0.15

#: How far from an edge it is asked whose land lies there, times its length.
ASIDE = 0.4
#: The edges of a line at the most that are asked.
ASKED = 60

Edges = NDArray[np.int64]
Pair = tuple[str, str]


class Reach(NamedTuple):
    """A piece of border: its kind, its line, and the countries left and right of it."""

    kind: str
    line: LineString
    sides: Pair


def shared_edges(lands: list[Territory]) -> dict[Pair, Edges]:
    """The edges between two countries, in millionths of a degree, by pair.

    An edge is a row ``(lon, lat, lon, lat)``. Most are edges that two
    countries share. Where both claim a stretch of land their shapes overlap,
    and each has its own edge inside the other; then both are given.
    """
    codes = sorted({country for country, _ in lands})
    every, owner = sorted_edges(lands, codes)
    twin = (every[1:] == every[:-1]).all(axis=1)
    found: dict[Pair, list[Edges]] = defaultdict(list)
    for i in np.flatnonzero(twin & (owner[1:] != owner[:-1])):
        found[codes[owner[i]], codes[owner[i + 1]]].append(every[i : i + 1])
    alone = ~np.append(twin, False) & ~np.append(False, twin)
    every, owner = every[alone], owner[alone]
    for country, loops in lands:
        claimed = middle_inside(every, loops) & (owner != codes.index(country))
        for i in np.flatnonzero(claimed):
            one, two = sorted((codes[owner[i]], country))
            found[one, two].append(every[i : i + 1])
    return {pair: np.unique(np.concatenate(rows), axis=0) for pair, rows in sorted(found.items())}


def sorted_edges(lands: list[Territory], codes: list[str]) -> tuple[Edges, NDArray[np.intp]]:
    """All edges in order, equal ones side by side, and the index of each one's country."""
    edges, owners = [], []
    for country, loops in lands:
        for loop in loops:
            grid = np.rint(loop * MILLION).astype(np.int64)
            edges.append(undirected(grid, np.roll(grid, -1, axis=0)))
            owners.append(np.full(len(loop), codes.index(country)))
    every, owner = np.concatenate(edges), np.concatenate(owners)
    order = np.lexsort((owner, *every.T[::-1]))
    return every[order], owner[order]


def middle_inside(edges: Edges, loops: list[Coords]) -> NDArray[np.bool_]:
    """Which edges have their middle inside a shape: its outline and its holes, in degrees."""
    shape = shapely.Polygon(loops[0], loops[1:])
    west, south, east, north = shape.bounds
    lon, lat = (edges[:, :2] + edges[:, 2:]).T / (2 * MILLION)
    inside: NDArray[np.bool_] = (lon > west) & (lon < east) & (lat > south) & (lat < north)
    shapely.prepare(shape)
    inside[inside] = shapely.contains_xy(shape, lon[inside], lat[inside])
    return inside


def undirected(start: Edges, end: Edges) -> Edges:
    """Edges as rows ``(lon, lat, lon, lat)``, the smaller end first.

    >>> undirected(np.array([[5, 1]]), np.array([[2, 9]])).tolist()
    [[2, 9, 5, 1]]
    """
    swap = (start[:, :1] > end[:, :1]) | (
        (start[:, :1] == end[:, :1]) & (start[:, 1:] > end[:, 1:])
    )
    return np.hstack([np.where(swap, end, start), np.where(swap, start, end)])


def lines(edges: Edges) -> list[LineString]:
    """The edges joined to lines as long as they go, in degrees."""
    ends = (edges / MILLION).reshape(-1, 2, 2)
    joined = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(ends)))
    return list(parts(joined, LineString))


def kind(pair: Pair) -> str:
    """What a border in the region is: ``river``, ``line`` (of demarcation) or ``border``.

    >>> kind(("KP", "RU"))
    'river'
    """
    return {("CN", "KP"): "river", ("KP", "RU"): "river", ("KP", "KR"): "line"}.get(pair, "border")


def divide(
    edges: dict[Pair, Edges],
    lands: list[Territory],
    inner_land: MultiPolygon,
    outer_land: MultiPolygon,
) -> tuple[list[Reach], list[Reach]]:
    """The borders inside the box and those outside it, thinned."""
    near: list[Reach] = []
    far: list[Reach] = []
    shore = shapely.buffer(inner_land, OVERLAP)
    shapes = outlines(lands)
    for pair, rows in edges.items():
        inside, beyond = split(MultiLineString(lines(rows)), LineString)
        for word, pieces in sorts(kind(pair), inside):
            kept = (line for line in thin(pieces, shore) if shows(line, LEAST_INSIDE))
            near += [Reach(word, line, sides(line, pair, shapes)) for line in kept]
        kept = (line for line in thin(beyond, outer_land) if shows(line, LEAST_OUTSIDE))
        far += [Reach("border", line, sides(line, pair, shapes)) for line in kept]
    near.sort(key=lambda reach: (reach.kind, -reach.line.length, reach.line.bounds))
    return near, sorted(far, key=lambda reach: (-reach.line.length, reach.line.bounds))


def outlines(lands: list[Territory]) -> dict[str, list[shapely.Polygon]]:
    """The shapes of each country, by two-letter code."""
    found: dict[str, list[shapely.Polygon]] = defaultdict(list)
    for country, loops in lands:
        found[country].append(shapely.Polygon(loops[0], loops[1:]))
    return found


def sides(line: LineString, pair: Pair, shapes: dict[str, list[shapely.Polygon]]) -> Pair:
    """The two countries as they lie left and right of the line, as seen along it.

    Asked are points beside the middles of its edges, for a thinned line may
    run through one of the two for a while.
    """
    ends = shapely.get_coordinates(line)
    step = -(-(len(ends) - 1) // ASKED)
    start, way = ends[:-1][::step], np.diff(ends, axis=0)[::step]
    aside = ASIDE * np.column_stack([-way[:, 1], way[:, 0]])
    left, right = (start + way / 2 + turn * aside for turn in (1, -1))
    one, two = (shapes[country] for country in pair)
    votes = count(left, one) + count(right, two) - count(left, two) - count(right, one)
    return pair if votes >= 0 else pair[::-1]


def count(points: Coords, shapes: list[shapely.Polygon]) -> int:
    """How many of the points lie in one of the shapes."""
    inside = np.zeros(len(points), dtype=bool)
    cloud = shapely.multipoints(points)
    for shape in shapes:
        if shapely.box(*shape.bounds).intersects(cloud):
            shapely.prepare(shape)
            inside |= shapely.contains_xy(shape, points)
    return int(inside.sum())


def sorts(word: str, inside: list[LineString]) -> list[tuple[str, list[LineString]]]:
    """The lines by what they are: a border river is dry land on Mount Paektu."""
    if word != "river":
        return [(word, inside)]
    whole = MultiLineString(inside)
    wet, dry = shapely.difference(whole, PAEKTU), shapely.intersection(whole, PAEKTU)
    return [("river", list(parts(wet, LineString))), ("border", list(parts(dry, LineString)))]


def thin(pieces: list[LineString], land: BaseGeometry) -> list[LineString]:
    """The lines joined, thinned and cut to the land."""
    joined = shapely.line_merge(MultiLineString(pieces))
    thinned = drawable(simplify(points, BORDER) for points in vertices(joined))
    on_land = shapely.line_merge(shapely.intersection(MultiLineString(thinned), land))
    return drawable(round_off(points) for points in vertices(on_land))


def vertices(lines: BaseGeometry) -> Iterator[Coords]:
    """The vertices of each line of the geometry."""
    return (shapely.get_coordinates(line) for line in parts(lines, LineString))


def drawable(rows: Iterable[Coords]) -> list[LineString]:
    """Lines through the vertices, without those that have shrunk to a point."""
    return [LineString(points) for points in rows if len(points) > 1]


def shows(line: LineString, least: float) -> bool:
    """Whether a border is ``least`` degrees long, or reaches the edge of the box."""
    ends = shapely.get_coordinates(line)[[0, -1]]
    return bool(line.length >= least or on_seam(ends).any())
