"""Files as programs write them, small ones."""

from __future__ import annotations

from io import BytesIO

from journey.errors import Complaint, JourneyFileError
from journey.importers.bringing import bring
from journey.importers.composing import Wanted
from journey.importers.content import Content, How
from journey.importers.formats import read
from journey.importers.found import Found

HEAD = '<gpx version="1.1" creator="x" xmlns="http://www.topografix.com/GPX/1/1" xmlns:v="urn:v">'


def point(lat: object, lon: object, time: str = "", inside: str = "") -> str:
    """A point of a track."""
    told = f"<time>{time}</time>" if time else ""
    return f'<trkpt lat="{lat}" lon="{lon}">{told}{inside}</trkpt>'


def track(*points: str, inside: str = "") -> str:
    """A GPX file of one track."""
    return f"{HEAD}<trk>{inside}<trkseg>{''.join(points)}</trkseg></trk></gpx>"


def content(data: str | bytes, name: str = "a.gpx", how: How | None = None) -> Content:
    """A file of that name."""
    return Content(name, BytesIO(data.encode() if isinstance(data, str) else data), how)


def found(data: str | bytes, name: str = "a.gpx", how: How | None = None) -> Found:
    """What the file tells."""
    return read(content(data, name, how))


def codes(of: Found) -> dict[str, int]:
    """How often each remark is made."""
    return {remark.code: remark.count for remark in of.remarks}


def brought(*contents: Content, wanted: Wanted | None = None) -> tuple[dict[str, bytes], list[str]]:
    """The files of the journey that is made, and the codes of all remarks."""
    files, remarks, _ = bring(contents, wanted or Wanted("trip"))
    return files, [remark.code for remark in remarks]


def refused(*contents: Content) -> list[str]:
    """The codes of what keeps them from becoming a journey."""
    return [complaint.code for complaint in complaints(*contents)]


def complaints(*contents: Content) -> tuple[Complaint, ...]:
    """What keeps them from becoming a journey."""
    try:
        brought(*contents)
    except JourneyFileError as error:
        return tuple(error.complaints)
    return ()
