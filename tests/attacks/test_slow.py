"""Requests that never come to their end, and answers that nobody reads."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

from tests.attacks.raw import ask, connect, visit
from tests.conftest import HANDCAR
from tests.serving import Server

MANY = 50
STORY = f"/story/{HANDCAR.name}"
HOST = "Host: localhost\r\n"
STARTS = {
    "nothing": "",
    "half a line": "GET / HT",
    "half a head": f"GET {STORY} HTTP/1.1\r\n{HOST}X-More: ",
    "half a body": f"POST /stories HTTP/1.1\r\n{HOST}Content-Length: 1000\r\n\r\nx",
    "half a chunk": f"POST /stories HTTP/1.1\r\n{HOST}Transfer-Encoding: chunked\r\n\r\nff\r\nx",
    "half a handshake": f"GET /_stcore/stream HTTP/1.1\r\n{HOST}Upgrade: websocket\r\n",
    "no ear": f"GET {STORY}.html HTTP/1.1\r\n{HOST}\r\n" * 20,
}


@contextmanager
def begun(server: Server, start: str) -> Iterator[None]:
    """Many connections that say so much and no more, and stay open meanwhile."""
    with ExitStack() as stack:
        for _ in range(MANY):
            connection = stack.enter_context(connect(server))
            connection.sendall(start.encode())
        yield


@pytest.mark.parametrize("start", STARTS.values(), ids=STARTS)
def test_what_is_never_ended_keeps_nobody_else_waiting(start: str, server: Server) -> None:
    with begun(server, start):
        paths = ["/", "/_stcore/health", STORY, "/stories.json"]
        statuses = [ask(server, path).status for path in paths]
        visit(server)

    assert statuses == [200] * len(paths)
