from __future__ import annotations

import pytest

from journey.errors import dotted
from journey.model.ways import ways
from tests.conftest import Data, known, leg, told


def faults(line: list[tuple[float, float]], start: str = "a", end: str = "b") -> list[str]:
    """The path and the code of each fault of a leg with that line."""
    data: Data = told(legs=[leg(start, end, shape=known(line=line))])
    return [f"{dotted(fault.path)} {fault.code}" for fault in ways(data)]


def test_a_line_that_joins_its_places_is_no_fault() -> None:
    assert faults([(0, 0), (0.5, 0.5), (0, 1)]) == []


@pytest.mark.parametrize("near", [0, 0.01])
def test_a_line_drawn_from_the_end_to_the_start_is_told_once_as_that(near: float) -> None:
    assert faults([(0, 1 - near), (0, near)]) == ["legs[0].shape.line[0] shape_backwards"]


def test_a_line_there_and_back_runs_neither_way() -> None:
    assert faults([(0, 0), (0, 1), (0, 0)], "a", "a") == []


def test_an_end_too_far_off_is_told_as_before() -> None:
    assert faults([(0, 0), (0, 1.5)]) == ["legs[0].shape.line[1] shape_ends_off"]
