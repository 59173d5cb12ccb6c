"""The way of a leg over the ground: its line, and where its stops stand on it.

Points are ``(lat, lon)`` in degrees. A length is told twice: in drawn km, along
the line, and in claimed km, which may differ, since no line is as exact as the
way was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from journey.geo.geometry import (
    Line,
    Point,
    along,
    bounds,
    cumulative,
    geodesic_line,
    nearest,
    unwrap,
)
from journey.geo.interval import Interval
from journey.model.journey import Leg, Place, Stop
from journey.model.quantity import kilometres


class Halt(NamedTuple):
    """A stop on a leg: claimed km from the leg's start, and its point."""

    stop: Stop
    place: Place
    km: float
    point: Point


class Way(NamedTuple):
    """A leg's places and line, how far it is, and its stops in their order.

    ``distance`` is in km: the first claim, or the drawn length; ``km`` counts
    the used one at each point of the line.
    """

    start: Place
    end: Place
    line: Line
    distance: Interval
    drawn_km: float
    km: tuple[float, ...]
    halts: tuple[Halt, ...]


# Drawn and claimed km of one point.
_Pin = tuple[float, float]


def way(leg: Leg, places: Mapping[str, Place], near: float | None = None) -> Way:
    """The way of ``leg``, on the turn round the earth on which the longitude ``near`` is.

    Where no line is given it is a geodesic from place to place, by way of the
    stops.
    """
    start, end = places[leg.start.place], places[leg.end.place]
    stops = [places[stop.place] for stop in leg.stops]
    line, corners = _line(leg, [start, *stops, end])
    line = unwrap(line, near)
    drawn = cumulative(line)
    passed = [drawn[i] for i in corners] or [_passed(line, drawn, place) for place in stops]
    # A line is never drawn as exactly as the way was, so its length is only about that.
    measured = Interval(drawn[-1], drawn[-1], drawn[-1], rough=True)
    distance = kilometres(leg.distance[0]) if leg.distance else measured
    claimed = [(at, stop.km) for at, stop in zip(passed, leg.stops, strict=True) if stop.km]
    pins = _pins(claimed, drawn[-1], distance.used)
    halts = tuple(
        Halt(stop, place, _pinned(pins, at), along(line, drawn, at))
        for stop, place, at in zip(leg.stops, stops, passed, strict=True)
    )
    km = (0.0, *(_pinned(pins, at) for at in drawn[1:]))
    return Way(start, end, line, distance, drawn[-1], km, halts)


def _line(leg: Leg, corners: Sequence[Place]) -> tuple[Line, tuple[int, ...]]:
    """The line of the leg, and at which of its points the stops are, where it is assumed."""
    if leg.shape is not None:
        return leg.shape.line, ()
    points = [(place.lat, place.lon) for place in corners]
    line, turns = [points[0]], list[int]()
    for a, b in pairwise(points):
        line += geodesic_line(a, b)[1:]
        turns.append(len(line) - 1)
    return unwrap(line), tuple(turns[:-1])


def _passed(line: Line, drawn: tuple[float, ...], place: Place) -> float:
    """Where the line passes the place, in drawn km, on whichever turn round the earth."""
    (_, west), (_, east) = bounds(line)
    turns = range(ceil((west - 180 - place.lon) / 360), floor((east + 180 - place.lon) / 360) + 1)
    passes = (nearest(line, drawn, (place.lat, place.lon + 360 * turn)) for turn in turns)
    return min(passes, key=lambda found: found[1])[0]


def _pins(known: Iterable[_Pin], drawn: float, total: float) -> list[_Pin]:
    """Pairs of drawn and claimed km, both rising, from the start to the end."""
    pins: list[_Pin] = [(0.0, 0.0)]
    for at, km in sorted(known):
        if pins[-1][0] < at < drawn and pins[-1][1] < km < total:
            pins.append((at, km))
    return [*pins, (drawn, total)]


def _pinned(pins: list[_Pin], at: float) -> float:
    """The claimed km at ``at`` drawn km."""
    after = min(max(bisect_right(pins, at, key=lambda pin: pin[0]), 1), len(pins) - 1)
    (a, x), (b, y) = pins[after - 1], pins[after]
    return x + (y - x) * (at - a) / (b - a) if b > a else y
