"""Where the points of the earth are in a picture of a piece of it.

Lines of a picture are ``(x, y)``, to the right and down from its upper left
corner, in units of the picture.
"""

from __future__ import annotations

from math import cos, log2, radians
from typing import NamedTuple, Self

from journey.geo.geometry import Point, unwrap

Dot = tuple[float, float]
Stroke = list[Dot]


class Projection(NamedTuple):
    """A piece of the earth, drawn ``width`` by ``height`` units large.

    ``scale`` is units to a degree of latitude. The projection is
    equirectangular, true to scale along the middle parallel (Snyder, Map
    Projections: A Working Manual, 1987, 12-1 and 12-2).
    """

    south: float
    west: float
    scale: float
    width: float
    height: float

    @classmethod
    def around(cls, corners: tuple[Point, Point], size: tuple[float, float], pad: float) -> Self:
        """The projection onto that size that has both corners, and ``pad`` units around them."""
        (south, west), (north, east) = corners
        width, height = size
        middle, centre = (south + north) / 2, (west + east) / 2
        tall, wide = max(north - south, 1e-4), max((east - west) * _shrink(middle), 1e-4)
        scale = min((width - 2 * pad) / wide, (height - 2 * pad) / tall)
        left = centre - width / scale / _shrink(middle) / 2
        return cls(middle - height / scale / 2, left, scale, width, height)

    @property
    def middle(self) -> float:
        """Latitude of the middle parallel, in degrees."""
        return self.south + self.height / self.scale / 2

    @property
    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east corner, in degrees."""
        east = self.west + self.width / self.scale / _shrink(self.middle)
        return (self.south, self.west), (self.south + self.height / self.scale, east)

    @property
    def zoom(self) -> float:
        """The zoom of a web map (tiles of 256) in which things are as large."""
        return log2(360 * self.scale * _shrink(self.middle) / 256)

    def nearest(self, point: Point) -> Point:
        """The same point on that turn round the earth on which the picture is."""
        (_, west), (_, east) = self.corners
        return unwrap([point], (west + east) / 2)[0]

    def place(self, point: Point) -> Dot:
        """Where ``(lat, lon)`` is in the picture."""
        x = (point[1] - self.west) * self.scale * _shrink(self.middle)
        return x, self.height - (point[0] - self.south) * self.scale

    def point(self, dot: Dot) -> Point:
        """The ``(lat, lon)`` of a dot in the picture."""
        lon = self.west + dot[0] / self.scale / _shrink(self.middle)
        return self.south + (self.height - dot[1]) / self.scale, lon

    def holds(self, dot: Dot, pad: float = 0.0) -> bool:
        """Whether the dot is in the picture, and ``pad`` units from its edge."""
        return pad <= dot[0] <= self.width - pad and pad <= dot[1] <= self.height - pad


def _shrink(lat: float) -> float:
    """Length of a degree of longitude beside one of latitude."""
    return max(cos(radians(lat)), 0.02)
