"""The files of the base map, as the project ships them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

BASEMAP = Path(__file__).parents[2] / "data" / "basemap"


@cache
def layers() -> dict[str, bytes]:
    """The base map's layers by file name, UTF-8 GeoJSON."""
    return {file.name: file.read_bytes() for file in sorted(BASEMAP.glob("*.geojson"))}
