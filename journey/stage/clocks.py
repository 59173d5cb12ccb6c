"""Local time on both sides: what the browser's clocks run on.

Instants are seconds since 1970 UTC. Nothing is made up: where nobody told or
assumed the hour there is only a date, and where no date is known, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from journey.model.calendar import ClockTime, Date, Grain, When, first_day, last_day
from journey.model.journey import Place
from journey.track.facts import Times
from journey.track.schedule import Window
from journey.track.track import LegTrack, Track
from journey.words.wording import Wording
from journey.words.zones import offset

DIGITS = 6  # of the parts of a leg
# What is told as "about" so long may be off by a quarter.
_ABOUT = 0.25


class Event(NamedTuple):
    """A departure, an arrival, or the end of a wait, in elapsed s, and when it was by the clock."""

    seconds: float
    window: Window
    place: Place


def zones(track: Track, wording: Wording) -> dict[str, str]:
    """The time zones of all places, each named by its city; none that began only later."""
    found = dict.fromkeys(place.zone for place in track.journey.places if place.zone)
    began = next((event.window.early for event in _happening(track) if event.window.early), None)
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
    exact = [event.seconds for event in _happening(track) if not event.window.rough]
    return [[_told(event, leg, exact) for event in _events(leg)] for leg in track.legs]


def _happening(track: Track) -> Iterator[Event]:
    return (event for leg in track.legs for event in _events(leg))


def _events(leg: LegTrack) -> Iterator[Event]:
    """What happens on the leg, in order."""
    slot, start, end = leg.slot, leg.start_place, leg.end_place
    stops = [
        (pause.start, pause.arrives, halt.place)
        for pause, halt in zip(slot.stops, leg.halts, strict=True)
    ]
    waits = [(slot.over, slot.leaves, end)] if slot.over.used > slot.end.used else []
    for elapsed, window, place in [
        (slot.start, slot.departs, start),
        *stops,
        (slot.end, slot.arrives, end),
        *waits,
    ]:
        if window and window.dated:
            yield Event(elapsed.used, window, place)


def _told(event: Event, leg: LegTrack, exact: list[float]) -> dict[str, Any]:
    early, late = event.window.early, event.window.late
    off = min((abs(event.seconds - seconds) for seconds in exact), default=0.0) * _ABOUT
    return {
        "at": _part(event, leg),
        "early": early.timestamp() if early else None,
        "late": late.timestamp() if late else None,
        "days": _days(event),
        "grain": _grain(event).value,
        "rough": round(off) if event.window.rough else 0,
        "basis": event.window.basis.value,
    }


def _part(event: Event, leg: LegTrack) -> float:
    """The part of the leg that has passed; of one whose time nobody knows, nothing or all."""
    gone = event.seconds - leg.begin
    if leg.span:
        return round(min(gone / leg.span, 1.0), DIGITS)
    return 0.0 if event.place is leg.start_place else 1.0


def _grain(event: Event) -> Grain:
    """How finely it is told: by no hour where there is no zone, or was none as yet."""
    zone, when = event.place.zone, event.window.early or event.window.late
    if zone and when and offset(zone, when) is not None:
        return event.window.grain
    return max(event.window.grain, Grain.DAY)


def _days(event: Event) -> list[float | None]:
    """The first and the last day in that place, in s since 1970."""
    found = Times.within(event.window, event.place.zone)
    if found is None:
        return [None, None]
    return [
        _midnight(found.early, first_day, event.place),
        _midnight(found.late, last_day, event.place),
    ]


def _midnight(
    when: When | None, day: Callable[[datetime | Date], date], place: Place
) -> float | None:
    if when is None or isinstance(when, ClockTime):
        return None
    if isinstance(when, datetime) and place.zone:
        when = when.astimezone(ZoneInfo(place.zone))
    return (day(when) - date(1970, 1, 1)).days * 86_400.0
