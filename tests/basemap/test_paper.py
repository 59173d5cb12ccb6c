from __future__ import annotations

import json
from typing import Any

import pytest

from journey.basemap import layers
from journey.basemap.paper import Layers, ground
from journey.basemap.projection import Frame

FRAME = Frame.around(((0, 0), (10, 10)), (100, 100), 0)


def layer(kind: str, coordinates: Any, **told: Any) -> bytes:
    shape = {"type": kind, "coordinates": coordinates}
    feature = {"type": "Feature", "properties": {"kind": "border"}, "geometry": shape}
    return json.dumps({"features": [feature], **told}).encode()


def island(west: float, south: float, east: float, north: float) -> Any:
    """A rectangle as GeoJSON has it, with ``[lon, lat]``."""
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return [[ring]]


def test_land_and_its_coast_are_in_the_frame() -> None:
    layers = Layers({"world_land.geojson": layer("MultiPolygon", island(2, 2, 8, 8))})

    found = ground(layers, FRAME)

    xs = [x for ring in found.land for x, _ in ring]
    assert (min(xs), max(xs)) == pytest.approx((20, 80), abs=1)
    assert len(found.coast) == 1


def test_where_the_data_is_cut_there_is_no_coast() -> None:
    layers = Layers({
        "land.geojson": layer("MultiPolygon", island(2, 2, 5, 8)),
        "world_land.geojson": layer("MultiPolygon", island(5, 2, 8, 8)),
    })  # fmt: skip

    found = ground(layers, FRAME)

    assert len(found.land) == 2
    middle = [dot for line in found.coast for dot in line if abs(dot[0] - 50) < 0.1]
    assert all(abs(y - 20) < 1 or abs(y - 80) < 1 for _, y in middle)


@pytest.mark.parametrize("turn", [-360, 360])
def test_the_same_land_lies_on_every_turn_round_the_earth(turn: float) -> None:
    frame = Frame.around(((0, turn), (10, turn + 10)), (100, 100), 0)
    layers = Layers({"world_land.geojson": layer("MultiPolygon", island(2, 2, 8, 8))})

    assert len(ground(layers, frame).land) == 1


def test_borders_part_what_lies_on_their_sides() -> None:
    lines = Layers({"borders.geojson": layer("LineString", [[5, 0], [5, 10]])})

    assert lines.parted((5, 2), (5, 8))
    assert not lines.parted((5, 2), (5, 4))


def test_credits_are_told_once_each() -> None:
    whose = {"attribution": "Coast: A.", "link": "https://example.org/"}
    files = {f"{name}.geojson": layer("LineString", [[0, 0], [1, 1]], **whose) for name in "ab"}

    assert Layers(files).credits() == [("Coast: A.", "https://example.org/")]


def test_every_layer_of_the_base_map_names_whose_it_is() -> None:
    told = " ".join(words for words, _ in Layers(layers.layers()).credits())

    for name in ("GSHHG", "OpenStreetMap contributors, ODbL", "GeoNames, CC BY 4.0", "CLDR"):
        assert name in told


def test_without_layers_there_is_only_water() -> None:
    assert ground(Layers({}), FRAME) == ([], [], [], [])
