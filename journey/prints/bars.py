"""The timeline on paper: each leg alike above, its true share of the time below."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from journey.model.palette import MODES
from journey.prints import drawing
from journey.prints.labels import Label
from journey.track.track import LegTrack, Track
from journey.words.provenance import brief
from journey.words.wording import Wording

WIDTH, HEIGHT, FLAT = 720.0, 126.0, 48.0  # units of the picture
_TOP, _LOW, _TALL = 18.0, 80.0, 26.0


def bars(track: Track, wording: Wording) -> str:
    """Both bars as SVG markup; modes differ in hatch, and legs have their numbers."""
    tall = HEIGHT if any(leg.slot.duration for leg in track.legs) else FLAT
    used = dict.fromkeys(leg.leg.mode.value for leg in track.legs)
    hatches = "".join(_hatch(mode) for mode in used)
    title = escape(wording.say("strip.aria"))
    return (
        f'<svg viewBox="-1 0 {WIDTH + 2:g} {tall:g}" role="img" aria-label="{title}">'
        f"<defs>{hatches}</defs>{''.join(_pieces(track, wording))}</svg>"
    )


def _hatch(mode: str) -> str:
    """Parallel lines, whose direction and distance are those of the mode."""
    number = list(MODES).index(mode)
    gap, turn = 4 + number % 3 * 2.5, number * 45 % 180
    return (
        f'<pattern id="hatch-{mode}" width="{gap:g}" height="{gap:g}" '
        f'patternUnits="userSpaceOnUse" patternTransform="rotate({turn})">'
        f'<path d="M0 0V{gap:g}" stroke="{MODES[mode].light}" stroke-width="2.2"/></pattern>'
    )


def _pieces(track: Track, wording: Wording) -> Iterator[str]:
    size = WIDTH / len(track.legs)
    spans = [leg.slot.duration.used if leg.slot.duration else 0.0 for leg in track.legs]
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


def _equal(leg: LegTrack, left: float, size: float, wording: Wording) -> Iterator[str]:
    yield _box(left, _TOP, size, leg)
    lasts = leg.leg.duration
    said = brief(lasts[0], wording) if lasts else wording.say("leg.unknown_duration")
    mode = wording.say(f"mode.{leg.leg.mode.value}")
    yield drawing.text(Label(f"{mode}: {said}", left + 2, _TOP - 6, 11), anchor="start")


def _box(left: float, top: float, size: float, leg: LegTrack) -> str:
    mode = leg.leg.mode.value
    return (
        f'<rect x="{left:.1f}" y="{top:g}" width="{max(size, 0.8):.1f}" height="{_TALL:g}" '
        f'fill="url(#hatch-{mode})" stroke="{MODES[mode].light}" stroke-width="1.2"/>'
    )


def _joint(left: float, size: float, start: float, share: float) -> str:
    """Thin lines from a leg above to the same leg below."""
    high = _TOP + _TALL
    return (
        f'<path d="M{left:.1f} {high:g}L{start:.1f} {_LOW:g}M{left + size:.1f} {high:g}'
        f'L{start + share:.1f} {_LOW:g}" stroke="{drawing.SOFT}" stroke-width=".6" fill="none"/>'
    )


def _number(x: float, y: float, number: int, leg: LegTrack) -> str:
    return drawing.badge((x, y), number, leg.leg.mode.value)
