from __future__ import annotations

import re

import pytest

from journey.basemap.projection import Projection
from journey.geo.geometry import distance
from journey.model.palette import MODES
from journey.prints import drawing
from journey.stage.labels import Label
from journey.words.wording import Wording

ENGLISH = Wording("en")
LINE = [(0.0, 0.0), (50.0, 0.0)]


def test_a_line_that_is_assumed_is_hollow_and_one_that_is_known_is_not() -> None:
    strokes = {basis: drawing.route(LINE, MODES["bus"], basis).count("#fff") for basis in
               ("reported", "derived", "assumed")}  # fmt: skip

    assert strokes == {"reported": 0, "derived": 1, "assumed": 1}


@pytest.mark.parametrize("mode", MODES)
def test_a_line_has_the_colour_and_the_dash_of_its_mode(mode: str) -> None:
    svg = drawing.route(LINE, MODES[mode], "assumed")

    assert MODES[mode].light in svg
    assert svg.count("stroke-dasharray") == bool(MODES[mode].dash)


@pytest.mark.parametrize("lat", [0, 42, 65])
def test_the_scale_is_as_long_as_it_says(lat: float) -> None:
    projection = Projection.around(((lat - 1, 0), (lat + 1, 3)), (400, 300), 20)

    svg = drawing.scale(projection, (10, 290), ENGLISH)

    units = float(re.search(r"h([\d.]+)v-5", svg)[1])  # type: ignore[index]
    km = float(re.search(r">(\d+) km<", svg)[1])  # type: ignore[index]
    ends = projection.point((100, 150)), projection.point((100 + units, 150))
    assert distance(*ends) == pytest.approx(km, rel=0.01)


@pytest.mark.parametrize(("value", "found"), [(199, 100), (200, 200), (0.049, 0.02), (7, 5)])
def test_a_round_length_is_a_one_a_two_or_a_five(value: float, found: float) -> None:
    assert drawing.round_below(value) == pytest.approx(found)


def test_text_is_escaped() -> None:
    assert "<script>" not in drawing.text(Label("<script>", 0, 0, 11))


def test_dots_along_a_line_are_close_together() -> None:
    dots = drawing.sampled([[(0.0, 0.0), (40.0, 0.0)]])

    assert [x for x, _ in dots] == [4.0 * step for step in range(10)]
