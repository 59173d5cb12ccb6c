"""Linked Places (GeoJSON-LD): places with their names and when they were what they are.

https://github.com/LinkedPasts/linked-places-format has the format. Where it
has lines, they are the way, and the places stand beside it.
"""

from __future__ import annotations

from typing import Any

from journey.importers.content import Content
from journey.importers.found import Found, Line, Spot, Story
from journey.importers.geojson import listed, located, way
from journey.importers.objects import dated, left, mapping, text
from journey.importers.plain import name, words
from journey.model.calendar import When

_READ = {"type", "@id", "@context", "id", "properties", "when", "names", "geometry", "descriptions"}
_TITLES = ("title", "name", "label")
_SURE = ("", "certain")
# Signs of ISO 8601-2 after a date: uncertain, about, both.
_SIGNS = "?~%"


def looks(content: Content) -> bool:
    """Whether it is GeoJSON that is linked data, too."""
    data = content.data
    return isinstance(data, dict) and "@context" in data and "features" in data


def read(content: Content) -> Found:
    """What the places tell."""
    lines: list[Line] = []
    spots: list[Spot] = []
    data = content.data
    for feature in map(mapping, listed(data.get("features"))):
        content.count_place()
        _note_rest(feature, content)
        called, told = _name(feature, content), _text(feature, content)
        found = _points(feature, content)
        ways = _ways(feature)
        if ways:
            lines.append(way(ways, [], content).line(called, told))
        if found or not ways:
            arrives, departs = _when(feature, content)
            spots.append(Spot(called, found[0] if found else None, arrives, departs, told))
    left(content)
    index = mapping(data.get("properties")) or data
    title = next((name(text(index, key), content) for key in _TITLES if text(index, key)), "")
    story = Story(title, words(text(index, "description"), content))
    return Found(content.name, tuple(lines), tuple(spots), story=story, remarks=content.remarks)


def _name(feature: dict[str, Any], content: Content) -> str:
    """Its title, or the first of its names."""
    names = [mapping(one) for one in listed(feature.get("names"))]
    content.unused["names"] += max(len(names) - 1, 0)
    own = mapping(feature.get("properties"))
    return name(text(own, "title") or next((text(one, "toponym") for one in names), ""), content)


def _text(feature: dict[str, Any], content: Content) -> str:
    told = (mapping(one) for one in listed(feature.get("descriptions")))
    return "\n\n".join(filter(None, (words(text(one, "value"), content) for one in told)))


def _geometries(feature: dict[str, Any]) -> list[dict[str, Any]]:
    whole = mapping(feature.get("geometry"))
    several = whole.get("type") == "GeometryCollection"
    return [mapping(one) for one in listed(whole.get("geometries"))] if several else [whole]


def _points(feature: dict[str, Any], content: Content) -> list[tuple[float, float]]:
    """Where it is, the first of them first; what else is told of it is noted."""
    found: list[tuple[float, float]] = []
    for one in _geometries(feature):
        content.note("certainty_unused", int(text(one, "certainty") not in _SURE))
        if one.get("type") == "Point" and (point := located(one.get("coordinates"), content)):
            found.append(point[:2])
        elif one.get("type") in ("Polygon", "MultiPolygon"):
            content.note("areas_unused")
    content.unused["geometry"] += max(len(found) - 1, 0)
    return found


def _ways(feature: dict[str, Any]) -> list[Any]:
    """Its lines, part by part."""
    parts: list[Any] = []
    for one in _geometries(feature):
        if one.get("type") == "LineString":
            parts.append(one.get("coordinates"))
        elif one.get("type") == "MultiLineString":
            parts += listed(one.get("coordinates"))
    return parts


def _when(feature: dict[str, Any], content: Content) -> tuple[When | None, When | None]:
    """The start and the end of the first time that is told."""
    told = mapping(feature.get("when"))
    spans = [mapping(one) for one in listed(told.get("timespans"))]
    content.unused["when"] += max(len(spans) - 1, 0)
    for key in ("periods", "duration", "label"):
        content.unused[f"when.{key}"] += bool(told.get(key))
    first = spans[0] if spans else {}
    return _moment(first.get("start"), content), _moment(first.get("end"), content)


def _moment(value: Any, content: Content) -> When | None:
    """The moment of a start or an end, of which the earliest and the latest may be told.

    Within a year it is that; what may be years apart is left out.
    """
    of = {"in": value} if isinstance(value, str) else mapping(value)
    told, early, late = text(of, "in"), text(of, "earliest"), text(of, "latest")
    if not told and early and late and early != late:
        content.note("certainty_unused")
        told = early[:4] if early[:4] == late[:4] else ""
    told = told or (early if not late or early == late else "")
    bare = told.rstrip(_SIGNS)
    content.note("certainty_unused", int(bare != told))
    found = dated(bare, content)
    content.note("times_odd", int(bool(bare) and found is None))
    return found


def _note_rest(feature: dict[str, Any], content: Content) -> None:
    for key in feature.keys() - _READ:
        content.unused[name(key, content)] += bool(feature[key])
    for key in mapping(feature.get("properties")).keys() - set(_TITLES):
        content.unused[name(key, content)] += 1
