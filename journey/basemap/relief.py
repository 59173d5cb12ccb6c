"""The relief under a journey: hills as a picture, of its region or of the world.

How the pictures are made and what their colours mean stands in
:mod:`journey.basemap.shading`. They are in the Mercator projection.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping, Sequence
from math import log2
from typing import Any, NamedTuple, Self

import numpy as np

from journey.geo.geometry import Point, bounds

# Luma of flat land, its range to either side, and red less blue of the highest land, of 255.
LEVELS = (128.0, 110.0, 55.2)
# How strong the relief is by zoom: most where it is drawn two to four times as large as it
# was made, and nothing where its grain would show. Zooms are told from the one at which a
# pixel of the picture is one of the screen.
STRENGTH = ((0.5, 0.7), (1.0, 1.0), (2.0, 1.0), (3.5, 0.5), (4.5, 0.0))
# From so far off that a picture of a region would be a patch on the world, it goes, too.
PATCH = ((-1.5, 0.0), (-0.5, 0.7))


class Relief(NamedTuple):
    """A picture of hills as WebP, and where it is.

    ``bounds`` are west, south, east and north in degrees. ``levels`` are the
    luma of flat land, its range to the darkest and to the lightest, and red
    less blue of the highest land, of 255. ``pixels`` are those to a degree of
    longitude.
    """

    image: bytes
    bounds: tuple[float, float, float, float]
    levels: tuple[float, float, float]
    pixels: float

    def holds(self, route: Sequence[Point]) -> bool:
        """Whether all points of the route lie in the picture, on any turn round the earth."""
        west, south, east, north = self.bounds
        (low, left), (high, right) = bounds(route)
        turn = 360 * round((left + right - west - east) / 720)
        return south <= low and high <= north and west <= left - turn and right - turn <= east

    @property
    def strengths(self) -> list[tuple[float, float]]:
        """How strong it is drawn (0 to 1) at which zooms of a web map, rising; between, evenly."""
        native, around = log2(self.pixels * 360 / 256), self.bounds[2] - self.bounds[0] == 360
        known = STRENGTH if around else (*PATCH, *STRENGTH)
        return [(round(native + zoom, 2), part) for zoom, part in known]

    def strength(self, zoom: float) -> float:
        """How strong it is drawn at a zoom, 0 to 1."""
        zooms, parts = zip(*self.strengths, strict=True)
        return float(np.interp(zoom, zooms, parts))

    def told(self) -> dict[str, Any]:
        """What the browser needs to know of the picture, without the picture itself."""
        return {"bounds": self.bounds, "levels": self.levels, "strengths": self.strengths}

    def packed(self) -> str:
        """The picture in base64."""
        return b64encode(self.image).decode()


class Reliefs(NamedTuple):
    """The pictures that there are: of the region and, coarser, of the world."""

    region: Relief | None = None
    world: Relief | None = None

    @classmethod
    def read(cls, files: Mapping[str, bytes]) -> Self:
        """Those among the files, by file name; where one is missing or unknown, there is none."""
        told = json.loads(files.get("relief.json", b"{}"))
        return cls(*(_relief(files, told, name) for name in ("relief", "world_relief")))

    def around(self, route: Sequence[Point]) -> Relief | None:
        """The region's where all of the route lies in it, else the world's; points in degrees."""
        return self.region if self.region and self.region.holds(route) else self.world


def _relief(files: Mapping[str, bytes], told: Mapping[str, Any], name: str) -> Relief | None:
    image, about = files.get(f"{name}.webp"), told.get("images", {}).get(name)
    if not image or not about:
        return None
    west, south, east, north = about["bounds"]
    flat, depth, tint = told["levels"]
    return Relief(image, (west, south, east, north), (flat, depth, tint), about["pixels"])
