"""A piece of the Mercator map, which web maps are drawn in, as a picture."""

from __future__ import annotations

from typing import NamedTuple, Self

from journey.basemap.projection import Dot
from journey.geo.geometry import Point, shrunk, stretched

TILE = 256  # pixels that the whole world is wide at zoom 0


class Mercator(NamedTuple):
    """A piece of the map, ``width`` by ``height`` units large.

    ``left`` and ``top`` are its upper left corner in the square that the world
    is, 0..1 to the east and to the south; ``side`` is how many units that square
    is wide (Snyder, Map Projections: A Working Manual, 1987, 7-1 and 7-2).
    """

    left: float
    top: float
    side: float
    width: float
    height: float

    @classmethod
    def around(cls, corners: tuple[Point, Point], size: float, least: float) -> Self:
        """The piece between south-west and north-east, its longer side ``size`` units long.

        It stands for ``least`` of the world's width at the least.
        """
        (south, west), (north, east) = corners
        left, right = _across(west), _across(east)
        top, bottom = _down(north), _down(south)
        side = size / max(right - left, bottom - top, least)
        return cls(left, top, side, (right - left) * side, (bottom - top) * side)

    def widened(self, by: float) -> Self:
        """The same with ``by`` units more on every side, but not beyond the square's ends."""
        top = max(self.top - by / self.side, 0.0)
        bottom = min(self.top + (self.height + by) / self.side, 1.0)
        left, width = self.left - by / self.side, self.width + 2 * by
        height = max(bottom - top, 0.0) * self.side
        return self._replace(left=left, top=top, width=width, height=height)

    @property
    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east corner, in degrees."""
        right, bottom = self.left + self.width / self.side, self.top + self.height / self.side
        return (_lat(bottom), (self.left - 0.5) * 360), (_lat(self.top), (right - 0.5) * 360)

    @property
    def scale(self) -> float:
        """Units to a degree of latitude at the equator."""
        return self.side / 360

    def place(self, point: Point) -> Dot:
        """Where ``(lat, lon)`` is in the picture."""
        return (_across(point[1]) - self.left) * self.side, (_down(point[0]) - self.top) * self.side

    def pixels(self, zoom: float) -> float:
        """How many pixels a unit is at the zoom of a web map.

        >>> Mercator(0, 0, 512, 512, 512).pixels(1)
        1.0
        """
        return float(TILE * 2**zoom / self.side)


def _across(lon: float) -> float:
    return lon / 360 + 0.5


def _down(lat: float) -> float:
    return 0.5 - stretched(lat) / 360


def _lat(down: float) -> float:
    return shrunk((0.5 - down) * 360)
