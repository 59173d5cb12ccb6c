"""When the traveller passes each point of a leg: fixes, and the waits among them.

Seconds are elapsed time since the start of the journey. Between two moments
that are known the speed is even, but for the waits.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journey.geo.geometry import Point
from journey.model.journey import Place
from journey.track.schedule import Pause, Reckoned, Slot
from journey.track.way import Halt, Way


class Fix(NamedTuple):
    """Where the traveller is: elapsed seconds, degrees, and km travelled."""

    seconds: float
    lat: float
    lon: float
    km: float


class Wait(NamedTuple):
    """Time spent at a place, from ``start`` to ``end`` in elapsed s, and how long that is."""

    place: Place
    start: float
    end: float
    reckoned: Reckoned


class Mark(NamedTuple):
    """A point that the leg passes: km from its start, degrees, and whether it waits there.

    ``at`` is when it comes there, in elapsed s, or None where that follows from
    what is around it.
    """

    km: float
    point: Point
    at: float | None = None
    wait: tuple[Place, Reckoned] | None = None

    @property
    def waits(self) -> float:
        """How long it waits there, in s."""
        return self.wait[1].figure.used if self.wait else 0.0


def passage(way: Way, slot: Slot, start_km: float) -> tuple[tuple[Fix, ...], tuple[Wait, ...]]:
    """The fixes of the leg with that way and that time, in order, and its waits.

    ``start_km`` is the journey's km at its start.
    """
    marks = _marks(way, slot)
    times = tuple(passed(marks))
    fixes = tuple(
        Fix(at, *mark.point, start_km + mark.km) for at, mark in zip(times, marks, strict=True)
    )
    waits = tuple(
        Wait(mark.wait[0], times[index], times[index + 1], mark.wait[1])
        for index, mark in enumerate(marks)
        if mark.wait
    )
    return fixes, waits


def _marks(way: Way, slot: Slot) -> list[Mark]:
    """The points of the line and where it waits, in the order in which they are passed."""
    points = [Mark(km, point) for km, point in zip(way.km, way.line, strict=True)]
    first, *inner, last = points
    rests = [mark for rest in map(_rest, way.halts, slot.stops) for mark in rest]
    inner = sorted(inner + rests, key=lambda mark: mark.km) if rests else inner
    start, end, over = slot.start.used, slot.end.used, slot.over.used
    marks = [first._replace(at=start), *_rising(inner, start, end), last._replace(at=end)]
    if slot.before and start:
        marks[:0] = [first._replace(at=0.0, wait=(way.start, slot.before))]
    if slot.wait and over > end:
        marks[-1:] = [last._replace(at=end, wait=(way.end, slot.wait)), last._replace(at=over)]
    return marks


def _rising(marks: Iterable[Mark], low: float, high: float) -> Iterator[Mark]:
    """The marks, without the times that are not in order along the line."""
    for mark in marks:
        if mark.at is not None and low <= mark.at <= high:
            low = mark.at
            yield mark
        else:
            yield mark._replace(at=None)


def _rest(halt: Halt, pause: Pause) -> Iterator[Mark]:
    """The start and the end of the wait at a stop, and when they are, as far as there is such."""
    start, end = pause.start.used, pause.end.used
    told = pause.arrives is not None
    if pause.wait and end > start:
        yield Mark(halt.km, halt.point, start if told else None, (halt.place, pause.wait))
        yield Mark(halt.km, halt.point, end if told else None)
    elif told:
        yield Mark(halt.km, halt.point, start)


def passed(marks: Sequence[Mark]) -> Iterator[float]:
    """When each of the marks is passed, in elapsed s; of the first and the last that is known.

    >>> start, end = Mark(0, (0, 0), at=0), Mark(4, (0, 4), at=40)
    >>> list(passed([start, Mark(1, (0, 1)), end]))
    [0.0, 10.0, 40]
    """
    known = [index for index, mark in enumerate(marks) if mark.at is not None]
    for a, b in pairwise(known):
        yield from _between(marks[a : b + 1])
    yield marks[-1].at or 0.0


def _between(marks: Sequence[Mark]) -> Iterator[float]:
    """When the marks but the last are passed, of which only the ends' times are known."""
    first, last = marks[0], marks[-1]
    start, end, km = first.at or 0.0, last.at or 0.0, last.km - first.km
    moving = max(0.0, end - start - sum(mark.waits for mark in marks[:-1]))
    pace, waited = moving / km if km else 0.0, 0.0  # s a km
    for mark in marks[:-1]:
        # Rounding must not carry a fix past what is known.
        yield min(start + (mark.km - first.km) * pace + waited, end)
        waited += mark.waits
