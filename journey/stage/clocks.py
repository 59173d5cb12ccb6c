"""Local time on both sides: what the browser's clocks run on.

Instants are seconds since 1970 UTC; windows are ``[early, late]`` at the start
and at the end of a leg. Nothing is made up: a leg whose hour nobody told or
assumed has no clock.
"""

from __future__ import annotations

from typing import Any

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
