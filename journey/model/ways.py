"""Where places lie, and whether the shapes of legs lead from one to the other.

The checks read plain data and pass over whatever is malformed, so that they can
run beside the checks of the single parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeGuard

from journey.errors import Code, KeyPath
from journey.geo.geometry import DEGREE, Point, distance
from journey.model.names import place_at, twice
from journey.model.part import Fault, items
from journey.model.quantity import decimals

# A shape may start and end this far from the places it joins, in km.
REACH = 2.0
# A stop may lie as far off the line as an end may, or by this part of the line's length if
# that is less; and by this many km in any case, for no receiver is more exact.
_OFF_PART, _RECEIVED = 0.1, 0.05
# Where a place lies is known to the last digit that is written, but to this many
# km at the most; so far off may be a place whose position is only assumed.
_COARSE, _ASSUMED = 1.0, 1.0


def beside(km: float) -> float:
    """How far a stop may lie off a line that is so long, both in km.

    >>> beside(0), beside(5), beside(1_000)
    (0.05, 0.5, 2.0)
    """
    return max(min(REACH, _OFF_PART * km), _RECEIVED)


class Position(NamedTuple):
    """Where a place lies, and how many km off that it may be."""

    point: Point
    off: float


def ways(data: dict[str, Any]) -> Iterator[Fault]:
    """The faults of shapes that do not join their places."""
    places = positions(data)
    # Which of two legs with one id a shape belongs to can't be told.
    again = {fault.path[1] for fault in twice(data, "legs")}
    for index, leg in items(data, "legs"):
        if index not in again:
            ends = [places.get(place_at(leg, key)) for key in ("from", "to")]
            yield from _stray_shape(("legs", index, "shape", "line"), leg, *ends)


def positions(data: dict[str, Any]) -> dict[Any, Position]:
    """Where the places lie, by id, but for those whose id is there twice."""
    again = {fault.figures["id"] for fault in twice(data, "places")}
    found = {}
    for _, place in items(data, "places"):
        name, point = place.get("id"), (place.get("lat"), place.get("lon"))
        if isinstance(name, str) and name not in again and is_point(point):
            found[name] = position(point, is_assumed=place.get("basis") == "assumed")
    return found


def position(point: Point, *, is_assumed: bool) -> Position:
    """Where a place lies that is written so, and how far off it may be.

    >>> position((50.0, 8.5), is_assumed=True).off
    2.0
    """
    off = min(DEGREE * 0.5 * 10.0 ** -max(map(decimals, point)), _COARSE)
    return Position(point, off + (_ASSUMED if is_assumed else 0.0))


def is_point(value: Any) -> TypeGuard[Point]:
    """Whether it is a point on the earth, in degrees."""
    return (
        isinstance(value, list | tuple)
        and len(value) == 2
        and all(isinstance(n, int | float) and not isinstance(n, bool) for n in value)
        and -90 <= value[0] <= 90
        and -180 <= value[1] <= 180
    )


def _stray_shape(
    path: KeyPath, leg: dict[str, Any], start: Position | None, end: Position | None
) -> Iterator[Fault]:
    """The faults of a shape that starts or ends too far off its places, or runs backwards."""
    shape = leg.get("shape")
    line = shape.get("line") if isinstance(shape, dict) else None
    if not isinstance(line, list | tuple) or len(line) < 2:
        return
    if start and end and is_point(line[0]) and is_point(line[-1]):
        kept = distance(line[0], start.point) + distance(line[-1], end.point)
        turned = distance(line[0], end.point) + distance(line[-1], start.point)
        if 2 * turned < kept:
            yield Fault((*path, 0), "shape_backwards")
            return
    yield from _off((*path, 0), "shape_starts_off", line[0], start)
    yield from _off((*path, len(line) - 1), "shape_ends_off", line[-1], end)


def _off(path: KeyPath, code: Code, point: Any, place: Position | None) -> Iterator[Fault]:
    """The fault of an end of a shape that lies too far off its place."""
    if place and is_point(point):
        off = distance(point, place.point)
        if off > REACH:
            yield Fault(path, code, {"distance": off, "limit": REACH})
