"""Pieces of SVG: paths, texts, dots, a scale and an arrow to the north."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from math import floor, log10

from journey.basemap.projection import Dot, Frame, Stroke
from journey.model.palette import HOLLOW, MAP, MODES
from journey.words.labels import Label
from journey.words.wording import Wording

INK, SOFT, PAPER = (MAP["light"][name] for name in ("text", "soft", "paper"))
DEGREE = 111.195  # km in a degree of latitude, on a sphere of 6371 km


def path(strokes: Iterable[Stroke], *, closed: bool = False) -> str:
    """The strokes as the data of one path, to a tenth of a unit.

    >>> path([[(0, 0), (1.25, 3)]])
    'M0 0L1.2 3'
    """
    end = "Z" if closed else ""
    return "".join("M" + "L".join(_pair(dot) for dot in stroke) + end for stroke in strokes)


def _pair(dot: Dot) -> str:
    return " ".join(f"{n:.1f}".removesuffix(".0") for n in dot)


def route(stroke: Stroke, mode: str, basis: str, width: float = 4.6) -> str:
    """The line of a leg: dashed as its mode, and hollow where the line is assumed."""
    ink = MODES[mode]
    dash = " ".join(f"{float(n) * width / 5:.1f}" for n in ink.dash.split())
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    line = f'<path d="{path([stroke])}" fill="none" stroke-linejoin="round"'
    core = HOLLOW[basis] * width / 5
    drawn = f'{line} stroke="{PAPER}" stroke-width="{width + 2:g}" opacity=".8"/>'
    drawn += f'{line} stroke="{ink.light}" stroke-width="{width:g}"{dashed}/>'
    if core:
        drawn += f'{line} stroke="#fff" stroke-width="{core:.1f}"/>'
    return drawn


def text(label: Label, *, kind: str = "name", anchor: str = "middle") -> str:
    """A name, with a halo of paper around it."""
    return (
        f'<text class="{kind}" x="{label.x:.1f}" y="{label.y:.1f}" font-size="{label.size:g}" '
        f'text-anchor="{anchor}">{escape(label.text)}</text>'
    )


def spot(dot: Dot, radius: float, *, known: bool) -> str:
    """The point of a place: filled where it is known that the way led there."""
    fill = INK if known else "#fff"
    return (
        f'<circle cx="{dot[0]:.1f}" cy="{dot[1]:.1f}" r="{radius:g}" fill="{fill}" '
        f'stroke="{INK}" stroke-width="1.3"/>'
    )


def badge(dot: Dot, number: int, mode: str) -> str:
    """The number of a leg, as in the legend."""
    x, y = dot
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="8.5" fill="#fff" stroke="{MODES[mode].light}" '
        f'stroke-width="1.8"/><text class="number" x="{x:.1f}" y="{y + 4:.1f}" font-size="11.5" '
        f'text-anchor="middle">{number}</text>'
    )


def scale(frame: Frame, corner: Dot, wording: Wording, most: float = 130.0) -> str:
    """A bar of a round length, at most ``most`` units, true at the middle of the picture."""
    unit_km = DEGREE / frame.scale
    length = round_below(most * unit_km)
    units = length / unit_km
    said = wording.measure(length, "km") if length >= 1 else wording.measure(length * 1000, "m")
    x, y = corner
    return (
        f'<path d="M{x:.1f} {y - 5:.1f}v5h{units:.1f}v-5M{x + units / 2:.1f} {y:.1f}v-3" '
        f'fill="none" stroke="{INK}" stroke-width="1.2"/>'
        + text(Label(said, x + units / 2, y - 8, 11), kind="name")
    )


def round_below(value: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above ``value``.

    >>> round_below(130), round_below(0.7)
    (100.0, 0.5)
    """
    power = 10.0 ** floor(log10(value))
    return max(step * power for step in (1, 2, 5) if step * power <= value * (1 + 1e-9))


def north(corner: Dot, wording: Wording) -> str:
    """An arrow to the north, which is up."""
    x, y = corner
    arrow = f'<path d="M{x:.1f} {y:.1f}l5.5 17l-5.5 -4l-5.5 4z" fill="{INK}"/>'
    return arrow + text(Label(wording.say("handout.north"), x, y + 29, 11))


def sampled(strokes: Iterable[Sequence[Dot]], step: float = 4.0) -> list[Dot]:
    """Dots along the strokes, about ``step`` units apart."""
    found: list[Dot] = []
    for stroke in strokes:
        for (ax, ay), (bx, by) in pairwise(stroke):
            pieces = max(1, round(max(abs(bx - ax), abs(by - ay)) / step))
            found += [
                (ax + (bx - ax) * i / pieces, ay + (by - ay) * i / pieces) for i in range(pieces)
            ]
    return found
