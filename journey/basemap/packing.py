"""Numbers and lines as short texts; ``unpack.js`` of the stage reads them.

A text of numbers begins with the number of decimals. Then every number is told
by its difference from the one before it in its column, in steps of the last
decimal. A difference takes five bits a letter, the lowest ones first, with its
sign in the lowest bit; the sixth bit of a letter says that more follow.

Lines of which some parts need be less fine than others are texts of runs. A run
begins with a letter for its step, of 0.00001 degrees times a power of two, and
with the number of its points less one, which has no sign. The differences of
lon and lat follow, in such steps. The first is from the last point of the line
before: lines that lie near each other are told in few letters, in that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise

import numpy as np
from numpy.typing import NDArray

# Letters that neither JSON nor HTML needs to escape; the place of one is its value.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

# The finest step of a run, in degrees, and how many points at a time are held to need one step.
UNIT = 1e-5
_TOGETHER = 8


def pack(numbers: Iterable[float], decimals: int, columns: int = 1) -> str:
    """The numbers, rounded to so many decimals, as a text; they come row by row.

    >>> pack([0.5, 0.25, 0.5], 2)
    '2kDxByB'
    """
    steps = [round(number * 10**decimals) for number in numbers]
    before = [0] * columns + steps
    texts = (_letters(step - old) for step, old in zip(steps, before, strict=False))
    return str(decimals) + "".join(texts)


def pack_line(points: Sequence[Sequence[float]], decimals: int) -> str:
    """The points of a line, pairs in degrees, as a text."""
    return pack(chain.from_iterable(points), decimals, columns=2)


def pack_runs(lines: Iterable[tuple[NDArray[np.float64], NDArray[np.float64]]]) -> Iterator[str]:
    """Each line as a text of runs, to be read in this order.

    A line is its points, rows of lon and lat in degrees, and how far off each
    may be told, in degrees. Neither of its numbers is off by more than half of
    that; to less than two of :data:`UNIT`, multiples of it are told as they are.
    """
    last = np.zeros(2, dtype=np.int64)
    for points, fine in lines:
        wanted = np.rint(points / UNIT).astype(np.int64)
        text = ""
        for first, after, power in _runs(fine):
            step = 1 << power
            steps = np.rint((wanted[first:after] - last) / step).astype(np.int64)
            told = np.diff(steps, axis=0, prepend=np.zeros((1, 2), dtype=np.int64))
            text += LETTERS[power] + _natural(after - first - 1)
            text += "".join(map(_letters, told.ravel().tolist()))
            last = last + steps[-1] * step
        yield text


def _runs(fine: NDArray[np.float64]) -> Iterator[tuple[int, int, int]]:
    """Where each run begins and ends, and the power of two of its step."""
    powers = np.log2(np.maximum(fine / UNIT, 1)).astype(np.intp)
    lowest = np.minimum.reduceat(powers, np.arange(0, len(powers), _TOGETHER))
    each = np.repeat(lowest, _TOGETHER)[: len(powers)]
    turns = [*np.flatnonzero(np.diff(each, prepend=-1)).tolist(), len(each)]
    for first, after in pairwise(turns):
        yield first, after, int(each[first])


def _letters(step: int) -> str:
    """A whole number with its sign."""
    return _natural(step * 2 if step >= 0 else -step * 2 - 1)


def _natural(rest: int) -> str:
    """A whole number that is not below zero."""
    text = ""
    while rest >= 32:
        text += LETTERS[rest % 32 + 32]
        rest //= 32
    return text + LETTERS[rest]
