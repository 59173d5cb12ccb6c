"""The hills around one route, as a picture that goes with the map that is cut for it.

It is wide enough for a view of the whole route on a screen of any shape, and as
fine as its source, or as so many pixels allow. Near the route all grain stays.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from math import floor, sqrt
from typing import Any

import numpy as np

from journey.basemap.corridor import Corridor
from journey.basemap.shading import FINE, Bounds, Filled, Grid, Window, picture
from journey.geo.geometry import Point, bounds, shrunk, stretched

# Degrees of longitude that a picture is wide and, on a Mercator map, high at the least; and how
# many times as wide and as high as the route.
WIDE, HIGH, AROUND = 36.0, 22.0, 1.6
# A picture that is so wide is high in that part of its width at the least.
FLAT = 0.45
# Pixels of a picture at the most, and of a degree at the least: less is little better than the
# world's picture, which is there anyway.
PIXELS, LEAST = 720_000, 12.0
# Beyond these latitudes, in degrees, hills are stretched too far to be looked at.
TOP = 80.0
FADE, QUALITY, CALM = 4.0, 24, 2.4
# Degrees off the route from which on grain is taken away, and where none is left.
NEAR, FAR = 4.0, 12.0


def upland(route: Sequence[Point], corridor: Corridor, areas: Iterable[Filled]) -> dict[str, Any]:
    """The picture as the file has it, or nothing where the world's is as fine.

    ``areas`` are land and lakes as they are drawn. Raises
    :class:`MissingPackageError` where its source is not installed.
    """
    box = around(route)
    west, south, east, north = box
    pixels = sqrt(PIXELS / (east - west) / (stretched(north) - stretched(south)))
    if pixels < LEAST or east - west > 360:
        return {}
    fade = min(FADE, (north - south) / 5)
    fine = floor(min(pixels, FINE))
    window = Window(box, fine, 1 if fine > FINE / 2 else 2, fade, QUALITY, CALM)

    def calming(lons: Grid, lats: Grid) -> Grid:
        grid = np.column_stack([np.tile(lons, len(lats)), np.repeat(lats, len(lons))])
        off = corridor.off(grid).reshape(len(lats), len(lons))
        return np.asarray(np.clip((off - NEAR) / (FAR - NEAR), 0, 1))

    image = b64encode(picture(window, areas, calming)).decode()
    return {"bounds": box, "pixels": fine, "data": image}


def around(route: Sequence[Point]) -> Bounds:
    """West, south, east and north of the picture for a route, in whole degrees."""
    (south, west), (north, east) = bounds(route)
    low, high = stretched(south), stretched(north)
    wide = max(WIDE, AROUND * (east - west))
    tall = max(HIGH, AROUND * (high - low), FLAT * wide) / 2
    across, up = (west + east) / 2, (low + high) / 2
    bottom, top = max(shrunk(up - tall), -TOP), min(shrunk(up + tall), TOP)
    return round(across - wide / 2), round(bottom), round(across + wide / 2), round(top)
