"""Points as the browser is told them."""

from __future__ import annotations

from journey.geo.geometry import EDGE, Point

DIGITS = 5  # decimals of a degree, about a metre


def told(point: Point, digits: int = DIGITS) -> list[float]:
    """``[lat, lon]`` in degrees with so many decimals, on the map, which ends before the poles.

    >>> told((-90, 0.1234567))
    [-85.0511, 0.12346]
    """
    return [round(n, digits) for n in mapped(point)]


def mapped(point: Point) -> Point:
    """``(lat, lon)``, or where the map ends at that longitude."""
    lat, lon = point
    return max(-EDGE, min(EDGE, lat)), lon
