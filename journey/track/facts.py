"""A leg's facts, each once: the figure used, how it is known, and who says otherwise.

All that is told of a leg is told from here: pages, prints, the stage and files
only choose among the facts, order them and put them into words. There is no
word and no format in this module.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Literal, NamedTuple
from weakref import WeakKeyDictionary

from journey.geo.interval import Interval
from journey.model.calendar import ClockTime, Grain, grain
from journey.model.claims import Basis, Claim, Distance, Duration, Moment
from journey.model.journey import Place
from journey.model.quantity import disagree, kilometres, seconds
from journey.track.passage import Wait
from journey.track.readings import Times, apart
from journey.track.recording import longest, steps
from journey.track.schedule import Reckoned
from journey.track.track import Elsewhere, LegTrack
from journey.track.window import Window

About = Literal[
    "from", "to", "duration", "distance", "speed", "departs", "stop", "passes",
    # When a stop is reached and left, and what time passes there or at an end.
    "reaches", "wait", "leaves", "arrives", "line",
]  # fmt: skip
# The unit of each figure that is an interval; the others are no sizes.
UNITS: dict[About, str] = {"duration": "s", "distance": "km", "speed": "km/h", "wait": "s"}

# What is told of the way in the order in which the traveller comes by.
ON_THE_WAY: tuple[About, ...] = (
    "departs", "stop", "passes", "reaches", "wait", "leaves", "arrives",
)  # fmt: skip


class Follows(StrEnum):
    """How a figure that no claim gives follows from other facts."""

    MEASURED = "measured"  # the length of the line
    DIVIDED = "divided"  # distance by time, halts included
    COUNTED = "counted"  # on from the clock times before
    STRAIGHT = "straight"  # a geodesic, where no line is given
    BY_STOPS = "by_stops"  # the same from each stop to the next
    TIMES = "times"  # from clock times, and from what lies between them
    SUMMED = "summed"  # several claims together
    RECORDED = "recorded"  # a line that was recorded with times


class Drawn(NamedTuple):
    """The line of the leg: how long it is as drawn, in km.

    ``gap`` is for how many s at the longest nobody recorded a way that was
    recorded elsewhere, 0 for none.
    """

    km: float
    gap: float = 0.0


Figure = Interval | Times | Place | Drawn


@dataclass(frozen=True)
class Statement:
    """One thing said of a leg.

    ``figure`` is an interval in the unit of :data:`UNITS`, a time, a place or a
    line. It stands on the ``claim`` that says so, or ``follows`` from the facts
    in ``grounds``; a length of time also from ``claims``, which may be of other legs.
    """

    figure: Figure
    basis: Basis
    claim: Claim | None = None
    follows: Follows | None = None
    grounds: tuple[Fact, ...] = ()
    claims: tuple[Claim, ...] = ()


@dataclass(frozen=True)
class Fact:
    """What is said about one thing: the statement ``used``, and the ``others``.

    ``differ`` says that they can't all be true; ``place`` is where it is so,
    None for what is of the whole leg.
    """

    about: About
    used: Statement
    others: tuple[Statement, ...] = ()
    differ: bool = False
    place: Place | None = None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that is said, what is used first."""
        return (self.used, *self.others)

    @property
    def claimed(self) -> bool:
        """Whether somebody claims it; else it only follows."""
        return self.used.claim is not None


def facts(leg: LegTrack) -> tuple[Fact, ...]:
    """All facts of the leg in one order; of what nobody knows there is none."""
    if leg not in _FOUND:
        _FOUND[leg] = _facts(leg)
    return _FOUND[leg]


# Every view asks for them; they are found once, and kept as long as the leg is.
_FOUND: WeakKeyDictionary[LegTrack, tuple[Fact, ...]] = WeakKeyDictionary()


def _facts(leg: LegTrack) -> tuple[Fact, ...]:
    line = _line(leg)
    left = list(_moments("departs", leg.leg.departs, leg.start_place, leg.slot.departs))
    left = left or list(_recorded("departs", leg, leg.slot.departs, leg.start_place))
    met = list(_moments("arrives", leg.leg.arrives, leg.end_place, leg.slot.arrives))
    met = met or list(_recorded("arrives", leg, leg.slot.arrives, leg.end_place))
    duration, distance = _duration(leg, [*left, *met]), _distance(leg, line)
    left = left or list(_counted("departs", leg, leg.start_place, ()))
    met = met or list(_counted("arrives", leg, leg.end_place, (*left, *duration)))
    return (
        _place("from", leg.start_place, leg.leg.start, leg.start_others),
        _place("to", leg.end_place, leg.leg.end, leg.end_others),
        *duration,
        *(() if leg.stays else (distance,)),
        *_speed(leg, distance, duration),
        *_wait(leg.start_place, leg.slot.before),
        *left,
        *_at_stops(leg),
        *met,
        *_wait(leg.end_place, leg.slot.wait),
        line,
    )


def about(found: Iterable[Fact], *keys: About | tuple[About, ...]) -> list[Fact]:
    """Those of the facts that are about one of the ``keys``, in the order of the keys.

    Of keys that stand in one tuple the facts keep their own order, which is
    that of the way.
    """
    listed = list(found)
    return [fact for key in keys for fact in listed if _is_about(fact, key)]


def _is_about(fact: Fact, key: About | tuple[About, ...]) -> bool:
    return fact.about in key if isinstance(key, tuple) else fact.about == key


def for_readers(found: Iterable[Fact], *keys: About | tuple[About, ...]) -> list[Fact]:
    """The same without times counted on, lines that nobody gives, and stops without a note.

    Readers have the clocks and the map for these.
    """
    return [fact for fact in about(found, *keys) if _worth_reading(fact)]


def _worth_reading(fact: Fact) -> bool:
    claim = fact.used.claim
    if fact.about == "stop":
        return claim is not None and claim.note is not None
    return claim is not None or fact.about in UNITS


def _place(key: About, place: Place, claim: Claim, others: Sequence[Elsewhere] = ()) -> Fact:
    said = tuple(Statement(o.place, o.claim.basis, o.claim) for o in others)
    differ = any(other.place.id != place.id for other in others)
    return Fact(key, Statement(place, claim.basis, claim), said, differ, place)


def _claimed(
    key: About, said: Sequence[Statement], differ: bool, place: Place | None = None
) -> Iterator[Fact]:
    """The fact of which the first statement is used; nothing where there is none."""
    if said:
        yield Fact(key, said[0], tuple(said[1:]), differ, place)


def _sizes(
    claims: Sequence[Duration] | Sequence[Distance], used: Interval | None
) -> list[Statement]:
    """The claims as intervals; that of the first is the one ``used``."""
    if used is None or not claims:
        return []
    others = [seconds(c) if isinstance(c, Duration) else kilometres(c) for c in claims[1:]]
    return [
        Statement(size, claim.basis, claim)
        for size, claim in zip([used, *others], claims, strict=True)
    ]


def _differ(claims: Sequence[Duration] | Sequence[Distance]) -> bool:
    return len(claims) > 1 and disagree(claims)


def _duration(leg: LegTrack, times: Sequence[Fact]) -> tuple[Fact, ...]:
    """How long the leg takes, as is claimed, or as follows from clock times."""
    claims, lasts = leg.leg.duration, leg.slot.duration
    if lasts is None:
        return ()
    if lasts.claimed:
        return tuple(_claimed("duration", _sizes(claims, lasts.figure), _differ(claims)))
    return (Fact("duration", _following(lasts, times)),)


def _following(reckoned: Reckoned, times: Iterable[Fact]) -> Statement:
    """A length of time that follows from clock times; ``times`` are those of the leg."""
    grounds = tuple(fact for fact in times if _stands_on(fact, reckoned.claims))
    figure, basis, claims = reckoned.figure, reckoned.basis, reckoned.claims
    return Statement(figure, basis, follows=Follows.TIMES, grounds=grounds, claims=claims)


def _stands_on(fact: Fact, claims: Iterable[Claim]) -> bool:
    return any(fact.used.claim is claim for claim in claims)


def _distance(leg: LegTrack, line: Fact) -> Fact:
    claims = leg.leg.distance
    measured = Statement(
        leg.distance, leg.distance_basis, follows=Follows.MEASURED, grounds=(line,)
    )
    said = _sizes(claims, leg.distance) or [measured]
    return next(_claimed("distance", said, _differ(claims)))


def _speed(leg: LegTrack, distance: Fact, duration: tuple[Fact, ...]) -> Iterator[Fact]:
    if leg.speed and leg.speed.tells:
        grounds, basis = (distance, *duration), leg.speed_basis
        said = Statement(leg.speed, basis, follows=Follows.DIVIDED, grounds=grounds)
        yield Fact("speed", said)


def _line(leg: LegTrack) -> Fact:
    shape = leg.leg.shape
    gap = longest(steps(shape.line, shape.times)) if shape and shape.times else None
    figure = Drawn(leg.drawn_km, gap.seconds if gap else 0.0)
    assumed = Follows.BY_STOPS if leg.halts else Follows.STRAIGHT
    follows = None if shape else assumed
    return Fact("line", Statement(figure, leg.line_basis, shape, follows))


def _moments(
    key: About, claims: Sequence[Moment], place: Place, window: Window | None
) -> Iterator[Fact]:
    """The claims, those with a clock time first, for the schedule uses the first of them."""
    timed = sorted(claims, key=lambda claim: grain(Times.of(claim).early) is not Grain.MINUTE)
    when = [_dated(Times.of(c), place, window) if c is timed[0] else Times.of(c) for c in timed]
    said = [Statement(found, claim.basis, claim) for found, claim in zip(when, timed, strict=True)]
    yield from _claimed(key, said, apart(claims, place.zone), place)


def _dated(told: Times, place: Place, window: Window | None) -> Times:
    """What is told of a clock alone, with its day where the window has one."""
    found = Times.within(window, place.zone) if window else None
    alone = isinstance(told.early, ClockTime)
    return found if found and alone and isinstance(found.early, datetime) else told


def _at_stops(leg: LegTrack) -> Iterator[Fact]:
    """What is known of each stop: where it is, when it is passed or reached, the wait, the leaving.

    Waits that nobody claims are seen on a line that was recorded.
    """
    told = [leg.slot.before, leg.slot.wait, *(pause.wait for pause in leg.slot.stops)]
    seen = [wait for wait in leg.waits if all(wait.reckoned is not one for one in told)]
    places = [halt.place for halt in leg.halts]
    between = [wait for wait in seen if wait.place not in places]
    for halt, pause in zip(leg.halts, leg.slot.stops, strict=True):
        while between and between[0].start < pause.start.used:
            yield _stood(between.pop(0))
        stop, place = halt.stop, halt.place
        yield _place("stop", place, stop)
        if stop.at is not None:
            when = _dated(Times(stop.at, stop.at), place, pause.arrives)
            yield Fact("passes", Statement(when, stop.basis, stop), place=place)
        yield from _moments("reaches", stop.arrives, place, pause.arrives)
        yield from _wait(place, pause.wait)
        for wait in [wait for wait in seen if wait.place == place][:1]:
            seen.remove(wait)
            yield _stood(wait)
        yield from _moments("leaves", stop.departs, place, pause.departs)
    yield from map(_stood, between)


def _recorded(key: About, leg: LegTrack, window: Window | None, place: Place) -> Iterator[Fact]:
    """When it is as the line tells, whose points have times; nothing where it does not."""
    shape = leg.leg.shape
    figure = Times.within(window, place.zone) if window else None
    if window and shape and figure and window.claimed and window.claims == (shape,):
        yield Fact(key, Statement(figure, shape.basis, shape), place=place)


def _counted(
    key: Literal["departs", "arrives"], leg: LegTrack, place: Place, grounds: tuple[Fact, ...]
) -> Iterator[Fact]:
    """When it is, counted on from what is claimed; nothing where nothing begins it."""
    window = leg.slot.departs if key == "departs" else leg.slot.arrives
    figure = Times.within(window, place.zone, leg.start_place.zone) if window else None
    if window and figure:
        follows = Follows.COUNTED if window.counted else Follows.TIMES
        said = Statement(figure, window.basis, None, follows, grounds)
        yield Fact(key, said, place=place)


def _wait(place: Place, wait: Reckoned | None) -> Iterator[Fact]:
    """The wait there, as claimed or as it follows from clock times, if there is one."""
    if wait and wait.claimed:
        claims = [c for c in (*wait.claims, *wait.others) if isinstance(c, Duration)]
        yield from _claimed("wait", _sizes(claims, wait.figure), _differ(claims), place)
    elif wait:
        summed = all(isinstance(claim, Duration) for claim in wait.claims)
        yield _waited(place, wait, Follows.SUMMED if summed else Follows.TIMES)


def _stood(wait: Wait) -> Fact:
    return _waited(wait.place, wait.reckoned, Follows.RECORDED)


def _waited(place: Place | None, wait: Reckoned, follows: Follows) -> Fact:
    used = Statement(wait.figure, wait.basis, None, follows, claims=wait.claims)
    return Fact("wait", used, place=place)
