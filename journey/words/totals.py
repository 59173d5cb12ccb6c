"""How long and how far it is in all, or up to the end of a leg: one sum, rounded once for all.

A sum is told no finer than the coarsest of its parts, and what is rounded still
holds what it bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from math import ceil, floor
from operator import add

from journey.geo.interval import Interval
from journey.model.claims import Basis
from journey.track.fineness import finest
from journey.track.track import LegTrack, Track
from journey.words import lengths
from journey.words.provenance import elapsed, interval
from journey.words.wording import Wording


def time(track: Track, wording: Wording, upto: int = -1) -> str:
    """How long it takes up to the arrival of the leg of that index, in words; of the last all."""
    return elapsed(seconds(track, upto), wording)


def seconds(track: Track, upto: int = -1) -> Interval:
    """The same in s, as it is told."""
    span = track.duration if upto == -1 else track.legs[upto].slot.end
    return _stepped(span, finest(track)[upto])


def least(track: Track, wording: Wording) -> list[str]:
    """How long it takes at least until each leg is over; "" where there is no more to say of it.

    Of the last leg it is what is told of all of the journey.
    """
    return [
        elapsed(_stepped(span, step), wording) if span.high is None and span.low else ""
        for leg, step in zip(track.legs, finest(track), strict=True)
        for span in (leg.slot.over,)
    ]


def _stepped(span: Interval, finest: float) -> Interval:
    """The time in steps as it is known: no finer, and holding what it held."""
    if span.rough:
        return span
    whole = span.used if span.high is None else span.high
    step = lengths.step(finest, whole)
    if span.low == span.high:
        near = floor(span.used / step + 0.5 + 1e-9) * step
        return Interval(near, near, near, rough=abs(near - span.used) > 1)
    low = floor(span.low / step + 1e-9) * step
    return Interval(low, max(low, span.used), span.high and ceil(span.high / step - 1e-9) * step)


def way(track: Track, wording: Wording, upto: int = -1) -> str:
    """How far it is up to the end of the leg of that index, in words; of the last all."""
    legs = track.legs if upto == -1 else track.legs[: upto + 1]
    if all(leg.stays for leg in legs):
        # Who comes back to where they started went some way, and nobody tells how far.
        return wording.say("leg.unknown_distance")
    return interval(kilometres(track, upto), "km", wording, digits=0)


def kilometres(track: Track, upto: int = -1) -> Interval:
    """The same in km, as it is told: what is said of the legs, summed."""
    legs = track.legs if upto == -1 else track.legs[: upto + 1]
    sum_ = reduce(add, (lengths.rounded(of(leg)) for leg in legs))
    coarse = _coarsest(legs)
    if coarse >= 1 and sum_.used:
        return lengths.stepped(sum_, coarse)
    _, unit, digits = lengths.far(sum_, 0)
    step = 1_000 if unit == "m" else 10**digits
    if sum_.high is None:
        # Rounded down, for what is more than 1,115.9 need not be more than 1,116.
        low, used = (floor(km * step + 1e-6) / step for km in (sum_.low, sum_.used))
        return Interval(low, used, None)
    low, used, high = (round(km * step) / step for km in (sum_.low, sum_.used, sum_.high))
    changed = sum_.low == sum_.high and abs(used - sum_.used) > 1e-6
    return Interval(low, used, high, rough=sum_.rough or changed)


def of(leg: LegTrack) -> Interval:
    """How far the leg leads in km, as it is told: a line that is only measured in fewer digits."""
    if not leg.measured:
        return leg.distance
    return lengths.measured(leg.distance, assumed=leg.line_basis is Basis.ASSUMED)


def parts(track: Track) -> float:
    """In which parts of a km the way is told that is done: 10 for tenths, 0.01 for hundreds."""
    whole = kilometres(track).used
    least = 1_000 if whole < 1 else 10 if whole < 100 else 1
    coarse = _coarsest(track.legs)
    return 1 / coarse if coarse >= 1 else least


def _coarsest(legs: Sequence[LegTrack]) -> float:
    """The widest of the steps, in km, in which the legs are told that are only measured."""
    lines = [leg for leg in legs if leg.measured]
    return max(
        (lengths.fine(leg.distance, assumed=leg.line_basis is Basis.ASSUMED) for leg in lines),
        default=0.0,
    )
