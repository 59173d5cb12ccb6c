"""The clock of a journey: when each leg starts and ends, within what bounds.

Elapsed time is in seconds since the start of the journey. A leg whose duration
nobody knows adds nothing to the lower bound and takes away the upper one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from journey.geo.interval import Interval
from journey.model.claims import Basis, Claim, Duration, Moment
from journey.model.journey import Journey, Leg
from journey.model.quantity import seconds

UNKNOWN = Interval(0.0, 0.0, None)

# The earliest and the latest instant; the latter is None where nothing bounds it.
Window = tuple[datetime, datetime | None]


@dataclass(frozen=True)
class Reckoned:
    """A length of time, in s, how it is known, and the claims that it comes from.

    ``claimed`` says that somebody claims just this; else it only follows.
    """

    figure: Interval
    basis: Basis
    claims: tuple[Claim, ...]
    claimed: bool


@dataclass(frozen=True)
class Slot:
    """The time of one leg: ``start`` and ``end`` elapsed, ``wait`` after it, in s.

    ``duration`` is None where it is not known; ``departs`` and ``arrives`` are
    None where no clock time was reported or assumed, and ``clock`` is the basis
    that the time of departure has.
    """

    leg: Leg
    start: Interval
    duration: Interval | None
    end: Interval
    wait: Interval
    departs: Window | None
    arrives: Window | None
    clock: Basis | None = None


def schedule(journey: Journey) -> tuple[Slot, ...]:
    """The slot of each leg, in order."""
    slots: list[Slot] = []
    clock: Window | None = None
    basis: Basis | None = None
    now = Interval.exactly(0.0)
    for leg in journey.legs:
        duration = first(leg.duration)
        wait = first(leg.end.dwell) or Interval.exactly(0.0)
        end = now + (duration or UNKNOWN)
        left = claimed(leg.departs)
        departs = left[0] if left else clock
        basis = left[1] if left else _counted(basis)
        met = claimed(leg.arrives)
        arrives = met[0] if met else _later(departs, duration or UNKNOWN)
        slots.append(Slot(leg, now, duration, end, wait, departs, arrives, basis))
        basis = met[1] if met else basis
        now, clock = end + wait, _later(arrives, wait)
    return tuple(slots)


def first(claims: Sequence[Duration]) -> Interval | None:
    """The duration that is used, in s, or None where there is none."""
    return seconds(claims[0]) if claims else None


def reckoned(claims: Sequence[Duration]) -> Reckoned | None:
    """The same with how it is known; None where no time passes."""
    figure = first(claims)
    if figure is None or not figure.used:
        return None
    return Reckoned(figure, claims[0].basis, (claims[0],), claimed=True)


def claimed(moments: Sequence[Moment]) -> tuple[Window, Basis] | None:
    """The first of the moments that has a clock time."""
    for moment in moments:
        early, late = moment.between or (moment.at, moment.at)
        if isinstance(early, datetime) and isinstance(late, datetime):
            return (early, late), moment.basis
    return None


def _counted(basis: Basis | None) -> Basis | None:
    """What a time is that was counted on from one with that basis."""
    return Basis.DERIVED if basis is Basis.REPORTED else basis


def _later(window: Window | None, span: Interval) -> Window | None:
    """The window moved by at least the low and at most the high of ``span``."""
    if window is None:
        return None
    early, late = window
    if late is None or span.high is None:
        return early + timedelta(seconds=span.low), None
    return early + timedelta(seconds=span.low), late + timedelta(seconds=span.high)
