"""Ways that hardly fit the lines that are drawn of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from math import inf

from journey.errors import Advice, Figures, KeyPath
from journey.files.advice.speeds import FASTEST
from journey.geo.geometry import EDGE, Point, approaches, cumulative, distance
from journey.geo.interval import KILOMETRES
from journey.model.claims import Basis
from journey.model.part import Fault
from journey.model.quantity import widened
from journey.model.ways import beside, position
from journey.track.recording import Step, gaps, jumps, steps
from journey.track.track import LegTrack, Track

# A way is doubted that is so many times longer than its line, which leaves out bends,
# or than the straight line where none is drawn; and by so many km at the least.
_BENDS, _DETOURS, _LITTLE = 3.0, 4.0, 5.0
# So much longer than the way may a line be: a receiver's that stood still wanders about.
_WANDERS = 1.5
# A line that comes so many km to where points without a position are put did not go there.
_FAR = 1_000.0
# Stops are held against no more points of a line than these.
_POINTS = 2_000
# A line passes a stop wherever it is so close to it, in km, beyond where it is closest.
_NEAR = 2.0


def ways(track: Track) -> Iterator[Fault]:
    """What is unlikely in the distances, the stops and the recorded times of legs."""
    for index, leg in enumerate(track.legs):
        path = ("legs", index)
        yield from _nowhere(path, leg)
        yield from _off_the_map(path, leg)
        yield from _length(path, leg)
        yield from _beyond(path, leg)
        yield from _disorder(path, leg)
        if leg.leg.shape:
            yield from _at_zero((*path, "shape", "line"), leg)
            yield from _off_the_line(path, leg)
            yield from _recorded((*path, "shape", "line"), leg)


def _nowhere(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """The fault of a leg back to where it started, of which no way is told."""
    told = (leg.leg.shape or leg.leg.stops) and leg.drawn_km
    if leg.leg.start.place == leg.leg.end.place and not told:
        yield Fault((*path, "to", "place"), "leg_without_way", {"id": leg.leg.end.place})


def _off_the_map(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """The fault of a line between places on the map that leaves it over a pole."""
    ends = (leg.start_place, leg.end_place)
    inside = all(abs(place.lat) <= EDGE for place in ends)
    if inside and any(abs(lat) > EDGE for lat, _ in leg.line):
        yield Fault(path, "line_off_the_map", {"limit": EDGE})


def _length(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """The distance, where it is many times longer than the line, or much shorter."""
    if not leg.leg.distance or not leg.drawn_km:
        return
    said = widened(vars(leg.leg.distance[0]), KILOMETRES)
    times = _BENDS if leg.leg.shape else _DETOURS
    figures = {"drawn": leg.drawn_km}
    if said.low > times * leg.drawn_km and said.low - leg.drawn_km > _LITTLE:
        yield Fault((*path, "distance", 0), "longer_than_drawn", figures)
    if leg.leg.shape and said.high is not None and leg.drawn_km > _WANDERS * said.high + _LITTLE:
        yield Fault((*path, "distance", 0), "shorter_than_drawn", figures)


def _beyond(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """Stops farther along than the line, where that alone tells how long the leg is."""
    if leg.leg.distance or not leg.drawn_km:
        return
    times = _WANDERS if leg.leg.shape else _DETOURS
    for index, stop in enumerate(leg.leg.stops):
        if stop.km is not None and stop.km > times * leg.drawn_km + _LITTLE:
            figures = {"km": stop.km, "drawn": leg.drawn_km}
            yield Fault((*path, "stops", index, "km"), "stop_beyond_line", figures)


def _disorder(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """Stops that are counted, or passed by the line, before the one that is told before."""
    told = [(index, stop.km) for index, stop in enumerate(leg.leg.stops) if stop.km is not None]
    for (_, before), (index, km) in pairwise(told):
        if km < before:
            yield Fault((*path, "stops", index, "km"), "stops_out_of_order", {"km": km})
            return
    if leg.leg.shape and (late := _passed_before(leg)) is not None:
        yield Fault((*path, "stops", late), "stop_against_line")


def _passed_before(leg: LegTrack) -> int | None:
    """The first stop that the line does not pass any more once it has passed the one before."""
    line = leg.line[:: len(leg.line) // _POINTS + 1] + leg.line[-1:]
    reached = cumulative(line)
    at = 0.0
    for index, halt in enumerate(leg.halts):
        met = approaches(line, reached, halt.point, _NEAR)
        after = [km for km, _ in met if km >= at - _NEAR]
        if not after:
            return index
        at = max(at, after[0])
    return None


def _off_the_line(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """Stops that the line misses by more than where they lie is uncertain."""
    most = beside(leg.drawn_km)
    for index, halt in enumerate(leg.halts):
        is_assumed = Basis.ASSUMED in (halt.place.basis, halt.stop.basis)
        place = position((halt.place.lat, halt.place.lon), is_assumed=is_assumed)
        off = distance(place.point, _on_earth(halt.point))
        if off > most + place.off:
            yield Fault((*path, "stops", index), "stop_off_line", {"distance": off})


def _at_zero(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """The first point of a line that lies far from the next where points without a position do."""
    line = leg.leg.shape.line if leg.leg.shape else ()
    for index, (a, b) in enumerate(pairwise(line)):
        if (0, 0) in (a, b) and distance(a, b) > _FAR:
            yield Fault((*path, index + (b == (0, 0))), "line_at_zero")
            return


def _on_earth(point: Point) -> Point:
    """The point with its longitude within ±180."""
    return point[0], (point[1] + 180) % 360 - 180


def _recorded(path: KeyPath, leg: LegTrack) -> Iterator[Fault]:
    """Gaps and jumps in the times of the line's points: the first of each kind, and how many."""
    shape = leg.leg.shape
    found = steps(shape.line, shape.times) if shape and shape.times else []
    kinds: dict[Advice, list[Step]] = {
        "recording_gap": gaps(found),
        "recording_jump": jumps(found, FASTEST.get(leg.leg.mode, inf)),
    }
    for code, odd in kinds.items():
        if odd:
            figures: Figures = {"time": odd[0].seconds, "km": odd[0].km}
            more = {"more": len(odd) - 1} if len(odd) > 1 else {}
            yield Fault((*path, odd[0].start), code, {**figures, **more})
