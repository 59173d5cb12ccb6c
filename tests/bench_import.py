"""Measures the import of a track beside gpxpy's reading of it, in one run: ``make bench``.

gpxpy only reads; the import also cuts legs, guesses modes, and holds the journey against all
checks. Both take the same bytes in turn, and the ratio is the median over the pairs.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import gpxpy

from tests.bench_rows import Row, paired, show
from tests.importers.made import brought, content, point, track

PAIRS = 5
POINTS = 100_000
_START = datetime(2025, 6, 1, 6, tzinfo=UTC)


def recorded(points: int) -> str:
    """A GPX file of a drive north, a point a second."""
    return track(
        *(
            point(40 + i / 10_000, 8 + (i % 7) / 1e5, told, "<ele>432.1</ele>")
            for i in range(points)
            for told in [(_START + timedelta(seconds=i)).isoformat()]
        )
    )


def seconds(act: Callable[[], object]) -> float:
    """What it takes of the processor, in s, which others on the machine change least."""
    start = time.process_time()
    act()
    return time.process_time() - start


def rows() -> Iterator[Row]:
    """The import beside gpxpy's reading."""
    text = recorded(POINTS)
    pairs = [
        (seconds(lambda: brought(content(text))), seconds(lambda: gpxpy.parse(text)))
        for _ in range(PAIRS)
    ]
    title = f"a GPX file of {POINTS:,} points imported, beside gpxpy's reading"
    yield paired(title, [(own * 1_000, other * 1_000) for own, other in pairs], "ms")


if __name__ == "__main__":
    show(rows())
