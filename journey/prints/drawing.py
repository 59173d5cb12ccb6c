"""Pieces of SVG: paths, texts, dots, a scale and an arrow to the north."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor, log10

from markupsafe import Markup

from journey.basemap.projection import Dot, Projection, Stroke
from journey.model.palette import HOLLOW, LINE_WIDTH, MAP, MODES
from journey.stage.labels import Label
from journey.words.html import joined, tag
from journey.words.wording import Wording

INK, SOFT, PAPER = (MAP["light"][name] for name in ("text", "soft", "paper"))
# Km in a degree of latitude on a sphere of 6371 km, as good for a scale as the eye:
# right to half a per cent, and at the poles as well.
DEGREE = 111.195


def path(strokes: Iterable[Stroke], *, closed: bool = False) -> str:
    """The strokes as the data of one path, to a tenth of a unit.

    >>> path([[(0, 0), (1.25, 3)]])
    'M0 0L1.2 3'
    """
    end = "Z" if closed else ""
    return "".join("M" + "L".join(_pair(dot) for dot in stroke) + end for stroke in strokes)


def _pair(dot: Dot) -> str:
    return " ".join(f"{n:.1f}".removesuffix(".0") for n in dot)


def route(stroke: Stroke, mode: str, basis: str, width: float = 4.6) -> Markup:
    """The line of a leg: dashed as its mode, and hollow where the line is assumed."""
    ink = MODES[mode]
    dash = " ".join(f"{float(n) * width / LINE_WIDTH:.1f}" for n in ink.dash.split())
    core = HOLLOW[basis] * width
    layers: list[dict[str, str | None]] = [
        {"stroke": PAPER, "stroke_width": f"{width + 2:g}", "opacity": ".8"},
        {"stroke": ink.light, "stroke_width": f"{width:g}", "stroke_dasharray": dash or None},
    ]
    if core:
        layers.append({"stroke": "#fff", "stroke_width": f"{core:.1f}"})
    line = path([stroke])
    return joined(
        tag("path", d=line, fill="none", stroke_linejoin="round", **layer) for layer in layers
    )


def text(
    label: Label, *, kind: str = "name", anchor: str = "middle", spacing: float = 0.0
) -> Markup:
    """A name, with a halo of paper around it; ``spacing`` between its letters is in sizes."""
    return tag(
        "text",
        label.text,
        class_=kind,
        x=f"{label.x:.1f}",
        y=f"{label.y:.1f}",
        font_size=f"{label.size:g}",
        text_anchor=anchor,
        letter_spacing=f"{label.size * spacing:.1f}" if spacing else None,
    )


def spot(dot: Dot, radius: float, *, known: bool, other: bool = False) -> Markup:
    """The point of a place: filled where it is known that the way led there.

    One that is not drawn to, since ``other`` claims say so, has a broken ring.
    """
    fill = INK if known and not other else "#fff"
    return _circle(dot, radius, fill, INK, 1.3, "1.6 1.6" if other else None)


def badge(dot: Dot, number: int, mode: str) -> Markup:
    """The number of a leg, as in the legend."""
    x, y = dot
    ring = _circle(dot, 8.5, "#fff", MODES[mode].light, 1.8)
    return ring + text(Label(str(number), x, y + 4, 11.5), kind="number")


def _circle(
    dot: Dot, radius: float, fill: str, stroke: str, width: float, dash: str | None = None
) -> Markup:
    return tag(
        "circle",
        cx=f"{dot[0]:.1f}",
        cy=f"{dot[1]:.1f}",
        r=f"{radius:g}",
        fill=fill,
        stroke=stroke,
        stroke_width=f"{width:g}",
        stroke_dasharray=dash,
    )


def scale(projection: Projection, corner: Dot, wording: Wording, most: float = 130.0) -> Markup:
    """A bar of a round length, at most ``most`` units, true at the middle of the picture."""
    unit_km = DEGREE / projection.scale
    length = round_below(most * unit_km)
    units = length / unit_km
    said = wording.measure(length, "km") if length >= 1 else wording.measure(length * 1000, "m")
    x, y = corner
    line = f"M{x:.1f} {y - 5:.1f}v5h{units:.1f}v-5M{x + units / 2:.1f} {y:.1f}v-3"
    bar = tag("path", d=line, fill="none", stroke=INK, stroke_width="1.2")
    return bar + text(Label(said, x + units / 2, y - 8, 11))


def round_below(value: float) -> float:
    """The largest of 1, 2 and 5 times a power of ten that is not above ``value``.

    >>> round_below(130), round_below(0.7)
    (100.0, 0.5)
    """
    power = 10.0 ** floor(log10(value))
    return max(step * power for step in (1, 2, 5) if step * power <= value * (1 + 1e-9))


def north(corner: Dot, wording: Wording) -> Markup:
    """An arrow to the north, which is up."""
    x, y = corner
    arrow = tag("path", d=f"M{x:.1f} {y:.1f}l5.5 17l-5.5 -4l-5.5 4z", fill=INK)
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
