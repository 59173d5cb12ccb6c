"""GeoJSON (RFC 7946): lines with the times that converters write beside them, and named points.

Here alone a position is ``[lon, lat]``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import nan
from typing import Any

from journey.importers.content import Content
from journey.importers.found import Drawn, Ends, Found, Line, Spot, Story
from journey.importers.objects import left, mapping, within
from journey.importers.plain import name, words
from journey.importers.points import degrees, metres
from journey.importers.zones import zone
from journey.model.calendar import When

_LINES = {"LineString": 1, "MultiLineString": 2}
_POINTS = {"Point": 0, "MultiPoint": 1}
_KINDS = {"FeatureCollection", "Feature", "GeometryCollection", "Polygon", "MultiPolygon",
          *_LINES, *_POINTS}  # fmt: skip
_NAMES, _TEXTS = ("name", "title", "label", "Name"), ("description", "desc", "text", "notes")
# Lines of our own files that are no way: what stands beside it.
_LANDMARKS = {"bridge"}
_SAID = (*_TEXTS, "summary")
_MODES = ("mode", "type", "activity", "sport")


def looks(content: Content) -> bool:
    """Whether it is GeoJSON."""
    data = content.data
    return isinstance(data, dict) and data.get("type") in _KINDS and "@context" not in data


def read(content: Content) -> Found:
    """What GeoJSON tells."""
    lines: list[Line] = []
    spots: list[Spot] = []
    for geometry, properties in geometries(content.data, {}, 0):
        told = name(_first(properties, _NAMES), content)
        text = words(_first(properties, _TEXTS), content)
        kind, coordinates = geometry.get("type"), geometry.get("coordinates")
        if kind in _LINES and properties.get("kind") in _LANDMARKS:
            content.note("fields_unused", names=(told or "kind",))
        elif kind in _LINES:
            parts = listed(coordinates) if _LINES[kind] == 2 else [coordinates]
            drawn = way(parts, _times(properties), content)
            mode = name(_first(properties, _MODES), content)
            lines.append(
                replace(
                    drawn.line(told, text, mode),
                    key=_key(properties),
                    ends=_ends(properties, content),
                )
            )
        elif kind in _POINTS:
            for position in listed(coordinates) if _POINTS[kind] else [coordinates]:
                if found := located(position, content):
                    content.count_place()
                    own = properties if properties.get("kind") == "place" else {}
                    place, there = _first(own, ("id",)), _first(own, ("zone",))
                    spots.append(Spot(told, found[:2], text=text, place=place, zone=zone(there)))
        else:
            content.note("areas_unused")
    data = content.data
    about = data.get("journey")
    about = about if isinstance(about, dict) else data
    story = Story(name(_first(about, _NAMES), content), words(_first(about, _SAID), content))
    left(content)
    return Found(content.name, tuple(lines), tuple(spots), story=story, remarks=content.remarks)


def geometries(
    data: Any, properties: dict[str, Any], depth: int
) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    """Each geometry, with the properties of its feature."""
    if not isinstance(data, dict) or depth > 10:
        return
    match data.get("type"):
        case "FeatureCollection":
            for feature in listed(data.get("features")):
                yield from geometries(feature, {}, depth + 1)
        case "Feature":
            own = data.get("properties")
            own = own if isinstance(own, dict) else {}
            yield from geometries(data.get("geometry"), own, depth + 1)
        case "GeometryCollection":
            for geometry in listed(data.get("geometries")):
                yield from geometries(geometry, properties, depth + 1)
        case _:
            yield data, properties


def way(parts: list[Any], times: list[Any], content: Content) -> Drawn:
    """The line in parts, with the times of its points, which may be in parts, too."""
    drawn, index = Drawn(), 0
    flat = [time for part in times for time in (part if isinstance(part, list) else [part])]
    for part in parts:
        drawn.part()
        for position in listed(part):
            time = flat[index] if index < len(flat) else None
            index += 1
            if found := located(position, content):
                content.count()
                drawn.add(*found, _seconds(time, content))
    return drawn


def located(value: Any, content: Content) -> tuple[float, float, float] | None:
    numbers = listed(value)
    lon, lat, height = (*numbers, None, None, None)[:3]
    point = degrees(lat, lon, content)
    return (*point, metres(height, content)) if point else None


def _times(properties: dict[str, Any]) -> list[Any]:
    inner = properties.get("coordinateProperties")
    later = inner.get("times") if isinstance(inner, dict) else None
    return listed(properties.get("coordTimes") or properties.get("times") or later)


def _seconds(time: Any, content: Content) -> float:
    if time is None:
        return nan
    if isinstance(time, int | float):
        # Numbers are those of JavaScript: milliseconds since 1970.
        return time / 1_000 if abs(time) < 1e14 else nan
    return content.seconds(str(time))


def _first(properties: dict[str, Any], keys: tuple[str, ...]) -> str:
    """The first of these that is a text or a number."""
    found = (properties.get(key) for key in keys)
    found = (one[0] if isinstance(one, list) and one else one for one in found)
    return next((str(one) for one in found if isinstance(one, str | int) and one != ""), "")


def _key(properties: dict[str, Any]) -> str:
    """The id of a leg in our own files."""
    found = properties.get("id")
    return found if properties.get("kind") == "leg" and isinstance(found, str) else ""


def _ends(properties: dict[str, Any], content: Content) -> Ends | None:
    """Where and when a leg of our own files starts and ends; None for any other line."""
    if not _key(properties):
        return None
    content.unused["claims"] += len(listed(properties.get("claims")))
    content.unused["pauses"] += len(listed(properties.get("pauses")))
    clock = mapping(properties.get("clock"))
    departs, arrives = (_moment(clock.get(key), content) for key in ("departs", "arrives"))
    return Ends(_first(properties, ("from",)), _first(properties, ("to",)), departs, arrives)


def _moment(bounds: Any, content: Content) -> When | None:
    early, late = (*listed(bounds), None, None)[:2]
    return within(str(early or ""), str(late or ""), content)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
