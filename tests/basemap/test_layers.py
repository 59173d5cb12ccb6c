from __future__ import annotations

import json
from typing import Any

from journey.basemap.layers import Layers, shipped
from journey.geo.geometry import bounds


def layer(kind: str, coordinates: Any, **told: Any) -> bytes:
    shape = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"kind": "border"}, "geometry": shape}
    return json.dumps({"features": [feature], **told}).encode()


def island(west: float, south: float, east: float, north: float) -> Any:
    """A rectangle as GeoJSON has it, with ``[lon, lat]``."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[ring]]


def test_borders_part_what_lies_on_their_sides() -> None:
    lines = Layers({"borders.geojson": layer("LineString", [[5, 0], [5, 10]])})

    assert lines.parted((5, 2), (5, 8))
    assert not lines.parted((5, 2), (5, 4))


def test_every_shipped_layer_is_geojson_that_names_whose_it_is() -> None:
    whose = " ".join(layer.get("attribution", "") for layer in shipped().by_name.values())

    assert {layer["type"] for layer in shipped().by_name.values()} == {"FeatureCollection"}
    for name in ("GSHHG", "OpenStreetMap contributors, ODbL", "GeoNames, CC BY 4.0", "CLDR"):
        assert name in whose


def test_the_region_is_the_box_that_its_land_fills() -> None:
    points = [point for ring in shipped().rings("land") for point in ring]

    (south, west), (north, east) = bounds(points)
    assert shipped().bbox == (west, south, east, north)


def test_without_land_there_is_no_region() -> None:
    assert Layers({}).bbox is None


def test_countries_have_their_names_by_code() -> None:
    named = shipped().countries()

    # The codes are those of ISO 3166-1.
    assert {code: named[code]["en"] for code in ("KP", "KR", "CN", "RU", "FR")} == {
        "KP": "North Korea", "KR": "South Korea", "CN": "China", "RU": "Russia", "FR": "France",
    }  # fmt: skip
    assert named["RU"]["ru"] == "Россия"
