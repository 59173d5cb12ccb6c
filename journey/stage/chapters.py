"""The chapters of a timeline with more legs than can stand side by side.

They are those that the journey names. Where it names none they are days, if
every leg is known to begin on one, else weeks, months or years; where that is
not known, so many legs each.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from itertools import groupby, pairwise
from operator import add
from typing import Any, NamedTuple

from journey.model.calendar import first_day, last_day
from journey.model.claims import Basis
from journey.model.journey import CHAPTERS
from journey.stage.dates import date_of
from journey.track.readings import Times
from journey.track.track import LegTrack, Track
from journey.words.provenance import elapsed
from journey.words.wording import Wording

# From which leg to before which a chapter goes, its name, and the same where there is little room.
_Found = tuple[int, int, str, str]

MANY = 20  # legs, beyond which there are chapters
LONG = 300  # legs, beyond which pages tell them in a roll, and browsers read what is asked for

_WEEK = 7  # days
_ROUND = (1, 2, 2.5, 5)  # of which, times powers of ten, there are so many legs to a chapter


class _Unit(NamedTuple):
    """A stretch of the calendar: which one a day lies in, counted from a first day, and its name.

    Names are CLDR's skeletons: usual, and where there is little room.
    """

    key: Callable[[date, date], int]
    name: str
    short: str


_UNITS = (
    _Unit(lambda day, _: day.toordinal(), "Ed", "d"),
    _Unit(lambda day, first: (day - first).days // _WEEK, "MMMd", "d"),
    _Unit(lambda day, _: day.year * 12 + day.month, "yMMM", "MMM"),
    _Unit(lambda day, _: day.year, "y", "y"),
)


def chapters(track: Track, wording: Wording) -> list[dict[str, Any]]:
    """The chapters in their order, none where there are few legs and the journey names none.

    Each has the index of its ``first`` leg, its ``name``, the same in ``short``, and
    what is ``said`` of it: how many legs, and how long they take where that is known.
    """
    count = len(track.legs)
    found = _by_name(track.legs, wording)
    if not found and count > MANY:
        found = _by_date(track.legs, wording) or _by_count(count, wording)
    return [
        {
            "first": first,
            "name": name,
            "short": short,
            "said": _said(track.legs[first:end], wording.narrowed()),
        }
        for first, end, name, short in found
    ]


def _by_name(legs: Sequence[LegTrack], wording: Wording) -> list[_Found]:
    """Those the journey names, and one of the legs before; none where there is no room for them.

    Where there is little room they have their number.
    """
    starts = [i for i, leg in enumerate(legs) if leg.leg.begins]
    if not 1 < len(starts) <= CHAPTERS:
        return []
    found = [] if starts[0] == 0 else [_numbered(0, starts[0], wording)]
    for first, end in pairwise([*starts, len(legs)]):
        name = wording.pick(legs[first].leg.begins or {})
        found.append((first, end, name, str(len(found) + 1)))
    return found


def _by_date(legs: Sequence[LegTrack], wording: Wording) -> list[_Found]:
    """From which leg to before which, and the names; empty where the dates tell no chapters."""
    days = [_days(leg) for leg in legs]
    first = next((found[0] for found in days if found), None)
    if first is None:
        return []
    for unit in _UNITS:
        keys = _filled([_key(found, unit, first) for found in days])
        if keys is None:
            continue
        groups = [[i for i, _ in group] for _, group in groupby(enumerate(keys), lambda it: it[1])]
        if 1 < len(groups) <= CHAPTERS:
            return [(part[0], part[-1] + 1, *_names(unit, days, part, wording)) for part in groups]
    return []


def _days(leg: LegTrack) -> tuple[date, date] | None:
    """The first and the last day on which it may begin, by the clock of its start."""
    departs, zone = leg.slot.departs, leg.start_place.zone
    found = Times.within(departs, zone) if departs and departs.dated else None
    if found is None or found.late is None:
        return None
    early, late = date_of(found.early, zone), date_of(found.late, zone)
    return (first_day(early), last_day(late)) if early and late else None


def _key(found: tuple[date, date] | None, unit: _Unit, first: date) -> int | None:
    """The stretch in which both days lie; None where they lie in two, or are not known."""
    if found is None:
        return None
    early, late = (unit.key(day, first) for day in found)
    return early if early == late else None


def _filled(keys: Sequence[int | None]) -> list[int] | None:
    """With those between two of one stretch in it, too; None where others are not known."""
    after: list[int | None] = [None]  # what is known from each on, the last first
    for key in reversed(keys):
        after.append(after[-1] if key is None else key)
    filled: list[int] = []
    for key, known in zip(keys, reversed(after[1:]), strict=True):
        if known is None or (key is None and (not filled or filled[-1] != known)):
            return None
        filled.append(known)
    return filled


def _names(
    unit: _Unit, days: Sequence[tuple[date, date] | None], part: Sequence[int], wording: Wording
) -> tuple[str, str]:
    known = [found for i in part if (found := days[i])]
    first, last = known[0][0], known[-1][0]
    return wording.brief(first, last, unit.name), wording.brief(first, last, unit.short)


def _by_count(count: int, wording: Wording) -> list[_Found]:
    size = next(
        int(step * 10**power)
        for power in range(1, 9)
        for step in _ROUND
        if step * 10**power * CHAPTERS >= count
    )
    return [_numbered(first, min(first + size, count), wording) for first in range(0, count, size)]


def _numbered(first: int, end: int, wording: Wording) -> _Found:
    key = "strip.from_to" if end > first + 1 else "strip.just"
    return first, end, wording.say(key, first=first + 1, last=end), str(first + 1)


def _said(legs: Sequence[LegTrack], wording: Wording) -> str:
    """How many legs, and how long they take, where nobody has to assume it."""
    said = wording.count("strip.legs", len(legs))
    times = [leg.slot.duration for leg in legs]
    known = [one.figure for one in times if one and one.basis is not Basis.ASSUMED]
    if len(known) < len(legs):
        return said
    return f"{said} · {elapsed(reduce(add, known), wording)}"
