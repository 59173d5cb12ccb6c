"""Long tracks cut into legs: where the traveller stayed, where nights are, where parts lie apart.

A stay is that long within a neighbourhood. It belongs to no leg: one ends where
it begins, and the next starts where it ends.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey.geo.geometry import DEGREE, Point, step
from journey.importers.found import Line

# Who stays within this many km of where they came to stands, sits or sleeps there.
NEAR = 0.2
STAY = 20 * 60.0  # s of a stay that parts two legs, where nobody says another
# So long a stay, or a recording that pauses so long, is a night or a day off, in s.
_NIGHT = 5 * 3_600.0
_PAUSE = 3 * 3_600.0
# A recording that is silent for so many times as long as usual has paused.
_SILENT = 4
# Parts of a line that lie farther apart were travelled in a way that nobody recorded, in km.
APART = 1.0
# For finding stays one point a minute is enough.
_SAMPLE = 60.0

Why = Literal["stay", "night", "apart", "end"]


class Cut(NamedTuple):
    """One leg ends at the point of the index ``first``, the next starts at ``last``.

    At an "end" of the line there is only one of them, or none.
    """

    first: int
    last: int
    why: Why


def legs(line: Line, stay: float = STAY) -> tuple[list[Line], list[Cut]]:
    """The pieces of the line that are legs, and the cuts between them.

    ``stay`` is how long a stay has to be, in s, to part two legs.
    """
    cuts = _merged([*_stays(line, stay), *_pauses(line), *_apart(line)], len(line))
    starts = [0, *(cut.last for cut in cuts)]
    ends = [*(cut.first for cut in cuts), len(line) - 1]
    pieces = [piece(line, a, b) for a, b in zip(starts, ends, strict=True) if b > a]
    told = [
        cut if cut.first > 0 and cut.last < len(line) - 1 else cut._replace(why="end")
        for cut in cuts
    ]
    return [one for one in pieces if _leads(one)], told


def numbered(pieces: list[Line]) -> list[Line]:
    """The pieces of one line, each with its number after its name, and its text told once."""
    if len(pieces) < 2:
        return pieces
    return [
        replace(one, name=f"{one.name} ({n})" if one.name else "", text="" if n > 1 else one.text)
        for n, one in enumerate(pieces, 1)
    ]


def least(lines: list[Line], apart: float) -> int:
    """How many legs such lines become at the least, where those so many km apart are joined.

    What lies apart in latitude alone is counted without being measured.
    """
    ends = np.array([(line.lats[0], line.lats[-1]) for line in lines]).reshape(-1, 2)
    joined = np.abs(ends[1:, 0] - ends[:-1, 1]) * DEGREE > apart
    own = np.array([line.ends is not None for line in lines[1:]], dtype=bool)
    return len(lines) + int((joined & ~own).sum())


def piece(line: Line, first: int, last: int) -> Line:
    """The line from one point to another, both included."""
    starts = (0, *(start - first for start in line.starts if first < start <= last))
    return line.some(slice(first, last + 1), starts)


def _leads(line: Line) -> bool:
    """Whether it leads anywhere, if only back."""
    return bool(np.ptp(line.lats) or np.ptp(line.lons))


def _stays(line: Line, stay: float) -> list[Cut]:
    """Where somebody stayed near a point for so long."""
    known = np.flatnonzero(~np.isnan(line.times))
    if len(known) < 2:
        return []
    slots = np.floor(line.times[known] / _SAMPLE)
    changes = np.flatnonzero(np.diff(slots)) + 1
    # Of each minute its first and its last point.
    chosen = np.unique(np.concatenate([[0], changes, changes - 1, [len(known) - 1]]))
    samples = known[chosen]
    points = list(zip(line.lats[samples].tolist(), line.lons[samples].tolist(), strict=True))
    between = _untimed(line, samples)
    times, found = line.times[samples].tolist(), list[Cut]()
    first = 0
    while first < len(points) - 1:
        last = first
        while (
            last + 1 < len(points)
            and step(points[first], points[last + 1]) < NEAR
            and all(step(points[first], one) < NEAR for one in between[last])
        ):
            last += 1
        lasted = times[last] - times[first]
        if lasted >= stay:
            why: Why = "night" if lasted >= _NIGHT else "stay"
            found.append(Cut(int(samples[first]), int(samples[last]), why))
        first = last if lasted >= stay and last > first else first + 1
    return found


def _untimed(line: Line, samples: NDArray[np.int_]) -> list[list[Point]]:
    """The outermost points without a time from each of those samples to the next.

    A line of which only the start and the end are timed may lead far away between.
    """
    bare = np.flatnonzero(np.isnan(line.times))
    found: list[list[Point]] = []
    for some in np.split(bare, np.searchsorted(bare, samples))[1:]:
        columns = (line.lats[some], line.lons[some]) if len(some) else ()
        ends = {int(some[at]) for one in columns for at in (one.argmin(), one.argmax())}
        found.append([line.point(index) for index in sorted(ends)])
    return found


def _long(line: Line, least: float) -> list[int]:
    """The points of a line from which the step to the next lasted so long, in s.

    Where there are points without a time, the way was recorded all the same.
    """
    found: list[int] = np.flatnonzero(np.diff(line.times) >= least).tolist()
    return found


def _pauses(line: Line) -> list[Cut]:
    """Where the recording pauses for hours, and goes on elsewhere.

    One that tells a position every few hours, as trackers at sea do, pauses
    where it is silent for much longer than it mostly is.
    """
    steps = np.diff(line.times[~np.isnan(line.times)])
    usual = float(np.median(steps)) if len(steps) else 0.0
    return [Cut(at, at + 1, "night") for at in _long(line, max(_PAUSE, _SILENT * usual))]


def _apart(line: Line) -> list[Cut]:
    """Where parts of the line lie apart."""
    return [
        Cut(start - 1, start, "apart")
        for start in line.starts[1:]
        if step(line.point(start - 1), line.point(start)) > APART
    ]


def _merged(cuts: list[Cut], size: int) -> list[Cut]:
    """The cuts in order; those that overlap are one."""
    found: list[Cut] = []
    for cut in sorted(cuts):
        if found and cut.first <= found[-1].last:
            before = found.pop()
            why: Why = "night" if "night" in (before.why, cut.why) else before.why
            cut = Cut(before.first, max(before.last, cut.last), why)
        found.append(cut)
    return [cut for cut in found if cut.last > cut.first or 0 < cut.first < size - 1]


def gaps(line: Line, least: float) -> int:
    """How many steps of a line lasted so long, in s, and led on."""
    return sum(step(line.point(at), line.point(at + 1)) > NEAR for at in _long(line, least))
