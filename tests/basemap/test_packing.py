from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from html import escape
from itertools import accumulate

import numpy as np
import pytest

from journey.basemap.packing import LETTERS, UNIT, pack, pack_line, pack_runs


def naturals(text: str) -> Iterator[int]:
    """The whole numbers in a text, read as its description says, without a sign."""
    bits = shift = 0
    for value in map(LETTERS.index, text):
        bits |= (value & 31) << shift
        shift += 5
        if value < 32:
            yield bits
            bits = shift = 0


def signed(bits: int) -> int:
    """The same number with its sign."""
    return -(bits + 1) // 2 if bits % 2 else bits // 2


def read(text: str, columns: int = 1) -> list[float]:
    """The numbers in a text."""
    steps = list(map(signed, naturals(text[1:])))
    unit = 10 ** int(text[0])
    rows = [list(accumulate(steps[column::columns])) for column in range(columns)]
    return [rows[i % columns][i // columns] / unit for i in range(len(steps))]


def read_line(text: str) -> list[tuple[float, float]]:
    """The points in a text."""
    flat = read(text, columns=2)
    return list(zip(flat[::2], flat[1::2], strict=True))


def read_runs(texts: Iterable[str]) -> list[list[tuple[float, float]]]:
    """The points of each line in the texts of a layer, in their order."""
    last, lines = [0, 0], []
    for text in texts:
        told, line = naturals(text), []
        for power in told:
            for _ in range(next(told) + 1):
                last = [number + signed(next(told)) * 2**power for number in last]
                line.append((last[0] / 1e5, last[1] / 1e5))
        lines.append(line)
    return lines


@pytest.mark.parametrize("decimals", [0, 2, 5])
def test_numbers_come_back_rounded(decimals: int) -> None:
    numbers = [random.Random(1).uniform(-1e5, 1e5) for _ in range(50)]

    found = read(pack(numbers, decimals))

    assert found == [pytest.approx(n, abs=0.51 * 10**-decimals) for n in numbers]


def test_points_come_back_wherever_they_are() -> None:
    line = [(0, 0), (-90, 180), (90, -180), (42.12345, 539.99999)]

    assert read_line(pack_line(line, 5)) == line


def test_errors_of_rounding_do_not_add_up() -> None:
    found = read(pack([i / 3 for i in range(1_000)], 2))

    assert found[-1] == pytest.approx(333, abs=0.005)


def packed(*lines: tuple[list[tuple[float, float]], float]) -> list[str]:
    """Lines, each as fine all along, as texts of runs."""
    return list(pack_runs((np.array(line), np.full(len(line), fine)) for line, fine in lines))


def test_runs_of_the_finest_step_come_back_as_they_were() -> None:
    first, second = [(180.0, -90.0), (-180.0, 90.0), (12.34567, 8.0)], [(539.99999, 0.00001)]

    assert read_runs(packed((first, UNIT), (second, UNIT))) == [first, second]


@pytest.mark.parametrize("fine", [0.0001, 0.003, 0.7])
def test_no_point_of_a_run_is_off_by_more_than_half_of_what_is_allowed(fine: float) -> None:
    chance = random.Random(2)
    line = [(chance.uniform(-180, 180), chance.uniform(-90, 90)) for _ in range(100)]

    (found,) = read_runs(packed((line, fine)))

    for point, told in zip(line, found, strict=True):
        assert told == pytest.approx(point, abs=fine / 2 + UNIT)


def test_what_needs_to_be_fine_is_so_among_what_need_not() -> None:
    line, fine = np.array([(i / 7, i / 3) for i in range(60)]), np.full(60, 0.5)
    fine[30] = UNIT

    (found,) = read_runs(pack_runs([(line, fine)]))

    assert found[30] == (round(30 / 7, 5), 10.0)


def test_coarse_lines_take_fewer_letters() -> None:
    line = [(i * 0.3, i % 7 * 0.2) for i in range(40)]

    fine, coarse = packed((line, UNIT)), packed((line, 0.05))

    assert len(coarse[0]) < len(fine[0]) / 1.5


def test_nothing_is_told_of_nothing() -> None:
    assert read(pack([], 3)) == []


def test_no_letter_needs_to_be_escaped() -> None:
    assert len(set(LETTERS)) == 64
    assert json.dumps(LETTERS) == f'"{LETTERS}"'
    assert escape(LETTERS) == LETTERS
