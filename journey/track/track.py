"""Space and time joined: where the traveller is at every moment.

Everything before the track reads files; everything after it draws. Points are
``(lat, lon)`` in degrees, continuous in longitude over the whole journey; km
count from the start of the journey along the distance that is claimed, and
seconds are elapsed time.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import add
from typing import NamedTuple

from journey.geo.geometry import Line, Point, bounds, unwrap
from journey.geo.interval import Interval
from journey.geo.lanes import lanes
from journey.model.claims import Basis
from journey.model.journey import End, Journey, Leg, OtherEnd, Place
from journey.model.mode import Means
from journey.model.quantity import weakest
from journey.track.heights import Level, levels
from journey.track.passage import Fix, Wait, passage
from journey.track.schedule import Slot, schedule
from journey.track.way import Halt, way

# The key of waits, among those of modes.
WAIT = "wait"


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
    its end. ``fixes`` run from ``begin`` in elapsed s, where its span begins, to
    the start of the next leg, with two of them where it waits: ``waits`` has
    all waits in their order. ``start_others`` and ``end_others`` tell of places
    where the line does not lead. ``levels`` are the heights along it, if there are any.
    """

    leg: Leg
    means: Means
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
    waits: tuple[Wait, ...]
    begin: float
    start_others: tuple[Elsewhere, ...] = ()
    end_others: tuple[Elsewhere, ...] = ()
    levels: tuple[Level, ...] = ()

    @property
    def elsewhere(self) -> tuple[Elsewhere, ...]:
        """Where else its ends were, the start first."""
        return (*self.start_others, *self.end_others)

    @property
    def stays(self) -> bool:
        """Whether it leads nowhere: nobody says how far, and it ends where it started."""
        return self.measured and not self.drawn_km

    @property
    def speed(self) -> Interval | None:
        """Average speed in km/h, halts included, or None where it stays or time is not known."""
        if self.slot.duration is None or self.stays:
            return None
        return self.distance / self.slot.duration.figure.scaled(1 / 3_600)

    @property
    def span(self) -> float:
        """The leg's time in s, waits included; 0 where that is not known."""
        return self.fixes[-1].seconds - self.begin

    @property
    def under_way(self) -> float:
        """The leg's time in s without any wait; 0 where that is not known."""
        return self.span - sum(wait.end - wait.start for wait in self.waits)

    @property
    def passed(self) -> tuple[float, ...]:
        """The part of the leg passed at each fix, 0..1: of its time, else of its way."""
        span = self.span
        if span:
            return tuple((fix.seconds - self.begin) / span for fix in self.fixes)
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
        lasts = self.slot.duration
        return weakest([self.distance_basis, *([lasts.basis] if lasts else [])])


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
    def timed(self) -> bool:
        """Whether anything is known of how long it takes."""
        return any(leg.span for leg in self.legs)

    @property
    def means(self) -> tuple[Means, ...]:
        """How its legs are travelled, each once, in their order."""
        return tuple(dict.fromkeys(leg.means for leg in self.legs))

    @property
    def near(self) -> LegTrack | None:
        """The leg that the journey looks at from near, or None where there is none."""
        close_up = self.journey.close_up
        return next((leg for leg in self.legs if close_up and leg.leg.id == close_up.leg), None)

    @property
    def distance(self) -> Interval:
        """The whole way, in km."""
        return reduce(add, (leg.distance for leg in self.legs))

    @property
    def duration(self) -> Interval:
        """The whole time, waits included, in s; open above where a part is not known."""
        return self.legs[-1].slot.over

    @cached_property
    def fixes(self) -> tuple[Fix, ...]:
        """All fixes, in the order of time."""
        return tuple(fix for leg in self.legs for fix in leg.fixes)

    @cached_property
    def lanes(self) -> tuple[float, ...]:
        """How far each leg is drawn to the right of its track, where others have the same."""
        return lanes([leg.line for leg in self.legs])

    def share_of_time(self) -> dict[str, float]:
        """Each mode's share of the time that is known, of one, and that of all waits as "wait"."""
        riding = [leg.under_way for leg in self.legs]
        waits = sum(leg.span for leg in self.legs) - sum(riding)
        return _shares([*map(_mode, self.legs), WAIT], [*riding, waits])

    def share_of_distance(self) -> dict[str, float]:
        """Each mode's share of the distance, of one."""
        return _shares(map(_mode, self.legs), (leg.distance.used for leg in self.legs))

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


def _mode(leg: LegTrack) -> str:
    return leg.leg.mode


def _shares(keys: Iterable[str], sizes: Iterable[float]) -> dict[str, float]:
    """Sizes summed by key, as shares of their sum; nothing waited is no share."""
    sums: dict[str, float] = {}
    for key, size in zip(keys, sizes, strict=True):
        if size or key != WAIT:
            sums[key] = sums.get(key, 0.0) + size
    whole = sum(sums.values())
    return {key: part / whole if whole else 0.0 for key, part in sums.items()}


def _legs(journey: Journey) -> Iterator[LegTrack]:
    places = {place.id: place for place in journey.places}
    means = {mode: journey.means(mode) for mode in {leg.mode for leg in journey.legs}}
    begin, end = 0.0, Interval.exactly(0.0)
    near: float | None = None
    for slot in schedule(journey):
        leg = slot.leg
        found = way(leg, places, near)
        fixes, waits = passage(found, slot, end.used)
        end += found.distance
        made = LegTrack(
            leg,
            means[leg.mode],
            slot,
            found.start,
            found.end,
            found.line,
            found.drawn_km,
            found.distance,
            not leg.distance,
            end,
            found.halts,
            fixes,
            waits,
            begin,
            _others(leg.start, places, found.line[0]),
            _others(leg.end, places, found.line[-1]),
        )
        if leg.shape and leg.shape.heights:
            high = levels(found, leg.shape.heights, fixes, made.passed)
            made = replace(made, levels=high)
        yield made
        begin, near = fixes[-1].seconds, found.line[-1][1]


def _others(end: End, places: dict[str, Place], near: Point) -> tuple[Elsewhere, ...]:
    """Where else that end of a leg was, on the same turn round the earth."""
    found = ((claim, places[claim.place]) for claim in end.others)
    return tuple(
        Elsewhere(claim, place, unwrap([(place.lat, place.lon)], near[1])[0])
        for claim, place in found
    )
