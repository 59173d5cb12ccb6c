"""Google's timeline: visits and the ways between them, as Takeout and as phones write it.

Takeout had months with ``timelineObjects``, positions in 1e-7 degrees; phones
write ``semanticSegments``, or on iOS a bare list of them, positions as
``"46.5°, 8.0°"`` or ``"geo:46.5,8.0"``. Nobody has specified either.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import islice
from math import inf, nan
from typing import Any, NamedTuple

from journey.geo.geometry import Point
from journey.importers.content import Content
from journey.importers.found import Drawn, Found, Line, Spot
from journey.importers.geojson import listed
from journey.importers.objects import left, mapping, text
from journey.importers.plain import name
from journey.importers.points import degrees, metres

_E7 = 1e7
_WRAP = 1 << 32  # by which some files have gone over the end of 32 bits
_TEXT = re.compile(r"(?:geo:)?\s*([-+.\d]+)\s*°?\s*,\s*([-+.\d]+)\s*°?")
_PARTS = {"visit", "activity", "timelinePath", "timelineMemory"}


class _Fix(NamedTuple):
    """A position and its time in s since 1970, NaN where nobody tells it."""

    time: float
    point: Point


def looks(content: Content) -> bool:
    """Whether it is one of these."""
    data = content.data
    if isinstance(data, dict):
        first = mapping(next(iter(listed(data.get("locations"))), None))
        known = ("timelineObjects", "semanticSegments")
        return any(isinstance(data.get(key), list) for key in known) or "latitudeE7" in first
    return any("startTime" in one and _PARTS & one.keys() for one in _some(data))


def _some(data: Any) -> Iterator[dict[str, Any]]:
    yield from map(mapping, islice(listed(data), 20))


def read(content: Content) -> Found:
    """What the timeline tells."""
    data = content.data
    told = _Timeline(content)
    if isinstance(data, list):
        told.segments(data)
    else:
        told.segments(listed(data.get("semanticSegments")))
        told.objects(listed(data.get("timelineObjects")))
        told.records(listed(data.get("locations")))
        for key in ("rawSignals", "userLocationProfile"):
            content.unused[key] += len(data.get(key) or ()) if _sized(data.get(key)) else 0
    left(content)
    spots = tuple(told.spots)
    return Found(content.name, tuple(told.lines), spots, remarks=content.remarks)


def _sized(value: Any) -> bool:
    return isinstance(value, list | dict)


class _Timeline:
    """The ways and visits so far."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.lines: list[Line] = []
        self.spots: list[Spot] = []

    def segments(self, segments: list[Any]) -> None:
        """Take what phones write; paths stand beside the ways that they belong to."""
        found = [mapping(one) for one in segments]
        paths = sorted(fix for one in found for fix in self._path(one))
        times = [fix.time for fix in paths]
        used = 0
        for one in found:
            start, end = self._time(one.get("startTime")), self._time(one.get("endTime"))
            if "activity" in one:
                way = mapping(one["activity"])
                lo, hi = bisect_right(times, start), bisect_left(times, end)
                used += max(hi - lo, 0)
                ends = self._point(way.get("start")), self._point(way.get("end"))
                mode = text(mapping(way.get("topCandidate")), "type")
                self._way(_fixes(start, ends[0]) + paths[lo:hi] + _fixes(end, ends[1]), mode)
            elif "visit" in one:
                visit = mapping(one["visit"])
                nested = visit.get("hierarchyLevel") not in (None, 0, "0")
                self.content.unused["visit.hierarchyLevel"] += nested
                if not nested:
                    place = mapping(visit.get("topCandidate")).get("placeLocation")
                    self._visit(self._point(place), start, end, "")
            self.content.unused["timelineMemory"] += "timelineMemory" in one
        if not self.lines and not self.spots:
            self._way(paths, "")
        else:
            self.content.unused["timelinePath"] += len(paths) - used

    def objects(self, objects: list[Any]) -> None:
        """Take what Takeout wrote."""
        for one in map(mapping, objects):
            way, visit = mapping(one.get("activitySegment")), mapping(one.get("placeVisit"))
            span = mapping((way or visit).get("duration"))
            start, end = self._stamp(span, "startTimestamp"), self._stamp(span, "endTimestamp")
            if way:
                first = self._point(way.get("startLocation"))
                last = self._point(way.get("endLocation"))
                between = self._between(way, start, end)
                self._way(_fixes(start, first) + between + _fixes(end, last), _mode(way))
            elif visit:
                self.content.unused["childVisits"] += len(listed(visit.get("childVisits")))
                place = mapping(visit.get("location"))
                called = text(place, "name") or _short(text(place, "address"))
                self._visit(self._point(place), start, end, called)

    def records(self, records: list[Any]) -> None:
        """Take the raw positions, one after the other."""
        drawn = Drawn()
        for one in map(mapping, records):
            point = self._point(one)
            if point:
                self.content.count()
                height = metres(one.get("altitude"), self.content)
                drawn.add(*point, height, self._stamp(one, "timestamp"))
        if len(drawn):
            self.lines.append(drawn.line())

    def _between(self, way: dict[str, Any], start: float, end: float) -> list[_Fix]:
        """The points of a way that lie between its ends: those with times, else those without."""
        raw = listed(mapping(way.get("simplifiedRawPath")).get("points"))
        timed = [
            _Fix(self._stamp(one, "timestamp"), point)
            for one in map(mapping, raw)
            if (point := self._point(one))
        ]
        inside = [fix for fix in timed if start < fix.time < end]
        if inside:
            return inside
        path = listed(mapping(way.get("waypointPath")).get("waypoints"))
        return [_Fix(nan, point) for one in path if (point := self._point(one))]

    def _path(self, segment: dict[str, Any]) -> Iterator[_Fix]:
        """The points of a path that have a time, on iOS told in minutes from its start."""
        for one in map(mapping, listed(segment.get("timelinePath"))):
            time = self._time(one.get("time"))
            if minutes := text(one, "durationMinutesOffsetFromStartTime"):
                time = self._time(segment.get("startTime")) + 60 * _number(minutes)
            if -inf < time < inf and (point := self._point(one.get("point"))):
                yield _Fix(time, point)

    def _way(self, fixes: list[_Fix], mode: str) -> None:
        drawn = Drawn()
        for time, point in fixes:
            self.content.count()
            drawn.add(*point, nan, time)
        if len(drawn):
            self.lines.append(drawn.line(mode=name(mode, self.content)))

    def _visit(self, point: Point | None, start: float, end: float, called: str) -> None:
        self.content.count()
        self.spots.append(Spot(name(called, self.content), point, _instant(start), _instant(end)))

    def _point(self, place: Any) -> Point | None:
        """Where it is, None where nothing tells; what tells it badly is noted."""
        if isinstance(place, dict) and "latLng" in place:
            place = place["latLng"]
        if isinstance(place, str):
            found = _TEXT.fullmatch(place.strip()[:80])
            lat, lon = found.groups() if found else ("", "")
            return degrees(lat, lon, self.content)
        of = mapping(place)
        north, east = of.get("latitudeE7", of.get("latE7")), of.get("longitudeE7", of.get("lngE7"))
        if north is None and east is None:
            return None
        return degrees(_e7(north), _e7(east), self.content)

    def _stamp(self, of: dict[str, Any], key: str) -> float:
        """The time under that key, or in ms since 1970 under its longer one."""
        if key in of:
            return self._time(of[key])
        return _number(text(of, f"{key}Ms")) / 1_000

    def _time(self, value: Any) -> float:
        return self.content.seconds(value[:60]) if isinstance(value, str) else nan


def _short(address: str) -> str:
    """The street or the place that an address starts with, and not all up to its country.

    >>> _short("1 Main St, Palo Alto, United States"), _short("12, rue X, Paris"), _short("")
    ('1 Main St', '12, rue X', '')
    """
    line = address.partition("\n")[0]
    found = re.match(r"[^,]*?[^\W\d_][^,]*|[^,]*(?:,[^,]*[^\W\d_][^,]*)?", line)
    return found[0].strip() if found else line


def _fixes(time: float, point: Point | None) -> list[_Fix]:
    return [_Fix(time, point)] if point else []


def _instant(time: float) -> datetime | None:
    return datetime.fromtimestamp(time, UTC) if time == time else None


def _mode(way: dict[str, Any]) -> str:
    """What it says of how it was travelled."""
    likely = mapping(next(iter(listed(way.get("activities"))), None))
    return text(way, "activityType") or text(likely, "activityType")


def _e7(value: Any) -> float:
    """Degrees of a number of 1e-7 of them; NaN of what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return nan
    return (value - _WRAP if _WRAP > value > 1.8e9 else value) / _E7


def _number(told: str) -> float:
    """The number that a text tells; NaN where it tells none, or one that no phone has told.

    >>> _number("12.5"), _number("")
    (12.5, nan)
    """
    try:
        found = float(told[:20])
    except ValueError:
        return nan
    return found if 0 <= found < 1e14 else nan
