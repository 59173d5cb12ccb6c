"""A server that is told to end while many ask."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import AsyncExitStack
from pathlib import Path

from tests.crowd import arrived
from tests.serving import Server, serve

MANY = 20
POLITE = {1001, 1012}  # going away, and to be started anew (RFC 6455, 7.4.1)


async def asking(server: Server) -> list[int | None]:
    """With what code each is left, of many who ask for the page as the server is ended."""
    async with AsyncExitStack() as stack:
        viewers = [await stack.enter_async_context(arrived(server.url)) for _ in range(MANY)]
        await asyncio.gather(*(viewer.ask() for viewer in viewers))
        os.kill(server.pid, signal.SIGTERM)
        await asyncio.gather(*(viewer.socket.wait_closed() for viewer in viewers))
    return [viewer.socket.close_code for viewer in viewers]


def test_a_server_that_is_ended_in_the_middle_tells_each_viewer(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serve(log=log) as server:
        codes = asyncio.run(asking(server))

    assert set(codes) <= POLITE
    assert "Traceback" not in log.read_text()
