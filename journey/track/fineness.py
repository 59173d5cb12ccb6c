"""How finely elapsed time is known, so that nothing is told more exactly than that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from journey.geo.interval import SECONDS, Interval
from journey.model.calendar import Grain
from journey.model.claims import NUMBERS, Basis, Duration
from journey.track.facts import Statement, about, facts
from journey.track.track import LegTrack, Track
from journey.track.window import Window

MINUTE, HOUR, DAY = (SECONDS[unit] for unit in ("min", "h", "d"))
_STEPS = (1.0, MINUTE, HOUR)  # s; what is looser than some of the last is known to the day
_SOME = 5  # of a step: what may be in doubt where times are still told in it


def finest(track: Track) -> tuple[float, ...]:
    """For each leg the finest step, in s, in which the time since the start is known on it.

    It is a second, a minute, an hour or a day. It is no finer than on any leg
    before, until clock times that are told at the start and there make it so.
    """
    return tuple(_steps(track))


class Known(NamedTuple):
    """How the time since the start is known on a leg and at its end.

    ``finest`` are the finest steps of it, in s, within the leg and at its end.
    ``even`` says that the traveller is taken to move evenly from each time that
    is told to the next; ``sure`` that the time at the end is neither about so nor assumed.
    """

    finest: tuple[float, float]
    even: bool
    sure: bool


def fineness(track: Track) -> list[Known]:
    """How the time since the start is known on each leg."""
    return [_known(leg, step) for leg, step in zip(track.legs, finest(track), strict=True)]


def _known(leg: LegTrack, step: float) -> Known:
    over, shape = leg.slot.over, leg.leg.shape
    even = not (shape and shape.times)
    sure = over.low == over.high and not over.rough and leg.slot.basis is not Basis.ASSUMED
    # Of an even speed nobody knows more than a tenth of the leg.
    within = next((n for n in (DAY, HOUR, 5 * MINUTE) if even and leg.span >= 10 * n), 1.0)
    return Known((max(step, within), step), even, sure)


def _steps(track: Track) -> Iterator[float]:
    first = track.legs[0].slot
    begun = first.before is None and _exact(first.departs)
    step = 1.0
    for leg in track.legs:
        left = begun and _exact(leg.slot.departs)
        if left:
            step = MINUTE
        if not (left and _exact(leg.slot.arrives) and _exact(leg.slot.leaves)):
            step = max(step, _leg(leg))
        yield step


def _exact(window: Window | None) -> bool:
    """Whether somebody tells the minute."""
    return (
        window is not None
        and window.claimed
        and window.grain is Grain.MINUTE
        and window.early == window.late
    )


def _leg(leg: LegTrack) -> float:
    found = about(facts(leg), "duration", "wait")
    return max((_step(fact.used) for fact in found), default=1.0)


def _step(said: Statement) -> float:
    loose = max(_doubts(said))
    return next((step for step in _STEPS if loose <= _SOME * step), DAY)


def _doubts(said: Statement) -> Iterator[float]:
    """By how many s the time may be off, for each of the reasons there are."""
    yield _unit(said.claim) if isinstance(said.claim, Duration) else MINUTE
    if isinstance(said.figure, Interval):
        span = said.figure
        yield span.used / 2 if span.high is None else span.high - span.low
        # Who says "about 90 minutes" does not mean each of them.
        yield span.used / 10 if span.rough else 0.0


def _unit(claim: Duration) -> float:
    """The unit claimed, or a smaller one where parts of it are claimed."""
    numbers = [*(getattr(claim, name) for name in NUMBERS), *(claim.range or ())]
    size = min(SECONDS[claim.unit], DAY)
    whole = all(n is None or float(n).is_integer() for n in numbers)
    return size if whole else size / (24 if size == DAY else 60)
