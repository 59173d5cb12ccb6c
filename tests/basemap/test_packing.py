from __future__ import annotations

import json
import random
from html import escape
from itertools import accumulate

import pytest

from journey.basemap.packing import LETTERS, pack, pack_line


def read(text: str, columns: int = 1) -> list[float]:
    """The numbers in a text, read as its description says."""
    steps, bits, shift = [], 0, 0
    for value in map(LETTERS.index, text[1:]):
        bits |= (value & 31) << shift
        shift += 5
        if value < 32:
            steps.append(-(bits + 1) // 2 if bits % 2 else bits // 2)
            bits = shift = 0
    unit = 10 ** int(text[0])
    rows = [list(accumulate(steps[column::columns])) for column in range(columns)]
    return [rows[i % columns][i // columns] / unit for i in range(len(steps))]


def read_line(text: str) -> list[tuple[float, float]]:
    """The points in a text."""
    flat = read(text, columns=2)
    return list(zip(flat[::2], flat[1::2], strict=True))


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


def test_nothing_is_told_of_nothing() -> None:
    assert read(pack([], 3)) == []


def test_no_letter_needs_to_be_escaped() -> None:
    assert len(set(LETTERS)) == 64
    assert json.dumps(LETTERS) == f'"{LETTERS}"'
    assert escape(LETTERS) == LETTERS
