"""Lines as receivers and programs leave them, made such that a journey can have them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from journey.importers.found import Found, Line, Remark, Spot, Told

# A receiver without a position writes 0, 0; so near is that, in degrees.
_ZERO = 1e-6
# From this latitude on all longitudes are one point.
_POLE = 89.999
# What a mended line notes of itself, by its code.
_Counts = dict[Told, int]


def mended(found: Found) -> Found:
    """The same without what no journey can have, each told as a remark."""
    counts: _Counts = {}
    lines = [_mended(line, counts) for line in _once(found.lines, counts)]
    remarks = [Remark(found.file, code, count) for code, count in counts.items() if count]
    whole = tuple(line for line in lines if len(line))
    spots = tuple(_off_pole(found.spots))
    return replace(found, lines=whole, spots=spots, remarks=(*found.remarks, *remarks))


def _off_pole(spots: Sequence[Spot]) -> Iterator[Spot]:
    """The spots, of which one at a pole is on the meridian of that before it."""
    lon: float | None = None
    for spot in spots:
        if spot.point and lon is not None and abs(spot.point[0]) >= _POLE:
            yield replace(spot, point=(spot.point[0], lon))
            continue
        lon = spot.point[1] if spot.point else lon
        yield spot


def _once(lines: Sequence[Line], counts: _Counts) -> list[Line]:
    """The lines without those that are drawn again point by point, of which the best timed stays.

    Beside the track of a flight some programs draw it without times, and its shadow.
    """
    best: dict[tuple[bytes, bytes], Line] = {}
    for line in lines:
        if not line.ends:
            key = (line.lats.tobytes(), line.lons.tobytes())
            best[key] = max(best.get(key, line), line, key=_timed)
    kept = {id(line) for line in best.values()}
    found = [line for line in lines if line.ends or _timed(line) or id(line) in kept]
    _note(counts, "lines_again", len(lines) - len(found))
    return found


def _timed(line: Line) -> int:
    return int(np.isfinite(line.times).sum())


def _mended(line: Line, counts: _Counts) -> Line:
    line = _without_zero(line, counts)
    line = _without_alone(line, counts)
    return _rising(_running(line, counts), counts)


def _note(counts: _Counts, code: Told, count: int) -> None:
    counts[code] = counts.get(code, 0) + count


def _without_zero(line: Line, counts: _Counts) -> Line:
    """The line without points at 0, 0, unless all of it is near there."""
    at_zero = (np.abs(line.lats) < _ZERO) & (np.abs(line.lons) < _ZERO)
    others = ~at_zero
    near = (np.abs(line.lats[others]) < 1) & (np.abs(line.lons[others]) < 1)
    if not at_zero.any() or near.any():
        return line
    _note(counts, "positions_at_zero", int(at_zero.sum()))
    return _taken(line, others)


def _without_alone(line: Line, counts: _Counts) -> Line:
    """The line without parts of one point, which are no way."""
    ends = np.diff([*line.starts, len(line)])
    alone = [start for start, size in zip(line.starts, ends, strict=True) if size == 1]
    if not alone:
        return line
    _note(counts, "points_alone", len(alone))
    kept = np.ones(len(line), dtype=bool)
    kept[alone] = False
    return _taken(line, kept)


def _running(line: Line, counts: _Counts) -> Line:
    """The line without its times where all are one, as a receiver without a clock writes them."""
    known = line.times[~np.isnan(line.times)]
    moved = np.ptp(line.lats) or np.ptp(line.lons) if len(line) else False
    if len(known) < 2 or np.ptp(known) >= 1 or not moved:
        return line
    _note(counts, "times_odd", len(known))
    return replace(line, times=np.full(len(line), np.nan))


def _rising(line: Line, counts: _Counts) -> Line:
    """The line without the fewest times that leave the others rising.

    A clock that is set while it runs makes one time too late and all others
    right, so that what comes after a late one is not for that alone too early.
    """
    known = np.flatnonzero(~np.isnan(line.times))
    times = line.times[known]
    if (np.diff(times) >= 0).all():
        return line
    kept = np.full(len(line), np.nan)
    rising = known[_most_rising(times.tolist())]
    kept[rising] = line.times[rising]
    _note(counts, "times_back", len(known) - len(rising))
    return replace(line, times=kept)


def _most_rising(times: Sequence[float]) -> list[int]:
    """The indices of as many of the times as possible that never fall.

    After Fredman, On computing the length of longest increasing subsequences
    (1975): of each number of times that rise, the one is kept that ends first.

    >>> _most_rising([3.0, 9.0, 4.0, 4.0, 5.0])
    [0, 2, 3, 4]
    """
    ends: list[float] = []
    last: list[int] = []
    before: list[int] = []
    for index, time in enumerate(times):
        many = bisect_right(ends, time)
        before.append(last[many - 1] if many else -1)
        ends[many : many + 1], last[many : many + 1] = [time], [index]
    found = []
    index = last[-1]
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def _taken(line: Line, kept: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> Line:
    """The points of the line that are kept."""
    before = np.concatenate([[0], np.cumsum(kept)])
    starts = dict.fromkeys(int(before[start]) for start in line.starts)
    size = int(before[-1])
    return line.some(kept, tuple(start for start in starts if start < size) or (0,))
