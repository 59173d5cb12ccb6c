"""What a line with a time for each point tells of how it was recorded: gaps and jumps.

A receiver that lost its signal leaves a gap, in which the way is only a straight
line; one that found a wrong position leaves a jump, which nobody travelled.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from journey.geo.geometry import Line, cumulative, unwrap

# A gap is so many times longer than the usual step, and no shorter than this, in s.
_TIMES, _LEAST = 10.0, 60.0
# What is nearer may be one place, for so far off is a position between houses or
# trees (GPS Standard Positioning Service Performance Standard, 2020, has 8 m
# under an open sky), in km.
_NEAR = 0.1


class Step(NamedTuple):
    """From the point of the index ``start`` to the next with a time: s passed, and km of line."""

    start: int
    seconds: float
    km: float


def steps(line: Line, times: Sequence[datetime | None]) -> list[Step]:
    """The steps of the line from each point with a time to the next one.

    >>> nine, ten = datetime(2025, 6, 1, 9), datetime(2025, 6, 1, 10)
    >>> [(step.start, step.seconds) for step in steps(((0, 0), (0, 1), (0, 2)), [nine, None, ten])]
    [(0, 3600.0)]
    """
    reached = cumulative(unwrap(line))
    known = [(index, when.timestamp()) for index, when in enumerate(times) if when]
    return [
        Step(a, then - when, reached[b] - reached[a]) for (a, when), (b, then) in pairwise(known)
    ]


def gaps(found: Sequence[Step]) -> list[Step]:
    """Those of the steps in which nobody recorded the way for much longer than usual."""
    if not found:
        return []
    usual = median(step.seconds for step in found)
    return [
        step for step in found if step.seconds >= max(_TIMES * usual, _LEAST) and step.km > _NEAR
    ]


def jumps(found: Sequence[Step], fastest: float) -> list[Step]:
    """Those of the steps that are faster than anybody can have been, ``fastest`` in km/h."""
    return [step for step in found if step.km > _NEAR and step.km * 3_600 > fastest * step.seconds]
