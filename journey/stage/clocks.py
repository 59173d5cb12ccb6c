"""Local time on both sides: what the browser's clocks run on.

Instants are seconds since 1970 UTC. Nothing is made up: where nobody told or
assumed the hour there is only a date, and where no date is known, nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from journey.model.calendar import Grain
from journey.model.claims import Basis
from journey.model.journey import Place
from journey.model.quantity import weakest
from journey.track.schedule import claimed
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording
from journey.words.zones import offset

DIGITS = 6  # of the parts of a leg
# What is told as "about" so long may be off by a quarter.
_ABOUT = 0.25


class Event(NamedTuple):
    """A departure, an arrival, or the end of a wait, in elapsed s, and when it was by the clock.

    ``rough`` says that it was counted on from times that are known only about.
    """

    seconds: float
    early: datetime | None
    late: datetime | None
    grain: Grain
    rough: bool
    basis: Basis
    place: Place


def zones(track: Track, wording: Wording) -> dict[str, str]:
    """The time zones of all places, each named by its city; none that began only later."""
    found = dict.fromkeys(place.zone for place in track.journey.places if place.zone)
    began = next((event.early for event in _happening(track) if event.early), None)
    return {
        zone: wording.zone(zone)
        for zone in found
        if zone and (began is None or offset(zone, began) is not None)
    }


def leg_zones(leg: LegTrack) -> list[str | None]:
    """The zones at the leg's start and end."""
    return [leg.start_place.zone, leg.end_place.zone]


def clock(track: Track) -> list[list[dict[str, Any]]]:
    """What is known of when each leg was where, by the events on it.

    ``at`` is the part of the leg, ``early`` and ``late`` are instants, ``days`` s
    from 1970 to the midnights that began such days, all None where nothing
    bounds it; ``rough`` is by how many s it may be off.
    """
    exact = [event.seconds for event in _happening(track) if not event.rough]
    return [[_told(event, leg, exact) for event in _events(leg)] for leg in track.legs]


def _happening(track: Track) -> Iterator[Event]:
    return (event for leg in track.legs for event in _events(leg))


def _events(leg: LegTrack) -> Iterator[Event]:
    """What happens on the leg, in order."""
    slot = leg.slot
    left, basis = slot.departs, slot.clock
    if left is None or slot.arrives is None or basis is None:
        return
    start, end = leg.start_place, leg.end_place
    yield Event(slot.start.used, *left, Grain.MINUTE, slot.start.rough, basis, start)
    met = claimed(leg.leg.arrives)
    rough = slot.end.rough and not met
    basis = met[1] if met else weakest([basis, *(claim.basis for claim in leg.leg.duration[:1])])
    yield Event(slot.end.used, *slot.arrives, Grain.MINUTE, rough, basis, end)
    if slot.wait.used:
        early, late = slot.arrives
        early += timedelta(seconds=slot.wait.low)
        if late is not None:
            high = slot.wait.high
            late = None if high is None else late + timedelta(seconds=high)
        basis = weakest([basis, *(claim.basis for claim in leg.leg.end.dwell[:1])])
        seconds = slot.end.used + slot.wait.used
        yield Event(seconds, early, late, Grain.MINUTE, rough or slot.wait.rough, basis, end)


def _told(event: Event, leg: LegTrack, exact: list[float]) -> dict[str, Any]:
    early, late = event.early, event.late
    off = min((abs(event.seconds - seconds) for seconds in exact), default=0.0) * _ABOUT
    return {
        "at": _part(event, leg),
        "early": early.timestamp() if early else None,
        "late": late.timestamp() if late else None,
        "days": [_day(early, event.place), _day(late, event.place)],
        "grain": _grain(event).value,
        "rough": round(off) if event.rough else 0,
        "basis": event.basis.value,
    }


def _part(event: Event, leg: LegTrack) -> float:
    """The part of the leg that has passed; of one whose time nobody knows, nothing or all."""
    gone = event.seconds - leg.slot.start.used
    if leg.span:
        return round(min(gone / leg.span, 1.0), DIGITS)
    return 0.0 if event.place is leg.start_place else 1.0


def _grain(event: Event) -> Grain:
    """How finely it is told: by no hour where there is no zone, or was none as yet."""
    zone, when = event.place.zone, event.early or event.late
    if zone and when and offset(zone, when) is not None:
        return event.grain
    return max(event.grain, Grain.DAY)


def _day(when: datetime | None, place: Place) -> float | None:
    """The day in that place, in s since 1970; where its zone is not known, by its own offset."""
    if when is None:
        return None
    local = when.astimezone(ZoneInfo(place.zone)) if place.zone else when
    return (local.date() - date(1970, 1, 1)).days * 86_400.0
