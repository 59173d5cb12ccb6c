"""The base map within a frame: cut, simplified, and in the units of the picture.

Layers are GeoJSON with ``[lon, lat]``; what leaves this room are lines of
``(x, y)``.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from journey.basemap.projection import Frame, Stroke, clip_area, clip_line, simple
from journey.geo.geometry import Point, bounds

TOLERANCE = 0.4  # units of the picture: nearer lines are one to the eye


class Ground(NamedTuple):
    """The base map of a frame: rings of land and lakes, lines of coast and border."""

    land: list[Stroke]
    lakes: list[Stroke]
    coast: list[Stroke]
    borders: list[Stroke]


class Spot(NamedTuple):
    """A name of the base map: by language, its kind, and its point.

    ``zoom`` is that of a web map from which on there is room for it.
    """

    names: dict[str, str]
    kind: str
    point: Point
    zoom: float


class Layers:
    """The layers of the base map, by file name, as UTF-8 GeoJSON."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._layers = {
            name.removesuffix(".geojson"): json.loads(content) for name, content in files.items()
        }

    def features(self, *names: str) -> Iterator[dict[str, Any]]:
        """The features of those layers."""
        for name in names:
            yield from self._layers.get(name, {"features": []})["features"]

    def credits(self) -> list[tuple[str, str]]:
        """Whose the layers are, each once: the words, and an address or ""."""
        found = [
            (layer["attribution"], layer.get("link", ""))
            for layer in self._layers.values()
            if "attribution" in layer
        ]
        return list(dict.fromkeys(found))

    def rings(self, *names: str) -> Iterator[list[Point]]:
        """Every ring of the areas in those layers, as ``(lat, lon)``."""
        for feature in self.features(*names):
            for area in feature["geometry"]["coordinates"]:
                yield from (_points(ring) for ring in area)

    def lines(self, *names: str) -> Iterator[list[Point]]:
        """Every line of those layers, as ``(lat, lon)``."""
        for feature in self.features(*names):
            shape = feature["geometry"]
            many = shape["type"] == "MultiLineString"
            for line in shape["coordinates"] if many else [shape["coordinates"]]:
                yield _points(line)

    def spots(self, *names: str) -> Iterator[Spot]:
        """Every name of those layers."""
        for feature in self.features(*names):
            lon, lat = feature["geometry"]["coordinates"]
            told = feature["properties"]
            yield Spot(told["names"], told["kind"], (lat, lon), told["zoom"])

    def parted(self, a: Point, b: Point) -> bool:
        """Whether a border or a coast lies on the straight way on the map from ``a`` to ``b``."""
        box = bounds([a, b])
        near = (line for corners, line in self._edges if _meet(box, corners))
        return any(_cross(a, b, c, d) for line in near for c, d in pairwise(line))

    @cached_property
    def _edges(self) -> list[tuple[tuple[Point, Point], list[Point]]]:
        """Every border and coast in pieces of at most 50 points, with the corners of each."""
        rings = self.rings("land", "world_land")
        lines = [run for ring in rings for run in _shore(ring, self.box)]
        lines += self.lines("borders", "world_borders")
        pieces = [line[i : i + 50] for line in lines for i in range(0, len(line) - 1, 49)]
        return [(bounds(piece), piece) for piece in pieces]

    @cached_property
    def box(self) -> tuple[Point, Point] | None:
        """The corners of the region at which the coast is cut."""
        points = [point for ring in self.rings("land") for point in ring]
        return bounds(points) if points else None


def _meet(one: tuple[Point, Point], other: tuple[Point, Point]) -> bool:
    """Whether two rectangles, by their corners, have something in common."""
    return all(one[0][i] <= other[1][i] and other[0][i] <= one[1][i] for i in (0, 1))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two edges cross: the ends of each lie on both sides of the other."""
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _points(line: Sequence[Sequence[float]]) -> list[Point]:
    return [(lat, lon) for lon, lat in line]


def ground(layers: Layers, frame: Frame) -> Ground:
    """What of the base map lies in the frame."""
    land = [t for ring in layers.rings("land", "world_land") for t in _turned(ring, frame)]
    lakes = [t for ring in layers.rings("lakes", "world_lakes") for t in _turned(ring, frame)]
    shore = [run for ring in land for run in _shore(ring, layers.box)]
    edges = [t for line in layers.lines("borders", "world_borders") for t in _turned(line, frame)]
    return Ground(
        list(_areas(land, frame)),
        list(_areas(lakes, frame)),
        list(_strokes(shore, frame)),
        list(_strokes(edges, frame)),
    )


def _turned(line: list[Point], frame: Frame) -> Iterator[list[Point]]:
    """The line, as often as it lies in the frame, on whichever turn round the earth."""
    corners = bounds(line)
    for turn in (-360, 0, 360):
        turned = [(lat, lon + turn) for lat, lon in corners]
        if _meet((turned[0], turned[1]), frame.corners):
            yield [(lat, lon + turn) for lat, lon in line] if turn else line


def _areas(rings: list[list[Point]], frame: Frame) -> Iterator[Stroke]:
    for ring in rings:
        cut = clip_area([frame.place(point) for point in ring], frame)
        if len(cut) > 2:
            # From its farthest point, for a ring has no ends to hold on to.
            far = max(range(len(cut)), key=lambda i: abs(cut[i][0] - cut[0][0]))
            halves = simple(cut[: far + 1], TOLERANCE), simple([*cut[far:], cut[0]], TOLERANCE)
            found = [*halves[0][:-1], *halves[1][:-1]]
            if len(found) > 2:
                yield found


def _strokes(lines: list[list[Point]], frame: Frame) -> Iterator[Stroke]:
    for line in lines:
        for piece in clip_line([frame.place(point) for point in line], frame):
            yield simple(piece, TOLERANCE)


def _shore(ring: list[Point], box: tuple[Point, Point] | None) -> Iterator[list[Point]]:
    """The runs of a ring that are coast, and not where the data is cut."""
    edges = pairwise(ring)
    for cut, run in groupby(edges, key=lambda edge: _is_cut(edge[0], edge[1], box)):
        if not cut:
            pairs = list(run)
            yield [pairs[0][0], *(after for _, after in pairs)]


def _is_cut(a: Point, b: Point, box: tuple[Point, Point] | None) -> bool:
    """Whether the edge lies on a side of the box, or on the seam of the world."""
    lats, lons = {-90.0}, {-540.0, -180.0, 180.0, 540.0}
    if box:
        lats |= {box[0][0], box[1][0]}
        lons |= {west + turn for west in (box[0][1], box[1][1]) for turn in (-360, 0, 360)}
    return (a[0] == b[0] and a[0] in lats) or (a[1] == b[1] and a[1] in lons)
