from __future__ import annotations

import random

import numpy as np
import pytest

from journey.geo.geometry import cumulative, nearest, unwrap
from journey.importers import passing
from journey.importers.found import Drawn, Floats
from journey.importers.passing import passed


def _way(points: list[tuple[float, float]]) -> Drawn:
    drawn = Drawn()
    for point in points:
        drawn.add(*point)
    return drawn


@pytest.mark.parametrize("size", [2, 65, 66, 200])
@pytest.mark.parametrize("east", [8.0, 179.9])
def test_the_places_beside_a_line_are_those_that_a_measure_of_each_finds(
    size: int, east: float
) -> None:
    chance = random.Random(size)
    points = [(46 + i / 100, (east + i / 50 + 180) % 360 - 180) for i in range(size)]
    places = [
        (lat + chance.uniform(-0.01, 0.01), (lon + chance.uniform(0, 0.02) + 180) % 360 - 180)
        for lat, lon in points[1:-1]
    ]

    line = unwrap(points)
    reached = cumulative(line)
    found = [nearest(line, reached, (lat, lon % 360 if east > 90 else lon)) for lat, lon in places]
    near = [(km, index) for index, (km, off) in enumerate(found) if off < 0.5]

    assert passed(_way(points).line(), np.array(places), 0.5) == [i for _, i in sorted(near)]
    assert bool(near) == (size > 2)


def test_a_place_is_compared_with_no_more_of_a_line_than_lies_near_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole, compared = 0, passing._compared

    def counted(*given: Floats) -> object:
        nonlocal whole
        whole += len(given[2])
        return compared(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(passing, "_compared", counted)
    points = [(i / 1_000, 1.0) for i in range(5_000)]
    places = np.array(points[1:-1])

    assert len(passed(_way(points).line(), places, 0.5)) == len(places)
    assert whole < 3 * len(places)


def test_of_a_line_of_a_million_points_enough_are_compared() -> None:
    points = [(46 + i / 1e6, 8.0) for i in range(1_000_000)]

    lats, _ = passing._thinned(_way(points).line())

    assert len(lats) == 20_000
    assert (lats[0], lats[-1]) == (points[0][0], points[-1][0])
