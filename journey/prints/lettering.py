"""What is written into a map on paper: names, points and the numbers of the legs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, product
from math import dist
from typing import NamedTuple

from markupsafe import Markup

from journey.basemap.layers import Layers
from journey.basemap.projection import Dot, Projection, Stroke
from journey.basemap.territory import Territory, territory
from journey.model.claims import Basis
from journey.prints import drawing
from journey.prints.crowd import AROUND, Crowd
from journey.prints.legend import EACH, turns
from journey.stage.chapters import LONG, chapters
from journey.stage.labels import Box, Label, Labels, letters_width, text_width, wrapped
from journey.track.track import LegTrack, Track
from journey.words.modes import named
from journey.words.wording import Wording

# Sizes of the names of countries, the largest first, and the space between their letters in sizes.
_COUNTRY = ((15, 0.3), (13, 0.26), (11.5, 0.2), (10, 0.14))
_CAPITAL = 0.68  # width of a capital letter, in sizes
_LINE = 1.2  # height of a line, in sizes
_TRIED = 400  # places at which a name is tried, at each size
_BEAD, _APART = 0.8, 7.0  # units of the radius of a place's dot among many, and between two of them
_LONG = 30  # dots along a leg from which its number stands on it
_OFF_SHORE = tuple(product((0, 20, 40), (0, 16, -16, -46)))


class Room(NamedTuple):
    """A picture to be drawn: its projection, the lines of all legs in it, and room for names."""

    projection: Projection
    lines: list[list[Stroke]]
    labels: Labels


def places(
    track: Track,
    room: Room,
    inside: set[str],
    wording: Wording,
    sizes: tuple[float, float] = (13.0, 10.5),
) -> Iterator[Markup]:
    """The places, the numbers of the legs, and as many names as there is room for.

    Places whose ids are ``inside`` stand in a picture of their own. ``sizes`` are
    those of names of ends and of others.
    """
    firsts = [one["first"] for one in chapters(track, wording)] if len(track.legs) > LONG else []
    wishes = _starts(track, firsts) if firsts else _wishes(track.legs)
    dots = [(room.projection.place(w.point), w) for w in wishes if w.key not in inside]
    shown = [(dot, wish) for dot, wish in dots if room.projection.holds(dot)]
    crowded = len(track.legs) > EACH
    if crowded:
        # Only the journey's own are ends there.
        outer = {track.legs[0].start_place.id, track.legs[-1].end_place.id}
        told = ((dot, wish._replace(end=wish.key in outer)) for dot, wish in shown)
        shown = [*_apart(sorted(told, key=lambda one: not one[1].end))]
    for dot, wish in shown:
        room.labels.taken.append(Box.around(dot, 6, 6))
        radius = 4.0 if wish.end else _BEAD if crowded else 3.4 if wish.other else 2.2
        yield drawing.spot(dot, radius, known=wish.known, other=wish.other)
    ends = [(dot, wish) for dot, wish in shown if wish.end]
    yield from _named(ends, room, sizes[0], "name strong", wording)
    others = [(dot, wish) for dot, wish in shown if not wish.end]
    named_others = _named(others, room, sizes[1], "name", wording)
    if crowded:
        yield from _crowded(track, room, firsts, named_others)
        return
    seats = [*_badges(track, room, on_line=False)]
    yield from named_others
    seats += _badges(track, room, on_line=True)
    for number, leg, seat in seats:
        yield drawing.badge(seat, number, leg.means.ink)
    yield from _modes(seats, room, sizes[1], wording)


def _apart(shown: Iterable[tuple[Dot, Wish]]) -> Iterator[tuple[Dot, Wish]]:
    """Those whose dots are not so near one that stands there already that they hide the line."""
    seen: dict[tuple[int, int], list[Dot]] = {}
    for dot, wish in shown:
        across, down = int(dot[0] // _APART), int(dot[1] // _APART)
        cells = ((across + i, down + j) for i, j in product((-1, 0, 1), repeat=2))
        around = chain.from_iterable(seen.get(cell, ()) for cell in cells)
        if all(dist(dot, other) >= _APART for other in around):
            seen.setdefault((across, down), []).append(dot)
            yield dot, wish


def _crowded(
    track: Track, room: Room, firsts: Sequence[int], named: Iterable[Markup]
) -> Iterator[Markup]:
    """The numbers of many legs at these, and what is ``named``, as far as there is room.

    Numbers come first where the mode changes, and where they stand on their leg;
    those beside one come after the names. Of very many legs only the ``firsts``
    of chapters have theirs.
    """
    crowd = Crowd.of(track, room.lines, room.projection, room.labels)
    if firsts:
        yield from crowd.opening(firsts)
        yield from named
        return
    first = list(dict.fromkeys([*turns(track), *crowd.long()]))
    yield from crowd.badges(first)
    yield from named
    yield from crowd.badges(sorted({*range(len(track.legs))} - {*first}))


def _named(
    shown: Sequence[tuple[Dot, Wish]], room: Room, size: float, kind: str, wording: Wording
) -> Iterator[Markup]:
    """The names beside their dots, or a little farther off where rails leave no room there."""
    strong = kind != "name"
    # An end is rather named too close than not at all.
    gaps = ((8.0, True), (11.0, True), (8.0, False)) if strong else ((6.0, False), (9.0, False))
    for dot, wish in shown:
        name = wording.pick(wish.names)
        named = wording.say("map.or", place=name) if wish.other else name
        tried = (room.labels.beside(named, dot, size, gap, strong=wide) for gap, wide in gaps)
        yield from (drawing.text(label, kind=kind) for label in islice(filter(None, tried), 1))


class Wish(NamedTuple):
    """A place that would like its name on the map; ``other`` where a leg is not drawn to it."""

    key: str
    names: dict[str, str]
    point: Dot
    end: bool
    known: bool
    other: bool = False


def held(leg: LegTrack, room: Room) -> set[str]:
    """The ids of the places of the leg that the picture holds."""
    placed = ((wish.key, room.projection.place(wish.point)) for wish in _wishes([leg]))
    return {key for key, dot in placed if room.projection.holds(dot)}


def _wishes(legs: Sequence[LegTrack]) -> Sequence[Wish]:
    found: dict[str, Wish] = {}
    for leg in legs:
        for claim, place, point in (
            (leg.leg.start, leg.start_place, leg.line[0]),
            (leg.leg.end, leg.end_place, leg.line[-1]),
        ):
            known = claim.basis is not Basis.ASSUMED
            found.setdefault(place.id, Wish(place.id, place.name, point, True, known))
    for other in (other for leg in legs for other in leg.elsewhere):
        place, known = other.place, other.claim.basis is not Basis.ASSUMED
        found.setdefault(place.id, Wish(place.id, place.name, other.point, False, known, True))
    for leg in legs:
        for halt in leg.halts:
            known = halt.stop.basis is not Basis.ASSUMED
            wish = Wish(halt.place.id, halt.place.name, halt.point, False, known)
            found.setdefault(halt.place.id, wish)
    return list(found.values())


def _starts(track: Track, firsts: Sequence[int]) -> Sequence[Wish]:
    """Where those legs start, and where the journey ends."""
    legs, last = [track.legs[index] for index in firsts], track.legs[-1]
    ends = [(leg.leg.start, leg.start_place, leg.line[0]) for leg in legs]
    found: dict[str, Wish] = {}
    for claim, place, point in (*ends, (last.leg.end, last.end_place, last.line[-1])):
        known = claim.basis is not Basis.ASSUMED
        found.setdefault(place.id, Wish(place.id, place.name, point, True, known))
    return [*found.values()]


def _badges(track: Track, room: Room, *, on_line: bool) -> Iterator[tuple[int, LegTrack, Dot]]:
    """Number and seat of the legs that are long enough to carry them, or of the others."""
    for number, (leg, strokes) in enumerate(zip(track.legs, room.lines, strict=True), 1):
        dots = [dot for dot in drawing.sampled(strokes, 2.0) if room.projection.holds(dot)]
        for x, y in _seats(dots) if (len(dots) > _LONG) is on_line else ():
            if room.labels.take(Box.around((x, y), 20, 20)):
                yield number, leg, (x, y)
                break


def _modes(
    seats: Iterable[tuple[int, LegTrack, Dot]], room: Room, size: float, wording: Wording
) -> Iterator[Markup]:
    """The modes in words beside the numbers, where there is room: in grey all lines are alike."""
    for _, leg, seat in seats:
        for label in room.labels.stacked([named(leg.means, wording)], seat, size, 12.0):
            yield drawing.text(label, kind="name strong")


def _seats(dots: Sequence[Dot]) -> Iterator[Dot]:
    """Where a number may stand: on the line, or else near its middle, or near another part."""
    if len(dots) > _LONG:
        yield from (dots[int(len(dots) * part)] for part in (0.5, 0.36, 0.64, 0.25, 0.75))
    for far, part in product((18, 24, 32, 42, 54), (0.5, 0.8, 0.2) if dots else ()):
        x, y = dots[int(len(dots) * part)]
        yield from ((x + far * east, y + far * south) for east, south in AROUND)


def names(layers: Layers, room: Room, wording: Wording) -> Iterator[Markup]:
    """Countries with land in the picture, and seas of the base map, where there is room."""
    land = territory(layers, room.projection)
    called = layers.countries()
    for code in land.countries():
        name = wording.pick(called[code]) if code in called else ""
        yield from _country(name, code, land, room.labels) if name else ()
    for found in layers.toponyms("places", "waters"):
        x, y = room.projection.place(room.projection.nearest(found.point))
        if found.kind == "sea" and found.zoom <= room.projection.zoom:
            name = wording.pick(found.names)
            seats = ((x + right, y + down) for right, down in _OFF_SHORE)
            labels = (room.labels.centred(name, dot, 12) for dot in seats)
            yield from (
                drawing.text(label, kind="sea") for label in islice(filter(None, labels), 1)
            )


def _country(name: str, code: str, land: Territory, labels: Labels) -> Iterator[Markup]:
    """The name of a country in its land, as large as there is room for, in two lines if need be."""
    whole = [(size, spacing, [name]) for size, spacing in _COUNTRY]
    broken = [(size, spacing, halves(name)) for size, spacing in _COUNTRY[-2:] if " " in name]
    for size, spacing, lines in whole + broken:
        wide = size * max(sum(_capital(c) + spacing for c in line) for line in lines)
        high = size * (1 + _LINE * (len(lines) - 1))
        for x, y in islice(land.seats(code, wide, high), _TRIED):
            box = Box.around((x, y), wide, high)
            if labels.take(box, off_line=True):
                for i, line in enumerate(lines):
                    base = y - high / 2 + size * (_LINE * i + 0.86)
                    label = Label(line, x + size * spacing / 2, base, size)
                    yield drawing.text(label, kind="country", spacing=spacing)
                return


def _capital(c: str) -> float:
    """About how wide a letter of a country's name is, in sizes; those of Korean fill a square.

    >>> _capital("R"), _capital("러")
    (0.68, 1.0)
    """
    return max(_CAPITAL, text_width(c, 1))


def fitted(text: str, width: float, sizes: Sequence[float], most: int) -> list[Label]:
    """The text from the left in so many lines at the ``most``, at the first size that fits.

    Nothing where it fits at none. Labels stand at the left of their line, and
    the first line's base is its size below the top.
    """
    for size in sizes:
        lines = wrapped(text.split(), width, size, letters_width)
        if 0 < len(lines) <= most:
            return [Label(line, 0, size * (1 + _LINE * i), size) for i, line in enumerate(lines)]
    return []


def halves(name: str) -> list[str]:
    """A name in two lines that are as alike in length as can be.

    >>> halves("Papua New Guinea")
    ['Papua New', 'Guinea']
    """
    words = name.split(" ")
    cuts = ([" ".join(words[:i]), " ".join(words[i:])] for i in range(1, len(words)))
    return min(cuts, key=lambda lines: max(map(len, lines)))
