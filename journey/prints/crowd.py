"""The numbers of many legs in a map on paper, each where it can be told whose it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

import numpy as np
from markupsafe import Markup
from numpy.typing import NDArray

from journey.basemap.projection import Dot, Projection, Stroke
from journey.geo.simplify import Floats
from journey.prints import drawing
from journey.prints.drawing import SMALL
from journey.stage.labels import Box, Labels
from journey.track.track import Track

# Directions from a leg in which its number may stand.
AROUND = ((0, 1), (0.8, 0.6), (-0.8, -0.6), (0.7, -0.7), (-0.7, 0.7), (1, 0), (-1, 0), (0, -1))
_CLOSE, _PARTS = (11.0, 14.0), (0.5, 0.36, 0.64, 0.25, 0.75)  # how far off, and at which parts


class Crowd(NamedTuple):
    """Many legs in a picture: dots along each, the same from left to right, and whose each is."""

    track: Track
    labels: Labels
    legs: list[Floats]
    dots: Floats
    whose: NDArray[np.intp]

    @classmethod
    def of(
        cls, track: Track, lines: Iterable[list[Stroke]], projection: Projection, labels: Labels
    ) -> Self:
        """All legs with their ``lines``, as far as they are in the picture."""
        every = (drawing.sampled(strokes, 2.0) for strokes in lines)
        held = ([dot for dot in dots if projection.holds(dot)] for dots in every)
        legs = [np.array(dots).reshape(-1, 2) for dots in held]
        whose, dots = np.repeat(np.arange(len(legs)), list(map(len, legs))), np.concatenate(legs)
        order = np.argsort(dots[:, 0])
        return cls(track, labels, legs, dots[order], whose[order])

    def long(self) -> Iterator[int]:
        """Those that are long enough to be seen beside a number on them."""
        return (index for index, dots in enumerate(self.legs) if len(dots) > SMALL * 2)

    def badges(self, indexes: Iterable[int]) -> Iterator[Markup]:
        """The numbers of those legs that have room for them, none where it could be another's."""
        for index in indexes:
            yield from self._badge(index, self._nearest(self._seats(index), index))

    def opening(self, indexes: Iterable[int]) -> Iterator[Markup]:
        """The numbers of those legs that have room for them beside where they start."""
        for index in indexes:
            yield from self._badge(index, _beside(self.legs[index][:1]).tolist())

    def _badge(self, index: int, seats: Iterable[Sequence[float]]) -> Iterator[Markup]:
        for x, y in seats:
            if self.labels.take(Box.around((x, y), 2 * SMALL, 2 * SMALL)):
                yield drawing.badge((x, y), index + 1, self.track.legs[index].means.ink, SMALL)
                return

    def _seats(self, index: int) -> Floats:
        """On the leg where that is long, and then close beside it."""
        dots = self.legs[index]
        parts = dots[[int(len(dots) * part) for part in _PARTS if len(dots)]]
        return np.concatenate([parts if len(dots) > SMALL * 2 else parts[:0], _beside(parts)])

    def _nearest(self, seats: Floats, index: int) -> list[Dot]:
        """The seats that no other leg is nearer to, or as near."""
        if not len(seats):
            return []
        # Its own leg is no farther from a seat than seats stand off their legs.
        reach = seats[:, 0].min() - max(_CLOSE), seats[:, 0].max() + max(_CLOSE)
        near = slice(*np.searchsorted(self.dots[:, 0], reach))
        others = self.dots[near][self.whose[near] != index]
        mine = _gaps(seats, self.legs[index]) < _gaps(seats, others)
        return [(x, y) for x, y in seats[mine].tolist()]


def _beside(dots: Floats) -> Floats:
    """Close beside those dots."""
    steps = np.array([[(far * x, far * y) for x, y in AROUND] for far in _CLOSE])
    found: Floats = (dots[:, None] + steps[:, None]).reshape(-1, 2)
    return found


def _gaps(seats: Floats, dots: Floats) -> Floats:
    """How far each of the seats is from the nearest of the dots."""
    apart = seats[:, None] - dots
    found: Floats = np.hypot(apart[..., 0], apart[..., 1]).min(axis=1, initial=np.inf)
    return found
