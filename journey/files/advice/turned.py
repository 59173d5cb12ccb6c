"""Whether all of a journey lies where it does only because its degrees are swapped.

A single place is doubted beside the others; where every one is turned alike, only
the map can tell: a town of the same name lies elsewhere, or trains run over the sea.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from journey.basemap.layers import shipped
from journey.files.advice.places import places
from journey.geo.geometry import Point, distance
from journey.model.journey import Journey, Place
from journey.model.part import Fault
from journey.track.track import LegTrack, Track

_TOWNS = {"capital", "city", "town"}
# A town of the place's name is another one if it is so many km away; so near, it is that one.
_FAR, _NEAR = 1_000, 50
# Modes that never leave the land, but over bridges.
_LAND = {"train", "bus", "handcar", "walk", "bicycle", "horse", "riding", "car", "tram",
         "underground", "wheelchair"}  # fmt: skip
_OUT = 0.5  # degrees from any land, where one is at sea also by a coarse map
_MOST = 100  # legs that are looked at


def turned(track: Track) -> Iterator[Fault]:
    """That latitudes and longitudes of the whole journey seem to be swapped, told once."""
    if fault := next(_namesakes(track.journey), None):
        # What is told of one place beside the others is not said again of all.
        if all(other.code != "place_swapped" for other in places(track.journey)):
            yield fault
        return
    points = [point for leg in track.legs[:_MOST] if leg.leg.mode in _LAND for point in _some(leg)]
    if points and _are_at_sea(points):
        yield Fault(("places",), "land_swapped")


def _namesakes(journey: Journey) -> Iterator[Fault]:
    for index, place in enumerate(journey.places):
        if found := _namesake(place):
            name, far, near = found
            path = ("places", index, "lat")
            yield Fault(path, "town_swapped", {"name": name, "far": far, "close": near})


def _namesake(place: Place) -> tuple[str, float, float] | None:
    """The town of the place's name, how far it is, and how far with the degrees swapped, in km."""
    here = place.lat, place.lon
    towns = [town for name in place.name.values() for town in _towns().get(name.casefold(), ())]
    if not towns or abs(place.lon) > 90:
        return None
    far, near = (min(distance(point, town) for town in towns) for point in (here, here[::-1]))
    return (next(iter(place.name.values())), far, near) if far > _FAR and near < _NEAR else None


@cache
def _towns() -> dict[str, list[Point]]:
    """Where the towns of the shipped map lie, by their names in small letters."""
    found: dict[str, list[Point]] = {}
    for town in shipped().toponyms("places", "world_places"):
        if town.kind in _TOWNS:
            for name in town.names.values():
                found.setdefault(name.casefold(), []).append(town.point)
    return found


def _some(leg: LegTrack) -> list[Point]:
    """The ends of a leg, and the middle of its line, if that is known."""
    middle = [leg.line[len(leg.line) // 2]] if leg.leg.shape else []
    return [leg.line[0], *middle, leg.line[-1]]


def _are_at_sea(points: list[Point]) -> bool:
    """Whether many points are far out at sea, and none is with its degrees swapped."""
    there = [(lat, (lon + 180) % 360 - 180) for lat, lon in points]
    if any(abs(lon) > 90 for _, lon in there):
        return False
    land = shipped()
    out = sum(land.at_sea(point, _OUT) for point in there)
    return 3 * out >= len(there) and not any(land.at_sea((lon, lat), _OUT) for lat, lon in there)
