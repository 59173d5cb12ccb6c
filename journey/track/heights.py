"""How high a recorded way leads: its heights along the way, and how much it climbs and descends.

Heights are metres above the sea, as the file has them, and None where nobody
knows; what lies between two of them is known only where they follow each other.
A climb is the rise from a low point to a high one, a descent the fall after it,
and both count from ``LEAST`` on: what is less may be no more than an error of
the receiver. So do those count who sum up climbs (Strava, "Elevation Gain"),
and the error is that of satellites (GPS Standard Positioning Service Performance
Standard, 2020: 13 m in 95 of 100 readings).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from journey.track.passage import Fix
from journey.track.way import Way

LEAST = 10.0  # m that a climb or a descent has, for less may be an error


class Level(NamedTuple):
    """How high it is, in m, at that part of a leg, 0..1; None where nobody knows."""

    part: float
    metres: float | None


class Climb(NamedTuple):
    """How far it goes up and down in all, and the lowest and the highest point, all in m.

    ``whole`` says that the height of each point of all the lines is known.
    """

    up: float
    down: float
    low: float
    high: float
    whole: bool


def levels(
    way: Way, heights: Sequence[float | None], fixes: Sequence[Fix], passed: Sequence[float]
) -> tuple[Level, ...]:
    """The heights along a leg with those fixes, of which there is one a point of its line.

    ``passed`` is the part of the leg passed at each fix. A fix between two
    points of the line, such as at a stop, has no height of its own.
    """
    found: list[Level] = []
    index = 0
    for fix, part in zip(fixes, passed, strict=True):
        at = (fix.lat, fix.lon)
        if index < len(way.line) and at == way.line[index]:
            found.append(Level(part, heights[index]))
            index += 1
        elif index and at == way.line[index - 1]:
            # Who waits is where the point was that is passed last.
            found.append(Level(part, heights[index - 1]))
    return tuple(found)


def runs(found: Iterable[Level]) -> list[list[tuple[float, float]]]:
    """Parts and m, in pieces without a gap.

    >>> runs([Level(0, 5), Level(0.5, None), Level(0.8, 7), Level(1, 9)])
    [[(0, 5)], [(0.8, 7), (1, 9)]]
    """
    pieces: list[list[tuple[float, float]]] = [[]]
    for part, metres in found:
        if metres is None:
            pieces.append([])
        else:
            pieces[-1].append((part, metres))
    return [piece for piece in pieces if piece]


def climb(legs: Iterable[Sequence[Level]]) -> Climb | None:
    """What all the legs climb and descend together; None where no heights are known."""
    told = list(legs)
    pieces = [[metres for _, metres in piece] for found in told for piece in runs(found)]
    if not pieces:
        return None
    steps = [b - a for piece in pieces for a, b in pairwise(turns(piece))]
    metres = [height for piece in pieces for height in piece]
    whole = all(found and all(level.metres is not None for level in found) for found in told)
    up, down = sum(s for s in steps if s > 0), -sum(s for s in steps if s < 0)
    return Climb(up, down, min(metres), max(metres), whole)


def turns(heights: Sequence[float], least: float = LEAST) -> list[float]:
    """The low and the high points in turn, each at least so much from the one before, in m.

    It starts with the first height; what is less than ``least`` off is passed over.

    >>> turns([100, 104, 99, 150, 145, 152, 120, 124, 118])
    [99, 152, 118]
    """
    found = [*_turns(heights, least)]
    return found if len(found) > 1 else []


def _turns(heights: Sequence[float], least: float) -> Iterator[float]:
    low = high = heights[0]
    rising: bool | None = None
    for height in heights:
        low, high = min(low, height), max(high, height)
        if rising is not True and height - low >= least:
            yield low
            rising, high = True, height
        elif rising is not False and high - height >= least:
            yield high
            rising, low = False, height
    if rising is not None:
        yield high if rising else low
