"""How clocks and the date jump on a leg: over a border, by a change on the way, over the date line.

An offset is that of its own moment: at the start that of the departure, at the
end that of the arrival. Nothing is said where nobody had such clocks, or where
nobody knows on which side of a change of the clocks the leg was.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from journey.model.calendar import ClockTime, Date, first_day, last_day
from journey.model.claims import Moment
from journey.model.journey import Journey
from journey.track.track import LegTrack
from journey.words import zones
from journey.words.wording import Wording

_DAY = timedelta(days=1)
# From here on it is the date that jumps, and the clocks only by the rest.
_LINE = timedelta(hours=20)
# Who is under way for longer puts clocks back and forth, and nobody counts.
_LONG = timedelta(days=180)
_TRIED = 12  # moments within a window


class _Jump(NamedTuple):
    """From one offset to another; ``moved`` says that the traveller's place moved them."""

    before: timedelta
    after: timedelta
    moved: bool

    @property
    def gap(self) -> timedelta:
        return self.after - self.before


def jump(leg: LegTrack, journey: Journey, wording: Wording) -> str:
    """How clocks jump on the leg, in sentences; "" where they do not, or nobody knows."""
    before, after = leg.start_place.zone, leg.end_place.zone
    if before is None or after is None:
        return ""
    found = {_jump(before, after, *pair) for pair in _pairs(leg, journey)}
    jumps = [one for one in found if one and one.gap]
    if not jumps or len(jumps) < len(found) or len({(one.gap, one.moved) for one in jumps}) > 1:
        return ""
    if jumps[0].moved:
        return _said_of_places(jumps, before, after, wording)
    return _said_of_change(jumps[0], after, wording) if len(jumps) == 1 else ""


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
    departs, arrives = leg.slot.departs, leg.slot.arrives
    ends = [window.span for window in (departs, arrives) if window and window.span]
    left, met = (ends[0], ends[-1]) if ends else (None, None)
    if left and met:
        return set(zip(_within(*left), _within(*met), strict=True))
    return {(when, when) for when in _days(journey.day)}


def _within(early: datetime, late: datetime | None) -> Iterator[datetime]:
    """Instants from the first to the last that is possible; without a last, only the first."""
    width = (late or early) - early
    return (early + width * step / _TRIED for step in range(_TRIED + 1))


def _days(moments: tuple[Moment, ...]) -> Iterator[datetime]:
    """Instants of the first time that is told: of days, noon UTC."""
    for moment in moments[:1]:
        early, late = moment.between or (moment.at, moment.at)
        # A clock time of a day that nobody dates says nothing of offsets.
        if early and late and not isinstance(early, ClockTime) and not isinstance(late, ClockTime):
            yield from _within(_noon(early, first_day), _noon(late, last_day))


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
    hours = wording.span(abs(gap.total_seconds()), long=True)
    return f"{said} {wording.say(key, hours=hours, before=first, after=last)}".strip()


def _said_of_change(jump: _Jump, zone: str, wording: Wording) -> str:
    """A change of the clocks themselves while the traveller is under way."""
    on = jump.gap > timedelta()
    if abs(jump.gap) >= _LINE:
        key = "clock.day_skipped" if on else "clock.day_twice"
        return wording.say(key, place=wording.zone(zone))
    return wording.say(
        "clock.put_forward" if on else "clock.put_back",
        hours=wording.span(abs(jump.gap.total_seconds()), long=True),
        before=zones.utc(jump.before),
        after=zones.utc(jump.after),
    )
