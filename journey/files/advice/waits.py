"""Waits that may have been told twice: where they end a leg, and where they begin the next."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from journey.model.part import Fault
from journey.track.track import Track


def waits(track: Track) -> Iterator[Fault]:
    """The waits that stand at the start of a leg and at the end of the one before it."""
    legs = track.journey.legs
    for index, (before, leg) in enumerate(pairwise(legs), 1):
        if before.end.dwell and leg.start.dwell:
            path = ("legs", index, "from", "dwell")
            yield Fault(path, "wait_told_twice", {"other": f"legs[{index - 1}].to.dwell"})
