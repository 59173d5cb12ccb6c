"""Names beside their points in a picture of one size, so that none lies on another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import product
from typing import NamedTuple
from unicodedata import category, east_asian_width

from journey.basemap.projection import Dot

# Widths of letters, in sizes, that have less or more than the usual one in Source Sans.
_WIDTHS = ((" ijl.,:;'!|", 0.27), ("ftrI()-", 0.36), ("mwMW@", 0.86))
_CELL = 32.0  # units of the squares by which it is found what lies near
_STRONG = 1.1  # times as wide are letters of the strong face
# Directions in which a name may stand from its point, the best first.
_AROUND = ((1, 0), (-1, 0), (1, -1), (1, 1), (-1, -1), (-1, 1), (0, -1), (0, 1))


class Box(NamedTuple):
    """A rectangle of the picture."""

    left: float
    top: float
    right: float
    bottom: float

    @classmethod
    def around(cls, dot: Dot, wide: float, high: float) -> Box:
        """The one of that size whose middle the dot is."""
        (x, y), across, down = dot, wide / 2, high / 2
        return cls(x - across, y - down, x + across, y + down)

    def meets(self, other: Box) -> bool:
        """Whether the two have some area in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def holds(self, dot: Dot) -> bool:
        """Whether the dot is in it."""
        return self.left <= dot[0] <= self.right and self.top <= dot[1] <= self.bottom


class Label(NamedTuple):
    """A text, the middle of its base line, and its size, in units of the picture."""

    text: str
    x: float
    y: float
    size: float


def text_width(text: str, size: float) -> float:
    """About how wide a text of that size is; wide scripts count a full square a letter.

    >>> text_width("다리", 10)
    20.0
    """
    return sum(map(_wide, text)) * size


def _wide(c: str) -> float:
    if category(c) == "Cf":  # It joins or turns what stands beside it, and is not seen.
        return 0.0
    return 1.0 if east_asian_width(c) in "WF" else 0.58


def letters_width(text: str, size: float) -> float:
    """About how wide a text of that size is in our own faces, letter by letter, a little ample.

    >>> letters_width("ill", 10) < letters_width("mow", 10)
    True
    """
    return sum(_letter(c) for c in text) * size


def wrapped(
    words: Iterable[str], width: float, size: float, measure: Callable[[str, float], float]
) -> list[str]:
    """The words in lines of that width, in units, as ``measure`` has it; none if one is wider.

    >>> wrapped("By bus to the border".split(), 60, 10, text_width)
    ['By bus to', 'the border']
    """
    lines: list[str] = []
    for word in words:
        if measure(word, size) > width:
            return []
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _letter(c: str) -> float:
    if not c.isascii():
        return _wide(c)
    for letters, wide in _WIDTHS:
        if c in letters:
            return wide
    return 0.64 if c.isupper() else 0.52


# A square of the picture, by its column and its row.
_Cell = tuple[int, int]


@dataclass
class Labels:
    """The room for names in a picture of ``width`` by ``height`` units.

    ``taken`` is where no name may stand, and ``line`` what they rather avoid. So many units
    ``apart`` are names that stand side by side; where it is none, they are as close as can be.
    """

    width: float
    height: float
    line: Sequence[Dot] = ()
    taken: list[Box] = field(default_factory=list)
    apart: float = 2.0
    _by_cell: dict[_Cell, list[Box]] = field(default_factory=dict, init=False, repr=False)
    _sorted: int = field(default=0, init=False, repr=False)

    def beside(
        self,
        text: str,
        dot: Dot,
        size: float,
        gap: float = 6.0,
        clear: float = 0.0,
        *,
        strong: bool = False,
    ) -> Label | None:
        """The name beside its point where it is free, nearest to best, or None.

        So many units above and below it are ``clear`` as well; it may be in the ``strong`` face.
        """
        wide = self._wide(text, size, strong=strong)
        box = self._best(dot, wide, size * 1.2, (gap, 2.2 * gap), clear)
        return self._put(text, box, size) if box else None

    def stacked(self, texts: Sequence[str], dot: Dot, size: float, gap: float) -> list[Label]:
        """Texts below each other, the first of them strong, as one block beside their point.

        None where it isn't free.
        """
        wide = max(self._wide(text, size, strong=True) for text in texts)
        line = size * 1.2
        box = self._best(dot, wide, line * len(texts), (gap,))
        if box is None:
            return []
        self.taken.append(box)
        middle, base = (box.left + box.right) / 2, box.top + line - size * 0.28
        return [Label(text, middle, base + line * i, size) for i, text in enumerate(texts)]

    def _best(
        self, dot: Dot, wide: float, tall: float, gaps: Sequence[float], clear: float = 0.0
    ) -> Box | None:
        """The free box beside the point that covers least of the line, nearest to best."""
        found = [
            (self._crossed(box), reach, order, box)
            for reach in gaps
            for order, box in enumerate(_boxes(dot, wide, tall, reach))
            if self._is_free(Box(box.left, box.top - clear, box.right, box.bottom + clear))
        ]
        return min(found)[3] if found else None

    def _wide(self, text: str, size: float, *, strong: bool) -> float:
        return letters_width(text, size) * (_STRONG if strong and self.apart else 1)

    def centred(self, text: str, dot: Dot, size: float) -> Label | None:
        """The name in the middle of its point, or None where that is not free."""
        half = letters_width(text, size) / 2
        box = Box.around(dot, 2 * half, size * 1.2)
        return self._put(text, box, size) if self._is_free(box) and not self._crossed(box) else None

    def take(self, box: Box, *, off_line: bool = False) -> bool:
        """Keep the box free of names, if nothing else stands there, perhaps not even the line."""
        if not self._is_free(box) or (off_line and self._crossed(box)):
            return False
        self.taken.append(box)
        return True

    def _crossed(self, box: Box) -> int:
        near = (self._dots.get(cell, ()) for cell in _cells(box))
        return sum(box.holds(dot) for dots in near for dot in dots)

    @cached_property
    def _dots(self) -> dict[_Cell, list[Dot]]:
        """The line's dots, by the square that each is in."""
        found: dict[_Cell, list[Dot]] = {}
        for x, y in self.line:
            found.setdefault((int(x // _CELL), int(y // _CELL)), []).append((x, y))
        return found

    def _beside(self, box: Box) -> Iterator[Box]:
        """What is taken in the squares that the box lies in."""
        for new in self.taken[self._sorted :]:
            for cell in _cells(new):
                self._by_cell.setdefault(cell, []).append(new)
        self._sorted = len(self.taken)
        yield from (other for cell in _cells(box) for other in self._by_cell.get(cell, ()))

    def _is_free(self, box: Box) -> bool:
        inside = box.left >= 4 and box.top >= 4
        inside &= box.right <= self.width - 4 and box.bottom <= self.height - 4
        wider = box._replace(left=box.left - self.apart, right=box.right + self.apart)
        return inside and not any(map(wider.meets, self._beside(wider)))

    def _put(self, text: str, box: Box, size: float) -> Label:
        self.taken.append(box)
        return Label(text, (box.left + box.right) / 2, box.bottom - size * 0.28, size)


def _cells(box: Box) -> Iterator[_Cell]:
    """The squares that a box lies in."""
    columns = range(int(box.left // _CELL), int(box.right // _CELL) + 1)
    rows = range(int(box.top // _CELL), int(box.bottom // _CELL) + 1)
    return product(columns, rows)


def _boxes(dot: Dot, wide: float, tall: float, gap: float) -> Iterator[Box]:
    for right, down in _AROUND:
        # Beside the point the gap counts in full, at the corners less.
        reach = gap if not (right and down) else gap * 0.6
        x = dot[0] + right * (reach + wide / 2)
        y = dot[1] + down * (reach + tall / 2)
        yield Box.around((x, y), wide, tall)
