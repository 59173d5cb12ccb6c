"""Numbers and lines as short texts; ``unpack.js`` of the stage reads them.

A text begins with the number of decimals. Then every number is told by its
difference from the one before it in its column, in steps of the last decimal.
A difference takes five bits a letter, the lowest ones first, with its sign in
the lowest bit; the sixth bit of a letter says that more follow.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

# Letters that neither JSON nor HTML needs to escape; the place of one is its value.
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"


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


def _letters(step: int) -> str:
    rest = step * 2 if step >= 0 else -step * 2 - 1
    text = ""
    while rest >= 32:
        text += LETTERS[rest % 32 + 32]
        rest //= 32
    return text + LETTERS[rest]
