"""Times that are longer than what holds them: a leg, or a thousand years.

As in :mod:`journey.model.journey.agreement`, the checks read plain data and pass over
whatever is malformed.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import Any

from journey.geo.interval import SECONDS
from journey.model.part import Fault, items

# The clock ends with the year 9999; a journey may last this long, in s.
_MILLENNIUM = 31_557_600_000
_CENTURY = _MILLENNIUM / 10


def overlong(data: dict[str, Any]) -> Iterator[Fault]:
    """Every leg whose waits outlast it, and a journey that outlasts the clock."""
    yield from _waits(data)
    yield from _whole(data)


def _waits(data: dict[str, Any]) -> Iterator[Fault]:
    for index, leg in items(data, "legs"):
        lasts = _seconds(leg, "duration")[1]
        if sum(_seconds(stop, "dwell")[0] for _, stop in items(leg, "stops")) > lasts:
            yield Fault(
                ("legs", index, "stops"),
                "the waits at its stops are longer than the leg",
                "count them within the leg's duration",
            )


def _whole(data: dict[str, Any]) -> Iterator[Fault]:
    spans = [_seconds(leg, "duration") for _, leg in items(data, "legs")]
    ends = [leg.get("to") for _, leg in items(data, "legs")]
    spans += [_seconds(end, "dwell") for end in ends if isinstance(end, dict)]
    # A span of more than a century has been told where it stands.
    if sum(min(high if high < inf else low, _CENTURY) for low, high in spans) > _MILLENNIUM:
        yield Fault(
            ("legs",), "they last more than a thousand years", "check the durations and their units"
        )


def _seconds(part: dict[str, Any], key: str) -> tuple[float, float]:
    """The bounds of the first claim under ``key``, in seconds: 0 and infinity if none."""
    claim = next((item for _, item in items(part, key)), {})
    unit, spread = claim.get("unit"), claim.get("range")
    said = [claim.get(name) for name in ("value", "about", "more_than", "less_than")]
    numbers = [*said, *(spread if isinstance(spread, list | tuple) else [])]
    known = [n for n in numbers if isinstance(n, int | float) and 0 <= n <= 1e9]
    if not known or not isinstance(unit, str) or unit not in SECONDS:
        return 0.0, inf
    low = 0.0 if claim.get("less_than") is not None else min(known) * SECONDS[unit]
    return low, inf if claim.get("more_than") is not None else max(known) * SECONDS[unit]
