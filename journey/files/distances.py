"""What legs say of how far they lead, held against where their places lie.

Nothing here asks whether the rest of the journey is sound, so that its faults
are told together with all others.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from journey.errors import KeyPath
from journey.geo.geometry import distance
from journey.geo.interval import KILOMETRES
from journey.model.names import place_at
from journey.model.part import Fault, claims, items
from journey.model.quantity import widened
from journey.model.ways import Position, positions

# So much of a straight line may be lost in how it and the way were measured.
_MEASURED = 0.01
# Railways count their km from a zero that may be so many km from where a leg starts.
_COUNTED = 10.0


def distances(data: dict[str, Any]) -> Iterator[Fault]:
    """Distances that are shorter than a straight line, and stops beyond the end of a leg."""
    places = positions(data)
    for index, leg in items(data, "legs"):
        ends = [places.get(place_at(leg, key)) for key in ("from", "to")]
        yield from _too_short(("legs", index), leg, ends, places)
        yield from _too_soon(("legs", index, "stops"), leg, ends[0], places)
        yield from _beyond(("legs", index, "stops"), leg)


def _too_short(
    path: KeyPath,
    leg: dict[str, Any],
    ends: list[Position | None],
    places: dict[Any, Position],
) -> Iterator[Fault]:
    """The distance, where it is less than the straight line, over a stop if there is one."""
    start, end = ends
    if not (start and end):
        return
    names = [stop.get("place") for _, stop in items(leg, "stops")]
    over = [places[name] for name in names if isinstance(name, str) and name in places]
    lines = [_line(start, end), *(_line(start, stop, end) for stop in over)]
    straight, least = max(lines, key=lambda line: line[1])
    # The first is the one used; where the others differ from it, that is shown.
    for inside, claim in claims(leg, "distance")[:1]:
        high = widened(claim, KILOMETRES).high
        if high is not None and high < least:
            yield Fault((*path, *inside), "shorter_than_straight", {"straight": straight})


def _too_soon(
    path: KeyPath, leg: dict[str, Any], start: Position | None, places: dict[Any, Position]
) -> Iterator[Fault]:
    """The stops that are fewer km along than they lie from the start in a straight line."""
    for index, stop in items(leg, "stops"):
        km, name = stop.get("km"), stop.get("place")
        if not (start and isinstance(km, int | float) and isinstance(name, str) and name in places):
            continue
        straight, least = _line(start, places[name])
        if km < least - _COUNTED:
            yield Fault((*path, index, "km"), "shorter_than_straight", {"straight": straight})


def _line(*places: Position) -> tuple[float, float]:
    """How long the straight line over the places is, in km, and how long at the least."""
    pairs = list(pairwise(places))
    km = sum(distance(a.point, b.point) for a, b in pairs)
    return km, km * (1 - _MEASURED) - sum(a.off + b.off for a, b in pairs)


def _beyond(path: KeyPath, leg: dict[str, Any]) -> Iterator[Fault]:
    """The stops that are farther along than the leg is long."""
    ends = [widened(claim, KILOMETRES).high for _, claim in claims(leg, "distance")]
    longest = None if None in ends else max((end for end in ends if end), default=None)
    for index, stop in items(leg, "stops"):
        km = stop.get("km")
        if longest is not None and isinstance(km, int | float) and longest < km <= 1e9:
            yield Fault((*path, index, "km"), "stop_beyond_leg", {"km": km})
