from __future__ import annotations

from itertools import pairwise
from math import hypot

import numpy as np
import pytest

from journey.geo.simplify import Flags, Floats, kept


def ends(count: int) -> Flags:
    """Flags that hold the first and the last of so many points."""
    return np.asarray(np.arange(count) % (count - 1) == 0)


def wander(seed: int, count: int) -> Floats:
    """A line that goes where chance leads it, in steps of about one."""
    return np.cumsum(np.random.default_rng(seed).normal(size=(count, 2)), axis=0)


def gap(point: Floats, start: Floats, end: Floats) -> float:
    """How far the point lies from the stretch, found by trying 1,001 points of it."""
    part = np.linspace(0, 1, 1_001)[:, None]
    tried = start + (end - start) * part
    return float(np.hypot(*(tried - point).T).min())


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("tolerance", [0.5, 2, 8])
def test_no_point_left_out_is_farther_off_than_allowed(seed: int, tolerance: float) -> None:
    line = wander(seed, 400)

    stay = np.flatnonzero(kept(line, np.full(400, tolerance), ends(400)))

    for a, b in pairwise(stay):
        assert all(gap(line[i], line[a], line[b]) <= tolerance + 0.02 for i in range(a + 1, b))


def test_the_more_is_allowed_the_fewer_points_stay() -> None:
    line = wander(7, 900)

    counts = [int(kept(line, np.full(900, t), ends(900)).sum()) for t in (0.01, 1, 5, 50)]

    assert counts == sorted(counts, reverse=True)
    assert counts[0] > counts[-1]


def test_points_on_a_straight_line_are_not_needed() -> None:
    line = np.column_stack((np.arange(9.0), np.arange(9.0) * 2))

    assert kept(line, np.full(9, 1e-9), ends(9)).tolist() == [True, *[False] * 7, True]


def test_a_line_that_comes_back_keeps_its_turning_point() -> None:
    line = np.array([[0.0, 0.0], [5.0, 0.0], [9.0, 0.0], [5.0, 0.0], [0.0, 0.0]])

    assert kept(line, np.full(5, 1.0), ends(5)).tolist() == [True, False, True, False, True]


def test_each_point_has_its_own_tolerance() -> None:
    line = np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 0.0], [3.0, 1.0], [4.0, 0.0]])

    stay = kept(line, np.array([1, 0.5, 1, 5, 1.0]), ends(5))

    assert stay.tolist() == [True, True, False, False, True]


def test_what_is_held_stays() -> None:
    line = np.column_stack((np.arange(5.0), np.zeros(5)))

    assert kept(line, np.full(5, 9.0), np.array([1, 0, 1, 0, 1], dtype=bool)).sum() == 3


def test_a_line_made_to_be_slow_is_done_soon() -> None:
    turns = np.arange(50_000.0)
    line = np.column_stack((2.0 ** -(turns % 900), turns % 2 * 1e-3))

    stay = kept(line, np.full(len(line), 1e-9), ends(len(line)))

    assert stay.sum() > 2
    assert hypot(*line[0]) > 0
