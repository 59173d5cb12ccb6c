"""Measures a server with many journeys beside one with a single journey: ``make bench``.

Of the many the first by name has faults in a long route. A page is there once
the server has sent all of it to a viewer who came as soon as it answered.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.bench_rows import Row, in_turn, paired, show
from tests.crowd import Run, arrived
from tests.serving import Server, serve
from tests.shelves import copied, lengthened

MANY = 500
ASKED, PAUSE = 200, 0.01  # answers of one measurement, and seconds from one to the next
PATHS = ("/story/no-such", "/oembed?url=/story/no-such", "/stories", "/stories.json")
STARTS = 3


@contextmanager
def started(root: Path) -> Iterator[tuple[Server, float]]:
    """A server of the journeys below ``root``, and the ms from its start to its first page."""

    async def first(server: Server) -> Run:
        async with arrived(server.url) as viewer:
            return await viewer.page("journey=copy-000")

    start = time.perf_counter()
    with serve(JOURNEYS=str(root)) as server:
        run = asyncio.run(first(server))
        taken = time.perf_counter() - start
        if run.fault:
            raise RuntimeError(run.fault)
        yield server, taken * 1_000


def answers(server: Server, path: str) -> list[float]:
    """How many ms each of some answers takes, in order of length."""
    connection = HTTPConnection(urlsplit(server.url).netloc)
    taken = []
    for _ in range(ASKED):
        start = time.perf_counter()
        connection.request("GET", path)
        connection.getresponse().read()
        taken.append((time.perf_counter() - start) * 1_000)
        time.sleep(PAUSE)
    connection.close()
    return sorted(taken)


def unread(server: Server) -> int:
    """How many journeys are still to be read."""
    connection = HTTPConnection(urlsplit(server.url).netloc)
    connection.request("GET", "/stories.json")
    return int(json.loads(connection.getresponse().read()).get("unread", 0))


def report(when: str, many: Server, one: Server) -> Iterator[Row]:
    """How long answers take, beside those of the server with one journey."""
    for path in PATHS:
        ours, theirs = answers(many, path), answers(one, path)
        slow = f"99 of 100 within {ours[int(ASKED * 0.99)]:.1f} ms"
        own, other = median(ours), median(theirs)
        yield Row(f"{path}, {MANY} journeys beside one, {when}", f"{own:.1f} ms",
                  f"{other:.1f} ms", f"{own / other:.2f}", slow, "20 ms")  # fmt: skip


def first_pages(roots: Sequence[Path]) -> Row:
    """How soon the first page is there."""

    def taken(root: Path) -> float:
        with started(root) as (_, ms):
            return ms

    many, one = (partial(taken, root) for root in roots)
    title = f"from the start to the first page, {MANY} journeys beside one"
    return in_turn(title, many, one, STARTS, "3,000 ms")


def rows() -> Iterator[Row]:
    """Every measurement of many journeys."""
    with TemporaryDirectory() as folder:
        roots = Path(folder, "many"), Path(folder, "one")
        lengthened(copied(roots[0], "a-faulty"), faulty=True)
        for number in range(MANY):
            copied(roots[0], f"copy-{number:03}")
        copied(roots[1], "copy-000")
        yield first_pages(roots)
        with started(roots[0]) as (many, _), started(roots[1]) as (one, _):
            yield from report("while others are read", many, one)
            start = time.perf_counter()
            while unread(many):
                time.sleep(1)
            yield Row("then until all are read", f"{time.perf_counter() - start:.0f} s")
            yield from report("once all are read", many, one)
            memory = [(many.memory(), one.memory())]
            yield paired(f"memory of the server, {MANY} journeys beside one", memory, "MB")


if __name__ == "__main__":
    show(rows())
