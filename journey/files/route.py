"""The shapes of the legs, read from GeoJSON.

Here alone, and where GeoJSON is written, a position is ``[lon, lat]``; what
leaves this room is ``(lat, lon)`` in degrees, WGS 84 (RFC 7946, section 3.1.1).
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from math import isfinite
from typing import Any

from journey.errors import Code, Complaint, Figure, Figures, KeyPath
from journey.files import heights
from journey.files.bounded import MAX_DEPTH
from journey.files.parts import apart, joined, placed
from journey.files.times import Instants, times

MAX_POINTS = 1_000_000
# No file within the limits holds more of each; counted before it is read.
_MAX_GROUPS = 100_000
_MOST = {"[": MAX_POINTS + _MAX_GROUPS, "{": _MAX_GROUPS, ",": 4 * MAX_POINTS + _MAX_GROUPS}
_SPACE = re.compile(r"[ \t\n\r]*")
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)
_DECODER = json.JSONDecoder(parse_int=float)

_FORM = '{"type": "FeatureCollection", "features": ['
# Where in a position, or in a line, a fault is, what it is, and its figures.
_Fault = tuple[KeyPath, Code, Figures]


class Twice(dict[str, Any]):
    """A JSON object in which the keys in ``again`` stand twice."""

    again: Sequence[str] = ()


@dataclass
class Route:
    """Lines by leg id, the index of each one's feature, and what was wrong.

    ``times`` has when the points of a line were passed, and ``heights`` how high
    they are in m, where that is told,
    ``starts`` at which of its points the parts of a MultiLineString start, and
    ``whole`` says that every feature could be told by its id.
    """

    file: str
    text: str = ""
    lines: dict[str, list[Any]] = field(default_factory=dict)
    times: dict[str, Instants] = field(default_factory=dict)
    heights: dict[str, list[float | None]] = field(default_factory=dict)
    starts: dict[str, list[int]] = field(default_factory=dict)
    features: dict[str, int] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    whole: bool = True

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def line(self, path: KeyPath) -> int:
        """The line of the file on which the value at ``path`` stands."""
        return self._places.line(path)

    def drawn(self, name: str, inside: KeyPath) -> KeyPath:
        """Where the line of the leg ``name`` stands, or what of it ``inside`` leads to."""
        place = placed(inside, self.starts.get(name, []))
        return ("features", self.features[name], "geometry", "coordinates", *place)

    def complaint(self, path: KeyPath, code: Code, **figures: Figure) -> Complaint:
        """A fault of the value at ``path``."""
        return Complaint(self.file, self.line(path), path, code, figures)

    def complain(self, path: KeyPath, code: Code, **figures: Figure) -> None:
        """Note a fault of the value at ``path``."""
        self.complaints.append(self.complaint(path, code, **figures))

    def refuse(self, line: int, code: Code, **figures: Figure) -> None:
        """Note a fault of the file as a whole, and that nothing of it is taken."""
        self.complaints.append(Complaint(self.file, line, (), code, figures))
        self.lines.clear()
        self.times.clear()
        self.heights.clear()
        self.whole = False


class Places:
    """Where the values in JSON text stand; each part is read when it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts: dict[KeyPath, dict[str | int, int]] = {}
        self._last = (0, 1)

    def line(self, path: KeyPath) -> int:
        """The line of the value at ``path``, or of what holds it."""
        at = _skip(self.text, 0)
        for count, step in enumerate(path):
            inside = self._part(path[:count], at)
            if step not in inside:
                break
            at = inside[step]
        return self._line(at)

    def _part(self, path: KeyPath, at: int) -> dict[str | int, int]:
        if path not in self._parts:
            self._parts[path] = dict(_inside(self.text, at))
        return self._parts[path]

    def _line(self, at: int) -> int:
        """The line at the offset ``at``, counted on from where the last one was."""
        start, line = self._last if at >= self._last[0] else (0, 1)
        self._last = (at, line + self.text.count("\n", start, at))
        return self._last[1]


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _inside(text: str, at: int) -> Iterator[tuple[str | int, int]]:
    """The key or index, and the offset, of each value in the array or object at ``at``."""
    named, index = text[at : at + 1] == "{", 0
    if text[at : at + 1] not in ("{", "["):
        return
    at = _skip(text, at + 1)
    while text[at] not in "]}":
        key: str | int = index
        if named:
            key, at = _DECODER.raw_decode(text, at)
            at = _skip(text, _skip(text, at) + 1)
        yield key, at
        _, at = _DECODER.raw_decode(text, at)
        at = _skip(text, at)
        at, index = _skip(text, at + 1) if text[at] == "," else at, index + 1


def read_route(text: str, file: str) -> Route:
    """The shapes in GeoJSON ``text``; ``file`` is its name in complaints."""
    route = Route(file, text)
    if any(text.count(sign) > most for sign, most in _MOST.items()):
        route.refuse(1, "too_much_route", points=MAX_POINTS, groups=_MAX_GROUPS)
        return route
    try:
        data = json.loads(text, parse_int=float, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        route.refuse(error.lineno, "no_json", problem=error.msg)
    except RecursionError:
        route.refuse(_too_deep(text), "too_deep", limit=MAX_DEPTH)
    else:
        _read(route, data)
    return route


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    twice = Twice(found)
    twice.again = [key for key, count in Counter(key for key, _ in pairs).items() if count > 1]
    return twice


def _too_deep(text: str) -> int:
    """The line on which the nesting passes the limit."""
    depth = 0
    for match in _BRACKETS.finditer(text):
        depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(match.group(), 0)
        if depth > MAX_DEPTH:
            return text.count("\n", 0, match.start()) + 1
    return 1


def _read(route: Route, data: Any) -> None:
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or data.get("type") != "FeatureCollection":
        route.complain((), "no_collection", start=_FORM)
    if not isinstance(features, list):
        route.whole = False
        return
    _once(route, (), data)
    for index, feature in enumerate(features):
        _take(route, ("features", index), feature)
    points = sum(map(len, route.lines.values()))
    if points > MAX_POINTS:
        route.refuse(1, "too_many_points", points=points, limit=MAX_POINTS)


def _once(route: Route, path: KeyPath, part: Any) -> None:
    for key in part.again if isinstance(part, Twice) else ():
        route.complain((*path, key), "key_twice")


def _take(route: Route, path: KeyPath, feature: Any) -> None:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        route.complain(path, "no_feature")
    if not isinstance(feature, dict):
        route.whole = False
        return
    _once(route, path, feature)
    name, key = _name(feature)
    if name is None:
        route.complain(path, "feature_without_id")
        route.whole = False
    elif not isinstance(name, str):
        route.complain((*path, *key), "feature_id_no_text")
        route.whole = False
    elif name in route.features:
        route.complain((*path, *key), "shape_twice", id=name)
        return
    else:
        route.features[name] = int(path[1])
    points, starts = _draw(route, path, name, feature.get("geometry"))
    _time(route, path, name, feature.get("properties"), points, starts)


def _name(feature: dict[str, Any]) -> tuple[Any, KeyPath]:
    """The id of the feature, and where it stands: where it has none, among its properties.

    So write programs that know no other place for it, or only number features there.
    """
    properties = feature.get("properties")
    among = properties.get("id") if isinstance(properties, dict) else None
    own = feature.get("id")
    numbered = isinstance(among, str) and not isinstance(own, str)
    if numbered or (own is None and among is not None):
        return among, ("properties", "id")
    return own, ("id",)


def _time(
    route: Route, path: KeyPath, name: Any, properties: Any, points: int | None, starts: list[int]
) -> None:
    """Take the times of a feature's points, or complain of them."""
    _once(route, (*path, "properties"), properties)
    found, faults = times(properties, points, starts)
    for inside, code, figures in faults:
        route.complain((*path, "properties", *inside), code, **figures)
    if found and isinstance(name, str) and name in route.lines:
        route.times[name] = found


def _draw(route: Route, path: KeyPath, name: Any, geometry: Any) -> tuple[int | None, list[int]]:
    """Take the line of a feature, or complain of it.

    It gives of how many points it is, if it is one, and where its parts start.
    """
    here = (*path, "geometry")
    _once(route, here, geometry)
    line, starts = _points(route, here, geometry)
    if line is None:
        return None, []
    faults = list(_faults(line))
    for inside, code, figures in faults:
        route.complain((*here, "coordinates", *placed(inside, starts)), code, **figures)
    if isinstance(name, str) and not faults:
        points = [(position[1], position[0]) for position in line]
        route.lines[name], route.starts[name] = points, starts
        route.heights[name] = heights.heights(line)
        for index, km in apart(points, starts):
            there = placed((index,), starts)
            route.complain((*here, "coordinates", *there), "parts_apart", distance=km)
    return len(line), starts


def _points(route: Route, here: KeyPath, geometry: Any) -> tuple[list[Any] | None, list[int]]:
    """The positions of a line, which may be in parts, and where these start; or None."""
    line: Any = geometry.get("coordinates") if isinstance(geometry, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    parted = kind == "MultiLineString" and isinstance(line, list) and bool(line)
    parts: list[Any] = line if parted else [line]
    short = [i for i, part in enumerate(parts) if not isinstance(part, list) or len(part) < 2]
    if not isinstance(kind, str):
        route.complain(here, "feature_without_shape")
    elif kind not in ("LineString", "MultiLineString"):
        route.complain(here, "shape_no_line", kind=kind)
    elif short:
        route.complain((*here, "coordinates", *(short[:1] if parted else ())), "short_line")
    else:
        return joined(parts) if parted else (parts[0], [])
    return None, []


def _faults(line: list[Any]) -> Iterator[_Fault]:
    """What is wrong with positions; where several in a row have one fault, the first stands.

    It counts how many ``more`` follow.
    """
    plain = (
        type(p) is list
        and (len(p) == 2 or (len(p) == 3 and heights.plain(p[2])))
        and type(p[0]) is type(p[1]) is float
        for p in line
    )
    if all(plain) and all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat, *_ in line):
        return
    found = ((index, fault) for index, fault in enumerate(map(_fault, line)) if fault)
    for _, run in groupby(found, key=lambda item: item[1][:2]):
        (index, (axis, code, figures)), *more = run
        yield (index, *axis), code, {**figures, **({"more": len(more)} if more else {})}


def _fault(position: Any) -> _Fault | None:
    """What is wrong with one position."""
    if not isinstance(position, list) or len(position) not in (2, 3):
        return (), "no_position", {}
    for axis, number in enumerate(position[:2]):
        limit = (180, 90)[axis]
        if not isinstance(number, float):
            return (axis,), "degree_no_number", {}
        if not isfinite(number):
            return (axis,), "degree_not_finite", {}
        if not -limit <= number <= limit:
            return (axis,), "position_out_of_bounds", {"value": number, "limit": limit}
    found = heights.fault(position[2]) if position[2:] else None
    return ((2,), *found) if found else None
