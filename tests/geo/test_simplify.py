from __future__ import annotations

from itertools import pairwise
from math import hypot
from random import Random

import numpy as np
import pytest

from journey.geo.simplify import Flags, Floats, kept, simplified


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


def test_in_a_line_made_to_be_slow_some_points_stay_at_even_distances() -> None:
    turns = np.arange(5_000.0)
    line = np.column_stack((2.0 ** -(turns % 900), turns % 2 * 1e-3))

    stay = kept(line, np.full(len(line), 9.0), ends(len(line)))

    # Without them each stretch would be divided at its end, again and again.
    assert np.flatnonzero(stay).tolist() == [0, 1_000, 2_000, 3_000, 4_000, 4_999]


@pytest.mark.parametrize("seed", range(5))
def test_a_simple_line_is_nowhere_further_off_than_it_may_be(seed: int) -> None:
    rng = Random(seed)
    line = [(float(x), rng.uniform(0, 8)) for x in range(60)]

    (found,) = simplified([line], 2)

    assert found[0] == line[0]
    assert found[-1] == line[-1]
    assert len(found) < len(line)
    for x, y in line:
        left, right = next((a, b) for a, b in pairwise(found) if a[0] <= x <= b[0])
        run, rise = right[0] - left[0], right[1] - left[1]
        assert abs(run * (y - left[1]) - rise * (x - left[0])) / hypot(run, rise) <= 2


def test_a_ring_stays_closed_and_keeps_its_farthest_corner() -> None:
    ring = [(0.0, 0.0), (5.0, 0.1), (10.0, 0.0), (10.0, 10.0), (0.0, 0.0)]

    assert simplified([ring], 1) == [[(0, 0), (10, 0), (10, 10), (0, 0)]]


def test_lines_beside_each_other_are_simplified_each_for_itself() -> None:
    lines = [[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], [(1.0, 1.0)], [(2.0, 0.0), (3.0, 0.0)]]

    assert simplified(lines, 1) == [[(0, 0), (2, 0)], [(1, 1)], [(2, 0), (3, 0)]]


def test_of_no_lines_there_are_none() -> None:
    assert simplified([], 1) == []


@pytest.mark.parametrize("seed", range(4))
def test_who_moves_along_what_stays_is_never_farther_off_than_allowed(seed: int) -> None:
    line, times = wander(seed, 400), np.cumsum(np.random.default_rng(seed).exponential(size=400))

    stay = np.flatnonzero(kept(line, np.full(400, 3.0), ends(400), times))

    where = [np.interp(times, times[stay], line[stay, axis]) for axis in (0, 1)]
    assert len(stay) < 200
    assert np.hypot(*(np.array(where) - line.T)).max() <= 3.0


def test_a_halt_on_a_straight_line_stays() -> None:
    line = np.array([[0.0, 0.0], [5.0, 0.0], [5.0, 0.0], [10.0, 0.0]])

    stay = kept(line, np.full(4, 0.5), ends(4), np.array([0.0, 5.0, 60.0, 65.0]))

    assert stay.tolist() == [True] * 4


def test_points_without_a_time_are_held_against_the_whole_line() -> None:
    line = np.array([[0.0, 0.0], [1.0, 0.0], [9.0, 0.0], [10.0, 0.0]])

    stay = kept(line, np.full(4, 0.5), ends(4), np.full(4, np.nan))

    assert stay.tolist() == [True, False, False, True]
