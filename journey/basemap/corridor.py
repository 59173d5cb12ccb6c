"""How far from a route every place of the earth lies, told by cells.

From there on the farther off a place is, the coarser it is drawn: what is cut
out of the world's data follows the route, however wide the box around it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import Point

Coords = NDArray[np.float64]

# Degrees that a cell is wide: near the route, and beyond so many of those cells.
FINE, COARSE, CELLS = 0.25, 2.0, 40
_STEP = 0.1  # degrees between two looks at the route


class Corridor(NamedTuple):
    """Degrees from the route for each cell of the earth, in rows from the south."""

    fine: Coords
    coarse: Coords

    @classmethod
    def around(cls, *lines: Sequence[Point]) -> Self:
        """That of lines of points ``(lat, lon)`` in degrees, on whichever turn round the earth.

        >>> Corridor.around([(0, 0), (0, 5)]).off(np.array([[2.5, 0.1], [2.5, 60.0]])).tolist()
        [0.0, 58.0]
        """
        pairs = (pair for line in lines for pair in pairwise([*line, line[-1]]))
        points = np.concatenate([between(a, b, _STEP) for a, b in pairs])
        return cls(_steps(points, FINE, CELLS) * FINE, _steps(points, COARSE, 180) * COARSE)

    def off(self, points: Coords) -> Coords:
        """How far each point is off the route at the least; rows are lon and lat, in degrees."""
        near, far = (grid[_cells(points, len(grid))] for grid in (self.fine, self.coarse))
        return np.where(np.isinf(near), np.maximum(far, FINE * CELLS - FINE), near)


def between(a: Point, b: Point, step: float) -> Coords:
    """Points from one to the other, so many degrees apart at the most, rows of lon and lat."""
    steps = max(1, int(np.ceil(max(abs(b[0] - a[0]), abs(b[1] - a[1])) / step)))
    parts = np.arange(steps)[:, None] / steps
    return np.asarray(np.array(a[::-1]) + parts * (np.array(b[::-1]) - np.array(a[::-1])))


def _cells(points: Coords, rows: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Row and column of the cell of each point, where so many rows are all the earth."""
    lon, lat = points[:, 0], points[:, 1]
    row = np.clip((lat + 90) / 180 * rows, 0, rows - 1).astype(np.intp)
    return row, np.floor((lon + 180) / 180 * rows).astype(np.intp) % (2 * rows)


def _steps(points: Coords, cell: float, most: int) -> Coords:
    """How many whole cells lie between each cell and the route; infinitely many beyond ``most``."""
    rows = round(180 / cell)
    reached = np.zeros((rows, 2 * rows), dtype=bool)
    reached[_cells(points, rows)] = True
    found = np.where(reached, 0.0, np.inf)
    for step in range(most):
        wider = reached | np.roll(reached, 1, axis=1) | np.roll(reached, -1, axis=1)
        wider[1:] |= wider[:-1].copy()
        wider[:-1] |= wider[1:].copy()
        found[wider & ~reached] = step
        if wider.all():
            break
        reached = wider
    return found
