"""Pieces of SVG: paths, texts, dots, a scale and an arrow to the north."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import cos, floor, log10, radians, sin

from markupsafe import Markup

from journey.basemap.projection import Dot, Projection, Stroke
from journey.model.palette import HOLLOW, LINE_WIDTH, MAP, Ink
from journey.stage.labels import Label
from journey.words.html import joined, tag
from journey.words.wording import Wording
from journey.words.written import isolated

INK, SOFT, PAPER = (MAP["light"][name] for name in ("text", "soft", "paper"))
# Km in a degree of latitude on a sphere of 6371 km, as good for a scale as the eye:
# right to half a per cent, and at the poles as well.
DEGREE = 111.195
BADGE, SMALL = 8.5, 7.0  # units of the radius of a leg's number, and of those of many legs


def path(strokes: Iterable[Stroke], *, closed: bool = False) -> str:
    """The strokes as the data of one path, to a tenth of a unit.

    >>> path([[(0, 0), (1.25, 3)]])
    'M0 0L1.2 3'
    """
    end = "Z" if closed else ""
    return "".join("M" + "L".join(_pair(dot) for dot in stroke) + end for stroke in strokes)


def _pair(dot: Dot) -> str:
    return " ".join(f"{n:.1f}".removesuffix(".0") for n in dot)


def route(stroke: Stroke, ink: Ink, basis: str, width: float = 4.6) -> Markup:
    """The line of a leg: in the ink of its mode, and hollow where the line is assumed."""
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
        isolated(label.text),
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


def badge(dot: Dot, number: int, ink: Ink, radius: float = BADGE) -> Markup:
    """The number of a leg, as in the legend."""
    (x, y), part = dot, radius / BADGE
    ring = _circle(dot, radius, "#fff", ink.light, 1.8 * part)
    # Three digits and more are wider than the ring at the size of two.
    part *= min(1, 2.4 / len(str(number)))
    return ring + text(Label(str(number), x, y + 4 * part, 11.5 * part), kind="number")


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


def rose(middle: Dot, wording: Wording, radius: float = 20.0) -> Markup:
    """A rose of the compass; north is up, and has the dark half of its point."""
    x, y = middle
    ring = _circle(middle, radius * 0.62, "none", INK, 0.8)
    pieces = [ring]
    for step in (1, 3, 5, 7, 0, 2, 4, 6):
        far = radius if step % 2 == 0 else radius * 0.62
        for side in (-1, 1):
            tip = _turned(middle, step * 45, far)
            waist = _turned(middle, step * 45 + side * 45, radius * (0.2 if step % 2 else 0.24))
            outline = path([[middle, tip, waist]], closed=True)
            fill = INK if side > 0 else "#fff"
            pieces.append(tag("path", d=outline, fill=fill, stroke=INK, stroke_width=".7"))
    return joined((*pieces, points((x, y), radius + 7, 10.5, wording)))


def _turned(middle: Dot, degrees: float, far: float) -> Dot:
    """The dot so far from the middle in that direction, clockwise from north."""
    turn = radians(degrees)
    return middle[0] + far * sin(turn), middle[1] - far * cos(turn)


def points(middle: Dot, far: float, size: float, wording: Wording) -> Markup:
    """The letters of the four points of the compass around a middle."""
    found = []
    for step, key in enumerate(("sheet.north", "sheet.east", "sheet.south", "sheet.west")):
        x, y = _turned(middle, step * 90, far)
        found.append(text(Label(wording.say(key), x, y + size * 0.36, size), kind="name strong"))
    return joined(found)


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
