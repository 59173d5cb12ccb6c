"""Years that are counted on from a date, or back from one, as calendars count them.

A year in a network is one of 365 days and a quarter, which is off by some
hours; what is told in whole years comes back to the day from which it counts.
"""

from __future__ import annotations

from math import isfinite

from journey.geo.interval import YEAR
from journey.model.claims import Duration
from journey.model.quantity import seconds
from journey.track.dial import MICRO, instant, micro
from journey.track.network import Network
from journey.track.trail import Trail, Trails


def tells_years(network: Network) -> bool:
    """Whether a length is claimed in years."""
    grounds = (link.ground for link in network.constraints if link.ground)
    return any(_by_year(claim) for ground in grounds for claim in ground.claims)


def anniversaries(trails: Trails, event: int) -> tuple[float, float]:
    """The bounds of the event in microseconds since 1970, whole years counted by the calendar."""
    low, high = trails.bounds.low[event], trails.bounds.high[event]
    back = trails.from_after(event)
    return (
        _moved(low, trails.low(event), back, least=not back),
        _moved(high, trails.high(event), back, least=back),
    )


def _moved(at: float, trail: Trail | None, back: bool, *, least: bool) -> float:
    """The bound, which follows from the least or the most of the lengths on its trail."""
    years = _years(trail, least=least) * (-1 if back else 1) if trail and isfinite(at) else 0
    start = instant(at - years * YEAR * MICRO) if years else None
    if start is None:
        return at
    day = 28 if (start.month, start.day) == (2, 29) else start.day
    try:
        return micro(start.replace(year=start.year + years, day=day))
    except ValueError:
        # No calendar reaches there.
        return at


def _years(trail: Trail, *, least: bool) -> int:
    """How many whole years are counted on the trail; 0 where there is a part of one as well."""
    claims = (claim for ground in trail.grounds for claim in ground.claims)
    spans = [seconds(claim) for claim in claims if isinstance(claim, Duration) and _by_year(claim)]
    years = sum((span.low if least else span.high or 0.0) / YEAR for span in spans)
    return round(years) if abs(years - round(years)) < 1e-9 else 0


def _by_year(claim: object) -> bool:
    return isinstance(claim, Duration) and claim.unit == "y"
