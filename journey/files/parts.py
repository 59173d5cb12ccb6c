"""Lines in several parts, as GeoJSON's MultiLineString has them, read as one.

The parts follow each other in their order. Two are joined straight where that
is no coarser than the line itself, as where a recording was cut into parts; a
wider gap is told, for nobody claims what lies in it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Any

from journey.errors import KeyPath
from journey.geo.geometry import Point, step

# Two parts meet that lie so close to each other, in km: a receiver is as far off.
_MEETS = 0.05


def joined(parts: Sequence[Sequence[Any]]) -> tuple[list[Any], list[int]]:
    """What is in all the parts, one after the other, and at which index each starts.

    >>> joined([["a", "b"], ["c", "d"]])
    (['a', 'b', 'c', 'd'], [0, 2])
    """
    starts = accumulate(map(len, parts[:-1]), initial=0)
    return [item for part in parts for item in part], list(starts)


def placed(path: KeyPath, starts: Sequence[int]) -> KeyPath:
    """The path to what is joined, as a path into its parts, which start at those indices.

    >>> placed((3, 1), [0, 2]), placed((3, 1), [])
    ((1, 1, 1), (3, 1))
    """
    if not starts or not path:
        return path
    index = int(path[0])
    part = bisect_right(starts, index) - 1
    return part, index - starts[part], *path[1:]


def apart(line: Sequence[Point], starts: Sequence[int]) -> Iterator[tuple[int, float]]:
    """Where parts do not meet: the index at which the later one starts, and the gap in km."""
    gaps = {index: step(line[index - 1], line[index]) for index in starts[1:]}
    if not any(km > _MEETS for km in gaps.values()):
        return
    within = (step(a, b) for i, (a, b) in enumerate(pairwise(line), 1) if i not in gaps)
    widest = max(_MEETS, *within)
    yield from ((index, km) for index, km in gaps.items() if km > widest)
