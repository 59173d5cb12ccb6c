"""The pictures of hills, of the region and the world, made by :mod:`journey.basemap.shading`."""

from collections.abc import Iterator, Sequence

import numpy as np
import shapely
from shapely import MultiPolygon

from journey.basemap import shading
from journey.basemap.shading import DEPTH, NEUTRAL, TINT, Bounds, Filled, Grid, Window

Shapes = Sequence[MultiPolygon]

#: The region, wide enough for a screen 3840 pixels wide and 1080 high that shows the whole
#: route, and the world, which needs no edge in the east and the west.
REGION = Window((103.0, 31.0, 151.0, 52.0), 22.0, 1, 4.0, 24, 2.4)
WORLD = Window((-180.0, -58.0, 180.0, 79.0), 8.0, 4, 4.0, 72, 0.65)
WINDOWS = {"relief": REGION, "world_relief": WORLD}
#: Where all detail of the region stays; the nearer a place is, the more of it.
CORE: Bounds = (121.0, 36.0, 137.0, 46.0)
#: Degrees off the core from which on no grain is left.
CALM_FROM = 8.0


def about() -> dict[str, object]:
    """What whoever draws the pictures has to know of them, ready for JSON.

    ``levels`` are the luma of flat land, its range, and red less blue of the
    highest land; ``images`` have bounds in degrees and pixels to a degree.
    """
    images = {
        name: {"bounds": window.bounds, "pixels": window.pixels} for name, window in WINDOWS.items()
    }
    return {"levels": (NEUTRAL, DEPTH, TINT), "images": images}


def picture(window: Window, land: Shapes, lakes: Shapes) -> bytes:
    """The WebP of the window; land and lakes are those that the map draws, in degrees."""
    areas = (*filled(land, 255), *filled(lakes, 0))
    return shading.picture(window, areas, off_core if window is REGION else everywhere)


def filled(shapes: Shapes, inside: int) -> Iterator[Filled]:
    """Every ring of the shapes with what it is filled with, holes after what they are in."""
    for polygon in (polygon for shape in shapes for polygon in shape.geoms):
        yield shapely.get_coordinates(polygon.exterior), inside
        for hole in polygon.interiors:
            yield shapely.get_coordinates(hole), 255 - inside


def everywhere(lons: Grid, lats: Grid) -> Grid:
    """All grain is taken away."""
    return np.ones((len(lats), len(lons)))


def off_core(lons: Grid, lats: Grid) -> Grid:
    """The more grain is taken away, the farther a place is from the core."""
    west, south, east, north = CORE
    aside = np.maximum(np.maximum(west - lons, lons - east), 0)
    above = np.maximum(np.maximum(south - lats, lats - north), 0)
    far: Grid = np.clip(np.maximum(aside[None, :], above[:, None]) / CALM_FROM, 0, 1)
    return far
