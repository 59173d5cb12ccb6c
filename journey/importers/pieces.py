"""The lines of all files as pieces of one way: in which order they were travelled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from journey.importers.found import Line


@dataclass(frozen=True, eq=False)
class Piece:
    """A leg's line, and the file that it comes from."""

    file: str
    line: Line

    @cached_property
    def span(self) -> tuple[float, float] | None:
        """When it starts and ends, in s since 1970; None where nobody knows, or it is a leg."""
        known = self.line.times[~np.isnan(self.line.times)]
        # One with ends stands in its order already.
        return (float(known[0]), float(known[-1])) if len(known) and not self.line.ends else None

    @property
    def begins(self) -> float | None:
        """When it starts, in s since 1970, or None."""
        return self.span[0] if self.span else None


def by_time(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces by when they start; those that tell no time keep their places among them."""
    timed = (piece for piece in pieces if piece.span)
    following = iter(sorted(timed, key=lambda piece: piece.begins or 0.0))
    return [next(following) if piece.span else piece for piece in pieces]


def apart_in_time(pieces: Sequence[Piece]) -> tuple[list[Piece], list[Piece]]:
    """The pieces that were recorded one after another, and those recorded while one of them was."""
    kept: list[Piece] = []
    left: list[Piece] = []
    until = -np.inf
    for piece in pieces:
        if piece.span and piece.span[0] < until:
            left.append(piece)
            continue
        until = piece.span[1] if piece.span else until
        kept.append(piece)
    return kept, left
