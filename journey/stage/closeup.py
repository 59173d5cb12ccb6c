"""The part of a journey that its diagram could not show: one leg, on axes of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from journey.model.claims import Basis
from journey.model.palette import HOLLOW
from journey.stage import ticks
from journey.stage.naming import SIZE, Rise, Side, Spot
from journey.stage.shapes import (
    WIDTH,
    data,
    fitting,
    label,
    path,
    percent,
    plane,
    shown,
    stroke,
    way,
)
from journey.stage.timeline import Timeline
from journey.track.track import LegTrack, Track
from journey.words.facts import lasting
from journey.words.html import tag
from journey.words.modes import named
from journey.words.wording import Wording

FEW = 60  # legs: of more, none is the one that would have to be seen
SMALL = 0.03  # of the time and of the way: what can't be seen
_WIDE = tuple(n / 100 for n in range(50, 26, -2))  # widths that are tried, shares of the drawing
_TALL = (0.2, 0.56)  # the least and the largest height, as shares
_LEFT, _RIGHT = 0.17, 0.99  # what the distance's words leave of the drawing, and the edge
_AIR, _TEXT = 0.03, 0.115  # kept between the close-up and the line, and for a line of text
_BELOW, _RIGHTWARDS, _LEFTWARDS = Side("middle", 0, 14), Side("start", 5, 4), Side("end", -5, 4)
_ABOVE = Side("start", 0, -6)
_COUNTS = (2, 4, 6)  # ticks at the most, at each of the widths
# Above the longest time and the longest way, so that a close-up is not full to its edges.
_TIME_ROOM, _WAY_ROOM = 1.04, 1.18


@dataclass(frozen=True)
class CloseUp:
    """A leg on axes of its own, from ``low`` to ``high``, its corners in the drawing.

    The axes begin where the leg does, and are ``seconds`` long and ``km`` high.
    """

    index: int
    leg: LegTrack
    low: Spot
    high: Spot
    seconds: float
    km: float


def close_up(track: Track, line: Timeline, rise: Rise) -> CloseUp | None:
    """The leg that the journey looks at from near, else its shortest one if that can't be seen.

    None where there is no such leg, or its time is not known.
    """
    index = _looked_at(track, line)
    if index is None:
        return None
    leg = track.legs[index]
    corners, lasts = _corner(rise), leg.slot.duration
    if corners is None or lasts is None or not lasts.figure.used or not leg.distance.used:
        return None
    time = lasts.figure
    seconds, km = time.high or time.used, leg.distance.high or leg.distance.used
    return CloseUp(index, leg, *corners, seconds * _TIME_ROOM, km * _WAY_ROOM)


def _looked_at(track: Track, line: Timeline) -> int | None:
    legs = track.legs
    if track.journey.close_up:
        return [leg.leg.id for leg in legs].index(track.journey.close_up.leg)
    known = [index for index, leg in enumerate(legs) if leg.slot.duration]
    if not known or len(legs) > FEW:
        return None
    least = min(known, key=lambda index: _lasts(legs[index]))
    way = legs[least].distance.used / track.distance.used if track.distance.used else 0.0
    # Of the leg's share, what is not waited at its ends.
    span = legs[least].span
    time = line.shares[least] * (_lasts(legs[least]) / span if span else 1.0)
    return least if time < SMALL and way < SMALL else None


def _lasts(leg: LegTrack) -> float:
    """The time in s that is used for the leg, the waits at its ends not included."""
    return leg.slot.end.used - leg.slot.start.used


def _corner(rise: Rise) -> tuple[Spot, Spot] | None:
    """The larger of the boxes that fit above the line on the left and below it on the right."""
    found = []
    for wide in _WIDE:
        floor = rise.at(_LEFT + wide) + _AIR + _TEXT
        found.append(((_LEFT, floor), (_LEFT + wide, 1 - _TEXT)))
        ceiling = rise.at(_RIGHT - wide) - _AIR - _TEXT
        found.append(((_RIGHT - wide, _TEXT), (_RIGHT, ceiling)))
    (left, low), (right, high) = max(found, key=_area)
    if high - low < _TALL[0]:
        return None
    if left == _LEFT:
        return (left, max(low, high - _TALL[1])), (right, high)
    return (left, low), (right, min(high, low + _TALL[1]))


def _area(box: tuple[Spot, Spot]) -> float:
    (left, low), (right, high) = box
    return (right - left) * min(high - low, _TALL[1])


def wedge(found: CloseUp, start: Spot, end: Spot) -> Markup:
    """The faint wedge that ties a close-up to its leg's true place, from ``start`` to ``end``."""
    (left, low), (right, high) = found.low, found.high
    if left == _LEFT:
        aside = start[0] >= right
        corners = ((right, low), (right, high)) if aside else ((left, low), (right, low))
    else:
        aside = end[0] <= left
        corners = ((left, low), (left, high)) if aside else ((left, high), (right, high))
    ink = found.leg.means.ink
    return path([corners[0], start, end, corners[1]], class_="wedge", fill=ink.css)


def drawn(found: CloseUp, wording: Wording) -> Markup:
    """The close-up as markup: the slowest, the used and the fastest way to go the leg."""
    (left, low), (right, high) = found.low, found.high
    return tag(
        "svg",
        tag("rect", width="100%", height="100%", class_="paper"),
        *_axes(found, wording),
        plane(*_ways(found)),
        tag("rect", width="100%", height="100%", class_="frame"),
        *_title(found, wording),
        tag("circle", r="4.5", class_="dot", visibility="hidden"),
        class_="close-up",
        x=percent(left),
        y=percent(1 - high),
        width=percent(right - left),
        height=percent(high - low),
    )


def _axes(found: CloseUp, wording: Wording) -> Iterator[Markup]:
    for tick in ticks.times(found.seconds, _COUNTS, wording):
        across = tick.value / found.seconds
        yield stroke((across, 0), (across, 1), shown("rule", tick.width))
        yield label(tick.text, (across, 0), _BELOW, shown("tick", tick.width))
    # Their words stand on the side that is farther from the edge of the drawing.
    edge, side = (1, _RIGHTWARDS) if found.low[0] == _LEFT else (0, _LEFTWARDS)
    for tick in ticks.distances(found.km, (2, 2, 2), wording):
        up = tick.value / found.km
        yield stroke((0, up), (1, up), shown("rule", tick.width))
        yield label(tick.text, (edge, up), side, shown("tick", tick.width))


def _ways(found: CloseUp) -> Iterator[Markup]:
    ways = bounds(found.leg)
    ends = {key: (lasts / found.seconds, km / found.km) for key, (lasts, km) in ways.items()}
    ink = found.leg.means.ink
    if len(ends) == 3:
        corners = [(0.0, 0.0), ends["slow"], ends["fast"]]
        yield path(corners, class_="wedge", fill=ink.css)
    for key in ("slow", "fast"):
        if key in ends and ends[key] != ends["used"]:
            yield path([(0, 0), ends[key]], class_="bound", stroke=ink.css)
    hollow = HOLLOW[found.leg.speed_basis.value] * WIDTH
    yield from way(data([(0, 0), ends["used"]]), ink, hollow, unknown=False, kind="way")


def bounds(leg: LegTrack) -> dict[str, tuple[float, float]]:
    """Seconds and km of the slowest, the used and the fastest way to go a leg of known time.

    The slowest is left out where nothing bounds the time from above.
    """
    if leg.slot.duration is None:
        return {}
    time, way = leg.slot.duration.figure, leg.distance
    found = {
        "used": (time.used, way.used),
        "fast": (time.low, way.used if way.high is None else way.high),
    }
    return found if time.high is None else {"slow": (time.high, way.low), **found}


def _timed(name: str, leg: LegTrack, wording: Wording) -> str:
    """The leg with how long it took, and that this is assumed where it is."""
    lasts = leg.slot.duration
    if lasts is None:
        return name
    key = "chart.close_up_assumed" if lasts.basis is Basis.ASSUMED else "chart.close_up"
    return wording.say(key, name=name, time=lasting(lasts, wording))


def _title(found: CloseUp, wording: Wording) -> Iterator[Markup]:
    """What is looked at, above the close-up: as many words as fit at each of the widths."""
    leg = found.leg.leg
    wide = found.high[0] - found.low[0]
    name, mode = wording.pick(leg.name), named(found.leg.means, wording)
    texts = [*(_timed(text, found.leg, wording) for text in (name, mode)), name, mode]
    room = [wide * width for width in (320, *ticks.WIDTHS[1:])]
    yield from fitting(texts, room, SIZE, (0, 1), _ABOVE)
