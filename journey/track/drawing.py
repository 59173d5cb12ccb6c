"""The moment at which each event is drawn, among those that the claims allow.

Exact clock times come first, then the lengths that are claimed; what is left
between known times is shared by how far it is. No choice leaves a later one
without a moment: each keeps within the bounds that are left by those before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, inf, isfinite, radians
from typing import NamedTuple

from journey.geo.geometry import DEGREE
from journey.model.journey import Journey, Leg, Place
from journey.model.quantity import kilometres
from journey.track.dial import MICRO
from journey.track.events import DIAL, Events, LegEvents
from journey.track.network import Bounds, Constraint

Lengths = dict[tuple[int, int], Constraint]


class _Link(NamedTuple):
    """From an event to the next one: within what, and how long it is taken to be.

    ``length`` is None where nobody claims it and it is shared by ``weight``;
    ``free`` says that it takes what the clocks around it leave, and ``rests``
    that nobody moves.
    """

    a: int
    b: int
    low: float
    high: float
    length: int | None
    weight: float = 0.0
    free: bool = False
    rests: bool = False


class _Next(NamedTuple):
    """What lies before the next event that a clock tells: lengths that are known, and weights."""

    target: int
    known: int = 0
    weight: float = 0.0

    def with_link(self, link: _Link) -> _Next:
        """The same seen from the start of the link."""
        if link.length is None:
            return _Next(self.target, self.known, self.weight + link.weight)
        return _Next(self.target, self.known + link.length, self.weight)


@dataclass(frozen=True)
class _Windows:
    """When each event may be, counted from one moment, and which of them clocks tell."""

    low: Sequence[float]
    high: Sequence[float]
    told: frozenset[int]

    def targets(self, links: Sequence[_Link]) -> dict[int, int]:
        """Where events are drawn that clocks tell: in the middle of their windows.

        Of those that share a window, such as a day, each comes as long after the
        one before as there are rides between them of which no length is claimed.
        """
        found: dict[int, int] = {}
        run: list[tuple[int, int]] = []
        rides = 0
        ends = [(links[0].a, None), *((link.b, link) for link in links)]
        for event, link in ends:
            rides += bool(link and not link.rests)
            claimed = link and not link.rests and link.length is not None
            told = event in self.told
            if run and (claimed or (told and self._window(event) != self._window(run[0][0]))):
                found.update(self._spread(run))
                run = []
            if told:
                rides = rides if run else 0
                run.append((event, rides))
        found.update(self._spread(run))
        return found

    def _window(self, event: int) -> tuple[float, float]:
        return self.low[event], self.high[event]

    def _spread(self, run: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Where the events of one window are drawn, each after so many rides."""
        for event, rides in run:
            low, high = self._window(event)
            middle = _middle(low, high)
            if middle is not None and isfinite(low) and isfinite(high):
                middle = int(low) + (int(high) - int(low)) * (rides + 1) // (run[-1][1] + 2)
            if middle is not None:
                yield event, middle

    def nearest(self, event: int, wanted: int, low: float, high: float) -> int:
        """The moment nearest to the one that is wanted, within its window and the bounds."""
        least, most = max(self.low[event], low), min(self.high[event], high)
        return int(max(least, min(wanted, most)))


def _middle(low: float, high: float) -> int | None:
    """The middle of a window, the end that it has, or None where it has none."""
    if isfinite(low) and isfinite(high):
        return int(low) + (int(high) - int(low)) // 2
    return next((int(end) for end in (low, high) if isfinite(end)), None)


def drawn(
    journey: Journey,
    found: Events,
    bounds: dict[int, Bounds],
    lengths: Lengths,
    shut: frozenset[tuple[int, int]],
) -> list[int]:
    """The moment of each event, in microseconds from one moment.

    ``bounds`` are those of what is drawn, seen from the moments from which clocks
    count, or from the beginning; ``lengths`` are the constraints between two
    events, and at those that are ``shut`` no time passes.
    """
    places = {place.id: place for place in journey.places}
    windows = _windows(found, bounds)
    links = list(_links(journey, found, lengths, shut, places))
    moments = [0] * found.count
    _walk(links, windows, moments)
    for leg, events in zip(journey.legs, found.legs, strict=True):
        if events.stops:
            _stops(_inner(leg, events, lengths, places), windows, moments)
    return moments


def _windows(found: Events, bounds: dict[int, Bounds]) -> _Windows:
    """The windows that are left when the moments from which clocks count are chosen."""
    told = frozenset(clock.b for clock in found.clocks)
    lows: list[Sequence[float]] = []
    highs: list[Sequence[float]] = []
    for source, seen in bounds.items():
        at = 0
        if lows:
            low, high = max(one[source] for one in lows), min(one[source] for one in highs)
            middle = _middle(low, high) or 0
            at = int(max(low, min(found.dial if source == DIAL else middle, high)))
        lows.append([at + low for low in seen.low] if at else seen.low)
        highs.append([at + high for high in seen.high] if at else seen.high)
    if len(lows) == 1:
        return _Windows(lows[0], highs[0], told)
    return _Windows(
        [max(each) for each in zip(*lows, strict=True)],
        [min(each) for each in zip(*highs, strict=True)],
        told,
    )


def _links(
    journey: Journey,
    found: Events,
    lengths: Lengths,
    shut: frozenset[tuple[int, int]],
    places: dict[str, Place],
) -> Iterator[_Link]:
    """The waits and rides from the beginning to the end, without what is inside legs."""
    first, last = found.legs[0].departs, found.legs[-1].arrives
    if found.begin != first:
        yield _wait(found.begin, first, lengths, shut)
    before: int | None = None
    for leg, events in zip(journey.legs, found.legs, strict=True):
        if before is not None:
            yield _wait(before, events.departs, lengths, shut)
        yield _ride(leg, events, lengths, places)
        before = events.arrives
    if found.end != last:
        yield _wait(last, found.end, lengths, shut)


def _wait(a: int, b: int, lengths: Lengths, shut: frozenset[tuple[int, int]]) -> _Link:
    length = lengths.get((a, b))
    if length and length.ground:
        return _Link(a, b, length.low, length.high, _used(length), rests=True)
    return _Link(a, b, 0, 0 if (a, b) in shut else inf, 0, free=True, rests=True)


def _ride(leg: Leg, events: LegEvents, lengths: Lengths, places: dict[str, Place]) -> _Link:
    waits = sum(lengths[pair].low for pair in events.stops if pair in lengths)
    length = lengths.get((events.departs, events.arrives))
    if length and length.ground:
        low = max(length.low, waits)
        return _Link(events.departs, events.arrives, low, length.high, _used(length))
    start, end = places[leg.start.place], places[leg.end.place]
    way = kilometres(leg.distance[0]).used if leg.distance else _apart(start, end)
    return _Link(events.departs, events.arrives, waits, inf, None, way)


def _used(length: Constraint) -> int:
    used: float = length.ground.figure.used
    return round(used * MICRO)


def _apart(a: Place, b: Place) -> float:
    """About how far two places are apart, in km."""
    east = (b.lon - a.lon + 180) % 360 - 180
    return DEGREE * hypot(b.lat - a.lat, east * cos(radians((a.lat + b.lat) / 2)))


def _walk(links: Sequence[_Link], windows: _Windows, moments: list[int]) -> None:
    """Choose the moments at both ends of each link, one after the other."""
    targets = windows.targets(links)
    ahead = _ahead(links, targets)
    begin = links[0].a
    start = targets.get(begin)
    if start is None:
        first = ahead[0]
        middle = _middle(windows.low[begin], windows.high[begin]) or 0
        start = first.target - first.known if first else middle
    moments[begin] = windows.nearest(begin, start, -inf, inf)
    for link, following in zip(links, ahead, strict=True):
        now = moments[link.a]
        wanted = now + _length(link, following, now)
        told = targets.get(link.b) if link.free else None
        moments[link.b] = windows.nearest(
            link.b, wanted if told is None else told, now + link.low, now + link.high
        )


def _ahead(links: Sequence[_Link], targets: dict[int, int]) -> list[_Next | None]:
    """For each link the next event that a clock tells, and what lies before it."""
    found: list[_Next | None] = []
    following: _Next | None = None
    for link in reversed(links):
        target = targets.get(link.b)
        following = _Next(target) if target is not None else following
        following = following.with_link(link) if following else None
        found.append(following)
    return found[::-1]


def _length(link: _Link, following: _Next | None, now: int) -> int:
    """How long the link is drawn: as claimed, or its share of what is left before a clock."""
    if link.length is not None:
        return link.length
    if following is None:
        return 0
    left = max(0, following.target - now - following.known)
    return round(left * (link.weight / following.weight)) if following.weight else left


def _inner(leg: Leg, events: LegEvents, lengths: Lengths, places: dict[str, Place]) -> list[_Link]:
    """The rides from stop to stop of a leg, and the waits there."""
    ends = [leg.start.place, *(stop.place for stop in leg.stops), leg.end.place]
    ways = [_apart(places[a], places[b]) for a, b in pairwise(ends)]
    links: list[_Link] = []
    at = events.departs
    for (met, left), way in zip([*events.stops, (events.arrives,) * 2], ways, strict=True):
        links.append(_Link(at, met, 0, inf, None, way))
        if met != left:
            links.append(_wait(met, left, lengths, frozenset()))
        at = left
    return links


def _stops(links: Sequence[_Link], windows: _Windows, moments: list[int]) -> None:
    """Choose the moments at the stops of a leg whose ends are chosen."""
    start, end = moments[links[0].a], moments[links[-1].b]
    # Where a stop's day is also that of an end of the leg, how far it is tells more.
    targets = {
        event: target
        for event, target in windows.targets(links).items()
        if start < windows.low[event] or windows.low[event] == windows.high[event]
        if windows.high[event] < end or windows.low[event] == windows.high[event]
    }
    highs: list[float] = []
    high: float = end
    following = _Next(end)
    ahead: list[_Next] = []
    for link in reversed(links):
        highs.append(high := min(high, windows.high[link.b]))
        high -= link.low
        target = targets.get(link.b) if highs[1:] else None
        following = (following if target is None else _Next(target)).with_link(link)
        ahead.append(following)
    for link, most, after in zip(links[:-1], highs[:0:-1], ahead[:0:-1], strict=True):
        now = moments[link.a]
        wanted = targets.get(link.b) if link.free or link.length is None else None
        if wanted is None:
            wanted = now + _length(link, after, now)
        moments[link.b] = windows.nearest(
            link.b, wanted, now + link.low, min(most, now + link.high)
        )
