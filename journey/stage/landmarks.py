"""What the browser is told of landmarks, and of where legs begin and end as far as that is assumed.

Points are ``[lat, lon]`` in degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from journey.geo.geometry import Point, along, bounds, cumulative, distance, nearest
from journey.geo.interval import Interval
from journey.model.claims import Basis
from journey.model.journey import Place
from journey.model.landmark import Landmark
from journey.stage.points import told
from journey.track.track import LegTrack, Track
from journey.words.modes import named
from journey.words.provenance import footing, grounds, interval, quantity
from journey.words.wording import Wording

DIGITS = 6  # decimals of a degree, about a decimetre: a bridge is drawn large
REACH = 0.1  # km that an end of a bridge may lie off the line that leads over it


class Sight(NamedTuple):
    """A landmark with its points: one, or those of the line that leads over a bridge.

    Its note is what is said beside its name, with the basis of that note, and why.
    """

    landmark: Landmark
    name: str
    line: tuple[Point, ...]
    note: str
    basis: str
    why: str
    away: float | None = None


def landmarks(track: Track, wording: Wording) -> list[dict[str, Any]]:
    """All landmarks, ready for JSON, all words said.

    ``named`` says that the map names the place already, as an end or a stop;
    ``away`` is how far a station lies from where a leg begins or ends, in km.
    """
    named = set(_named(track))
    return [_told(sight, named) for sight in sights(track, wording)]


def _told(sight: Sight, named: set[str]) -> dict[str, Any]:
    points = [told(point, DIGITS) for point in sight.line]
    place = sight.landmark.place
    return {
        "kind": sight.landmark.kind,
        "name": sight.name,
        "note": sight.note,
        "basis": sight.basis,
        "why": sight.why,
        "named": place in named,
        **({"at": points[0]} if place else {"line": points}),
        **({} if sight.away is None else {"away": round(sight.away, 3)}),
    }


def _named(track: Track) -> Iterator[str]:
    for leg in track.legs:
        yield from (leg.start_place.id, leg.end_place.id)
        yield from (halt.place.id for halt in leg.halts)


def sights(track: Track, wording: Wording) -> list[Sight]:
    """All landmarks of the journey."""
    makers = {"bridge": _bridge, "station": _station, "point": _point}
    return [makers[one.kind](one, track, wording) for one in track.journey.landmarks]


def _point(landmark: Landmark, track: Track, wording: Wording) -> Sight:
    place = track.journey.place(str(landmark.place))
    found = footing(landmark, "", track.journey, wording)
    name = wording.pick(landmark.name or place.name)
    return Sight(landmark, name, (_at(place),), "", found.basis, grounds(found))


def _station(landmark: Landmark, track: Track, wording: Wording) -> Sight:
    """A station, with how far it lies from the nearest end of a leg that is not its own."""
    sight = _point(landmark, track, wording)
    ends = (end for leg in track.legs for end in (leg.start_place, leg.end_place))
    others = [end for end in ends if end.id != landmark.place]
    if not others:
        return sight
    end = min(others, key=lambda place: distance(sight.line[0], _at(place)))
    km = distance(sight.line[0], _at(end))
    said = interval(Interval.exactly(km), "km", wording)
    note = wording.say("map.away", distance=said)
    why = wording.say("map.away_why", place=wording.pick(end.name))
    return sight._replace(note=note, basis=Basis.DERIVED.value, why=why, away=km)


def _bridge(landmark: Landmark, track: Track, wording: Wording) -> Sight:
    """A bridge, with its length by the first claim, or as it is drawn."""
    start, end = (track.journey.place(str(key)) for key in (landmark.start, landmark.end))
    line = _over(_at(start), _at(end), track)
    name = wording.pick(landmark.name or start.name)
    basis, why = Basis.DERIVED.value, wording.say("map.length_why")
    km = cumulative(line)[-1]
    note = interval(Interval(km, km, km, rough=True), "km", wording, digits=0)
    if landmark.length:
        used, *others = (
            footing(claim, quantity(claim, wording), track.journey, wording)
            for claim in landmark.length
        )
        note, basis, why = used.said, used.basis, grounds(used)
        told = wording.listing([other.said for other in others])
        why = " ".join(filter(None, (why, told and wording.say("map.others", others=told))))
    if Basis.ASSUMED in (start.basis, end.basis):
        why = " ".join((why, wording.say("map.ends_assumed")))
    return Sight(landmark, name, tuple(line), note, basis, why)


def _over(start: Point, end: Point, track: Track) -> list[Point]:
    """The part of a leg's line between the ends of a bridge, or straight where none is near."""
    for leg in track.legs:
        reached = cumulative(leg.line)
        found = [nearest(leg.line, reached, point) for point in (start, end)]
        (a, off_a), (b, off_b) = sorted(found)
        if max(off_a, off_b) <= REACH and a < b:
            inner = [p for p, km in zip(leg.line, reached, strict=True) if a < km < b]
            return [along(leg.line, reached, a), *inner, along(leg.line, reached, b)]
    return [start, end]


def _at(place: Place) -> Point:
    return place.lat, place.lon


def approach(track: Track, key: str) -> list[list[float]] | None:
    """The corners of what is worth a look on the leg of that id: its bridges, and the ways to them.

    South-west and north-east; None where no bridge is on the leg. The way to a
    bridge is half as long as the bridge.
    """
    leg = next(leg for leg in track.legs if leg.leg.id == key)
    reached = cumulative(leg.line)
    found: list[Point] = []
    for sight in sights(track, Wording()):
        ends = [nearest(leg.line, reached, point) for point in (sight.line[0], sight.line[-1])]
        if sight.landmark.kind == "bridge" and max(off for _, off in ends) <= REACH:
            low, high = sorted(km for km, _ in ends)
            more = (high - low) / 2
            middle = [p for p, km in zip(leg.line, reached, strict=True) if low < km < high]
            edges = (max(0.0, low - more), min(reached[-1], high + more))
            found += [*(along(leg.line, reached, km) for km in edges), *middle]
    return [told(corner, DIGITS) for corner in bounds(found)] if found else None


def assumed(leg: LegTrack, wording: Wording, *, start: bool) -> str:
    """What is said from near of a leg's start or end that is assumed, else ""."""
    end = leg.leg.start if start else leg.leg.end
    if end.basis is not Basis.ASSUMED:
        return ""
    key = "map.began" if start else "map.ended"
    return wording.say(key, mode=named(leg.means, wording))
