"""What is written into a map on paper: names, points and the numbers of the legs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import hypot
from typing import NamedTuple

from markupsafe import Markup

from journey.basemap.layers import Layers, Toponym
from journey.basemap.projection import Dot, Projection, Stroke
from journey.geo.geometry import unwrap
from journey.model.claims import Basis
from journey.prints import drawing
from journey.stage.labels import Box, Labels
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording

_REACH = 260.0  # units that the name of a country may be moved into the picture
_EDGE = 45.0  # units from the edge at which it then stands
_OFF_SHORE = tuple(product((0, 20, 40), (0, 16, -16, -46)))


class Room(NamedTuple):
    """A picture to be drawn: its projection, the lines of all legs in it, and room for names."""

    projection: Projection
    lines: list[list[Stroke]]
    labels: Labels


def places(track: Track, room: Room, near: LegTrack | None, wording: Wording) -> Iterator[Markup]:
    """The places, the numbers of the legs, and as many names as there is room for."""
    inside = _ends(near) if near else set()
    dots = [(room.projection.place(w.point), w) for w in _wishes(track) if w.key not in inside]
    shown = [(dot, wish) for dot, wish in dots if room.projection.holds(dot)]
    for dot, wish in shown:
        room.labels.taken.append(Box(dot[0] - 3, dot[1] - 3, dot[0] + 3, dot[1] + 3))
        radius = 4.0 if wish.end else 3.4 if wish.other else 2.2
        yield drawing.spot(dot, radius, known=wish.known, other=wish.other)
    yield from _badges(track, room)
    for dot, wish in shown:
        name = wording.pick(wish.names)
        named = wording.say("map.or", place=name) if wish.other else name
        label = room.labels.beside(named, dot, 13.0 if wish.end else 10.5)
        if label:
            yield drawing.text(label, kind="name strong" if wish.end else "name")


def _ends(leg: LegTrack) -> set[str]:
    """The ids of the places where the leg starts and ends, as some or all tell."""
    return {leg.start_place.id, leg.end_place.id, *(other.place.id for other in leg.elsewhere)}


class Wish(NamedTuple):
    """A place that would like its name on the map; ``other`` where a leg is not drawn to it."""

    key: str
    names: dict[str, str]
    point: Dot
    end: bool
    known: bool
    other: bool = False


def _wishes(track: Track) -> Sequence[Wish]:
    found: dict[str, Wish] = {}
    for leg in track.legs:
        for claim, place, point in (
            (leg.leg.start, leg.start_place, leg.line[0]),
            (leg.leg.end, leg.end_place, leg.line[-1]),
        ):
            known = claim.basis is not Basis.ASSUMED
            found.setdefault(place.id, Wish(place.id, place.name, point, True, known))
    for other in (other for leg in track.legs for other in leg.elsewhere):
        place, known = other.place, other.claim.basis is not Basis.ASSUMED
        found.setdefault(place.id, Wish(place.id, place.name, other.point, False, known, True))
    for leg in track.legs:
        for halt in leg.halts:
            known = halt.stop.basis is not Basis.ASSUMED
            wish = Wish(halt.place.id, halt.place.name, halt.point, False, known)
            found.setdefault(halt.place.id, wish)
    return list(found.values())


def _badges(track: Track, room: Room) -> Iterator[Markup]:
    """The number of each leg that is long enough to carry it."""
    for number, (leg, strokes) in enumerate(zip(track.legs, room.lines, strict=True), 1):
        dots = drawing.sampled(strokes, 2.0)
        for x, y in _seats(dots) if len(dots) > 12 else ():
            if room.labels.take(Box(x - 10, y - 10, x + 10, y + 10)):
                yield drawing.badge((x, y), number, leg.leg.mode.value)
                break


def _seats(dots: Sequence[Dot]) -> Iterator[Dot]:
    """Where a number may stand: on the line, or else near its middle."""
    yield from (dots[int(len(dots) * part)] for part in (0.5, 0.36, 0.64, 0.25, 0.75))
    x, y = dots[len(dots) // 2]
    yield from ((x + dx, y + dy) for dx, dy in ((16, 12), (-16, -12), (14, -14), (-14, 14)))


def names(layers: Layers, room: Room, wording: Wording) -> Iterator[Markup]:
    """Countries and seas of the base map, each once, where there is room."""
    written: set[str] = set()
    for found in layers.toponyms("places", "world_places"):
        name = wording.pick(found.names)
        early = found.zoom > room.projection.zoom
        if early or found.kind not in ("country", "sea") or name in written:
            continue
        labels = (room.labels.centred(name, dot, 12) for dot in _seats_of(found, layers, room))
        label = next(filter(None, labels), None)
        if label:
            written.add(name)
            yield drawing.text(label, kind=found.kind)


def _seats_of(toponym: Toponym, layers: Layers, room: Room) -> Iterator[Dot]:
    """Where the name may stand: at its point, or near it in the same country or sea."""
    point = room.projection.nearest(toponym.point)
    x, y = room.projection.place(point)
    if toponym.kind == "sea":
        yield from ((x + right, y + down) for right, down in _OFF_SHORE)
        return
    yield x, y
    # A country whose point is outside the picture is named at its edge.
    x = min(max(x, _EDGE), room.projection.width - _EDGE)
    y = min(max(y, 16), room.projection.height - 16)
    for right, down in product((0, 60, -60, 120, -120), (0, 40, -40)):
        there = room.projection.point((x + right, y + down))
        way = hypot(there[0] - point[0], there[1] - point[1]) * room.projection.scale
        if way < _REACH and not layers.parted(*unwrap([toponym.point, there])):
            yield x + right, y + down
