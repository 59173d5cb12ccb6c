"""Space and time joined: where the traveller is at every moment.

Everything before the track reads files; everything after it draws. Points are
``(lat, lon)`` in degrees, continuous in longitude over the whole journey; km
count from the start of the journey along the distance that is claimed, and
seconds are elapsed time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from math import ceil, floor
from operator import add
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
from journey.model.claims import Basis
from journey.model.journey import End, Journey, Leg, OtherEnd, Place, Stop
from journey.model.quantity import kilometres, weakest
from journey.track.schedule import Slot, first, schedule


class Fix(NamedTuple):
    """Where the traveller is: elapsed seconds, degrees, and km travelled."""

    seconds: float
    lat: float
    lon: float
    km: float


class Halt(NamedTuple):
    """A stop on a leg: km from the leg's start, its point, and seconds waited."""

    stop: Stop
    place: Place
    km: float
    point: Point
    dwell: float


class Elsewhere(NamedTuple):
    """Where else an end of a leg was, as others tell: the claim, its place and its point."""

    claim: OtherEnd
    place: Place
    point: Point


@dataclass(frozen=True, eq=False)
class LegTrack:
    """One leg in space and time; each is equal to itself alone.

    ``distance`` is in km: the first claim, or the drawn length where there is
    none (``measured``); ``end_distance`` counts from the start of the journey to
    its end. ``fixes`` run from its first to its last point, with two of them
    where it waits. ``start_others`` and ``end_others`` tell of places where the
    line does not lead.
    """

    leg: Leg
    slot: Slot
    start_place: Place
    end_place: Place
    line: Line
    drawn_km: float
    distance: Interval
    measured: bool
    end_distance: Interval
    halts: tuple[Halt, ...]
    fixes: tuple[Fix, ...]
    start_others: tuple[Elsewhere, ...] = ()
    end_others: tuple[Elsewhere, ...] = ()

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """Where else its ends were, the start first."""
        return (*self.start_others, *self.end_others)

    @property
    def speed(self) -> Interval | None:
        """Average speed in km/h, halts included, or None where time is not known."""
        if self.slot.duration is None:
            return None
        return self.distance / self.slot.duration.scaled(1 / 3_600)

    @property
    def span(self) -> float:
        """The leg's time in s, waits included; 0 where that is not known."""
        return self.fixes[-1].seconds - self.slot.start.used

    @property
    def passed(self) -> tuple[float, ...]:
        """The part of the leg passed at each fix, 0..1: of its time, else of its way."""
        span, start = self.span, self.slot.start.used
        if span:
            return tuple((fix.seconds - start) / span for fix in self.fixes)
        way, first = self.fixes[-1].km - self.fixes[0].km, self.fixes[0].km
        if way:
            return tuple((fix.km - first) / way for fix in self.fixes)
        last = max(len(self.fixes) - 1, 1)
        return tuple(index / last for index in range(len(self.fixes)))

    @property
    def line_basis(self) -> Basis:
        """How the line is known: a geodesic, drawn where none is given, is assumed."""
        return self.leg.shape.basis if self.leg.shape else Basis.ASSUMED

    @property
    def distance_basis(self) -> Basis:
        """How the distance is known: if measured, no better than the line."""
        return self.leg.distance[0].basis if self.leg.distance else weakest([self.line_basis])

    @property
    def speed_basis(self) -> Basis:
        """How what follows from the time and the distance used is known."""
        return weakest([self.distance_basis, *(claim.basis for claim in self.leg.duration[:1])])


@dataclass(frozen=True)
class Track:
    """A journey's legs in space and time."""

    journey: Journey
    legs: tuple[LegTrack, ...]

    @classmethod
    def of(cls, journey: Journey) -> Track:
        """The track of ``journey``."""
        return cls(journey, tuple(_legs(journey)))

    @property
    def distance(self) -> Interval:
        """The whole way, in km."""
        return reduce(add, (leg.distance for leg in self.legs))

    @property
    def duration(self) -> Interval:
        """The whole time, waits included, in s; open above where a part is not known."""
        return self.legs[-1].slot.end

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """All fixes, in the order of time."""
        return tuple(fix for leg in self.legs for fix in leg.fixes)

    def share_of_time(self) -> dict[str, float]:
        """Each mode's share of the time that is known, of one."""
        times = (leg.slot.duration.used if leg.slot.duration else 0.0 for leg in self.legs)
        return _shares(self.legs, times)

    def share_of_distance(self) -> dict[str, float]:
        """Each mode's share of the distance, of one."""
        return _shares(self.legs, (leg.distance.used for leg in self.legs))

    def at(self, seconds: float) -> Fix:
        """Where the traveller is after ``seconds``; before the start, at the start.

        Raises nothing: a moment after the end is the end.
        """
        fixes = self.fixes
        after = bisect_right(fixes, seconds, key=lambda fix: fix.seconds)
        if after == 0 or after == len(fixes):
            return fixes[min(after, len(fixes) - 1)]
        a, b = fixes[after - 1], fixes[after]
        part = (seconds - a.seconds) / (b.seconds - a.seconds)
        return Fix(*(x + (y - x) * part for x, y in zip(a, b, strict=True)))


def extent(legs: Iterable[LegTrack]) -> tuple[Point, Point]:
    """South-west and north-east of the legs' lines and of the places where else they ended."""
    points = [point for leg in legs for point in (*leg.line, *(o.point for o in leg.elsewhere))]
    return bounds(points)


def _shares(legs: Iterable[LegTrack], sizes: Iterable[float]) -> dict[str, float]:
    """Sizes summed by mode, as shares of their sum."""
    sums: dict[str, float] = {}
    for leg, size in zip(legs, sizes, strict=True):
        sums[leg.leg.mode.value] = sums.get(leg.leg.mode.value, 0.0) + size
    whole = sum(sums.values())
    return {mode: part / whole if whole else 0.0 for mode, part in sums.items()}


def _legs(journey: Journey) -> Iterator[LegTrack]:
    places = {place.id: place for place in journey.places}
    near: float | None = None
    way = Interval.exactly(0.0)
    for slot in schedule(journey):
        leg = slot.leg
        start, end = places[leg.start.place], places[leg.end.place]
        line = unwrap(_line(leg, start, end), near)
        drawn = cumulative(line)
        # A line is never drawn as exactly as the way was, so its length is only about that.
        measured = Interval(drawn[-1], drawn[-1], drawn[-1], rough=True)
        distance = kilometres(leg.distance[0]) if leg.distance else measured
        halts = tuple(_halts(leg, places, line, drawn, distance.used))
        km = _scaled(drawn, [(h.point, h.km) for h in halts], line, distance.used)
        fixes = tuple(_fixes(slot, line, km, halts, way.used))
        near, way = line[-1][1], way + distance
        yield LegTrack(
            leg,
            slot,
            start,
            end,
            line,
            drawn[-1],
            distance,
            not leg.distance,
            way,
            halts,
            fixes,
            _others(leg.start, places, line[0]),
            _others(leg.end, places, line[-1]),
        )


def _others(end: End, places: dict[str, Place], near: Point) -> tuple[Elsewhere, ...]:
    """Where else that end of a leg was, on the same turn round the earth."""
    found = ((claim, places[claim.place]) for claim in end.others)
    return tuple(
        Elsewhere(claim, place, unwrap([(place.lat, place.lon)], near[1])[0])
        for claim, place in found
    )


def _line(leg: Leg, start: Place, end: Place) -> Line:
    if leg.shape is not None:
        return leg.shape.line
    return geodesic_line((start.lat, start.lon), (end.lat, end.lon))


def _halts(
    leg: Leg, places: dict[str, Place], line: Line, drawn: tuple[float, ...], total: float
) -> Iterator[Halt]:
    """The stops, with km from the claim where there is one, else from the line."""
    found = []
    for stop in leg.stops:
        place = places[stop.place]
        found.append((stop, place, _passed(line, drawn, place)))
    pins = _pins([(at, stop.km) for stop, _, at in found if stop.km is not None], drawn[-1], total)
    for stop, place, passed in found:
        wait = first(stop.dwell) or Interval.exactly(0.0)
        yield Halt(stop, place, _pinned(pins, passed), along(line, drawn, passed), wait.used)


def _passed(line: Line, drawn: tuple[float, ...], place: Place) -> float:
    """Where the line passes the place, in drawn km, on whichever turn round the earth."""
    (_, west), (_, east) = bounds(line)
    turns = range(ceil((west - 180 - place.lon) / 360), floor((east + 180 - place.lon) / 360) + 1)
    passes = (nearest(line, drawn, (place.lat, place.lon + 360 * turn)) for turn in turns)
    return min(passes, key=lambda found: found[1])[0]


Pin = tuple[float, float]


def _pins(known: list[tuple[float, float | None]], drawn: float, total: float) -> list[Pin]:
    """Pairs of drawn and claimed km, both rising, from the start to the end."""
    pins: list[Pin] = [(0.0, 0.0)]
    for at, km in sorted((at, km or 0.0) for at, km in known):
        if pins[-1][0] < at < drawn and pins[-1][1] < km < total:
            pins.append((at, km))
    return [*pins, (drawn, total)]


def _pinned(pins: list[Pin], at: float) -> float:
    """The claimed km at ``at`` drawn km."""
    after = min(max(bisect_right(pins, at, key=lambda pin: pin[0]), 1), len(pins) - 1)
    (a, x), (b, y) = pins[after - 1], pins[after]
    return x + (y - x) * (at - a) / (b - a) if b > a else y


def _scaled(
    drawn: tuple[float, ...], known: list[tuple[Point, float]], line: Line, total: float
) -> tuple[float, ...]:
    """The claimed km at each point of ``line``."""
    if not known and drawn[-1]:
        return (0.0, *(total * at / drawn[-1] for at in drawn[1:]))
    pins = _pins([(nearest(line, drawn, point)[0], km) for point, km in known], drawn[-1], total)
    return (0.0, *(_pinned(pins, at) for at in drawn[1:]))


def _fixes(
    slot: Slot, line: Line, km: tuple[float, ...], halts: tuple[Halt, ...], start_km: float
) -> Iterator[Fix]:
    """Fixes at the points of the line and at the halts that wait."""
    lasts = slot.duration.used if slot.duration else 0.0
    waits = sorted((halt for halt in halts if halt.dwell), key=lambda halt: halt.km)
    moving = max(0.0, lasts - sum(halt.dwell for halt in waits))
    total = km[-1]
    now, done, share = slot.start.used, 0.0, moving / total if total else 0.0
    end = slot.start.used + lasts
    points = [(at, 0.0, point) for at, point in zip(km, line, strict=True)]
    rests = [(halt.km, halt.dwell, halt.point) for halt in waits]
    marks = sorted(points + rests, key=lambda mark: mark[0]) if rests else points
    for at, dwell, (lat, lon) in marks:
        # Rounding must not carry a fix past the start of the next leg.
        now, done = min(now + (at - done) * share, end), at
        yield Fix(now, lat, lon, start_km + at)
        if dwell:
            now = min(now + dwell, end)
            yield Fix(now, lat, lon, start_km + at)
    if now < end - 1e-6:
        yield Fix(end, *line[-1], start_km + total)
    if slot.wait.used:
        yield Fix(end + slot.wait.used, *line[-1], start_km + total)
