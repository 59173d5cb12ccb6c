"""How near the land beside a route is looked at, for a short leg fills the screen as a long one."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor, log, sqrt
from typing import NamedTuple, Self

import numpy as np

from journey.basemap.corridor import Coords, Corridor
from journey.basemap.generalised import tolerance
from journey.geo.geometry import Point, bounds

# Legs up to so many times as wide as another are looked at as it is.
ALIKE = 3.0
# Degrees that a leg is taken to be wide at the least: cells of a corridor are half as wide.
NARROW = 0.5


class Sights(NamedTuple):
    """A corridor around all legs, and one around those of each size with its share of ``least``."""

    route: Corridor
    sizes: tuple[tuple[float, Corridor], ...]

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
        return cls(Corridor.around(*legs), tuple(zip(shares, around, strict=True)))

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


def _width(leg: Sequence[Point]) -> float:
    """Degrees of latitude or longitude that the leg takes up, whichever are more."""
    (south, west), (north, east) = bounds(leg)
    return max(north - south, east - west)
