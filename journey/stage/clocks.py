"""Local time on both sides: what the browser's clocks run on.

Instants are seconds since 1970 UTC; windows are ``[early, late]`` at the start
and at the end of a leg. Nothing is made up: a leg whose hour nobody told or
assumed has no clock.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from journey.model.claims import Moment
from journey.model.journey import Journey
from journey.track.schedule import Slot
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording


def zones(track: Track, wording: Wording) -> dict[str, str]:
    """The time zones of all places, each named by its city."""
    found = dict.fromkeys(place.zone for place in track.journey.places if place.zone)
    return {zone: wording.zone(zone) for zone in found if zone}


def leg_zones(leg: LegTrack) -> list[str | None]:
    """The zones at the leg's start and end."""
    return [leg.start_place.zone, leg.end_place.zone]


def windows(slot: Slot) -> dict[str, Any] | None:
    """When the leg starts and its wait is over: ``early`` and ``late`` at both, and the basis.

    ``late`` is None where nothing bounds it, and all is None where no clock
    time is known or assumed.
    """
    if slot.departs is None or slot.arrives is None or slot.clock is None:
        return None
    low, high = slot.wait.low, slot.wait.high
    late = None
    if slot.departs[1] and slot.arrives[1] and high is not None:
        late = [slot.departs[1].timestamp(), slot.arrives[1].timestamp() + high]
    return {
        "early": [slot.departs[0].timestamp(), slot.arrives[0].timestamp() + low],
        "late": late,
        "basis": slot.clock.value,
    }


def jump(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    """How clocks jump on the leg, as a sentence; "" where they do not, or nobody knows the day."""
    before, after = leg_zones(leg)
    when = leg.slot.departs[0] if leg.slot.departs else _day(journey.day)
    if before is None or after is None or when is None:
        return ""
    offsets = [
        when.astimezone(ZoneInfo(zone)).utcoffset() or timedelta() for zone in (before, after)
    ]
    gap = offsets[1] - offsets[0]
    if not gap:
        return ""
    key = "clock.forward" if gap > timedelta() else "clock.back"
    return wording.say(
        key,
        hours=wording.span(abs(gap.total_seconds()), long=True),
        before=_offset(offsets[0], wording.zone(before)),
        after=_offset(offsets[1], wording.zone(after)),
    )


def _day(moments: tuple[Moment, ...]) -> datetime | None:
    """The first instant that is told: noon UTC where it is only a day."""
    for moment in moments:
        when = moment.between[0] if moment.between else moment.at
        if isinstance(when, datetime):
            return when
        if isinstance(when, date):
            return datetime.combine(when, time(12), UTC)
    return None


def _offset(offset: timedelta, city: str) -> str:
    """The city with its offset.

    >>> _offset(timedelta(hours=9), "Pyongyang"), _offset(timedelta(minutes=-210), "St. John’s")
    ('Pyongyang (UTC+9)', 'St. John’s (UTC−3:30)')
    """
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"{city} (UTC{sign}{hours}{f':{rest:02}' if rest else ''})"
