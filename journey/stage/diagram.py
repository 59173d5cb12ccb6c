"""Distance over true time, drawn once for the stage, the page and paper.

It is flat and dotted where they wait, and steep where they are fast. Across stand the
places of the :mod:`timeline <journey.stage.timeline>`, upwards the distance.
All spots are shares of the drawing, so that one markup fits every size:
it takes its width, its height (``--tall``) and its colours from the page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup

from journey.model.palette import HOLLOW, Ink
from journey.stage import ticks
from journey.stage.axis import marks
from journey.stage.closeup import FEW, CloseUp, close_up, drawn, wedge
from journey.stage.naming import Rise, Room, Side, Spot, Wish
from journey.stage.profile import profile
from journey.stage.shapes import WIDTH, data, label, percent, plane, shown, spot, stroke, way
from journey.stage.timeline import Timeline, part_at
from journey.track.facts import about, facts
from journey.track.schedule import Reckoned
from journey.track.track import LegTrack, Track
from journey.words import itinerary, totals
from journey.words.facts import footings, lasting
from journey.words.html import joined, tag
from journey.words.modes import named
from journey.words.wording import Wording

_HIGHEST = 1.3  # times the distance used: bounds beyond leave the drawing
_HEAD = 1.16  # times the highest: room for a name above it
_TIMES, _WAYS = (4, 7, 7), (4, 4, 4)  # ticks at the most, at each of the widths
_KM = Side("start", 1, -4)  # where the distance's words stand on their rules
_ABOVE, _BELOW = Side("middle", 0, -8), Side("middle", 0, 16)  # where a wait is named
_BESIDE = (Side("end", -10, -8), Side("start", 10, 18))  # where a leg is
_FULL = 0.93  # of the height, beyond which a rule would have its words outside
_NEAR = 0.0007  # of the drawing: steps that can't be seen where there are very many


@dataclass(frozen=True)
class Diagram:
    """The drawing as markup, and what a cursor on it needs.

    ``top`` is the height of the drawing in km; ``shares`` are those of the legs.
    """

    markup: Markup
    top: float
    shares: tuple[float, ...]
    close_up: CloseUp | None


@dataclass(frozen=True)
class Scales:
    """From seconds and km to spots in the drawing."""

    track: Track
    line: Timeline
    top: float

    @classmethod
    def of(cls, track: Track) -> Scales:
        """The scales on which the track's legs, and most of their bounds, are in the drawing."""
        used = track.distance.used
        highest = max(used, *(leg.end_distance.high or 0.0 for leg in track.legs))
        return cls(track, Timeline.of(track), _HEAD * min(highest, _HIGHEST * used) or 1.0)

    def steps(self, index: int) -> list[Spot]:
        """The line of a leg: the spots at which speed changes, ends and waits."""
        leg = self.track.legs[index]
        fixes = leg.fixes
        found: list[Spot] = []
        for i, (fix, part) in enumerate(zip(fixes, leg.passed, strict=True)):
            around = (fixes[max(i - 1, 0)].km, fixes[min(i + 1, len(fixes) - 1)].km)
            if i in (0, len(fixes) - 1) or fix.km in around:
                found.append((self.line.within(index, part), fix.km / self.top))
        return [*dict.fromkeys(found)] if len(set(found)) > 1 else found[:1] * 2

    def waits(self, index: int) -> list[Flat]:
        """Where a leg waits: the spots between which the line is flat."""
        leg = self.track.legs[index]
        found: list[Flat] = []
        for wait in leg.waits:
            fix = leg.fixes[bisect_left(leg.fixes, wait.start, key=lambda fix: fix.seconds)]
            low, high = (self.line.within(index, part_at(leg, at)) for at in (wait.start, wait.end))
            up = fix.km / self.top
            found.append(Flat((low, up), (high, up), wait.reckoned))
        return found

    def ways(self, index: int) -> list[list[Spot]]:
        """The line of a leg where it does not wait, in pieces."""
        flats = self.waits(index)
        found: list[list[Spot]] = []
        for a, b in pairwise(self.steps(index)):
            if any(flat.holds(a, b) for flat in flats):
                continue
            if found and found[-1][-1] == a:
                found[-1].append(b)
            else:
                found.append([a, b])
        return found

    def end(self, index: int) -> Spot:
        """The spot where a leg arrives, before it waits."""
        leg = self.track.legs[index]
        across = self.line.within(index, part_at(leg, leg.slot.end.used))
        return across, leg.end_distance.used / self.top


class Flat(NamedTuple):
    """A flat stretch of the line, and how long it is waited there."""

    low: Spot
    high: Spot
    lasts: Reckoned

    def holds(self, a: Spot, b: Spot) -> bool:
        """Whether the line from ``a`` to ``b`` lies in it."""
        return a[1] == b[1] and self.low[0] <= (a[0] + b[0]) / 2 <= self.high[0]


def diagram(track: Track, wording: Wording) -> Diagram:
    """The diagram of the track."""
    scales = Scales.of(track)
    lines = [scales.steps(index) for index in range(len(track.legs))]
    rise = Rise(*zip(*(at for line in lines for at in line), strict=True))
    found = close_up(track, scales.line, rise)
    parts = joined(_parts(scales, lines, rise, found, wording))
    said = wording.say("chart.space_time_alt", text=itinerary.total(track, wording))
    svg = tag("svg", parts, role="img", aria_label=said)
    both = svg + profile(track, scales.line, wording)
    return Diagram(tag("div", both, class_="diagram"), scales.top, scales.line.shares, found)


def _parts(
    scales: Scales,
    lines: Sequence[Sequence[Spot]],
    rise: Rise,
    found: CloseUp | None,
    wording: Wording,
) -> Iterator[Markup]:
    room = Room(rise)
    yield from _ways(scales, room, wording)
    yield from _times(scales, wording)
    tie: tuple[Markup, ...] = ()
    if found:
        room.take(found.low, found.high, 18)
        tie = (wedge(found, lines[found.index][0], scales.end(found.index)),)
    yield tag("g", class_="beside")
    few = len(lines) <= FEW
    yield plane(*tie, *(_legs(scales) if few else _crowd(scales)), *_waits(scales))
    if few:
        yield from _ends(scales, room, wording)
        yield from _names(scales, room, found, wording)
    if found:
        yield drawn(found, wording)
    yield tag("circle", r="5", class_="dot", visibility="hidden")


def _ways(scales: Scales, room: Room, wording: Wording) -> Iterator[Markup]:
    """The rules of the distance, with their words on them."""
    for tick in ticks.distances(scales.top, _WAYS, wording):
        up = tick.value / scales.top
        if up > _FULL:
            continue
        room.take_text(tick.text, (0, up), _KM, 11)
        yield stroke((0, up), (1, up), "rule")
        yield label(tick.text, (0, up), _KM, "tick")


def _times(scales: Scales, wording: Wording) -> Iterator[Markup]:
    """The time's axis, which ends where the journey does."""
    yield stroke((0, 0), (1, 0), "axis")
    for mark in marks(scales.line, _TIMES, 11, wording):
        line = tag("path", d="M0 0V4", class_="axis")
        anchor = "middle" if mark.place else None
        words = tag("text", mark.text, y="16", text_anchor=anchor, class_="tick")
        yield spot((mark.place, 0), line, words, kind=shown("at hour", mark.width))


def _style(leg: LegTrack) -> tuple[Ink, float, bool]:
    """Ink, px of paper inside the line, and whether the time is not known."""
    hollow = HOLLOW[leg.speed_basis.value] * WIDTH if leg.slot.duration else 0.0
    return leg.means.ink, hollow, leg.slot.duration is None


def _legs(scales: Scales) -> Iterator[Markup]:
    for index, leg in enumerate(scales.track.legs):
        line = "".join(map(data, scales.ways(index)))
        ink, hollow, unknown = _style(leg)
        yield tag("g", *way(line, ink, hollow, unknown=unknown), class_="leg", data_of=leg.leg.id)


def _crowd(scales: Scales) -> Iterator[Markup]:
    """All legs of a mode as one path, of which no step is too small to be seen."""
    paths: dict[tuple[Ink, bool], list[str]] = {}
    last: Spot = (0.0, 0.0)
    for index, leg in enumerate(scales.track.legs):
        for line in scales.ways(index):
            # Across a wait the line is not drawn on from the last spot that was seen.
            seen = [last if line[0][0] - last[0] <= _NEAR else line[0]]
            for at in line:
                if max(at[0] - seen[-1][0], at[1] - seen[-1][1]) > _NEAR:
                    seen.append(at)
            if len(seen) > 1:
                last = seen[-1]
                style = leg.means.ink, leg.slot.duration is None
                paths.setdefault(style, []).append(data(seen))
    for (ink, unknown), found in paths.items():
        yield tag("g", *way("".join(found), ink, 0.0, unknown=unknown), class_="leg")


def _waits(scales: Scales) -> Iterator[Markup]:
    """All waits that can be seen, as one path."""
    found = [flat for index in range(len(scales.track.legs)) for flat in scales.waits(index)]
    lines = [data((a, b)) for a, b, _ in found if b[0] - a[0] > _NEAR]
    if lines:
        yield tag("path", d="".join(lines), class_="wait")


def _ends(scales: Scales, room: Room, wording: Wording) -> Iterator[Markup]:
    """Where legs end: a point, and bars within which time and distance are known."""
    room.take((0, 0), (0, 0), 4)
    yield _point((0, 0))
    for index, leg in enumerate(scales.track.legs):
        at = scales.end(index)
        bars = [bar for bar in (_time_bar(scales, leg, at), _way_bar(scales, leg, at)) if bar]
        for bar in bars:
            room.take(bar.low, bar.high, 1)
        room.take(at, at, 4)
        told = tag("title", _told(scales.track, index, wording))
        yield tag("g", told, *map(_bar, bars), _point(at), class_="end")


def _point(at: Spot) -> Markup:
    return tag("circle", cx=percent(at[0]), cy=percent(1 - at[1]), r="3.2", class_="point")


class Bar(NamedTuple):
    """Within what a figure is known; ``beyond`` where it leaves the drawing."""

    low: Spot
    high: Spot
    beyond: bool


def _time_bar(scales: Scales, leg: LegTrack, at: Spot) -> Bar | None:
    """The bar of an end's time; it ends at the time used where nothing bounds it from above."""
    time, (across, up) = leg.slot.end, at
    late = time.used if time.high is None else time.high
    if time.low == late:
        return None
    low = min(scales.line.at(time.low), across)
    high = across if late == time.used else max(scales.line.at(late), across)
    return Bar((low, up), (high, up), late > scales.line.whole * (1 + 1e-9))


def _way_bar(scales: Scales, leg: LegTrack, at: Spot) -> Bar | None:
    """The bar of an end's distance; likewise."""
    way, top = leg.end_distance, scales.top
    far = way.used if way.high is None else way.high
    if way.low == far:
        return None
    return Bar((at[0], way.low / top), (at[0], min(far / top, 1.0)), far > top)


def _bar(bar: Bar) -> Markup:
    """The bar, with the head of an arrow where it goes on beyond the drawing."""
    line = stroke(bar.low, bar.high, "bounds")
    if not bar.beyond:
        return line
    head = "M4 0H12M8 -4L12 0L8 4" if bar.low[1] == bar.high[1] else "M-4 5L0 0L4 5"
    return line + spot(bar.high, tag("path", d=head, class_="bounds"))


def _told(track: Track, index: int, wording: Wording) -> str:
    """The end of a leg in words, with its bounds."""
    return wording.say(
        "chart.end",
        place=wording.pick(track.legs[index].end_place.name),
        distance=", ".join((totals.time(track, wording, index), totals.way(track, wording, index))),
    )


def _names(scales: Scales, room: Room, found: CloseUp | None, wording: Wording) -> Iterator[Markup]:
    legs = scales.track.legs
    last = len(legs) - 1
    order = sorted(range(last + 1), key=lambda index: -legs[index].distance.used)
    start = wording.pick(legs[0].start_place.name)
    wishes = [
        Wish(_texts(scales.track, last, wording), scales.end(last)),
        Wish((start,), (0, 0)),
        *(
            Wish(_texts(scales.track, index, wording), scales.end(index))
            for index in order
            if index < last
        ),
        *(_riding(scales, index, wording) for index in order if not found or index != found.index),
        *(_waiting(flat, wording) for index in range(last + 1) for flat in scales.waits(index)),
    ]
    for name in room.place(wishes):
        kind = shown(name.kind, name.width, name.until)
        yield label(name.text, name.at, name.side, kind, fill=name.ink)


def _waiting(flat: Flat, wording: Wording) -> Wish:
    """How long a wait is, on its middle."""
    (left, up), (right, _) = flat.low, flat.high
    text = wording.say("wait.brief", time=lasting(flat.lasts, wording))
    return Wish((text,), ((left + right) / 2, up), (_ABOVE, _BELOW), "waits")


def _riding(scales: Scales, index: int, wording: Wording) -> Wish:
    """How a leg was travelled and how fast, beside its middle; what is assumed says so."""
    leg = scales.track.legs[index]
    mode = named(leg.means, wording)
    texts: tuple[str, ...] = (mode,)
    for fact in about(facts(leg), "speed"):
        speed = footings(fact, scales.track.journey, wording)[0]
        key = "chart.leg_assumed" if speed.basis == "assumed" else "chart.leg"
        texts = (wording.say(key, mode=mode, speed=speed.said), mode)
    (a, low), (b, high) = scales.steps(index)[0], scales.end(index)
    at = (a + b) / 2, (low + high) / 2
    return Wish(texts, at, _BESIDE, "name ride", leg.means.ink.css)


def _texts(track: Track, index: int, wording: Wording) -> tuple[str, ...]:
    """The place where the leg ends, with the distance to it where that is open above."""
    leg = track.legs[index]
    name = wording.pick(leg.end_place.name)
    if leg.end_distance.high is not None:
        return (name,)
    far = totals.way(track, wording, index)
    return wording.say("chart.end", place=name, distance=far), name
