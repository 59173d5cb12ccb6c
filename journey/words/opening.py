"""What a journey is about in one line: from where to where, when, and by what."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from journey.model.calendar import ClockTime, Date, Grain, Month, When, Year, grain
from journey.model.journey import Place
from journey.track.readings import Times
from journey.track.track import Track
from journey.track.window import Window
from journey.words import totals
from journey.words.modes import by
from journey.words.provenance import times
from journey.words.wording import Wording
from journey.words.zones import local


class Dates(NamedTuple):
    """From the earliest date that it may be to the latest."""

    early: Date
    late: Date

    @classmethod
    def of(cls, window: Window | None, place: Place) -> Dates | None:
        """The dates of a moment by the clock of the place; None where nothing bounds it."""
        found = Times.within(window, place.zone) if window else None
        if found is None:
            return None
        ends = found.widest or (found.early, found.late)
        early, late = (_date(when, place.zone) for when in ends)
        return cls(early, late) if early and late else None

    def known(self, to: Grain) -> Date | None:
        """The one day, month or year that it is; None where it is not known so finely."""
        early, late = (_coarse(when, to) for when in (self.early, self.late))
        return early if early == late else None


def line(track: Track, wording: Wording) -> str:
    """The journey in one line, which says no date where nobody tells one.

    A date is as fine as both departure and arrival are known. Of modes some of
    which are untold it says that it has a part of them.
    """
    first, last = track.legs[0], track.legs[-1]
    start, end = (wording.pick(place.name) for place in (first.start_place, last.end_place))
    back = first.start_place.id == last.end_place.id
    way = wording.say("opening.back" if back else "opening.way", start=start, end=end)
    when = _when(track, wording)
    told = [by(means, wording) for means in track.means if not means.untold]
    if not told:
        return wording.say("opening.dated_alone", way=way, when=when) if when else way
    said = wording.listing(told)
    if len(told) < len(track.means):
        said = wording.say("by.partly", modes=said)
    key = "opening.dated" if when else "opening.undated"
    return wording.say(key, way=way, when=when, modes=said)


def brief(track: Track, wording: Wording) -> str:
    """The same with how far it is, of a journey that leads anywhere."""
    said = line(track, wording)
    if not track.distance.used:
        return said
    return wording.say("opening.brief", line=said, way=totals.way(track, wording))


def _when(track: Track, wording: Wording) -> str:
    first, last = track.legs[0], track.legs[-1]
    begins = Dates.of(first.slot.departs, first.start_place)
    ends = Dates.of(last.slot.arrives, last.end_place)
    if begins and ends:
        return _span(begins, ends, wording)
    if begins:
        return wording.say("opening.begun", when=said(begins, wording))
    if ends:
        return wording.say("opening.ended", when=said(ends, wording))
    days = [times(Times.of(claim), None, wording, long=True) for claim in track.journey.day]
    return wording.listing([*dict.fromkeys(days)], "or")


def said(found: Dates, wording: Wording) -> str:
    """The date, or the dates between which it was."""
    return times(Times(found.early, found.late), None, wording, long=True)


def _span(begins: Dates, ends: Dates, wording: Wording) -> str:
    """From the one to the other, in the finest grain in which both are known."""
    for to in (Grain.DAY, Grain.MONTH, Grain.YEAR):
        first, last = begins.known(to), ends.known(to)
        if first and last:
            one = wording.dated(first).replace(" ", "\N{NO-BREAK SPACE}")
            return one if first == last else wording.through(first, last)
    return times(Times(Year(begins.early.year), Year(ends.late.year)), None, wording)


def _date(when: When | None, zone: str | None) -> Date | None:
    if isinstance(when, datetime):
        return local(when, zone).date()
    return None if isinstance(when, ClockTime) else when


def _coarse(when: Date, to: Grain) -> Date | None:
    """The day, month or year that it lies in; None where it is told more coarsely."""
    if grain(when) > to:
        return None
    match to:
        case Grain.YEAR:
            return Year(when.year)
        case Grain.MONTH if isinstance(when, date | Month):
            return Month(when.year, when.month)
    return when
