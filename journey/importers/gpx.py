"""GPX 1.0 and 1.1: tracks, routes and waypoints, of whatever program.

Points are degrees of WGS 84, heights metres above the sea, times UTC
(GPX 1.1 Schema Documentation, wptType).
"""

from __future__ import annotations

from math import isnan, nan
from typing import Any

from lxml import etree

from journey.importers.content import Content, local
from journey.importers.found import Drawn, Found, Line, Spot, Story
from journey.importers.moments import NoZoneError, seconds
from journey.importers.plain import name, words
from journey.importers.points import degrees, metres

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
    reader = _Reader(content)
    try:
        for element in content.elements(*_EVENTS):
            reader.take(local(element.tag), element)
            _drop(element)
    except etree.XMLSyntaxError as error:
        reader.break_off(error)
    return Found(
        content.name, tuple(reader.lines), tuple(reader.spots), story=reader.story,
        remarks=content.remarks,
    )  # fmt: skip


class _Reader:
    """What was read of a file so far."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.lines: list[Line] = []
        self.spots: list[Spot] = []
        self.story = Story()
        self._drawn = Drawn()

    def take(self, tag: str, element: Any) -> None:
        """Take an element with all that is in it."""
        match tag:
            case "trkpt":
                self._point(element)
                return
            case "rtept":
                self._point(element)
                if _text(element, "name"):
                    self._spot(element)
            case "trkseg":
                self._drawn.part()
            case "trk" | "rte":
                self._end(element)
            case "wpt":
                self._spot(element)
            case _:
                self._tell(element)
        self._pass_over(element)

    def break_off(self, error: etree.XMLSyntaxError) -> None:
        """Keep what stands before the fault of a file that has one; raise where nothing does."""
        line = error.lineno or 0
        if len(self._drawn) > 1:
            self.lines.append(self._drawn.line())
        if not (self.lines or self.spots):
            raise self.content.refusal(line, "import_no_xml", problem=str(error.msg)) from error
        self.content.note("cut_off", line=line)

    def _point(self, element: Any) -> None:
        point = degrees(element.get("lat"), element.get("lon"), self.content)
        if point is None:
            return
        self.content.count()
        height = time = None
        for child in element:
            tag = local(child.tag)
            if tag == "ele":
                height = child.text
            elif tag == "time":
                time = child.text
            elif tag == "extensions" or tag not in _KNOWN:
                self._note_other(tag, child)
        self._drawn.add(
            *point,
            nan if height is None else metres(height, self.content),
            self._seconds(time, element) if time else nan,
        )

    def _seconds(self, text: str, element: Any) -> float:
        try:
            found = seconds(text, self.content.how.zone)
        except NoZoneError as error:
            line = element.sourceline or 0
            raise self.content.refusal(line, "import_no_zone", value=text[:40]) from error
        if isnan(found):
            self.content.note("times_odd")
        return found

    def _end(self, element: Any) -> None:
        """A track or a route is read."""
        content = self.content
        told = "\n\n".join(
            dict.fromkeys(filter(None, (_text(element, k) for k in ("desc", "cmt"))))
        )
        self.lines.append(
            self._drawn.line(
                name(_text(element, "name"), content),
                words(told, content),
                name(_text(element, "type"), content),
            )
        )
        self._drawn = Drawn()

    def _spot(self, element: Any) -> None:
        point = degrees(element.get("lat"), element.get("lon"), self.content)
        if point is not None:
            told = _text(element, "desc") or _text(element, "cmt")
            found = name(_text(element, "name"), self.content)
            self.spots.append(Spot(found, point, text=words(told, self.content)))

    def _tell(self, element: Any) -> None:
        """Take what the file says of itself, in ``metadata`` or, in GPX 1.0, beside the tracks."""
        content, old = self.content, self.story
        author = next((child for child in element if local(child.tag) == "author"), None)
        wrote = "" if author is None else _text(author, "name") or author.text
        self.story = Story(
            old.title or name(_text(element, "name"), content),
            old.text or words(_text(element, "desc"), content),
            old.author or name(wrote, content),
        )

    def _pass_over(self, element: Any) -> None:
        """Count what is not read: elements of other programs' own."""
        for child in element:
            if (tag := local(child.tag)) == "extensions" or tag not in _KNOWN:
                self._note_other(tag, child)

    def _note_other(self, tag: str, element: Any) -> None:
        self.content.note("extensions_unused", len(element) if tag == "extensions" else bool(tag))


def _text(element: Any, tag: str) -> str:
    """The text of the first child of that name."""
    for child in element:
        if local(child.tag) == tag:
            return child.text or ""
    return ""


def _drop(element: Any) -> None:
    """Forget an element that was read, and those like it before it."""
    if local(element.tag) in ("metadata", "gpx"):
        return
    element.clear(keep_tail=False)
    before = element.getprevious()
    while before is not None and before.tag == element.tag:
        element.getparent().remove(before)
        before = element.getprevious()
