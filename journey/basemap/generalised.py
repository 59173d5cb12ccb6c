"""The base map generalised for a journey, small enough to be sent with it.

What lies far from the route is seen only from high up, where the route is in
view, too. So the farther off a coast is, the fewer points it needs: nothing is
cut, no edge comes into sight, and near the route all stays as it is.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import accumulate, pairwise
from math import nan
from typing import Any

import numpy as np

from journey.basemap.layers import Bbox, Layer, Layers, held_by
from journey.basemap.packing import UNIT, pack_runs
from journey.geo.geometry import Point
from journey.geo.simplify import Flags, Floats, ends, kept

# How far off a place is, in degrees, and the share of that which is its tolerance: a pixel of a
# view that is as wide and has so many. They are fewer where the place is so far off that no view
# holds it and the route but one of half the earth, and more close to the route, where views are
# from near.
SHARES = (
    *((0.1, 1 / 400), (1.0, 1 / 330), (8.0, 1 / 300), (20.0, 1 / 150)),
    *((60.0, 1 / 150), (120.0, 1 / 100)),
)
# Of its tolerance, the step in which a point is told at the most.
STEP = 7 / 8
# A ring that is less wide than so many times its tolerance is left out.
SPECK = 3
# Tolerance near the route, in degrees: that of the files (data/basemap/README.md) or less.
# A layer that names its own is drawn so large that less would show.
LEAST = 0.00005
# Points along the route from which distances are taken.
LOOKED = 400
# Degrees of longitude in which areas are told from south to north, so that those follow each
# other that lie near each other.
STRIP = 4
# A name that shows from that zoom on is not sent so many degrees off the route, two screens there.
LOCAL, FAR = 6, 60.0
# The layer of waters and islands. One is named where the route is so many degrees off its edge.
WATERS, BESIDE = "waters", 0.6
_DEGREE = 111.2  # km in a degree of latitude
NAMES = ("kind", "zoom", "until", "width", "basis")

_NOWHERE = (nan, nan, nan, nan)  # where no region is cut out of the world


def generalised(
    layers: Layers, route: Sequence[Point], language: str, taken: Collection[str] = ()
) -> dict[str, Layer]:
    """The layers around ``route``, points ``(lat, lon)`` in degrees, by name.

    GeoJSON in which lines are texts, as :func:`journey.basemap.packing.pack_runs`
    makes them, layer by layer; the last point of a ring, which is its first, is
    left out. A layer of places is one such text with all their points, their
    properties as :func:`columns`, with the name in ``language`` or in English, and a text
    with two letters for the country of each. The name is "" where it is ``taken`` in one of
    these two, for the journey writes it itself, but for rivers. Borders have ``sides``: a text with
    four letters for each line, the country left of it and the one right of it. Land has
    ``countries``: two letters for each area, the country that has all of it, or spaces.
    """
    seen = _along(np.array(route)[:, ::-1])
    bbox = layers.bbox or _NOWHERE
    every = {n: layer for n, layer in layers.by_name.items() if n != WATERS}
    if named := _touched(layers, seen):
        known = every.get("world_places", {"features": []})["features"]
        every["world_places"] = {"features": [*known, *named]}
    return {n: _layer(layer, seen, bbox, language, taken) for n, layer in every.items()}


def _touched(layers: Layers, seen: Floats) -> list[Layer]:
    """The names of the waters and islands that the route leads over, or close by."""
    every: list[Layer] = layers.by_name.get(WATERS, {"features": []})["features"]
    if not every:
        return []
    points = np.array([feature["geometry"]["coordinates"] for feature in every])
    reach = np.array([feature["properties"]["across"] for feature in every]) / 2 / _DEGREE + BESIDE
    near = _off(points, seen) <= reach
    return [feature for feature, is_near in zip(every, near, strict=True) if is_near]


def _layer(layer: Layer, seen: Floats, bbox: Bbox, language: str, taken: Collection[str]) -> Layer:
    if all(feature["geometry"]["type"] == "Point" for feature in layer["features"]):
        return _places(layer, seen, language, taken)
    told = [_sorted(feature) for feature in layer["features"]]
    lines = [line for feature in told for line in _lines(feature["geometry"])]
    areas = [
        "Polygon" in feature["geometry"]["type"]
        for feature in told
        for _ in _lines(feature["geometry"])
    ]
    least = layer.get("tolerance", LEAST)
    texts = iter(_texts(lines, areas, seen, bbox, least)) if lines else iter(())
    features = (_feature(feature, texts, language) for feature in told)
    return {"features": [f for f in features if f["geometry"]["coordinates"]]}


def _sorted(feature: Layer) -> Layer:
    """The feature, with areas that lie near each other one after the other."""
    shape = feature["geometry"]
    if shape["type"] != "MultiPolygon":
        return feature
    told = sorted(held_by(feature), key=lambda held: (held[0][0][0][0] // STRIP, held[0][0][0][1]))
    countries = "".join(code for _, code in told)
    return {
        **feature,
        "properties": {**feature["properties"], "countries": countries},
        "geometry": {**shape, "coordinates": [area for area, _ in told]},
    }


def _places(layer: Layer, seen: Floats, language: str, taken: Collection[str]) -> Layer:
    """Hundreds of places, as a text for where they are and what is said of each."""
    every = layer["features"]
    points = np.array([feature["geometry"]["coordinates"] for feature in every])
    off = _off(points, seen)
    near = [
        f["properties"].get("zoom", 0) < LOCAL or at <= FAR
        for f, at in zip(every, off, strict=True)
    ]
    points, off = points[near], off[near]
    known = [f["properties"] for f, is_near in zip(every, near, strict=True) if is_near]
    said = [_said(properties, language, taken) for properties in known]
    whose = "".join(properties.get("country", "  ") for properties in known)
    (text,) = pack_runs([(points, tolerance(off))])
    return {"points": text, "properties": columns(said), "countries": whose}


def columns(said: Sequence[Layer]) -> Layer:
    """What is said of each of many, by key, as lists, which have None where nothing is said.

    >>> columns([{"zoom": 3, "name": "A"}, {"zoom": 4}])
    {'zoom': [3, 4], 'name': ['A', None]}
    """
    return {key: [one.get(key) for one in said] for one in said for key in one}


def rows(told: Layer) -> Iterator[Layer]:
    """What is said of each, from such lists.

    >>> list(rows({"zoom": [3, 4], "name": ["A", None]}))
    [{'zoom': 3, 'name': 'A'}, {'zoom': 4}]
    """
    for values in zip(*told.values(), strict=True):
        pairs = zip(told, values, strict=True)
        yield {key: value for key, value in pairs if value is not None}


def _said(properties: Layer, language: str, taken: Collection[str] = ()) -> Layer:
    """What the browser needs to know of a feature; countries are named once, by their codes."""
    said = {name: properties[name] for name in NAMES if name in properties}
    if "names" in properties and properties["kind"] != "country":
        names = properties["names"]
        name = names.get(language, names["en"])
        # Villages are called after rivers.
        free = properties["kind"] == "river" or {names["en"], name}.isdisjoint(taken)
        said["name"] = name if free else ""
    return said


def _lines(geometry: Layer) -> Iterator[Any]:
    """The lines or rings of a geometry, in their order."""
    kind, inner = geometry["type"], geometry["coordinates"]
    if kind == "LineString":
        yield inner
    elif kind in ("Polygon", "MultiLineString"):
        yield from inner
    elif kind == "MultiPolygon":
        for polygon in inner:
            yield from polygon


def _feature(feature: Layer, texts: Iterator[str], language: str) -> Layer:
    """The same feature with the next of the texts for its lines; a ring of none is left out."""
    geometry = feature["geometry"]
    kind, inner = geometry["type"], geometry["coordinates"]
    said = _said(feature["properties"], language)
    sides = feature["properties"].get("sides")
    if kind == "LineString":
        inner = next(texts)
        said |= {"sides": "".join(sides)} if sides else {}
    elif kind in ("Polygon", "MultiLineString"):
        every = [next(texts) for _ in inner]
        inner = [text for text in every if text]
        if sides:
            kept = (pair for pair, text in zip(sides, every, strict=True) if text)
            said["sides"] = "".join(code for pair in kept for code in pair)
    elif kind == "MultiPolygon":
        told = [([next(texts) for _ in polygon], code) for polygon, code in held_by(feature)]
        drawn = [(rings, code) for rings, code in told if rings[0]]
        inner = [[text for text in rings if text] for rings, _ in drawn]
        countries = "".join(code for _, code in drawn)
        said |= {"countries": countries} if countries.strip() else {}
    return {"geometry": {"type": kind, "coordinates": inner}, "properties": said}


def _texts(
    lines: Sequence[Any], areas: Sequence[bool], seen: Floats, bbox: Bbox, least: float
) -> Iterator[str]:
    """Each line as a text, thinned; "" where a ring is too small to be looked at."""
    points = np.concatenate([np.asarray(line, dtype=np.float64) for line in lines])
    sizes = list(map(len, lines))
    allowed = tolerance(_off(points, seen), least)
    seam = _on_seam(points, bbox)
    stay = kept(points, allowed, seam | ends(sizes))
    # What is cut has to meet its other half, and no other point; what is near stays as it is.
    fine = np.where(_on_seam(points, bbox, allowed) | (allowed <= least), UNIT, allowed * STEP)
    parts = [slice(*span) for span in pairwise(accumulate(sizes, initial=0))]
    flags = [_stay(points[part], stay[part], allowed[part], seam[part]) for part in parts]
    texts = pack_runs(
        (points[part][flag][: -1 if area else None], fine[part][flag][: -1 if area else None])
        for part, flag, area in zip(parts, flags, areas, strict=True)
        if flag.any()
    )
    return (next(texts) if flag.any() else "" for flag in flags)


def _stay(points: Floats, stay: Flags, allowed: Floats, seam: Flags) -> Flags:
    """Which points of a line stay: none of a ring that is too small, all of one that is cut."""
    cut, closed = bool(seam.any()), bool((points[0] == points[-1]).all())
    few = closed and int(stay.sum()) < 4
    small = closed and np.ptp(points[stay], axis=0).max() < SPECK * allowed.min()
    if cut:
        return np.ones_like(stay) if few else stay
    return np.zeros_like(stay) if few or small else stay


def tolerance(off: Floats, least: float = LEAST) -> Floats:
    """How far off a line may be drawn where it lies ``off`` the route, all in degrees."""
    distances, shares = zip(*SHARES, strict=True)
    return np.asarray(np.maximum(off * np.interp(off, distances, shares), least))


def _off(points: Floats, seen: Floats) -> Floats:
    """How far each point lies from the nearest one seen, in degrees; rows are lon and lat."""
    lons, lats = np.ascontiguousarray(points.T)
    nearest = np.full(len(points), np.inf)
    for lon, lat in seen:
        east = np.abs(lons - ((lon + 180) % 360 - 180))
        # The shorter way round the earth.
        east = np.minimum(east, 360 - east)
        nearest = np.minimum(nearest, np.maximum(east, np.abs(lats - lat)))
    return nearest


def _along(route: Floats) -> Floats:
    """So many points of the route at even distances; rows are lon and lat in degrees."""
    steps = np.hypot(*np.diff(route, axis=0).T)
    reached = np.append(0.0, np.cumsum(steps))
    marks = np.linspace(0, reached[-1], LOOKED)
    return np.column_stack([np.interp(marks, reached, axis) for axis in route.T])


def _on_seam(points: Floats, bbox: Bbox, within: Floats | float = 0) -> Flags:
    """Which points lie on a side of the region, or on the edge of the world.

    Or so near to one of these, in degrees, that rounded they might.
    """
    west, south, east, north = bbox
    lon, lat = points[:, 0], points[:, 1]
    across = (west - within <= lon) & (lon <= east + within)
    along = (south - within <= lat) & (lat <= north + within)
    beside = np.minimum(abs(lon - west), abs(lon - east)) <= within
    level = np.minimum(abs(lat - south), abs(lat - north)) <= within
    edge = (180 - abs(lon) <= within) | (lat + 90 <= within)
    return np.asarray((across & along & (beside | level)) | edge)
