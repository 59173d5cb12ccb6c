from __future__ import annotations

from itertools import pairwise

import pytest

from journey.geo.clip import clip_area, clip_line, cut
from journey.geo.geometry import Point, bounds

LOW, HIGH = (0.0, 0.0), (100.0, 100.0)


def area(ring: list[Point]) -> float:
    """Gauss's formula."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise([*ring, ring[0]]))) / 2


def test_an_area_is_cut_to_the_rectangle() -> None:
    ring = [(50.0, 50.0), (150.0, 50.0), (150.0, 150.0), (50.0, 150.0)]

    found = clip_area(ring, LOW, HIGH)

    assert area(found) == pytest.approx(50 * 50)
    assert bounds(found) == ((50, 50), (100, 100))


def test_an_area_outside_is_gone_and_one_around_is_the_rectangle() -> None:
    away = [(200.0, 0.0), (300.0, 0.0), (300.0, 100.0)]
    around = [(-500.0, -500.0), (500.0, -500.0), (500.0, 500.0), (-500.0, 500.0)]

    assert clip_area(away, LOW, HIGH) == []
    assert area(clip_area(around, LOW, HIGH)) == pytest.approx(100 * 100)


def test_a_line_that_leaves_and_comes_back_is_two() -> None:
    line = [(50.0, 50.0), (150.0, 50.0), (150.0, 60.0), (50.0, 60.0)]

    pieces = list(clip_line(line, LOW, HIGH))

    assert [[round(x) for x, _ in piece] for piece in pieces] == [[50, 100], [100, 50]]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ([(10, 10), (90, 90)], [[(10, 10), (90, 90)]]),
        ([(-50, 50), (150, 50)], [[(0, 50), (100, 50)]]),
        ([(-50, 0), (50, 100), (150, 0)], [[(0, 50), (50, 100), (100, 50)]]),
        ([(-50, 10), (10, -50)], []),
        ([(150, 10), (150, 90)], []),
    ],
)
def test_a_line_is_cut_at_every_side(line: list[Point], pieces: list[list[Point]]) -> None:
    assert [list(piece) for piece in clip_line(line, LOW, HIGH)] == pieces


@pytest.mark.parametrize(
    ("lons", "pieces"),
    [
        ([170, 180], [[170, 180]]),
        ([180, 190], [[-180, -170]]),
        ([170, 180, 190], [[170, 180], [-180, -170]]),
        ([170, 180, 170], [[170, 180, 170]]),
        ([170, 190, 170], [[170, 180], [-180, -170, -180], [180, 170]]),
        ([-170, -190], [[-170, -180], [180, 170]]),
        ([530, 550], [[170, 180], [-180, -170]]),
        ([170, 180, 180, 170, 190], [[170, 180, 180, 170, 180], [-180, -170]]),
        ([-540, -530], [[-180, -170]]),
    ],
)
def test_a_line_is_cut_where_it_crosses_the_antimeridian(
    lons: list[float], pieces: list[list[float]]
) -> None:
    found = cut([(0, lon) for lon in lons])

    assert [[lon for _, lon in piece] for piece in found] == pieces


def test_pieces_meet_at_the_latitude_at_which_the_line_crosses() -> None:
    west, east = cut([(10, 170), (40, 200)])

    assert west[-1] == pytest.approx((20, 180))
    assert east[0] == pytest.approx((20, -180))
