"""Legs that are seen from nearer than the shipped base map is drawn for."""

from __future__ import annotations

from collections.abc import Iterator

from journey.basemap.layers import shipped
from journey.geo.geometry import Point, bounds, distance
from journey.model.part import Fault
from journey.track.track import Track

# A leg that is so many km across is seen from so near that a coast that is off by so many
# (data/basemap/README.md) is a straight line.
NEAR, OFF = 25.0, 4


def ground(track: Track) -> Iterator[Fault]:
    """The first leg that asks for a map in more detail, where the journey has none of its own."""
    small = [
        (index, across)
        for index, leg in enumerate(track.legs)
        if (across := distance(*bounds(leg.line))) < NEAR and not _in_region(leg.line[0])
    ]
    if small and not track.journey.ground:
        index, across = small[0]
        more = {"more": len(small) - 1} if len(small) > 1 else {}
        yield Fault(("legs", index), "coarse_map", {"metres": across * 1_000, "km": OFF, **more})


def _in_region(point: Point) -> bool:
    """Whether the shipped map is in detail there."""
    west, south, east, north = shipped().bbox or (0, 0, 0, 0)
    lon = (point[1] + 180) % 360 - 180
    return south <= point[0] <= north and west <= lon <= east
