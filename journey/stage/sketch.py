"""The sketch: the route and the land around it as a small picture, seen before the stage is there.

The picture is the box around the route on the Mercator map; land runs over its
edges. Where it lies in the stage's first view its style sheet says, to which the
camera keeps: so nothing moves when the map takes its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from gzip import compress
from itertools import groupby, pairwise
from math import sqrt
from typing import NamedTuple, Self

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from journey.basemap.clipped import areas
from journey.basemap.layers import Layers
from journey.basemap.mercator import Mercator
from journey.basemap.own import under
from journey.basemap.projection import Dot, Stroke
from journey.geo.geometry import bounds
from journey.geo.simplify import Flags, Floats, ends, kept, simplified
from journey.model.palette import HOLLOW, LINE_WIDTH, MAP, Ink
from journey.stage.bundle import STATIC
from journey.track.thin import thin
from journey.track.track import LegTrack, Track
from journey.words.html import tag
from journey.words.wording import Wording

STYLE = STATIC / "sketch.css"  # how it lies on the stage; no more is needed to show it
SIDE = 1000.0  # units of the longer side of the box around the route
AROUND = 1600.0  # units of land around it, for it lies in the middle of windows of all shapes
CLOSEST = 16  # the zoom of a web map that the stage shows the whole route at, at the most
LEAST = 1e-12  # of the world's width, where all of the route is one point
MOST = 2_400  # bytes, gzipped, that a sketch may have
MANY = 120  # legs from which their ends are no more than other points
# Units that land and route may be off; both grow until the sketch is small enough.
LAND, LINE, COARSER = 2.0, 0.7, 1.15
SPECK = 6.0  # times what land may be off, that an island is wide at the least
# As the stage draws them, in pixels: paper around a line, both sides together; rings at the ends
# of the route and of its legs, from edge to edge, and their holes; the leg worth a look from near.
HALO = 3.2
OUTER, CHANGE = (15.8, 10.2), (11.4, 7.0)
DISC = (19.4, 16.2)
APART = 16.0  # units between two rings
SHORT = 18.0  # units below which a leg is no line
COAST, SEAM = 1.8, 0.8  # pixels of line around land, and of land over it, both sides together
SEA = Markup("M-1e5-1e5h2e5v2e5h-2e5z")
# Of a picture of its own the sides, where in it the route lies, and its style.
PICTURE = (288, 180)
_WITHIN = {"x": "24", "y": "24", "width": "240", "height": "132", "overflow": "visible"}
_STYLE = Markup(":root{color-scheme:light dark}path{vector-effect:non-scaling-stroke}")


def sketch(track: Track, layers: Layers, wording: Wording) -> Markup:
    """The route on its land as SVG, in its place on the stage, no larger than ``MOST``."""
    label = wording.say("map.aria", title=wording.pick(track.journey.title))
    room = tag("div", _picture(track, layers), class_="jm-room")
    return tag("div", room, class_="jm-sketch jm-frame", role="img", aria_label=label)


def picture(track: Track) -> Markup:
    """The route over the journey's own ground as an SVG file, which brings its style along."""
    track, layers = thin(track).track, under(track.journey.ground)
    wide, high = PICTURE
    return tag(
        "svg",
        tag("style", _STYLE),
        _picture(track, layers, _WITHIN),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {high}",
    )


def _picture(track: Track, layers: Layers, place: Mapping[str, str] | None = None) -> Markup:
    """The SVG, perhaps in a ``place``, its lines as close to the true ones as there is room for."""
    box = Mercator.around(bounds([p for leg in track.legs for p in leg.line]), SIDE, LEAST)
    room = box.widened(min(AROUND, box.side / 2))
    lines = [[room.place(point) for point in leg.line] for leg in track.legs]
    ground = {
        "land": areas(layers, room, "land", "world_land"),
        "lake": areas(layers, room, "lakes", "world_lakes"),
    }
    route, off = _Route.of(lines), 1.0
    while True:
        # A point that is left out once is left out of all that is coarser.
        ground = {kind: _simpler(rings, LAND * off) for kind, rings in ground.items()}
        route = route.simpler(LINE * sqrt(off))
        made = _drawn(track, lines, route, ground, box, room, place)
        if len(compress(made.encode(), 9)) <= MOST or off > AROUND:
            return made
        off *= COARSER


class _Route(NamedTuple):
    """The dots of all legs' lines, the index of each one's leg, and those that have to stay."""

    dots: Floats
    legs: NDArray[np.intp]
    held: Flags

    @classmethod
    def of(cls, lines: Sequence[Stroke]) -> Self:
        """All of ``lines``, one a leg."""
        sizes = list(map(len, lines))
        dots = np.array([dot for line in lines for dot in line])
        held = ends(sizes if len(sizes) <= MANY else [len(dots)])
        return cls(dots, np.repeat(np.arange(len(sizes)), sizes), held)

    def simpler(self, off: float) -> Self:
        """The same, off by so many units at the most."""
        stay = kept(self.dots, np.full(len(self.dots), off), self.held)
        return type(self)(self.dots[stay], self.legs[stay], self.held[stay])

    def alike(self, track: Track) -> Iterator[tuple[tuple[Ink, str], list[Dot]]]:
        """The stretches that are drawn alike, each by its ink and basis."""
        kinds = [(leg.means.ink, leg.line_basis.value) for leg in track.legs]
        dots = [(x, y) for x, y in self.dots.tolist()]
        steps = zip(self.legs.tolist(), pairwise(dots), strict=False)
        for kind, group in groupby(steps, key=lambda step: kinds[step[0]]):
            (_, first), *rest = group
            yield kind, [*first, *(after for _, (_, after) in rest)]


def _drawn(
    track: Track,
    lines: Sequence[Stroke],
    route: _Route,
    ground: Mapping[str, list[Stroke]],
    box: Mercator,
    room: Mercator,
    place: Mapping[str, str] | None,
) -> Markup:
    """The sketch with that route on that ground."""
    x, y = (box.left - room.left) * box.side, (box.top - room.top) * box.side
    sides, pixels = (box.width, box.height), box.pixels(CLOSEST)
    wide, high = (f"{max(side, 0.1):.1f}" for side in sides)
    closest = (f"{max(side * pixels, 1):.0f}" for side in sides)
    place = place or dict(zip(("width", "height"), closest, strict=True))
    return tag(
        "svg",
        tag("path", d=SEA, fill=_ink("sea")),
        *(part for kind, rings in ground.items() for part in _area(rings, kind)),
        *_strokes(route.alike(track)),
        *_rings(track, lines),
        viewBox=f"{x:.1f} {y:.1f} {wide} {high}",
        **place,
        fill="none",
        stroke_linejoin="round",
    )


def _ink(name: str) -> str:
    """A colour of the map in both themes."""
    return f"light-dark({MAP['light'][name]},{MAP['dark'][name]})"


def _pen(ink: str, wide: float) -> dict[str, str]:
    """The attributes of a line, ``wide`` in pixels."""
    return {"stroke": ink, "stroke_width": f"{wide:.3g}"}


def _simpler(rings: Iterable[Stroke], off: float) -> list[Stroke]:
    """Rings, closed, that are off by so much at the most, without islands that are specks then."""
    closed = simplified([r if r[0] == r[-1] else [*r, r[0]] for r in rings], off)
    return [ring for ring in closed if len(ring) > 3 and _width(ring) > SPECK * off]


def _area(rings: Iterable[Stroke], kind: str) -> Iterator[Markup]:
    """Land or lakes, covering their line and a little more, so that no cut in the data is seen."""
    way = Markup("".join(f"{_way(ring[:-1])}z" for ring in rings))
    if way:
        yield tag("path", d=way, **_pen(_ink("coast"), COAST + SEAM))
        yield tag("path", d=way, fill=_ink(kind), **_pen(_ink(kind), SEAM))


def _width(ring: Stroke) -> float:
    (left, top), (right, bottom) = bounds(ring)
    return max(right - left, bottom - top)


def _way(line: Iterable[Dot]) -> str:
    """A line as SVG tells a way, in whole units, each from the one before.

    >>> _way([(1.2, 5), (3, 4), (3.1, 4.2), (3, 8)])
    'M1 5l2-1 0 4'
    """
    dots = [dot for dot, _ in groupby((round(x), round(y)) for x, y in line)]
    steps = ((bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(dots))
    told = " ".join(f"{dx}{dy}" if dy < 0 else f"{dx} {dy}" for dx, dy in steps)
    return f"M{dots[0][0]} {dots[0][1]}" + (f"l{told.replace(' -', '-')}" if told else "h0")


def _strokes(stretches: Iterable[tuple[tuple[Ink, str], list[Dot]]]) -> Iterator[Markup]:
    """The legs' lines in their colours and dashes, hollow as their basis asks, on one casing."""
    ways: dict[tuple[Ink, str], list[str]] = {}
    for kind, line in stretches:
        ways.setdefault(kind, []).append(_way(line))
    told = {kind: Markup("".join(parts)) for kind, parts in ways.items()}
    for way in told.values():
        yield _stroke(way, _ink("halo"), LINE_WIDTH + HALO)
    for (ink, basis), way in told.items():
        yield _stroke(way, ink.css, LINE_WIDTH, ink.dash or None)
        if HOLLOW[basis]:
            yield _stroke(way, _ink("paper"), LINE_WIDTH * HOLLOW[basis])


def _stroke(way: Markup, ink: str, wide: float, dash: str | None = None) -> Markup:
    return tag("path", d=way, stroke_dasharray=dash, **_pen(ink, wide))


def _rings(track: Track, lines: Sequence[Stroke]) -> Iterator[Markup]:
    """Where legs end, as far as there is room, the ends of the route, and the leg worth a look."""
    last = (float("-inf"),) * 2
    ways = list(zip(track.legs, lines, strict=True))
    for leg, (dot, *_) in ways[1:] if len(ways) <= MANY else ():
        if max(abs(dot[0] - last[0]), abs(dot[1] - last[1])) > APART:
            yield from _ring(dot, leg, CHANGE)
            last = dot
    first, end = track.legs[0], track.legs[-1]
    yield from _ring(lines[0][0], first, OUTER)
    yield from _ring(lines[-1][-1], end, OUTER)
    near = track.journey.close_up
    for leg, line in ways:
        if near and leg.leg.id == near.leg and _width(line) < SHORT:
            yield from _ring(line[len(line) // 2], leg, DISC, filled=True)


def _ring(
    dot: Dot, leg: LegTrack, sizes: tuple[float, float], filled: bool = False
) -> list[Markup]:
    """A ring, or a disc on paper: as dots that are round, and so wide at every size."""
    inks = [leg.means.ink.css, _ink("paper")]
    way = Markup("M{:.1f} {:.1f}h0").format(*dot)
    return [
        tag("path", d=way, stroke_linecap="round", **_pen(ink, wide))
        for ink, wide in zip(reversed(inks) if filled else inks, sizes, strict=True)
    ]
