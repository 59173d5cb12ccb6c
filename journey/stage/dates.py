"""The dates at both ends of the timeline: when the journey begins, and when it is over."""

from __future__ import annotations

from datetime import datetime

from journey.model.calendar import ClockTime, Date, When
from journey.model.journey import Place
from journey.track.facts import Fact, about, facts
from journey.track.readings import Times
from journey.track.track import Track
from journey.track.window import Window
from journey.words.facts import footings
from journey.words.provenance import Footing, footing, inferred
from journey.words.wording import Wording
from journey.words.zones import local


def ends(track: Track, wording: Wording) -> tuple[Footing | None, Footing | None]:
    """The first and the last date, as finely as they are known; None where nobody knows.

    Of a journey that ends on the day on which it begins the last is left out,
    and where neither is known, the first is the day that the journey claims.
    """
    first, last = _first(track, wording), _last(track, wording)
    if first is None and last is None:
        return _day(track, wording), None
    if first and last and first.said == last.said:
        return first, None
    return first, last


def _first(track: Track, wording: Wording) -> Footing | None:
    leg = track.legs[0]
    # It may begin with a wait, before anybody leaves.
    if leg.slot.before and leg.slot.begins:
        return _counted(leg.slot.begins, leg.start_place, wording)
    return _told(about(facts(leg), "departs"), track, wording)


def _last(track: Track, wording: Wording) -> Footing | None:
    leg = track.legs[-1]
    if leg.slot.wait and leg.slot.leaves:
        return _counted(leg.slot.leaves, leg.end_place, wording)
    return _told(about(facts(leg), "arrives"), track, wording)


def _told(found: list[Fact], track: Track, wording: Wording) -> Footing | None:
    """The date of the first of the facts, with what it stands on."""
    for fact in found:
        figure = fact.used.figure
        said = _said(figure, fact.place, wording) if isinstance(figure, Times) else ""
        if said:
            return footings(fact, track.journey, wording)[0]._replace(said=said)
    return None


def _counted(window: Window, place: Place, wording: Wording) -> Footing | None:
    found = Times.within(window, place.zone)
    said = _said(found, place, wording) if found else ""
    return inferred(said, window.basis, "", wording) if said else None


def _day(track: Track, wording: Wording) -> Footing | None:
    for claim in track.journey.day[:1]:
        said = _said(Times.of(claim), None, wording)
        return footing(claim, said, track.journey, wording) if said else None
    return None


def _said(found: Times, place: Place | None, wording: Wording) -> str:
    """The date or the dates between which it was; "" where no day is told."""
    zone = place.zone if place else None
    early = date_of(found.early, zone)
    if early is None:
        return ""
    if found.late is None:
        return wording.say("leg.after", early=wording.dates(early, early))
    return wording.dates(early, date_of(found.late, zone) or early)


def date_of(when: When, zone: str | None) -> Date | None:
    """The date by the clock of the zone; None of a clock that nobody dates."""
    if isinstance(when, ClockTime):
        return None
    if isinstance(when, datetime):
        return local(when, zone).date()
    return when
