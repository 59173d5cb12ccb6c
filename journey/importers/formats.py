"""The table of the formats that are read, and which of them a file has.

What a file holds decides, and not what it is called: names are often wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from journey.importers import geojson, gpx, igc, kml, linkedplaces, ours, storymapjs, table, takeout
from journey.importers.content import HEAD, Content, unmarked
from journey.importers.found import Found

_JSON = {"json", "geojson", "jsonld"}


class Format(NamedTuple):
    """A format by its name, the suffixes of its files, what tells it, and what reads it."""

    name: str
    suffixes: tuple[str, ...]
    looks: Callable[[Content], bool]
    read: Callable[[Content], Found]


FORMATS = (
    Format("GPX", ("gpx",), gpx.looks, gpx.read),
    Format("KML", ("kml",), kml.looks, kml.read),
    Format("IGC", ("igc",), igc.looks, igc.read),
    Format("GeoJSON", ("geojson", "json"), geojson.looks, geojson.read),
    Format("Linked Places", ("jsonld", "geojson", "json"), linkedplaces.looks, linkedplaces.read),
    Format("StoryMapJS", ("json",), storymapjs.looks, storymapjs.read),
    Format("Google Timeline", ("json",), takeout.looks, takeout.read),
    Format("CSV", ("csv",), ours.looks, ours.read),
    Format("CSV", ("csv", "tsv"), table.looks, table.read),
)
SUFFIXES = {suffix for one in FORMATS for suffix in one.suffixes}


def read(content: Content) -> Found:
    """What the file tells, in whatever format; raises where it has none of them."""
    found = _format(content)
    if content.suffix not in found.suffixes:
        content.note("other_suffix", format=found.name)
    told = found.read(content)
    if content.swapped and not (any(map(len, told.lines)) or any(one.point for one in told.spots)):
        raise content.refusal(0, "import_swapped")
    return told


def _format(content: Content) -> Format:
    if not content.size:
        raise content.refusal(0, "import_empty")
    fitting = [one for one in FORMATS if one.looks(content)]
    if not fitting:
        _tell_why(content)
        if content.suffix in _JSON:
            _ = content.text  # It tells what keeps it from being read at all.
        named = {one.name for one in FORMATS if content.suffix in one.suffixes}
        # Several have the suffix json, so that it names none.
        if len(named) == 1:
            raise content.refusal(0, "import_not_as_named", format=named.pop())
        raise content.refusal(
            0, "import_unknown", formats=tuple(dict.fromkeys(one.name for one in FORMATS))
        )
    return next((one for one in fitting if content.suffix in one.suffixes), fitting[0])


def _tell_why(content: Content) -> None:
    """Raise where it is plain what keeps a file of whatever format from being told."""
    if (encoding := unmarked(content.head)) and not content.how.encoding:
        raise content.refusal(0, "import_unmarked", encoding=encoding)
    if content.begins_late:
        raise content.refusal(0, "import_begins_late", limit=HEAD >> 10)
