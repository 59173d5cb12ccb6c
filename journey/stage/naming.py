"""Names beside the ends of the legs, in a drawing that is shown at many sizes.

A name keeps its side of its point. At which widths it is shown follows from
where it would lie on something else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, product
from typing import NamedTuple

from journey.stage.labels import Box, text_width

SIZE = 12.0  # pixels
# Sizes in px at which a drawing is shown, by the widths: no two things may meet at any of them.
SIZES = tuple(
    tuple((width, height) for width in widths for height in (170, 300))
    for widths in ((320, 440, 559), (560, 720, 999), (1000, 1200, 1440))
)
MOST = 24  # names that are placed, the first ones

Spot = tuple[float, float]  # where in the drawing: across and up, shares of it
Size = tuple[int, int]  # pixels


class Side(NamedTuple):
    """Where a name stands from its point: px to the right and down to its base line."""

    anchor: str
    right: float
    down: float


# A line that rises leaves free what is above on the left and below on the right.
SIDES = (
    Side("end", -8, -7),
    Side("start", 8, 16),
    Side("start", 4, -10),
    Side("middle", 0, -12),
)


class Wish(NamedTuple):
    """A name for a point of the drawing, and what would do as well where it does not fit.

    It may stand on each of the ``sides``, the first ones rather than the last;
    ``kind`` is the class that it is drawn with, and ``ink`` its colour where
    that is not the one of all text.
    """

    texts: tuple[str, ...]
    at: Spot
    sides: tuple[Side, ...] = SIDES
    kind: str = "name"
    ink: str | None = None


class Name(NamedTuple):
    """A name that has found its side, shown from one of the widths until another."""

    text: str
    at: Spot
    side: Side
    width: int
    until: int
    kind: str = "name"
    ink: str | None = None


@dataclass(frozen=True)
class Rise:
    """The line through the drawing, which never falls: ``across`` and ``up`` in shares of it."""

    across: tuple[float, ...]
    up: tuple[float, ...]

    def at(self, across: float) -> float:
        """How high the line is there."""
        after = bisect_right(self.across, across)
        if after == 0 or after == len(self.across):
            return self.up[min(after, len(self.up) - 1)]
        (a, b), (low, high) = self.across[after - 1 : after + 1], self.up[after - 1 : after + 1]
        return low + (high - low) * (across - a) / (b - a)


class Room:
    """What is taken of the drawing at each of the sizes, in px from its upper left corner."""

    def __init__(self, rise: Rise) -> None:
        self._rise = rise
        self._taken: dict[Size, list[Box]] = {size: [] for sizes in SIZES for size in sizes}

    def take(self, low: Spot, high: Spot, margin: float = 0.0) -> None:
        """Keep the box between two spots free, and ``margin`` px around it."""
        for (wide, tall), taken in self._taken.items():
            left, right = low[0] * wide - margin, high[0] * wide + margin
            top, bottom = (1 - high[1]) * tall - margin, (1 - low[1]) * tall + margin
            taken.append(Box(left, top, right, bottom))

    def take_text(self, text: str, at: Spot, side: Side, letters: float) -> None:
        """Keep free where a text stands whose letters are so many px high."""
        for size, taken in self._taken.items():
            taken.append(_box(text, at, side, size, letters))

    def place(self, wishes: Sequence[Wish]) -> Iterator[Name]:
        """As many of the names as there is room for, the first ones rather than the last."""
        for wish in wishes[:MOST]:
            found = [self._put(wish, sizes) for sizes in SIZES]
            for choice, group in groupby(range(len(found)), key=found.__getitem__):
                widths = list(group)
                if choice:
                    shown = widths[0], widths[-1] + 1
                    yield Name(choice[0], wish.at, choice[1], *shown, wish.kind, wish.ink)

    def _put(self, wish: Wish, sizes: Sequence[Size]) -> tuple[str, Side] | None:
        """The first text and side that are free at all of the sizes, which then are taken."""
        for text, side in product(wish.texts, wish.sides):
            boxes = [(_box(text, wish.at, side, size, SIZE), size) for size in sizes]
            if all(self._is_free(box, size) for box, size in boxes):
                for box, size in boxes:
                    self._taken[size].append(box)
                return text, side
        return None

    def _is_free(self, box: Box, size: Size) -> bool:
        inside = box.left >= 0 and box.right <= size[0] and box.top >= -4 and box.bottom <= size[1]
        return (
            inside
            and not self._crossed(box, size)
            and not any(box.meets(other) for other in self._taken[size])
        )

    def _crossed(self, box: Box, size: Size) -> bool:
        """Whether the line runs through the box; it takes every height between its ends."""
        wide, tall = size
        low, high = (tall * (1 - self._rise.at(x / wide)) for x in (box.left, box.right))
        return high <= box.bottom and low >= box.top


def _box(text: str, at: Spot, side: Side, size: Size, letters: float) -> Box:
    wide = text_width(text, letters)
    x, y = at[0] * size[0] + side.right, (1 - at[1]) * size[1] + side.down
    left = x - wide * {"start": 0.0, "middle": 0.5, "end": 1.0}[side.anchor]
    return Box(left, y - 0.85 * letters, left + wide, y + 0.25 * letters)
