"""Viewers who come by the dozen, leave in the middle, or open what takes long to read."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from tests.conftest import HANDCAR, place, told
from tests.crowd import Run, Viewer, arrived
from tests.serving import Server, serve
from tests.shelves import copied, put

MANY, FEW = 20, 3
PLACES = 10_000  # of a journey that takes long to read


async def at_once(server: Server) -> tuple[list[Run], list[str]]:
    """The runs of many who come together, a page and a pick of each, and the legs they chose."""
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(arrived(server.url)) for _ in range(MANY)]
        pages = await asyncio.gather(*(viewer.page() for viewer in viewers))
        legs = [("train", "handcar")[number % 2] for number in range(MANY)]
        picks = await asyncio.gather(*map(Viewer.pick, viewers, legs))
    return [*pages, *picks], [json.loads(viewer.board)["chosen"] for viewer in viewers]


async def leaving(server: Server) -> Run:
    """The page of one who comes after many who asked for theirs and did not wait for it."""
    for _ in range(MANY):
        async with arrived(server.url) as viewer:
            await viewer.ask()
    async with arrived(server.url) as viewer:
        return await viewer.page()


def test_many_who_come_at_once_are_all_served(server: Server) -> None:
    runs, chosen = asyncio.run(at_once(server))

    assert [run.kind for run in runs] == ["page"] * MANY + ["pick"] * MANY
    assert [run.fault for run in runs if run.fault] == []
    assert chosen == ["train", "handcar"] * (MANY // 2)


def test_who_leaves_in_the_middle_keeps_nobody_waiting(server: Server) -> None:
    run = asyncio.run(leaving(server))

    assert run.fault == ""


@pytest.fixture
def slow(tmp_path: Path) -> Iterator[Server]:
    """A server of the shipped journey and of one that takes seconds to read."""
    copied(tmp_path, HANDCAR.name)
    places = [place(f"p{number}", 0, number / PLACES) for number in range(PLACES)]
    put(tmp_path, "slow", places=[*told()["places"], *places])
    with serve(JOURNEYS=str(tmp_path)) as server:
        yield server


async def beside(server: Server) -> tuple[list[Run], bool, Run]:
    """The runs of others while one opens the slow journey, whether they were first, and its run."""
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(arrived(server.url)) for _ in range(FEW + 1)]
        opening = asyncio.create_task(viewers[0].page("journey=slow"))
        other = f"journey={HANDCAR.name}"
        runs = await asyncio.gather(*(viewer.page(other) for viewer in viewers[1:]))
        first = not opening.done()
        return runs, first, await opening


def test_who_opens_what_takes_long_to_read_keeps_nobody_waiting(slow: Server) -> None:
    runs, first, opened = asyncio.run(beside(slow))

    assert first
    assert [run.fault for run in (*runs, opened) if run.fault] == []
