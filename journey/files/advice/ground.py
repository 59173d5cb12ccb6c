"""Legs that are seen from nearer than the shipped base map is drawn for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import ceil, cos, floor, radians

from journey.basemap.layers import shipped
from journey.geo.geometry import DEGREE, Line, Point, bounds, distance
from journey.model.part import Fault
from journey.track.track import Track

# A leg that is so many km across is seen from so near that a coast that is off by so many
# (data/basemap/README.md) is a straight line.
NEAR, OFF = 25.0, 4
_CELLS = 10  # in a degree, to which what is in view of a leg is widened


def ground(track: Track) -> Iterator[Fault]:
    """The first leg that asks for a map in more detail, where the journey has none of its own.

    That is one near a shore, a lake or a border of the shipped map, or on no land of it.
    """
    small = [
        (index, across)
        for index, leg in enumerate(track.legs)
        if (across := distance(*bounds(leg.line))) < NEAR
        and not (track.journey.ground or _in_region(leg.line[0]) or _inland(leg.line, across))
    ]
    if small:
        index, across = small[0]
        more = {"more": len(small) - 1} if len(small) > 1 else {}
        yield Fault(("legs", index), "coarse_map", {"metres": across * 1_000, "km": OFF, **more})


def _in_region(point: Point) -> bool:
    """Whether the shipped map is in detail there."""
    west, south, east, north = shipped().bbox or (0, 0, 0, 0)
    lon = (point[1] + 180) % 360 - 180
    return south <= point[0] <= north and west <= lon <= east


def _inland(line: Line, across: float) -> bool:
    """Whether all that is in view of a line is land on the shipped map, without any border.

    In view is as much around it as it is across, in km, and what may be drawn off.
    """
    (south, west), (north, east) = bounds(line)
    up = (across + OFF) / DEGREE
    aside = up / max(cos(radians(max(abs(south), abs(north)))), 0.1)
    turn = 360 * floor((west + 180) / 360)
    low, high = (south - up, west - aside - turn), (north + up, east + aside - turn)
    return _plain(*(floor(one * _CELLS) for one in low), *(ceil(one * _CELLS) for one in high))


@lru_cache(maxsize=1_000)
def _plain(south: int, west: int, north: int, east: int) -> bool:
    return shipped().plain((south / _CELLS, west / _CELLS), (north / _CELLS, east / _CELLS))
