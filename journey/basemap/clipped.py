"""The base map clipped to a picture: what lies in it, simplified, in the picture's units."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple, Protocol

from journey.basemap.layers import Layers, meet
from journey.basemap.projection import Dot, Projection, Stroke
from journey.geo.clip import clip_area, clip_line
from journey.geo.geometry import Point, bounds
from journey.geo.simplify import simplified

TOLERANCE = 0.4  # units of the picture: nearer lines are one to the eye
BROAD = 3.0  # units of the picture: a river less wide is but its line
_DEGREE = 111_195  # metres in a degree of latitude


class Picture(Protocol):
    """A piece of the earth, drawn so many units large, by whatever projection."""

    @property
    def width(self) -> float:
        """From its left to its right edge."""

    @property
    def height(self) -> float:
        """From its upper to its lower edge."""

    @property
    def corners(self) -> tuple[Point, Point]:
        """South-west and north-east corner, in degrees."""

    def place(self, point: Point) -> Dot:
        """Where ``(lat, lon)`` is in the picture."""


class Clipped(NamedTuple):
    """The base map of a picture: rings of land, lakes and rivers, lines of coast and border.

    Rivers are areas, and have banks, where the picture is large enough for their width.
    """

    land: list[Stroke]
    lakes: list[Stroke]
    coast: list[Stroke]
    borders: list[Stroke]
    rivers: list[Stroke]
    banks: list[Stroke]


def clipped(layers: Layers, projection: Projection) -> Clipped:
    """What of the base map lies in the picture."""
    broad = "river" if layers.width("river") / _DEGREE * projection.scale >= BROAD else ""
    land, lakes, borders, rivers, banks = (
        [copy for line in lines for copy in turned(line, projection)]
        for lines in (
            layers.rings("land", "world_land"),
            layers.rings("lakes", "world_lakes"),
            layers.partings("borders", "world_borders"),
            layers.rings(broad),
            chain(layers.lines(broad), layers.rivers("borders")),
        )
    )
    coast = [run for ring in land for run in layers.shore(ring)]
    return Clipped(
        _areas(land, projection),
        _areas(lakes, projection),
        strokes(coast, projection, TOLERANCE),
        strokes(borders, projection, TOLERANCE),
        _areas(rivers, projection),
        strokes(banks, projection, TOLERANCE),
    )


def strokes(
    lines: Iterable[Sequence[Point]], projection: Projection, tolerance: float
) -> list[Stroke]:
    """The pieces of lines in the picture, off by the tolerance, in its units, at the most."""
    low, high = (0.0, 0.0), (projection.width, projection.height)
    placed = ([projection.place(point) for point in line] for line in lines)
    return simplified([p for line in placed for p in clip_line(line, low, high)], tolerance)


def areas(layers: Layers, picture: Picture, *names: str) -> list[Stroke]:
    """The rings of the areas in those layers, as they lie in the picture."""
    rings = layers.rings(*names)
    return _areas([copy for ring in rings for copy in turned(ring, picture)], picture)


def _areas(rings: Iterable[Sequence[Point]], projection: Picture) -> list[Stroke]:
    low, high = (0.0, 0.0), (projection.width, projection.height)
    placed = ([projection.place(point) for point in ring] for ring in rings)
    areas = [area for ring in placed if len(area := clip_area(ring, low, high)) > 2]
    thinned = simplified([[*area, area[0]] for area in areas], TOLERANCE)
    return [ring[:-1] for ring in thinned if len(ring) > 3]


def turned(line: list[Point], projection: Picture) -> Iterator[list[Point]]:
    """The line, as often as it lies in the picture, on whichever turn round the earth."""
    (south, west), (north, east) = bounds(line)
    for turn in (-360, 0, 360):
        if meet(((south, west + turn), (north, east + turn)), projection.corners):
            yield [(lat, lon + turn) for lat, lon in line] if turn else line
