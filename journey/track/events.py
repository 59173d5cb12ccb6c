"""The events of a journey, and what is claimed of the time between them.

Events are each leg's departure, its arrivals and departures at stops, and its
arrival, in their order; a stop where nobody says that time passed is one event.
Three moments stand before them, from which clocks count. Times are whole
microseconds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import pairwise
from math import inf
from typing import NamedTuple
from zoneinfo import ZoneInfo

from journey.errors import KeyPath
from journey.geo.interval import SECONDS, Interval
from journey.model.calendar import (
    ClockTime,
    Date,
    Grain,
    When,
    first_day,
    grain,
    last_day,
    span,
)
from journey.model.claims import Basis, Claim, Duration, Moment
from journey.model.journey import Journey, Leg, Place, Stop
from journey.model.quantity import seconds
from journey.track import dial, recording
from journey.track.network import Constraint

# 1970 in UTC; 1970 by the clock of those places whose zone nobody tells; and the
# midnight with which the day of the first departure began.
EPOCH, DIAL, MIDNIGHT = range(3)

# By so much a watch may be off that was read when somebody left or came: a minute.
_WATCH = 60 * dial.MICRO


class Ground(NamedTuple):
    """The claims of a constraint, where they stand, and how fine and how sure they are.

    ``when`` is the earliest and the latest that a clock time may be, as it is
    told, and ``figure`` how long something takes, in s.
    """

    claims: tuple[Claim, ...]
    paths: tuple[KeyPath, ...]
    grain: Grain = Grain.MINUTE
    rough: bool = False
    when: tuple[When, When] | None = None
    figure: Interval | None = None
    assumed: bool = False


class LegEvents(NamedTuple):
    """The events of a leg; those of a stop are twice the same where no time passed."""

    departs: int
    stops: tuple[tuple[int, int], ...]
    arrives: int


@dataclass(frozen=True)
class Events:
    """What happens, from ``begin`` to ``end``, and what is claimed of it.

    ``clocks`` are constraints from one of the three moments, ``lengths`` those
    between two events, ``orders`` what is so without a claim; ``origins`` what
    is so of the three moments themselves. ``dial`` is where the clock of places
    without a zone is taken to stand, if that is open: as the sun has it.
    """

    legs: tuple[LegEvents, ...]
    begin: int
    end: int
    count: int
    clocks: tuple[Constraint, ...]
    lengths: tuple[Constraint, ...]
    orders: tuple[Constraint, ...]
    origins: tuple[Constraint, ...]
    dial: int = 0


def events(journey: Journey, *, one_dial: bool = True, day: date | None = None) -> Events:
    """The events of the journey, which starts on that ``day`` if no departure tells it.

    Of several claims of one thing the first counts, of moments the first with
    a clock time. Where places tell no zone, days are counted by one clock, that
    of the traveller, or, without ``one_dial``, by a clock at each place.
    """
    build = _Build(journey, one_dial, day)
    legs = tuple(build.leg(index, leg) for index, leg in enumerate(journey.legs))
    for index, (one, two) in enumerate(pairwise(legs)):
        dwells = [
            *_first(journey.legs[index].end.dwell, ("legs", index, "to", "dwell")),
            *_first(journey.legs[index + 1].start.dwell, ("legs", index + 1, "from", "dwell")),
        ]
        build.length(one.arrives, two.departs, dwells)
    begin, end = legs[0].departs, legs[-1].arrives
    if before := _first(journey.legs[0].start.dwell, ("legs", 0, "from", "dwell")):
        begin = build.event()
        build.length(begin, legs[0].departs, before)
    last = len(legs) - 1
    if after := _first(journey.legs[-1].end.dwell, ("legs", last, "to", "dwell")):
        end = build.event()
        build.length(legs[-1].arrives, end, after)
    return build.events(legs, begin, end)


Told = tuple[Duration, KeyPath]


def _first(claims: Sequence[Duration], path: KeyPath) -> list[Told]:
    return [(claims[0], (*path, 0))] if claims else []


@dataclass
class _Build:
    journey: Journey
    one_dial: bool
    day: date | None = None
    count: int = MIDNIGHT + 1
    clocks: list[Constraint] = field(default_factory=list)
    lengths: list[Constraint] = field(default_factory=list)
    orders: list[Constraint] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.places = {place.id: place for place in self.journey.places}
        self.start = self.places[self.journey.legs[0].start.place]

    def event(self) -> int:
        self.count += 1
        return self.count - 1

    def leg(self, index: int, leg: Leg) -> LegEvents:
        path: KeyPath = ("legs", index)
        start, end = self.places[leg.start.place], self.places[leg.end.place]
        departs = self.event()
        self.moments(departs, leg.departs, start, (*path, "departs"))
        before, stops = departs, []
        for number, stop in enumerate(leg.stops):
            stops.append(self.stop(stop, (*path, "stops", number)))
            self.orders.append(Constraint(before, stops[-1][0], 0, inf))
            before = stops[-1][1]
        arrives = self.event()
        self.moments(arrives, leg.arrives, end, (*path, "arrives"))
        self.orders.append(Constraint(before, arrives, 0, inf))
        if leg.duration:
            self.length(departs, arrives, _first(leg.duration, (*path, "duration")))
        found = LegEvents(departs, tuple(stops), arrives)
        self.timed(index, leg, found)
        return found

    def stop(self, stop: Stop, path: KeyPath) -> tuple[int, int]:
        place = self.places[stop.place]
        arrives = departs = self.event()
        if stop.dwell or (stop.arrives and stop.departs):
            departs = self.event()
            self.length(arrives, departs, _first(stop.dwell, (*path, "dwell")))
        if stop.at is not None:
            self.clock(arrives, (stop.at, stop.at), place, stop, (*path, "at"))
        self.moments(arrives, stop.arrives, place, (*path, "arrives"))
        self.moments(departs, stop.departs, place, (*path, "departs"))
        return arrives, departs

    def length(self, a: int, b: int, told: list[Told]) -> None:
        """What is claimed of the time from a to b, in sum; without a claim, their order."""
        if not told:
            self.orders.append(Constraint(a, b, 0, inf))
            return
        claims, paths = zip(*told, strict=True)
        figure = seconds(claims[0])
        for claim in claims[1:]:
            figure += seconds(claim)
        ground = Ground(
            claims, paths, _grain(claims), figure.rough, figure=figure, assumed=_assumed(claims)
        )
        low, high = ticks(figure)
        self.lengths.append(Constraint(a, b, low, high, ground))

    def moments(self, event: int, claims: Sequence[Moment], place: Place, path: KeyPath) -> None:
        if claims and (found := used(claims)):
            index = next(i for i, claim in enumerate(claims) if claim is found)
            self.clock(event, found.ends, place, found, (*path, index))

    def timed(self, index: int, leg: Leg, found: LegEvents) -> None:
        """The instants at the ends of a line, where no other clock time is claimed of them.

        An end without one is no later than the first of the others, or no
        earlier than the last. A clock time that is claimed has to fit the line,
        which is left and reached when the neighbourhood of its ends is.
        """
        shape, path = leg.shape, ("legs", index, "shape")
        known = [when for when in shape.times if when] if shape else []
        if not shape or not known:
            return
        for event, claims, place, when, own in (
            (found.departs, leg.departs, leg.start.place, known[0], shape.times[0]),
            (found.arrives, leg.arrives, leg.end.place, known[-1], shape.times[-1]),
        ):
            claim = used(claims)
            first, bound, slack = event == found.departs, own is None, 0
            if claim and grain(early := claim.ends[0]) is Grain.MINUTE:
                away = recording.left(shape) if first else recording.reached(shape)
                if away is None or not (isinstance(early, datetime) or self.first_day):
                    continue
                when, bound, slack = away, True, _WATCH
            self.clock(event, (when, when), self.places[place], shape, path)
            if bound:
                seen = self.clocks[-1]
                self.clocks[-1] = (
                    seen._replace(low=-inf, high=seen.high + slack)
                    if first
                    else seen._replace(low=seen.low - slack, high=inf)
                )

    def clock(
        self,
        event: int,
        between: tuple[When, When],
        place: Place,
        claim: Claim,
        path: KeyPath,
    ) -> None:
        early, late = between
        ground = Ground((claim,), (path,), grain(early), when=between, assumed=_assumed([claim]))
        if isinstance(early, ClockTime) and isinstance(late, ClockTime):
            origin = MIDNIGHT
            low, high = self.shown(early, place)[0], self.shown(late, place)[1]
        elif isinstance(early, datetime) and isinstance(late, datetime):
            origin, low, high = EPOCH, dial.micro(early), dial.micro(late)
        elif isinstance(early, ClockTime) or isinstance(late, ClockTime):
            return
        else:
            origin, low, high = self.days(early, late, place)
        self.clocks.append(Constraint(origin, event, low, high, ground))

    def days(self, early: Date, late: Date, place: Place) -> tuple[int, int, int]:
        """From which moment the days count, and how far they are from it."""
        if place.zone:
            low, high = span(early, place.zone)[0], span(late, place.zone)[1]
            return EPOCH, int(low * dial.MICRO), int(high * dial.MICRO)
        first, last = dial.midnight(first_day(early)), dial.midnight(last_day(late)) + dial.DAY
        if self.one_dial:
            return DIAL, first, last
        west, east = dial.offsets(place.lon)
        return EPOCH, first - east, last - west

    def shown(self, when: ClockTime, place: Place) -> tuple[int, int]:
        """How long after the first midnight the clock of the place may show that."""
        day, zone = self.first_day, place.zone
        if day and zone and self.start.zone:
            moved = datetime.combine(day, when.time, ZoneInfo(zone)) + timedelta(days=when.day)
            home = datetime.combine(day, time(), ZoneInfo(self.start.zone))
            after = dial.micro(moved) - dial.micro(home)
            return after, after
        least, most = dial.ahead(self.start, place)
        return dial.plain(when) - most, dial.plain(when) - least

    @cached_property
    def dated(self) -> tuple[When, When] | None:
        """When the journey starts, as far as somebody tells more than the clock."""
        claims = self.journey.legs[0].departs
        days = (c.ends for c in claims if not isinstance(c.ends[0], ClockTime))
        return next(days, (self.day, self.day) if self.day else None)

    @cached_property
    def first_day(self) -> date | None:
        """The day of the first departure, by the clock there, if it is told."""
        zone = ZoneInfo(self.start.zone) if self.start.zone else None
        days = {
            (when.astimezone(zone) if zone else when).date() if isinstance(when, datetime) else when
            for when in self.dated or ()
        }
        day = days.pop() if len(days) == 1 else None
        return day if isinstance(day, date) else None

    def events(self, legs: tuple[LegEvents, ...], begin: int, end: int) -> Events:
        """All that was gathered."""
        return Events(
            legs,
            begin,
            end,
            self.count,
            tuple(self.clocks),
            tuple(self.lengths),
            tuple(self.orders),
            tuple(self.origins(legs[0].departs)),
            -round(self.start.lon / 15) * dial.HOUR,
        )

    def origins(self, departs: int) -> Iterator[Constraint]:
        """What is so of the moments from which clocks count."""
        by_clock = any(clock.a == MIDNIGHT for clock in self.clocks)
        if by_clock:
            yield Constraint(MIDNIGHT, departs, 0, dial.DAY - 1)
        if by_clock and self.first_day:
            origin, low, high = self.midnight(self.first_day)
            yield Constraint(origin, MIDNIGHT, low, high)
        yield Constraint(EPOCH, DIAL, -dial.MOST_AHEAD, -dial.MOST_BEHIND)

    def midnight(self, day: date) -> tuple[int, int, int]:
        """From which moment the first midnight counts, and how far it is from it."""
        when = self.dated[0] if self.dated else day
        if isinstance(when, datetime) and not self.start.zone:
            after = dial.micro(datetime.combine(day, time(), when.tzinfo))
            return EPOCH, after, after
        origin, low, high = self.days(day, day, self.start)
        return origin, low, low if self.start.zone or self.one_dial else high - dial.DAY


def used(claims: Sequence[Moment]) -> Moment | None:
    """The claim that counts: the first with a clock time, else the first."""
    timed = (claim for claim in claims if grain(claim.ends[0]) is Grain.MINUTE)
    return next(timed, claims[0] if claims else None)


def ticks(figure: Interval) -> tuple[float, float]:
    """The bounds of a length of time in s, in microseconds."""
    high = inf if figure.high is None else round(figure.high * dial.MICRO)
    return round(figure.low * dial.MICRO), high


def _assumed(claims: Iterable[Claim]) -> bool:
    return any(claim.basis is Basis.ASSUMED for claim in claims)


def _grain(claims: Iterable[Duration]) -> Grain:
    """A time that is told in days is no finer than a day."""
    by_day = any(SECONDS[claim.unit] >= SECONDS["d"] for claim in claims)
    return Grain.DAY if by_day else Grain.MINUTE
