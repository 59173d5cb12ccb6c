from __future__ import annotations

import json
from typing import Any

import pytest

from journey import Journey
from journey.files.read import ROUTE, STORY, read, reading
from tests.conftest import known, leg, told

DRAWN = told(legs=[leg("a", "b", shape=known())])


def files(*line: list[Any], kind: str = "LineString") -> dict[str, bytes]:
    """A journey's files, with that line from A to B, or those parts of one."""
    geometry = {"type": kind, "coordinates": line}
    feature = {"type": "Feature", "id": "a-b", "properties": {}, "geometry": geometry}
    route = {"type": "FeatureCollection", "features": [feature]}
    return {STORY: json.dumps(DRAWN).encode(), ROUTE: json.dumps(route, indent=1).encode()}


def heights(found: Journey) -> tuple[float | None, ...]:
    assert found.legs[0].shape
    return found.legs[0].shape.heights


def test_the_third_number_of_a_position_is_its_height() -> None:
    found = read(files([0, 0, 12.5], [0.5, 0, -3], [1, 0, 0]))

    assert heights(found) == (12.5, -3, 0)


def test_a_height_that_is_not_there_stays_unknown() -> None:
    found = read(files([0, 0, 12.5], [0.5, 0], [1, 0, None]))

    assert heights(found) == (12.5, None, None)


def test_the_heights_of_a_line_in_parts_follow_each_other() -> None:
    parts = [[0, 0, 1], [0.5, 0]], [[0.5, 0, 2], [1, 0, 3]]

    assert heights(read(files(*parts, kind="MultiLineString"))) == (1, None, 2, 3)


@pytest.mark.parametrize("line", [([0, 0], [1, 0]), ([0, 0, 0], [1, 0, 0])])
def test_a_line_without_heights_or_with_naughts_alone_has_none(line: tuple[list[int], ...]) -> None:
    assert heights(read(files(*line))) == ()


@pytest.mark.parametrize("bad", ["high", True, [], -32768, -9999, 100_001, 1.6e9, float("nan")])
def test_what_is_no_height_is_told_with_its_line(bad: object) -> None:
    (fault,) = reading(files([0, 0, 5], [0.5, 0, bad], [0.6, 0, bad], [1, 0, 5])).complaints

    assert (fault.file, fault.code) == (ROUTE, "no_height")
    assert fault.path == ("features", 0, "geometry", "coordinates", 1, 2)
    assert fault.figures["more"] == 1
    # Each number stands on a line of its own there, and the first position starts on the 11th.
    assert fault.line == 19


def test_a_fault_of_a_position_is_told_before_that_of_its_height() -> None:
    (fault,) = reading(files([0, 0, 5], [0.5, 99, "x"], [1, 0, 5])).complaints

    assert fault.code == "position_out_of_bounds"
