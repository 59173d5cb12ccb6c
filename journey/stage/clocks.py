"""Local time on both sides: what the browser's clocks run on.

Instants are seconds since 1970 UTC. Nothing is made up: where nobody told or
assumed the hour there is only a date, and where no date is known, nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from operator import itemgetter
from typing import Any, NamedTuple

from journey.model.calendar import ClockTime, Date, Grain, When, first_day, last_day
from journey.model.claims import Basis
from journey.model.journey import Place
from journey.track.readings import Times
from journey.track.track import LegTrack, Track
from journey.track.window import Window
from journey.words.rounding import LEAST
from journey.words.wording import Wording
from journey.words.zones import local, offset

DIGITS = 6  # of the parts of a leg


class Event(NamedTuple):
    """A departure, an arrival, or the end of a wait, in elapsed s, and when it was by the clock."""

    seconds: float
    window: Window
    place: Place


def zones(track: Track, wording: Wording) -> dict[str, str]:
    """The time zones of all places, each named by its city; none that began only later."""
    found = dict.fromkeys(place.zone for place in track.journey.places if place.zone)
    windows = (event.window for event in _happening(track))
    began = next((window.early for window in windows if window.dated and window.early), None)
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

    ``at`` is the part of the leg, ``early`` and ``late`` are instants, or s since
    the midnight that began the first day where nobody dates it; ``days`` are s
    from 1970 to the midnights that began such days. All are None where nothing
    bounds them; ``rough`` is by how many s it may be off.
    """
    told = ([_told(event, leg) for event in _events(leg)] for leg in track.legs)
    return [sorted(events, key=itemgetter("at")) for events in told]


def _happening(track: Track) -> Iterator[Event]:
    return (event for leg in track.legs for event in _events(leg))


def _events(leg: LegTrack) -> Iterator[Event]:
    """What happens on the leg."""
    slot, start, end = leg.slot, leg.start_place, leg.end_place
    found: list[tuple[float, Window | None, Place]] = []
    if slot.before:
        found.append((leg.begin, slot.begins, start))
    found.append((slot.start.used, slot.departs, start))
    for pause, halt in zip(slot.stops, leg.halts, strict=True):
        found.append((pause.start.used, pause.arrives, halt.place))
        if pause.end.used > pause.start.used:
            found.append((pause.end.used, pause.departs, halt.place))
    found.append((slot.end.used, slot.arrives, end))
    if slot.over.used > slot.end.used:
        found.append((slot.over.used, slot.leaves, end))
    return (Event(seconds, window, place) for seconds, window, place in found if window)


def _told(event: Event, leg: LegTrack) -> dict[str, Any]:
    window = event.window
    return {
        "at": _part(event, leg),
        "early": window.early.timestamp() if window.early else None,
        "late": window.late.timestamp() if window.late else None,
        "days": _days(event, leg) if window.dated else [None, None],
        "grain": _grain(event).value if window.dated else "clock",
        "rough": round(max(window.off, 0 if window.claimed else _reckoned(window))),
        "basis": window.basis.value,
    }


def _reckoned(window: Window) -> float:
    """How rough a time is at the least that follows from others, in s."""
    return LEAST if window.basis is Basis.ASSUMED else 0.0


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


def _days(event: Event, leg: LegTrack) -> list[float | None]:
    """The first and the last day in that place, in s since 1970."""
    window, zone = event.window, event.place.zone
    if window.early is None and window.late is not None:
        # What ends with a day ends before the next one begins.
        ended = replace(window, early=window.late - timedelta(days=1))
        return [None, _days(event._replace(window=ended), leg)[1]]
    if zone and window.grain is Grain.MINUTE:
        ends = (
            when and when.astimezone(window.clock or UTC) for when in (window.early, window.late)
        )
        return [_midnight(when and local(when, zone), first_day) for when in ends]
    return _within(window, zone, leg.start_place.zone)


def _within(window: Window, zone: str | None, home: str | None) -> list[float | None]:
    found = Times.within(window, zone, home)
    if found is None:
        return [None, None]
    return [_midnight(found.early, first_day), _midnight(found.late, last_day)]


def _midnight(when: When | None, day: Callable[[datetime | Date], date]) -> float | None:
    if when is None or isinstance(when, ClockTime):
        return None
    return (day(when) - date(1970, 1, 1)).days * 86_400.0
