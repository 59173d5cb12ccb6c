"""A journey that was just made, held against all checks before it is written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

import numpy as np

from journey.files.read import ROUTE, held
from journey.files.verdict import refused
from journey.importers.drawing import route
from journey.importers.found import Line, Remark
from journey.model.journey import Journey

_THIN = 20_000  # points with which the whole is held against the checks


class Brought(NamedTuple):
    """The files of the journey by name, and what is to be told of how they came about.

    ``journey`` is what these files tell, or None where it was not held against
    all points of its lines.
    """

    files: dict[str, bytes]
    remarks: list[Remark]
    journey: Journey | None = None


def holding(
    data: dict[str, Any], lines: Mapping[str, Line], sources: Sequence[str]
) -> Journey | None:
    """The journey; None where only some points of long lines stand for all.

    ``sources`` are the files from which its legs come, in order. Raises where it
    has faults, and tells of them as faults of these files.
    """
    shapes = {key: _thinned(line, len(lines)) for key, line in lines.items()}
    files = {ROUTE: route(shapes)} if shapes else {}
    found = held(data, files, data["id"], sources)
    if found.complaints:
        raise refused(found.complaints)
    return found.journey if shapes == lines else None


def _thinned(line: Line, lines: int) -> Line:
    most = max(_THIN // lines, 2)
    if len(line) <= most:
        return line
    some = np.unique(np.linspace(0, len(line) - 1, most).astype(int))
    columns = (line.lats, line.lons, line.heights, line.times)
    lats, lons, heights, times = (column[some] for column in columns)
    return replace(line, lats=lats, lons=lons, heights=heights, times=times, starts=(0,))
