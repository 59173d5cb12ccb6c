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

from journey.errors import Complaint
from journey.files.document import MAX_DEPTH, Path, dotted

MAX_POINTS = 1_000_000
# No file within the limits holds more of each; counted before it is read.
_MOST = {"[": MAX_POINTS + 100_000, "{": 100_000, ",": 4 * MAX_POINTS}
_SPACE = re.compile(r"[ \t\n\r]*")
_BRACKETS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[{\]}]', re.DOTALL)
_DECODER = json.JSONDecoder(parse_int=float)

Fault = tuple[tuple[int, ...], str, str]


class Twice(dict[str, Any]):
    """A JSON object in which the keys in ``again`` stand twice."""

    again: Sequence[str] = ()


@dataclass
class Route:
    """Lines by leg id, the index of each one's feature, and what was wrong.

    ``whole`` says that every feature could be told by its id.
    """

    file: str
    text: str = ""
    lines: dict[str, list[Any]] = field(default_factory=dict)
    features: dict[str, int] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)
    whole: bool = True

    @cached_property
    def _places(self) -> Places:
        return Places(self.text)

    def line(self, path: Path) -> int:
        """The line of the file on which the value at ``path`` stands."""
        return self._places.line(path)

    def complain(self, path: Path, what: str, mend: str) -> None:
        """Note a fault in the value at ``path``."""
        self.complaints.append(Complaint(self.file, self.line(path), dotted(path), what, mend))

    def refuse(self, line: int, what: str, mend: str) -> None:
        """Note a fault of the file as a whole, and that nothing of it is taken."""
        self.complaints.append(Complaint(self.file, line, "", what, mend))
        self.lines.clear()
        self.whole = False


class Places:
    """Where the values in JSON text stand; each part is read when it is asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._parts: dict[Path, dict[str | int, int]] = {}
        self._last = (0, 1)

    def line(self, path: Path) -> int:
        """The line of the value at ``path``, or of what holds it."""
        at = _skip(self.text, 0)
        for count, step in enumerate(path):
            inside = self._part(path[:count], at)
            if step not in inside:
                break
            at = inside[step]
        return self._line(at)

    def _part(self, path: Path, at: int) -> dict[str | int, int]:
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
        what = f"it holds more than {MAX_POINTS:,} points or 100,000 groups"
        route.refuse(1, what, "simplify the lines, and keep one feature for each leg")
        return route
    try:
        data = json.loads(text, parse_int=float, object_pairs_hook=_object)
    except json.JSONDecodeError as error:
        what = f"this is not JSON: {error.msg}"
        route.refuse(error.lineno, what, "check the commas, brackets and quotation marks")
    except RecursionError:
        what = f"it is nested more than {MAX_DEPTH} deep"
        route.refuse(_too_deep(text), what, "make it flatter")
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
        start = 'let it start {"type": "FeatureCollection", "features": ['
        route.complain((), "this is no FeatureCollection", start)
    if not isinstance(features, list):
        route.whole = False
        return
    _once(route, (), data)
    for index, feature in enumerate(features):
        _take(route, ("features", index), feature)
    points = sum(map(len, route.lines.values()))
    if points > MAX_POINTS:
        mend = f"simplify the lines to at most {MAX_POINTS:,}"
        route.refuse(1, f"it has {points:,} points", mend)


def _once(route: Route, path: Path, part: Any) -> None:
    for key in part.again if isinstance(part, Twice) else ():
        route.complain((*path, key), "the key is there twice", "keep one")


def _take(route: Route, path: Path, feature: Any) -> None:
    if not isinstance(feature, dict) or feature.get("type") != "Feature":
        route.complain(path, "this is no Feature", "give it the type Feature, an id and a geometry")
    if not isinstance(feature, dict):
        route.whole = False
        return
    _once(route, path, feature)
    name = feature.get("id")
    if not isinstance(name, str):
        what = "the feature has no id" if name is None else "the id is not in quotation marks"
        route.complain(path if name is None else (*path, "id"), what, "give it the id of its leg")
        route.whole = False
    elif name in route.features:
        route.complain((*path, "id"), f"'{name}' is there twice", "keep one shape for each leg")
        return
    else:
        route.features[name] = int(path[1])
    _draw(route, path, name, feature.get("geometry"))


def _draw(route: Route, path: Path, name: Any, geometry: Any) -> None:
    """Take the line of a feature, or complain of it."""
    here = (*path, "geometry")
    _once(route, here, geometry)
    line = geometry.get("coordinates") if isinstance(geometry, dict) else None
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    mend = "use a LineString of at least two points"
    if kind != "LineString":
        what = f"the shape is {kind} and no line" if isinstance(kind, str) else "there is no shape"
        route.complain(here, what, mend)
    elif not isinstance(line, list) or len(line) < 2:
        route.complain((*here, "coordinates"), "the line has fewer than two points", mend)
    else:
        faults = list(_faults(line))
        for where, what, mend in faults:
            route.complain((*here, "coordinates", *where), what, mend)
        if isinstance(name, str) and not faults:
            route.lines[name] = [(position[1], position[0]) for position in line]


def _faults(line: list[Any]) -> Iterator[Fault]:
    """What is wrong with positions; where several in a row have one fault, the first tells."""
    plain = (type(p) is list and len(p) == 2 and type(p[0]) is type(p[1]) is float for p in line)
    if all(plain) and all(abs(lon) <= 180 and abs(lat) <= 90 for lon, lat in line):
        return
    told = ((index, fault) for index, fault in enumerate(map(_fault, line)) if fault)
    for _, run in groupby(told, key=lambda item: (item[1][0], item[1][2])):
        (index, (axis, what, mend)), *more = run
        also = f" (and {len(more):,} more like it)" if more else ""
        yield (index, *axis), what + also, mend


def _fault(position: Any) -> Fault | None:
    """What is wrong with one position: where in it, what, and the mend."""
    if not isinstance(position, list) or len(position) not in (2, 3):
        return (), "this is no position", "write [lon, lat], two numbers in degrees"
    for axis, number in enumerate(position):
        limit = (180, 90, 1e9)[axis]
        if not isinstance(number, float):
            return (axis,), "this is not a number", "write degrees in digits, without quotes"
        if not isfinite(number):
            return (axis,), "this is no finite number", "write it in digits"
        if not -limit <= number <= limit:
            return (axis,), f"{number:g} is not within ±{limit:g}", "are lat and lon swapped?"
    return None
