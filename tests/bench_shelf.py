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
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.bench_story import show
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


def report(title: str, many: Server, one: Server) -> None:
    """Print how long answers take, beside those of the server with one journey."""
    for path in PATHS:
        ours, theirs = answers(many, path), answers(one, path)
        own, other = median(ours), median(theirs)
        slow = f"20 ms; 99 of 100 within {ours[int(ASKED * 0.99)]:.1f} ms"
        show(f"{path}, {title}", f"{own:.1f} ms", f"{other:.1f} ms", f"{own / other:.2f}", slow)


def first_pages(roots: Sequence[Path]) -> None:
    """Print how soon the first page is there."""
    taken: list[list[float]] = [[], []]
    for _ in range(STARTS):
        for root, times in zip(roots, taken, strict=True):
            with started(root) as (_, ms):
                times.append(ms)
    own, other = (median(times) for times in taken)
    show("from the start to the first page", f"{own:.0f} ms", f"{other:.0f} ms",
         f"{own / other:.2f}", "3,000 ms")  # fmt: skip


def main() -> None:
    """Run every measurement and print it."""
    with TemporaryDirectory() as folder:
        roots = Path(folder, "many"), Path(folder, "one")
        lengthened(copied(roots[0], "a-faulty"), faulty=True)
        for number in range(MANY):
            copied(roots[0], f"copy-{number:03}")
        copied(roots[1], "copy-000")
        show("", f"{MANY} journeys", "one", "ratio", "limit")
        first_pages(roots)
        with started(roots[0]) as (many, _), started(roots[1]) as (one, _):
            report("while others are read", many, one)
            start = time.perf_counter()
            while unread(many):
                time.sleep(1)
            show("then until all are read", f"{time.perf_counter() - start:.0f} s", "", "", "")
            report("once all are read", many, one)
            own, other = many.memory(), one.memory()
            show("memory", f"{own:.0f} MB", f"{other:.0f} MB", f"{own / other:.2f}", "")


if __name__ == "__main__":
    main()
