"""On which day a journey starts of which clocks are told without a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from journey.model.journey import Journey
from journey.track.dial import instant
from journey.track.events import EPOCH, MIDNIGHT, Events
from journey.track.network import Bounds


def first_day(journey: Journey, found: Events, bounds: Mapping[int, Bounds]) -> date | None:
    """The day of the first departure, where only what follows tells it, or the journey's day.

    None where no clock counts from it, and where the departure itself tells it.
    """
    if not _asked(journey, found):
        return None
    if {clock.a for clock in found.clocks} == {MIDNIGHT}:
        return _told(journey)
    first, last = _days(journey, bounds[EPOCH], found.legs[0].departs)
    return first if first == last else None


def perhaps(journey: Journey, found: Events, bounds: Mapping[int, Bounds]) -> date | None:
    """The journey's day, where it left on that day or another: dates later on leave both open.

    Some tell as the day of a journey that of its end, or of what it is known for.
    """
    day = _told(journey) if _asked(journey, found) else None
    first, last = _days(journey, bounds[EPOCH], found.legs[0].departs) if day else (None, None)
    if day is None or (first and day < first) or (last and day > last):
        return None
    return day


def _asked(journey: Journey, found: Events) -> bool:
    """Whether a clock counts from the first day, and the departure does not tell that."""
    home = next(place for place in journey.places if place.id == journey.legs[0].start.place)
    known = any(origin.b == MIDNIGHT for origin in found.origins)
    return any(clock.a == MIDNIGHT for clock in found.clocks) and not known and bool(home.zone)


def _told(journey: Journey) -> date | None:
    """The day that is told for the journey, if that is one day."""
    days = {when for claim in journey.day[:1] for when in claim.ends}
    day = days.pop() if len(days) == 1 else None
    return day if isinstance(day, date) else None


def _days(journey: Journey, bounds: Bounds, left: int) -> tuple[date | None, date | None]:
    """The days between which it left, or twice that on which its line was recorded first."""
    home = next(place for place in journey.places if place.id == journey.legs[0].start.place)
    zone, shape = ZoneInfo(home.zone or "UTC"), journey.legs[0].shape
    recorded = next((when for when in shape.times if when), None) if shape else None
    low, high = (
        (recorded, recorded) if recorded else map(instant, (bounds.low[left], bounds.high[left]))
    )
    return low and low.astimezone(zone).date(), high and high.astimezone(zone).date()
