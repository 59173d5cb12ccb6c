"""What the package gives to programs: a track in each format."""

from __future__ import annotations

import json
from typing import Any

from journey.exports.formats import FORMATS
from journey.track.track import Track
from journey.words.offered import asked


def to_geojson(track: Track, language: str = "") -> dict[str, Any]:
    """A FeatureCollection (RFC 7946), as plain data: a line a leg, a point a place, the landmarks.

    Positions are degrees east and north, and m above the sea where heights are
    known; lengths are in km, times in s. It is told in ``language``, else in the
    journey's first one. Raises :class:`~journey.errors.UnknownNameError` (a
    LookupError) for a language that it is not told in.
    """
    found: dict[str, Any] = json.loads(_made(track, "geojson", language))
    return found


def to_gpx(track: Track, language: str = "") -> bytes:
    """A GPX 1.1 document in UTF-8: a track a leg, a waypoint a place. As :func:`to_geojson`."""
    return _made(track, "gpx", language)


def to_kml(track: Track, language: str = "") -> bytes:
    """A KML 2.2 document in UTF-8, for Google Earth. As :func:`to_geojson`."""
    return _made(track, "kml", language)


def to_csv(track: Track, language: str = "") -> bytes:
    """A table in UTF-8 with a byte order mark, a row a leg. As :func:`to_geojson`."""
    return _made(track, "csv", language)


def story_page(track: Track, language: str = "") -> bytes:
    """The story page, an HTML file in UTF-8 that needs no other. As :func:`to_geojson`."""
    return _made(track, "html", language)


def _made(track: Track, suffix: str, language: str) -> bytes:
    own = track.journey.languages
    return FORMATS[suffix].make(track, asked(language or own[0], own))
