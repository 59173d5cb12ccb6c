"""Another site, whose pages attack the server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.attacks.raw import visit
from tests.serving import Server

PAGE = b"<!doctype html><title>Foreign</title><body>"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: Any) -> None:
        """Stay silent."""


@pytest.fixture(scope="session")
def foreign() -> Iterator[str]:
    """The address of an empty page of another site; tests write into it what it does."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def server(server: Server) -> Server:
    """The server once it has had a viewer: only then it knows the component of its map."""
    visit(server)
    return server


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a server of the module says."""
    return tmp_path_factory.mktemp("log") / "log"
