"""When each point of a line was passed, as converters of GPX write it into GeoJSON.

GeoJSON has no times of its own. Converters put one for each point into a
feature's properties, as ``coordTimes`` (togeojson and others)
or, later, as ``coordinateProperties.times``. Those of a line in parts are in
parts as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby, pairwise
from reprlib import repr as shortened
from typing import Any

from journey.errors import Code, Figures, KeyPath
from journey.files.parts import joined, placed
from journey.model.calendar import YEARS

# Each of the keys under which they stand, the first that is there.
_KEYS: tuple[KeyPath, ...] = (("coordTimes",), ("coordinateProperties", "times"))
# Where in the properties a fault is, what it is, and its figures.
Fault = tuple[KeyPath, Code, Figures]
Instants = list[datetime | None]


def times(
    properties: Any, points: int | None, starts: Sequence[int] = ()
) -> tuple[Instants, list[Fault]]:
    """When each of the ``points`` was passed, None where nobody knows, and what is wrong.

    There are none where no key holds them, where not one is known, and where
    something is wrong. ``points`` is None where the line itself is at fault;
    ``starts`` are the points at which its parts start, if it is in parts.
    """
    for path in _KEYS:
        listed = properties
        for key in path:
            listed = listed.get(key) if isinstance(listed, dict) else None
        if listed is not None:
            found, faults = _parted(listed, points, starts)
            told = [((*path, *inside), code, figures) for inside, code, figures in faults]
            return (found if any(found) and not told else []), told
    return [], []


def _parted(listed: Any, points: int | None, starts: Sequence[int]) -> tuple[Instants, list[Fault]]:
    """The same of times that may be in parts as the points are."""
    in_parts = isinstance(listed, list) and all(isinstance(part, list) for part in listed)
    if not (starts and listed and in_parts):
        return _judged(listed, points)
    flat, own = joined(listed)
    if own != list(starts):
        counts = {"times": len(flat), "points": points or 0}
        return [], [((), "times_do_not_fit", counts)]
    found, faults = _judged(flat, points)
    return found, [(placed(inside, own), code, figures) for inside, code, figures in faults]


def _judged(listed: Any, points: int | None) -> tuple[Instants, list[Fault]]:
    if not isinstance(listed, list):
        return [], [((), "no_times", {})]
    fits = points in (None, len(listed))
    counts = {"times": len(listed), "points": points or 0}
    faults: list[Fault] = [] if fits else [((), "times_do_not_fit", counts)]
    try:
        found = [None if item is None else datetime.fromisoformat(item) for item in listed]
        known = [when for when in found if when]
        whole = all(when.tzinfo and when.year in YEARS for when in known)
    except (TypeError, ValueError):
        whole = False
    return (found, faults + list(_falls(found))) if whole else ([], faults + list(_odd(listed)))


def _odd(listed: list[Any]) -> Iterator[Fault]:
    """What is no instant; of several in a row with one fault, the first, and how many ``more``."""
    faults = ((index, fault) for index, fault in enumerate(map(_fault, listed)) if fault)
    for code, run in groupby(faults, key=lambda item: item[1][0]):
        (index, (_, figures)), *more = run
        yield (index,), code, {**figures, **({"more": len(more)} if more else {})}


def _fault(item: Any) -> tuple[Code, Figures] | None:
    if item is None:
        return None
    try:
        when = datetime.fromisoformat(item)
    except (TypeError, ValueError):
        return "no_instant", {"value": shortened(item)}
    if when.tzinfo is None:
        return "no_offset", {}
    return None if when.year in YEARS else ("year_out_of_reach", {"year": when.year})


def _falls(found: Instants) -> Iterator[Fault]:
    """The first instant that is before the one before it, and how many ``more`` there are."""
    known = [(index, when) for index, when in enumerate(found) if when]
    falls = [index for (_, before), (index, when) in pairwise(known) if when < before]
    if falls:
        more = {"more": len(falls) - 1} if falls[1:] else {}
        yield (falls[0],), "times_fall", more
