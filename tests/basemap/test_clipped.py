from __future__ import annotations

import json

import pytest

from journey.basemap.clipped import clipped
from journey.basemap.layers import Layers
from journey.basemap.projection import Projection
from tests.basemap.test_layers import island, layer

PICTURE = Projection.around(((0, 0), (10, 10)), (100, 100), 0)


def test_land_and_its_coast_are_in_the_picture() -> None:
    layers = Layers({"world_land.geojson": layer("MultiPolygon", island(2, 2, 8, 8))})

    found = clipped(layers, PICTURE)

    xs = [x for ring in found.land for x, _ in ring]
    assert (min(xs), max(xs)) == pytest.approx((20, 80), abs=1)
    assert len(found.coast) == 1


def test_where_the_data_is_cut_there_is_no_coast() -> None:
    layers = Layers({
        "land.geojson": layer("MultiPolygon", island(2, 2, 5, 8), bbox=[2, 2, 5, 8]),
        "world_land.geojson": layer("MultiPolygon", island(5, 2, 8, 8)),
    })  # fmt: skip

    found = clipped(layers, PICTURE)

    assert len(found.land) == 2
    middle = [dot for line in found.coast for dot in line if abs(dot[0] - 50) < 0.1]
    assert all(abs(y - 20) < 1 or abs(y - 80) < 1 for _, y in middle)


@pytest.mark.parametrize("turn", [-360, 360])
def test_the_same_land_lies_on_every_turn_round_the_earth(turn: float) -> None:
    picture = Projection.around(((0, turn), (10, turn + 10)), (100, 100), 0)
    layers = Layers({"world_land.geojson": layer("MultiPolygon", island(2, 2, 8, 8))})

    assert len(clipped(layers, picture).land) == 1


def river(west: float, east: float) -> bytes:
    """A river 200 m wide, with a bank in the west."""
    bank = {"type": "LineString", "coordinates": [[west, 1], [west, 9]]}
    shapes = [{"type": "MultiPolygon", "coordinates": island(west, 1, east, 9)}, bank]
    told = [{"type": "Feature", "properties": {"width": 200}, "geometry": one} for one in shapes]
    return json.dumps({"features": told}).encode()


def test_a_river_is_an_area_where_its_width_can_be_seen() -> None:
    layers = Layers({"river.geojson": river(4.999, 5.001)})
    near = Projection.around(((4.99, 4.99), (5.01, 5.01)), (100, 100), 0)

    far, found = clipped(layers, PICTURE), clipped(layers, near)

    # 0.002 degrees of the 0.02 that are 100 units wide.
    xs = [x for ring in found.rivers for x, _ in ring]
    assert max(xs) - min(xs) == pytest.approx(10, abs=0.5)
    assert (len(found.banks), far.rivers, far.banks) == (1, [], [])


def test_without_layers_there_is_only_water() -> None:
    assert clipped(Layers({}), PICTURE) == ([], [], [], [], [], [])
