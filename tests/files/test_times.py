from __future__ import annotations

import json
from typing import Any

import pytest

from journey.files.read import ROUTE, STORY, read
from journey.files.route import Route, read_route
from journey.files.times import times
from tests.conftest import Data, at, known, leg, told

NINE, TEN, ELEVEN = "2025-06-01T09:00:00Z", "2025-06-01T14:00:00.5+04:00", "2025-06-01T11:00:00Z"
LINE: list[list[float]] = [[0, 0], [1, 0], [2, 0]]
PROPERTIES: list[Data] = [
    {"coordTimes": [NINE, None, TEN]},
    {"coordinateProperties": {"times": [NINE, None, TEN]}},
]


def drawn(properties: Any, line: list[list[float]] = LINE) -> str:
    """GeoJSON of one line from A to C, a value on each line of the file."""
    geometry = {"type": "LineString", "coordinates": line}
    feature = {"type": "Feature", "id": "a-c", "geometry": geometry, "properties": properties}
    return json.dumps({"type": "FeatureCollection", "features": [feature]}, indent=0)


def route(properties: Any) -> Route:
    return read_route(drawn(properties), ROUTE)


@pytest.mark.parametrize("properties", PROPERTIES)
def test_each_point_may_have_a_time(properties: Data) -> None:
    found = route(properties)

    # 14:00:00.5 at UTC+4 is half a second after ten at UTC.
    instants = [at("2025-06-01T09:00+00:00"), None, at("2025-06-01T10:00:00.5+00:00")]
    assert (found.times, found.complaints) == ({"a-c": instants}, [])


@pytest.mark.parametrize("properties", [None, {}, {"coordTimes": None}, {"name": "x"}, 5])
def test_a_line_may_have_no_times(properties: Any) -> None:
    assert (route(properties).times, route(properties).complaints) == ({}, [])


def test_times_of_which_none_is_known_are_none() -> None:
    assert route({"coordTimes": [None, None, None]}).times == {}


@pytest.mark.parametrize(
    ("listed", "where", "code", "shown"),
    [
        (NINE, (), "no_times", {}),
        ({"0": NINE}, (), "no_times", {}),
        ([], (), "times_do_not_fit", {"times": 0, "points": 3}),
        ([NINE, TEN], (), "times_do_not_fit", {"times": 2, "points": 3}),
        ([NINE, "ten", TEN], (1,), "no_instant", {"value": "'ten'"}),
        ([NINE, 1748772000000.0, TEN], (1,), "no_instant", {}),
        ([[NINE], [TEN], [ELEVEN]], (0,), "no_instant", {"more": 2}),
        ([NINE, "2025-06-01T10:00:00", TEN], (1,), "no_offset", {}),
        (["0001-01-01T00:00:00Z", NINE, TEN], (0,), "year_out_of_reach", {"year": 1}),
        ([TEN, NINE, NINE], (1,), "times_fall", {}),
        ([ELEVEN, None, NINE], (2,), "times_fall", {}),
        ([ELEVEN, TEN, NINE], (1,), "times_fall", {"more": 1}),
    ],
)
def test_a_fault_of_the_times_is_told(
    listed: Any, where: tuple[int, ...], code: str, shown: Data
) -> None:
    found, ((path, told_code, figures),) = times({"coordTimes": listed}, 3)

    assert (found, path, told_code) == ([], ("coordTimes", *where), code)
    assert shown.items() <= dict(figures).items()


def test_a_fault_of_the_times_is_told_with_its_line() -> None:
    text = drawn({"coordTimes": [NINE, "ten", TEN]})

    (complaint,) = read_route(text, ROUTE).complaints

    lines = text.splitlines()
    assert lines[complaint.line - 1].strip(",") == '"ten"'


def test_faults_of_a_line_and_of_its_times_are_told_at_once() -> None:
    text = drawn({"coordTimes": [NINE, "ten", TEN]}, [[0, 0], [500, 0], [2, 0]])

    codes = {complaint.code for complaint in read_route(text, ROUTE).complaints}

    assert codes == {"position_out_of_bounds", "no_instant"}


def test_equal_times_are_in_order() -> None:
    assert times({"coordTimes": [NINE, NINE, TEN]}, 3)[1] == []


def test_the_times_are_those_of_the_legs_shape() -> None:
    story = told(legs=[leg("a", "c", shape=known())])
    texts = {STORY: json.dumps(story), ROUTE: drawn({"coordTimes": [NINE, None, ELEVEN]})}

    journey = read({name: text.encode() for name, text in texts.items()})

    (shape,) = [leg.shape for leg in journey.legs if leg.shape]
    assert shape.times == (at("2025-06-01T09:00Z"), None, at("2025-06-01T11:00Z"))
