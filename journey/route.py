"""The shapes of the legs, read from GeoJSON.

Here alone, and where GeoJSON is written, a position is ``[lon, lat]``; what
leaves this room is ``(lat, lon)`` in degrees, WGS 84 (RFC 7946, section 3.1.1).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from journey.document import Path, parse
from journey.errors import Complaint

MAX_POINTS = 1_000_000
# Text longer than this, in characters, is not read a second time for line numbers.
_LOCATE = 2_000_000


@dataclass
class Route:
    """Lines by leg id, the index of each one's feature, and what was wrong."""

    file: str
    text: str
    lines: dict[str, list[Any]] = field(default_factory=dict)
    features: dict[str, int] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def line(self, path: Path) -> int:
        """The line of the file on which the value at ``path`` stands, or 0."""
        return parse(self.text, self.file).line(path) if len(self.text) < _LOCATE else 0

    def complain(self, path: Path, where: str, what: str, mend: str) -> None:
        """Note a fault in the value at ``path``."""
        self.complaints.append(Complaint(self.file, self.line(path), where, what, mend))


def read_route(text: str, file: str) -> Route:
    """The shapes in GeoJSON ``text``; ``file`` is its name in complaints."""
    route = Route(file, text)
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 0)
        what = getattr(error, "msg", "it is nested too deep")
        route.complaints.append(
            Complaint(file, line, "", f"this is not JSON: {what}", "check the commas and brackets")
        )
        return route
    for index, feature in _features(route, data):
        _take(route, index, feature)
    points = sum(map(len, route.lines.values()))
    if points > MAX_POINTS:
        route.lines.clear()
        route.complain(
            (), "", f"it has {points:,} points", f"simplify the lines to at most {MAX_POINTS:,}"
        )
    return route


def _features(route: Route, data: Any) -> Iterator[tuple[int, dict[str, Any]]]:
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list):
        route.complain(
            (),
            "",
            "this is no FeatureCollection",
            'it should start {"type": "FeatureCollection", "features": [',
        )
        return
    for index, feature in enumerate(features):
        if isinstance(feature, dict):
            yield index, feature
        else:
            route.complain(
                ("features", index),
                f"features[{index}]",
                "this is no Feature",
                "give it a type, an id and a geometry",
            )


def _take(route: Route, index: int, feature: dict[str, Any]) -> None:
    path: Path = ("features", index)
    where = f"features[{index}]"
    name, geometry = feature.get("id"), feature.get("geometry")
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    line = geometry.get("coordinates") if isinstance(geometry, dict) else None
    if not isinstance(name, str):
        route.complain(path, where, "the feature has no id", "give it the id of its leg")
    elif name in route.features:
        route.complain(path, where, f"'{name}' is there twice", "keep one shape for each leg")
    else:
        route.features[name] = index
        if kind != "LineString" or not isinstance(line, list) or len(line) < 2:
            route.complain(
                (*path, "geometry"),
                f"{where}.geometry",
                f"the shape of '{name}' is {kind or 'nothing'} and no line",
                "use a LineString of at least two points",
            )
        else:
            route.lines[name] = [_swapped(position) for position in line]


def _swapped(position: Any) -> Any:
    """``(lat, lon)`` of a position, or the thing itself where it is none."""
    if isinstance(position, list) and len(position) in (2, 3):
        return [position[1], position[0]]
    return position
