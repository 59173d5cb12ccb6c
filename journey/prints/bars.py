"""The timeline on paper: each leg alike above, its true share of the time below."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from journey.model.palette import MODES
from journey.prints import drawing
from journey.stage.labels import Label
from journey.track.track import LegTrack, Track
from journey.words.html import tag
from journey.words.provenance import brief
from journey.words.wording import Wording

WIDTH, HEIGHT, FLAT = 720.0, 126.0, 48.0  # units of the picture
_TOP, _LOW, _TALL = 18.0, 80.0, 26.0


def bars(track: Track, wording: Wording) -> Markup:
    """Both bars as SVG; modes differ in hatch, and legs have their numbers."""
    tall = HEIGHT if any(leg.slot.duration for leg in track.legs) else FLAT
    used = dict.fromkeys(leg.leg.mode.value for leg in track.legs)
    return tag(
        "svg",
        tag("defs", *map(_hatch, used)),
        *_pieces(track, wording),
        viewBox=f"-1 0 {WIDTH + 2:g} {tall:g}",
        role="img",
        aria_label=wording.say("strip.aria"),
    )


def _hatch(mode: str) -> Markup:
    """Parallel lines, whose direction and distance are those of the mode."""
    number = list(MODES).index(mode)
    gap, turn = 4 + number % 3 * 2.5, number * 45 % 180
    return tag(
        "pattern",
        tag("path", d=f"M0 0V{gap:g}", stroke=MODES[mode].light, stroke_width="2.2"),
        id=f"hatch-{mode}",
        width=f"{gap:g}",
        height=f"{gap:g}",
        patternUnits="userSpaceOnUse",
        patternTransform=f"rotate({turn})",
    )


def _pieces(track: Track, wording: Wording) -> Iterator[Markup]:
    size = WIDTH / len(track.legs)
    spans = [leg.slot.duration.figure.used if leg.slot.duration else 0.0 for leg in track.legs]
    whole, passed, free = sum(spans), 0.0, 0.0
    for number, (leg, span) in enumerate(zip(track.legs, spans, strict=True), 1):
        left = (number - 1) * size
        yield from _equal(leg, left, size, wording)
        yield _number(left + 15, _TOP + _TALL / 2, number, leg)
        if whole:
            start, share = WIDTH * passed / whole, WIDTH * span / whole
            yield _joint(left, size, start, share)
            yield _box(start, _LOW, share, leg)
            # Numbers stand below, each clear of the one before.
            free = max(free + 19, start + share / 2)
            yield _number(min(free, WIDTH - 10), _LOW + _TALL + 10, number, leg)
            passed += span


def _equal(leg: LegTrack, left: float, size: float, wording: Wording) -> Iterator[Markup]:
    yield _box(left, _TOP, size, leg)
    lasts = leg.leg.duration
    said = brief(lasts[0], wording) if lasts else wording.say("leg.unknown_duration")
    mode = wording.say(f"mode.{leg.leg.mode.value}")
    name = Label(f"{mode}: {said}", left + 2, _TOP - 6, 11)
    yield drawing.text(name, anchor="start")


def _box(left: float, top: float, size: float, leg: LegTrack) -> Markup:
    mode = leg.leg.mode.value
    return tag(
        "rect",
        x=f"{left:.1f}",
        y=f"{top:g}",
        width=f"{max(size, 0.8):.1f}",
        height=f"{_TALL:g}",
        fill=f"url(#hatch-{mode})",
        stroke=MODES[mode].light,
        stroke_width="1.2",
    )


def _joint(left: float, size: float, start: float, share: float) -> Markup:
    """Thin lines from a leg above to the same leg below."""
    high = _TOP + _TALL
    lines = (
        f"M{left:.1f} {high:g}L{start:.1f} {_LOW:g}"
        f"M{left + size:.1f} {high:g}L{start + share:.1f} {_LOW:g}"
    )
    return tag("path", d=lines, stroke=drawing.SOFT, stroke_width=".6", fill="none")


def _number(x: float, y: float, number: int, leg: LegTrack) -> Markup:
    return drawing.badge((x, y), number, leg.leg.mode.value)
