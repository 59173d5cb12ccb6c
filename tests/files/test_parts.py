"""A MultiLineString is read as one line."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest

from journey.errors import dotted
from journey.exports.geojson import geojson
from journey.files.read import ROUTE, STORY, reading
from journey.files.route import Route, read_route
from tests.conftest import at, known, leg, place, told, track
from tests.exported import ENGLISH

Parts = list[list[list[float]]]
NINE, TEN = "2025-06-01T09:00:00Z", "2025-06-01T10:00:00Z"


def drawn(parts: Parts, properties: Any = None, name: Any = "a-c") -> str:
    """GeoJSON of one line in parts, a value on each line of the file."""
    geometry = {"type": "MultiLineString", "coordinates": parts}
    feature = {"type": "Feature", "id": name, "geometry": geometry, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=0)


def read(parts: Parts, properties: Any = None, name: Any = "a-c") -> Route:
    return read_route(drawn(parts, properties, name), ROUTE)


def test_parts_that_meet_are_one_line_in_their_order() -> None:
    route = read([[[0, 0], [1, 0]], [[1, 0], [2, 0], [2, 1]]])

    assert route.lines == {"a-c": [(0, 0), (0, 1), (0, 1), (0, 2), (1, 2)]}
    assert route.complaints == []


def test_a_gap_no_wider_than_the_steps_of_the_line_is_joined_straight() -> None:
    # A step of a degree of the equator, and a gap of nine tenths of one.
    assert read([[[0, 0], [1, 0]], [[1.9, 0], [2, 0]]]).complaints == []


def test_a_wider_gap_is_a_fault_where_the_later_part_starts() -> None:
    route = read([[[0, 0], [0.1, 0]], [[1, 0], [1.1, 0]], [[1.1, 0], [1.2, 0]]])

    (found,) = route.complaints
    assert (dotted(found.path), found.code) == (
        "features[0].geometry.coordinates[1][0]", "parts_apart",
    )  # fmt: skip
    # Nine tenths of a degree of the equator, 111.32 km.
    assert found.figures["distance"] == pytest.approx(100.19, abs=0.01)


def test_a_line_that_we_cut_at_the_antimeridian_reads_back_whole() -> None:
    far = track(places=[place("a", 0, 170), place("b", 0, -170)], legs=[leg("a", "b")])
    told_of = json.loads(geojson(far, ENGLISH))
    feature = told_of["features"][0]

    route = read_route(json.dumps({**told_of, "features": [feature]}), ROUTE)

    assert feature["geometry"]["type"] == "MultiLineString"
    assert route.complaints == []
    assert (180, -180) in pairwise(point[1] for point in route.lines["a-b"])


@pytest.mark.parametrize(
    ("parts", "where", "code"),
    [
        ([], "", "short_line"),
        ([[[0, 0], [1, 0]], [[1, 0]]], "[1]", "short_line"),
        ([[[0, 0], [1, 0]], 5], "[1]", "short_line"),
        ([[[0, 0], [1, 0]], [[1, 0], [1, 91]]], "[1][1][1]", "position_out_of_bounds"),
        ([[[0, 0], [1, 0]], [[1, 0], None]], "[1][1]", "no_position"),
    ],
)
def test_what_is_wrong_with_a_part_is_told_where_it_stands(
    parts: Any, where: str, code: str
) -> None:
    (found,) = read(parts).complaints

    assert (dotted(found.path), found.code) == (
        f"features[0].geometry.coordinates{where}", code,
    )  # fmt: skip


def test_what_the_journey_says_against_a_point_is_told_on_its_line() -> None:
    claims = told(legs=[leg("a", "c", shape=known())])
    text = drawn([[[0, 0], [1, 0]], [[1, 0], [1.5, 0]]])

    found = reading({STORY: json.dumps(claims).encode(), ROUTE: text.encode()})

    off = next(c for c in found.complaints if c.code == "shape_ends_off")
    assert text.splitlines()[off.line : off.line + 2] == ["1.5,", "0"]


@pytest.mark.parametrize("listed", [[[NINE, None], [None, TEN]], [NINE, None, None, TEN]])
def test_times_may_be_in_parts_as_the_points_are(listed: Any) -> None:
    route = read([[[0, 0], [1, 0]], [[1, 0], [2, 0]]], {"coordTimes": listed})

    instants = [at("2025-06-01T09:00+00:00"), None, None, at("2025-06-01T10:00+00:00")]
    assert (route.times, route.complaints) == ({"a-c": instants}, [])


@pytest.mark.parametrize(
    ("listed", "where", "code"),
    [
        ([[NINE], [None, None, TEN]], "", "times_do_not_fit"),
        ([[NINE, None], [None, "ten"]], "[1][1]", "no_instant"),
        ([[TEN, None], [NINE, None]], "[1][0]", "times_fall"),
    ],
)
def test_what_is_wrong_with_such_times_is_told_where_it_stands(
    listed: Any, where: str, code: str
) -> None:
    (found,) = read([[[0, 0], [1, 0]], [[1, 0], [2, 0]]], {"coordTimes": listed}).complaints

    assert (dotted(found.path), found.code) == (f"features[0].properties.coordTimes{where}", code)


@pytest.mark.parametrize("own", [None, 7])
def test_a_feature_may_have_its_id_among_its_properties(own: Any) -> None:
    route = read([[[0, 0], [1, 0]]], {"id": "a-c"}, own)

    assert (list(route.lines), route.complaints, route.whole) == (["a-c"], [], True)


def test_the_feature_s_own_id_comes_before_that_of_its_properties() -> None:
    assert list(read([[[0, 0], [1, 0]]], {"id": "other"}).lines) == ["a-c"]


def test_two_ids_alike_among_properties_are_told_there() -> None:
    data = json.loads(drawn([[[0, 0], [1, 0]]], {"id": "a-c"}, None))
    data["features"] *= 2

    (found,) = read_route(json.dumps(data), ROUTE).complaints

    assert (dotted(found.path), found.code) == ("features[1].properties.id", "shape_twice")


@pytest.mark.parametrize("name", [{"en": "a"}, ["a-c"], 7.5, True])
def test_an_id_that_is_no_text_is_told_also_where_points_have_times(name: Any) -> None:
    parts: Parts = [[[0, 0], [1, 0]]]

    (found,) = read(parts, {"coordTimes": [[NINE, TEN]]}, name).complaints

    assert (dotted(found.path), found.code) == ("features[0].id", "feature_id_no_text")
