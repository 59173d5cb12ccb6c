"""Of the map's library story pages bring along what the stage uses, under all its names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from xstatic.pkg import leaflet

from journey.stage.bundle import library
from journey.stage.slim import library as slim
from journey.stage.slim import parts

SOURCE = (Path(leaflet.BASE_DIR) / "leaflet-src.js").read_text("utf-8")


@pytest.mark.parametrize("part", parts(), ids=lambda part: str(part.pattern[5:40]))
def test_what_is_left_out_is_one_place_of_the_source(part: re.Pattern[str]) -> None:
    assert len(part.findall(SOURCE)) == 1


def test_less_than_four_fifths_of_the_library_is_left() -> None:
    assert len(slim()) < 0.8 * len(library())


def test_what_is_left_gives_all_the_names_that_the_library_gives() -> None:
    given = re.findall(r"^  exports\.(\w+) = ", SOURCE, re.MULTILINE)

    assert len(given) > 70
    assert [name for name in given if f".{name}=" not in slim()] == []
