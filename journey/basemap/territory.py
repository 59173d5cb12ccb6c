"""Whose each piece of land in a picture is, and where on it a name has room.

The picture is looked at in cells. Of an island it is known whose it is; elsewhere
borders part the land: each of them says what lies left and right of it, and so,
with the places there, whose the pieces beside it are. One that none of them tells
of is that of the nearest place that no border and no coast parts from it.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import ceil, hypot
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.basemap.clipped import turned
from journey.basemap.layers import Layers
from journey.basemap.projection import Dot, Projection
from journey.geo.clip import clip_line
from journey.geo.geometry import Point, unwrap

CELL = 5.0  # units of the picture: side of a cell
ASIDE = (1.6, 2.6)  # cells off a border at which it is said whose the land is
STEPS = (0.6, 1.1, 1.6, 2.1, 2.6)  # cells off it at which there has to be land up to there
CHORD = 1.5  # cells of a border that give its direction
SURE = 0.95  # share of the votes by which a whole piece is one country's
SMALL = 12  # cells below which no place is asked whose a piece is, for it has no room for a name
MOST = 5  # cells of room around a name beyond which more is no better
_ASKED = 20  # places, the nearest ones, of which one is to be reached by land
HALFWAY = 40.0  # units off the middle of the land that weigh as much as a cell of room

Flags = NDArray[np.bool_]
Votes = list[tuple[int, str]]


class Territory(NamedTuple):
    """For each cell of a picture, in rows, whose it is: a two-letter code or ""."""

    owners: NDArray[np.str_]

    def countries(self) -> list[str]:
        """The codes of the countries that are in the picture, those with the most of it first."""
        codes, counts = np.unique(self.owners[self.owners != ""], return_counts=True)
        return [str(code) for _, code in sorted(zip(-counts, codes, strict=True))]

    def seats(self, code: str, width: float, height: float) -> Iterator[Dot]:
        """The middles of boxes of that size, in units, that lie in the country, the best first.

        Best is much room around a box near the middle of the land in the picture.
        """
        own = self.owners == code
        over, down = ceil(width / CELL), ceil(height / CELL)
        if own.sum() < over * down:
            return
        fits = _whole(own, over, down)
        room = np.zeros(fits.shape)
        for more in range(1, MOST + 1):
            wider = _whole(np.pad(own, more), over + 2 * more, down + 2 * more)
            room += wider[: fits.shape[0], : fits.shape[1]]
        rows, cols = np.nonzero(fits)
        x, y = (cols + over / 2) * CELL, (rows + down / 2) * CELL
        middle = [(side.mean() + 0.5) * CELL for side in np.nonzero(own)]
        cost = np.hypot(x - middle[1], y - middle[0]) / HALFWAY - room[rows, cols]
        yield from ((float(x[i]), float(y[i])) for i in np.argsort(cost, kind="stable"))


def territory(layers: Layers, projection: Projection) -> Territory:
    """Whose the land in the picture is."""
    shape = ceil(projection.height / CELL), ceil(projection.width / CELL)
    lands = list(layers.lands("land", "world_land"))
    areas = _land([rings for rings, _ in lands], projection, shape)
    # One number more than there are areas says that two of them meet there.
    held = np.array(["", *(code for _, code in lands), ""])
    known = held[np.minimum(areas, len(lands) + 1)]
    land = areas > 0
    wall, votes = _borders(layers, projection, land)
    settled = list(_settled(layers, projection, shape))
    bounded = _bounded(layers)
    owners = np.where(wall, "", known).astype("<U2").ravel()
    for piece in _pieces(land & ~wall & (known == "")):
        cells = set(piece)
        upon = [vote for vote in settled if vote[0] in cells]
        living = [vote for vote in upon if vote[1] in bounded]
        cast = [*(vote for vote in votes if vote[0] in cells), *living] or upon
        if not cast and len(piece) >= SMALL:
            cast = [(piece[0], _nearest(layers, projection, piece[len(piece) // 2], shape[1]))]
        # Who lives there knows better than what lies beside a border.
        for cell, code in _given(piece, cells, cast, {code for _, code in living}, shape[1]):
            owners[cell] = code
    return Territory(owners.reshape(shape))


def _whole(own: Flags, over: int, down: int) -> Flags:
    """Where boxes of so many cells begin that are all the country's."""
    sums = np.pad(own.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    if sums.shape[0] <= down or sums.shape[1] <= over:
        return np.zeros((0, 0), dtype=bool)
    inside = sums[down:, over:] - sums[:-down, over:] - sums[down:, :-over] + sums[:-down, :-over]
    return np.asarray(inside == over * down)


def _cells(line: list[Point], projection: Projection) -> Iterator[list[Dot]]:
    """A line's dots in cells, as often as it lies in the picture."""
    for copy in turned(line, projection):
        yield [(x / CELL, y / CELL) for x, y in map(projection.place, copy)]


def _land(
    areas: Sequence[list[list[Point]]], projection: Projection, shape: tuple[int, int]
) -> NDArray[np.int64]:
    """Which area each cell has its middle in, from 1 on, else 0.

    Along a row, an area begins or ends at every one of its edges.
    """
    flips = np.zeros(shape, dtype=np.int64)
    rows, cols = shape
    copies = (
        (number, np.array(copy))
        for number, rings in enumerate(areas, 1)
        for ring in rings
        for copy in _cells(ring, projection)
    )
    for number, dots in copies:
        (x0, y0), (x1, y1) = dots[:-1].T, dots[1:].T
        first = np.clip(np.ceil(np.minimum(y0, y1) - 0.5), 0, rows).astype(int)
        last = np.clip(np.ceil(np.maximum(y0, y1) - 0.5), 0, rows).astype(int)
        for i in np.flatnonzero(last > first):
            row = np.arange(first[i], last[i])
            x = x0[i] + (row + 0.5 - y0[i]) / (y1[i] - y0[i]) * (x1[i] - x0[i])
            col = np.maximum(np.ceil(x - 0.5).astype(int), 0)
            seen = col < cols
            np.bitwise_xor.at(flips, (row[seen], col[seen]), number)
    return np.asarray(np.bitwise_xor.accumulate(flips, axis=1))


def _borders(layers: Layers, projection: Projection, land: Flags) -> tuple[Flags, Votes]:
    """The cells that borders run through, and those beside them with whose they are."""
    wall, votes = np.zeros_like(land), Votes()
    rows, cols = land.shape
    for line, sides in layers.borders("borders", "world_borders"):
        runs = (
            run
            for copy in _cells(line, projection)
            for run in clip_line(copy, (-4, -4), (cols + 4, rows + 4))
        )
        for dots in (list(_even(run)) for run in runs):
            for x, y in dots:
                if 0 <= x < cols and 0 <= y < rows:
                    wall[int(y), int(x)] = True
            step = ceil(2 * CHORD)
            for a, b in zip(dots[::step], dots[step::step], strict=False):
                for code, spots in _aside(a, b, sides):
                    # Beyond water the border says nothing.
                    if all(
                        0 <= x < cols and 0 <= y < rows and land[int(y), int(x)] for x, y in spots
                    ):
                        x, y = spots[-1]
                        votes.append((int(y) * cols + int(x), code))
    return wall, votes


def _settled(
    layers: Layers, projection: Projection, shape: tuple[int, int]
) -> Iterator[tuple[int, str]]:
    """The cells of places, with their countries."""
    for place in layers.toponyms("places", "world_places"):
        x, y = projection.place(projection.nearest(place.point))
        row, col = int(y // CELL), int(x // CELL)
        if place.country and 0 <= row < shape[0] and 0 <= col < shape[1]:
            yield row * shape[1] + col, place.country


def _aside(a: Dot, b: Dot, sides: tuple[str, str]) -> Iterator[tuple[str, list[Dot]]]:
    """Spots left and right of the way from ``a`` to ``b``, with whose the last of each is."""
    (x0, y0), (x1, y1) = a, b
    long = hypot(x1 - x0, y1 - y0) or 1.0
    for far in ASIDE:
        # Left of who goes east is up, where y is less.
        for code, way in zip(sides, (far / long, -far / long), strict=True):
            parts = [step / far * way for step in STEPS if step <= far]
            middle = (x0 + x1) / 2, (y0 + y1) / 2
            yield code, [(middle[0] + (y1 - y0) * p, middle[1] - (x1 - x0) * p) for p in parts]


def _even(line: Sequence[Dot]) -> Iterator[Dot]:
    """Dots along the line, half a cell apart at the most."""
    for (x0, y0), (x1, y1) in pairwise(line):
        steps = max(1, ceil(2 * hypot(x1 - x0, y1 - y0)))
        yield from ((x0 + (x1 - x0) * i / steps, y0 + (y1 - y0) * i / steps) for i in range(steps))
    yield line[-1]


def _pieces(dry: Flags) -> Iterator[list[int]]:
    """The cells of each piece of land that nothing parts."""
    cols = dry.shape[1]
    left = set(np.flatnonzero(dry).tolist())
    while left:
        piece = [left.pop()]
        for cell in piece:
            for beside in _beside(cell, cols):
                if beside in left:
                    left.remove(beside)
                    piece.append(beside)
        yield piece


def _beside(cell: int, cols: int) -> Iterator[int]:
    if cell % cols:
        yield cell - 1
    if (cell + 1) % cols:
        yield cell + 1
    yield cell - cols
    yield cell + cols


def _given(
    piece: list[int], cells: set[int], cast: Votes, living: set[str], cols: int
) -> Iterator[tuple[int, str]]:
    """Each cell of a piece with whose it is: of one country, or of that whose vote is nearest."""
    counts = Counter(code for _, code in cast)
    if not counts:
        return
    code, most = counts.most_common(1)[0]
    if most >= SURE * len(cast) and living <= {code}:
        yield from ((cell, code) for cell in piece)
        return
    reached = dict(cast)
    waiting = deque(reached)
    while waiting:
        cell = waiting.popleft()
        yield cell, reached[cell]
        for beside in _beside(cell, cols):
            if beside in cells and beside not in reached:
                reached[beside] = reached[cell]
                waiting.append(beside)


def _nearest(layers: Layers, projection: Projection, cell: int, cols: int) -> str:
    """The country of the nearest place to which one can go from the cell by land, or "".

    An island on which no place is known is rather nobody's than a neighbour's. A state that
    is too small for a border here, such as Monaco, has no land that a neighbour can have.
    """
    dot = (cell % cols + 0.5) * CELL, (cell // cols + 0.5) * CELL
    point = projection.point(dot)
    known = [(place.point, place.country) for place in layers.toponyms("places", "world_places")]
    near = sorted(
        (hypot(lat - point[0], lon - point[1]), (lat, lon), country)
        for (lat, lon), country in ((unwrap([at], point[1])[0], c) for at, c in known if c)
    )
    reached = (code for _, at, code in near[:_ASKED] if not _parted(layers, point, at))
    bounded = _bounded(layers)
    first = next(reached, "")
    return first if first in bounded else next((code for code in reached if code in bounded), first)


def _bounded(layers: Layers) -> set[str]:
    """The countries that have a border; a state without one has no land a neighbour can have."""
    return {code for _, sides in layers.borders("borders", "world_borders") for code in sides}


def _parted(layers: Layers, a: Point, b: Point) -> bool:
    """Whether a border or a coast parts the two, on whichever turn round the earth they are."""
    turns = (-360, 0, 360)
    return any(layers.parted((a[0], a[1] + turn), (b[0], b[1] + turn)) for turn in turns)
