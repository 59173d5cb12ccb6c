"""The time of a journey: when each leg starts and ends, and who waits where, within what bounds.

All that is claimed of times is held together (see :mod:`journey.track.network`),
so that durations, clock times and waits follow from one another. Elapsed time
is in seconds since the journey began. A leg of which no time is known adds
nothing to the lower bound and takes away the upper one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import pairwise
from math import inf
from operator import add

from journey.geo.interval import Interval
from journey.model.calendar import Grain
from journey.model.claims import Basis, Claim, Duration
from journey.model.journey import Journey, Leg, Place, Stop
from journey.model.quantity import seconds, weakest
from journey.track.anniversary import anniversaries, tells_years
from journey.track.contradictions import Settled, closed, settled
from journey.track.dial import MICRO, instant, shown
from journey.track.drawing import Lengths, drawn
from journey.track.events import EPOCH, MIDNIGHT, LegEvents
from journey.track.network import Constraint
from journey.track.trail import Trail, Trails, basis, claims, grain, loose
from journey.track.window import Window


@dataclass(frozen=True)
class Reckoned:
    """A length of time, in s, how it is known, and the claims that it comes from.

    ``claimed`` says that somebody claims just this, and ``others`` are what else
    is claimed of it; otherwise it only follows.
    """

    figure: Interval
    basis: Basis
    claims: tuple[Claim, ...]
    claimed: bool
    others: tuple[Duration, ...] = ()


@dataclass(frozen=True)
class Pause:
    """A stop: ``start`` and ``end`` are elapsed s, the same where it is only passed."""

    stop: Stop
    start: Interval
    end: Interval
    wait: Reckoned | None
    arrives: Window | None
    departs: Window | None


@dataclass(frozen=True)
class Slot:
    """The time of one leg: ``start``, ``end`` and ``over`` are elapsed s.

    They are at departure, at arrival, and when the wait after it is over, which
    by the clock is when it ``leaves``; ``basis`` is how that last one is known.
    ``duration`` is None where no time is known at all. ``before`` is the wait at
    the start of the journey; ``wait`` is the one after the leg, until the next
    departure. ``begins`` is when the leg's own time does: with the wait ``before`` it, else
    when it ``departs``. These and ``arrives`` are None where no clock tells anything.
    ``origin`` is when elapsed time is drawn to begin, in s since 1970 (UTC); None
    where no date is told.
    """

    leg: Leg
    start: Interval
    end: Interval
    over: Interval
    basis: Basis
    duration: Reckoned | None
    before: Reckoned | None
    wait: Reckoned | None
    begins: Window | None
    departs: Window | None
    arrives: Window | None
    leaves: Window | None
    stops: tuple[Pause, ...] = ()
    origin: float | None = None


def schedule(journey: Journey) -> tuple[Slot, ...]:
    """The slot of each leg, in order."""
    return tuple(_Reckoning(journey, settled(journey)).slots())


class _Reckoning:
    """What follows for each leg from the network that holds."""

    def __init__(self, journey: Journey, found: Settled) -> None:
        self.journey, self.events = journey, found.events
        self.places = {place.id: place for place in journey.places}
        links = (c for c in found.network.constraints if c.a > MIDNIGHT and c.ground)
        self.lengths: Lengths = {(c.a, c.b): c for c in links}
        # What clocks tell of: without any, no moment is known.
        self.clocks = [Trails(found.network, found.bounds[source]) for source in found.origins]
        self.told = frozenset(clock.b for clock in found.events.clocks)
        network, bounds, self.shut = closed(found, self._unforced())
        self.moments = drawn(journey, self.events, bounds, self.lengths, self.shut)
        self.windows = [self._counted(trails) for trails in self.clocks[:1]]
        self.by_years = tells_years(found.network)
        wider = map(loose, self.clocks[:1])
        self.widest = [self._counted(trails) for trails in wider if trails] or self.windows
        begin = self.events.begin
        passed = bounds[begin] if begin in bounds else network.bounds(begin)
        self.passed = Trails(network, passed)
        self._known: dict[int, Interval] = {}
        self._told: dict[int, Window | None] = {}

    def _unforced(self) -> frozenset[tuple[int, int]]:
        """Between which legs no wait is counted, for the clocks allow that nobody waited."""
        pairs = ((a.arrives, b.departs) for a, b in pairwise(self.events.legs))
        return frozenset(pair for pair in pairs if pair not in self.lengths and self._shuts(pair))

    def _shuts(self, pair: tuple[int, int]) -> bool:
        low, high, trails = self._between(*pair)
        # Where days are told and no hours, a night may lie between, and the wait stays open.
        return low <= 0 and (high == inf or grain(trails) is Grain.MINUTE)

    def _between(self, a: int, b: int) -> tuple[float, float, list[Trail]]:
        """The bounds of the time from a to b, and the claims by which they follow from clocks."""
        low, high = 0.0, inf
        lows: list[Trail | None] = []
        highs: list[Trail | None] = []
        for trails in self.clocks:
            seen = trails.bounds
            if (least := seen.low[b] - seen.high[a]) > low:
                low, lows = least, [trails.high(a), trails.low(b)]
            if (most := seen.high[b] - seen.low[a]) < high:
                high, highs = most, [trails.low(a), trails.high(b)]
        return low, high, [trail for trail in (*lows, *highs) if trail]

    def _counted(self, trails: Trails) -> Trails:
        """The windows of all events, counted on without a wait where none is known.

        What a clock tells itself stays as it is told; where nothing tells how
        early something was, it is counted back in the same way.
        """
        if not self.shut:
            return trails
        seen = trails.bounds
        highs, above = seen.high[:], seen.above[:]
        lows, below = seen.low[:], seen.below[:]
        steps = dict.fromkeys(self._steps())
        links = {
            (c.a, c.b): (k, 0 if (c.a, c.b) in self.shut else c.high)
            for k, c in enumerate(trails.network.constraints)
            if (c.a, c.b) in steps
        }
        known = [(*step, *links[step]) for step in steps if step in links]
        for a, b, k, most in known:
            if b not in self.told and highs[a] + most < highs[b]:
                highs[b], above[b] = highs[a] + most, k
        for a, b, k, most in reversed(known):
            if lows[a] == -inf < lows[b] - most:
                lows[a], below[a] = lows[b] - most, k
        found = replace(seen, low=lows, high=highs, below=below, above=above)
        return Trails(trails.network, found)

    def _steps(self) -> Iterator[tuple[int, int]]:
        """From when to when something may last that is claimed: waits and legs, in their order."""
        legs = self.events.legs
        ends = [*(leg.departs for leg in legs[1:]), self.events.end]
        for leg, end in zip(legs, ends, strict=True):
            yield from (*leg.stops, (leg.departs, leg.arrives), (leg.arrives, end))

    def slots(self) -> Iterator[Slot]:
        """The slot of each leg."""
        legs = self.events.legs
        for index, (leg, events) in enumerate(zip(self.journey.legs, legs, strict=True)):
            end = legs[index + 1].departs if index + 1 < len(legs) else self.events.end
            begin = self.events.begin if index == 0 else events.departs
            yield Slot(
                leg,
                self._elapsed(events.departs),
                self._elapsed(events.arrives),
                self._elapsed(end),
                self._known_as(end),
                self._duration(leg, events),
                self._wait(begin, events.departs, leg.start.dwell),
                self._wait(events.arrives, end, leg.end.dwell, *self._dwells(index + 1)),
                self._window(begin, self.places[leg.start.place]),
                self._window(events.departs, self.places[leg.start.place]),
                self._window(events.arrives, self.places[leg.end.place]),
                self._window(end, self.places[leg.end.place]),
                tuple(map(self._pause, leg.stops, events.stops)),
                self._origin,
            )

    @property
    def _origin(self) -> float | None:
        """When the beginning is drawn to be, in s since 1970; None where no date is told."""
        dated = any(trails.bounds.source == EPOCH for trails in self.clocks[:1])
        return self.moments[self.events.begin] / MICRO if dated else None

    def _elapsed(self, event: int) -> Interval:
        """How long after the beginning the event is, in s."""
        if event not in self._known:
            low, high = self.passed.bounds.low[event], self.passed.bounds.high[event]
            rough = self.passed.rough(event)
            self._known[event] = self._interval(low, self.events.begin, event, high, rough)
        return self._known[event]

    def _known_as(self, event: int) -> Basis:
        """How it is known how long after the beginning the event is, no better than derived."""
        return basis(self.passed.ends(event))

    def _interval(self, low: float, a: int, b: int, high: float, rough: bool) -> Interval:
        """The time from a to b, in s: as it is drawn, within bounds in microseconds."""
        least, most = max(low, 0), max(high, 0)
        used = max(least, min(self.moments[b] - self.moments[a], most))
        top = None if most == inf else most / MICRO
        return Interval(least / MICRO, used / MICRO, top, rough)

    def _duration(self, leg: Leg, events: LegEvents) -> Reckoned | None:
        """How long the leg takes: as is claimed, or else as follows from clocks and stops."""
        if leg.duration:
            return _claimed([leg.duration], self.lengths.get((events.departs, events.arrives)))
        low, high, trails = self._between(events.departs, events.arrives)
        waits = [self.lengths[pair] for pair in events.stops if pair in self.lengths]
        if (least := sum(wait.low for wait in waits)) > low:
            low, trails = least, [*trails, *(Trail.on(wait.ground) for wait in waits)]
        return self._follows(events.departs, events.arrives, low, high, trails)

    def _dwells(self, index: int) -> Iterator[tuple[Duration, ...]]:
        """What is claimed of the wait at the start of a leg."""
        yield from (leg.start.dwell for leg in self.journey.legs[index : index + 1])

    def _wait(self, a: int, b: int, *said: tuple[Duration, ...]) -> Reckoned | None:
        """How long somebody waits from a to b; None where nobody does, or where nobody knows."""
        if a == b or (a, b) in self.shut:
            return None
        if lists := [claims for claims in said if claims]:
            wait = _claimed(lists, self.lengths.get((a, b)))
            return wait if wait.figure.high != 0 else None
        low, high, trails = self._between(a, b)
        waited = low > 0 or self.moments[a] != self.moments[b]
        return self._follows(a, b, low, high, trails) if waited else None

    def _follows(
        self, a: int, b: int, low: float, high: float, trails: Sequence[Trail]
    ) -> Reckoned | None:
        """A length that nobody claims; None where nothing bounds it."""
        if low <= 0 and high == inf:
            return None
        rough = any(trail.rough for trail in trails)
        figure = self._interval(low, a, b, high, rough)
        return Reckoned(figure, basis(trails), claims(trails), claimed=False)

    def _pause(self, stop: Stop, events: tuple[int, int]) -> Pause:
        met, left = events
        place = self.places[stop.place]
        told = met in self.told or left in self.told
        return Pause(
            stop,
            self._elapsed(met),
            self._elapsed(left),
            self._wait(met, left, stop.dwell),
            self._window(met, place) if told else None,
            self._window(left, place) if told else None,
        )

    def _window(self, event: int, place: Place) -> Window | None:
        """When the event is by the clock; None where no clock tells anything."""
        if event not in self._told:
            self._told[event] = self._found(self.windows[0], event, place) if self.windows else None
        return self._told[event]

    def _found(self, trails: Trails, event: int, place: Place) -> Window | None:
        low, high = trails.bounds.low[event], trails.bounds.high[event]
        if low == -inf and high == inf:
            return None
        ends, claim = trails.ends(event), trails.claim(event)
        dated = trails.bounds.source == EPOCH
        wide = self.widest[0].bounds.low[event], self.widest[0].bounds.high[event]
        whole = [(low, high), *([wide] if wide != (low, high) else [])]
        if dated and self.by_years:
            whole[0] = anniversaries(trails, event)
        if not dated:
            home, when = self.places[self.journey.legs[0].start.place], claim and claim.when
            whole = [shown(*pair, when, home, place) for pair in whole]
        (early, late), *widest = [(instant(a), instant(b)) for a, b in whole]
        return Window(
            early,
            late,
            grain(ends),
            claim.claims[0].basis if claim else basis(ends),
            tuple(ends),
            claim is not None,
            not trails.from_after(event),
            dated,
            widest[0] if widest else None,
        )


def _claimed(said: Sequence[tuple[Duration, ...]], length: Constraint | None) -> Reckoned:
    """The sum of the first of each of the claims; the ``length`` has it, if that counts."""
    used = tuple([claims[0] for claims in said])
    figure = length.ground.figure if length else reduce(add, map(seconds, used))
    if len(used) == 1:
        return Reckoned(figure, used[0].basis, used, claimed=True, others=said[0][1:])
    return Reckoned(figure, weakest(claim.basis for claim in used), used, claimed=False)
