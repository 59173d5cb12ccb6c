"""The bar of true time: what share of its length each leg has, and where an instant stands on it.

The timeline's lower row, its cursor and the diagram of distance over time all
take their places from here, so that they agree at every width. Places along
the bar are 0 at its start and 1 at its end.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from journey.track.track import LegTrack, Track

LEAST = 0.004  # of the bar: what a leg is given at the least, so that it can be seen
UNKNOWN = 0.25  # of the usual time: what a leg is given whose time nobody knows


@dataclass(frozen=True)
class Timeline:
    """Where the legs stand on the bar.

    ``shares`` are of its length and sum to 1, ``lefts`` are the places where
    the legs begin; ``starts`` and ``spans`` are their times in s, waits
    included, and 0 for a leg whose time is not known.
    """

    shares: tuple[float, ...]
    lefts: tuple[float, ...]
    starts: tuple[float, ...]
    spans: tuple[float, ...]

    @classmethod
    def of(cls, track: Track) -> Timeline:
        """The timeline of the track: true shares, but for legs too short to be seen."""
        spans = tuple(leg.span for leg in track.legs)
        known = [span for span in spans if span]
        usual = sum(known) / len(known) if known else 1.0
        weights = [
            leg.span or (0.0 if leg.slot.duration else UNKNOWN * usual) for leg in track.legs
        ]
        shares = _shares(weights)
        lefts = tuple(accumulate(shares[:-1], initial=0.0))
        return cls(shares, lefts, tuple(leg.begin for leg in track.legs), spans)

    @property
    def whole(self) -> float:
        """The whole time in s, waits included."""
        return self.starts[-1] + self.spans[-1]

    def within(self, leg: int, part: float) -> float:
        """The place where that part, 0..1, of a leg has passed."""
        return self.lefts[leg] + part * self.shares[leg]

    def at(self, seconds: float) -> float:
        """The place at that elapsed time; before the start 0, beyond the end 1."""
        leg = max(bisect_right(self.starts, seconds) - 1, 0)
        gone, span = seconds - self.starts[leg], self.spans[leg]
        return self.within(leg, min(max(gone / span, 0.0), 1.0) if span else float(gone > 0))


def part_at(leg: LegTrack, seconds: float) -> float:
    """The part of the leg, 0..1, passed at that elapsed time; all where its time is not known.

    Waits count as its time: one before it leaves, those at stops, and one until
    the next leg leaves.
    """
    return min(max((seconds - leg.begin) / leg.span, 0.0), 1.0) if leg.span else 1.0


def _shares(weights: list[float]) -> tuple[float, ...]:
    """Shares of 1 by weight, none below the least; all alike where every weight is nothing.

    >>> _shares([3, 1, 0])
    (0.747, 0.249, 0.004)
    """
    whole, count = sum(weights), len(weights)
    if not whole:
        return (1 / count,) * count
    least = min(LEAST, 0.5 / count)
    small = [weight / whole < least for weight in weights]
    rest = sum(weight for weight, few in zip(weights, small, strict=True) if not few)
    free = 1 - least * sum(small)
    return tuple(
        least if few else free * weight / rest for weight, few in zip(weights, small, strict=True)
    )
