"""The layers of the base map: land, water, borders and names, as the project ships them.

A layer is GeoJSON with ``[lon, lat]``; lines and points that are read out of
it are ``(lat, lon)``, in degrees.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import groupby, pairwise
from typing import Any, NamedTuple, Self

import numpy as np

from journey.basemap.relief import Reliefs
from journey.basemap.zones import held
from journey.geo.clip import clip_line
from journey.geo.geometry import Point, bounds
from journey.shipped import data_folder

Layer = dict[str, Any]
Corners = tuple[Point, Point]
Bbox = tuple[float, float, float, float]

FILES = ("*.geojson", "relief.json", "*.webp")  # of the base map, among its scripts and texts


# The zooms up to which there is something to see: of the world, of the region, and of what is
# cut for a journey, along its route.
WORLD, REGION, CUT = 9.6, 18.0, 14.0


class Toponym(NamedTuple):
    """A name on the map: by language, its kind, and its point.

    ``zoom`` is that of a web map from which on there is room for it. ``country`` is
    the code of the one that it lies in; waters lie in none.
    """

    names: dict[str, str]
    kind: str
    point: Point
    zoom: float
    country: str = ""


class Layers:
    """The layers by name. Those of the region are fine, those of the world around it light.

    ``reliefs`` are the pictures of the hills, as far as there are any.
    """

    def __init__(self, files: Mapping[str, bytes]) -> None:
        """Read files, by file name: GeoJSON in UTF-8, and the pictures of the relief."""
        self.by_name: dict[str, Layer] = {
            name.removesuffix(".geojson"): json.loads(content)
            for name, content in files.items()
            if name.endswith(".geojson")
        }
        self.reliefs = Reliefs.read(files)
        self._detail = WORLD, REGION

    @classmethod
    def of(cls, by_name: Mapping[str, Layer], hills: Self) -> Self:
        """Layers that are read already, on the hills of others."""
        made = cls({})
        made.by_name, made.reliefs = dict(by_name), hills.reliefs
        made._detail = CUT, CUT
        return made

    def _features(self, *names: str) -> Iterator[Layer]:
        for name in names:
            yield from self.by_name.get(name, {"features": []})["features"]

    @property
    def detail(self) -> tuple[float, float]:
        """The zooms of a web map beyond which there is no more to see: of the world, of the region.

        From there on, what a line may be off (data/basemap/README.md) is seen as
        some twenty pixels.
        """
        return self._detail

    @property
    def bbox(self) -> Bbox | None:
        """West, south, east and north of the region, at which its land is cut, in degrees."""
        west, south, east, north = self.by_name.get("land", {}).get("bbox", (None,) * 4)
        return None if west is None else (west, south, east, north)

    def rings(self, *names: str) -> Iterator[list[Point]]:
        """Every ring of the areas in those layers."""
        for feature in self._features(*names):
            shape = feature["geometry"]
            for area in shape["coordinates"] if shape["type"] == "MultiPolygon" else ():
                yield from (_points(ring) for ring in area)

    def lands(self, *names: str) -> Iterator[tuple[list[list[Point]], str]]:
        """Every area of those layers, as its rings, with whose all of it is: a code or ""."""
        for feature in self._features(*names):
            for area, code in held_by(feature):
                yield [_points(ring) for ring in area], code.strip()

    def lines(self, *names: str) -> Iterator[list[Point]]:
        """Every line of those layers."""
        for feature in self._features(*names):
            yield from _drawn(feature)

    def borders(self, *names: str) -> Iterator[tuple[list[Point], tuple[str, str]]]:
        """Every border line of those layers, with the countries left and right of it, by code."""
        for feature in self._features(*names):
            inner, sides = feature["geometry"]["coordinates"], feature["properties"].get("sides")
            many = feature["geometry"]["type"] == "MultiLineString"
            lines, pairs = (inner, sides) if many else ([inner], [sides])
            for line, (left, right) in zip(lines, pairs, strict=True) if sides else ():
                yield _points(line), (left, right)

    def rivers(self, *names: str) -> Iterator[list[Point]]:
        """Every river of those layers that is no border."""
        yield from (line for f in self._features(*names) if _is_stream(f) for line in _drawn(f))

    def partings(self, *names: str) -> Iterator[list[Point]]:
        """Every line of those layers that is a border, perhaps a river, too."""
        yield from (line for f in self._features(*names) if not _is_stream(f) for line in _drawn(f))

    def width(self, name: str) -> float:
        """How wide the rivers of that layer are, in metres; 0 where there are none."""
        return max((f["properties"].get("width", 0.0) for f in self._features(name)), default=0.0)

    def known(self, name: str) -> str:
        """The basis of what that layer says of its rivers, "" where it says nothing."""
        return next((str(f["properties"].get("basis", "")) for f in self._features(name)), "")

    def toponyms(self, *names: str) -> Iterator[Toponym]:
        """Every name of those layers."""
        for feature in self._features(*names):
            lon, lat = feature["geometry"]["coordinates"]
            about = feature["properties"]
            country = about.get("country", "")
            yield Toponym(about["names"], about["kind"], (lat, lon), about["zoom"], country)

    def countries(self) -> dict[str, dict[str, str]]:
        """The names of the countries, by language, by two-letter code."""
        every = (feature["properties"] for feature in self._features("places", "world_places"))
        named = (about for about in every if about["kind"] == "country" and "country" in about)
        return {about["country"]: about["names"] for about in named}

    def shore(self, ring: Sequence[Point]) -> Iterator[list[Point]]:
        """The runs of a ring that are coast, and not where the data is cut."""
        for cut, run in groupby(pairwise(ring), key=self._is_cut):
            if not cut:
                edges = list(run)
                yield [edges[0][0], *(after for _, after in edges)]

    def parted(self, a: Point, b: Point) -> bool:
        """Whether a border or a coast lies on the straight way on the map from ``a`` to ``b``."""
        near = self._edges.near(*bounds([a, b]))
        return any(_cross(a, b, *edge) for line in near for edge in pairwise(line))

    def plain(self, low: Point, high: Point) -> bool:
        """Whether nothing but land is drawn between two corners: no shore, no lake, no border."""
        drawn = (*self._edges.near(low, high), *self._lakes.near(low, high))
        if any(next(clip_line(line, low, high), None) for line in drawn):
            return False
        # So it is all land, or none of it is.
        return self.on_land(((low[0] + high[0]) / 2, (low[1] + high[1]) / 2))

    def on_land(self, point: Point) -> bool:
        """Whether land is drawn there, be it under a lake."""
        return any(held(np.array([point]), [ring])[0] for ring in self._lands.near(point, point))

    def at_sea(self, point: Point, off: float) -> bool:
        """Whether no land is drawn there, nor within so many degrees in each direction."""
        low, high = (point[0] - off, point[1] - off), (point[0] + off, point[1] + off)
        shores = self._edges.near(low, high)
        return not (any(next(clip_line(one, low, high), None) for one in shores)
                    or self.on_land(point))  # fmt: skip

    @cached_property
    def _lakes(self) -> _Index:
        """Every lake."""
        return _Index([(bounds(ring), ring) for ring in self.rings("lakes", "world_lakes")])

    @cached_property
    def _lands(self) -> _Index:
        """Every ring of land."""
        rings = self.rings("land", "world_land")
        return _Index([(bounds(ring), np.array(ring)) for ring in rings])

    @cached_property
    def _edges(self) -> _Index:
        """Every border and coast, in pieces of at most 50 points."""
        lines = [run for ring in self.rings("land", "world_land") for run in self.shore(ring)]
        lines += self.partings("borders", "world_borders")
        pieces = [line[i : i + 50] for line in lines for i in range(0, len(line) - 1, 49)]
        return _Index([(bounds(piece), piece) for piece in pieces])

    def _is_cut(self, edge: tuple[Point, Point]) -> bool:
        """Whether the edge lies on a side of the region, or on the seam of the world."""
        lats, lons = self._seams
        a, b = edge
        return (a[0] == b[0] and a[0] in lats) or (a[1] == b[1] and a[1] in lons)

    @cached_property
    def _seams(self) -> tuple[set[float], set[float]]:
        """Latitudes and longitudes along which the data is cut, on every turn round the earth."""
        lats, lons = {-90.0}, {-180.0, 180.0}
        if self.bbox:
            west, south, east, north = self.bbox
            lats |= {south, north}
            lons |= {west, east}
        return lats, {lon + turn for lon in lons for turn in (-360, 0, 360)}


class _Index:
    """Lines by their corners, of which those near a place are found soon."""

    def __init__(self, lines: Sequence[tuple[Corners, Any]]) -> None:
        self._lines = [line for _, line in lines]
        corners = np.array([(*low, *high) for (low, high), _ in lines]).reshape(-1, 4)
        self._low, self._high = corners[:, :2], corners[:, 2:]

    def near(self, low: Point, high: Point) -> Iterator[Any]:
        """Those whose corners meet the two."""
        found = (self._low <= high).all(axis=1) & (self._high >= low).all(axis=1)
        yield from (self._lines[i] for i in np.flatnonzero(found))


def held_by(feature: Layer) -> Iterator[tuple[Any, str]]:
    """Each area of a feature with two letters: the country that has all of it, or spaces."""
    told = feature["properties"].get("countries", "")
    for i, area in enumerate(feature["geometry"]["coordinates"]):
        yield area, told[2 * i : 2 * i + 2] or "  "


def meet(one: Corners, other: Corners) -> bool:
    """Whether two rectangles, by their corners, have something in common.

    >>> meet(((0, 0), (2, 2)), ((2, 1), (3, 3)))
    True
    """
    return all(one[0][i] <= other[1][i] and other[0][i] <= one[1][i] for i in (0, 1))


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether two edges cross: the ends of each lie on both sides of the other."""
    return _side(a, b, c) * _side(a, b, d) <= 0 and _side(c, d, a) * _side(c, d, b) <= 0


def _side(a: Point, b: Point, c: Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _is_stream(feature: Layer) -> bool:
    about = feature["properties"]
    return about.get("kind") == "river" and "sides" not in about


def _drawn(feature: Layer) -> Iterator[list[Point]]:
    """The lines of a feature of lines."""
    kind, inner = feature["geometry"]["type"], feature["geometry"]["coordinates"]
    lines = {"MultiLineString": inner, "LineString": [inner]}
    yield from (_points(line) for line in lines.get(kind, ()))


def _points(line: Sequence[Sequence[float]]) -> list[Point]:
    return [(lat, lon) for lon, lat in line]


@cache
def shipped() -> Layers:
    """The layers that the project ships."""
    folder = data_folder("basemap")
    files = [file for kind in FILES for file in sorted(folder.glob(kind))]
    return Layers({file.name: file.read_bytes() for file in files})
