"""How near the land beside a route is looked at, for a short leg fills the screen as a long one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import floor, log, sqrt
from typing import NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from journey.basemap.corridor import Coords, Corridor, between
from journey.basemap.generalised import tolerance
from journey.geo.geometry import Point, bounds

# Legs up to so many times as wide as another are looked at as it is.
ALIKE = 3.0
# Degrees that a leg is taken to be wide at the least: cells of a corridor are half as wide.
NARROW = 0.5
# Cells to a degree by which it is found what the route passes close by: within 2 to 4 km.
CLOSE = 50


class Sights(NamedTuple):
    """A corridor around all legs, and one around those of each size with its share of ``least``.

    ``passed`` are the cells, so many to a degree, in which the route or one beside them is.
    """

    route: Corridor
    sizes: tuple[tuple[float, Corridor], ...]
    passed: NDArray[np.int64]

    @classmethod
    def of(cls, legs: Sequence[Sequence[Point]]) -> Self:
        """Those of legs, each of points ``(lat, lon)`` in degrees.

        >>> sights = Sights.of([[(0, 0), (0, 30)], [(0, 30), (0, 31)]])
        >>> sights.allowed(np.array([[10.0, 0.1], [30.5, 0.1]]), 0.06).round(3).tolist()
        [0.06, 0.011]
        """
        wide = [max(NARROW, _width(leg)) for leg in legs]
        alike: dict[int, list[int]] = {}
        for i, degrees in enumerate(wide):
            alike.setdefault(floor(log(max(wide) / degrees, ALIKE)), []).append(i)
        around = (Corridor.around(*(legs[i] for i in group)) for group in alike.values())
        shares = (sqrt(max(wide[i] for i in group) / max(wide)) for group in alike.values())
        sizes = tuple(zip(shares, around, strict=True))
        return cls(Corridor.around(*legs), sizes, _passed(legs))

    def beside(self, points: Coords) -> NDArray[np.bool_]:
        """Which points lie so near the route that a ship on it passes them close by."""
        return np.isin(_cells(points), self.passed)

    def allowed(self, points: Coords, least: float, finest: float = 0.0) -> Coords:
        """How far off a line may be drawn at each point, in degrees, ``least`` on the widest leg.

        Rows of ``points`` are lon and lat. On a smaller leg it is less, by the root of
        what it is smaller (by all of that, short legs would take all room), down to ``finest``.
        """
        found = [
            tolerance(corridor.off(points), max(least * share, min(least, finest)))
            for share, corridor in self.sizes
        ]
        return np.asarray(np.min(found, axis=0))


def _passed(legs: Sequence[Sequence[Point]]) -> NDArray[np.int64]:
    points = np.concatenate([between(a, b, 0.5 / CLOSE) for leg in legs for a, b in pairwise(leg)])
    steps = (np.array([east, north]) / CLOSE for east in (-1, 0, 1) for north in (-1, 0, 1))
    return np.unique(np.concatenate([_cells(points + step) for step in steps]))


def _cells(points: Coords) -> NDArray[np.int64]:
    """The cell of each point, on whichever turn round the earth."""
    east, north = np.floor(points * CLOSE + 0.5).astype(np.int64).T
    return np.asarray(north * 360 * CLOSE + east % (360 * CLOSE))


def _width(leg: Sequence[Point]) -> float:
    """Degrees of latitude or longitude that the leg takes up, whichever are more."""
    (south, west), (north, east) = bounds(leg)
    return max(north - south, east - west)
