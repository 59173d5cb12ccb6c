"""Places that can hardly lie where they are said to lie, and those that nothing names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise
from typing import Any
from zoneinfo import ZoneInfo

from journey.errors import Advice
from journey.geo.geometry import EDGE, Point, distance
from journey.model.journey import Journey, Place
from journey.model.part import DRAWN, Fault

# A place is doubted that is so many km from those beside it on the way, and
# so many times closer to them with its degrees swapped, or with the other sign.
_FAR, _SWAPPED, _MIRRORED = 1_000, 10, 20
# No clock on land differs from the sun's by so many degrees: in the west of China
# it is 45. Around the poles stations keep the clock that they like.
_OFF, _POLAR = 60, 60
_A_WINTER = datetime(2000, 1, 1)


def places(journey: Journey) -> Iterator[Fault]:
    """What is unlikely in the positions and the zones of places."""
    strays = dict(_strays(journey))
    for index, place in enumerate(journey.places):
        path = ("places", index)
        if round(place.lat, 2) == round(place.lon, 2) == 0:
            yield Fault((*path, "lat"), "place_at_zero")
        elif place.id in strays:
            code, far, near = strays[place.id]
            yield Fault((*path, "lat"), code, {"far": far, "close": near})
        if abs(place.lat) > EDGE:
            yield Fault((*path, "lat"), "place_off_the_map", {"limit": EDGE})
        if place.zone and _is_far_off(place):
            yield Fault((*path, "zone"), "zone_far_off", {"zone": place.zone})


def _strays(journey: Journey) -> Iterator[tuple[str, tuple[Advice, float, float]]]:
    """Places by id whose degrees seem to be swapped, or to lack a sign.

    Of two that are far from each other only the later one can be doubted.
    """
    known = {place.id: place for place in journey.places}
    beside: dict[str, set[str]] = {}
    for a, b in pairwise(_passed(journey)):
        if a != b:
            beside.setdefault(a, set()).add(b)
            beside.setdefault(b, set()).add(a)
    near = {name: [_point(known[other]) for other in others] for name, others in beside.items()}
    # What would bring a place close to most of those beside it is the likeliest mistake.
    ranked = sorted(reversed(near), key=lambda name: -_mended(known[name], near[name]))
    doubted: set[str] = set()
    for name in ranked:
        others = [_point(known[other]) for other in beside[name] - doubted]
        found = _stray(known[name], others) if others else None
        if found:
            doubted.add(name)
            yield name, found


def _mended(place: Place, others: list[Point]) -> int:
    """To how many of the others the place would be near with its degrees put right."""
    return sum(_stray(place, [other]) is not None for other in others)


def _stray(place: Place, others: list[Point]) -> tuple[Advice, float, float] | None:
    """What seems wrong, how far in km the place is from the others, and how far it may be."""
    lat, lon = _point(place)
    # Most lie beside another, and need no measuring: a degree is far less than that.
    if any(abs(lat - a) < 1 and abs(lon - b) < 1 for a, b in others):
        return None
    far = _nearest((lat, lon), others)
    if far < _FAR or (lat, lon) == (0, 0):
        return None
    if abs(lon) <= 90 and (near := _nearest((lon, lat), others)) * _SWAPPED < far:
        return "place_swapped", far, near
    near = min(_nearest(point, others) for point in ((-lat, lon), (lat, -lon)))
    return ("place_mirrored", far, near) if near * _MIRRORED < far else None


def _nearest(point: Point, others: list[Point]) -> float:
    return min(distance(point, other) for other in others)


def _point(place: Place) -> Point:
    return place.lat, place.lon


def _passed(journey: Journey) -> Iterator[str]:
    """The ids of the places in the order in which the journey passes them."""
    for leg in journey.legs:
        yield leg.start.place
        yield from (stop.place for stop in leg.stops)
        yield leg.end.place


def _is_far_off(place: Place) -> bool:
    """Whether the sun stands elsewhere in the sky than the zone's clock says."""
    zone = str(place.zone)
    offset = ZoneInfo(zone).utcoffset(_A_WINTER)
    if offset is None or abs(place.lat) > _POLAR or "/" not in zone or zone.startswith("Etc/"):
        return False
    turned = (offset.total_seconds() / 240 - place.lon + 180) % 360 - 180
    return abs(turned) > _OFF


def unnamed(journey: Journey, data: dict[str, Any]) -> Iterator[Fault]:
    """Places and sources that nothing in the journey's ``data`` names."""
    named = set(_names(data))
    for index, place in enumerate(journey.places):
        if ("place", place.id) not in named:
            yield Fault(("places", index), "place_unused", {"id": place.id})
    for index, source in enumerate(journey.sources):
        if ("source", source.id) not in named:
            yield Fault(("sources", index), "source_unused", {"id": source.id})


def _names(node: Any) -> Iterator[tuple[str, str]]:
    """All ids of places and sources, with "place" or "source"; a bridge names its two ends."""
    if isinstance(node, list):
        for value in node:
            yield from _names(value)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in ("place", "source"):
                yield from ((key, name) for name in ([value] if isinstance(value, str) else value))
            elif key in ("from", "to") and isinstance(value, str):
                yield "place", value
            elif key not in DRAWN:
                yield from _names(value)
