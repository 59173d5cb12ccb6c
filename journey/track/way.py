"""The way of a leg over the ground: its line, and where its stops stand on it.

Points are ``(lat, lon)`` in degrees. A length is told twice: in drawn km, along
the line, and in claimed km, which may differ, since no line is as exact as the
way was.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from operator import itemgetter
from typing import NamedTuple

from journey.geo.geometry import (
    Line,
    Point,
    along,
    bounds,
    cumulative,
    geodesic_line,
    nearest,
    passes,
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
# Km along the line, and km off it.
_Pass = tuple[float, float]
# A line that passes a place twice may be so much farther off the second time, in km.
_SLACK = 0.05
_OFF = itemgetter(1)


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
    passed = [drawn[i] for i in corners] or _passed(line, drawn, stops)
    # A line is never drawn as exactly as the way was, so its length is only about that.
    measured = Interval(drawn[-1], drawn[-1], drawn[-1], rough=True)
    distance = kilometres(leg.distance[0]) if leg.distance else measured
    claimed = [(at, stop.km) for at, stop in zip(passed, leg.stops, strict=True) if stop.km]
    pins = _pins(claimed, drawn[-1], distance.used)
    halts = tuple(
        Halt(stop, place, _pinned(pins, at), along(line, drawn, at))
        for stop, place, at in zip(leg.stops, stops, passed, strict=True)
    )
    km = (0.0, *_scaled(pins, drawn[1:]))
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


def _passed(line: Line, drawn: tuple[float, ...], stops: Sequence[Place]) -> list[float]:
    """Where the line passes each of the stops, in drawn km: nearest, or else in their order.

    A line that leads there and back passes a place twice.
    """
    turned = [_turned(line, place) for place in stops]
    found = [min((nearest(line, drawn, at) for at in turns), key=_OFF)[0] for turns in turned]
    if all(a <= b for a, b in pairwise(found)):
        return found
    return _in_order([_passes(line, drawn, turns) for turns in turned]) or found


def _turned(line: Line, place: Place) -> list[Point]:
    """The place on each turn round the earth that the line makes."""
    (_, west), (_, east) = bounds(line)
    turns = range(ceil((west - 180 - place.lon) / 360), floor((east + 180 - place.lon) / 360) + 1)
    return [(place.lat, place.lon + 360 * turn) for turn in turns]


def _passes(line: Line, drawn: tuple[float, ...], turns: Sequence[Point]) -> list[_Pass]:
    """Each time that the line passes the place that lies on those turns round the earth."""
    found = [near for point in turns for near in passes(line, drawn, point, _SLACK)]
    most = min(map(_OFF, found)) + _SLACK
    return [near for near in found if near[1] <= most]


def _in_order(met: Sequence[Sequence[_Pass]]) -> list[float]:
    """One pass of each place, rising along the line, nearest in all; none where none rise."""
    ways: list[tuple[float, list[float]]] = [(0.0, [0.0])]
    for near in met:
        longer = []
        for at, off in near:
            before = [found for found in ways if found[1][-1] <= at]
            if before:
                far, reached = min(before)
                longer.append((far + off, [*reached, at]))
        ways = longer
    return min(ways)[1][1:] if ways else []


def _pins(known: Iterable[_Pin], drawn: float, total: float) -> list[_Pin]:
    """Pairs of drawn and claimed km, both rising, from the start to the end."""
    pins: list[_Pin] = [(0.0, 0.0)]
    for at, km in sorted(known):
        if pins[-1][0] < at < drawn and pins[-1][1] < km < total:
            pins.append((at, km))
    return [*pins, (drawn, total)]


def _scaled(pins: list[_Pin], drawn: Sequence[float]) -> Iterator[float]:
    """The claimed km at each of those drawn km."""
    whole, total = pins[-1]
    if len(pins) > 2 or not whole:
        return (_pinned(pins, at) for at in drawn)
    return (total * at / whole for at in drawn)


def _pinned(pins: list[_Pin], at: float) -> float:
    """The claimed km at ``at`` drawn km."""
    after = min(max(bisect_right(pins, at, key=lambda pin: pin[0]), 1), len(pins) - 1)
    (a, x), (b, y) = pins[after - 1], pins[after]
    return x + (y - x) * (at - a) / (b - a) if b > a else y
