"""The timeline on paper: each leg alike above, its true share of the time below.

A wait is an empty, dotted block above, and below a gap of true width in which a
dotted line shows that time goes on. All places of the lower bar are those of
the stage's timeline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate, product
from typing import NamedTuple

from markupsafe import Markup

from journey.model.mode import Means
from journey.prints import drawing
from journey.prints.drawing import BADGE, SMALL
from journey.prints.legend import EACH, turns
from journey.stage.labels import Label, text_width, wrapped
from journey.stage.timeline import Timeline, part_at
from journey.track.facts import About, about, facts
from journey.track.passage import Wait
from journey.track.track import LegTrack, Track
from journey.words.facts import label, lasting, standing, used
from journey.words.html import tag
from journey.words.modes import named
from journey.words.wording import Wording
from journey.words.years import dating

WIDTH = 720.0  # units of the picture
_TALL, _FALL, _LINE = 26.0, 36.0, 12.0  # of a bar, from the upper to the lower, of a text
_GAP, _CLOSE = 19.0, 2 * SMALL + 2  # between the middles of two numbers, and of many
_WAIT = 0.4  # of a leg's width: what a wait is given above
_SIZES = (11.0, 9.0)  # of the words over the upper bar, the largest first that fits
_MOST = 3  # lines of words
_INSET = 4.0  # by which a wait stands clear of the legs around it
_NUMBER = re.compile(r"(\d) ")


class Block(NamedTuple):
    """A piece of the upper bar: where it is, what may stand over it, and its leg.

    The leg of a wait is None.
    """

    left: float
    width: float
    words: tuple[str, ...]
    leg: LegTrack | None


def bars(track: Track, wording: Wording) -> Markup:
    """Both bars as SVG; modes differ in hatch, and legs have their numbers."""
    wording = dating(track, wording)
    blocks = _blocks(track, wording)
    rows, size = _rows(blocks)
    top = 6 + _LINE * max(map(len, rows), default=0)
    low = top + _TALL + _FALL
    pieces = [*_upper(blocks, rows, size, top)]
    bottom = top + _TALL + 4
    if track.timed:
        pieces += _lower(track, blocks, top, low, wording)
        bottom = low + _TALL + 20
    dates = [*_dates(track, bottom + 11, wording)]
    tall = bottom + (16 if dates else 0)
    used = track.means
    return tag(
        "svg",
        tag("defs", *map(_hatch, used, range(len(used)))),
        *pieces,
        *dates,
        viewBox=f"-1 0 {WIDTH + 2:g} {tall:g}",
        role="img",
        aria_label=wording.say("strip.aria"),
    )


def _hatch(means: Means, number: int) -> Markup:
    """Parallel lines, whose direction and distance no other of the first dozen modes has."""
    gap, turn = 4 + number % 3 * 2.5, number * 45 % 180
    return tag(
        "pattern",
        tag("path", d=f"M0 0V{gap:g}", stroke=means.ink.light, stroke_width="2.2"),
        id=f"hatch-{means.id}",
        width=f"{gap:g}",
        height=f"{gap:g}",
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({turn})",
    )


def _blocks(track: Track, wording: Wording) -> list[Block]:
    """The legs, all alike, with the waits at their ends between them."""
    found: list[tuple[float, tuple[str, ...], LegTrack | None]] = []
    for leg in track.legs:
        waits = [(wait, _wait_words(wait, wording)) for wait in leg.waits if _seen(wait)]
        found += [(_WAIT, words, None) for wait, words in waits if _before(wait, leg)]
        found.append((1.0, _leg_words(leg, wording), leg))
        found += [(_WAIT, words, None) for wait, words in waits if _after(wait, leg)]
    size = WIDTH / sum(weight for weight, _, _ in found)
    lefts = accumulate((weight * size for weight, _, _ in found), initial=0.0)
    return [
        Block(left, weight * size, words, leg)
        for left, (weight, words, leg) in zip(lefts, found, strict=False)
    ]


def _seen(wait: Wait) -> bool:
    return wait.end > wait.start


def _before(wait: Wait, leg: LegTrack) -> bool:
    return wait.end <= leg.slot.start.used


def _after(wait: Wait, leg: LegTrack) -> bool:
    return wait.start >= leg.slot.end.used


def _leg_words(leg: LegTrack, wording: Wording) -> tuple[str, ...]:
    lasts = leg.slot.duration
    said = lasting(lasts, wording) if lasts else wording.say("leg.unknown_duration")
    mode = named(leg.means, wording)
    return f"{mode}: {said}", said, lasting(lasts, wording.narrowed()) if lasts else said


def _wait_words(wait: Wait, wording: Wording) -> tuple[str, ...]:
    said = lasting(wait.reckoned, wording)
    return f"{wording.say('leg.wait')}: {said}", said, lasting(wait.reckoned, wording.narrowed())


def _rows(blocks: Sequence[Block]) -> tuple[list[list[str]], float]:
    """What stands over each block, a line each, and its size; nothing where it would not fit."""
    for choice, size in product(range(3), _SIZES):
        rows = [_wrapped(block.words[choice], block.width - 4, size) for block in blocks]
        if all(rows) and max(map(len, rows)) <= _MOST:
            return rows, size
    return [[] for _ in blocks], _SIZES[-1]


def _wrapped(words: str, width: float, size: float) -> list[str]:
    """The words in lines of that width, each number with its unit; none where one is wider."""
    bound = _NUMBER.sub("\\1\N{NO-BREAK SPACE}", words).split(" ")
    return wrapped(bound, width, size, text_width)


def _upper(
    blocks: Sequence[Block], rows: Sequence[Sequence[str]], size: float, top: float
) -> Iterator[Markup]:
    number = 0
    for block, lines in zip(blocks, rows, strict=True):
        inset = 0.0 if block.leg else min(_INSET, block.width / 4)
        yield _box(block.left + inset, top, block.width - 2 * inset, block.leg)
        for index, line in enumerate(reversed(lines)):
            at = Label(line, block.left + inset + 2, top - 6 - index * _LINE, size)
            yield drawing.text(at, anchor="start")
        number += block.leg is not None
        if block.leg and block.width >= _GAP:
            yield _number(block.left + min(15, block.width / 2), top + _TALL / 2, number, block.leg)


def _box(left: float, top: float, width: float, leg: LegTrack | None) -> Markup:
    """A piece of a bar: hatched as its mode, empty where no time is known, dotted for a wait."""
    means = leg.means if leg else None
    timed = leg is not None and leg.slot.duration is not None
    return tag(
        "rect",
        x=f"{left:.1f}",
        y=f"{top:g}",
        width=f"{max(width, 0.8):.1f}",
        height=f"{_TALL:g}",
        fill=f"url(#hatch-{means.id})" if means else "none",
        stroke=means.ink.light if means else drawing.SOFT,
        stroke_width="1.2",
        stroke_dasharray=None if timed else "4 3" if means else "1.2 3",
        class_=None if means else "wait",
    )


def _lower(
    track: Track, blocks: Sequence[Block], top: float, low: float, wording: Wording
) -> Iterator[Markup]:
    line = Timeline.of(track)
    spots: list[float] = []
    above = [block for block in blocks if block.leg]
    for index, (leg, block) in enumerate(zip(track.legs, above, strict=True)):
        pieces = _pieces(line, index, leg)
        start, end = pieces[0][0], pieces[-1][1]
        yield _joint(block, top + _TALL, start, end, low)
        for left, right in pieces:
            yield _box(left, low, right - left, leg)
        for wait in filter(_seen, leg.waits):
            yield from _gap(wait, [_at(line, index, leg, s) for s in wait[1:3]], low, wording)
        spots.append((start + end) / 2)
    crowded = len(track.legs) > EACH
    for index, spot in _under(spots, turns(track)) if crowded else _spread(spots):
        radius = SMALL if crowded else BADGE
        yield _number(spot, low + _TALL + 10, index + 1, track.legs[index], radius)


def _at(line: Timeline, index: int, leg: LegTrack, seconds: float) -> float:
    return WIDTH * line.within(index, part_at(leg, seconds))


def _pieces(line: Timeline, index: int, leg: LegTrack) -> list[tuple[float, float]]:
    """Where the leg is under way, from left to right; the whole slice where no time is known."""
    if not leg.span:
        left = WIDTH * line.lefts[index]
        return [(left, left + WIDTH * line.shares[index])]
    edges = [leg.begin, *(at for wait in filter(_seen, leg.waits) for at in wait[1:3])]
    times = [*edges, leg.fixes[-1].seconds]
    found = [
        (_at(line, index, leg, a), _at(line, index, leg, b))
        for a, b in zip(times[::2], times[1::2], strict=True)
    ]
    return [piece for piece in found if piece[1] > piece[0]] or found[:1]


def _gap(wait: Wait, ends: Sequence[float], low: float, wording: Wording) -> Iterator[Markup]:
    """The dotted line of a wait, with its words where there is room."""
    left, right = ends
    middle = low + _TALL / 2
    yield tag(
        "path",
        d=f"M{left + 3:.1f} {middle:g}H{max(right - 2, left + 3.1):.1f}",
        class_="wait",
        stroke=drawing.INK,
        stroke_width="1.6",
        stroke_dasharray="0.1 4",
        stroke_linecap="round",
        fill="none",
    )
    time = lasting(wait.reckoned, wording)
    short = lasting(wait.reckoned, wording.narrowed())
    for words in (standing("wait.at", wait.place, wording, time=time), time, short):
        if text_width(words, 10) + 6 <= right - left:
            yield drawing.text(Label(words, (left + right) / 2, middle - 4, 10))
            return


def _joint(block: Block, high: float, start: float, end: float, low: float) -> Markup:
    """Thin lines from a leg above to the same leg below."""
    lines = (
        f"M{block.left:.1f} {high:g}L{start:.1f} {low:g}"
        f"M{block.left + block.width:.1f} {high:g}L{end:.1f} {low:g}"
    )
    return tag("path", d=lines, stroke=drawing.SOFT, stroke_width=".6", fill="none")


def _spread(spots: Sequence[float]) -> list[tuple[int, float]]:
    """Where the numbers stand, near their spots and clear of each other; as many as find room."""
    found: list[tuple[int, float]] = []
    for index, spot in enumerate(spots):
        at = max(spot, found[-1][1] + _GAP if found else 10.0)
        if at - spot < 4 * _GAP:
            found.append((index, at))
    limit, placed = WIDTH - 10, []
    for index, at in reversed(found):
        at = min(at, limit)
        limit = at - _GAP
        placed += [(index, at)] if at >= 10 else []
    return placed[::-1]


def _under(spots: Sequence[float], first: Sequence[int]) -> Iterator[tuple[int, float]]:
    """The numbers of many legs, each at its spot, as many as have room there; some come first."""
    placed: list[float] = []
    for index in dict.fromkeys([*first, *range(len(spots))]):
        at = min(max(spots[index], SMALL), WIDTH - SMALL)
        if all(abs(at - other) >= _CLOSE for other in placed):
            placed.append(at)
            yield index, at


def _number(x: float, y: float, number: int, leg: LegTrack, radius: float = BADGE) -> Markup:
    return drawing.badge((x, y), number, leg.means.ink, radius)


def _dates(track: Track, y: float, wording: Wording) -> Iterator[Markup]:
    """When it starts and ends, as far as that is known."""
    ends: list[tuple[LegTrack, About, float, str]] = [
        (track.legs[0], "departs", 0.0, "start"),
        (track.legs[-1], "arrives", WIDTH, "end"),
    ]
    for leg, key, x, anchor in ends:
        for fact in about(facts(leg), key)[:1]:
            words = f"{label(fact, wording)}: {used(fact, wording)}"
            yield drawing.text(Label(words, x, y, 11), anchor=anchor)
