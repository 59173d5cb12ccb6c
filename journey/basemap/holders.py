"""Whose each area of land is, where all of it is one country's: most islands are.

Where borders run, whose land is follows from them; an island has none. So it is
asked of the shapes of the countries, once, when a base map is made.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from journey.basemap.zones import Coords, Territory, held

# Share of an area's points, as far as it is known whose they are, that is one country's where all
# is: a coast that is thinned may reach over a strait. And the share of which that is to be known.
SURE, KNOWN = 0.97, 0.5
NOBODY = "  "


def holders(
    areas: Sequence[Sequence[Coords]], lands: Sequence[Territory], least: float = KNOWN
) -> list[str]:
    """For each area the code of its country, or two spaces where it has several or none is known.

    An area is its outline and its holes, each with rows of lon and lat in degrees; of at
    least the share ``least`` of its points it has to be known whose they are.

    >>> square = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 4.0], [0.0, 4.0]])
    >>> holders([[square / 4 + 1], [square + 3]], [("AA", [square])])
    ['AA', '  ']
    """
    if not areas or not lands:
        return [NOBODY] * len(areas)
    points = np.concatenate([area[0] for area in areas])
    sizes = np.array([len(area[0]) for area in areas])
    codes = sorted({code for code, _ in lands})
    votes = np.zeros((len(codes), len(points)), dtype=bool)
    for code, loops in lands:
        votes[codes.index(code)] |= held(points, loops)
    counts = np.add.reduceat(votes, np.cumsum(sizes) - sizes, axis=1, dtype=np.intp)
    known, most = counts.sum(axis=0), counts.max(axis=0)
    sure = (known > 0) & (known >= least * sizes) & (most >= SURE * known)
    return [codes[i] if one else NOBODY for i, one in zip(counts.argmax(axis=0), sure, strict=True)]
