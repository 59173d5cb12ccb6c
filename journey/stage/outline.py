"""The way as it lies on a map around where it begins, so that it can be laid over any place."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin
from typing import Any

from journey.geo.geometry import Point, polar
from journey.geo.simplify import simplified
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording

# How far off the line may be that is told, in km, and to how many digits its km are.
_WHOLE, _NEAR = (4.0, 1), (0.005, 3)


def outline(track: Track, wording: Wording) -> dict[str, Any]:
    """The whole way, and the leg of the close-up or None, as the browser lays them.

    Each has its lines, one a leg: km east and north of the first point of all,
    by turns, on the map that keeps bearings and distances from there (azimuthal
    equidistant). ``others`` are the places where others tell that it ended:
    such km and a name.
    """
    near = track.near
    return {
        "whole": _outlined(track.legs, _WHOLE, wording),
        "near": _outlined([near], _NEAR, wording) if near else None,
    }


def _outlined(
    legs: Sequence[LegTrack], grain: tuple[float, int], wording: Wording
) -> dict[str, Any]:
    start, (tolerance, digits) = legs[0].line[0], grain
    others = [
        [*_off(start, other.point, digits), wording.pick(other.place.name)]
        for other in legs[-1].end_others
    ]
    return {"lines": [_line(start, leg.line, tolerance, digits) for leg in legs], "others": others}


def _line(start: Point, line: Sequence[Point], tolerance: float, digits: int) -> list[float]:
    """The line with as few points as are within the tolerance, in km."""
    (found,) = simplified([[_off(start, point, digits) for point in line]], tolerance)
    return [number for point in found for number in point]


def _off(start: Point, point: Point, digits: int) -> tuple[float, float]:
    """How far the point lies east and north of the start, in km, to so many digits."""
    course, km = polar(start, point)
    east, north = km * sin(radians(course)), km * cos(radians(course))
    return round(east, digits) + 0.0, round(north, digits) + 0.0  # no minus before a nought
