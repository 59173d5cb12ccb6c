"""How high the points of a line are: the third number of their positions (RFC 7946, 3.1.1).

It is metres, there above the ellipsoid and in most files above the sea, which is
up to 100 m apart. Many programs write 0 where they know no height, and data of
the ground have numbers of their own for that.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from reprlib import repr as shortened
from typing import Any

from journey.errors import Code, Figures

# The deepest of the sea, and where space begins (the Kármán line), in m.
LOWEST, HIGHEST = -11_000.0, 100_000.0
# What stands for no height in data of the ground (USGS DEM, SRTM), in m.
_VOID = -9_999.0


def heights(line: Sequence[Sequence[Any]]) -> list[float | None]:
    """The height of each position in m, None where it has none; [] where not one is known.

    >>> heights([[8, 46, 1200.0], [8, 47]]), heights([[8, 46, 0.0], [8, 47, 0.0]])
    ([1200.0, None], [])
    """
    found = [position[2] if len(position) > 2 else None for position in line]
    return found if any(found) else []


def plain(height: Any) -> bool:
    """Whether it is a height that can be, or stands for none.

    >>> plain(8848.0), plain(-32768.0), plain(None)
    (True, False, True)
    """
    number = type(height) is float and LOWEST <= height <= HIGHEST and height != _VOID
    return number or height is None


def fault(height: Any) -> tuple[Code, Figures] | None:
    """What is wrong with a height."""
    if plain(height):
        return None
    number = isinstance(height, float) and isfinite(height)
    value = f"{height:.10g}" if number else shortened(height)
    return "no_height", {"value": value, "low": LOWEST, "high": HIGHEST}
