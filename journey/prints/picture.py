"""The map on paper: a vector picture of the whole route, with its close-up in a corner."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from math import cos, hypot, radians

from markupsafe import Markup

from journey.basemap.clipped import BROAD, clipped, strokes
from journey.basemap.layers import Layers
from journey.basemap.projection import Dot, Projection, Stroke
from journey.geo.geometry import EDGE, Point, bounds
from journey.model.palette import MAP
from journey.model.railway import SIZES
from journey.prints import drawing, railway
from journey.prints.hills import hills
from journey.prints.lettering import Room, fitted, halves, held, names, places
from journey.stage.labels import Box, Label, Labels, letters_width
from journey.stage.landmarks import Sight, approach, sights
from journey.track.thin import thin
from journey.track.track import LegTrack, Track, extent
from journey.words.html import joined, tag
from journey.words.wording import Wording

SIZE = (720.0, 556.0)  # units of the picture, of a route that is high enough for that
_LOW, _LOWER = 400.0, 300.0  # its least height, with a close-up and without
INSET = (236.0, 190.0)
KEY = (216.0, 68.0)  # the scale with the rose of the compass
_RIM, _PAD, _CLOSE = 10.0, 44.0, 30.0
_BAR = 60.0  # units that the bar of the close-up's scale is long at the most
_FILLED = 0.4  # of the picture's longer side that the route has to fill beside places of others
_LINE_LONG = 90.0  # units of a name from which it is broken in two
LANE = 6.0  # units from a leg to the next one on the same track
_LEAST = SIZES["least"] * railway.SIZE  # units that a bridge has to be long to be drawn


def picture(
    track: Track,
    layers: Layers,
    wording: Wording,
    *,
    figures: bool = True,
    most: float = SIZE[1],
) -> Markup:
    """The map of the whole way as SVG, at the ``most`` so many units high.

    Without ``figures`` nothing is said of how long or wide anything is.
    """
    track = thin(track).track
    near = track.near
    room = _room(track, track.legs, (SIZE[0], height(track, most)), _PAD)
    inner = _inner(track, near) if near else None
    taken = [_corners(track, room, INSET)[0]] if near else []
    inset = _corner_box(room, taken[0], INSET) if near else None
    key = next(_corner_box(room, c, KEY) for c in _corners(track, room, KEY) if c not in taken)
    room.labels.taken += [box for box in (inset, key) if box]
    wide, tall = room.labels.width, room.labels.height
    pieces = [
        _basemap(layers, room.projection),
        *_routes(track, room),
        *_mark(track, room, near, wording),
        *places(track, room, held(near, inner) if near and inner else set(), wording),
        *names(layers, room, wording),
        drawing.scale(room.projection, (key.left + 78, key.bottom - 14), wording),
        drawing.rose((key.left + 33, key.top + 34), wording),
        _inset(track, inner, inset, layers, wording, figures) if inner and inset else "",
        tag("rect", class_="rim", x=".6", y=".6", **_size(wide - 1.2, tall - 1.2)),
    ]
    title = wording.say("map.aria", title=wording.pick(track.journey.title))
    box = f"0 0 {wide:g} {tall:g}"
    return tag("svg", *pieces, class_="map", viewBox=box, role="img", aria_label=title)


def height(track: Track, most: float = SIZE[1]) -> float:
    """How many units the picture is high: as many as the route asks for, ``most`` at the most."""
    corners = _reach(track.legs)
    fitted = _projection(track, corners, (SIZE[0], most), _PAD)
    (_, bottom), (_, top) = map(fitted.place, corners)
    return min(most, max(_LOW if track.near else _LOWER, bottom - top + 2 * _PAD))


def _room(track: Track, legs: Sequence[LegTrack], size: tuple[float, float], pad: float) -> Room:
    """The picture of that size which holds those legs, with all legs in it."""
    return _around(track, _reach(legs), size, pad)


def _reach(legs: Sequence[LegTrack]) -> tuple[Point, Point]:
    """South-west and north-east of the route, and of where others say that it ended.

    A place so far off that the route would fill a corner alone is left out.
    """
    route = reach = bounds([point for leg in legs for point in leg.line])
    for other in (other for leg in legs for other in leg.elsewhere):
        wider = bounds([*reach, other.point])
        if _wide(route) >= _FILLED * _wide(wider):
            reach = wider
    return reach


def _wide(corners: tuple[Point, Point]) -> float:
    """The longer side between two corners, in degrees of latitude."""
    (south, west), (north, east) = corners
    return max(north - south, (east - west) * cos(radians((south + north) / 2)))


def _around(
    track: Track, corners: tuple[Point, Point], size: tuple[float, float], pad: float
) -> Room:
    projection = _projection(track, corners, size, pad)
    lines = [
        [railway.beside(stroke, lane * LANE) if lane else stroke for stroke in pieces]
        for lane, pieces in zip(
            track.lanes, (strokes([leg.line], projection, 0.3) for leg in track.legs), strict=True
        )
    ]
    line = drawing.sampled(stroke for pieces in lines for stroke in pieces)
    # The close-up has little room for its names.
    return Room(projection, lines, Labels(*size, line=line, apart=0.0 if size == INSET else 2.0))


def _projection(
    track: Track, corners: tuple[Point, Point], size: tuple[float, float], pad: float
) -> Projection:
    """The projection that has both corners; Mercator's where directions are asked for.

    There a ruler shows them as the answers tell them. Beyond its edge it shows nothing.
    """
    teaching, (south, north) = track.journey.teaching, extent(track.legs)
    questions = teaching.questions if teaching else ()
    asked = any(question.of == "direction" for question in questions)
    inside = max(-south[0], north[0]) < EDGE
    return Projection.around(corners, size, pad, conformal=asked and inside)


def _inner(track: Track, near: LegTrack) -> Room:
    """The picture of what is seen from near: the bridge and the ways to it, or all of the leg."""
    worth = approach(track, near.leg.id)
    if worth is None:
        return _room(track, [near], INSET, 50)
    (south, west), (north, east) = worth
    return _around(track, ((south, west), (north, east)), INSET, _CLOSE)


def _corners(track: Track, room: Room, size: tuple[float, float]) -> list[tuple[int, int]]:
    """The corners of the picture, those first where a box of that size hides least of the route.

    One that would hide a place is among the last.
    """
    every = [(1, 1), (0, 1), (1, 0), (0, 0)]
    boxes = {corner: _corner_box(room, corner, size) for corner in every}
    places = [room.projection.place(other.point) for leg in track.legs for other in leg.elsewhere]
    hidden = {c: sum(map(box.holds, places)) for c, box in boxes.items()}
    return sorted(every, key=lambda c: (hidden[c], _crossings(boxes[c], room)))


def _crossings(box: Box, room: Room) -> int:
    return sum(box.holds(dot) for dot in room.labels.line)


def _corner_box(room: Room, corner: tuple[int, int], size: tuple[float, float]) -> Box:
    left = room.labels.width - size[0] - _RIM if corner[0] else _RIM
    top = room.labels.height - size[1] - _RIM if corner[1] else _RIM
    return Box(left, top, left + size[0], top + size[1])


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
        near = railway.railed(leg.leg.mode, room.projection)
        for stroke in pieces:
            if near:
                yield railway.rails(stroke, leg.means.ink)
            else:
                yield drawing.route(stroke, leg.means.ink, leg.line_basis.value)


def _mark(track: Track, room: Room, near: LegTrack | None, wording: Wording) -> Iterator[Markup]:
    """Where the close-up is, with its name."""
    close_up = track.journey.close_up
    if near is None or close_up is None:
        return
    x, y = room.projection.place(near.line[len(near.line) // 2])
    room.labels.taken.append(Box.around((x, y), 16, 16))
    yield tag("rect", class_="here", x=f"{x - 7:.1f}", y=f"{y - 7:.1f}", **_size(14, 14))
    label = room.labels.beside(wording.pick(close_up.name), (x, y), 12, 10, strong=True)
    if label:
        yield drawing.text(label, kind="name strong")


def _inset(
    track: Track, room: Room, box: Box, layers: Layers, wording: Wording, figures: bool
) -> Markup:
    """The close-up, in its own projection and at its own scale."""
    close_up = track.journey.close_up
    title = wording.pick(close_up.name) if close_up else ""
    corner = _scale_corner(room)
    named = fitted(title, INSET[0] - 24, (12, 10, 8.5), 3)
    named = [label._replace(x=10, y=label.y + 5) for label in named]
    title_box = _title_box(named)
    scale_box = Box(corner[0] - 4, corner[1] - 20, corner[0] + _BAR + 4, INSET[1])
    room.labels.taken += [title_box, scale_box, *_rails(track, room)]
    seen = [*_sights(track, room, wording, figures)]
    pieces = [
        _basemap(layers, room.projection),
        *(drawn for _, _, drawn in seen),
        *_routes(track, room),
        *(told for sight in seen for told in _told(sight, room)),
        *places(track, room, set(), wording, (10.0, 9.0)),
        *(_breadth(layers, room, wording) if figures else ()),
        *names(layers, room, wording),
        *(drawing.text(label, kind="name strong", anchor="start") for label in named),
        drawing.scale(room.projection, corner, wording, _BAR),
    ]
    place = {"x": f"{box.left:g}", "y": f"{box.top:g}", **_size(*INSET)}
    inside = tag("svg", *pieces, **place, viewBox=f"0 0 {INSET[0]:g} {INSET[1]:g}")
    return inside + tag("rect", class_="rim", **place)


def _title_box(named: Sequence[Label]) -> Box:
    wide = max((letters_width(label.text, label.size) + 16 for label in named), default=0)
    return Box(0, 0, wide, named[-1].y + 7 if named else 0)


def _scale_corner(room: Room) -> Dot:
    """Where the bar of the close-up begins: in the lower corner with less of the route."""
    corners = [(10.0, INSET[1] - 10), (INSET[0] - _BAR - 10, INSET[1] - 10)]
    boxes = [Box(x - 6, y - 26, x + _BAR + 6, INSET[1]) for x, y in corners]
    crossed = [_crossings(box, room) for box in boxes]
    return corners[crossed.index(min(crossed))]


def _rails(track: Track, room: Room) -> Iterator[Box]:
    """What rails cover, sleepers and all, so that no word stands on them."""
    wide = SIZES["sleeper"] * railway.SIZE
    for leg, pieces in zip(track.legs, room.lines, strict=True):
        if railway.railed(leg.leg.mode, room.projection):
            dots = drawing.sampled(pieces, wide / 2)
            yield from (Box.around(dot, wide, wide) for dot in dots)


def _sights(
    track: Track, room: Room, wording: Wording, figures: bool
) -> Iterator[tuple[Sight, Stroke, Markup]]:
    """Bridges and points in the picture, where they are in it, and drawn; no name covers them."""
    for found in sights(track, wording):
        sight = found if figures else found._replace(note="")
        stroke = [room.projection.place(at) for at in sight.line]
        if not any(room.projection.holds(dot) for dot in stroke):
            continue
        if sight.landmark.kind == "bridge" and _long(stroke) >= _LEAST:
            wide = (SIZES["deck"] + 2 * SIZES["reach"]) * railway.SIZE
            dots = drawing.sampled([stroke], wide / 2)
            room.labels.taken += [Box.around(dot, wide, wide) for dot in dots]
            yield sight, stroke, railway.bridge(stroke)
        elif sight.landmark.kind == "point":
            wide = SIZES["ring"] * railway.SIZE * 2.4
            room.labels.taken.append(Box.around(stroke[0], wide, wide))
            yield sight, stroke, railway.point(stroke[0])


def _long(stroke: Stroke) -> float:
    (x, y), (u, v) = stroke[0], stroke[-1]
    return hypot(u - x, v - y)


def _told(seen: tuple[Sight, Stroke, Markup], room: Room) -> Iterator[Markup]:
    """The name of what is drawn, and what is said beside it where there is room for that."""
    sight, stroke, _ = seen
    (x, y), (u, v) = stroke[0], stroke[-1]
    parts = (0.75, 0.4, 0.9, 0.2) if len(stroke) > 1 else (0.0,)
    dots = [(x + (u - x) * part, y + (v - y) * part) for part in parts]
    long = " " in sight.name and letters_width(sight.name, 8.5) > _LINE_LONG
    lines = halves(sight.name) if long else [sight.name]
    for texts in ([*lines, sight.note], [sight.name, sight.note], lines):
        for dot, gap in product(dots, (8.0, 14.0, 20.0, 28.0)):
            block = room.labels.stacked([text for text in texts if text], dot, 8.5, gap)
            for label in block:
                yield drawing.text(
                    label, kind="name" if label.text == sight.note else "name strong"
                )
            if block:
                return


def _breadth(layers: Layers, room: Room, wording: Wording) -> Iterator[Markup]:
    """How wide the river is, beside one of its banks, and that it is assumed."""
    wide, basis = layers.width("river"), layers.known("river")
    banks = strokes(layers.lines("river"), room.projection, 1)
    if not basis or wide / 1000 / drawing.DEGREE * room.projection.scale < BROAD:
        return
    about = wording.say("map.wide", width=wording.measure(round(wide / 50) * 50, "m"))
    said = wording.say("value.known", value=about, basis=wording.say(f"basis.{basis}"))
    dots = drawing.sampled(bank[::-1] for bank in banks)
    # With room around it, so that it is not read as a note on another name.
    for dot, clear in [(dot, 9.0) for dot in dots] + [(dot, 0.0) for dot in dots]:
        label = room.labels.beside(said, dot, 8, 3, clear)
        if label:
            yield drawing.text(label)
            return
