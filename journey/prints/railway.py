"""A railway, its bridge and what stands beside it, on paper: as on screen, only smaller.

Strokes are in units of the picture; all sizes are those of
:mod:`journey.model.railway` times ``size``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from markupsafe import Markup

from journey.basemap.projection import Dot, Projection, Stroke
from journey.model.palette import MAP, Ink
from journey.model.railway import NEAR, RAILED, SIZES
from journey.prints import drawing
from journey.words.html import joined, tag

SIZE = 0.5  # of the sizes on screen
_INK = MAP["light"]


def railed(mode: str, projection: Projection) -> bool:
    """Whether a leg of that mode is drawn as rails in a picture of that scale."""
    metres = drawing.DEGREE * 1000 / projection.scale
    return mode in RAILED and metres * SIZE <= NEAR


def rails(stroke: Stroke, ink: Ink) -> Markup:
    """Two rails on sleepers along the stroke."""
    thick, every = SIZES["thick"] * SIZE, SIZES["every"] * SIZE
    sleepers = tag(
        "path",
        d=drawing.path([stroke]),
        fill="none",
        stroke=_INK["sleeper"],
        stroke_width=f"{SIZES['sleeper'] * SIZE:g}",
        stroke_dasharray=f"{thick:.2f} {every - thick:.2f}",
    )
    half = SIZES["gauge"] * SIZE / 2
    return sleepers + joined(
        _line(beside(stroke, off), ink.light, SIZES["rail"]) for off in (-half, half)
    )


def bridge(stroke: Stroke) -> Markup:
    """Deck, piers, parapets and wing walls of a bridge along the stroke."""
    half = SIZES["deck"] * SIZE / 2
    left, right = beside(stroke, -half), beside(stroke, half)
    deck = drawing.path([[*left, *reversed(right)]], closed=True)
    piers = drawing.path(_piers(stroke, half), closed=True)
    walls = (_walled(left, -1), _walled(right, 1))
    return (
        tag("path", d=piers, fill=_INK["soft"])
        + tag("path", d=deck, fill=_INK["paper"])
        + joined(_line(wall, _INK["text"], SIZES["parapet"]) for wall in walls)
    )


def point(dot: Dot) -> Markup:
    """The ring with a dot at a point worth a look."""
    at = {"cx": f"{dot[0]:.1f}", "cy": f"{dot[1]:.1f}"}
    ring, inner = (f"{SIZES[name] * SIZE * 1.2:g}" for name in ("ring", "dot"))
    circle = tag("circle", **at, r=ring, fill="#fff", stroke=_INK["text"], stroke_width="1.2")
    return circle + tag("circle", **at, r=inner, fill=_INK["text"])


def beside(stroke: Sequence[Dot], off: float) -> Stroke:
    """The stroke so many units to the right of another.

    >>> beside([(0, 0), (10, 0)], 2)
    [(0.0, 2.0), (10.0, 2.0)]
    """
    ways = [_way(a, b) for a, b in pairwise(stroke)]
    found = []
    for (x, y), before, after in zip(stroke, [ways[0], *ways], [*ways, ways[-1]], strict=True):
        east, south = before[0] + after[0], before[1] + after[1]
        far = hypot(east, south) or 1.0
        found.append((x - south / far * off, y + east / far * off))
    return found


def _way(a: Dot, b: Dot) -> Dot:
    far = hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return (b[0] - a[0]) / far, (b[1] - a[1]) / far


def _line(stroke: Stroke, ink: str, width: float) -> Markup:
    return tag(
        "path", d=drawing.path([stroke]), fill="none", stroke=ink, stroke_width=f"{width * SIZE:g}"
    )


def _walled(parapet: Stroke, side: int) -> Stroke:
    """A parapet with its wing walls, which go on and as far out."""
    wing = SIZES["wing"] * SIZE
    ends = []
    for end, inner, turn in ((parapet[0], parapet[1], -side), (parapet[-1], parapet[-2], side)):
        east, south = _way(inner, end)
        ends.append((end[0] + (east - south * turn) * wing, end[1] + (south + east * turn) * wing))
    return [ends[0], *parapet, ends[1]]


def _piers(stroke: Stroke, half: float) -> Iterator[Stroke]:
    """The piers on both sides, evenly between the ends."""
    length = sum(hypot(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(stroke))
    spans = max(1, round(length / (SIZES["span"] * SIZE)))
    wide, out = SIZES["pier"] * SIZE / 2, half + SIZES["reach"] * SIZE
    for number in range(1, spans):
        (x, y), (east, south) = _along(stroke, length * number / spans)
        for side in (-1, 1):
            corners = ((-wide, half), (wide, half), (wide, out), (-wide, out))
            yield [
                (x + east * on - south * off * side, y + south * on + east * off * side)
                for on, off in corners
            ]


def _along(stroke: Stroke, far: float) -> tuple[Dot, Dot]:
    """The dot so many units along the stroke, and which way that runs there."""
    for a, b in pairwise(stroke):
        step = hypot(b[0] - a[0], b[1] - a[1])
        if far <= step:
            way = _way(a, b)
            return (a[0] + way[0] * far, a[1] + way[1] * far), way
        far -= step
    return stroke[-1], _way(stroke[-2], stroke[-1])
