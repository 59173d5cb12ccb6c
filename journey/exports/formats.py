"""The formats in which a journey can be taken along: a table that all else loops over."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journey.exports.geojson import geojson
from journey.exports.gpx import gpx
from journey.exports.kml import kml
from journey.exports.table import table
from journey.pages.story import page
from journey.prints.prints import beside
from journey.track.track import Track
from journey.words.wording import Wording


class Format(NamedTuple):
    """One format: suffix without dot, MIME type, catalogue entry, and what makes the file."""

    suffix: str
    kind: str
    label: str
    make: Callable[[Track, Wording], bytes]


def _page(track: Track, wording: Wording) -> bytes:
    """The story page; whoever serves it as ours does has the prints, too."""
    return page(track, wording, prints=beside(track.journey.id, wording))


FORMATS: dict[str, Format] = {
    form.suffix: form
    for form in (
        Format("html", "text/html", "export.html", _page),
        Format("geojson", "application/geo+json", "export.geojson", geojson),
        Format("kml", "application/vnd.google-earth.kml+xml", "export.kml", kml),
        Format("gpx", "application/gpx+xml", "export.gpx", gpx),
        Format("csv", "text/csv; charset=utf-8; header=present", "export.csv", table),
    )
}
