"""More than one process on one machine, at one port."""

from __future__ import annotations

import asyncio
import json
import re
from contextlib import AsyncExitStack
from pathlib import Path

from tests.attacks.raw import ask, handshake
from tests.crowd import Run, Viewer, arrived
from tests.serving import Server, serve

VIEWERS, WORKERS = 12, 2
LEGS = ("train", "handcar")


async def picking(server: Server) -> tuple[list[Run], list[str]]:
    """The runs of viewers who come together and pick twice, and the legs they had chosen last."""
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(arrived(server.url)) for _ in range(VIEWERS)]
        runs = list(await asyncio.gather(*(viewer.page() for viewer in viewers)))
        for turn in range(2):
            legs = [LEGS[(number + turn) % 2] for number in range(VIEWERS)]
            runs += await asyncio.gather(*map(Viewer.pick, viewers, legs))
    return runs, [json.loads(viewer.board)["chosen"] for viewer in viewers]


def test_what_a_viewer_picks_reaches_the_process_that_has_the_session(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serve(log=log, workers=WORKERS) as server:
        runs, chosen = asyncio.run(picking(server))

    assert [run.fault for run in runs if run.fault] == []
    assert chosen == [*reversed(LEGS)] * (VIEWERS // 2)
    assert log.read_text().count("Started server process") == WORKERS


def test_the_log_tells_nobodys_address_nor_what_they_looked_at(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serve(log=log, workers=1) as server:
        asyncio.run(picking(server))
        asked = ask(server, "/story/handcar-2021?lang=ko"), handshake(server, "Origin: http://a.b")

    said = log.read_text()
    assert [answer.status for answer in asked] == [200, 403]
    assert "Application startup complete" in said
    assert not re.search(r"127\.0\.0\.1:\d+ -|lang=ko|WebSocket", said)
