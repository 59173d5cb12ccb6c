"""A track with fewer points where it has more than a browser draws at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from journey.geo.geometry import EDGE
from journey.geo.simplify import Flags, Floats, ends, kept
from journey.track.passage import Fix
from journey.track.track import Track

# Points that a browser draws without being felt.
MOST = 20_000
# The largest radius of curvature of WGS 84, at the poles, in metres: a step of
# one radian of the Mercator map is at most so long, times the cosine of latitude.
_RADIUS = 6_399_594


class Thinned(NamedTuple):
    """A track, and how far its lines are from the full ones at the most, in metres.

    Where the line was recorded with times, nobody is farther off at any moment.
    """

    track: Track
    metres: float


def thin(track: Track, most: int = MOST) -> Thinned:
    """The track as it is, or with about ``most`` points where it has more.

    Legs keep their ends, and halts their time. What is between is told by the
    points that stay, with the time and the km that they have. The lines are
    measured as web maps draw them: straight on the Mercator map.
    """
    legs: list[Sequence[Fix]] = [leg.fixes for leg in track.legs]
    room = max(most, 2 * len(legs))
    if sum(map(len, legs)) <= room:
        return Thinned(track, 0.0)
    way = sum(leg.drawn_km for leg in track.legs) * 1_000
    tolerance, metres = max(way / room / 16, 0.5), 0.0
    timed = np.array([bool(leg.leg.shape and leg.leg.shape.times) for leg in track.legs])
    before = 0
    while (count := sum(map(len, legs))) > room and count != before:
        before = count if tolerance > way else 0
        legs = _thinned(legs, tolerance, timed)
        # A line close to one that is close to the full one is as far off as both together.
        metres, tolerance = metres + tolerance, tolerance * 2
    parts = [
        replace(leg, fixes=tuple(fixes), line=tuple((fix.lat, fix.lon) for fix in fixes))
        for leg, fixes in zip(track.legs, legs, strict=True)
    ]
    return Thinned(replace(track, legs=tuple(parts)), metres)


def _thinned(legs: Sequence[Sequence[Fix]], metres: float, timed: Flags) -> list[Sequence[Fix]]:
    """The legs without the fixes that lie within so many metres of the rest.

    Of ``timed`` legs, those at whose time one is within so many metres of them.
    """
    fixes = [fix for leg in legs for fix in leg]
    sizes = list(map(len, legs))
    bounds = accumulate(sizes, initial=0)
    degrees = np.array([(fix.lat, fix.lon) for fix in fixes])
    lat = np.radians(np.clip(degrees[:, 0], -EDGE, EDGE))
    plane = np.column_stack((np.radians(degrees[:, 1]), np.arctanh(np.sin(lat))))
    seconds = None
    if timed.any():
        seconds = np.where(np.repeat(timed, sizes), [fix.seconds for fix in fixes], np.nan)
    stay = kept(plane, metres / _RADIUS / np.cos(lat), ends(sizes) | _waits(degrees), seconds)
    return [[fixes[i] for i in a + np.flatnonzero(stay[a:b])] for a, b in pairwise(bounds)]


def _waits(degrees: Floats) -> Flags:
    """The ends of each wait, which is two fixes at one point."""
    same = (degrees[1:] == degrees[:-1]).all(axis=1)
    return np.asarray(np.append(same, False) != np.append(False, same))
