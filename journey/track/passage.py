"""When the traveller passes each point of a leg: fixes, and the waits among them.

Seconds are elapsed time since the journey began. Known are the ends of the leg,
the stops of which a clock tells, and the points of a line that was recorded
with times. Between two of these the speed is even, but for the waits.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise, repeat
from operator import attrgetter, itemgetter
from typing import NamedTuple

from journey.geo.geometry import Point
from journey.geo.interval import Interval
from journey.model.journey import Place, Shape
from journey.model.quantity import weakest
from journey.track.recording import near, standstills, stood
from journey.track.schedule import Pause, Reckoned, Slot
from journey.track.way import Halt, Way


class Fix(NamedTuple):
    """Where the traveller is: elapsed seconds, degrees, and km travelled."""

    seconds: float
    lat: float
    lon: float
    km: float


class Wait(NamedTuple):
    """Time spent at a place, from ``start`` to ``end`` in elapsed s, and how long that is.

    The place is None where a recorded line stood still on the way between places.
    """

    place: Place | None
    start: float
    end: float
    reckoned: Reckoned


# A point that is passed: km from the start of the leg, degrees, the elapsed s at
# which it is, where that is known, and the wait that begins there, if one does.
_Mark = tuple[float, Point, float | None, tuple[Place, Reckoned] | None]

_KM = itemgetter(0)
_START = attrgetter("start")


def passage(way: Way, slot: Slot, start_km: float) -> tuple[tuple[Fix, ...], tuple[Wait, ...]]:
    """The fixes of the leg with that way and that time, in order, and its waits.

    ``start_km`` is the journey's km at its start.
    """
    known = _known(way, slot)
    still = _still(way, slot, known)
    between = list(_between_stops(way, slot, known, list(still.values())))
    marks = _marks(way, slot, known, still)
    begun = {index: mark[3] for index, mark in enumerate(marks) if mark[3]}
    lasting = {index: reckoned.figure.used for index, (_, reckoned) in begun.items()}
    times = passed([mark[0] for mark in marks], [mark[2] for mark in marks], lasting)
    waits = [
        Wait(place, times[index], times[index + 1], reckoned)
        for index, (place, reckoned) in begun.items()
    ]
    rows = ((at, *mark[1], start_km + mark[0]) for at, mark in zip(times, marks, strict=True))
    return tuple(map(Fix._make, rows)), tuple(
        sorted([*waits, *still.values(), *between], key=_START)
    )


def passed(
    km: Sequence[float], known: Sequence[float | None], waits: Mapping[int, float]
) -> list[float]:
    """When each of the points at those ``km`` is passed, in s.

    ``known`` is when they are passed, None where that follows from the points
    around; at the first and the last it is known. ``waits`` are the s spent at a
    point before the next one, by its index.

    >>> passed([0, 1, 1, 4], [0, None, None, 50], {1: 10})
    [0, 10.0, 20.0, 50]
    """
    times = [0.0 if at is None else at for at in known]
    told = [index for index, at in enumerate(known) if at is not None]
    for a, b in pairwise(told):
        if b - a > 1:
            times[a + 1 : b] = _between(km[a : b + 1], times[a], times[b], _within(waits, a, b))
    return times


def _within(waits: Mapping[int, float], a: int, b: int) -> dict[int, float]:
    """The waits from the point a to before b, counted from a."""
    return {i - a: waits[i] for i in range(a, b) if i in waits} if waits else {}


def _between(
    km: Sequence[float], start: float, end: float, waits: Mapping[int, float]
) -> Iterator[float]:
    """When the points between the first and the last are passed, of which that is known."""
    moving, way = max(0.0, end - start - sum(waits.values())), km[-1] - km[0]
    pace, waited = moving / way if way else 0.0, waits.get(0, 0.0)  # s a km
    for index, at in enumerate(km[1:-1], 1):
        # Rounding must not carry a fix past what is known.
        yield min(start + (at - km[0]) * pace + waited, end)
        waited += waits.get(index, 0.0)


def _marks(
    way: Way, slot: Slot, known: Sequence[float | None], still: Mapping[int, Wait]
) -> list[_Mark]:
    """The points of the line and where it waits, in the order in which they are passed."""
    first, *inner, last = zip(way.km, way.line, known, repeat(None, len(known)), strict=True)
    rests = list(_rests(way, slot, known, still)) if way.halts else []
    marks: list[_Mark] = [first, *(sorted(inner + rests, key=_KM) if rests else inner), last]
    if slot.before and slot.start.used:
        marks[:0] = [(0.0, way.line[0], 0.0, (way.start, slot.before))]
    if slot.wait and slot.over.used > slot.end.used:
        marks[-1] = (*last[:3], (way.end, slot.wait))
        marks.append((*last[:2], slot.over.used, None))
    return marks


def _known(way: Way, slot: Slot) -> list[float | None]:
    """When each point of the line is passed, as far as that is known: at both ends it is."""
    start, end, origin = slot.start.used, slot.end.used, slot.origin
    inner: list[float | None] = [None] * (len(way.line) - 2)
    if origin is not None and slot.leg.shape and slot.leg.shape.times:
        instants = slot.leg.shape.times[1:-1]
        elapsed = [when.timestamp() - origin if when else None for when in instants]
        # Beyond the ends it is told otherwise; the rest is what rounding may do.
        inner = [
            min(max(at, start), end) if at is not None and start - 1 < at < end + 1 else None
            for at in elapsed
        ]
    return [start, *inner, end]


def _still(way: Way, slot: Slot, known: Sequence[float | None]) -> dict[int, Wait]:
    """The waits at stops where the line was recorded standing still, by index of the stop."""
    found: dict[int, Wait] = {}
    if slot.leg.shape is None or known.count(None) == len(known) - 2:
        return found
    for stop, (halt, pause) in enumerate(zip(way.halts, slot.stops, strict=True)):
        passed_before = max(bisect_right(way.km, halt.km) - 1, 0)
        if span := stood(way.line, known, passed_before, halt.point):
            found[stop] = Wait(halt.place, *span, pause.wait or _seen(*span, slot.leg.shape))
    return found


def _seen(start: float, end: float, shape: Shape) -> Reckoned:
    # How near is near enough nobody says, so it is about so long.
    about = Interval(end - start, end - start, end - start, rough=True)
    return Reckoned(about, weakest([shape.basis]), (shape,), False)


def _between_stops(
    way: Way, slot: Slot, known: Sequence[float | None], still: Sequence[Wait]
) -> Iterator[Wait]:
    """The waits where the line was recorded standing still, but for those at stops."""
    shape = slot.leg.shape
    if shape is None or known.count(None) == len(known) - 2:
        return
    for start, end, point in standstills(way.line, known):
        at_stop = any(near(halt.point, point) for halt in way.halts)
        if not at_stop and all(end <= wait.start or wait.end <= start for wait in still):
            ends = ((way.line[0], way.start), (way.line[-1], way.end))
            place = next((place for end_point, place in ends if near(end_point, point)), None)
            yield Wait(place, start, end, _seen(start, end, shape))


def _rests(
    way: Way, slot: Slot, known: Sequence[float | None], still: Mapping[int, Wait]
) -> Iterator[_Mark]:
    """The marks where it waits at a stop, or passes one at a time that a clock tells.

    Of what clocks tell that only is taken which is in order along the line.
    """
    told = [(km, at) for km, at in zip(way.km, known, strict=True) if at is not None]
    low = slot.start.used
    stops = enumerate(zip(way.halts, slot.stops, strict=True))
    for halt, pause in sorted((pair for stop, pair in stops if stop not in still), key=_along):
        after = min(bisect_right(told, halt.km, key=_KM), len(told) - 1)
        low, high = max(low, told[after - 1][1]), told[after][1]
        arrives, leaves = pause.start.used, pause.end.used
        fits = pause.arrives is not None and low <= arrives <= leaves <= high
        if pause.wait and leaves > arrives:
            wait = halt.place, pause.wait
            yield halt.km, halt.point, arrives if fits else None, wait
            yield halt.km, halt.point, leaves if fits else None, None
        elif fits:
            yield halt.km, halt.point, arrives, None
        low = leaves if fits else low


def _along(one: tuple[Halt, Pause]) -> float:
    return one[0].km
