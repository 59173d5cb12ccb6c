"""The map on paper: a vector picture of the whole route, with its close-up in a corner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from journey.basemap.paper import Layers, ground
from journey.basemap.projection import Frame, clip_line, simple
from journey.geo.geometry import bounds
from journey.model.palette import MAP
from journey.prints import drawing
from journey.prints.lettering import Room, names, places
from journey.track.track import LegTrack, Track
from journey.words.labels import Box, Label, Labels
from journey.words.wording import Wording

SIZE = (720.0, 556.0)  # units of the picture
INSET = (236.0, 190.0)
KEY = (178.0, 46.0)  # the scale with the arrow to the north
_RIM, _PAD = 10.0, 44.0


def picture(track: Track, layers: Layers, wording: Wording) -> str:
    """The map of the whole way as SVG markup."""
    room = _room(track, track.legs, SIZE, _PAD)
    near = _near(track)
    corners = _corners(room)
    inset = Box(*_corner_box(corners[0], INSET)) if near else None
    key = Box(*_corner_box(corners[1 if near else 0], KEY))
    room.labels.taken += [box for box in (inset, key) if box]
    pieces = [
        _ground(layers, room.frame),
        *_routes(track, room),
        *_mark(track, room, near, wording),
        *places(track, room, near, wording),
        *names(layers, room, wording),
        drawing.scale(room.frame, (key.left + 40, key.bottom - 12), wording),
        drawing.north((key.left + 16, key.top + 4), wording),
        _inset(track, near, inset, layers, wording) if near and inset else "",
        f'<rect class="rim" x=".6" y=".6" width="{SIZE[0] - 1.2:g}" height="{SIZE[1] - 1.2:g}"/>',
    ]
    title = wording.say("map.aria", title=wording.pick(track.journey.title))
    return _svg(pieces, SIZE, title)


def _svg(pieces: Iterable[str], size: tuple[float, float], title: str) -> str:
    width, height = size
    return (
        f'<svg class="map" viewBox="0 0 {width:g} {height:g}" role="img" '
        f'aria-label="{escape(title)}">{"".join(pieces)}</svg>'
    )


def _room(track: Track, legs: Sequence[LegTrack], size: tuple[float, float], pad: float) -> Room:
    """The picture of that size which holds those legs, with all legs in it."""
    corners = bounds([point for leg in legs for point in leg.line])
    frame = Frame.around(corners, size, pad)
    lines = [
        [simple(piece, 0.3) for piece in clip_line([frame.place(p) for p in leg.line], frame)]
        for leg in track.legs
    ]
    line = drawing.sampled(stroke for strokes in lines for stroke in strokes)
    return Room(frame, lines, Labels(*size, line=line))


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


def _ground(layers: Layers, frame: Frame) -> str:
    found, ink = ground(layers, frame), MAP["light"]
    return (
        f'<rect width="{frame.width:g}" height="{frame.height:g}" fill="{ink["sea"]}"/>'
        f'<path d="{drawing.path(found.land, closed=True)}" fill="{ink["land"]}" '
        f'fill-rule="evenodd" stroke="{ink["land"]}" stroke-width=".5"/>'
        f'<path d="{drawing.path(found.coast)}" class="coast"/>'
        f'<path d="{drawing.path(found.lakes, closed=True)}" fill="{ink["lake"]}" '
        f'class="coast lake"/>'
        f'<path d="{drawing.path(found.borders)}" class="border"/>'
    )


def _routes(track: Track, room: Room) -> Iterator[str]:
    for leg, strokes in zip(track.legs, room.lines, strict=True):
        basis = leg.leg.shape.basis.value if leg.leg.shape else "assumed"
        for stroke in strokes:
            yield drawing.route(stroke, leg.leg.mode.value, basis)


def _mark(track: Track, room: Room, near: LegTrack | None, wording: Wording) -> Iterator[str]:
    """Where the close-up is, with its name."""
    close_up = track.journey.close_up
    if near is None or close_up is None:
        return
    x, y = room.frame.place(near.line[len(near.line) // 2])
    room.labels.taken.append(Box(x - 8, y - 8, x + 8, y + 8))
    yield f'<rect class="here" x="{x - 7:.1f}" y="{y - 7:.1f}" width="14" height="14"/>'
    label = room.labels.beside(wording.pick(close_up.name), (x, y), 12, 10)
    if label:
        yield drawing.text(label, kind="name strong")


def _inset(track: Track, near: LegTrack, box: Box, layers: Layers, wording: Wording) -> str:
    """The close-up, in its own frame and at its own scale."""
    room = _room(track, [near], INSET, 46)
    close_up = track.journey.close_up
    title = wording.pick(close_up.name) if close_up else ""
    room.labels.taken += [Box(0, 0, INSET[0], 24), Box(0, INSET[1] - 32, 120, INSET[1])]
    pieces = [
        _ground(layers, room.frame),
        *_routes(track, room),
        *places(track, room, None, wording),
        *names(layers, room, wording),
        drawing.text(Label(title, 10, 17, 12), kind="name strong", anchor="start"),
        drawing.scale(room.frame, (10, INSET[1] - 10), wording, 90),
    ]
    width, height = INSET
    return (
        f'<svg x="{box.left:g}" y="{box.top:g}" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}">{"".join(pieces)}</svg>'
        f'<rect class="rim" x="{box.left:g}" y="{box.top:g}" '
        f'width="{width:g}" height="{height:g}"/>'
    )
