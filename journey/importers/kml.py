"""KML 2.2 with Google's tracks: placemarks with points, lines and times.

A position is ``lon,lat,height`` (OGC 07-147r2, 16.8); heights count only where
``altitudeMode`` says that they are above the sea.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from math import nan
from typing import Any

import numpy as np

from journey.geo.geometry import Point
from journey.importers.content import Content, local
from journey.importers.elements import Reader, text_of
from journey.importers.found import Drawn, Ends, Found, Line, Spot, Story
from journey.importers.moments import when
from journey.importers.objects import within
from journey.importers.plain import name, words
from journey.importers.points import degrees, metres
from journey.importers.zones import zone
from journey.model.calendar import When

_EVENTS = ("when", "coord", "Track", "Placemark", "Document", "Folder", "NetworkLink",
           "GroundOverlay", "PhotoOverlay", "ScreenOverlay")  # fmt: skip
_UNREAD = {"Polygon", "Model", "LinearRing"}
# What is read of the data beside it; what a leg of our own has, and a stop or a wait.
_MODES = ("mode", "type", "activity")
_OWN, _PAUSE = {"from_id", "to_id"}, {"place", "leg"}
_MOMENTS, _BOUNDS = ("departs", "arrives"), ("earliest", "latest")
_ENDS = {f"{key}_{end}" for key in _MOMENTS for end in _BOUNDS}
_READ = {*_MODES, *_OWN, *_PAUSE, *_ENDS, "id", "text", "zone", "legs", "by", "time_span"}
_ABOVE_SEA = "absolute"


def looks(content: Content) -> bool:
    """Whether it is KML."""
    return content.root == "kml"


def read(content: Content) -> Found:
    """What a KML file tells; raises where nothing of it can be taken."""
    return _Reader(content).found(*_EVENTS)


class _Reader(Reader):
    def __init__(self, content: Content) -> None:
        super().__init__(content)
        self._times: list[float] = []
        self._points: list[tuple[float, float, float] | None] = []

    def take(self, tag: str, element: Any) -> None:
        parent = element.getparent()
        match tag:
            case "when" | "coord":
                if parent is not None and local(parent.tag) == "Track":
                    self._of_track(tag, element)
                    parent.remove(element)
                return
            case "Track":
                self._track(element)
            case "Placemark":
                self._placemark(element)
            case "Document" | "Folder":
                self._tell(element)
            case _:
                self.content.note("areas_unused")
        if tag in ("Placemark", "Track"):
            element.clear(keep_tail=False)

    def _of_track(self, tag: str, element: Any) -> None:
        """One of a track's times, or of its positions, which come in any order."""
        text = (element.text or "").strip()
        if tag == "when":
            self._times.append(self.content.seconds(text, element.sourceline or 0) if text else nan)
        else:
            self._points.append(self._position(text.split(), True))

    def _track(self, element: Any) -> None:
        self.drawn.part()
        self._times += [nan] * (len(self._points) - len(self._times))
        for point, time in zip(self._points, self._times, strict=False):
            if point:
                self.drawn.add(*point, time)
        self._points, self._times = [], []

    def _placemark(self, element: Any) -> None:
        told = name(text_of(element, "name"), self.content)
        data = self._data(element)
        single = list(self._drawn(element))
        if data.keys() >= _PAUSE:
            self.content.unused["pause"] += 1
            return
        place = data.get("id", "") if "legs" in data else ""
        own = place or data.keys() >= _OWN
        # What our own files describe says all claims once more.
        text = words(data.get("text", "") if own else text_of(element, "description"), self.content)
        if len(self.drawn):
            self.lines.append(self._line(element, data, told, text))
            self.drawn = Drawn()
        for point in single:
            self.content.count_place()
            arrives, departs = self._moments(element)
            spot = Spot(told, point, arrives, departs, text)
            self.spots.append(replace(spot, place=place, zone=zone(data.get("zone", ""))))

    def _drawn(self, element: Any) -> Iterator[Point]:
        """Draw all lines of a placemark; yield its points."""
        for part in element.iter():
            tag = local(part.tag)
            if tag == "coordinates" and local(part.getparent().tag) in ("LineString", "Point"):
                found = self._coordinates(part)
                if local(part.getparent().tag) == "Point":
                    yield from (one[:2] for one in found[:1])
                else:
                    self.drawn.part()
                    for one in found:
                        self.drawn.add(*one)
            elif tag in _UNREAD and local(part.getparent().tag) != "outerBoundaryIs":
                self.content.note("areas_unused")

    def _data(self, element: Any) -> dict[str, str]:
        """What other programs, and we, say of it by names; what is not read is counted."""
        found = {}
        for part in element.iter("{*}Data", "{*}SimpleData"):
            key = part.get("name") or ""
            found[key] = (text_of(part, "value") or part.text or "").strip()
            self.content.unused[name(key, self.content)] += key not in _READ
        return found

    def _line(self, element: Any, data: dict[str, str], told: str, text: str) -> Line:
        """The line that was drawn, with how and when it was travelled."""
        mode = name(next(filter(None, map(data.get, _MODES)), ""), self.content)
        line = self.drawn.line(told, text, mode)
        if data.keys() >= _OWN:
            early, late = ([data.get(f"{key}_{end}", "") for key in _MOMENTS] for end in _BOUNDS)
            moments = (within(*both, self.content) for both in zip(early, late, strict=True))
            own = Ends(data["from_id"], data["to_id"], *moments)
            return replace(line, key=data.get("id", ""), ends=own)
        if np.isnan(line.times).all():
            begin, end = self._moments(element)
            for at, when in ((0, begin), (-1, end)):
                if isinstance(when, datetime):
                    line.times[at] = when.timestamp()
        return line

    def _coordinates(self, element: Any) -> list[tuple[float, float, float]]:
        mode = text_of(element.getparent(), "altitudeMode")
        texts = (element.text or "").split()
        if not texts:
            self.content.note("positions_odd")
        found = (self._position(text.split(","), mode == _ABOVE_SEA) for text in texts)
        return [one for one in found if one]

    def _position(self, numbers: list[str], above_sea: bool) -> tuple[float, float, float] | None:
        lon, lat, height = (*numbers, "", "", "")[:3]
        point = degrees(lat, lon, self.content)
        if point is None:
            return None
        self.content.count()
        found = metres(height, self.content)
        if not above_sea:
            self.content.unused["altitude"] += bool(found > 0)
            return (*point, nan)
        return (*point, found)

    def _moments(self, element: Any) -> tuple[When | None, When | None]:
        """When the spot was reached and left."""
        found: list[When | None] = []
        for tags in (("when", "begin"), ("end",)):
            part = next((one for one in element.iter() if local(one.tag) in tags), None)
            text = "" if part is None else (part.text or "").strip()
            found.append(self.content.timed(when, text))
            self.content.note("times_odd", int(bool(text) and found[-1] is None))
        return found[0], found[1]

    def _tell(self, element: Any) -> None:
        """Take what the file says of itself, in its outermost part."""
        title = name(text_of(element, "name"), self.content)
        text = words(text_of(element, "description"), self.content)
        self.story = Story(title or self.story.title, text or self.story.text)
