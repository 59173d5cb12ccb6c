"""The map on paper: a vector picture of the whole route, with its close-up in a corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from journey.basemap.clipped import clipped, strokes
from journey.basemap.layers import Layers
from journey.basemap.projection import Projection
from journey.model.palette import MAP
from journey.prints import drawing
from journey.prints.hills import hills
from journey.prints.lettering import Room, names, places
from journey.stage.labels import Box, Label, Labels
from journey.track.track import LegTrack, Track, extent
from journey.words.html import joined, tag
from journey.words.wording import Wording

SIZE = (720.0, 556.0)  # units of the picture
INSET = (236.0, 190.0)
KEY = (178.0, 46.0)  # the scale with the arrow to the north
_RIM, _PAD = 10.0, 44.0


def picture(track: Track, layers: Layers, wording: Wording) -> Markup:
    """The map of the whole way as SVG."""
    room = _room(track, track.legs, SIZE, _PAD)
    near = _near(track)
    corners = _corners(room)
    inset = Box(*_corner_box(corners[0], INSET)) if near else None
    key = Box(*_corner_box(corners[1 if near else 0], KEY))
    room.labels.taken += [box for box in (inset, key) if box]
    pieces = [
        _basemap(layers, room.projection),
        *_routes(track, room),
        *_mark(track, room, near, wording),
        *places(track, room, near, wording),
        *names(layers, room, wording),
        drawing.scale(room.projection, (key.left + 40, key.bottom - 12), wording),
        drawing.north((key.left + 16, key.top + 4), wording),
        _inset(track, near, inset, layers, wording) if near and inset else "",
        tag("rect", class_="rim", x=".6", y=".6", **_size(SIZE[0] - 1.2, SIZE[1] - 1.2)),
    ]
    title = wording.say("map.aria", title=wording.pick(track.journey.title))
    box = f"0 0 {SIZE[0]:g} {SIZE[1]:g}"
    return tag("svg", *pieces, class_="map", viewBox=box, role="img", aria_label=title)


def _room(track: Track, legs: Sequence[LegTrack], size: tuple[float, float], pad: float) -> Room:
    """The picture of that size which holds those legs, with all legs in it."""
    projection = Projection.around(extent(legs), size, pad)
    lines = [strokes([leg.line], projection, 0.3) for leg in track.legs]
    line = drawing.sampled(stroke for pieces in lines for stroke in pieces)
    return Room(projection, lines, Labels(*size, line=line))


def _near(track: Track) -> LegTrack | None:
    close_up = track.journey.close_up
    return next((leg for leg in track.legs if close_up and leg.leg.id == close_up.leg), None)


def _corners(room: Room) -> list[tuple[int, int]]:
    """The corners of the picture, those with the least of the route first."""
    every = [(1, 1), (0, 1), (1, 0), (0, 0)]
    return sorted(every, key=lambda c: _crossings(Box(*_corner_box(c, INSET)), room))


def _crossings(box: Box, room: Room) -> int:
    return sum(box.holds(dot) for dot in room.labels.line)


def _corner_box(corner: tuple[int, int], size: tuple[float, float]) -> tuple[float, ...]:
    left = SIZE[0] - size[0] - _RIM if corner[0] else _RIM
    top = SIZE[1] - size[1] - _RIM if corner[1] else _RIM
    return left, top, left + size[0], top + size[1]


def _basemap(layers: Layers, projection: Projection) -> Markup:
    found, ink = clipped(layers, projection), MAP["light"]
    key = f"land-{projection.width:g}"
    land, lakes = (drawing.path(rings, closed=True) for rings in (found.land, found.lakes))
    return joined(
        (
            tag("rect", **_size(projection.width, projection.height), fill=ink["sea"]),
            tag(
                "path",
                d=land,
                id=key,
                fill=ink["land"],
                fill_rule="evenodd",
                clip_rule="evenodd",
                stroke=ink["land"],
                stroke_width=".5",
            ),
            hills(layers.reliefs.around(projection.corners), projection, key),
            tag("path", d=drawing.path(found.coast), class_="coast"),
            tag("path", d=lakes, fill=ink["lake"], class_="coast lake"),
            tag("path", d=drawing.path(found.rivers, closed=True), fill=ink["lake"]),
            tag("path", d=drawing.path(found.banks), class_="coast"),
            tag("path", d=drawing.path(found.borders), class_="border"),
        )
    )


def _size(width: float, height: float) -> dict[str, str]:
    return {"width": f"{width:g}", "height": f"{height:g}"}


def _routes(track: Track, room: Room) -> Iterator[Markup]:
    for leg, pieces in zip(track.legs, room.lines, strict=True):
        for stroke in pieces:
            yield drawing.route(stroke, leg.leg.mode.value, leg.line_basis.value)


def _mark(track: Track, room: Room, near: LegTrack | None, wording: Wording) -> Iterator[Markup]:
    """Where the close-up is, with its name."""
    close_up = track.journey.close_up
    if near is None or close_up is None:
        return
    x, y = room.projection.place(near.line[len(near.line) // 2])
    room.labels.taken.append(Box(x - 8, y - 8, x + 8, y + 8))
    yield tag("rect", class_="here", x=f"{x - 7:.1f}", y=f"{y - 7:.1f}", **_size(14, 14))
    label = room.labels.beside(wording.pick(close_up.name), (x, y), 12, 10)
    if label:
        yield drawing.text(label, kind="name strong")


def _inset(track: Track, near: LegTrack, box: Box, layers: Layers, wording: Wording) -> Markup:
    """The close-up, in its own projection and at its own scale."""
    room = _room(track, [near], INSET, 50)
    close_up = track.journey.close_up
    title = wording.pick(close_up.name) if close_up else ""
    room.labels.taken += [Box(0, 0, INSET[0], 24), Box(0, INSET[1] - 28, 120, INSET[1])]
    pieces = [
        _basemap(layers, room.projection),
        *_routes(track, room),
        *places(track, room, None, wording),
        *names(layers, room, wording),
        drawing.text(Label(title, 10, 17, 12), kind="name strong", anchor="start"),
        drawing.scale(room.projection, (10, INSET[1] - 10), wording, 90),
    ]
    place = {"x": f"{box.left:g}", "y": f"{box.top:g}", **_size(*INSET)}
    inside = tag("svg", *pieces, **place, viewBox=f"0 0 {INSET[0]:g} {INSET[1]:g}")
    return inside + tag("rect", class_="rim", **place)
