from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importers.made import brought, codes, content, found, refused


def feature(kind: str, coordinates: Any, **properties: Any) -> dict[str, Any]:
    """A feature of that geometry."""
    geometry = {"type": kind, "coordinates": coordinates}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def collection(*features: dict[str, Any]) -> str:
    """A GeoJSON file of these features."""
    return json.dumps({"type": "FeatureCollection", "features": features})


LINE = [[8, 46, 500], [8.1, 46], [8.2, 46.1]]


def test_a_line_has_longitudes_first_and_its_times_beside_it() -> None:
    times = ["1970-01-01T00:00:01Z", None, "1970-01-01T00:00:03Z"]

    (line,) = found(collection(feature("LineString", LINE, coordTimes=times)), "a.geojson").lines

    assert line.point(2) == (46.1, 8.2)
    assert (line.times[0], line.times[2]) == (1, 3)


def test_a_bare_geometry_is_read_as_well() -> None:
    given = json.dumps({"type": "MultiLineString", "coordinates": [LINE, LINE]})

    assert found(given, "a.json").lines[0].starts == (0, 3)


def test_named_points_near_a_line_are_stops_of_its_leg() -> None:
    points = [feature("Point", [8.1, 46], name="Inn"), feature("Point", [20, 46], name="Far")]

    files, told = brought(content(collection(feature("LineString", LINE), *points), "a.geojson"))

    assert b"stops: [{place: inn}]" in files["journey.yaml"]
    assert "spots_unused" in told


@pytest.mark.parametrize("odd", [None, [], [8], ["a", "b"], [8, 91], {"lon": 8}, [True, False]])
def test_a_position_that_is_none_is_told(odd: Any) -> None:
    assert codes(found(collection(feature("LineString", [*LINE, odd])), "a.geojson")) == {
        "positions_odd": 1
    }


@pytest.mark.parametrize("given", ["{", "[" * 100_000, '{"type": "Feature"}', "[1]", '{"a": 1}'])
def test_what_holds_no_way_is_refused(given: str) -> None:
    assert refused(content(given, "a.geojson"))


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("kind", ["Polygon", "MultiPolygon"])
def test_of_a_large_area_no_point_is_made_and_what_stands_beside_it_is_read(
    kind: str, after: bool
) -> None:
    ring = [[8 + n / 1_000, 46] for n in range(500)]
    area = feature(kind, [ring] if kind == "Polygon" else [[ring]], name="Lake [1]")
    told = {**area, "geometry": dict(sorted(area["geometry"].items()))} if after else area

    made = content(collection(told, feature("LineString", LINE)), "a.geojson")

    first, second = made.data["features"]
    assert first == {**area, "geometry": {"type": kind, "coordinates": []}}
    assert second["geometry"]["coordinates"] == LINE
