"""Positions and heights as files write them: numbers that can be, or nothing and a note."""

from __future__ import annotations

from math import isfinite, nan

from journey.files import heights
from journey.geo.geometry import Point
from journey.importers.content import Content


def degrees(lat: object, lon: object, content: Content) -> Point | None:
    """The point, if both are degrees that there are; else it is noted in ``content``."""
    try:
        # Of a million points nearly all are sound texts.
        found = float(lat), float(lon)  # type: ignore[arg-type]
    except (TypeError, ValueError, OverflowError):
        found = nan, nan
    sound = type(lat) is not bool and type(lon) is not bool
    if sound and abs(found[0]) <= 90 and abs(found[1]) <= 180:
        return found
    content.swapped += sound and 90 < abs(found[0]) <= 180 and abs(found[1]) <= 90
    content.note("positions_odd")
    return None


def metres(height: object, content: Content) -> float:
    """The height in m above the sea, NaN where none is known; what is none is noted."""
    if height is None or height == "":
        return nan
    found = _number(height)
    if heights.plain(found):
        return found
    if found not in (-9_999.0, -32_768.0):
        content.note("heights_odd")
    return nan


def _number(value: object) -> float:
    """The number that a value tells, NaN where it tells none.

    >>> _number(" 47.5 "), _number("")
    (47.5, nan)
    """
    if type(value) is bool or not isinstance(value, (str, int, float)):
        return nan
    try:
        found = float(value)
    except (ValueError, OverflowError):
        return nan
    return found if isfinite(found) else nan
