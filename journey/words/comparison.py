"""What a journey is compared with: other speeds, and how long they would take."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import NamedTuple

from journey.geo.interval import Interval
from journey.model.journey import Journey
from journey.model.quantity import pace
from journey.model.teaching import Yardstick
from journey.track.track import Track
from journey.words.lengths import DAY, HOUR
from journey.words.provenance import Footing, elapsed, footing, quantity
from journey.words.wording import Wording


class Compared(NamedTuple):
    """Something to compare with: its name, its claims, and sentences that follow."""

    name: str
    claims: tuple[Footing, ...]
    follows: tuple[str, ...]


def comparisons(track: Track, wording: Wording) -> list[Compared]:
    """All that the journey is compared with, in the order of its file."""
    teaching = track.journey.teaching
    return [
        Compared(
            wording.pick(item.name),
            tuple(_claims(item, track.journey, wording)),
            tuple(_needed(item, track, wording)),
        )
        for item in (teaching.compare if teaching else ())
    ]


def _claims(item: Yardstick, journey: Journey, wording: Wording) -> Iterator[Footing]:
    for claim in (item.speed, item.distance, item.duration):
        if claim:
            yield footing(claim, quantity(claim, wording), journey, wording)


def _needed(item: Yardstick, track: Track, wording: Wording) -> Iterator[str]:
    """How long the whole way, and the leg worth a look, would take at that speed."""
    if item.speed is None:
        return
    near = track.near
    ways = [(wording.say("compare.whole"), track.distance)]
    ways += [(wording.pick(near.leg.name), near.distance)] if near else []
    for name, way in ways:
        hours = way / pace(item.speed)
        if hours:
            said = elapsed(_coarse(hours.scaled(HOUR)), wording)
            yield wording.say("compare.needed", way=name, time=said)


def _coarse(time: Interval) -> Interval:
    """The time in s, in whole days or hours where it is long: a round speed tells no less."""
    step = DAY if time.used >= 7 * DAY else HOUR if time.used >= 10 * HOUR else 0.0
    if not step:
        return time
    low, used = floor(time.low / step) * step, floor(time.used / step) * step
    if time.high is None or time.high == time.low:
        return Interval(low, used, None if time.high is None else used, time.rough)
    return Interval(low, used, ceil(time.high / step) * step, time.rough)
