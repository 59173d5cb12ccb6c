"""Days, clocks and waits that hardly fit each other, or their sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from math import inf
from zoneinfo import ZoneInfo

from journey.errors import KeyPath
from journey.geo.interval import YEAR
from journey.model.calendar import ClockTime, span
from journey.model.claims import Basis, Moment
from journey.model.journey import Place
from journey.model.part import Fault
from journey.track.track import Track

# A day may be told by another calendar than that of the place: one day and the zones' width.
_BESIDE = 2 * 86_400.0
# A wait is doubted that is so long, and so many times as long as all the riding.
_LONG, _MANY = 60 * 86_400.0, 20
# Timetables and plans tell what comes, and seldom for so long ahead.
_AHEAD = 2 * YEAR


def dates(track: Track) -> Iterator[Fault]:
    """What is unlikely in the days and times of a journey."""
    yield from _days(track)
    yield from _waits(track)
    for path, claim, place in _moments(track):
        yield from _told_before(path, claim, track)
        if place.zone:
            yield from _by_another_clock(path, claim, place.zone)


def _days(track: Track) -> Iterator[Fault]:
    """The days of the journey on which, by its times, it had not begun or was over."""
    legs = track.journey.legs
    told = [span for leg in legs for span in _spans(leg.departs + leg.arrives)]
    if not told:
        return
    whole = track.duration.high
    # Where an end is not told, it may be as far from the other times as the journey is long.
    longest = inf if whole is None else whole
    first = min(early for early, _ in told) - (0 if _spans(legs[0].departs) else longest)
    last = max(late for _, late in told) + (0 if _spans(legs[-1].arrives) else longest)
    for index, day in enumerate(track.journey.day):
        for early, late in _spans([day]):
            if late < first - _BESIDE or early > last + _BESIDE:
                yield Fault(("day", index), "day_off_the_times")


def _waits(track: Track) -> Iterator[Fault]:
    """The waits that only follow from dates, and are many times longer than all the riding."""
    times = [leg.slot.duration.figure.used for leg in track.legs if leg.slot.duration]
    longest = max(_LONG, _MANY * sum(times))
    for index, leg in enumerate(track.legs[:-1]):
        wait = leg.slot.wait
        if wait and not wait.claimed and wait.figure.low > longest:
            days = wait.figure.low / 86_400
            yield Fault(("legs", index + 1, "departs"), "long_wait", {"days": days})


def _moments(track: Track) -> Iterator[tuple[KeyPath, Moment, Place]]:
    """The times that legs claim of their ends, each with its path and its place."""
    for index, leg in enumerate(track.legs):
        ends = {"departs": leg.start_place, "arrives": leg.end_place}
        for key, place in ends.items():
            for number, claim in enumerate(getattr(leg.leg, key)):
                yield ("legs", index, key, number), claim, place


def _told_before(path: KeyPath, claim: Moment, track: Track) -> Iterator[Fault]:
    """The fault of a time that all its sources told years before it came."""
    dates = [track.journey.source(key).published for key in claim.source]
    spans = _spans([claim])
    if spans and dates and all(dates):
        latest = max(span(told, None)[1] for told in dates if told)
        if claim.basis is Basis.REPORTED and spans[0][0] > latest + _AHEAD:
            yield Fault(path, "told_before")


def _by_another_clock(path: KeyPath, claim: Moment, zone: str) -> Iterator[Fault]:
    """The fault of a clock time whose offset is neither that of the place nor UTC."""
    for when in claim.ends:
        if isinstance(when, datetime) and when.utcoffset():
            there = when.astimezone(ZoneInfo(zone)).utcoffset()
            if there is not None and there != when.utcoffset() and not _is_by_the_sun(there):
                offset = _shown(there)
                yield Fault(path, "offset_of_another", {"zone": zone, "offset": offset})
                return


def _shown(offset: timedelta) -> str:
    """The offset as ISO 8601 writes it.

    >>> _shown(timedelta(hours=-3, minutes=-30))
    '-03:30'
    """
    minutes = round(offset.total_seconds() / 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _is_by_the_sun(offset: timedelta) -> bool:
    """Whether it is a local mean time, of before there were zones."""
    return offset.total_seconds() % 900 != 0


def _spans(claims: Sequence[Moment]) -> list[tuple[float, float]]:
    """The first and the last instant of each claim that tells a date, in s since 1970."""
    found = []
    for claim in claims:
        spans = [span(end, None) for end in claim.ends if not isinstance(end, ClockTime)]
        if spans:
            found.append((spans[0][0], spans[-1][1]))
    return found
