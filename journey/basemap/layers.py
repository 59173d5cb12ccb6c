"""The files of the base map, as the project ships them."""

from __future__ import annotations

from functools import cache

from journey.shipped import shipped

BASEMAP = shipped("basemap")


@cache
def layers() -> dict[str, bytes]:
    """The base map's layers by file name, UTF-8 GeoJSON."""
    return {file.name: file.read_bytes() for file in sorted(BASEMAP.glob("*.geojson"))}
