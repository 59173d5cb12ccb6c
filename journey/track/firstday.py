"""On which day a journey starts of which clocks are told without a date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from journey.model.calendar import When
from journey.model.journey import Journey
from journey.track.dial import instant
from journey.track.events import EPOCH, MIDNIGHT, Events
from journey.track.network import Bounds


def first_day(journey: Journey, found: Events, bounds: Mapping[int, Bounds]) -> date | None:
    """The day of the first departure, where only what follows tells it, or the journey's day.

    None where no clock counts from it, and where the departure itself tells it.
    """
    sources = {clock.a for clock in found.clocks}
    home = next(place for place in journey.places if place.id == journey.legs[0].start.place)
    known = any(origin.b == MIDNIGHT for origin in found.origins)
    if MIDNIGHT not in sources or known or not home.zone:
        return None
    if sources == {MIDNIGHT}:
        days: set[When | None] = {when for claim in journey.day[:1] for when in claim.ends}
    else:
        days = set(_days(journey, ZoneInfo(home.zone), bounds[EPOCH], found.legs[0].departs))
    day = days.pop() if len(days) == 1 else None
    return day if isinstance(day, date) else None


def _days(journey: Journey, zone: ZoneInfo, bounds: Bounds, left: int) -> Iterator[When | None]:
    """The days between which it left, or that on which its line was recorded first."""
    shape = journey.legs[0].shape
    recorded = next((when for when in shape.times if when), None) if shape else None
    ends = (recorded,) if recorded else map(instant, (bounds.low[left], bounds.high[left]))
    yield from (end and end.astimezone(zone).date() for end in ends)
