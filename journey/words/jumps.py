"""How clocks and the date jump on a leg: over a border, by a change on the way, over the date line.

An offset is that of its own moment: at the start that of the departure, at the
end that of the arrival. Nothing is said where nobody had such clocks, or where
nobody knows on which side of a change of the clocks the leg was.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from journey.model.calendar import ClockTime, Date, first_day, last_day
from journey.model.claims import Basis, Moment
from journey.model.journey import Journey
from journey.track.track import LegTrack
from journey.track.window import Window
from journey.words import zones
from journey.words.provenance import Footing, inferred
from journey.words.wording import Wording

Span = tuple[datetime, datetime | None]

_DAY = timedelta(days=1)
# From here on it is the date that jumps, and the clocks only by the rest.
_LINE = timedelta(hours=20)
# Who is under way for longer puts clocks back and forth, and nobody counts.
_LONG = timedelta(days=180)
# Clocks change only once in a window so wide; in wider ones so many moments are tried.
_WIDE = timedelta(days=7)
_TRIED = 12


class _Jump(NamedTuple):
    """From one offset to another; ``moved`` says that the traveller's place moved them."""

    before: timedelta
    after: timedelta
    moved: bool

    @property
    def gap(self) -> timedelta:
        return self.after - self.before


class _Words(NamedTuple):
    """Keys for a change of the clocks: put forward, put back, by a day skipped or a day again."""

    forward: str
    back: str
    skipped: str
    twice: str


_UNDER_WAY = _Words("clock.way_forward", "clock.way_back", "clock.way_skipped", "clock.way_twice")
_WAITING = _Words("clock.wait_forward", "clock.wait_back", "clock.wait_skipped", "clock.wait_twice")


def jump(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    """How clocks jump on the leg and in the wait after it, in sentences.

    "" where they do not, or nobody knows.
    """
    before, after = leg.start_place.zone, leg.end_place.zone
    if after is None:
        return ""
    on_the_way = _on_the_way(before, after, _pairs(leg, journey), wording) if before else ""
    waited = _certain(after, after, _waited(leg))
    while_waiting = _said_of_change(waited[0], after, wording, _WAITING) if len(waited) == 1 else ""
    return " ".join(filter(None, (on_the_way, while_waiting)))


def jumps(leg: LegTrack, journey: Journey, wording: Wording) -> list[Footing]:
    """The same sentences with what they stand on, the rules of the time zones; none where none."""
    said = jump(leg, journey, wording)
    why = wording.say("clock.by_zones")
    return [inferred(said, Basis.DERIVED, why, wording)] if said else []


def _on_the_way(
    before: str, after: str, pairs: set[tuple[datetime, datetime]], wording: Wording
) -> str:
    jumps = _certain(before, after, pairs)
    if jumps and jumps[0].moved:
        return _said_of_places(jumps, before, after, wording)
    return _said_of_change(jumps[0], after, wording, _UNDER_WAY) if len(jumps) == 1 else ""


def _certain(before: str, after: str, pairs: set[tuple[datetime, datetime]]) -> list[_Jump]:
    """The jumps that there may be, if they are all of one size; else none."""
    found = {_jump(before, after, *pair) for pair in pairs}
    jumps = [one for one in found if one and one.gap]
    alike = len(jumps) == len(found) and len({(one.gap, one.moved) for one in jumps}) == 1
    return jumps if alike else []


def _jump(before: str, after: str, left: datetime, met: datetime) -> _Jump | None:
    """The jump of who leaves and arrives at these instants; None where clocks were not set so."""
    offsets = zones.kept(before, left), zones.kept(before, met), zones.kept(after, met)
    at_start, changed, at_end = offsets
    if at_start is None or changed is None or at_end is None:
        return None
    moved = changed != at_end
    if not moved and met - left > _LONG:
        return None
    return _Jump(at_start, at_end, moved)


def _pairs(leg: LegTrack, journey: Journey) -> set[tuple[datetime, datetime]]:
    """Instants of departure and arrival that may go together.

    Where no clock time is known at all, a day that is told is taken for both.
    """
    left, met = _span(leg.slot.departs), _span(leg.slot.arrives)
    if left or met:
        return _together(left or met, met or left)
    day = _day(journey.day)
    return _together(day, day)


def _waited(leg: LegTrack) -> set[tuple[datetime, datetime]]:
    """Instants at which the wait after the leg may have begun and ended."""
    return _together(_span(leg.slot.arrives), _span(leg.slot.leaves)) if leg.slot.wait else set()


def _span(window: Window | None) -> Span | None:
    return window.span if window else None


def _together(first: Span | None, last: Span | None) -> set[tuple[datetime, datetime]]:
    """Instants of two windows, from early to late in both; without a last, only the first."""
    if first is None or last is None:
        return set()
    widths = [(late or early) - early for early, late in (first, last)]
    tried = _TRIED if max(widths) > _WIDE else 1
    starts = first[0], last[0]
    shares = (step / tried for step in range(tried + 1))
    return {(starts[0] + widths[0] * share, starts[1] + widths[1] * share) for share in shares}


def _day(moments: tuple[Moment, ...]) -> Span | None:
    """The first time that is told: of days, from noon to noon UTC."""
    for moment in moments[:1]:
        early, late = moment.ends
        # A clock time of a day that nobody dates says nothing of offsets.
        if not isinstance(early, ClockTime) and not isinstance(late, ClockTime):
            return _noon(early, first_day), _noon(late, last_day)
    return None


def _noon(when: datetime | Date, end: Callable[[Date], date]) -> datetime:
    """The instant itself, or noon UTC of the first or the last day that is meant."""
    return when if isinstance(when, datetime) else datetime.combine(end(when), time(12), UTC)


def _said_of_places(jumps: list[_Jump], before: str, after: str, wording: Wording) -> str:
    """The jump from the clocks of one place to those of another."""
    gap, said = jumps[0].gap, ""
    if abs(gap) >= _LINE:
        said = wording.say("clock.date_on" if gap > timedelta() else "clock.date_back")
        gap -= _DAY if gap > timedelta() else -_DAY
    if not gap:
        return said
    ends = (before, jumps[0].before), (after, jumps[0].after)
    # Where the gap is certain and the offsets are not, only the places are named.
    first, last = (
        wording.zone(zone)
        if len(jumps) > 1 or zones.nautical(zone)
        else f"{wording.zone(zone)} ({zones.utc(ahead)})"
        for zone, ahead in ends
    )
    key = "clock.forward" if gap > timedelta() else "clock.back"
    hours = wording.span(abs(gap.total_seconds()))
    return f"{said} {wording.say(key, hours=hours, before=first, after=last)}".strip()


def _said_of_change(jump: _Jump, zone: str, wording: Wording, words: _Words) -> str:
    """A change of the clocks themselves."""
    on = jump.gap > timedelta()
    if abs(jump.gap) >= _LINE:
        return wording.say(words.skipped if on else words.twice, place=wording.zone(zone))
    return wording.say(
        words.forward if on else words.back,
        hours=wording.span(abs(jump.gap.total_seconds())),
        before=zones.utc(jump.before),
        after=zones.utc(jump.after),
    )
