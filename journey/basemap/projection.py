"""Where the points of the earth are in a picture of a piece of it.

Lines of a picture are ``(x, y)``, to the right and down from its upper left
corner, in units of the picture.
"""

from __future__ import annotations

from math import cos, log2, radians
from typing import NamedTuple, Self

from journey.geo.geometry import Point, shrunk, stretched, unwrap

Dot = tuple[float, float]
Stroke = list[Dot]


class Projection(NamedTuple):
    """A piece of the earth around ``middle``, drawn ``width`` by ``height`` units large.

    ``scale`` is units to a degree of latitude at the middle. The projection is
    equirectangular, true to scale along the middle parallel; where it is
    ``conformal`` it is Mercator's, on which the bearing of a straight line is
    that of the rhumb line (Snyder, Map Projections: A Working Manual, 1987,
    12-1 and 12-2, 7-1 and 7-2).
    """

    middle: Point
    scale: float
    width: float
    height: float
    conformal: bool = False

    @classmethod
    def around(
        cls,
        corners: tuple[Point, Point],
        size: tuple[float, float],
        pad: float,
        *,
        conformal: bool = False,
    ) -> Self:
        """The projection onto that size that has both corners, and ``pad`` units around them."""
        (south, west), (north, east) = corners
        width, height = size
        low, high = (stretched(south), stretched(north)) if conformal else (south, north)
        lat = shrunk((low + high) / 2) if conformal else (low + high) / 2
        stretch = 1 / _shrink(lat) if conformal else 1.0
        tall = max((high - low) / stretch, 1e-4)
        wide = max((east - west) * _shrink(lat), 1e-4)
        scale = min((width - 2 * pad) / wide, (height - 2 * pad) / tall)
        return cls((lat, (west + east) / 2), scale, width, height, conformal)

    @property
    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east corner, in degrees."""
        return self.point((0.0, self.height)), self.point((self.width, 0.0))

    @property
    def zoom(self) -> float:
        """The zoom of a web map (tiles of 256) in which things are as large."""
        return log2(360 * self._across / 256)

    def nearest(self, point: Point) -> Point:
        """The same point on that turn round the earth on which the picture is."""
        return unwrap([point], self.middle[1])[0]

    def place(self, point: Point) -> Dot:
        """Where ``(lat, lon)`` is in the picture."""
        (lat, lon), (middle, centre) = point, self.middle
        if self.conformal:
            up = (stretched(lat) - stretched(middle)) * self._across
        else:
            up = (lat - middle) * self.scale
        return self.width / 2 + (lon - centre) * self._across, self.height / 2 - up

    def point(self, dot: Dot) -> Point:
        """The ``(lat, lon)`` of a dot in the picture."""
        (middle, centre), up = self.middle, self.height / 2 - dot[1]
        if self.conformal:
            lat = shrunk(stretched(middle) + up / self._across)
        else:
            lat = middle + up / self.scale
        return lat, centre + (dot[0] - self.width / 2) / self._across

    def holds(self, dot: Dot, pad: float = 0.0) -> bool:
        """Whether the dot is in the picture, and ``pad`` units from its edge."""
        return pad <= dot[0] <= self.width - pad and pad <= dot[1] <= self.height - pad

    @property
    def _across(self) -> float:
        """Units to a degree of longitude."""
        return self.scale * _shrink(self.middle[0])


def _shrink(lat: float) -> float:
    """Length of a degree of longitude beside one of latitude."""
    return max(cos(radians(lat)), 0.02)
