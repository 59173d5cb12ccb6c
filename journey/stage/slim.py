"""Leaflet without what the stage has no use for, for pages that bring it along.

What is left out keeps its name, for other parts of Leaflet ask for it, and is
empty: classes of layers and controls that are never made, the functions that
only these call, and what the map is never asked for.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

from journey.stage.bundle import smaller_script

# Popups, controls, shapes and pictures: the stage draws lines, marks, tips and tiles, on panes of
# SVG or on a canvas of its own. Keys are its own as well (OPTIONS).
CLASSES = (
    "Layers", "Zoom", "Scale", "Popup", "CircleMarker", "Circle", "Polygon", "Rectangle", "GeoJSON",
    "ImageOverlay", "VideoOverlay", "SVGOverlay", "TileLayerWMS", "Canvas", "MarkerDrag",
    "Keyboard", "IconDefault",
)  # fmt: skip
FUNCTIONS = (
    "geometryToLayer", "_pointToLayer", "coordsToLatLng", "coordsToLatLngs", "latLngToCoords",
    "latLngsToCoords", "getFeature", "asFeature", "clipPolygon", "polygonCenter", "polylineCenter",
)  # fmt: skip
# The map flies in its own way, looks for nobody, and is told where to go by the stage alone.
METHODS = (
    "flyTo", "flyToBounds", "panInside", "locate", "_handleGeolocationError",
    "_handleGeolocationResponse",
)  # fmt: skip
# Of another projection than the map's, and of browsers that have no SVG.
TABLES = ("Mercator", "vmlMixin")
# What layers can do with popups and tips: tips of the stage are the map's.
MIXINS = ("bindPopup", "bindTooltip")


@cache
def library() -> str:
    """The script, made small, without the licence, which has to stand elsewhere."""
    source = (Path(leaflet.BASE_DIR) / "leaflet-src.js").read_text("utf-8")
    for what in parts():
        source = what.sub(r"\1\2", source)
    return smaller_script(source)


def parts() -> list[re.Pattern[str]]:
    """What is emptied, each as it stands in the source: its first line, and its last."""
    heads = [rf"var {name} = \w+\.extend\(\{{" for name in CLASSES]
    heads += [rf"Layer\.include\(\{{(?=\s+(?://[^\n]*\s+)*{name}:)" for name in MIXINS]
    ends = [r"\}\);"] * len(heads)
    heads += [rf"function {name}\([^)]*\) \{{" for name in FUNCTIONS]
    ends += [r"\}"] * len(FUNCTIONS)
    heads += [rf"var {name} = \{{" for name in TABLES]
    ends += [r"\};"] * len(TABLES)
    heads += [rf"\t{name}: function \([^)]*\) \{{" for name in METHODS]
    ends += [r"\t\},"] * len(METHODS)
    return [
        re.compile(rf"^((?:  )?{head})\n.*?\n((?:  )?{end})$", re.MULTILINE | re.DOTALL)
        for head, end in zip(heads, ends, strict=True)
    ]
