"""GPX 1.0 and 1.1: tracks, routes and waypoints, of whatever program.

Points are degrees of WGS 84, heights metres above the sea, times UTC
(GPX 1.1 Schema Documentation, wptType).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np

from journey.importers.content import Content, local
from journey.importers.elements import Reader, text_of
from journey.importers.found import Drawn, Ends, Found, Line, Spot, Story
from journey.importers.objects import within
from journey.importers.plain import name, words
from journey.importers.points import degrees
from journey.importers.rough import Rough
from journey.model.calendar import When

# What our own files say beside the tracks stands in this namespace.
_SPACE = "{urn:x-handcar-home:claims:1}"
_EVENTS = ("trkpt", "rtept", "wpt", "trkseg", "trk", "rte", "metadata", "gpx")
# What of an element is read, or tells only how a receiver saw it.
_KNOWN = {
    "name", "desc", "cmt", "type", "ele", "time", "author", "copyright", "link", "url", "bounds",
    "keywords", "email", "urlname", "src", "number", "sym", "fix", "sat", "hdop", "vdop", "pdop",
    "magvar", "geoidheight", "ageofdgpsdata", "dgpsid", "course", "speed", *_EVENTS,
}  # fmt: skip


def looks(content: Content) -> bool:
    """Whether it is GPX."""
    return content.root == "gpx"


def read(content: Content) -> Found:
    """What a GPX file tells; raises where nothing of it can be taken."""
    return _Reader(content).found(*_EVENTS)


class _Reader(Reader):
    def __init__(self, content: Content) -> None:
        super().__init__(content)
        self._rough = Rough(content)
        self._routes: list[Line] = []

    def found(self, *names: str) -> Found:
        """What the file tells, without the routes where the way itself was recorded.

        Chartplotters and watches give away all that they hold at once: what was
        planned, and what came of it.
        """
        told = super().found(*names)
        if not self._routes or not any(np.isfinite(line.times).any() for line in told.lines):
            return told
        self.content.note("routes_unused", len(self._routes))
        lines = tuple(line for line in told.lines if line not in self._routes)
        return replace(told, lines=lines, remarks=self.content.remarks)

    def take(self, tag: str, element: Any) -> None:
        if tag == "trkpt":
            self._point(element, passed=True)
        else:
            self._take(tag, element)
            if tag not in ("metadata", "gpx"):
                element.clear(keep_tail=False)
        # What stood before and is like it was read, and nobody asks for it again.
        before = element.getprevious()
        if before is not None and before.tag == element.tag:
            element.getparent().remove(before)

    def _take(self, tag: str, element: Any) -> None:
        match tag:
            case "rtept":
                self._point(element, passed=False)
                if text_of(element, "name"):
                    self._spot(element)
            case "trkseg":
                self._rough.draw(self.drawn)
                self.drawn.part()
            case "trk" | "rte":
                self._end(element)
                if tag == "rte":
                    self._routes.append(self.lines[-1])
            case "wpt":
                self._spot(element)
            case _:
                self._tell(element)
        self._pass_over(element)

    def break_off(self) -> None:
        self._rough.draw(self.drawn)
        if len(self.drawn) > 1:
            self.lines.append(self.drawn.line())

    def _point(self, element: Any, *, passed: bool) -> None:
        """A point of a track, which was passed, or of a route, which is a plan.

        The time of one that was planned is when somebody made it, years before or
        after that of the next.
        """
        height = time = None
        for child in element:
            tag = local(child.tag)
            if tag == "ele":
                height = child.text
            elif tag == "time" and passed:
                time = child.text
            elif tag == "time":
                self.content.note("times_of_route")
            elif tag == "extensions" or tag not in _KNOWN:
                self._note_other(tag, child)
        get = element.get
        self._rough.add((get("lat"), get("lon"), height, time, element.sourceline or 0), self.drawn)

    def _end(self, element: Any) -> None:
        """A track or a route is read."""
        self._rough.draw(self.drawn)
        content = self.content
        own = next(element.iter(f"{_SPACE}leg"), None)
        # The comment of our own says all claims once more.
        texts = (text_of(element, key) for key in (("desc", "cmt") if own is None else ("desc",)))
        told = "\n\n".join(dict.fromkeys(filter(None, texts)))
        mode = text_of(element, "type") if own is None else own.get("mode") or ""
        line = self.drawn.line(
            name(text_of(element, "name"), content), words(told, content), name(mode, content)
        )
        if own is not None:
            line = replace(line, key=own.get("id") or "", ends=self._ends(own))
        self.lines.append(line)
        self.drawn = Drawn()

    def _ends(self, own: Any) -> Ends:
        """Where and when a leg of our own files starts and ends."""
        claims = list(own.iter(f"{_SPACE}claim"))
        self.content.unused["claim"] += len(claims)
        moments: dict[str, When | None] = {}
        for claim in claims:
            key = claim.get("about") or ""
            if key in ("departs", "arrives") and key not in moments:
                moments[key] = within(
                    claim.get("early") or "", claim.get("late") or "", self.content
                )
        start, end = own.get("from") or "", own.get("to") or ""
        return Ends(start, end, moments.get("departs"), moments.get("arrives"))

    def _spot(self, element: Any) -> None:
        point = degrees(element.get("lat"), element.get("lon"), self.content)
        if point is not None:
            self.content.count_place()
            own = next(element.iter(f"{_SPACE}place"), None)
            told = text_of(element, "desc") or text_of(element, "cmt") if own is None else ""
            found = name(text_of(element, "name"), self.content)
            place = "" if own is None else own.get("id") or ""
            self.spots.append(Spot(found, point, text=words(told, self.content), place=place))

    def _tell(self, element: Any) -> None:
        """Take what the file says of itself, in ``metadata`` or, in GPX 1.0, beside the tracks."""
        content, old = self.content, self.story
        author = next((child for child in element if local(child.tag) == "author"), None)
        wrote = "" if author is None else text_of(author, "name") or author.text
        self.story = Story(
            old.title or name(text_of(element, "name"), content),
            old.text or words(text_of(element, "desc"), content),
            old.author or name(wrote, content),
        )

    def _pass_over(self, element: Any) -> None:
        """Count what is not read: elements of other programs' own."""
        for child in element:
            if any(str(one.tag).startswith(_SPACE) for one in child):
                continue
            if (tag := local(child.tag)) == "extensions" or tag not in _KNOWN:
                self._note_other(tag, child)

    def _note_other(self, tag: str, element: Any) -> None:
        self.content.note("extensions_unused", len(element) if tag == "extensions" else bool(tag))
