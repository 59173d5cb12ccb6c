"""What the story page is measured against: Leaflet with the same base map and the same line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from journey.basemap.generalised import generalised
from journey.basemap.layers import shipped
from journey.geo.geometry import Point
from journey.stage import bundle
from tests.basemap.test_packing import read_runs

PAGE = """<!doctype html><meta charset="utf-8">
<style>%s html, body, #map { height: 100%%; margin: 0 }</style>
<div id="map"></div>
<script>%s</script>
<script>
const map = L.map("map", { preferCanvas: true }).setView([41, 128], 6);
Object.values(%s).forEach((layer) => L.geoJSON(layer, { weight: 1 }).addTo(map));
map.fitBounds(L.polyline(%s, { weight: 5 }).addTo(map).getBounds());
requestAnimationFrame(() => setTimeout(() => { map.getContainer().dataset.drawn = "true"; }, 0));
</script>"""


def _texts(node: Any) -> Iterator[str]:
    """The texts in coordinates, in the order in which they are read."""
    if isinstance(node, str):
        yield node
    else:
        for inner in node:
            yield from _texts(inner)


def _plain(node: Any, lines: Iterator[list[tuple[float, float]]]) -> Any:
    """Coordinates with the next of the lines in the place of each text."""
    return next(lines) if isinstance(node, str) else [_plain(inner, lines) for inner in node]


def page(route: Sequence[Point]) -> str:
    """A page with nothing but the land, lakes and borders around the route, and the route."""
    around = generalised(shipped(), route, "en")
    layers = {name: layer for name, layer in around.items() if "places" not in name}
    for layer in layers.values():
        layer["type"] = "FeatureCollection"
        told = [feature["geometry"]["coordinates"] for feature in layer["features"]]
        lines = iter(read_runs(_texts(told)))
        for feature in layer["features"]:
            feature["type"] = "Feature"
            feature["geometry"]["coordinates"] = _plain(feature["geometry"]["coordinates"], lines)
    library, style = bundle.library().decode(), bundle.library_style().decode()
    return PAGE % (style, library, json.dumps(layers), json.dumps(route))
