"""Countries as the time zones of OpenStreetMap have them, from the package timezonefinder.

Zones that touch share every edge, point by point, so that the border between
two countries is known to the millionth of a degree. Zones reach out to sea.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib import import_module
from typing import Any

import numpy as np
from numpy.typing import NDArray

from journey.errors import MissingPackageError

Coords = NDArray[np.float64]
# A shape of a zone with the country it belongs to, by two-letter code: an outline and holes.
Territory = tuple[str, list[Coords]]
# A town: its zone, its country, lon and lat in degrees.
Vote = tuple[str, str, float, float]

PACKAGE = "timezonefinder"
_TOGETHER = 20_000  # points that are looked up at a time
ANTARCTIC = -60.0  # south of this latitude, in degrees, claims rest by the Antarctic Treaty


def territories(votes: Iterable[Vote]) -> Iterator[Territory]:
    """Every shape of the zones that are voted for, with its country, told by the towns in it.

    A zone can hold several countries (Thailand and northern Vietnam share one),
    so each shape asks its own towns, and only one without any asks those of its
    zone. Raises :class:`MissingPackageError`.
    """
    try:
        finder: Any = import_module(PACKAGE).TimezoneFinder()
    except ImportError as error:
        raise MissingPackageError(PACKAGE) from error
    by_zone: dict[str, list[tuple[str, float, float]]] = defaultdict(list)
    for zone, country, lon, lat in votes:
        by_zone[zone].append((country, lon, lat))
    for zone in sorted(by_zone):
        known = by_zone[zone]
        points = np.array([town[1:] for town in known])
        for rings in finder.get_geometry(tz_name=zone):
            loops = [np.column_stack(ring) for ring in rings]
            if float(loops[0][:, 1].max()) < ANTARCTIC:
                continue
            inside = np.flatnonzero(held(points, loops[:1]))
            voters = [known[i][0] for i in inside] or [town[0] for town in known]
            yield most_common(voters), loops


def most_common(countries: list[str]) -> str:
    """The country named most often, the first by alphabet among equals.

    >>> most_common(["TH", "VN", "TH"])
    'TH'
    """
    return min(Counter(countries).items(), key=lambda item: (-item[1], item[0]))[0]


def held(points: Coords, rings: Sequence[Coords]) -> NDArray[np.bool_]:
    """Which points, rows of lon and lat, lie in the rings: an odd number of edges is east of them.

    >>> square = np.array([[0.0, 0.0], [2.0, 0.0], [2.0, 2.0], [0.0, 2.0]])
    >>> held(np.array([[1.0, 1.0], [3.0, 1.0]]), [square]).tolist()
    [True, False]
    """
    found = np.zeros(len(points), dtype=bool)
    if not len(points) or not rings:
        return found
    a, b = np.concatenate(rings), np.concatenate([np.roll(ring, -1, axis=0) for ring in rings])
    among = (a.min(axis=0) <= points) & (points < a.max(axis=0))
    inside = np.flatnonzero(among.all(axis=1))
    if not len(inside):
        return found
    (west, south), (_, north) = points[inside].min(axis=0), points[inside].max(axis=0)
    low, high = np.minimum(a[:, 1], b[:, 1]), np.maximum(a[:, 1], b[:, 1])
    near = (low <= north) & (high > south) & (np.maximum(a[:, 0], b[:, 0]) > west)
    a, b = a[near], b[near]
    order = inside[np.argsort(points[inside, 1], kind="stable")]
    for some in np.array_split(order, -(-len(order) // _TOGETHER)):
        found[some] = _odd(points[some], a, b)
    return found


def _odd(points: Coords, a: Coords, b: Coords) -> NDArray[np.bool_]:
    """Whether an odd number of edges lies east of each point; points are sorted by latitude."""
    lon, lat = points.T
    first = np.searchsorted(lat, np.minimum(a[:, 1], b[:, 1]))
    sizes = np.searchsorted(lat, np.maximum(a[:, 1], b[:, 1])) - first
    edge = np.repeat(np.arange(len(a)), sizes)
    # The points that each edge passes, one after the other.
    spot = np.arange(len(edge)) - np.repeat(np.cumsum(sizes) - sizes, sizes) + first[edge]
    (x, y), (u, v) = a[edge].T, b[edge].T
    crossed = lon[spot] < x + (lat[spot] - y) * (u - x) / (v - y)
    return np.asarray(np.bincount(spot[crossed], minlength=len(points)) % 2 == 1)
