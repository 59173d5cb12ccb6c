"""The lowest Tumen as an area: as wide as it is at the bridge, with smooth banks.

Its only line here is the border, which runs in the river and not down its
middle. So the middle is that line made smooth, and the width is one for all of
the reach: both are assumed, and the file says so.
"""

from collections.abc import Iterable
from itertools import pairwise

import numpy as np
import shapely
from numpy.typing import NDArray
from region import Coords, parts
from shapely import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

#: The reach (west, south, east, north in degrees). Its western side is where the
#: river leaves it once and for all; farther up no width is known here.
REACH = shapely.box(130.5585, 42.25, 130.72, 42.5)
#: The width in metres: at the bridge it is a little over 200.
WIDTH = 205
#: Metres along the line by which it is smoothed (the sigma of a Gauss curve), and
#: from one of its points to the next.
SIGMA, STEP = 60.0, 10.0
#: Metres over which the river narrows to a line where its width is known no more.
TAPER = 1500.0
#: Metres: the radius to which bays between two banks are rounded.
BAY = 100.0
#: Metres that the water reaches past the drawn coast, so that it covers its line.
PAST_COAST = 15.0
#: Metres that a bank may be off by when it is thinned.
THIN = 0.8
#: Metres in a degree of latitude, and of longitude in the middle of the reach.
NORTH = 111_195.0
EAST = NORTH * float(np.cos(np.radians(42.38)))


def area(lines: Iterable[LineString], land: BaseGeometry) -> Polygon:
    """The water of the reach, in degrees, out of the border's lines in it, cut at the coast."""
    course = smooth(metres(shapely.get_coordinates(joined(lines))))
    water = ribbon(course).buffer(BAY).buffer(-BAY)
    shore = shapely.transform(land.intersection(REACH.buffer(0.05)), metres).buffer(PAST_COAST)
    whole = max(parts(water.intersection(shore), Polygon), key=shapely.area)
    thin = Polygon(whole.exterior).simplify(THIN)
    return Polygon(degrees(shapely.get_coordinates(thin)).round(5))


def banks(water: Polygon, land: BaseGeometry) -> MultiLineString:
    """The edges of the water that are banks, and not its mouth."""
    dry = water.exterior.intersection(land)
    merged = shapely.line_merge(MultiLineString(list(parts(dry, LineString))))
    lines = [shapely.get_coordinates(line).round(5) for line in parts(merged, LineString)]
    return MultiLineString(sorted(lines, key=lambda line: (-len(line), line.tolist())))


def joined(lines: Iterable[LineString]) -> LineString:
    """The lines as one, from the west to the sea."""
    whole = shapely.line_merge(MultiLineString(list(lines)))
    if not isinstance(whole, LineString):
        raise ValueError("the reach of the river is not one line")
    return whole if whole.coords[0][0] < whole.coords[-1][0] else whole.reverse()


def smooth(points: Coords) -> Coords:
    """The line through points in metres, even and smooth; its ends stay."""
    way = np.append(0.0, np.cumsum(np.hypot(*np.diff(points, axis=0).T)))
    marks = np.linspace(0.0, way[-1], round(way[-1] / STEP) + 1)
    even = np.column_stack([np.interp(marks, way, axis) for axis in points.T])
    reach = round(3 * SIGMA / STEP)
    # Beyond its ends the line goes on as it would seen from there, turned by half a circle.
    before, after = 2 * even[0] - even[reach:0:-1], 2 * even[-1] - even[-2 : -reach - 2 : -1]
    longer = np.concatenate([before, even, after])
    weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) * STEP / SIGMA) ** 2)
    weights /= weights.sum()
    return np.column_stack([np.convolve(axis, weights, "valid") for axis in longer.T])


def ribbon(course: Coords) -> BaseGeometry:
    """The area along a line in metres, which narrows towards its start."""
    narrow = round(TAPER / STEP)
    radii = WIDTH / 2 * np.arange(1, narrow + 1) / narrow
    discs = shapely.buffer(shapely.points(course[:narrow]), radii)
    pairs = (MultiPolygon([a, b]).convex_hull for a, b in pairwise(discs))
    return shapely.union_all([*pairs, LineString(course[narrow - 1 :]).buffer(WIDTH / 2)])


def metres(points: NDArray[np.float64]) -> Coords:
    """Points in degrees as metres, true to scale in the middle of the reach."""
    return points * [EAST, NORTH]


def degrees(points: NDArray[np.float64]) -> Coords:
    """Points in metres as degrees."""
    return points / [EAST, NORTH]
