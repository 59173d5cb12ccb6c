"""The lines of legs as the GeoJSON of a ``route.geojson``, a million points without a copy each."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping

import numpy as np

from journey.importers.found import Floats, Line

_ROW = 4  # points on a line of the file
_CHUNK = 20_000  # points that are text at once
_START = '{"type": "FeatureCollection", "features": ['


def route(lines: Mapping[str, Line]) -> bytes:
    """The file with a feature for each leg, by its id."""
    found = bytearray(_START.encode())
    for index, (key, line) in enumerate(lines.items()):
        found += b",\n" if index else b"\n"
        for text in _feature(key, line):
            found += text.encode()
    found += b"\n]}\n"
    return bytes(found)


def _feature(key: str, line: Line) -> Iterator[str]:
    yield f'{{"type": "Feature", "id": {json.dumps(key)}, "properties": {{'
    if not np.isnan(line.times).all():
        yield '"coordTimes": [\n'
        yield from _rows(line, lambda some: _times(line.times[some]))
        yield "\n]"
    yield '},\n"geometry": {"type": "LineString", "coordinates": [\n'
    yield from _rows(line, lambda some: _positions(line, some))
    yield "\n]}}"


def _rows(line: Line, told: Callable[[slice], list[str]]) -> Iterator[str]:
    """What is told of the points, a few to a row."""
    for start in range(0, len(line), _CHUNK):
        texts = told(slice(start, start + _CHUNK))
        rows = (",".join(texts[i : i + _ROW]) for i in range(0, len(texts), _ROW))
        yield (",\n" if start else "") + ",\n".join(rows)


def _times(times: Floats) -> list[str]:
    """Instants in UTC, to the millisecond where they are told so finely."""
    known = ~np.isnan(times)
    whole = np.where(known, times, 0)
    fine = bool((whole % 1 > 5e-4).any())
    counts = np.round(whole * 1_000).astype("int64")
    told = np.datetime_as_string(
        counts.astype("datetime64[ms]").astype(f"datetime64[{'ms' if fine else 's'}]")
    )
    pairs = zip(told.tolist(), known.tolist(), strict=True)
    return [f'"{text}Z"' if is_known else "null" for text, is_known in pairs]


def _positions(line: Line, some: slice) -> list[str]:
    """Positions of six decimals, a tenth of a metre, and heights of one."""
    lats, lons = np.round(line.lats[some], 6).tolist(), np.round(line.lons[some], 6).tolist()
    heights = line.heights[some]
    if np.isnan(heights).all():
        return [f"[{lon},{lat}]" for lat, lon in zip(lats, lons, strict=True)]
    known = np.round(heights, 1).tolist()
    return [
        f"[{lon},{lat}]" if height != height else f"[{lon},{lat},{height}]"
        for lat, lon, height in zip(lats, lons, known, strict=True)
    ]
